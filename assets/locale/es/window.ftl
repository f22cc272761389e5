# Órdenes que cambian documentos, archivos en pestañas, preguntas y avisos. La etiqueta y, con -tip, la ayuda.

ui-menu-edit = Editar
ui-menu-insert = Insertar
ui-menu-arrange = Organizar
ui-menu-window = Ventana
ui-menu-recent = Abrir reciente
ui-menu-zoom-to = Acercar a
ui-menu-step = Paso
ui-menu-outline = Esquema
ui-menu-layout = Distribución automática
ui-menu-copy-picture = Copiar como imagen

ui-cmd-save = Guardar
ui-cmd-save-tip = Guardar el diagrama en su archivo
ui-cmd-save-as = Guardar como…
ui-cmd-save-as-tip = Guardar el diagrama en otro archivo
ui-cmd-save-template = Guardar como plantilla…
ui-cmd-save-template-tip = Conservar el diagrama como plantilla en la página de inicio
ui-cmd-revert = Volver a lo guardado…
ui-cmd-revert-tip = Abandonar los cambios y leer el archivo de nuevo
ui-cmd-versions = Versiones…
ui-cmd-versions-tip = Ver qué contenía antes el archivo y recuperarlo
ui-cmd-compare = Comparar con…
ui-cmd-compare-tip = Ver en una imagen en qué se diferencia el diagrama de otro archivo
ui-cmd-compare-saved = Comparar con el archivo guardado
ui-cmd-compare-saved-tip = Ver en una imagen qué cambió desde que se abrió o guardó el diagrama
ui-cmd-keep-versions = Conservar versiones
ui-cmd-keep-versions-tip = Conservar en este equipo el archivo que se reemplaza al guardar
ui-cmd-close = Cerrar
ui-cmd-close-tip = Cerrar el diagrama
ui-cmd-close-all = Cerrar todo
ui-cmd-close-all-tip = Cerrar todos los diagramas
ui-cmd-undo = Deshacer
ui-cmd-undo-tip = Deshacer lo último
ui-cmd-redo = Rehacer
ui-cmd-redo-tip = Hacer de nuevo lo deshecho
ui-cmd-cut = Cortar
ui-cmd-cut-tip = Mover la selección al portapapeles
ui-cmd-copy = Copiar
ui-cmd-copy-tip = Copiar la selección al portapapeles
ui-cmd-copy-picture-selection = Copiar la selección como imagen
ui-cmd-copy-picture-selection-tip = Poner en el portapapeles una imagen de los pasos seleccionados, en calidad de impresión
ui-cmd-copy-picture-lane = Copiar el carril como imagen
ui-cmd-copy-picture-lane-tip = Poner en el portapapeles una imagen del carril, en calidad de impresión
ui-cmd-copy-picture-page = Copiar la página como imagen
ui-cmd-copy-picture-page-tip = Poner en el portapapeles una imagen de toda la página, en calidad de impresión
ui-cmd-paste = Pegar
ui-cmd-paste-tip = Insertar pasos del portapapeles; cada línea de un texto se convierte en un paso
ui-cmd-duplicate = Duplicar
ui-cmd-duplicate-tip = Poner una copia de la selección a su lado
ui-cmd-delete = Eliminar
ui-cmd-delete-tip = Eliminar la selección y cerrar el flujo
ui-cmd-delete-gap = Eliminar y dejar el hueco
ui-cmd-delete-gap-tip = Eliminar los pasos seleccionados sin conectar sus vecinos
ui-cmd-select-all = Seleccionar todo
ui-cmd-select-all-tip = Seleccionar todos los pasos y conectores de la página
ui-cmd-select-none = No seleccionar nada
ui-cmd-select-none-tip = Quitar la selección
ui-cmd-rename = Editar texto
ui-cmd-rename-tip = Cambiar el texto del paso, conector, carril o fase seleccionados
ui-cmd-language-add = Añadir idioma…
ui-cmd-language-add-tip = Leer y escribir el diagrama también en otro idioma
ui-cmd-language-remove = Quitar idioma…
ui-cmd-language-remove-tip = Quitar un idioma del diagrama junto con sus textos
ui-cmd-find-text = Buscar…
ui-cmd-find-text-tip = Buscar palabras en todos los textos de todas las páginas
ui-cmd-find-next = Buscar siguiente
ui-cmd-find-next-tip = Mostrar el siguiente lugar donde están las palabras
ui-cmd-find-previous = Buscar anterior
ui-cmd-find-previous-tip = Mostrar el lugar anterior donde están las palabras
ui-cmd-replace-text = Reemplazar…
ui-cmd-replace-text-tip = Reemplazar palabras en todos los textos de todas las páginas, tras ver cada uno
ui-cmd-find-in-folder = Buscar en una carpeta…
ui-cmd-find-in-folder-tip = Buscar y reemplazar palabras en todos los diagramas de una carpeta, tras ver cada uno
ui-cmd-search = Buscar órdenes y pasos…
ui-cmd-search-tip = Encontrar una orden o un paso por su nombre
ui-cmd-less-motion = Menos movimiento
ui-cmd-less-motion-tip = Hacer que nada se mueva por sí solo en la ventana
ui-cmd-scale-up = Interfaz más grande
ui-cmd-scale-up-tip = Mostrar menús, paneles y diagramas más grandes
ui-cmd-scale-down = Interfaz más pequeña
ui-cmd-scale-down-tip = Mostrar menús, paneles y diagramas más pequeños
ui-cmd-scale-reset = Tamaño normal de la interfaz
ui-cmd-scale-reset-tip = Mostrar la interfaz en el tamaño que pide el sistema
ui-cmd-lane-before = Carril antes
ui-cmd-lane-before-tip = Añadir un carril antes del seleccionado
ui-cmd-lane-after = Carril después
ui-cmd-lane-after-tip = Añadir un carril después del seleccionado
ui-cmd-pool = Grupo de carriles
ui-cmd-pool-tip = Poner los carriles seleccionados en un grupo nuevo
ui-cmd-phase-before = Fase antes
ui-cmd-phase-before-tip = Añadir una fase antes de la seleccionada
ui-cmd-phase-after = Fase después
ui-cmd-phase-after-tip = Añadir una fase después de la seleccionada
ui-cmd-page = Página
ui-cmd-page-tip = Añadir una página con los mismos carriles después de esta
ui-cmd-align-left = Alinear a la izquierda
ui-cmd-align-left-tip = Poner los bordes izquierdos de los pasos seleccionados en una línea
ui-cmd-align-centre = Alinear los centros
ui-cmd-align-centre-tip = Poner los centros de los pasos seleccionados en una línea vertical
ui-cmd-align-right = Alinear a la derecha
ui-cmd-align-right-tip = Poner los bordes derechos de los pasos seleccionados en una línea
ui-cmd-align-top = Alinear arriba
ui-cmd-align-top-tip = Poner los bordes superiores de los pasos seleccionados en una línea
ui-cmd-align-middle = Alinear en el medio
ui-cmd-align-middle-tip = Poner los centros de los pasos seleccionados en una línea horizontal
ui-cmd-align-bottom = Alinear abajo
ui-cmd-align-bottom-tip = Poner los bordes inferiores de los pasos seleccionados en una línea
ui-cmd-spread-across = Distribuir a lo ancho
ui-cmd-spread-across-tip = Igualar los espacios de izquierda a derecha
ui-cmd-spread-down = Distribuir a lo alto
ui-cmd-spread-down-tip = Igualar los espacios de arriba abajo
ui-cmd-to-front = Traer al frente
ui-cmd-to-front-tip = Dibujar los pasos seleccionados encima de los demás
ui-cmd-to-back = Enviar al fondo
ui-cmd-to-back-tip = Dibujar los pasos seleccionados debajo de los demás
ui-cmd-fit-size = Ajustar el tamaño al texto
ui-cmd-fit-size-tip = Dar a los pasos seleccionados el tamaño que piden sus textos
ui-cmd-pin = Fijar en su sitio
ui-cmd-pin-tip = La distribución automática deja los pasos seleccionados donde están
ui-cmd-tidy = Ordenar estas líneas
ui-cmd-tidy-tip = Buscar de nuevo el camino de los conectores seleccionados; se olvidan los codos, los extremos y las etiquetas colocados a mano
ui-cmd-tidy-one = Ordenar esta línea
ui-cmd-tidy-all = Ordenar todas las líneas
ui-cmd-tidy-all-tip = Buscar de nuevo el camino de todos los conectores de la página
ui-cmd-lay-out = Distribuir la página
ui-cmd-lay-out-tip = Colocar de nuevo todos los pasos, líneas, carriles y fases de la página
ui-cmd-lay-out-tidy = Ordenar la página
ui-cmd-lay-out-tidy-tip = Colocarlo todo con limpieza y conservar el orden en que está dibujado
ui-cmd-lay-out-lanes = Distribuir, mejor orden de carriles
ui-cmd-lay-out-lanes-tip = Colocarlo todo de nuevo y ordenar los carriles para que se crucen pocas líneas
ui-cmd-lay-out-selection = Distribuir la selección
ui-cmd-lay-out-selection-tip = Colocar de nuevo los pasos seleccionados, a partir de donde están
ui-cmd-lay-out-lane = Distribuir el carril
ui-cmd-lay-out-lane-tip = Colocar de nuevo los pasos del carril seleccionado, a partir de donde están
ui-cmd-lay-out-a4-landscape = Distribuir para A4 horizontal
ui-cmd-lay-out-a4-landscape-tip = Colocarlo todo de nuevo para que el diagrama llene bien una hoja A4 horizontal
ui-cmd-lay-out-a4-portrait = Distribuir para A4 vertical
ui-cmd-lay-out-a4-portrait-tip = Colocarlo todo de nuevo para que el diagrama llene bien una hoja A4 vertical
ui-cmd-lay-out-letter-landscape = Distribuir para carta horizontal
ui-cmd-lay-out-letter-landscape-tip = Colocarlo todo de nuevo para que el diagrama llene bien una hoja de tamaño carta horizontal
ui-cmd-lay-out-letter-portrait = Distribuir para carta vertical
ui-cmd-lay-out-letter-portrait-tip = Colocarlo todo de nuevo para que el diagrama llene bien una hoja de tamaño carta vertical
ui-cmd-spacing-compact = Espaciado compacto
ui-cmd-spacing-compact-tip = La distribución automática junta los elementos
ui-cmd-spacing-normal = Espaciado normal
ui-cmd-spacing-normal-tip = La distribución automática deja tanto espacio como las plantillas
ui-cmd-spacing-roomy = Espaciado amplio
ui-cmd-spacing-roomy-tip = La distribución automática deja mucho espacio entre los elementos
ui-cmd-label-place = Colocar la etiqueta automáticamente
ui-cmd-label-place-tip = Buscar un lugar para la etiqueta junto a su línea; se olvida el lugar al que se arrastró
ui-cmd-connect-with = Conectar con…
ui-cmd-connect-with-tip = Llevar un conector desde el paso hasta uno que pueda seguirle
ui-cmd-reverse = Invertir el conector
ui-cmd-reverse-tip = Hacer que el conector lleve en el otro sentido
ui-cmd-lane-back = Mover el carril arriba o a la izquierda
ui-cmd-lane-back-tip = Poner el carril elegido delante del anterior
ui-cmd-lane-on = Mover el carril abajo o a la derecha
ui-cmd-lane-on-tip = Poner el carril elegido detrás del siguiente
ui-cmd-turn-page = Girar la página
ui-cmd-turn-page-tip = Hacer que el flujo baje en vez de ir a lo ancho, o al revés
ui-cmd-dissolve-pool = Deshacer grupo de carriles
ui-cmd-dissolve-pool-tip = Quitar el grupo de los carriles seleccionados; ellos se quedan
ui-cmd-next = Diagrama siguiente
ui-cmd-next-tip = Mostrar el diagrama de la pestaña siguiente
ui-cmd-previous = Diagrama anterior
ui-cmd-previous-tip = Mostrar el diagrama de la pestaña anterior

