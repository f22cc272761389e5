# Commands that change documents, files in tabs, questions and notices. The label, and with -tip the tooltip.

ui-menu-edit = Edit
ui-menu-insert = Insert
ui-menu-arrange = Arrange
ui-menu-window = Window
ui-menu-recent = Open recent
ui-menu-zoom-to = Zoom to
ui-menu-step = Step
ui-menu-outline = Outline
ui-menu-layout = Automatic layout
ui-menu-copy-picture = Copy as picture

ui-cmd-save = Save
ui-cmd-save-tip = Save the chart in its file
ui-cmd-save-as = Save as…
ui-cmd-save-as-tip = Save the chart in another file
ui-cmd-save-template = Save as template…
ui-cmd-save-template-tip = Keep the chart as a template on the start page
ui-cmd-revert = Revert to saved…
ui-cmd-revert-tip = Give up the changes and read the file again
ui-cmd-versions = Versions…
ui-cmd-versions-tip = See what the file held before, and bring it back
ui-cmd-compare = Compare with…
ui-cmd-compare-tip = See on a picture in what the chart differs from another file
ui-cmd-compare-saved = Compare with the saved file
ui-cmd-compare-saved-tip = See on a picture what you changed since the chart was opened or saved
ui-cmd-keep-versions = Keep versions
ui-cmd-keep-versions-tip = Keep the file that a save replaces, on this machine
ui-cmd-close = Close
ui-cmd-close-tip = Close the chart
ui-cmd-close-all = Close all
ui-cmd-close-all-tip = Close every chart
ui-cmd-undo = Undo
ui-cmd-undo-tip = Take back what was done last
ui-cmd-redo = Redo
ui-cmd-redo-tip = Do again what was taken back
ui-cmd-cut = Cut
ui-cmd-cut-tip = Move the selection to the clipboard
ui-cmd-copy = Copy
ui-cmd-copy-tip = Copy the selection to the clipboard
ui-cmd-copy-picture-selection = Copy selection as picture
ui-cmd-copy-picture-selection-tip = Put a picture of the selected steps into the clipboard, in print quality
ui-cmd-copy-picture-lane = Copy lane as picture
ui-cmd-copy-picture-lane-tip = Put a picture of the lane into the clipboard, in print quality
ui-cmd-copy-picture-page = Copy page as picture
ui-cmd-copy-picture-page-tip = Put a picture of the whole page into the clipboard, in print quality
ui-cmd-paste = Paste
ui-cmd-paste-tip = Insert steps from the clipboard; each line of a text becomes a step
ui-cmd-duplicate = Duplicate
ui-cmd-duplicate-tip = Put a copy of the selection beside it
ui-cmd-delete = Delete
ui-cmd-delete-tip = Delete the selection and close the flow
ui-cmd-delete-gap = Delete and leave a gap
ui-cmd-delete-gap-tip = Delete the selected steps without connecting their neighbours
ui-cmd-select-all = Select all
ui-cmd-select-all-tip = Select every step and connector of the page
ui-cmd-select-none = Select nothing
ui-cmd-select-none-tip = Drop the selection
ui-cmd-rename = Edit text
ui-cmd-rename-tip = Change the text of the selected step, connector, lane or phase
ui-cmd-language-add = Add language…
ui-cmd-language-add-tip = Read and write the chart in another language, too
ui-cmd-language-remove = Remove language…
ui-cmd-language-remove-tip = Take a language of the chart out with its texts
ui-cmd-find-text = Find…
ui-cmd-find-text-tip = Find words in all texts of all pages
ui-cmd-find-next = Find next
ui-cmd-find-next-tip = Show the next place where the words stand
ui-cmd-find-previous = Find previous
ui-cmd-find-previous-tip = Show the place before where the words stand
ui-cmd-replace-text = Replace…
ui-cmd-replace-text-tip = Replace words in all texts of all pages, after a look at each
ui-cmd-find-in-folder = Find in folder…
ui-cmd-find-in-folder-tip = Find and replace words in all charts of a folder, after a look at each
ui-cmd-search = Search commands and steps…
ui-cmd-search-tip = Find a command or a step by its name
ui-cmd-less-motion = Less motion
ui-cmd-less-motion-tip = Let nothing in the window move by itself
ui-cmd-scale-up = Larger interface
ui-cmd-scale-up-tip = Draw menus, panels and charts larger
ui-cmd-scale-down = Smaller interface
ui-cmd-scale-down-tip = Draw menus, panels and charts smaller
ui-cmd-scale-reset = Normal interface size
ui-cmd-scale-reset-tip = Draw the interface at the size that the system asks for
ui-cmd-lane-before = Lane before
ui-cmd-lane-before-tip = Add a lane before the selected one
ui-cmd-lane-after = Lane after
ui-cmd-lane-after-tip = Add a lane after the selected one
ui-cmd-pool = Pool around lanes
ui-cmd-pool-tip = Put the selected lanes into a new pool
ui-cmd-phase-before = Phase before
ui-cmd-phase-before-tip = Add a phase before the selected one
ui-cmd-phase-after = Phase after
ui-cmd-phase-after-tip = Add a phase after the selected one
ui-cmd-page = Page
ui-cmd-page-tip = Add a page with the same lanes after this one
ui-cmd-align-left = Align left
ui-cmd-align-left-tip = Put the left edges of the selected steps on one line
ui-cmd-align-centre = Align centres
ui-cmd-align-centre-tip = Put the centres of the selected steps on one upright line
ui-cmd-align-right = Align right
ui-cmd-align-right-tip = Put the right edges of the selected steps on one line
ui-cmd-align-top = Align top
ui-cmd-align-top-tip = Put the upper edges of the selected steps on one line
ui-cmd-align-middle = Align middles
ui-cmd-align-middle-tip = Put the centres of the selected steps on one level line
ui-cmd-align-bottom = Align bottom
ui-cmd-align-bottom-tip = Put the lower edges of the selected steps on one line
ui-cmd-spread-across = Spread across
ui-cmd-spread-across-tip = Make the gaps from left to right equal
ui-cmd-spread-down = Spread down
ui-cmd-spread-down-tip = Make the gaps from top to bottom equal
ui-cmd-to-front = Bring to front
ui-cmd-to-front-tip = Draw the selected steps above all others
ui-cmd-to-back = Send to back
ui-cmd-to-back-tip = Draw the selected steps below all others
ui-cmd-fit-size = Fit size to text
ui-cmd-fit-size-tip = Give the selected steps the size that their texts need
ui-cmd-pin = Pin in place
ui-cmd-pin-tip = Automatic layout leaves the selected steps where they are
ui-cmd-tidy = Tidy these lines
ui-cmd-tidy-tip = Find the way of the selected connectors anew; bends, ends and labels that were placed by hand are forgotten
ui-cmd-tidy-one = Tidy this line
ui-cmd-tidy-all = Tidy all lines
ui-cmd-tidy-all-tip = Find the way of every connector of the page anew
ui-cmd-lay-out = Lay out page
ui-cmd-lay-out-tip = Place every step, line, lane and phase of the page anew
ui-cmd-lay-out-tidy = Tidy page
ui-cmd-lay-out-tidy-tip = Place everything neatly and keep the order in which it is drawn
ui-cmd-lay-out-lanes = Lay out page, best lane order
ui-cmd-lay-out-lanes-tip = Place everything anew and sort the lanes so that few lines cross
ui-cmd-lay-out-selection = Lay out selection
ui-cmd-lay-out-selection-tip = Place the selected steps anew, beginning where they stand
ui-cmd-lay-out-lane = Lay out lane
ui-cmd-lay-out-lane-tip = Place the steps of the selected lane anew, beginning where they stand
ui-cmd-lay-out-a4-landscape = Lay out page for A4 landscape
ui-cmd-lay-out-a4-landscape-tip = Place everything anew so that the chart fills a lying sheet of A4 well
ui-cmd-lay-out-a4-portrait = Lay out page for A4 portrait
ui-cmd-lay-out-a4-portrait-tip = Place everything anew so that the chart fills an upright sheet of A4 well
ui-cmd-lay-out-letter-landscape = Lay out page for letter landscape
ui-cmd-lay-out-letter-landscape-tip = Place everything anew so that the chart fills a lying sheet of letter paper well
ui-cmd-lay-out-letter-portrait = Lay out page for letter portrait
ui-cmd-lay-out-letter-portrait-tip = Place everything anew so that the chart fills an upright sheet of letter paper well
ui-cmd-spacing-compact = Compact spacing
ui-cmd-spacing-compact-tip = Automatic layout sets things close together
ui-cmd-spacing-normal = Normal spacing
ui-cmd-spacing-normal-tip = Automatic layout leaves as much room as the templates have
ui-cmd-spacing-roomy = Roomy spacing
ui-cmd-spacing-roomy-tip = Automatic layout leaves much room between things
ui-cmd-label-place = Place label automatically
ui-cmd-label-place-tip = Find a place for the label beside its line; where it was dragged to is forgotten
ui-cmd-connect-with = Connect with…
ui-cmd-connect-with-tip = Lead a connector from the step to one that may follow it
ui-cmd-reverse = Reverse connector
ui-cmd-reverse-tip = Make the connector lead the other way
ui-cmd-lane-back = Move lane up or left
ui-cmd-lane-back-tip = Put the selected lane before the one before it
ui-cmd-lane-on = Move lane down or right
ui-cmd-lane-on-tip = Put the selected lane behind the next one
ui-cmd-turn-page = Turn the page
ui-cmd-turn-page-tip = Let the flow run down instead of across, or back
ui-cmd-dissolve-pool = Dissolve pool
ui-cmd-dissolve-pool-tip = Take away the pool around the selected lanes; they stay
ui-cmd-next = Next chart
ui-cmd-next-tip = Show the chart in the next tab
ui-cmd-previous = Previous chart
ui-cmd-previous-tip = Show the chart in the tab before

