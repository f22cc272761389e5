### The command line.

cli-about = Draw, check and publish the process flowcharts of a customer-service team
cli-after-help =
    Examples:
      laneway                                        open the window
      laneway calls.ron                              open a chart in the window
      laneway new customer-service-process           start a chart from a template
      laneway export calls.ron -o calls.svg          make a picture for a manual
      laneway check calls.ron                        find paths that do not end

    Exit status: 0 fine, 1 findings or not canonical, 2 called wrongly, 3 an input cannot be read,
    4 an output cannot be written, 5 no display. Of several, the highest.
cli-files-help = Charts, tables and geometry (.json) to open in the window
cli-inputs-help = A chart, or the geometry of one (.json); - is standard input
cli-json-help = Write JSON
cli-force-help = Replace a file that is there

cli-templates-about = List the templates
cli-templates-lang-help = The language of titles and descriptions
cli-templates-counts = { $lanes ->
        [one] 1 lane
       *[other] { $lanes } lanes
    }, { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }

cli-new-about = Start a chart from a template
cli-new-after-help =
    Examples:
      laneway new customer-service-process
      laneway new customer-service-process --lang es -o proceso.ron
      laneway new customer-service-process --lang es --only -o proceso.ron
cli-new-template-help = The template's name, as `laneway templates` lists it
cli-new-output-help = The file to write; - is standard output [default: TEMPLATE.ron]
cli-new-lang-help = The chart's language (the others stay in the file)
cli-new-only-help = Leave the other languages out; without --lang, the language of the interface stays

cli-export-about = Make pictures of charts
cli-export-after-help =
    Examples:
      laneway export calls.ron -o calls.svg
      laneway export calls.ron -o calls.png --dpi 300
      laneway export *.ron -o pictures/ --format svg,png --lang es
      laneway export calls.ron -o employee.svg --lane Employee
      laneway export calls.ron -o - --format svg --text outlines > calls.svg

    Several pictures to one file name get a number and a title: calls-2-billing.svg.