# Para qué sirven los símbolos: ayuda de las órdenes que los añaden, que se llaman como ellos.
scene-kind-start-tip = Donde comienza el flujo
scene-kind-end-tip = Donde termina un camino
scene-kind-process-tip = Trabajo que alguien hace
scene-kind-decision-tip = Una pregunta donde se divide el flujo
scene-kind-data-tip = Información que entra o sale
scene-kind-document-tip = Una carta, un formulario, un correo
scene-kind-multi-document-tip = Un expediente de varios documentos
scene-kind-subprocess-tip = Un proceso dibujado en otra página
scene-kind-database-tip = Una base de datos o una lista
scene-kind-manual-operation-tip = Trabajo a mano
scene-kind-manual-input-tip = Algo que se escribe con el teclado
scene-kind-preparation-tip = Algo que se prepara
scene-kind-delay-tip = Tiempo de espera
scene-kind-display-tip = Algo que se muestra en una pantalla
scene-kind-event-tip = Algo que sucede
scene-kind-on-page-connector-tip = Un salto a la misma letra en otro lugar de la página
scene-kind-off-page-connector-tip = Un salto a otra página
scene-kind-note-tip = Una observación al lado del flujo

ui-undo-what = Deshacer: { $what }
ui-redo-what = Rehacer: { $what }

