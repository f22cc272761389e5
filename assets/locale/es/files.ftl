### Archivos: por qué uno no se abrió, guardó o dibujó. La primera línea dice qué y dónde; la segunda, qué hacer.

file-missing =
    No existe ese archivo: { $place }
    Revise el nombre; quizá se movió o se le cambió el nombre.
file-not-a-file =
    Esto no es un archivo, sino una carpeta o un dispositivo: { $place }
    Elija el archivo de un documento.
file-unreadable =
    El archivo no se puede leer ({ $detail }): { $place }
    Compruebe que tiene permiso para leerlo y que su unidad está conectada.
file-too-large =
    El archivo ocupa más de 64 MiB: { $place }
    Los documentos son mucho más pequeños; compruebe que es el archivo correcto.
file-empty =
    El archivo está vacío: { $place }
    Abra una copia anterior.
file-binary =
    El archivo no es texto, sino una imagen, un archivo comprimido o un programa: { $place }
    Elija un documento de Laneway.
file-not-utf8 =
    El archivo no es texto UTF-8: { $place }
    Salve lo que se pueda con «laneway repair» o abra una copia anterior.
file-other-encoding =
    El archivo no es texto UTF-8 sino { $detail }, como guardan algunos editores, hojas de cálculo y programas de correo: { $place }
    «laneway repair» lo lee de todos modos.
file-not-ours =
    El archivo no es un documento de Laneway: { $place }
    Un documento empieza por (format: "laneway", version: 2, …).
file-newer =
    El archivo se creó con un Laneway más reciente (versión { $detail } del formato): { $place }
    Actualice Laneway para abrirlo.
file-odd-version =
    El archivo no tiene una versión que Laneway conozca (se encontró { $detail }): { $place }
    Salve lo que se pueda con «laneway repair» o abra una copia anterior.
file-damaged =
    El archivo está dañado ({ $detail }): { $place }
    Salve lo que se pueda con «laneway repair» o abra una copia anterior.
file-too-deep =
    El archivo tiene más de 32 paréntesis anidados: { $place }
    Ningún documento los tiene; abra una copia anterior.
file-content =
    El archivo no se puede abrir: { $detail }: { $place }
    Salve lo que se pueda con «laneway repair» o abra una copia anterior.

save-no-folder =
    No existe la carpeta donde guardar: { $place }
    Elija otro lugar.
save-not-a-file =
    Esto no es un archivo, sino una carpeta o un dispositivo: { $place }
    Elija otro nombre.
save-protected =
    El archivo está protegido contra escritura: { $place }
    Guarde con otro nombre o quite la protección.
save-failed =
    El archivo no se puede guardar ({ $detail }): { $place }
    Compruebe que hay espacio y que tiene permiso para escribir ahí, o elija otro lugar.
save-no-room =
    No queda espacio en el disco: { $place }
    Libere espacio o guarde en otro lugar.
save-not-allowed =
    No tiene permiso para escribir ahí: { $place }
    Guarde en otro lugar o pregunte a quien administra la carpeta.
save-read-only =
    El disco es de solo lectura: { $place }
    Guarde en otro lugar.
save-place-gone =
    El lugar ya no está: { $place }
    Vuelva a conectar la unidad o guarde en otro lugar.
save-altered =
    El disco no conservó lo que se escribió: { $place }
    Guarde en otro lugar y haga revisar el disco.
save-too-large =
    El diagrama no se puede guardar, porque su archivo tendría más de 64 MiB: { $place }
    Divídalo en varios diagramas.
save-unopenable =
    El diagrama no se puede guardar, porque su archivo no podría abrirse de nuevo ({ $detail }): { $place }
    Deshaga lo que llevó a eso o divídalo en varios diagramas.
save-unfaithful =
    El diagrama no se puede guardar, porque su archivo se abriría como otro diagrama: { $place }
    Es un error del programa; comuníquelo, por favor.
save-not-kept = El archivo se guardó, pero el sistema no le dejó conservar esto del anterior: { $what }
save-owner = propietario
save-group = grupo
save-permissions = permisos
save-attributes = atributos y lista de acceso

# Lo que el sistema dice de un archivo: va entre paréntesis o tras dos puntos.
system-not-found = no existe tal archivo o carpeta
system-not-allowed = sin permiso
system-exists = ya existe
system-folder = es una carpeta
system-no-folder = una parte de la ruta no es una carpeta
system-not-empty = la carpeta no está vacía
system-name = el nombre es demasiado largo o no está permitido
system-no-room = no queda espacio en el disco
system-too-large = el archivo sería demasiado grande
system-read-only = el disco es de solo lectura
system-busy = otro programa lo está usando
system-no-memory = no hay memoria suficiente
system-damaged = lo que contiene está dañado
system-unreachable = la unidad o la red no responde

