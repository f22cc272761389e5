# Lo que se hizo: nombres en el historial, como en «Deshacer: Mover pasos».
edit-nothing = Nada
edit-text = Cambiar texto
edit-replace = Reemplazar texto
edit-merge = Unir con el archivo
edit-reload = Leer de nuevo el archivo
edit-style = Cambiar colores
edit-property = Cambiar propiedad
edit-delete = Eliminar
edit-paste = Pegar
edit-step-add = Añadir paso
edit-step-move = Mover pasos
edit-step-lane = Cambiar de carril
edit-step-phase = Cambiar de fase
edit-step-size = Cambiar tamaño
edit-step-pin = Fijar pasos
edit-step-unpin = Soltar pasos
edit-step-kind = Cambiar símbolo
edit-step-time = Cambiar tiempos
edit-step-link = Cambiar enlace
edit-step-arrange = Organizar pasos
edit-connect = Conectar
edit-reconnect = Reconectar
edit-reverse = Invertir conector
edit-connector-kind = Cambiar conector
edit-share = Cambiar porcentajes
edit-bends = Cambiar línea
edit-label-move = Mover etiqueta
edit-label-place = Colocar etiqueta
edit-tidy = Ordenar líneas
edit-lane-add = Añadir carril
edit-lane-move = Mover carril
edit-lane-size = Cambiar tamaño del carril
edit-lane-delete = Eliminar carril
edit-lane-role = Cambiar rol
edit-pool-add = Hacer un grupo de carriles
edit-pool-move = Mover grupo de carriles
edit-pool-put-in = Poner en un grupo de carriles
edit-pool-dissolve = Deshacer grupo de carriles
edit-phase-add = Añadir fase
edit-phase-move = Mover fase
edit-phase-size = Cambiar tamaño de la fase
edit-phase-delete = Eliminar fase
edit-page-add = Añadir página
edit-page-move = Mover página
edit-page-delete = Eliminar página
edit-flip = Girar la página
edit-layout = Distribuir
edit-untitled = { $number ->
    [1] Sin título
   *[other] Sin título { $number }
}
edit-language = Cambiar idioma del documento
edit-language-add = Añadir idioma
edit-language-remove = Quitar idioma
edit-theme = Cambiar aspecto
edit-title-block = Cambiar cajetín

# Por qué algo no se hace.
edit-refused-gone = Eso ya no existe
edit-refused-into-start = A un inicio no llega nada
edit-refused-out-of-end = De un fin no sale nada
edit-refused-to-itself = Un paso no puede seguirse a sí mismo
edit-refused-twice = Estos dos ya están conectados
edit-refused-note = Una nota no forma parte del flujo; conéctela con una línea de puntos
edit-refused-last-lane = Una página necesita al menos un carril
edit-refused-lanes-apart = Solo los carriles que están juntos, y los grupos enteros, pueden formar un grupo
edit-refused-pool-in-itself = Un grupo de carriles no puede estar dentro de sí mismo
edit-refused-too-nested = No caben más grupos de carriles unos dentro de otros
edit-refused-last-page = Un documento necesita al menos una página
edit-refused-last-language = Un documento necesita al menos un idioma
edit-refused-out-of-reach = Eso queda demasiado lejos
edit-refused-too-many = Un documento admite como máximo 100 000 pasos
edit-refused-taken = Ya existe algo con ese nombre
edit-refused-nothing = No hay nada a lo que aplicarlo
edit-refused-stopped = Se ha cancelado
edit-refused-pinned = Aquí todos los pasos están fijados, así que nada se mueve
edit-refused-as-before = Estos pasos ya están así
edit-refused-keep-lanes = Estos pasos están en carriles distintos, y tendrían que salir de ellos
edit-refused-in-the-way = Otro paso está en medio; selecciónelo también o muévalo antes
edit-refused-no-room = Aquí no hay sitio suficiente para eso

# Cómo se llaman los elementos nuevos.
edit-new-lane = Carril nuevo
edit-new-pool = Grupo nuevo
edit-new-phase = Fase nueva
edit-new-page = Página { $number }
edit-restore = Restaurar una versión