# Por qué una orden no se puede usar ahora.
ui-needs-document = Abra primero un diagrama
ui-needs-file = El diagrama no se ha guardado todavía
ui-needs-home = No hay carpeta para sus propias plantillas
ui-needs-other-document = No hay otro diagrama abierto
ui-needs-missing-language = El diagrama tiene todos los idiomas que conoce Laneway
ui-needs-two-languages = El diagrama tiene un solo idioma
ui-needs-done = No hay nada que deshacer
ui-needs-undone = No hay nada que rehacer
ui-needs-selection = Seleccione algo primero
ui-needs-records = Seleccione primero pasos o conectores
ui-needs-one-text = Seleccione un paso, un conector, un carril o una fase
ui-needs-one-step = Seleccione un solo paso
ui-needs-one-connector = Seleccione un conector
ui-needs-placed-label = Seleccione un conector cuya etiqueta se haya colocado a mano
ui-needs-any-step = No hay pasos en esta página
ui-needs-lane = Seleccione carriles por sus cabeceras
ui-needs-one-lane = Seleccione un carril o pasos de un solo carril
ui-needs-in-lane = Seleccione un carril o un paso de él
ui-needs-in-phase = Seleccione una fase o un paso de ella
ui-needs-pool = Seleccione carriles que estén en un grupo
ui-needs-lane-with-steps = Seleccione un carril con al menos dos pasos, o un paso de él
ui-needs-step = Seleccione al menos un paso
ui-needs-two-steps = Seleccione al menos dos pasos
ui-needs-three-steps = Seleccione al menos tres pasos