draw-too-large = la imagen tendría { $width } × { $height } píxeles; son posibles { $most } por lado como máximo, elija un tamaño menor
draw-no-memory = no hay memoria suficiente para una imagen de este tamaño; elija una más pequeña
draw-nothing = una imagen de este tamaño no tiene píxeles; elija un tamaño mayor
draw-failed = la imagen no se pudo dibujar: { $detail }
write-chart-name = un nombre que termina en .ron es el de un diagrama, y esto no lo es; elija otra terminación
write-onto-chart = este archivo contiene un diagrama, diga lo que diga su nombre, y nada más lo sustituye nunca; elija otro nombre
write-exists = ya existe un archivo con este nombre que no se hizo de este diagrama; elija otro nombre

breach-no-page = el documento no tiene ninguna página; añada una
breach-too-many-steps = { $count } pasos; se admiten { $most } como máximo
breach-used-twice = el identificador «{ $id }» se usa dos veces; cambie uno de los dos
breach-no-lane = la página «{ $id }» no tiene ningún carril; añada uno
breach-pool-in-itself = el grupo de carriles «{ $id }» está dentro de sí mismo; corrija su parent
breach-too-nested = el grupo de carriles «{ $id }» está dentro de más de { $most } grupos; sáquelo de algunos
breach-lanes-apart = los carriles del grupo «{ $id }» no están juntos; júntelos o haga dos grupos
breach-empty-pool = el grupo de carriles «{ $id }» no tiene ningún carril; quítelo
breach-dangling = { $field } de «{ $id }» nombra «{ $target }», que no existe; corríjalo o quítelo
breach-out-of-reach = «{ $id }» está en { $x }, { $y }; las coordenadas deben ser números entre ±10 000 000
breach-size = «{ $id }» tiene el tamaño { $size }; los tamaños deben ser mayores que 0 y de 10 000 000 como máximo
breach-out-of-range = «{ $id }»: { $what } es { $value }; debe estar entre 0 y { $most }
breach-time = un tiempo
breach-side = un lugar en un lado
breach-share = un porcentaje
breach-control-character = un texto contiene el carácter de control { $code }; quítelo

fault-id = esto no es un identificador (de 1 a 80 letras a-z, cifras, - o _): «{ $id }»
fault-language = esto no es un código de idioma como en, es o pt-BR: «{ $code }»
fault-right-for = aquí deben estar el idioma y los ocho dígitos, como «en 5f3a9c01», para los que valía la traducción: «{ $value }»
fault-color = esto no es un color como #1a4f8b: «{ $code }»
fault-key-twice = «{ $key }» aparece dos veces; quite uno de los dos
fault-number = un número es demasiado grande o no es un número; escriba uno normal
fault-control-character = ahí hay un carácter de control { $code }; quítelo
fault-step = paso
fault-connector = conector
fault-two-places = el { $of } «{ $id }» tiene dos lugares; quite uno de ellos
fault-no-place = el paso «{ $id }» no tiene lugar; añada uno entre los lugares (places)
fault-place-of-nothing = un lugar nombra el { $of } «{ $id }», que no existe; corríjalo o quítelo
fault-place-in-no-lane = un lugar de «{ $id }» nombra el carril «{ $lane }», que no existe; corríjalo
fault-raised-twice = z_order nombra «{ $id }» dos veces; quite uno de los dos
fault-unrouted-route = «{ $id }» tiene routed: false y un recorrido; quite uno de los dos
fault-two-ends = «{ $id }» tiene a la vez { $end } y { $end }_point; quite uno de los dos
fault-no-end = «{ $id }» no tiene { $end }; nombre un paso o ponga { $end }_point entre los lugares (places)

damage-unknown-field = aquí no existe el campo { $name }
damage-missing-field = falta el campo { $name }
damage-field-twice = el campo { $name } está dos veces
damage-unknown-word = { $name } no es ninguna de las palabras que pueden ir ahí
damage-wrong-value = { $found } no es lo que debe ir ahí
damage-incomplete = falta un paréntesis, una coma, dos puntos o unas comillas
damage-unreadable = lo que hay ahí no se puede leer

open-foreign-drawing =
    Es { $what }; Laneway todavía no puede leer este formato: { $place }
    Haga una tabla con sus pasos (.xlsx, .csv) y ábrala, o dibuje el diagrama de nuevo.
open-foreign-sheet =
    Es { $what }; Laneway todavía no puede leer este formato: { $place }
    Ábralo en una hoja de cálculo y guárdelo como .xlsx, sin contraseña.
open-foreign-text =
    Es { $what }; Laneway todavía no puede leer este formato: { $place }
    Copie su lista de pasos y péguela en un diagrama.
open-foreign-picture =
    Es { $what }, y de una imagen no se recupera un diagrama: { $place }
    Abra el diagrama del que se hizo.
open-foreign-other =
    Es { $what }; Laneway no puede leer este formato: { $place }
    Elija un diagrama (.ron), una tabla (.xlsx, .csv) o la geometría de un diagrama (.json).
open-foreign-directives =
    Es { $what }; Laneway todavía no puede leer este formato: { $place }
    Ábralo en draw.io o quite las líneas que empiezan por #: entonces es una tabla.
