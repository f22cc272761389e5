### In what two versions of a chart differ.

revise-equal = no difference
revise-translation = Translation
revise-document = The document
revise-page = Page { $name }
revise-lane = Lane { $name }
revise-pool = Pool { $name }
revise-phase = Phase { $name }
revise-step = Step { $name }
revise-connector = Connector { $name }
# In place of a name.
revise-unnamed = (without a name)

revise-added = { $record } added
revise-removed = { $record } removed
revise-changed = { $record }: { $field } changed
revise-changed-from = { $record }: { $field } changed from { $before } to { $after }
revise-set = { $record }: { $field } set to { $after }
revise-cleared = { $record }: { $field } { $before } removed
revise-moved-to-lane = { $record } moved from the lane { $before } to the lane { $after }
revise-moved-in-order = { $record } moved { $after } (it stood { $before })
revise-field = { $field }: { $value }
revise-first = to the front
revise-behind = behind { $name }
revise-on-page = On page { $page }: { $sentence }

# What a merge left to be decided.
revise-undecided = { $record }: left to be decided by a merge: { $field }
revise-decided = { $record }: decided after a merge: { $field }
revise-left = left to be decided: { $field }
# In place of a field.
revise-removal = whether it stays
revise-in-lane = { $record } in the lane { $lane }
revise-conflict-field = { $record }, { $field }: changed in both versions; { $ours } stays, as in { $own }, and { $other } has { $theirs }
revise-conflict-lane = { $record }: each version moved it to another lane; it stays in { $ours }, as in { $own }, and { $other } has it in { $theirs }
revise-conflict-phase = { $record }: each version moved it to another phase; it stays in { $ours }, as in { $own }, and { $other } has it in { $theirs }
revise-conflict-from = { $record }: each version lets it begin elsewhere; it stays at { $ours }, as in { $own }, and { $other } has it begin at { $theirs }
revise-conflict-to = { $record }: each version lets it end elsewhere; it stays at { $ours }, as in { $own }, and { $other } has it end at { $theirs }
revise-conflict-order = { $record }: each version put it elsewhere in the order, { $own } { $ours }, where it stays, and { $other } { $theirs }
revise-conflict-removed = { $record }: changed in { $editor }, removed in { $remover }; it stays
revise-conflict-end-gone = { $record }: one version removed both this connector and the step at its other end; they are gone
revise-conflict-link-gone = { $record }: the link to { $to } is gone with what it led to
revise-nothing = nothing
revise-this-version = this version
revise-other-version = the other version
revise-mark-field = { $record }, { $field }: changed in both versions; the other one has { $value }. Keep it as it is, or take the other version.
revise-mark-lane = { $record }: each version moved it to another lane; the other one has it in { $value }. Keep it as it is, or take the other version.
revise-mark-phase = { $record }: each version moved it to another phase; the other one has it in { $value }. Keep it as it is, or take the other version.
revise-mark-from = { $record }: each version lets it begin elsewhere; in the other one it begins at { $value }. Keep it as it is, or take the other version.
revise-mark-to = { $record }: each version lets it end elsewhere; in the other one it ends at { $value }. Keep it as it is, or take the other version.
revise-mark-order = { $record }: each version put it elsewhere in the order, the other one { $value }. Keep it as it is, or take the other version.
revise-mark-removed-there = { $record }: changed here, but removed in the other version. Keep it, or delete it.
revise-mark-removed-here = { $record }: removed here, but changed in the other version, which is why it is still there. Keep it, or delete it.

# Fields that no panel names.
revise-order = Place in the order
revise-route = Way
revise-size = Size
revise-rank = Order of drawing

# What was only moved.
revise-steps-placed = { $count ->
    [one] 1 step was moved on the page
   *[other] { $count } steps were moved on the page
}
revise-connectors-routed = { $count ->
    [one] 1 connector runs another way
   *[other] { $count } connectors run another way
}
revise-bands-sized = { $count ->
    [one] 1 lane or phase has another size
   *[other] { $count } lanes or phases have another size
}
revise-steps-ranked = { $count ->
    [one] 1 step was put before or behind others
   *[other] { $count } steps were put before or behind others
}

# Parts of a summary: 3 steps added, 1 step moved
revise-count-step-added = { $count ->
    [one] 1 step added
   *[other] { $count } steps added
}
revise-count-step-removed = { $count ->
    [one] 1 step removed
   *[other] { $count } steps removed
}
revise-count-step-changed = { $count ->
    [one] 1 step changed
   *[other] { $count } steps changed
}
revise-count-step-moved = { $count ->
    [one] 1 step moved
   *[other] { $count } steps moved
}
revise-count-connector-added = { $count ->
    [one] 1 connector added
   *[other] { $count } connectors added
}
revise-count-connector-removed = { $count ->
    [one] 1 connector removed
   *[other] { $count } connectors removed
}
revise-count-connector-changed = { $count ->
    [one] 1 connector changed
   *[other] { $count } connectors changed
}
revise-count-connector-moved = { $count ->
    [one] 1 connector drawn another way
   *[other] { $count } connectors drawn another way
}
revise-count-lane-added = { $count ->
    [one] 1 lane added
   *[other] { $count } lanes added
}
revise-count-lane-removed = { $count ->
    [one] 1 lane removed
   *[other] { $count } lanes removed
}
revise-count-lane-changed = { $count ->
    [one] 1 lane changed
   *[other] { $count } lanes changed
}
revise-count-lane-moved = { $count ->
    [one] 1 lane moved or resized
   *[other] { $count } lanes moved or resized
}
revise-count-pool-added = { $count ->
    [one] 1 pool added
   *[other] { $count } pools added
}
revise-count-pool-removed = { $count ->
    [one] 1 pool removed
   *[other] { $count } pools removed
}
revise-count-pool-changed = { $count ->
    [one] 1 pool changed
   *[other] { $count } pools changed
}
revise-count-phase-added = { $count ->
    [one] 1 phase added
   *[other] { $count } phases added
}
revise-count-phase-removed = { $count ->
    [one] 1 phase removed
   *[other] { $count } phases removed
}
revise-count-phase-changed = { $count ->
    [one] 1 phase changed
   *[other] { $count } phases changed
}
revise-count-phase-moved = { $count ->
    [one] 1 phase moved or resized
   *[other] { $count } phases moved or resized
}
revise-count-page-added = { $count ->
    [one] 1 page added
   *[other] { $count } pages added
}
revise-count-page-removed = { $count ->
    [one] 1 page removed
   *[other] { $count } pages removed
}
revise-count-page-changed = { $count ->
    [one] 1 page changed
   *[other] { $count } pages changed
}
revise-count-page-moved = { $count ->
    [one] 1 page moved
   *[other] { $count } pages moved
}
revise-count-document-changed = title or look changed

# The compare picture
revise-picture-title = { $title }: from { $before } to { $after }
revise-picture-before = Before: **{ $name }**
revise-picture-after = After: **{ $name }**
revise-picture-added = added
revise-picture-removed = removed
revise-picture-changed = changed
revise-picture-moved = moved
revise-picture-trail = stood at the circle before
revise-picture-former-way = ran here before
revise-picture-slight = only makes way for others
revise-picture-equal = No difference on this page
revise-picture-page-added = This page was added
revise-picture-page-removed = This page was removed