# Distribución automática en segundo plano.
ui-percent = { $percent } %
ui-import-reading = Leyendo { $file }…
ui-import-making = Creando un diagrama a partir de { $file }…
ui-import-stopped = No se ha creado ningún diagrama
ui-import-broke = No se ha podido crear un diagrama a partir del archivo
ui-pinned = Fijado en su sitio
ui-layout-running = Distribuyendo { $count } pasos…
ui-layout-stopped = Todo sigue donde estaba
ui-layout-same = Todo está ya donde lo colocaría la distribución automática
ui-layout-outdated = El diagrama ha cambiado entretanto, así que no se ha usado la distribución
ui-layout-broke = La distribución no ha funcionado; todo sigue donde estaba

# Pestañas y barra de estado
ui-tab-no-file = Todavía no se ha guardado en un archivo
ui-unsaved = Cambios sin guardar
ui-saved-at = Guardado a las { $time }
ui-selected = Selección: { $what }
ui-connectors = { $count ->
    [one] { $count } conector
   *[other] { $count } conectores
}
ui-phases = { $count ->
    [one] { $count } fase
   *[other] { $count } fases
}

# Búsqueda de órdenes y pasos
ui-search = Buscar órdenes y pasos
ui-nothing-found = Ninguna orden y ningún paso contiene estas palabras

