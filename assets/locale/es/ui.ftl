# La ventana.

# Menús y órdenes: la etiqueta y, con -tip, la ayuda emergente.
quoted = «{ $words }»
ui-menu-file = Archivo
ui-menu-view = Ver
ui-menu-help = Ayuda
ui-cmd-new = Nuevo diagrama
ui-cmd-new-tip = Empezar un diagrama vacío con cuatro carriles
ui-cmd-open = Abrir…
ui-cmd-open-tip = Abrir un diagrama desde un archivo
ui-cmd-export = Exportar…
ui-cmd-export-tip = Guardar el diagrama como imagen o como datos
ui-cmd-start = Página de inicio
ui-cmd-start-tip = Elegir una plantilla o un archivo
ui-cmd-quit = Salir
ui-cmd-quit-tip = Cerrar la ventana
ui-cmd-zoom-in = Acercar
ui-cmd-zoom-in-tip = Ver el diagrama más grande
ui-cmd-zoom-out = Alejar
ui-cmd-zoom-out-tip = Ver el diagrama más pequeño
ui-cmd-zoom-reset = Tamaño real
ui-cmd-zoom-reset-tip = Ver al 100 %
ui-cmd-zoom-fit = Ajustar a la ventana
ui-cmd-zoom-fit-tip = Ver la página entera
ui-cmd-zoom-width = Ajustar al ancho
ui-cmd-zoom-width-tip = Ver la página tan ancha como la ventana
ui-cmd-zoom-selection = Ampliar la selección
ui-cmd-zoom-selection-tip = Ver lo seleccionado tan grande como quepa
ui-cmd-zoom-lane = Ver el carril
ui-cmd-zoom-lane-tip = Ver entero el carril seleccionado o el de lo seleccionado
ui-cmd-zoom-phase = Ver la fase
ui-cmd-zoom-phase-tip = Ver entera la fase seleccionada o la de lo seleccionado
ui-cmd-symbols = Símbolos y esquema
ui-cmd-symbols-tip = Mostrar u ocultar símbolos y esquema
ui-cmd-properties = Propiedades
ui-cmd-properties-tip = Mostrar u ocultar las propiedades
ui-cmd-problems = Problemas
ui-cmd-problems-tip = Mostrar u ocultar lo que halló la revisión
ui-cmd-table = Tabla de pasos
ui-cmd-table-tip = Mostrar u ocultar los pasos de la página como tabla
ui-cmd-list-symbols = Símbolos con nombres
ui-cmd-list-symbols-tip = Mostrar los símbolos en una lista con sus nombres, o en cuadrícula
ui-cmd-map = Mapa
ui-cmd-map-tip = Mostrar u ocultar el mapa de la página
ui-cmd-light = Tema claro
ui-cmd-light-tip = Ventana clara
ui-cmd-dark = Tema oscuro
ui-cmd-dark-tip = Ventana oscura
ui-cmd-system = Tema del sistema
ui-cmd-system-tip = Claro u oscuro según el sistema
ui-cmd-english = English interface
ui-cmd-english-tip = Mostrar menús y diálogos en inglés
ui-cmd-spanish = Interfaz en español
ui-cmd-spanish-tip = Mostrar menús y diálogos en español
ui-cmd-shortcuts = Atajos de teclado
ui-cmd-shortcuts-tip = Qué hacen las teclas y el ratón
ui-cmd-promises = Qué pasa con mi trabajo si…
ui-cmd-promises-tip = Qué se conserva cuando falla el programa, el equipo o el disco
ui-cmd-about = Acerca de Laneway
ui-cmd-about-tip = Versión y licencia

