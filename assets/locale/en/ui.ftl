# The window.

# Menus and commands: the label, and with -tip the tooltip.
quoted = “{ $words }”
ui-menu-file = File
ui-menu-view = View
ui-menu-help = Help
ui-cmd-new = New chart
ui-cmd-new-tip = Start an empty chart with four lanes
ui-cmd-open = Open…
ui-cmd-open-tip = Open a chart from a file
ui-cmd-export = Export…
ui-cmd-export-tip = Save the chart as a picture or as data
ui-cmd-start = Start page
ui-cmd-start-tip = Choose a template or a file
ui-cmd-quit = Quit
ui-cmd-quit-tip = Close the window
ui-cmd-zoom-in = Zoom in
ui-cmd-zoom-in-tip = Show the chart larger
ui-cmd-zoom-out = Zoom out
ui-cmd-zoom-out-tip = Show the chart smaller
ui-cmd-zoom-reset = Actual size
ui-cmd-zoom-reset-tip = Zoom to 100 %
ui-cmd-zoom-fit = Fit to window
ui-cmd-zoom-fit-tip = Show the whole page
ui-cmd-zoom-width = Fit width
ui-cmd-zoom-width-tip = Show the page as wide as the window
ui-cmd-zoom-selection = Zoom to selection
ui-cmd-zoom-selection-tip = Show what is selected as large as it fits
ui-cmd-zoom-lane = Zoom to lane
ui-cmd-zoom-lane-tip = Show all of the lane that is selected or holds what is selected
ui-cmd-zoom-phase = Zoom to phase
ui-cmd-zoom-phase-tip = Show all of the phase that is selected or holds what is selected
ui-cmd-symbols = Symbols and outline
ui-cmd-symbols-tip = Show or hide symbols and outline
ui-cmd-properties = Properties
ui-cmd-properties-tip = Show or hide the properties
ui-cmd-problems = Problems
ui-cmd-problems-tip = Show or hide what the check found
ui-cmd-table = Table of steps
ui-cmd-table-tip = Show or hide the steps of the page as a table
ui-cmd-list-symbols = Symbols with names
ui-cmd-list-symbols-tip = Show the symbols as a list with their names, or as a grid
ui-cmd-map = Map
ui-cmd-map-tip = Show or hide the map of the page
ui-cmd-light = Light theme
ui-cmd-light-tip = Light window
ui-cmd-dark = Dark theme
ui-cmd-dark-tip = Dark window
ui-cmd-system = System theme
ui-cmd-system-tip = Light or dark as the system is set
ui-cmd-english = English interface
ui-cmd-english-tip = Show menus and dialogs in English
ui-cmd-spanish = Interfaz en español
ui-cmd-spanish-tip = Show menus and dialogs in Spanish
ui-cmd-shortcuts = Keyboard shortcuts
ui-cmd-shortcuts-tip = What keys and mouse do
ui-cmd-promises = What happens to my work when…
ui-cmd-promises-tip = What is kept when the program, the machine or the disk fails
ui-cmd-about = About Laneway
ui-cmd-about-tip = Version and licence

# Start page
ui-new-chart = New chart
ui-open = Open…
ui-start-heading = Start from a template
ui-search-templates = Search templates
ui-no-template-found = No template contains these words
ui-no-own-template = You have no templates of your own yet. Save a chart with File > Save as template…, and it appears here.
ui-template-broken = This file cannot be opened
ui-all-languages = All languages
ui-all-languages-tip = Start charts with all languages of their template
ui-templates-in = Templates in { $language }
ui-shelf-all = All
ui-shelf-yours = Yours
ui-category-calls = Calls
ui-category-support = Support
ui-category-orders = Orders
ui-category-service = Service
ui-recent = Recent
ui-recent-gone = This file is no longer there
ui-forget = Remove { $file } from the list
ui-ago-now = just now
ui-ago-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
}
ui-ago-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
}
ui-ago-days = { $count ->
    [one] yesterday
   *[other] { $count } days ago
}
ui-ago-weeks = { $count ->
    [one] { $count } week ago
   *[other] { $count } weeks ago
}
ui-ago-months = { $count ->
    [one] { $count } month ago
   *[other] { $count } months ago
}
ui-lanes = { $count ->
    [one] { $count } lane
   *[other] { $count } lanes
}
ui-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
}
ui-lang-en = English
ui-lang-es = Spanish
ui-lang-pt = Portuguese
ui-lang-fr = French
ui-lang-de = German
ui-lang-it = Italian
ui-lang-ca = Catalan
ui-drop-here = Drop the file to open it

# Status bar
ui-zoom = { $percent } %
ui-look = Appearance
ui-interface-language = Interface language
ui-interface-in = Interface: { $language }
ui-chart-language = Chart language
ui-chart-in = Chart: { $language }

# Hover card
ui-detail-goal = Goal
ui-detail-description = Description
ui-detail-responsible = Responsible
ui-detail-channel = Channel
ui-detail-needs = Information and tools
ui-detail-say = What to say
ui-detail-record = What to record
ui-detail-evidence = Evidence
ui-detail-authority = Limit of authority
ui-time-handling = Handling time
ui-time-waiting = Waiting time
ui-time-target = Target time
ui-seconds = { $count } s
ui-minutes = { $count } min
ui-hours = { $count } h
ui-days = { $count } d