# Preguntas
ui-save = Guardar
ui-dont-save = No guardar
ui-overwrite = Sobrescribir
ui-revert = Volver a lo guardado
ui-unsaved-heading = { $count ->
    [one] ¿Desea guardar los cambios?
   *[other] ¿Desea guardar los cambios de { $count } diagramas?
}
ui-unsaved-text = Lo que no se guarda se pierde.
ui-changed-heading = Otro programa cambió el archivo
ui-changed-text = Si lo sobrescribe, se pierde lo que se cambió allí desde que el diagrama se abrió o se guardó aquí.
ui-changed-text-kept = Lo que se cambió ahí desde que el diagrama se abrió o se guardó aquí sale del archivo; queda entre las versiones (Archivo > Versiones…).
ui-exists-heading = Ya existe un archivo con este nombre
ui-exists-text-kept = Lo que contiene sale del archivo; queda en Archivo > Versiones… de este diagrama.
ui-exists-text = Si lo sobrescribe, se pierde lo que contiene.
ui-replace-heading = ¿Sustituir lo que hay?
ui-replace-text = Ya hay algo con este nombre que no se hizo a partir de este diagrama. Al sustituirlo se pierde lo que contiene.
ui-replace = Sustituir
ui-another-name = Otro nombre…
ui-elsewhere = { $user } también tiene abierto este archivo: en { $host }, desde { $time }. A quien guarde después se le pregunta qué se hace con los cambios del otro.
ui-elsewhere-somebody = Alguien
ui-elsewhere-go-on = Continuar
ui-outside-heading = Otra persona cambió el archivo
ui-outside-text = Usted lo ve como era. Vuelva a cargarlo o conserve lo suyo: se preguntará de nuevo antes de sobrescribirlo.
ui-outside-text-both = Usted tiene cambios propios. Al unir se conservan ambos; al volver a cargar queda lo de la otra persona. Deshacer revierte lo uno y lo otro.
ui-outside-text-unsaved = Usted tiene cambios propios. Al volver a cargar queda lo de la otra persona; Deshacer lo revierte. Conserve lo suyo: se preguntará de nuevo antes de sobrescribir el archivo.
ui-reload = Volver a cargar
ui-reloaded = El archivo se ha vuelto a leer. Deshacer le devuelve sus cambios.
ui-outside-gone = El archivo de «{ $name }» ya no está, o no contiene ningún diagrama. Guarde el diagrama para conservarlo.
ui-keep-mine = Conservar lo mío
ui-merge = Unir
ui-merged = Unido con «{ $file }»: { $changes }
ui-merge-failed = No se pueden unir: { $reason }
ui-merge-conflicts = { $count ->
    [one] En 1 lugar ambos cambiaron lo mismo: queda lo suyo, y la lista de problemas dice qué tenía el archivo.
   *[other] En { $count } lugares ambos cambiaron lo mismo: queda lo suyo, y la lista de problemas dice qué tenía el archivo.
}
ui-revert-heading = ¿Desea abandonar los cambios?
ui-revert-text = El diagrama se lee de nuevo de su archivo. Se pierde lo que se cambió desde que se guardó.
ui-add-language = Añadir un idioma
ui-add-language-text = Cada texto recibe un campo en él, y Problemas muestra lo que queda por traducir.
ui-add-this-language = Añadir { $language }
ui-remove-language = Quitar un idioma
ui-remove-language-text = ¿Qué idioma debe perder el diagrama? Lo que no está escrito en ningún otro idioma se conserva.
ui-remove-this-language = Quitar { $language }
ui-language-texts = { $count ->
    [one] { $language }: se elimina { $count } texto
   *[other] { $language }: se eliminan { $count } textos
}
ui-language-only = { $count ->
    [one] { $count } que no tiene otro idioma se conserva como texto en { $language }
   *[other] { $count } que no tienen otro idioma se conservan como textos en { $language }
}
ui-delete-lane = ¿Desea eliminar el carril «{ $title }»?
ui-delete-phase = ¿Desea eliminar la fase «{ $title }»?
ui-band-steps = { $count ->
    [one] Contiene { $count } paso.
   *[other] Contiene { $count } pasos.
}
ui-move-to-lane = Mover los pasos al carril
ui-move-to-phase = Mover los pasos a la fase
ui-move-steps = Mover los pasos
ui-delete-steps = Eliminarlos también
ui-template-heading = Guardar como plantilla
ui-template-name = Nombre de la plantilla
ui-path-save = Guardar el diagrama

