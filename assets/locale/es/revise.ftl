### En qué se diferencian dos versiones de un diagrama.

revise-equal = ninguna diferencia
revise-translation = Traducción
revise-document = El documento
revise-page = Página { $name }
revise-lane = Carril { $name }
revise-pool = Grupo de carriles { $name }
revise-phase = Fase { $name }
revise-step = Paso { $name }
revise-connector = Conector { $name }
# En lugar de un nombre.
revise-unnamed = (sin nombre)

revise-added = Añadido: { $record }
revise-removed = Eliminado: { $record }
revise-changed = { $record }: cambia { $field }
revise-changed-from = { $record }: { $field } pasa de { $before } a { $after }
revise-set = { $record }: { $field } ahora es { $after }
revise-cleared = { $record }: { $field } { $before } eliminado
revise-moved-to-lane = { $record } pasa del carril { $before } al carril { $after }
revise-moved-in-order = { $record } pasa { $after } (antes { $before })
revise-field = { $field }: { $value }
revise-first = al principio
revise-behind = detrás de { $name }
revise-on-page = En la página { $page }: { $sentence }

# Lo que una unión dejó por decidir.
revise-undecided = { $record }: una unión dejó por decidir: { $field }
revise-decided = { $record }: decidido tras una unión: { $field }
revise-left = por decidir: { $field }
# En lugar de un campo.
revise-removal = si se queda
revise-in-lane = { $record } en el carril { $lane }
revise-conflict-field = { $record }, { $field }: cambia en ambas versiones; queda { $ours }, como en { $own }, y { $other } tiene { $theirs }
revise-conflict-lane = { $record }: cada versión lo llevó a otro carril; queda en { $ours }, como en { $own }, y { $other } lo tiene en { $theirs }
revise-conflict-phase = { $record }: cada versión lo llevó a otra fase; queda en { $ours }, como en { $own }, y { $other } lo tiene en { $theirs }
revise-conflict-from = { $record }: cada versión le da otro comienzo; queda en { $ours }, como en { $own }, y en { $other } comienza en { $theirs }
revise-conflict-to = { $record }: cada versión le da otro final; queda en { $ours }, como en { $own }, y en { $other } termina en { $theirs }
revise-conflict-order = { $record }: cada versión le da otro lugar en el orden: { $own }, { $ours }, donde queda; { $other }, { $theirs }
revise-conflict-removed = { $record }: se modificó en { $editor } y se eliminó en { $remover }; se queda
revise-conflict-end-gone = { $record }: una versión eliminó este conector y también el paso de su otro extremo; ya no están
revise-conflict-link-gone = { $record }: el enlace a { $to } desaparece con aquello a lo que llevaba
revise-nothing = nada
revise-this-version = esta versión
revise-other-version = la otra versión
revise-mark-field = { $record }, { $field }: cambia en ambas versiones; la otra tiene { $value }. Déjelo como está o tome la otra versión.
revise-mark-lane = { $record }: cada versión lo llevó a otro carril; la otra lo tiene en { $value }. Déjelo como está o tome la otra versión.
revise-mark-phase = { $record }: cada versión lo llevó a otra fase; la otra lo tiene en { $value }. Déjelo como está o tome la otra versión.
revise-mark-from = { $record }: cada versión le da otro comienzo; en la otra comienza en { $value }. Déjelo como está o tome la otra versión.
revise-mark-to = { $record }: cada versión le da otro final; en la otra termina en { $value }. Déjelo como está o tome la otra versión.
revise-mark-order = { $record }: cada versión le da otro lugar en el orden; la otra, { $value }. Déjelo como está o tome la otra versión.
revise-mark-removed-there = { $record }: se modificó aquí, pero se eliminó en la otra versión. Déjelo o elimínelo.
revise-mark-removed-here = { $record }: se eliminó aquí, pero se modificó en la otra versión, y por eso sigue ahí. Déjelo o elimínelo.

# Campos que ningún panel nombra.
revise-order = Lugar en el orden
revise-route = Recorrido
revise-size = Tamaño
revise-rank = Orden de dibujo