# What the symbols are for: tooltips of the commands that add them, which are called as the symbols are.
scene-kind-start-tip = Where the flow begins
scene-kind-end-tip = Where a path ends
scene-kind-process-tip = Work that somebody does
scene-kind-decision-tip = A question where the flow divides
scene-kind-data-tip = Information that comes in or goes out
scene-kind-document-tip = A letter, a form, an e-mail
scene-kind-multi-document-tip = A file of several documents
scene-kind-subprocess-tip = A process that is drawn on another page
scene-kind-database-tip = A database or a list
scene-kind-manual-operation-tip = Work by hand
scene-kind-manual-input-tip = Something that is typed in
scene-kind-preparation-tip = Something that is made ready
scene-kind-delay-tip = Waiting
scene-kind-display-tip = Something that is shown on a screen
scene-kind-event-tip = Something that happens
scene-kind-on-page-connector-tip = A jump to the same letter elsewhere on the page
scene-kind-off-page-connector-tip = A jump to another page
scene-kind-note-tip = A remark beside the flow

ui-undo-what = Undo: { $what }
ui-redo-what = Redo: { $what }

# Why a command cannot be used now.
ui-needs-document = Open a chart first
ui-needs-file = The chart has not been saved yet
ui-needs-home = There is no folder for your own templates
ui-needs-other-document = No other chart is open
ui-needs-missing-language = The chart has every language that Laneway knows
ui-needs-two-languages = The chart has one language only
ui-needs-done = There is nothing to undo
ui-needs-undone = There is nothing to redo
ui-needs-selection = Select something first
ui-needs-records = Select steps or connectors first
ui-needs-one-text = Select one step, connector, lane or phase
ui-needs-one-step = Select one step
ui-needs-one-connector = Select one connector
ui-needs-placed-label = Select a connector whose label was placed by hand
ui-needs-any-step = There are no steps on this page
ui-needs-lane = Select lanes by their headers
ui-needs-one-lane = Select a lane, or steps of one lane
ui-needs-in-lane = Select a lane, or a step in it
ui-needs-in-phase = Select a phase, or a step in it
ui-needs-pool = Select lanes that lie in a pool
ui-needs-lane-with-steps = Select a lane that has at least two steps, or a step in it
ui-needs-step = Select at least one step
ui-needs-two-steps = Select at least two steps
ui-needs-three-steps = Select at least three steps

