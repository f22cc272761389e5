### La línea de órdenes.

cli-about = Dibuje, revise y publique los diagramas de proceso de un equipo de atención al cliente
cli-after-help =
    Ejemplos:
      laneway                                        abrir la ventana
      laneway llamadas.ron                           abrir un diagrama en la ventana
      laneway new customer-service-process           empezar un diagrama a partir de una plantilla
      laneway export llamadas.ron -o llamadas.svg    crear una imagen para un manual
      laneway check llamadas.ron                     encontrar caminos que no terminan

    Código de salida: 0 bien, 1 hallazgos o forma no canónica, 2 llamada incorrecta, 3 una entrada no se
    puede leer, 4 una salida no se puede escribir, 5 sin pantalla. De varios, el mayor.
cli-files-help = Diagramas, tablas y geometrías (.json) que se abren en la ventana
cli-inputs-help = Un diagrama o la geometría de uno (.json); - es la entrada estándar
cli-json-help = Escribir JSON
cli-force-help = Sustituir un archivo que ya existe

cli-templates-about = Mostrar las plantillas
cli-templates-lang-help = El idioma de títulos y descripciones
cli-templates-counts = { $lanes ->
        [one] 1 carril
       *[other] { $lanes } carriles
    }, { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }

cli-new-about = Empezar un diagrama a partir de una plantilla
cli-new-after-help =
    Ejemplos:
      laneway new customer-service-process
      laneway new customer-service-process --lang es -o proceso.ron
      laneway new customer-service-process --lang es --only -o proceso.ron
cli-new-template-help = El nombre de la plantilla, tal como lo muestra `laneway templates`
cli-new-output-help = El archivo que se escribe; - es la salida estándar [por omisión: PLANTILLA.ron]
cli-new-lang-help = El idioma del diagrama (los demás quedan en el archivo)
cli-new-only-help = Omitir los demás idiomas; sin --lang queda el idioma de la interfaz

cli-export-about = Crear imágenes de diagramas
cli-export-after-help =
    Ejemplos:
      laneway export llamadas.ron -o llamadas.svg
      laneway export llamadas.ron -o llamadas.png --dpi 300
      laneway export *.ron -o imagenes/ --format svg,png --lang es
      laneway export llamadas.ron -o empleado.svg --lane Empleado
      laneway export llamadas.ron -o - --format svg --text outlines > llamadas.svg

    Varias imágenes con un solo nombre reciben un número y un título: llamadas-2-facturas.svg.
cli-export-output-help = El archivo o la carpeta donde se escribe; - es la salida estándar
cli-export-format-help = El tipo de imagen, si el nombre del archivo no lo dice; varios con comas: svg,png
cli-export-page-help = Páginas por número, intervalo o título: 2, 1-3, 2,4-6, «Devoluciones», o all (todas) [por omisión: all]
cli-export-lane-help = Solo este carril, por título o id, como diagrama propio
cli-export-phase-help = Solo esta fase, por título o id
cli-export-steps-help = Solo estos pasos, por id o texto, con comas
cli-export-scale-help = Píxeles por unidad de 1/96 de pulgada (PNG) [por omisión: 1]
cli-export-dpi-help = Píxeles por pulgada (PNG)
cli-export-width-help = El ancho en píxeles (PNG)
cli-export-height-help = El alto en píxeles (PNG)
cli-export-background-help = white (blanco), transparent (transparente) o un color como #f4f4f4 [por omisión: white]
cli-export-text-help = Textos como texto (text) o como contornos (outlines), iguales en todo programa (SVG) [por omisión: text]
cli-export-lang-help = El idioma de la imagen [por omisión: el del diagrama]

cli-convert-about = Convertir una tabla o una geometría en un diagrama, o un diagrama en una tabla
cli-convert-after-help =
    Ejemplos:
      laneway convert llamadas.xlsx llamadas.ron
      laneway convert llamadas.csv llamadas.ron --report resultado.json
      laneway convert procesos.xlsx facturas.ron --table "Enviar una factura"
      laneway convert lista.csv lista.ron --map Tarea=description --map Equipo=function
      laneway convert llamadas.ron llamadas.xlsx

    Una tabla tiene una fila por paso, con los encabezados del Visualizador de datos de Visio u otros parecidos:
    Process Step ID, Process Step Description, Next Step ID, Connector Label, Shape Type, Function (el carril),
    Phase, Alt Text. Lo que se cambió u omitió se dice en la salida de errores.