# Página de inicio
ui-new-chart = Nuevo diagrama
ui-open = Abrir…
ui-start-heading = Empezar con una plantilla
ui-search-templates = Buscar plantillas
ui-no-template-found = Ninguna plantilla contiene esas palabras
ui-no-own-template = Todavía no tiene plantillas propias. Guarde un diagrama con Archivo > Guardar como plantilla… y aparecerá aquí.
ui-template-broken = Este archivo no se puede abrir
ui-all-languages = Todos los idiomas
ui-all-languages-tip = Empezar diagramas con todos los idiomas de su plantilla
ui-templates-in = Plantillas: { $language }
ui-shelf-all = Todas
ui-shelf-yours = Propias
ui-category-calls = Llamadas
ui-category-support = Soporte
ui-category-orders = Pedidos
ui-category-service = Servicio
ui-recent = Recientes
ui-recent-gone = Este archivo ya no está
ui-forget = Quitar { $file } de la lista
ui-ago-now = ahora mismo
ui-ago-minutes = { $count ->
    [one] hace { $count } minuto
   *[other] hace { $count } minutos
}
ui-ago-hours = { $count ->
    [one] hace { $count } hora
   *[other] hace { $count } horas
}
ui-ago-days = { $count ->
    [one] ayer
   *[other] hace { $count } días
}
ui-ago-weeks = { $count ->
    [one] hace { $count } semana
   *[other] hace { $count } semanas
}
ui-ago-months = { $count ->
    [one] hace { $count } mes
   *[other] hace { $count } meses
}
ui-lanes = { $count ->
    [one] { $count } carril
   *[other] { $count } carriles
}
ui-steps = { $count ->
    [one] { $count } paso
   *[other] { $count } pasos
}
ui-lang-en = Inglés
ui-lang-es = Español
ui-lang-pt = Portugués
ui-lang-fr = Francés
ui-lang-de = Alemán
ui-lang-it = Italiano
ui-lang-ca = Catalán
ui-drop-here = Suelte el archivo para abrirlo

# Barra de estado
ui-zoom = { $percent } %
ui-look = Apariencia
ui-interface-language = Idioma de la interfaz
ui-interface-in = Interfaz: { $language }
ui-chart-language = Idioma del diagrama
ui-chart-in = Diagrama: { $language }

# Ficha del paso
ui-detail-goal = Objetivo
ui-detail-description = Descripción
ui-detail-responsible = Responsable
ui-detail-channel = Canal
ui-detail-needs = Información y herramientas
ui-detail-say = Qué decir
ui-detail-record = Qué registrar
ui-detail-evidence = Evidencia
ui-detail-authority = Límite de autoridad
ui-time-handling = Tiempo de gestión
ui-time-waiting = Tiempo de espera
ui-time-target = Tiempo objetivo
ui-seconds = { $count } s
ui-minutes = { $count } min
ui-hours = { $count } h
ui-days = { $count } d

# Mensajes
ui-settings-failed = No se pudieron guardar los ajustes: { $reason }

# Diálogos
ui-ok = Aceptar
ui-cancel = Cancelar
ui-close = Cerrar
ui-path = Ruta del archivo
ui-path-open = Abrir un diagrama
ui-path-export = Exportar a un archivo
ui-version = Versión { $version }
ui-about-text = Dibuje, revise y publique los diagramas de procesos de un equipo de atención al cliente.
ui-about-fonts = Tipo de letra: Open Sans, SIL Open Font License 1.1

# Exportación
ui-export-heading = Exportar el diagrama
ui-export-write = Exportar…
ui-export-running = Trabajando…
ui-export-running-page = Exportando la página { $page } de { $count }…
ui-export-done = { $count ->
    [one] Exportado a este archivo
   *[other] Exportado a { $count } archivos
}
ui-export-folder = En la carpeta { $folder }
ui-export-open-folder = Abrir la carpeta
ui-export-failed = No se pudo exportar: { $reason }
ui-export-broke = terminó sin resultado
ui-export-copy = Copiar imagen
ui-export-copy-tip = Poner la imagen en el portapapeles para pegarla en un texto o un mensaje
ui-export-copied = La imagen está en el portapapeles
ui-export-preview = Vista previa
ui-export-refused = Esto no se puede exportar: { $reason }
ui-export-making = Preparando la vista previa…
ui-export-pixels = { $width } × { $height } px
ui-export-mm = { $width } × { $height } mm
ui-export-about = unos { $size }
ui-export-files = Se escriben { $count } archivos; la vista previa muestra esta página
ui-bytes = { $count } bytes
ui-kilobytes = { $count } KB
ui-megabytes = { $count } MB
ui-format = Formato
ui-format-svg = SVG (imagen escalable)
ui-format-png = PNG (imagen de píxeles)
ui-format-json = JSON (datos para otros programas)
ui-pages = Páginas
ui-page-this = Esta página
ui-page-all = Todas las páginas
ui-page-range = Páginas, como 1-3
ui-part = Parte
ui-part-all = Toda la página
ui-part-selection = Los pasos seleccionados
ui-part-lane = Carril: { $title }
ui-part-phase = Fase: { $title }
ui-size = Tamaño
ui-size-scale = Factor de escala
ui-size-dpi = Puntos por pulgada
ui-size-width = Ancho en píxeles
ui-size-height = Alto en píxeles
ui-size-bad = Escriba un número mayor que cero
ui-background = Fondo
ui-background-white = Blanco
ui-background-transparent = Transparente
ui-background-color = Color
ui-text = Texto
ui-text-text = Como texto (permite buscar)
ui-text-outlines = Como formas (se ve igual en todas partes)
ui-language = Idioma

