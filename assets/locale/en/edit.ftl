# What was done: names in the history, as in "Undo: Move steps".
edit-nothing = Nothing
edit-text = Change text
edit-replace = Replace text
edit-merge = Merge with the file
edit-reload = Read the file again
edit-style = Change colours
edit-property = Change property
edit-delete = Delete
edit-paste = Paste
edit-step-add = Add step
edit-step-move = Move steps
edit-step-lane = Change lane
edit-step-phase = Change phase
edit-step-size = Change size
edit-step-pin = Pin steps
edit-step-unpin = Unpin steps
edit-step-kind = Change symbol
edit-step-time = Change times
edit-step-link = Change link
edit-step-arrange = Arrange steps
edit-connect = Connect
edit-reconnect = Reconnect
edit-reverse = Reverse connector
edit-connector-kind = Change connector
edit-share = Change shares
edit-bends = Change line
edit-label-move = Move label
edit-label-place = Place label
edit-tidy = Tidy lines
edit-lane-add = Add lane
edit-lane-move = Move lane
edit-lane-size = Change lane size
edit-lane-delete = Delete lane
edit-lane-role = Change role
edit-pool-add = Make a pool
edit-pool-move = Move pool
edit-pool-put-in = Put into pool
edit-pool-dissolve = Dissolve pool
edit-phase-add = Add phase
edit-phase-move = Move phase
edit-phase-size = Change phase size
edit-phase-delete = Delete phase
edit-page-add = Add page
edit-page-move = Move page
edit-page-delete = Delete page
edit-flip = Turn the page
edit-layout = Lay out
edit-untitled = { $number ->
    [1] Untitled
   *[other] Untitled { $number }
}
edit-language = Change document language
edit-language-add = Add language
edit-language-remove = Remove language
edit-theme = Change look
edit-title-block = Change title block

# Why something is not done.
edit-refused-gone = That is no longer there
edit-refused-into-start = Nothing leads into a start
edit-refused-out-of-end = Nothing leads out of an end
edit-refused-to-itself = A step cannot follow itself
edit-refused-twice = These two are connected already
edit-refused-note = A note is no part of the flow; connect it with a dotted line
edit-refused-last-lane = A page needs at least one lane
edit-refused-lanes-apart = Only lanes that stand side by side, and whole pools, can be put into a pool
edit-refused-pool-in-itself = A pool cannot lie in itself
edit-refused-too-nested = No more pools fit into one another
edit-refused-last-page = A document needs at least one page
edit-refused-last-language = A document needs at least one language
edit-refused-out-of-reach = That is too far away
edit-refused-too-many = A document holds at most 100,000 steps
edit-refused-taken = Something of that name is there already
edit-refused-nothing = There is nothing to do this to
edit-refused-stopped = This was called off
edit-refused-pinned = Every step here is pinned, so nothing moves
edit-refused-as-before = These steps stand like that already
edit-refused-keep-lanes = These steps stand in different lanes, which they would have to leave
edit-refused-in-the-way = Another step stands in the way; select it too, or move it first
edit-refused-no-room = There is too little room for that here

# What new records are called.
edit-new-lane = New lane
edit-new-pool = New pool
edit-new-phase = New phase
edit-new-page = Page { $number }
edit-restore = Restore a version