# Automatic layout in the background.
ui-percent = { $percent } %
ui-import-reading = Reading { $file }…
ui-import-making = Making a chart of { $file }…
ui-import-stopped = No chart was made
ui-import-broke = The file could not be made into a chart
ui-pinned = Pinned in place
ui-layout-running = Laying out { $count } steps…
ui-layout-stopped = Everything stays where it was
ui-layout-same = Everything already stands where the automatic layout would place it
ui-layout-outdated = The chart was changed meanwhile, so the layout was not used
ui-layout-broke = The layout did not work; everything stays where it was

# Tabs and status bar
ui-tab-no-file = Not saved in a file yet
ui-unsaved = Unsaved changes
ui-saved-at = Saved { $time }
ui-selected = { $what } selected
ui-connectors = { $count ->
    [one] { $count } connector
   *[other] { $count } connectors
}
ui-phases = { $count ->
    [one] { $count } phase
   *[other] { $count } phases
}

# Search for commands and steps
ui-search = Search commands and steps
ui-nothing-found = No command and no step contains these words

# Questions
ui-save = Save
ui-dont-save = Don’t save
ui-overwrite = Overwrite
ui-revert = Revert
ui-unsaved-heading = { $count ->
    [one] Save the changes?
   *[other] Save the changes to { $count } charts?
}
ui-unsaved-text = What is not saved is lost.
ui-changed-heading = The file was changed by another program
ui-changed-text = Overwriting it loses what was changed there since the chart was opened or saved here.
ui-changed-text-kept = What was changed there since the chart was opened or saved here goes out of the file; it stays among the versions (File > Versions…).
ui-exists-heading = There is already a file of this name
ui-exists-text-kept = What is in it goes out of the file; it stays under File > Versions… of this chart.
ui-exists-text = Overwriting it loses what is in it.
ui-replace-heading = Replace what is there?
ui-replace-text = There is something of this name that was not made of this chart. Replacing it loses what is in it.
ui-replace = Replace
ui-another-name = Another name…
ui-elsewhere = { $user } has this file open, too: on { $host }, since { $time }. Whoever saves second is asked what becomes of the other’s changes.
ui-elsewhere-somebody = Somebody
ui-elsewhere-go-on = Go on
ui-outside-heading = Somebody else changed the file
ui-outside-text = You see it as it was. Reload it, or keep yours: then it is asked again before it is overwritten.
ui-outside-text-both = You have changes of your own. Merging keeps both; Reloading takes theirs instead of yours. Undo takes either back.
ui-outside-text-unsaved = You have changes of your own. Reloading takes theirs instead; Undo takes that back. Keep yours: then it is asked again before the file is overwritten.
ui-reload = Reload
ui-reloaded = The file was read again. Undo gives your changes back.
ui-outside-gone = The file of “{ $name }” is not there any more, or holds no chart. Save the chart to keep it.
ui-keep-mine = Keep mine
ui-merge = Merge
ui-merged = Merged with “{ $file }”: { $changes }
ui-merge-failed = The two cannot be merged: { $reason }
ui-merge-conflicts = { $count ->
    [one] In 1 place both changed the same: yours stays, and the list of problems says what the file had.
   *[other] In { $count } places both changed the same: yours stays, and the list of problems says what the file had.
}
ui-revert-heading = Give up the changes?
ui-revert-text = The chart is read from its file again. What was changed since it was saved is lost.
ui-add-language = Add a language
ui-add-language-text = Every text gets a field in it, and Problems lists what is still to be translated.
ui-add-this-language = Add { $language }
ui-remove-language = Remove a language
ui-remove-language-text = Which language is the chart to lose? What is written in no other language stays.
ui-remove-this-language = Remove { $language }
ui-language-texts = { $count ->
    [one] { $language }: { $count } text is removed
   *[other] { $language }: { $count } texts are removed
}
ui-language-only = { $count ->
    [one] { $count } that no other language has stays as text in { $language }
   *[other] { $count } that no other language has stay as texts in { $language }
}
ui-delete-lane = Delete the lane “{ $title }”?
ui-delete-phase = Delete the phase “{ $title }”?
ui-band-steps = { $count ->
    [one] There is { $count } step in it.
   *[other] There are { $count } steps in it.
}
ui-move-to-lane = Move the steps to the lane
ui-move-to-phase = Move the steps to the phase
ui-move-steps = Move the steps
ui-delete-steps = Delete them too
ui-template-heading = Save as template
ui-template-name = Name of the template
ui-path-save = Save the chart