cli-export-output-help = The file or folder to write; - is standard output
cli-export-format-help = The kind of picture, where the file name does not say it; several with commas: svg,png
cli-export-page-help = Pages by number, range or title: 2, 1-3, 2,4-6, “Returns”, or all [default: all]
cli-export-lane-help = Only this lane, by title or id, as a chart of its own
cli-export-phase-help = Only this phase, by title or id
cli-export-steps-help = Only these steps, by id or text, with commas
cli-export-scale-help = Pixels per unit of 1/96 inch (PNG) [default: 1]
cli-export-dpi-help = Pixels per inch (PNG)
cli-export-width-help = The width in pixels (PNG)
cli-export-height-help = The height in pixels (PNG)
cli-export-background-help = white, transparent or a colour such as #f4f4f4 [default: white]
cli-export-text-help = Texts as text, or as outlines that look the same in every program (SVG) [default: text]
cli-export-lang-help = The language of the picture [default: the chart's]

cli-convert-about = Turn a table or a geometry into a chart, or a chart into a table
cli-convert-after-help =
    Examples:
      laneway convert calls.xlsx calls.ron
      laneway convert calls.csv calls.ron --report what-became-of-it.json
      laneway convert processes.xlsx billing.ron --table "Send an invoice"
      laneway convert list.csv list.ron --map Task=description --map Team=function
      laneway convert calls.ron calls.xlsx

    A table has a row for each step, with the headers of Visio's Data Visualizer or similar ones: Process Step ID,
    Process Step Description, Next Step ID, Connector Label, Shape Type, Function (the lane), Phase, Alt Text.
    What was changed or left out is said on standard error.
cli-convert-input-help = A chart (.ron), its geometry (.json) or a table (.csv, .tsv, .txt, .xlsx); - is standard input
cli-convert-output-help = The file to write: .ron, .csv, .tsv, .xlsx, .svg, .png or .json
cli-convert-report-help = Write what became of everything to a file
cli-convert-table-help = Only the table or page with this title; may be given several times
cli-convert-map-help = What a column means: id, description, next, label, type, function, phase, alt, pool, property or ignore
cli-convert-lang-help = The language of the texts of a table or a geometry [default: the system's; for a chart its own]
cli-convert-delimiter-help = What stands between cells (CSV): comma, semicolon or tab [default: comma]
cli-convert-no-bom-help = Write no byte order mark (CSV)
cli-convert-no-format = { $file }: what kind of file? End the name in .ron, .csv, .tsv, .xlsx, .svg, .png or .json
cli-bad-map = “{ $map }” is not COLUMN=FIELD; the fields are { $fields }
cli-one-to-csv = { $file }: a CSV file holds one table, and there are { $count }; choose one with --table, or write .xlsx

cli-info-about = Say what a file holds
cli-info-about-file = file version { $version }; languages: { $languages }
cli-info-about-geometry = geometry; languages: { $languages }
cli-info-page = { $title }: { $lanes ->
        [one] 1 lane
       *[other] { $lanes } lanes
    }, { $phases ->
        [one] 1 phase
       *[other] { $phases } phases
    }, { $steps ->
        [one] 1 step
       *[other] { $steps } steps
    }, { $connectors ->
        [one] 1 connector
       *[other] { $connectors } connectors
    }

cli-check-about = Check charts: paths that do not end, decisions without answers, texts cut off
cli-check-after-help =
    Each finding is an error, a warning or a hint. Hints do not change the exit status.
cli-check-line = { $file }: { $severity } [{ $code }] { $message }
cli-check-error = error
cli-check-warning = warning
cli-check-hint = hint
cli-check-none = { $file }: nothing found

cli-diff-about = Say in words in what two charts differ
cli-diff-after-help =
    Status 0: they are equal; 1: they differ. What was only moved on the page is counted at the end.
    For git: laneway diff --textconv prints what a chart says, a line a field (see the user's guide).
    With -o the differences are drawn as well: the newer chart, with what was added, removed, changed and moved marked;
    a file a page. A picture that was made of the newer chart is replaced, any other file only with --force.
cli-diff-inputs-help = Two charts, the older one first
cli-diff-textconv-help = Print what this one chart says, for a program that compares lines
cli-diff-output-help = Draw the differences into this .svg or .png
cli-diff-lang-help = The language of the sentences and names
cli-diff-equal = The charts are equal

cli-merge-about = Make one chart of two that were made from the same
cli-merge-after-help =
    Status 0: everything found its place; 1: both changed the same, and the chart says where (laneway check
    tells of it too). What OURS has stays; what THEIRS has stands in a property “merge: …” of the step.
    For git: laneway merge %O %A %B -o %A --force (see the user's guide).
cli-merge-unrelated = these charts were not made from the same: most of their steps are not in the first one; merge them all the same with --unrelated
cli-merge-unrelated-sides = these two charts were not made from the same: most of their steps are others; merge them all the same with --unrelated
cli-merge-unrelated-help = Merge also charts that were not made from the same
cli-merge-inputs-help = The chart that both were made from, and the two charts
cli-merge-output-help = Where the result goes; - is standard output
cli-merge-report-help = Write the conflicts to this file, for programs

cli-repair-about = Save what can be saved of a chart that does not open
cli-repair-after-help =
    Status 0: nothing is lost; 1: something was left out; 3: there is nothing to save.
    What was done is said line by line. The damaged file is never written to.
cli-repair-input-help = A chart that is damaged
cli-repair-output-help = Where the repaired chart goes
cli-repair-onto-itself = { $file }: the damaged file stays as it is; name another one with -o
cli-repair-nothing = { $file }: nothing in it can be saved

cli-find-about = Find words in all texts of charts, and replace them
cli-find-after-help =
    Labels, headings, details and properties of all pages and languages are looked at, without regard to capitals and
    accents. Status 0: found; 1: nothing found. With --replace each text is shown before and after, and nothing is
    written; with --write as well each chart that changes is saved, and what it was is kept as a version.
    Examples:
      laneway find refund *.ron
      laneway find "call centre" *.ron --word --replace "service desk" --write
cli-find-text-help = What to look for
cli-find-word-help = Only whole words
cli-find-case-help = Only with the same capitals and accents
cli-find-lang-help = Only texts in this language
cli-find-replace-help = Show what the charts would say with this in its place
cli-find-write-help = Write it
cli-find-kept = { $place }: what is emphasised there stands in the way, so this stays as it is: { $text }
cli-find-replaced = { $file }: { $count ->
        [one] replaced in 1 place
       *[other] replaced in { $count } places
    }

cli-fmt-about = Write files in canonical form, in place
cli-fmt-after-help =
    Sizes of steps and routes of connectors that a file leaves out are filled in. Comments are not kept.
cli-fmt-inputs-help = A chart; - is standard input
cli-fmt-check-help = Change nothing; status 1 where a file is not canonical

cli-layout-about = Place everything in a chart anew
cli-layout-after-help =
    Steps keep their lanes and phases, and pinned steps their places; lines and labels are made anew. The same file may be IN and OUT.
cli-layout-input-help = The chart: a document (.ron), a geometry (.json) or a table (.csv, .xlsx)
cli-layout-output-help = Where to write: a document (.ron) or its geometry (.json); - for standard output
cli-layout-spacing-help = The air between things: compact, normal or roomy
cli-layout-paper-help = The paper or the screen that the chart should fit
cli-layout-lane-order-help = keep the order of the lanes, or find the best one
cli-layout-tidy-help = Keep the order of things as it is drawn
cli-table-language = The texts of the table are in { $language }, so the chart is; --lang chooses another language.
cli-layout-pinned = { $count ->
    [one] { $count } pinned step stays where it is
   *[other] { $count } pinned steps stay where they are
}
cli-layout-no-format = { $file }: write a document (.ron) or its geometry (.json).

cli-completions-about = Print completions for a shell
cli-man-about = Print the manual page

cli-no-such-file = { $file }: there is no such file; correct the name, or start a chart with “laneway new”
cli-no-such-template = there is no template “{ $template }”; there are: { $known }
cli-template-lang = the template has no texts in “{ $lang }”; it has: { $known }
cli-bad-lang = “{ $lang }” is not a language code; write for example en, es or pt-BR
cli-chart-name = { $file }: this is written as a chart, whose name ends in .ron; export and convert make pictures and tables of it
cli-exists = { $file }: the file is there already; choose another name, or replace it with --force
cli-report-onto = { $file }: the account would replace what was read or written; choose another name for it
cli-not-canonical = { $file }: not in canonical form; “laneway fmt” writes it so
cli-comments-dropped = { $file }: the file's comments were not kept
cli-export-chart-name = { $file }: names that end in .ron are those of charts, which an export never replaces; choose a name that ends in .svg, .png or .json
cli-diff-no-format = { $file }: the differences are drawn as .svg or .png; end the name so
cli-no-format = { $file }: what kind of picture? End the name in .svg, .png or .json, or say it with --format
cli-bad-background = “{ $color }” is not a background; write white, transparent or a colour such as #f4f4f4
cli-one-to-stdout = { $count } pictures cannot go to standard output; choose one with --page, or a folder with -o
cli-same-output = { $file }: two pictures would have this name; export them one by one
cli-lang-not-in-file = { $file }: there are no texts in “{ $lang }”; the chart's own language is used
cli-window-failed = the window could not be opened: { $detail }
cli-no-display = there is no display for the window. On the command line: “laneway --help”, for example “laneway export FILE -o picture.svg”
cli-no-window = this build has no window. On the command line: “laneway --help”, for example “laneway export FILE -o picture.svg”

cli-yes = y yes
cli-words-help = The language of what is said: en or es [default: the system's]

cli-recover-about = List charts that were not saved when the program ended, write them into files, or give them up
cli-recover-after-help = Without ID the unsaved work is listed. Work that a window has open, or asks about, is only counted. With “damaged” not all of it can be read: what can be is written, what was done to it is said, and the status is 1. What is written into a file stays listed until it is given up, or saved in the window.
cli-recover-id-help = Which chart, as it is listed
cli-recover-output-help = The file to write
cli-recover-discard-help = Give the unsaved work of this chart up; asks first, and needs --force where nobody can be asked
cli-recover-nothing = There is no unsaved work.
cli-recover-no-file = no file
cli-recover-never-saved = never saved
cli-recover-unknown-file = which file it was in is not known any more
cli-recover-gone = its file is not there any more
cli-recover-damaged = damaged; what can be saved has { $count ->
    [0] no step
    [one] 1 step
   *[other] { $count } steps
}
cli-recover-kept = { $count ->
    [one] One chart that was not saved is not listed: a window has it open, or asks what is to become of it.
   *[other] { $count } charts that were not saved are not listed: windows have them open, or ask what is to become of them.
}
cli-recover-unknown = there is no unsaved work called { $id }, or a window has it open; “laneway recover” lists what there is
cli-recover-where = where to? laneway recover { $id } -o OUT.ron
cli-recover-discarded = { $id }: given up
cli-recover-ask = { $id }, “{ $title }” ({ $changes }): give this up for good? [y/N]
cli-recover-stays = Nothing was given up.
cli-recover-unasked = { $id }, “{ $title }” ({ $changes }): this would be gone for good; say that you mean it with --force

cli-versions-about = List the versions that the window kept of a chart, or take one out
cli-versions-after-help =
    The window keeps the file that a save replaces: the last 20, and one a day for 60 days. They are kept by the
    chart's id, so a file that was renamed has them still. 1 is the newest; each line says what was changed since.
cli-versions-number-help = The number of a version, as it is listed
cli-versions-output-help = Where the version is written, byte for byte; - for standard output
cli-versions-discard-help = Remove all versions of the chart; with --force also where another file has, or may have, the same ones
cli-no-such-version =
    { $count ->
        [0] There is no version of this chart
        [one] There is no version { $number }; the only one has the number 1
       *[other] There is no version { $number }; the numbers are 1 to { $count }
    }
cli-versions-discarded = { $count ->
    [0] There was no version of “{ $title }” ({ $file })
    [one] Removed 1 version of “{ $title }” ({ $file })
   *[other] Removed { $count } versions of “{ $title }” ({ $file })
}
cli-versions-of-other = { $count ->
    [one] The version of “{ $title }” is that of { $other } as well, of which this file is a copy or the other way round; remove it for both with --force
   *[other] The { $count } versions of “{ $title }” are those of { $other } as well, of which this file is a copy or the other way round; remove them for both with --force
}
cli-versions-of-gone = { $count ->
    [one] The version of “{ $title }” was kept of { $other }, which is not there any more: it may be called otherwise now, and this file may be a copy of it; remove the version all the same with --force
   *[other] The { $count } versions of “{ $title }” were kept of { $other }, which is not there any more: it may be called otherwise now, and this file may be a copy of it; remove the versions all the same with --force
}
cli-no-state = This system has no folder for what the program keeps
versions-none = No version was kept of this chart
versions-of-file = in { $file }:
versions-unreadable = cannot be opened
