# The panels around the canvas.

panel-symbols = Symbols
panel-symbols-list = Show the symbols with their names
panel-symbols-grid = Show the symbols as a grid
panel-find-symbol = Search the symbols
panel-no-symbol-found = No symbol is called that
panel-outline = Outline
panel-outline-by = Outline by
panel-outline-lanes = By lanes
panel-outline-lanes-tip = List the steps of the page by lane
panel-outline-flow = As the flow runs
panel-outline-flow-tip = List the steps of the page one after the other as the flow runs
panel-outline-pages = By pages
panel-outline-pages-tip = List the steps of all pages
panel-find-step = Find a step
panel-no-step-found = No step contains these words
panel-resize = Resize the panel
panel-map = Map of the page

# Properties: what is selected, and the fields
panel-step = Step
panel-connector = Connector
panel-lane = Lane
panel-phase = Phase
panel-page = Page
panel-selected = { $count ->
    [one] { $count } object selected
   *[other] { $count } objects selected
}
panel-several-values = (several)
panel-nothing = (nothing)
# A field in one of several languages: Text (Spanish)
panel-in = { $name } ({ $language })
panel-outdated = { $name } – may be outdated
panel-still-right = Still right
panel-outdated-tip = { $language } has changed since this was written
panel-text = Text
panel-label = Label
panel-title = Title
panel-kind = Kind
panel-branching = Branches
panel-branching-plain = One of them
panel-branching-exclusive = One of them (×)
panel-branching-inclusive = One or more (○)
panel-branching-parallel = All of them (+)
panel-branching-event = First event decides
panel-branching-complex = As described (✳)
panel-trigger = Trigger
panel-trigger-none = Not said
panel-trigger-message = Message
panel-trigger-timer = Time
panel-trigger-condition = Condition
panel-trigger-signal = Signal
panel-trigger-error = Error
panel-trigger-escalation = Escalation
panel-outcome = Outcome
panel-outcome-solved = Solved
panel-outcome-refused = Refused
panel-outcome-withdrawn = Given up by the customer
panel-outcome-handed-over = Handed over
panel-outcome-other = Other

panel-details = Details

panel-times = Times
panel-time-range = At best and at worst
panel-handling-best = Handling, at best
panel-handling-worst = Handling, at worst
panel-waiting-best = Waiting, at best
panel-waiting-worst = Waiting, at worst
panel-time-bad = Write a time such as 2 min, 1 h 30, 45 s or 3 d
panel-time-usual-first = Write the usual time first
panel-time-order = The usual time lies between the best and the worst

panel-link = Link
panel-link-to = Leads to
panel-link-none = Nothing
panel-link-page = Page
panel-link-step = Step
panel-link-address = Address

panel-size = Size and place
panel-width = Width
panel-height = Height
panel-length-bad = Write a length such as 36 mm or 3.6 cm
panel-fit-mode = When the text needs more room
panel-fit-grow = The step grows
panel-fit-fixed = The size stays
panel-fit = Fit to text
panel-pin-mode = Automatic layout
panel-pin-loose = May move the step
panel-pin-held = Leaves it here (pinned)

panel-style = Colours
panel-style-fill = Fill
panel-style-line = Line
panel-style-text = Text colour
panel-style-white = White
panel-style-reset = As the theme says
panel-style-any = Any colour…
panel-colour-code = Code
panel-colour-hue = Hue
panel-colour-saturation = Saturation
panel-colour-brightness = Brightness

panel-properties = Other properties
panel-property-name = Name
panel-property-value = Value
panel-property-add = Add property
panel-property-remove = Remove { $name }
panel-property-needs-name = Write a name first
panel-property-twice = There is a property with this name

panel-connector-kind = Meaning
panel-share = Share of the cases
panel-share-bad = Write a number from 0 to 100
panel-even = Make the shares 100 %
panel-from = From
panel-to = To
panel-reverse = Reverse
panel-tidy = Tidy line

panel-role = Role
panel-role-customer = Customer
panel-role-employee = Employee
panel-role-service = Service department
panel-role-owner = Process owner
panel-role-other = Other
panel-pool = Pool
panel-pools = Pools
panel-in-pool = Lies in
panel-no-pool = No pool
panel-pool-in-pool = { $pool } lies in
panel-pool-add = Put into a new pool
panel-pool-dissolve = Dissolve pool
panel-add-before = Add before
panel-add-after = Add after
panel-move-up = Move up
panel-move-down = Move down
panel-move-left = Move left
panel-move-right = Move right
panel-is-first = It is the first one already
panel-is-last = It is the last one already
panel-delete-lane = Delete lane
panel-delete-phase = Delete phase
panel-add-lane = Add lane
panel-add-phase = Add phase

panel-arrange = Align
panel-align-left = Left
panel-align-centre = Centre
panel-align-right = Right
panel-align-top = Top
panel-align-middle = Middle
panel-align-bottom = Bottom
panel-spread-across = Spread across
panel-spread-down = Spread down

panel-page-title = Page title
panel-flow = The flow runs
panel-flow-across = From left to right
panel-flow-down = From top to bottom
panel-document = Document
panel-document-texts = Texts of the document
panel-subtitle = Subtitle
panel-description = Description
panel-language = Language
panel-theme = Look
panel-theme-standard = Standard
panel-theme-black-and-white = Black and white
panel-theme-high-contrast = High contrast
panel-jumps = Where lines cross
panel-jumps-arc = One jumps over in an arc
panel-jumps-gap = One is broken off
panel-jumps-plain = Both run through
panel-title-block = Title block

# Problems
panel-problems = Problems
panel-problem-count = { $count ->
    [0] No problems
    [one] { $count } problem
   *[other] { $count } problems
}
panel-no-problems = Nothing is to be put right
panel-no-problems-here = No problems here
panel-conflicts = To be decided after merging ({ $count })
panel-errors = Errors ({ $count })
panel-warnings = Warnings ({ $count })
panel-hints = Hints ({ $count })

# Pages
panel-page-add = Add page
panel-page-rename = Rename
panel-page-duplicate = Duplicate
panel-page-back = Move to the left
panel-page-on = Move to the right
panel-page-delete = Delete page

# The steps as a table
panel-table = Table of steps
panel-table-number = No.
panel-table-next = Next steps
panel-table-new = New step
panel-table-find = Find in the table
panel-table-found = { $some } of { $all } steps
panel-table-add = Add step
panel-table-delete = Delete steps
panel-table-sort = Click to sort; drag the edge to change the width
panel-table-choose = Type to find one
panel-table-no-choice = None has this name
panel-table-add-next = Add a following step
panel-table-no-kind = No symbol has this name
panel-table-no-lane = No lane has this name
panel-table-no-phase = No phase has this name
panel-table-no-step = Write the names of steps, such as Yes › Close the request
panel-table-no-time = This symbol takes no time
panel-table-not-taken = “{ $text }” was not taken: { $reason }
panel-table-unread = { $count ->
    [one] One cell stays as it was: { $reason }
   *[other] { $count } cells stay as they were: { $reason }
}