open-is-table =
    Es una tabla y no un diagrama: { $place }
    Haga primero un diagrama con ella: laneway convert TABLA DIAGRAMA.ron
open-is-document =
    Es un diagrama y no una tabla: { $place }
    Ábralo tal como está.
open-is-geometry =
    Es la geometría de un diagrama y no el diagrama: { $place }
    Haga primero un diagrama con ella: laneway convert GEOMETRÍA.json DIAGRAMA.ron
open-unknown =
    No es un archivo que Laneway conozca: { $place }
    Elija un diagrama (.ron), una tabla (.xlsx, .csv) o la geometría de un diagrama (.json).

foreign-visio = un dibujo de Visio
foreign-draw-io = un dibujo de draw.io
foreign-draw-io-table = una tabla que dice a draw.io cómo dibujarla
foreign-bpmn = un modelo BPMN
foreign-mermaid = un diagrama Mermaid
foreign-graphviz = un diagrama de Graphviz
foreign-d2 = un diagrama D2
foreign-plant-uml = un diagrama PlantUML
foreign-lucid = un dibujo de Lucidchart
foreign-excalidraw = un dibujo de Excalidraw
foreign-graph-ml = un diagrama GraphML
foreign-xpdl = un modelo XPDL
foreign-old-workbook = un libro antiguo de Excel
foreign-open-document-sheet = una hoja de cálculo OpenDocument
foreign-apple-office = un archivo de Numbers, Pages o Keynote
foreign-old-office = un archivo antiguo de Office o con contraseña
foreign-word = un documento de Word
foreign-power-point = una presentación de PowerPoint
foreign-open-document = un texto, dibujo o presentación OpenDocument
foreign-pdf = un documento PDF
foreign-rich-text = un documento de texto enriquecido
foreign-html = una página web
foreign-picture = una imagen
foreign-svg = una imagen SVG
foreign-xml = un archivo XML
foreign-json = un archivo JSON de otra forma
foreign-archive = un archivo comprimido

publish-no-such-page = { $file }: no existe la página «{ $page }»; hay { $known }
publish-no-such-lane = { $file }: no existe el carril «{ $name }»; hay { $known }
publish-no-such-phase = { $file }: no existe la fase «{ $name }»; hay { $known }
publish-no-such-step = { $file }: no existe el paso «{ $name }»; hay { $known }
publish-same-name = dos archivos tendrían este nombre

# Lo que se hizo con un archivo dañado para poder abrirlo.
repair-cut-off = El archivo se interrumpe; lo que seguía no está en él
repair-record = Queda fuera, porque no se puede leer: { $what }
repair-field = Queda fuera de su registro, porque no se puede leer o no se conoce: { $what }
repair-usual = Falta o no se puede leer; ahora está lo usual: { $what }
repair-signs = Se corrigieron paréntesis, comillas o comas
repair-signs-of = Se corrigieron paréntesis, comillas o comas: { $what }
repair-guessed = Ninguna comilla indica dónde termina este texto; revíselo: { $what }
repair-duplicate = Queda fuera, porque lo mismo ya está ahí: { $what }
repair-conflict = Una fusión sin terminar tiene dos versiones de { $what }; se conserva la primera, la otra queda fuera
repair-theirs = Solo el otro lado de una fusión sin terminar tiene { $what }; se conserva
repair-left-over = Queda fuera, porque no pertenece a nada: { $what }
repair-reference = { $what }: lo que nombra no está; se quitó la referencia
repair-renamed = Otro nombre, porque el anterior está ocupado o no lo es: { $what }
repair-place = { $what } tiene un lugar nuevo
repair-number = { $what }: se sustituyó un número imposible
repair-characters = Se quitaron caracteres que no pueden estar en un texto
repair-letters = Hay letras que no se pueden leer; � está en su lugar
repair-letters-of = Hay letras que no se pueden leer; � está en su lugar: { $what }
repair-encoding = El archivo se leyó como { $what }; el diagrama reparado es UTF-8
repair-spelling = Una palabra que nadie conoce se leyó como otra: { $what }
repair-added = Añadido, porque ningún diagrama puede estar sin ello: { $what }
repair-in-line = Línea { $line }: { $said }
repair-in-places = En { $count } lugares: { $said }
repair-in-places-from-line = En { $count } lugares, primero en la línea { $line }: { $said }
repair-page = página «{ $words }» ({ $id })
repair-page-wordless = página { $id }
repair-lane = carril «{ $words }» ({ $id })
repair-lane-wordless = carril { $id }
repair-pool = grupo de carriles «{ $words }» ({ $id })
repair-pool-wordless = grupo de carriles { $id }
repair-phase = fase «{ $words }» ({ $id })
repair-phase-wordless = fase { $id }
repair-step = paso «{ $words }» ({ $id })
repair-step-wordless = paso { $id }
repair-connector = conector de «{ $words }» a «{ $to }» ({ $id })
repair-connector-wordless = conector { $id }