cli-convert-input-help = Un diagrama (.ron), su geometría (.json) o una tabla (.csv, .tsv, .txt, .xlsx); - es la entrada estándar
cli-convert-output-help = El archivo que se escribe: .ron, .csv, .tsv, .xlsx, .svg, .png o .json
cli-convert-report-help = Escribir en un archivo qué fue de cada cosa
cli-convert-table-help = Solo la tabla o página con este título; se puede indicar varias veces
cli-convert-map-help = Qué significa una columna: id, description, next, label, type, function, phase, alt, pool, property o ignore
cli-convert-lang-help = El idioma de los textos de una tabla o una geometría [por omisión: el del sistema; en un diagrama, el suyo]
cli-convert-delimiter-help = Qué separa las celdas (CSV): comma (coma), semicolon (punto y coma) o tab (tabulador) [por omisión: comma]
cli-convert-no-bom-help = No escribir la marca de orden de bytes (CSV)
cli-convert-no-format = { $file }: ¿qué tipo de archivo? Termine el nombre en .ron, .csv, .tsv, .xlsx, .svg, .png o .json
cli-bad-map = «{ $map }» no es COLUMNA=CAMPO; los campos son { $fields }
cli-one-to-csv = { $file }: un archivo CSV contiene una tabla y hay { $count }; elija una con --table o escriba .xlsx

cli-info-about = Decir qué contiene un archivo
cli-info-about-file = versión de archivo { $version }; idiomas: { $languages }
cli-info-about-geometry = geometría; idiomas: { $languages }
cli-info-page = { $title }: { $lanes ->
        [one] 1 carril
       *[other] { $lanes } carriles
    }, { $phases ->
        [one] 1 fase
       *[other] { $phases } fases
    }, { $steps ->
        [one] 1 paso
       *[other] { $steps } pasos
    }, { $connectors ->
        [one] 1 conector
       *[other] { $connectors } conectores
    }

cli-check-about = Revisar diagramas: caminos que no terminan, decisiones sin respuesta, textos cortados
cli-check-after-help =
    Cada hallazgo es un error, un aviso o una sugerencia. Las sugerencias no cambian el código de salida.
cli-check-line = { $file }: { $severity } [{ $code }] { $message }
cli-check-error = error
cli-check-warning = aviso
cli-check-hint = sugerencia
cli-check-none = { $file }: sin hallazgos

cli-diff-about = Decir con palabras en qué se diferencian dos diagramas
cli-diff-after-help =
    Código 0: son iguales; 1: son distintos. Lo que solo se movió en la página se cuenta al final.
    Para git: laneway diff --textconv escribe lo que dice un diagrama, una línea por campo (véase la guía).
    Con -o las diferencias también se dibujan: el diagrama más nuevo, con marcas en lo añadido, eliminado, modificado y
    movido; un archivo por página. Se sustituye una imagen hecha del diagrama más nuevo; otro archivo, solo con --force.
cli-diff-inputs-help = Dos diagramas, primero el más antiguo
cli-diff-textconv-help = Escribir lo que dice este diagrama, para un programa que compara líneas
cli-diff-output-help = Dibujar las diferencias en este .svg o .png
cli-diff-lang-help = El idioma de las frases y los nombres
cli-diff-equal = Los diagramas son iguales

cli-merge-about = Unir dos diagramas hechos a partir del mismo
cli-merge-after-help =
    Código 0: todo encontró su lugar; 1: ambos cambiaron lo mismo, y el diagrama dice dónde (laneway check
    también lo dice). Queda lo de OURS; lo de THEIRS está en una propiedad «merge: …» del paso.
    Para git: laneway merge %O %A %B -o %A --force (véase la guía).
cli-merge-unrelated = estos diagramas no proceden del mismo: la mayoría de sus pasos no están en el primero; únalos de todos modos con --unrelated
cli-merge-unrelated-sides = estos dos diagramas no proceden del mismo: la mayoría de sus pasos son otros; únalos de todos modos con --unrelated
cli-merge-unrelated-help = Unir también diagramas que no proceden del mismo
cli-merge-inputs-help = El diagrama del que salieron ambos, y los dos diagramas
cli-merge-output-help = Adónde va el resultado; - es la salida estándar
cli-merge-report-help = Escribir los conflictos en este archivo, para programas

cli-repair-about = Salvar lo que se pueda de un diagrama que no se abre
cli-repair-after-help =
    Código 0: no se pierde nada; 1: algo quedó fuera; 3: no hay nada que salvar.
    Lo que se hizo se dice línea por línea. El archivo dañado no se toca nunca.
cli-repair-input-help = Un diagrama dañado
cli-repair-output-help = Adónde va el diagrama reparado
cli-repair-onto-itself = { $file }: el archivo dañado se queda como está; nombre otro con -o
cli-repair-nothing = { $file }: no hay en él nada que salvar