# Avisos
ui-versions-heading = Versiones de este diagrama
ui-versions-since = Cambios desde entonces
ui-versions-none = Aún no se conservó ninguna versión de este diagrama. Cada vez que se guarda, se conserva el archivo reemplazado.
ui-versions-kept = Se conservan en este equipo las 20 últimas versiones y una al día durante 60 días, legibles solo para usted.
ui-versions-when-of = { $when }, en { $file }
ui-versions-name = { $name }, versión de { $when }
ui-versions-restore = Restaurar
ui-versions-open = Abrir al lado
ui-versions-compare = Comparar
ui-versions-on = Desde ahora, al guardar se conserva el archivo que se reemplaza
ui-versions-off = Desde ahora no se conserva nada de lo que se reemplaza al guardar; las versiones anteriores quedan
ui-versions-clear = Eliminar versiones…
ui-versions-clear-heading = ¿Eliminar versiones?
ui-versions-clear-text = No se podrán recuperar. Los archivos de los diagramas quedan como están.
ui-versions-clear-this = Las de este diagrama
ui-versions-clear-all = Las de todos los diagramas
ui-versions-of-this = { $count ->
    [one] De este diagrama: 1 versión de «{ $title }» ({ $file })
   *[other] De este diagrama: { $count } versiones de «{ $title }» ({ $file })
}
ui-versions-of-other = { $count ->
    [one] De este diagrama: 1 versión de «{ $title }», que es también la de { $file }; un archivo es copia del otro
   *[other] De este diagrama: { $count } versiones de «{ $title }», que son también las de { $file }; un archivo es copia del otro
}
ui-versions-of-gone = { $count ->
    [one] De este diagrama: 1 versión de «{ $title }», conservada de { $file }, que ya no está; puede que ahora se llame de otro modo
   *[other] De este diagrama: { $count } versiones de «{ $title }», conservadas de { $file }, que ya no está; puede que ahora se llame de otro modo
}
ui-versions-of-all = De todos los diagramas: { $versions ->
    [one] 1 versión
   *[other] { $versions } versiones
} de { $charts ->
    [one] 1 diagrama
   *[other] { $charts } diagramas
}
ui-versions-cleared = Las versiones se eliminaron
ui-versions-not-cleared = No se pudieron eliminar las versiones: { $reason }
ui-versions-restored = La versión se restauró; con deshacer se vuelve atrás
ui-saving = Guardando…
ui-version-lost = El archivo tal como estaba no se pudo conservar como versión
ui-unreadable-text = Hay un archivo con este nombre y no se puede leer. Nadie sabe qué contiene.
ui-saved-to = Guardado en { $file }
ui-comments-dropped = Los comentarios del archivo no se conservaron.
ui-template-kept = Guardado como plantilla en { $file }
ui-save-failed = El diagrama no se guardó: { $reason }
ui-save-failed-heading = El diagrama no se guardó
ui-try-again = Volver a intentarlo
ui-save-elsewhere = Este archivo está abierto en otra pestaña; elija otro nombre
ui-copied = { $count ->
    [one] { $count } paso copiado
   *[other] { $count } pasos copiados
}
ui-put-into-line = Insertado en la línea de «{ $from }» a «{ $to }»
ui-undo-this = Deshacer
ui-fix-which = Lo elegido se muestra en el diagrama; lo más probable va primero.
ui-fix-do = Hacer esto
ui-copied-lines = Conectores copiados
ui-nothing-to-paste = El portapapeles no contiene pasos ni un texto breve
ui-clipboard = portapapeles
ui-paste-foreign = Es { $what }; Laneway todavía no puede leer este formato
ui-pasted-lanes = { $count ->
    [one] Pegado con un carril nuevo: { $lanes }
   *[other] Pegado con { $count } carriles nuevos: { $lanes }
}
ui-paste-file = Es la ruta de un archivo; ábralo con Archivo > Abrir… o suéltelo sobre la ventana
ui-paste-picture = Una imagen no puede convertirse en pasos; péguela en el programa donde se vaya a leer
ui-copying-picture = Dibujando la imagen
ui-scaled = Tamaño de la interfaz: { $percent } %

ui-cmd-import-table = Importar tabla…
ui-cmd-import-table-tip = Crear un diagrama a partir de una tabla en CSV o Excel
ui-cmd-save-table = Guardar una tabla…
ui-cmd-save-table-tip = Guardar los pasos como tabla para Excel y Visio
ui-path-import = Importar una tabla
ui-path-table = Guardar una tabla (.xlsx o .csv)
ui-path-folder = Buscar en los diagramas de una carpeta
ui-path-compare = Comparar con un diagrama
ui-table-heading = Guardar los pasos como tabla
ui-table-workbook = Libro de Excel (.xlsx), una hoja por página
ui-table-comma = CSV con comas, esta página
ui-table-semicolon = CSV con punto y coma, esta página
ui-table-tab = Texto con tabuladores (.tsv), esta página
ui-import-heading = Tablas de { $file }
ui-import-tables = Cada tabla se convierte en una página
ui-import-all = Todas las tablas
ui-import-choose = Importar «{ $title }»
ui-import-table =
    { $title } ({ $rows ->
        [one] 1 fila
       *[other] { $rows } filas
    })
