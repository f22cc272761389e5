find-place = { $record }: { $field }
find-place-on-page = { $page }: { $place }

# La barra
ui-find-words = Buscar en todos los textos
ui-find-nth = { $nth } de { $count }
ui-find-count = { $count ->
    [0] Nada encontrado
    [one] Encontrado en 1 texto
   *[other] Encontrado en { $count } textos
}
ui-find-next = Siguiente
ui-find-previous = Anterior
ui-find-word = Palabras completas
ui-find-case = Distinguir mayúsculas y acentos
ui-find-close = Cerrar la barra

# Reemplazar
ui-replace-in-texts = Reemplazar en todos los textos
ui-replace-by = Reemplazar por
ui-replace-in = En
ui-replace-all-languages = Todos los idiomas
ui-replace-each = Todos
ui-replace-nothing = No se encontró nada.
ui-replace-kept = se queda como está: lo impide lo que allí está resaltado
ui-replace-do = { $count ->
    [0] Reemplazar
    [one] Reemplazar en 1 lugar
   *[other] Reemplazar en { $count } lugares
}
ui-replace-remove = { $count ->
    [0] Quitar
    [one] Quitar de 1 lugar
   *[other] Quitar de { $count } lugares
}
ui-replace-done = { $count ->
    [one] Reemplazado en 1 lugar
   *[other] Reemplazado en { $count } lugares
}
ui-replace-running = { $count ->
    [one] Reemplazando en 1 lugar
   *[other] Reemplazando en { $count } lugares
}
ui-replace-stopped = No se reemplazó nada.
ui-replace-broke = El reemplazo se interrumpió. No cambió nada.
ui-replace-outdated = El diagrama cambió entretanto, así que no se reemplazó nada. Inténtelo de nuevo.

ui-folder-none = No existe la carpeta «{ $folder }».
ui-folder-reading = Leyendo los diagramas de { $folder }
ui-folder-empty = En «{ $folder }» no hay diagramas. Se buscan por su terminación, .ron, también en las carpetas que contiene.
ui-folder-heading = Buscar y reemplazar en { $count ->
    [one] 1 diagrama
   *[other] { $count } diagramas
} de «{ $folder }»
ui-folder-cut = Solo se busca en los { $count } primeros.
ui-folder-unreadable = { $count ->
    [one] 1 archivo no se pudo leer como diagrama
   *[other] { $count } archivos no se pudieron leer como diagramas
}: { $files }.
ui-folder-commented = { $count ->
    [one] 1 diagrama queda fuera porque tiene comentarios, que no se conservarían
   *[other] { $count } diagramas quedan fuera porque tienen comentarios, que no se conservarían
}: { $files }.
ui-folder-open = Abrir
ui-folder-changed = alguien cambió el archivo entretanto, así que no se reemplazó nada en él
ui-folder-stopped = Se detuvo el reemplazo. Los archivos ya escritos se quedan como están ahora; lo que eran se conserva entre sus versiones.
ui-folder-done = { $count ->
    [one] Se reemplazó 1 lugar
   *[other] Se reemplazaron { $count } lugares
} en { $charts ->
    [one] 1 diagrama
   *[other] { $charts } diagramas
}.{ $unsaved ->
    [0] {""}
    [one] {" "}1 de ellos está abierto y aún no se ha guardado.
   *[other] {" "}{ $unsaved } de ellos están abiertos y aún no se han guardado.
}