# Ayuda de atajos: qué hacen el ratón y otras teclas
ui-gestures = En el diagrama
ui-shortcuts-find = Buscar teclas y comandos
ui-shortcuts-none = Aquí nada contiene estas palabras
ui-gesture-write = Escribir un texto
ui-gesture-write-how = Doble clic, o teclear sobre lo seleccionado
ui-gesture-add = Añadir un paso
ui-gesture-add-how = Doble clic en un lugar vacío, flechas alrededor de un paso
ui-gesture-next = Escribir el texto siguiente
ui-gesture-next-how = Tab mientras se escribe
ui-gesture-connect = Conectar pasos
ui-gesture-connect-how = Arrastrar una flecha o un punto hasta otro paso
ui-gesture-bend = Llevar una línea a mano, y dejarlo
ui-gesture-bend-how = Arrastrar un tramo o un codo de la línea seleccionada; doble clic en el codo
ui-gesture-several = Seleccionar varios
ui-gesture-several-how = Mayús+clic, o arrastrar alrededor
ui-gesture-drag = Arrastrar recto, libre, una copia
ui-gesture-drag-how = Mayús, Alt, Ctrl al arrastrar
ui-gesture-nudge = Mover lo seleccionado
ui-gesture-nudge-how = Flechas, un poco con Mayús
ui-gesture-pan = Mover el diagrama
ui-gesture-pan-how = Rueda, Mayús+rueda, botón central, Espacio+arrastrar
ui-gesture-pan-keys = Mover el diagrama con el teclado
ui-gesture-pan-keys-how = Flechas sin ningún paso seleccionado
ui-gesture-zoom = Acercar o alejar en el puntero
ui-gesture-zoom-how = Ctrl+rueda, pellizco
ui-gesture-steps = Ir de paso en paso
ui-gesture-steps-how = Tab, Mayús+Tab

## Enlaces

ui-cmd-link-open = Abrir enlace
ui-cmd-link-open-tip = Ir adonde lleva el paso seleccionado: una página, un diagrama, un archivo, la web o el conector con la misma letra
ui-cmd-page-extract = Hacer una página con esto
ui-cmd-page-extract-tip = Los pasos seleccionados pasan a una página propia; un subproceso en su lugar lleva a ella
ui-synonyms-page-extract = subproceso extraer separar desglosar
ui-cmd-back = Atrás
ui-cmd-back-tip = Volver adonde se siguió el último enlace
ui-synonyms-link-open = seguir ir a saltar bajar subproceso pareja url hipervínculo vínculo
ui-synonyms-way-back = volver regresar anterior historial
ui-needs-link = Seleccione un solo paso que tenga enlace
ui-needs-way-back = Siga antes un enlace
ui-gesture-follow = Seguir un enlace
ui-gesture-follow-how = Ctrl+clic en un paso que lo tenga
ui-card-more = Más
ui-card-link = Lleva a { $place }
ui-link-opened = Abriendo { $place }
ui-link-not-opened = Nada en este equipo abrió { $place }
ui-link-unknown = { $place } no se abre: los enlaces llevan a páginas, archivos, http, https y mailto
ui-link-no-place = { $place } se busca junto al diagrama: guárdelo antes
ui-link-gone = No existe el archivo { $place }
ui-link-file-heading = ¿Abrir este archivo con otro programa?
ui-link-file-text = El paso lleva a este archivo. Ábralo solo si confía en quien hizo el diagrama.
ui-link-file-open = Abrir archivo