cli-find-about = Buscar palabras en todos los textos de diagramas, y reemplazarlas
cli-find-after-help =
    Se miran etiquetas, títulos, detalles y propiedades de todas las páginas y todos los idiomas, sin distinguir
    mayúsculas ni acentos. Código 0: encontrado; 1: nada encontrado. Con --replace se muestra cada texto antes y después
    y no se escribe nada; si se añade --write, se guarda cada diagrama que cambia, y lo anterior queda como versión.
    Ejemplos:
      laneway find reembolso *.ron
      laneway find "centro de llamadas" *.ron --word --replace "mesa de servicio" --write
cli-find-text-help = Qué buscar
cli-find-word-help = Solo palabras completas
cli-find-case-help = Solo con las mismas mayúsculas y los mismos acentos
cli-find-lang-help = Solo textos en este idioma
cli-find-replace-help = Mostrar qué dirían los diagramas con esto en su lugar
cli-find-write-help = Escribirlo
cli-find-kept = { $place }: lo impide lo que allí está resaltado, así que esto se queda como está: { $text }
cli-find-replaced = { $file }: { $count ->
        [one] reemplazado en 1 lugar
       *[other] reemplazado en { $count } lugares
    }

cli-fmt-about = Escribir archivos en forma canónica, en su sitio
cli-fmt-after-help =
    Se completan los tamaños de pasos y las rutas de conectores que falten. Los comentarios no se conservan.
cli-fmt-inputs-help = Un diagrama; - es la entrada estándar
cli-fmt-check-help = No cambiar nada; código 1 si un archivo no es canónico

cli-layout-about = Distribuir de nuevo todo un diagrama
cli-layout-after-help =
    Los pasos conservan sus carriles y fases, y los fijados su sitio; las líneas y etiquetas se hacen de nuevo. IN y OUT pueden ser el mismo archivo.
cli-layout-input-help = El diagrama: un documento (.ron), una geometría (.json) o una tabla (.csv, .xlsx)
cli-layout-output-help = Dónde escribir: un documento (.ron) o su geometría (.json); - para la salida estándar
cli-layout-spacing-help = El espacio entre los elementos: compact (poco), normal o roomy (mucho)
cli-layout-paper-help = El papel o la pantalla en que debe caber el diagrama
cli-layout-lane-order-help = keep conserva el orden de los carriles, best busca el mejor
cli-layout-tidy-help = Conservar el orden en que está dibujado todo
cli-table-language = Los textos de la tabla están en { $language }, así que el diagrama también; --lang elige otro idioma.
cli-layout-pinned = { $count ->
    [one] { $count } paso fijado se queda donde está
   *[other] { $count } pasos fijados se quedan donde están
}
cli-layout-no-format = { $file }: escriba un documento (.ron) o su geometría (.json).

cli-completions-about = Imprimir los completados para un intérprete de órdenes
cli-man-about = Imprimir la página de manual

cli-no-such-file = { $file }: no existe ese archivo; corrija el nombre o empiece un diagrama con «laneway new»
cli-no-such-template = no existe la plantilla «{ $template }»; hay: { $known }
cli-template-lang = la plantilla no tiene textos en «{ $lang }»; tiene: { $known }
cli-bad-lang = «{ $lang }» no es un código de idioma; escriba por ejemplo en, es o pt-BR
cli-chart-name = { $file }: aquí se escribe un diagrama, cuyo nombre acaba en .ron; con export y convert se hacen imágenes y tablas
cli-exists = { $file }: el archivo ya existe; elija otro nombre o sustitúyalo con --force
cli-report-onto = { $file }: el informe sustituiría lo leído o lo escrito; elija otro nombre para él
cli-not-canonical = { $file }: no está en forma canónica; «laneway fmt» lo escribe así
cli-comments-dropped = { $file }: los comentarios del archivo no se conservaron
cli-export-chart-name = { $file }: los nombres que terminan en .ron son los de los diagramas, que una exportación nunca sustituye; elija un nombre que termine en .svg, .png o .json
cli-diff-no-format = { $file }: las diferencias se dibujan como .svg o .png; termine así el nombre
cli-no-format = { $file }: ¿qué tipo de imagen? Termine el nombre en .svg, .png o .json, o indíquelo con --format
cli-bad-background = «{ $color }» no es un fondo; escriba white, transparent o un color como #f4f4f4
cli-one-to-stdout = { $count } imágenes no caben en la salida estándar; elija una con --page o una carpeta con -o
cli-same-output = { $file }: dos imágenes tendrían este nombre; expórtelas una por una
cli-lang-not-in-file = { $file }: no hay textos en «{ $lang }»; se usa el idioma propio del diagrama
cli-window-failed = no se pudo abrir la ventana: { $detail }
cli-no-display = no hay pantalla para la ventana. En la línea de órdenes: «laneway --help», por ejemplo «laneway export ARCHIVO -o imagen.svg»
cli-no-window = esta versión no tiene ventana. En la línea de órdenes: «laneway --help», por ejemplo «laneway export ARCHIVO -o imagen.svg»