# Notices
ui-versions-heading = Versions of this chart
ui-versions-since = Changed since then
ui-versions-none = No version of this chart was kept yet. Each save keeps the file that it replaces.
ui-versions-kept = The last 20 versions and one a day for 60 days are kept on this machine, readable for you alone.
ui-versions-when-of = { $when }, in { $file }
ui-versions-name = { $name }, version of { $when }
ui-versions-restore = Restore
ui-versions-open = Open beside
ui-versions-compare = Compare
ui-versions-on = From now on each save keeps the file that it replaces
ui-versions-off = From now on nothing is kept of what a save replaces; earlier versions stay
ui-versions-clear = Clear versions…
ui-versions-clear-heading = Remove versions?
ui-versions-clear-text = They cannot be brought back. The files of charts stay as they are.
ui-versions-clear-this = Those of this chart
ui-versions-clear-all = Those of all charts
ui-versions-of-this = { $count ->
    [one] Of this chart: 1 version of “{ $title }” ({ $file })
   *[other] Of this chart: { $count } versions of “{ $title }” ({ $file })
}
ui-versions-of-other = { $count ->
    [one] Of this chart: 1 version of “{ $title }”, which is that of { $file } as well; one file is a copy of the other
   *[other] Of this chart: { $count } versions of “{ $title }”, which are those of { $file } as well; one file is a copy of the other
}
ui-versions-of-gone = { $count ->
    [one] Of this chart: 1 version of “{ $title }”, kept of { $file }, which is not there any more; it may be called otherwise now
   *[other] Of this chart: { $count } versions of “{ $title }”, kept of { $file }, which is not there any more; it may be called otherwise now
}
ui-versions-of-all = Of all charts: { $versions ->
    [one] 1 version
   *[other] { $versions } versions
} of { $charts ->
    [one] 1 chart
   *[other] { $charts } charts
}
ui-versions-cleared = The versions were removed
ui-versions-not-cleared = The versions could not be removed: { $reason }
ui-versions-restored = The version was restored; undo takes that back
ui-saving = Saving…
ui-version-lost = The file as it was before could not be kept as a version
ui-unreadable-text = There is a file of this name, and it cannot be read. Nobody knows what is in it.
ui-saved-to = Saved to { $file }
ui-comments-dropped = The comments in the file were not kept.
ui-template-kept = Kept as a template in { $file }
ui-save-failed = The chart was not saved: { $reason }
ui-save-failed-heading = The chart was not saved
ui-try-again = Try again
ui-save-elsewhere = This file is open in another tab; choose another name
ui-copied = { $count ->
    [one] Copied { $count } step
   *[other] Copied { $count } steps
}
ui-put-into-line = Put into the line from “{ $from }” to “{ $to }”
ui-undo-this = Undo
ui-fix-which = What is chosen is shown on the chart, the likeliest first.
ui-fix-do = Do this
ui-copied-lines = Copied the connectors
ui-nothing-to-paste = The clipboard holds no steps and no short text
ui-clipboard = clipboard
ui-paste-foreign = This is { $what }; Laneway cannot read these yet
ui-pasted-lanes = { $count ->
    [one] Pasted with a new lane: { $lanes }
   *[other] Pasted with { $count } new lanes: { $lanes }
}
ui-paste-file = This is the path of a file; open it with File > Open…, or drop it on the window
ui-paste-picture = A picture cannot become steps; paste it into the program where it is to be read
ui-copying-picture = Drawing the picture
ui-scaled = Interface size { $percent } %

