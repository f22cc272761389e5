### Palabras en las imágenes: leyenda, cajetín, descripciones para quien no las ve.

scene-version = Versión
scene-date = Fecha
scene-author = Autor
scene-page = Página
scene-page-of = { $page } de { $pages }

scene-kind-start = Inicio
scene-kind-end = Fin
scene-kind-terminator = Inicio / fin
scene-kind-process = Proceso
scene-kind-decision = Decisión
scene-kind-data = Entrada / salida
scene-kind-document = Documento
scene-kind-multi-document = Varios documentos
scene-kind-subprocess = Subproceso
scene-kind-database = Datos almacenados
scene-kind-manual-operation = Operación manual
scene-kind-manual-input = Entrada manual
scene-kind-preparation = Preparación
scene-kind-delay = Espera
scene-kind-display = Pantalla
scene-kind-event = Evento
scene-kind-on-page-connector = Conector en la página
scene-kind-off-page-connector = Conector a otra página
scene-kind-note = Nota

scene-connector-sequence = Paso siguiente
scene-connector-message = Mensaje
scene-connector-association = Relacionado con

scene-lanes = Carriles: { $lanes }.
scene-pool = Grupo de carriles { $pool }: { $lanes }.
scene-step-in-lane = { $kind } en el carril { $lane }.
scene-step-next = Siguiente: { $next }.
