# Los paneles alrededor del diagrama.

panel-symbols = Símbolos
panel-symbols-list = Mostrar los símbolos con sus nombres
panel-symbols-grid = Mostrar los símbolos en cuadrícula
panel-find-symbol = Buscar en los símbolos
panel-no-symbol-found = Ningún símbolo se llama así
panel-outline = Esquema
panel-outline-by = Esquema por
panel-outline-lanes = Por carriles
panel-outline-lanes-tip = Listar los pasos de la página por carril
panel-outline-flow = Según el flujo
panel-outline-flow-tip = Listar los pasos de la página uno tras otro según el flujo
panel-outline-pages = Por páginas
panel-outline-pages-tip = Listar los pasos de todas las páginas
panel-find-step = Buscar un paso
panel-no-step-found = Ningún paso contiene estas palabras
panel-resize = Cambiar el tamaño del panel
panel-map = Mapa de la página

# Propiedades: lo seleccionado y los campos
panel-step = Paso
panel-connector = Conector
panel-lane = Carril
panel-phase = Fase
panel-page = Página
panel-selected = { $count ->
    [one] { $count } objeto seleccionado
   *[other] { $count } objetos seleccionados
}
panel-several-values = (varios)
panel-nothing = (nada)
# Un campo en uno de varios idiomas: Texto (español)
panel-in = { $name } ({ $language })
panel-outdated = { $name } – quizá anticuado
panel-still-right = Sigue siendo correcto
panel-outdated-tip = El texto en { $language } cambió después de escribirse este
panel-text = Texto
panel-label = Etiqueta
panel-title = Título
panel-kind = Tipo
panel-branching = Ramas
panel-branching-plain = Una de ellas
panel-branching-exclusive = Una de ellas (×)
panel-branching-inclusive = Una o varias (○)
panel-branching-parallel = Todas (+)
panel-branching-event = Decide el primer evento
panel-branching-complex = Según se describe (✳)
panel-trigger = Desencadenante
panel-trigger-none = Sin indicar
panel-trigger-message = Mensaje
panel-trigger-timer = Tiempo
panel-trigger-condition = Condición
panel-trigger-signal = Señal
panel-trigger-error = Error
panel-trigger-escalation = Escalamiento
panel-outcome = Resultado
panel-outcome-solved = Resuelto
panel-outcome-refused = Rechazado
panel-outcome-withdrawn = Abandonado por el cliente
panel-outcome-handed-over = Traspasado
panel-outcome-other = Otro

panel-details = Detalles

panel-times = Tiempos
panel-time-range = En el mejor y el peor caso
panel-handling-best = Gestión, mejor caso
panel-handling-worst = Gestión, peor caso
panel-waiting-best = Espera, mejor caso
panel-waiting-worst = Espera, peor caso
panel-time-bad = Escriba un tiempo como 2 min, 1 h 30, 45 s o 3 d
panel-time-usual-first = Escriba primero el tiempo habitual
panel-time-order = El tiempo habitual está entre el mejor y el peor

panel-link = Enlace
panel-link-to = Lleva a
panel-link-none = Nada
panel-link-page = Página
panel-link-step = Paso
panel-link-address = Dirección

panel-size = Tamaño y posición
panel-width = Ancho
panel-height = Alto
panel-length-bad = Escriba una longitud como 36 mm o 3,6 cm
panel-fit-mode = Si el texto necesita más espacio
panel-fit-grow = El paso crece
panel-fit-fixed = El tamaño se mantiene
panel-fit = Ajustar al texto
panel-pin-mode = Distribución automática
panel-pin-loose = Puede mover el paso
panel-pin-held = Lo deja aquí (fijado)

panel-style = Colores
panel-style-fill = Relleno
panel-style-line = Línea
panel-style-text = Color del texto
panel-style-white = Blanco
panel-style-reset = Según el tema
panel-style-any = Cualquier color…
panel-colour-code = Código
panel-colour-hue = Tono
panel-colour-saturation = Saturación
panel-colour-brightness = Brillo

panel-properties = Otras propiedades
panel-property-name = Nombre
panel-property-value = Valor
panel-property-add = Añadir propiedad
panel-property-remove = Quitar { $name }
panel-property-needs-name = Escriba primero un nombre
panel-property-twice = Ya hay una propiedad con este nombre

