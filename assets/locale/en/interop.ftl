### Tables in and out: what became of everything, and why a file gave no table.

import-summary =
    Imported { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $connectors ->
        [one] 1 connection
       *[other] { $connectors } connections
    } and { $lanes ->
        [one] 1 lane
       *[other] { $lanes } lanes
    } from { $file }.
import-summary-written =
    Wrote { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $connectors ->
        [one] 1 connection
       *[other] { $connectors } connections
    } and { $lanes ->
        [one] 1 lane
       *[other] { $lanes } lanes
    } to { $file }.
import-outlook =
    { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $connectors ->
        [one] 1 connection
       *[other] { $connectors } connections
    } and { $lanes ->
        [one] 1 lane
       *[other] { $lanes } lanes
    } in { $file }.
import-nothing-lost = Nothing was changed or left out.
import-changed-and-left-out =
    { $changed ->
        [one] 1 thing was changed
       *[other] { $changed } things were changed
    }, { $lost ->
        [one] 1 was left out
       *[other] { $lost } were left out
    }.
import-changed =
    { $changed ->
        [one] 1 thing was changed.
       *[other] { $changed } things were changed.
    }
import-left-out =
    { $lost ->
        [one] 1 thing was left out.
       *[other] { $lost } things were left out.
    }
import-line-refused = Refused
import-line-dropped = Left out
import-line-changed = Changed
import-line-property = Kept as a property
import-line-note = Note
import-line-kept = Kept

import-table-unknown-next = { $place }: “{ $what }” is not the id of a step; the connection was left out
import-table-next-spelling = { $place }: “{ $what }” was taken for the step “{ $result }”
import-table-duplicate-id = { $place }: the id “{ $what }” is used before; connections to it lead to the first step with it
import-table-missing-id =
    “{ $what }”: { $count ->
        [one] 1 step has
       *[other] { $count } steps have
    } no id; nothing can lead there
import-table-surplus-label = { $place }: there is no connection for the label “{ $what }”; it was left out
import-table-no-step = { $place }: the row has neither id nor description and was left out: { $what }
import-table-unknown-kind = { $place }: the shape type “{ $what }” is not known; the step became a process
import-table-kind-spelling = { $place }: the shape type “{ $what }” was taken for “{ $result }”
import-table-other-kind = { $place }: there is no symbol for “{ $what }”; the step became “{ $result }”
import-table-lane-spelling = { $place }: “{ $what }” was taken for the lane “{ $result }”
import-table-phase-spelling = { $place }: “{ $what }” was taken for the phase “{ $result }”
import-table-too-many-lanes = { $place }: a page has at most 400 lanes; “{ $what }” was put into the last one, “{ $result }”
import-table-other-pool = { $place }: a lane lies in one pool; “{ $what }” was passed over for “{ $result }”
import-table-too-many-phases = { $place }: a page has at most 400 phases; “{ $what }” was put into the last one, “{ $result }”
import-table-no-lane =
    “{ $what }”: { $count ->
        [one] 1 step names
       *[other] { $count } steps name
    } no function and went to a lane without a name
import-table-extra-column =
    “{ $place }”: the column “{ $what }” was kept as a property of { $count ->
        [one] 1 step
       *[other] { $count } steps
    }
import-table-ignored-column =
    “{ $place }”: the column “{ $what }” was left out ({ $count ->
        [one] 1 value
       *[other] { $count } values
    })
import-table-guessed-column = “{ $place }”: the column “{ $what }” was taken for “{ $result }”
import-table-beyond-columns =
    “{ $what }”: { $count ->
        [one] 1 value stands
       *[other] { $count } values stand
    } beside the columns and { $count ->
        [one] was
       *[other] were
    } left out, first in { $place }
import-table-outside =
    { $count ->
        [one] 1 cell belongs
       *[other] { $count } cells belong
    } to no table of steps and { $count ->
        [one] was
       *[other] were
    } left out, first { $place }
import-table-formulas =
    “{ $what }”: { $count ->
        [one] 1 value comes from a formula
       *[other] { $count } values come from formulas
    }; what was shown last was taken
import-table-error-value = { $place }: the cell holds the error { $what } and was left out
import-table-cut-text = { $place }: the text has more than 10,000 characters and was cut: “{ $what }”
import-table-cleaned-text = { $place }: control characters were taken out of “{ $what }”
import-table-bad-bytes =
    { $count ->
        [one] 1 character
       *[other] { $count } characters
    } could not be read and became �; save the file as UTF-8
import-table-in-order = “{ $what }” does not say what comes next; the rows were connected in their order
import-table-guessed-kinds =
    “{ $what }” has no shape types; { $count ->
        [one] 1 was
       *[other] { $count } were
    } chosen by texts and connections