ui-import-language = Idioma de los textos
ui-import-columns = Columnas de «{ $title }» y su significado
ui-import-headers = La primera fila contiene encabezados
ui-import-accept = Crear un diagrama
ui-field-id = Identificador
ui-field-description = Descripción
ui-field-next = Pasos siguientes
ui-field-label = Etiquetas
ui-field-type = Tipo de forma
ui-field-function = Función (carril)
ui-field-phase = Fase
ui-field-pool = Grupo de carriles
ui-field-alt = Detalles
ui-field-property = Propiedad
ui-field-ignore = Omitir
ui-cmd-import-report = Informe de importación…
ui-cmd-import-report-tip = Qué fue de cada cosa del archivo con que se creó el diagrama
ui-needs-report = El diagrama no se creó a partir de un archivo de otra forma
ui-report = Qué fue del archivo
ui-report-copy = Copiar
ui-report-show = Mostrar el paso
ui-report-gone = El paso ya no existe

### Un archivo que no se abre porque está dañado

ui-damaged = El archivo no se abre
ui-damaged-offer = Lo que está entero se puede salvar como un diagrama nuevo. El archivo se queda como está.
ui-repair = Reparar…
ui-damaged-lost = No se puede salvar nada
ui-damaged-lost-text = No hay en el archivo ni una página que se pueda leer. Se queda como está; abra una copia anterior.
ui-repairing = Reparando { $file }
ui-repaired = Qué se hizo con el archivo
ui-repaired-lost = Este es un diagrama nuevo con lo que se pudo salvar; aún no está guardado. Lo marcado quedó fuera.
ui-repaired-kept = Este es un diagrama nuevo con todo lo que había en el archivo; aún no está guardado.
ui-repaired-whole = El archivo estaba bien; esto es una copia
ui-cmd-repair = Reparar un archivo…
ui-cmd-repair-tip = Salvar como diagrama nuevo lo que está entero en un diagrama que no se abre
ui-path-repair = Reparar un archivo

### Trabajo sin guardar que se ha conservado

ui-cmd-recover = Recuperar trabajo sin guardar…
ui-cmd-recover-tip = Muestra los diagramas en los que se trabajaba cuando el programa terminó sin haberlos guardado
ui-recover-heading = { $count ->
    [0] No hay trabajo sin guardar que recuperar
    [one] Un diagrama no se guardó
   *[other] { $count } diagramas no se guardaron
}
ui-recover-text = Laneway terminó antes de que se guardara el trabajo. El trabajo se ha conservado.
ui-recover-ended = Laneway terminó por un error propio. Hay un informe, sin nada de sus diagramas, en { $file }.
ui-recover-when = Última modificación: { $when }
ui-recover-no-file = Nunca guardado
ui-recover-unknown-file = Ya no se sabe en qué archivo estaba
ui-recover-gone = Su archivo ya no está
ui-recover-damaged = Su registro está dañado. Aquí está lo que se pudo leer; puede faltar algo.
ui-recover-unknown = Un diagrama
ui-recover-unreadable = El registro de lo que no se guardó está dañado, o lo escribió otra versión de Laneway. No se puede leer nada de él.
ui-recover = Recuperar
ui-recover-keep = Dejar el archivo guardado
ui-recover-discard = Descartar
ui-recover-give-up-heading = ¿Descartar el trabajo sin guardar en «{ $name }»?
ui-recover-give-up-final = No se puede deshacer.
ui-recover-give-up-keeps-file = El archivo guardado queda como está. No se puede deshacer.
ui-recover-give-up = Descartar el trabajo
ui-recover-hold = Conservar el trabajo
ui-recover-later = Decidir después
ui-recover-not-removed = No se pudo quitar el trabajo sin guardar: { $reason }
ui-recover-not-kept = Ahora mismo no se puede conservar el trabajo sin guardar. Guarde a menudo. { $reason }
ui-recovered = «{ $name }» está abierto con el trabajo que no se guardó. Guárdelo para conservarlo.

ui-compare-heading = Comparar
ui-compare-before = Antes: { $name }
ui-compare-after = Después: { $name }
ui-compare-swap = Intercambiar
ui-compare-making = Comparando…
ui-compare-broke = La comparación se interrumpió
ui-compare-list = Diferencias
ui-compare-help = Elija una diferencia con el ratón o las flechas para ir a ella; arrastre o use la rueda para mover la imagen, Ctrl y la rueda para ampliarla.
ui-compare-page = Página { $number } de { $count }: { $title }
ui-compare-back = Página anterior
ui-compare-on = Página siguiente
ui-compare-svg = Exportar SVG…
ui-compare-png = Exportar PNG…
ui-compare-written = Escrito: { $files }
ui-compare-file = diferencias
ui-compare-saved = { $name } tal como se guardó
ui-compare-now = { $name } tal como está ahora
ui-compare-version = versión de { $when }