ui-cmd-import-table = Import table…
ui-cmd-import-table-tip = Make a chart of a table in CSV or Excel
ui-cmd-save-table = Save a table…
ui-cmd-save-table-tip = Save the steps as a table for Excel and Visio
ui-path-import = Import a table
ui-path-table = Save a table (.xlsx or .csv)
ui-path-folder = Look through the charts of a folder
ui-path-compare = Compare with a chart
ui-table-heading = Save the steps as a table
ui-table-workbook = Excel workbook (.xlsx), a sheet for each page
ui-table-comma = CSV with commas, this page
ui-table-semicolon = CSV with semicolons, this page
ui-table-tab = Text with tabs (.tsv), this page
ui-import-heading = Tables in { $file }
ui-import-tables = Each table becomes a page
ui-import-all = All tables
ui-import-choose = Import “{ $title }”
ui-import-table =
    { $title } ({ $rows ->
        [one] 1 row
       *[other] { $rows } rows
    })
ui-import-language = Language of the texts
ui-import-columns = Columns of “{ $title }” and what they mean
ui-import-headers = The first row holds headers
ui-import-accept = Make a chart
ui-field-id = Step id
ui-field-description = Description
ui-field-next = Next steps
ui-field-label = Labels
ui-field-type = Shape type
ui-field-function = Function (lane)
ui-field-phase = Phase
ui-field-pool = Pool
ui-field-alt = Details
ui-field-property = Property
ui-field-ignore = Leave out
ui-cmd-import-report = Import report…
ui-cmd-import-report-tip = What became of everything in the file that the chart was made of
ui-needs-report = The chart was not made of a file in another form
ui-report = What became of the file
ui-report-copy = Copy
ui-report-show = Show the step
ui-report-gone = The step is no longer there