panel-connector-kind = Significado
panel-share = Porcentaje de los casos
panel-share-bad = Escriba un número de 0 a 100
panel-even = Completar hasta el 100 %
panel-from = Desde
panel-to = Hasta
panel-reverse = Invertir
panel-tidy = Ordenar la línea

panel-role = Rol
panel-role-customer = Cliente
panel-role-employee = Agente
panel-role-service = Departamento de servicio
panel-role-owner = Responsable del proceso
panel-role-other = Otro
panel-pool = Grupo de carriles
panel-pools = Grupos de carriles
panel-in-pool = Está en
panel-no-pool = Ningún grupo
panel-pool-in-pool = { $pool } está en
panel-pool-add = Poner en un grupo nuevo
panel-pool-dissolve = Deshacer grupo
panel-add-before = Añadir antes
panel-add-after = Añadir después
panel-move-up = Mover arriba
panel-move-down = Mover abajo
panel-move-left = Mover a la izquierda
panel-move-right = Mover a la derecha
panel-is-first = Ya es el primer elemento
panel-is-last = Ya es el último elemento
panel-delete-lane = Eliminar carril
panel-delete-phase = Eliminar fase
panel-add-lane = Añadir carril
panel-add-phase = Añadir fase

panel-arrange = Alinear
panel-align-left = Izquierda
panel-align-centre = Centro
panel-align-right = Derecha
panel-align-top = Arriba
panel-align-middle = Medio
panel-align-bottom = Abajo
panel-spread-across = Repartir a lo ancho
panel-spread-down = Repartir a lo alto

panel-page-title = Título de la página
panel-flow = El flujo va
panel-flow-across = De izquierda a derecha
panel-flow-down = De arriba abajo
panel-document = Documento
panel-document-texts = Textos del documento
panel-subtitle = Subtítulo
panel-description = Descripción
panel-language = Idioma
panel-theme = Aspecto
panel-theme-standard = Estándar
panel-theme-black-and-white = Blanco y negro
panel-theme-high-contrast = Alto contraste
panel-jumps = Donde se cruzan líneas
panel-jumps-arc = Una salta con un arco
panel-jumps-gap = Una se interrumpe
panel-jumps-plain = Las dos siguen
panel-title-block = Cajetín

# Problemas
panel-problems = Problemas
panel-problem-count = { $count ->
    [0] Sin problemas
    [one] { $count } problema
   *[other] { $count } problemas
}
panel-no-problems = No hay nada que corregir
panel-no-problems-here = Aquí no hay problemas
panel-conflicts = Por decidir tras la unión ({ $count })
panel-errors = Errores ({ $count })
panel-warnings = Advertencias ({ $count })
panel-hints = Sugerencias ({ $count })

# Páginas
panel-page-add = Añadir página
panel-page-rename = Cambiar el nombre
panel-page-duplicate = Duplicar
panel-page-back = Mover a la izquierda
panel-page-on = Mover a la derecha
panel-page-delete = Eliminar página

# Los pasos como tabla
panel-table = Tabla de pasos
panel-table-number = N.º
panel-table-next = Pasos siguientes
panel-table-new = Paso nuevo
panel-table-find = Buscar en la tabla
panel-table-found = { $some } de { $all } pasos
panel-table-add = Añadir paso
panel-table-delete = Eliminar pasos
panel-table-sort = Haga clic para ordenar; arrastre el borde para cambiar el ancho
panel-table-choose = Escriba para buscar
panel-table-no-choice = Ninguno se llama así
panel-table-add-next = Añadir un paso siguiente
panel-table-no-kind = Ningún símbolo se llama así
panel-table-no-lane = Ningún carril se llama así
panel-table-no-phase = Ninguna fase se llama así
panel-table-no-step = Escriba los nombres de los pasos, por ejemplo Sí › Cerrar la solicitud
panel-table-no-time = Este símbolo no lleva tiempo
panel-table-not-taken = No se aceptó «{ $text }»: { $reason }
panel-table-unread = { $count ->
    [one] Una celda queda como estaba: { $reason }
   *[other] { $count } celdas quedan como estaban: { $reason }
}