# Cómo se llama también a las órdenes: se busca, nunca se muestra
ui-synonyms-new = crear empezar vacío plantilla
ui-synonyms-open = cargar archivo
ui-synonyms-versions = historial anteriores copia restaurar
ui-synonyms-keep-versions = historial copia
ui-synonyms-recover = perdido fallo autoguardado
ui-synonyms-repair = dañado roto corrupto
ui-synonyms-compare = diferencias cambios
ui-synonyms-export = imprimir PDF imagen SVG PNG publicar
ui-synonyms-import-table = Excel CSV hoja de cálculo Visio
ui-synonyms-save-table = Excel CSV hoja de cálculo exportar
ui-synonyms-quit = salir terminar
ui-synonyms-undo = atrás anular
ui-synonyms-redo = repetir otra vez
ui-synonyms-copy-picture = foto PNG captura portapapeles
ui-synonyms-duplicate = copiar clonar
ui-synonyms-delete = quitar borrar
ui-synonyms-rename = renombrar etiqueta escribir
ui-synonyms-find-text = encontrar localizar palabras
ui-synonyms-replace-text = sustituir cambiar todo
ui-synonyms-find-in-folder = muchos varios diagramas archivos reemplazar todos norma directorio
ui-synonyms-zoom-in = acercar ampliar
ui-synonyms-zoom-out = alejar reducir
ui-synonyms-zoom-fit = entera ver todo
ui-synonyms-zoom-width = página ancha
ui-synonyms-zoom-selection = acercar enfocar
ui-synonyms-symbols = formas paleta esquema
ui-synonyms-list-symbols = formas paleta lista cuadrícula iconos
ui-synonyms-properties = color estilo relleno detalles tiempo
ui-synonyms-problems = revisar errores avisos validar
ui-synonyms-table = total suma lista hoja de cálculo tiempos
ui-synonyms-map = vista general navegador
ui-synonyms-light = tema color día
ui-synonyms-dark = tema color noche
ui-synonyms-system = tema color
ui-synonyms-scale-up = letra tamaño
ui-synonyms-scale-down = letra tamaño
ui-synonyms-language = idioma lengua traducción inglés español
ui-synonyms-lane = añadir nuevo insertar calle fila rol
ui-synonyms-move-lane = orden ordenar fila reordenar
ui-synonyms-pool = grupo agrupar contenedor participante marco
ui-synonyms-ungroup = desagrupar quitar
ui-synonyms-phase = añadir nueva insertar etapa hito columna
ui-synonyms-page = añadir nueva hoja pestaña
ui-synonyms-front = capa encima
ui-synonyms-back = capa debajo
ui-synonyms-pin = bloquear fijar
ui-synonyms-tidy = enrutar enderezar conectores flechas
ui-synonyms-connect = conectar siguiente seguir línea flecha
ui-synonyms-reverse = invertir sentido flecha
ui-synonyms-lay-out = organizar ordenar limpiar
ui-synonyms-paper = papel imprimir horizontal tamaño
ui-synonyms-paper-upright = papel imprimir vertical tamaño
ui-synonyms-turn-page = vertical horizontal orientación rotar sentido
ui-synonyms-shortcuts = teclado teclas ayuda
ui-synonyms-about = versión licencia
ui-synonyms-step = añadir nuevo símbolo forma
ui-synonyms-start = comienzo primero
ui-synonyms-end = terminar fin último
ui-synonyms-process = tarea actividad acción caja
ui-synonyms-decision = si condición rama pregunta rombo
ui-synonyms-data = entrada salida información
ui-synonyms-document = formulario carta papel informe
ui-synonyms-multi-document = formularios copias papeles
ui-synonyms-subprocess = predefinido procedimiento llamada
ui-synonyms-database = almacén archivo registros cilindro
ui-synonyms-manual-operation = a mano trapecio
ui-synonyms-manual-input = teclado escribir introducir
ui-synonyms-preparation = preparar inicio hexágono
ui-synonyms-delay = esperar pausa
ui-synonyms-display = pantalla mostrar monitor
ui-synonyms-event = disparador temporizador mensaje señal círculo
ui-synonyms-on-page-connector = salto referencia letra círculo
ui-synonyms-off-page-connector = otra página referencia salto
ui-synonyms-note = comentario anotación