# Messages
ui-settings-failed = The settings could not be kept: { $reason }

# Dialogs
ui-ok = OK
ui-cancel = Cancel
ui-close = Close
ui-path = Path of the file
ui-path-open = Open a chart
ui-path-export = Export to a file
ui-version = Version { $version }
ui-about-text = Draw, check and publish the process flowcharts of a customer-service team.
ui-about-fonts = Font: Open Sans, SIL Open Font License 1.1

# Export
ui-export-heading = Export the chart
ui-export-write = Export…
ui-export-running = Working…
ui-export-running-page = Exporting page { $page } of { $count }…
ui-export-done = { $count ->
    [one] Exported to this file
   *[other] Exported to { $count } files
}
ui-export-folder = In the folder { $folder }
ui-export-open-folder = Open the folder
ui-export-failed = The export did not work: { $reason }
ui-export-broke = it ended without a result
ui-export-copy = Copy picture
ui-export-copy-tip = Put the picture into the clipboard, to be pasted into a text or a message
ui-export-copied = The picture is in the clipboard
ui-export-preview = Preview
ui-export-refused = This cannot be exported: { $reason }
ui-export-making = Making the preview…
ui-export-pixels = { $width } × { $height } px
ui-export-mm = { $width } × { $height } mm
ui-export-about = about { $size }
ui-export-files = { $count } files are written; the preview shows this page
ui-bytes = { $count } bytes
ui-kilobytes = { $count } KB
ui-megabytes = { $count } MB
ui-format = Format
ui-format-svg = SVG (scalable picture)
ui-format-png = PNG (raster picture)
ui-format-json = JSON (data for other programs)
ui-pages = Pages
ui-page-this = This page
ui-page-all = All pages
ui-page-range = Pages, such as 1-3
ui-part = Part
ui-part-all = All of the page
ui-part-selection = The selected steps
ui-part-lane = Lane: { $title }
ui-part-phase = Phase: { $title }
ui-size = Size
ui-size-scale = Scale factor
ui-size-dpi = Dots per inch
ui-size-width = Width in pixels
ui-size-height = Height in pixels
ui-size-bad = Enter a number greater than zero
ui-background = Background
ui-background-white = White
ui-background-transparent = Transparent
ui-background-color = Colour
ui-text = Text
ui-text-text = As text (can be searched)
ui-text-outlines = As shapes (looks the same everywhere)
ui-language = Language

# Shortcut help: what the mouse and other keys do
ui-gestures = On the chart
ui-shortcuts-find = Search keys and commands
ui-shortcuts-none = Nothing here has these words
ui-gesture-write = Write a text
ui-gesture-write-how = Double click, or type on what is selected
ui-gesture-add = Add a step
ui-gesture-add-how = Double click on an empty place, arrows around a step
ui-gesture-next = Write the next text
ui-gesture-next-how = Tab while writing
ui-gesture-connect = Connect steps
ui-gesture-connect-how = Drag an arrow or a dot onto another step
ui-gesture-bend = Lead a line by hand, and give that up
ui-gesture-bend-how = Drag a piece or a bend of the selected line; double-click the bend
ui-gesture-several = Select several
ui-gesture-several-how = Shift+click, or drag around them
ui-gesture-drag = Drag straight, freely, a copy
ui-gesture-drag-how = Shift, Alt, Ctrl while dragging
ui-gesture-nudge = Move what is selected
ui-gesture-nudge-how = Arrow keys, a little with Shift
ui-gesture-pan = Move the chart
ui-gesture-pan-how = Wheel, Shift+wheel, middle button, Space+drag
ui-gesture-pan-keys = Move the chart by keyboard
ui-gesture-pan-keys-how = Arrow keys while no step is selected
ui-gesture-zoom = Zoom at the pointer
ui-gesture-zoom-how = Ctrl+wheel, pinch
ui-gesture-steps = Go from step to step
ui-gesture-steps-how = Tab, Shift+Tab

## Links

ui-cmd-link-open = Open link
ui-cmd-link-open-tip = Go where the selected step leads: a page, a chart, a file, the web, or the connector symbol with the same letter
ui-cmd-page-extract = Make a page of this
ui-cmd-page-extract-tip = The selected steps become a page of their own; a subprocess in their place leads there
ui-synonyms-page-extract = subprocess extract drill down split off
ui-cmd-back = Back
ui-cmd-back-tip = Go back to where the last link was followed
ui-synonyms-link-open = follow go to jump drill down subprocess partner url hyperlink
ui-synonyms-way-back = return previous history up
ui-needs-link = Select one step that has a link
ui-needs-way-back = Follow a link first
ui-gesture-follow = Follow a link
ui-gesture-follow-how = Ctrl+click a step that has one
ui-card-more = More
ui-card-link = Leads to { $place }
ui-link-opened = Opening { $place }
ui-link-not-opened = Nothing on this computer opened { $place }
ui-link-unknown = { $place } is not opened: links lead to pages, files, http, https and mailto
ui-link-no-place = { $place } is looked for beside the chart: save the chart first
ui-link-gone = There is no file { $place }
ui-link-file-heading = Open this file with another program?
ui-link-file-text = The step leads to this file. Open it only if you trust whoever made the chart.
ui-link-file-open = Open file