### A file that does not open because it is damaged

ui-damaged = The file does not open
ui-damaged-offer = What is whole in it can be saved as a new chart. The file itself stays as it is.
ui-repair = Repair…
ui-damaged-lost = Nothing can be saved
ui-damaged-lost-text = There is not one page in the file that can be read. It stays as it is; open an older copy of it.
ui-repairing = Repairing { $file }
ui-repaired = What was done to the file
ui-repaired-lost = This is a new chart with what could be saved; it is not saved yet. What is marked was left out.
ui-repaired-kept = This is a new chart with everything that was in the file; it is not saved yet.
ui-repaired-whole = Nothing was wrong with the file; this is a copy of it
ui-cmd-repair = Repair a file…
ui-cmd-repair-tip = Save what is whole in a chart that does not open as a new chart
ui-path-repair = Repair a file

### Unsaved work that was kept

ui-cmd-recover = Recover unsaved work…
ui-cmd-recover-tip = Shows charts that were being worked on when the program ended before they were saved
ui-recover-heading = { $count ->
    [0] There is no unsaved work to recover
    [one] A chart was not saved
   *[other] { $count } charts were not saved
}
ui-recover-text = Laneway ended before the work was saved. It was kept.
ui-recover-ended = Laneway ended because of an error of its own. A report, with nothing of your charts in it, is in { $file }.
ui-recover-when = Worked on { $when }
ui-recover-no-file = Never saved
ui-recover-unknown-file = Which file it was in is not known any more
ui-recover-gone = Its file is not there any more
ui-recover-damaged = The record of it is damaged. What could be read of it is here; something may be missing.
ui-recover-unknown = A chart
ui-recover-unreadable = The record of what was not saved is damaged, or another version of Laneway wrote it. Nothing in it can be read.
ui-recover = Recover
ui-recover-keep = Keep the saved file
ui-recover-discard = Discard
ui-recover-give-up-heading = Discard the unsaved work on “{ $name }”?
ui-recover-give-up-final = This cannot be undone.
ui-recover-give-up-keeps-file = The saved file stays as it is. This cannot be undone.
ui-recover-give-up = Discard the work
ui-recover-hold = Keep the work
ui-recover-later = Decide later
ui-recover-not-removed = The unsaved work could not be removed: { $reason }
ui-recover-not-kept = Unsaved work cannot be kept at the moment. Save often. { $reason }
ui-recovered = “{ $name }” is open with the work that was not saved. Save it to keep it.

