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