import-table-id-as-text = “{ $what }” has no descriptions; the ids became the texts of the steps
import-table-out-comma = The label “{ $what }” has a comma, which divides labels in a table; it became “{ $result }”
import-table-out-note = The note “{ $what }” is no step and was left out
import-table-out-kind = The step “{ $what }” became “{ $result }”, because tables have no word for its symbol
import-table-out-free-end = A connector “{ $what }” has an end on nothing or on a note and was left out
import-table-out-connector-kind =
    { $count ->
        [one] 1 message or association became an ordinary connection
       *[other] { $count } messages and associations became ordinary connections
    }
import-table-out-empty-lane = The lane “{ $what }” has no steps and was left out
import-table-out-empty-pool = The pool “{ $what }” has no steps and was left out
import-table-out-pool-name = The pool “{ $what }” is called “{ $result }” in the table
import-table-out-empty-phase = The phase “{ $what }” has no steps and was left out
import-table-out-lane-order = The lanes will stand in another order, because a table shows them in the order of their first steps
import-table-out-details =
    { $count ->
        [one] 1 particular
       *[other] { $count } particulars
    } of steps and connectors (details other than the description, times, links, colours, properties, shares) { $count ->
        [one] has
       *[other] have
    } no column and { $count ->
        [one] was
       *[other] were
    } left out
import-table-out-places = Places and routes are not part of a table
import-table-out-formula =
    { $count ->
        [one] 1 text begins
       *[other] { $count } texts begin
    } like a formula and got an apostrophe before it, so that no spreadsheet computes it

import-chart-places-anew =
    “{ $what }”: the { $count ->
        [one] place of 1 step
       *[other] places of { $count } steps
    } could not be kept; { $count ->
        [one] it was
       *[other] they were
    } placed anew
import-chart-lines-anew =
    “{ $what }”: the { $count ->
        [one] line of 1 connection
       *[other] lines of { $count } connections
    } could not be kept and { $count ->
        [one] was
       *[other] were
    } drawn anew
import-chart-free-end = { $place }: the connection “{ $what }” has an end on something that is not there; the end became a free one
import-chart-lost-connector = { $place }: the connection “{ $what }” has an end that is nowhere and was left out
import-chart-without-lane =
    “{ $what }”: { $count ->
        [one] 1 step is
       *[other] { $count } steps are
    } in no lane and went to one without a name
import-chart-cut-texts =
    { $count ->
        [one] 1 text has
       *[other] { $count } texts have
    } more than 10,000 characters and { $count ->
        [one] was
       *[other] were
    } cut
import-chart-cleaned-texts =
    Control characters were taken out of { $count ->
        [one] 1 text
       *[other] { $count } texts
    }

import-geometry-unknown-kind = { $place }: the kind “{ $what }” is not known; the step became a process
import-geometry-duplicate-id = { $place }: the id “{ $what }” is used before; connections to it lead to the first step with it
import-geometry-unknown-pool = { $place }: “{ $what }” is not the id of a pool before it; it lies in none
import-geometry-unknown-lane = { $place }: “{ $what }” is not the id of a lane; the step went to the lane where it stands
import-geometry-extra-field =
    The field “{ $what }” was kept as a property of { $count ->
        [one] 1 step or connection
       *[other] { $count } steps or connections
    }
import-geometry-unread-field =
    The field “{ $what }” is not known and was left out ({ $count ->
        [one] 1 value
       *[other] { $count } values
    })

table-empty =
    The file holds no table: { $place }
    Open it in a spreadsheet and check that this is the right one.
table-not-a-table =
    The file is not a table: { $place }
    Save it as .xlsx or .csv in a spreadsheet, and choose that file.
table-damaged =
    The workbook is damaged ({ $part }: { $detail }): { $place }
    Open it in a spreadsheet and save it anew.
table-bomb =
    The workbook unpacks to far more than it seems, or is oddly put together ({ $part }), and was not read: { $place }
    Check where it comes from; if you trust it, save it anew in a spreadsheet.
table-entities =
    The workbook declares entities ({ $part }), which no spreadsheet writes, and was not read: { $place }
    Check where it comes from; if you trust it, save it anew in a spreadsheet.
table-too-many =
    The table goes too far ({ $part }); at most 100,000 rows and 16,384 columns are read: { $place }
    Divide it into several files.
table-no-steps =
    No column holds the steps’ ids or descriptions: { $place }
    The columns are { $detail }. Name one “Process Step ID” or “Process Step Description”, or say on the command line which one it is: --map COLUMN=description
table-no-such-table =
    There is no table “{ $part }”: { $place }
    There are { $detail }.
table-no-such-column =
    There is no column “{ $part }”: { $place }
    There are { $detail }.

table-not-made = the table could not be made: { $detail }

drawing-too-many =
    The drawing has more than 100,000 steps: { $place }
    Divide it into several files.
drawing-no-steps =
    The file holds no list of steps or connections: { $place }
    Choose the geometry of a chart, as “laneway export -o NAME.json” writes it.
drawing-damaged =
    The drawing is damaged (line { $line }, column { $column }: { $detail }): { $place }
    Write it anew with the program that it comes from.