cli-yes = s sí si y yes
cli-words-help = El idioma de lo que se dice: en o es [por omisión: el del sistema]

cli-recover-about = Enumera los diagramas que no se guardaron al terminar el programa, los escribe en archivos o los descarta
cli-recover-after-help = Sin ID se enumera el trabajo sin guardar; el que una ventana tiene abierto, o por el que pregunta, solo se cuenta. Con «dañado» no se puede leer todo: se escribe lo que se puede, se dice qué se hizo y el estado es 1. Lo que se escribe en un archivo sigue en la lista hasta que se descarta o se guarda en la ventana.
cli-recover-id-help = Qué diagrama, tal como aparece en la lista
cli-recover-output-help = El archivo que se escribe
cli-recover-discard-help = Descarta el trabajo sin guardar de este diagrama; pregunta antes, y donde no hay a quién preguntar exige --force
cli-recover-nothing = No hay trabajo sin guardar.
cli-recover-no-file = sin archivo
cli-recover-never-saved = nunca guardado
cli-recover-unknown-file = ya no se sabe en qué archivo estaba
cli-recover-gone = su archivo ya no está
cli-recover-damaged = dañado; lo que se puede salvar tiene { $count ->
    [0] ningún paso
    [one] 1 paso
   *[other] { $count } pasos
}
cli-recover-kept = { $count ->
    [one] Un diagrama sin guardar no está en la lista: una ventana lo tiene abierto o pregunta qué hacer con él.
   *[other] { $count } diagramas sin guardar no están en la lista: hay ventanas que los tienen abiertos o preguntan qué hacer con ellos.
}
cli-recover-unknown = no hay trabajo sin guardar llamado { $id }, o está abierto en una ventana; «laneway recover» muestra lo que hay
cli-recover-where = ¿dónde? laneway recover { $id } -o SALIDA.ron
cli-recover-discarded = { $id }: descartado
cli-recover-ask = { $id }, «{ $title }» ({ $changes }): ¿descartarlo para siempre? [s/N]
cli-recover-stays = No se descartó nada.
cli-recover-unasked = { $id }, «{ $title }» ({ $changes }): se perdería para siempre; confírmelo con --force

cli-versions-about = Listar las versiones que la ventana guardó de un diagrama, o sacar una
cli-versions-after-help =
    La ventana guarda el archivo que se reemplaza al guardar: los 20 últimos y uno al día durante 60 días. Se guardan
    por el id del diagrama, así que un archivo renombrado los conserva. 1 es el más reciente; cada línea dice qué
    cambió desde entonces.
cli-versions-number-help = El número de una versión, tal como aparece en la lista
cli-versions-output-help = Dónde se escribe la versión, byte a byte; - para la salida estándar
cli-versions-discard-help = Eliminar todas las versiones del diagrama; con --force también si otro archivo tiene, o puede tener, las mismas
cli-no-such-version =
    { $count ->
        [0] No hay ninguna versión de este diagrama
        [one] No existe la versión { $number }; la única tiene el número 1
       *[other] No existe la versión { $number }; los números van de 1 a { $count }
    }
cli-versions-discarded = { $count ->
    [0] No había ninguna versión de «{ $title }» ({ $file })
    [one] Se eliminó 1 versión de «{ $title }» ({ $file })
   *[other] Se eliminaron { $count } versiones de «{ $title }» ({ $file })
}
cli-versions-of-other = { $count ->
    [one] La versión de «{ $title }» es también la de { $other }, del que este archivo es copia o al revés; elimínela para ambos con --force
   *[other] Las { $count } versiones de «{ $title }» son también las de { $other }, del que este archivo es copia o al revés; elimínelas para ambos con --force
}
cli-versions-of-gone = { $count ->
    [one] La versión de «{ $title }» se conservó de { $other }, que ya no está: puede que ahora se llame de otro modo y que este archivo sea una copia; elimínela de todos modos con --force
   *[other] Las { $count } versiones de «{ $title }» se conservaron de { $other }, que ya no está: puede que ahora se llame de otro modo y que este archivo sea una copia; elimínelas de todos modos con --force
}
cli-no-state = Este sistema no tiene carpeta para lo que guarda el programa
versions-none = No se guardó ninguna versión de este diagrama
versions-of-file = en { $file }:
versions-unreadable = no se puede abrir