ui-compare-heading = Compare
ui-compare-before = Before: { $name }
ui-compare-after = After: { $name }
ui-compare-swap = Swap
ui-compare-making = Comparing…
ui-compare-broke = The comparison broke off
ui-compare-list = Differences
ui-compare-help = Choose a difference with the mouse or the arrow keys to go there; drag and scroll to move the picture, Ctrl and the wheel to zoom.
ui-compare-page = Page { $number } of { $count }: { $title }
ui-compare-back = Previous page
ui-compare-on = Next page
ui-compare-svg = Export SVG…
ui-compare-png = Export PNG…
ui-compare-written = Written: { $files }
ui-compare-file = differences
ui-compare-saved = { $name } as saved
ui-compare-now = { $name } as it is now
ui-compare-version = version of { $when }

# What else people call commands: searched, never shown
ui-synonyms-new = create begin blank template
ui-synonyms-open = load file
ui-synonyms-versions = history earlier backup restore
ui-synonyms-keep-versions = history backup
ui-synonyms-recover = lost crash autosave
ui-synonyms-repair = damaged broken corrupt
ui-synonyms-compare = differences changes
ui-synonyms-export = print PDF picture image SVG PNG publish
ui-synonyms-import-table = Excel CSV spreadsheet Visio
ui-synonyms-save-table = Excel CSV spreadsheet export
ui-synonyms-quit = exit leave
ui-synonyms-undo = back revert
ui-synonyms-redo = repeat again
ui-synonyms-copy-picture = image PNG screenshot clipboard
ui-synonyms-duplicate = copy clone
ui-synonyms-delete = remove erase
ui-synonyms-rename = rename label write
ui-synonyms-find-text = search look for words
ui-synonyms-replace-text = substitute change all
ui-synonyms-find-in-folder = many several charts files replace all policy directory
ui-synonyms-zoom-in = larger magnify
ui-synonyms-zoom-out = smaller
ui-synonyms-zoom-fit = whole see all
ui-synonyms-zoom-width = page wide
ui-synonyms-zoom-selection = enlarge focus
ui-synonyms-symbols = shapes palette outline
ui-synonyms-list-symbols = shapes palette list grid icons
ui-synonyms-properties = colour color style fill details time
ui-synonyms-problems = check errors warnings validate
ui-synonyms-table = total sum list spreadsheet times
ui-synonyms-map = overview navigator
ui-synonyms-light = theme colour color day
ui-synonyms-dark = theme colour color night
ui-synonyms-system = theme colour color
ui-synonyms-scale-up = font size zoom
ui-synonyms-scale-down = font size zoom
ui-synonyms-language = language translation English Spanish
ui-synonyms-lane = add new insert swimlane row role
ui-synonyms-move-lane = order sort swimlane row reorder
ui-synonyms-pool = group container participant frame
ui-synonyms-ungroup = ungroup remove
ui-synonyms-phase = add new insert stage milestone column
ui-synonyms-page = add new sheet tab
ui-synonyms-front = layer above
ui-synonyms-back = layer below
ui-synonyms-pin = lock fix
ui-synonyms-tidy = reroute straighten connectors arrows
ui-synonyms-connect = connect next follow line arrow
ui-synonyms-reverse = swap direction arrow
ui-synonyms-lay-out = arrange order clean up format
ui-synonyms-paper = paper print horizontal size
ui-synonyms-paper-upright = paper print vertical size
ui-synonyms-turn-page = vertical horizontal orientation rotate direction
ui-synonyms-shortcuts = keyboard keys help
ui-synonyms-about = version licence
ui-synonyms-step = add new symbol shape
ui-synonyms-start = begin first
ui-synonyms-end = finish stop last
ui-synonyms-process = task activity action box
ui-synonyms-decision = if condition branch question gateway diamond
ui-synonyms-data = input output information
ui-synonyms-document = form letter paper report
ui-synonyms-multi-document = forms copies papers
ui-synonyms-subprocess = predefined procedure call
ui-synonyms-database = store storage records cylinder
ui-synonyms-manual-operation = by hand trapezium
ui-synonyms-manual-input = keyboard type enter
ui-synonyms-preparation = set up initialise hexagon
ui-synonyms-delay = wait pause
ui-synonyms-display = screen show monitor
ui-synonyms-event = trigger timer message signal circle
ui-synonyms-on-page-connector = jump reference letter circle
ui-synonyms-off-page-connector = other page reference jump
ui-synonyms-note = comment annotation