# Lo que solo se movió.
revise-steps-placed = { $count ->
    [one] 1 paso se movió en la página
   *[other] { $count } pasos se movieron en la página
}
revise-connectors-routed = { $count ->
    [one] 1 conector va por otro lado
   *[other] { $count } conectores van por otro lado
}
revise-bands-sized = { $count ->
    [one] 1 carril o fase tiene otro tamaño
   *[other] { $count } carriles o fases tienen otro tamaño
}
revise-steps-ranked = { $count ->
    [one] 1 paso se puso delante o detrás de otros
   *[other] { $count } pasos se pusieron delante o detrás de otros
}

# Partes de un resumen: 3 pasos añadidos, 1 paso movido
revise-count-step-added = { $count ->
    [one] 1 paso añadido
   *[other] { $count } pasos añadidos
}
revise-count-step-removed = { $count ->
    [one] 1 paso eliminado
   *[other] { $count } pasos eliminados
}
revise-count-step-changed = { $count ->
    [one] 1 paso modificado
   *[other] { $count } pasos modificados
}
revise-count-step-moved = { $count ->
    [one] 1 paso movido
   *[other] { $count } pasos movidos
}
revise-count-connector-added = { $count ->
    [one] 1 conector añadido
   *[other] { $count } conectores añadidos
}
revise-count-connector-removed = { $count ->
    [one] 1 conector eliminado
   *[other] { $count } conectores eliminados
}
revise-count-connector-changed = { $count ->
    [one] 1 conector modificado
   *[other] { $count } conectores modificados
}
revise-count-connector-moved = { $count ->
    [one] 1 conector trazado de otra manera
   *[other] { $count } conectores trazados de otra manera
}
revise-count-lane-added = { $count ->
    [one] 1 carril añadido
   *[other] { $count } carriles añadidos
}
revise-count-lane-removed = { $count ->
    [one] 1 carril eliminado
   *[other] { $count } carriles eliminados
}
revise-count-lane-changed = { $count ->
    [one] 1 carril modificado
   *[other] { $count } carriles modificados
}
revise-count-lane-moved = { $count ->
    [one] 1 carril movido o de otro tamaño
   *[other] { $count } carriles movidos o de otro tamaño
}
revise-count-pool-added = { $count ->
    [one] 1 grupo de carriles añadido
   *[other] { $count } grupos de carriles añadidos
}
revise-count-pool-removed = { $count ->
    [one] 1 grupo de carriles eliminado
   *[other] { $count } grupos de carriles eliminados
}
revise-count-pool-changed = { $count ->
    [one] 1 grupo de carriles modificado
   *[other] { $count } grupos de carriles modificados
}
revise-count-phase-added = { $count ->
    [one] 1 fase añadida
   *[other] { $count } fases añadidas
}
revise-count-phase-removed = { $count ->
    [one] 1 fase eliminada
   *[other] { $count } fases eliminadas
}
revise-count-phase-changed = { $count ->
    [one] 1 fase modificada
   *[other] { $count } fases modificadas
}
revise-count-phase-moved = { $count ->
    [one] 1 fase movida o de otro tamaño
   *[other] { $count } fases movidas o de otro tamaño
}
revise-count-page-added = { $count ->
    [one] 1 página añadida
   *[other] { $count } páginas añadidas
}
revise-count-page-removed = { $count ->
    [one] 1 página eliminada
   *[other] { $count } páginas eliminadas
}
revise-count-page-changed = { $count ->
    [one] 1 página modificada
   *[other] { $count } páginas modificadas
}
revise-count-page-moved = { $count ->
    [one] 1 página movida
   *[other] { $count } páginas movidas
}
revise-count-document-changed = título o aspecto modificados

# La imagen que compara
revise-picture-title = { $title }: de { $before } a { $after }
revise-picture-before = Antes: **{ $name }**
revise-picture-after = Después: **{ $name }**
revise-picture-added = añadido
revise-picture-removed = eliminado
revise-picture-changed = modificado
revise-picture-moved = movido
revise-picture-trail = antes estaba en el círculo
revise-picture-former-way = antes pasaba por aquí
revise-picture-slight = solo deja sitio a otros
revise-picture-equal = Ninguna diferencia en esta página
revise-picture-page-added = Se añadió esta página
revise-picture-page-removed = Se eliminó esta página
