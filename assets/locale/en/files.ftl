### Files: why one was not opened, saved or drawn. The first line says what and where, the second what to do.

file-missing =
    There is no such file: { $place }
    Check the name; perhaps it was moved or renamed.
file-not-a-file =
    This is not a file but a folder or a device: { $place }
    Choose a document file.
file-unreadable =
    The file cannot be read ({ $detail }): { $place }
    Check that you may read it and that its drive is connected.
file-too-large =
    The file is larger than 64 MiB: { $place }
    Documents are far smaller; check that this is the right file.
file-empty =
    The file is empty: { $place }
    Open an older copy of it.
file-binary =
    The file is not text but a picture, an archive or a program: { $place }
    Choose a Laneway document.
file-not-utf8 =
    The file is not UTF-8 text: { $place }
    Save what can be saved with “laneway repair”, or open an older copy.
file-other-encoding =
    The file is not UTF-8 text but { $detail }, as some editors, spreadsheets and mail programs save: { $place }
    “laneway repair” reads it all the same.
file-not-ours =
    The file is not a Laneway document: { $place }
    A document begins with (format: "laneway", version: 2, …).
file-newer =
    The file was made by a newer Laneway (version { $detail } of the format): { $place }
    Update Laneway to open it.
file-odd-version =
    The file has no version that Laneway knows (found { $detail }): { $place }
    Save what can be saved with “laneway repair”, or open an older copy.
file-damaged =
    The file is damaged ({ $detail }): { $place }
    Save what can be saved with “laneway repair”, or open an older copy.
file-too-deep =
    The file has more than 32 brackets within each other: { $place }
    Documents never do; open an older copy.
file-content =
    The file cannot be opened: { $detail }: { $place }
    Save what can be saved with “laneway repair”, or open an older copy.

save-no-folder =
    There is no such folder to save in: { $place }
    Choose another place.
save-not-a-file =
    This is not a file but a folder or a device: { $place }
    Choose another name.
save-protected =
    The file is write-protected: { $place }
    Save under another name, or lift the protection.
save-failed =
    The file cannot be saved ({ $detail }): { $place }
    Check that there is room and that you may write there, or choose another place.
save-no-room =
    There is no room left on the disk: { $place }
    Make room, or save in another place.
save-not-allowed =
    You may not write there: { $place }
    Save in another place, or ask whoever looks after the folder.
save-read-only =
    The disk can only be read: { $place }
    Save in another place.
save-place-gone =
    The place is gone: { $place }
    Connect the drive again, or save in another place.
save-altered =
    The disk did not keep what was written: { $place }
    Save in another place, and have the disk looked at.
save-too-large =
    The chart cannot be saved, because its file would be larger than 64 MiB: { $place }
    Make several charts of it.
save-unopenable =
    The chart cannot be saved, because its file could not be opened again ({ $detail }): { $place }
    Take back what led to that, or make several charts of it.
save-unfaithful =
    The chart cannot be saved, because its file would be opened as another chart: { $place }
    This is a mistake of the program; please report it.
save-not-kept = The file was saved, but the system did not let it keep these of the old file: { $what }
save-owner = owner
save-group = group
save-permissions = permissions
save-attributes = attributes and access list

# What the system says of a file: stands in brackets or behind a colon.
system-not-found = there is no such file or folder
system-not-allowed = no permission
system-exists = it is there already
system-folder = it is a folder
system-no-folder = a part of the path is no folder
system-not-empty = the folder is not empty
system-name = the name is too long or not allowed
system-no-room = no room on the disk
system-too-large = the file would be too large
system-read-only = the disk can only be read
system-busy = another program is using it
system-no-memory = not enough memory
system-damaged = what it holds is damaged
system-unreachable = the drive or the network does not answer

draw-too-large = the picture would be { $width } × { $height } pixels; at most { $most } a side are possible, choose a smaller size
draw-no-memory = there is not enough memory for a picture of this size; choose a smaller one
draw-nothing = a picture of this size has no pixels; choose a larger size
draw-failed = the picture could not be drawn: { $detail }
write-chart-name = a name that ends in .ron is that of a chart, and this is none; choose another ending
write-onto-chart = a chart is in this file, whatever its name says, and nothing else ever replaces one; choose another name
write-exists = there is a file of this name already that was not made of this chart; choose another name

breach-no-page = the document has no page; add one
breach-too-many-steps = { $count } steps; at most { $most } are allowed
breach-used-twice = the id "{ $id }" is used twice; rename one of them
breach-no-lane = the page "{ $id }" has no lane; add one
breach-pool-in-itself = the pool "{ $id }" lies in itself; correct its parent
breach-too-nested = the pool "{ $id }" lies in more than { $most } others; take it out of some
breach-lanes-apart = the lanes of the pool "{ $id }" do not stand side by side; move them together or make two pools
breach-empty-pool = the pool "{ $id }" holds no lane; remove it
breach-dangling = { $field } of "{ $id }" names "{ $target }", which is not there; correct or remove it
breach-out-of-reach = "{ $id }" stands at { $x }, { $y }; coordinates must be numbers within ±10,000,000
breach-size = "{ $id }" has the size { $size }; sizes must be above 0 and at most 10,000,000
breach-out-of-range = "{ $id }": { $what } is { $value }; it must be from 0 to { $most }
breach-time = a time
breach-side = a place on a side
breach-share = a share
breach-control-character = a text holds the control character { $code }; remove it

fault-id = not an id (1 to 80 letters a-z, digits, - or _): "{ $id }"
fault-language = not a language code such as en, es or pt-BR: "{ $code }"
fault-right-for = it should say a language and eight digits, such as "en 5f3a9c01", for which the translation was right: "{ $value }"
fault-color = not a colour such as #1a4f8b: "{ $code }"
fault-key-twice = "{ $key }" is there twice; remove one of them
fault-number = a number is too large or not a number; write an ordinary one
fault-control-character = a control character { $code } stands there; remove it
fault-step = step
fault-connector = connector
fault-two-places = the { $of } "{ $id }" has two places; remove one of them
fault-no-place = the step "{ $id }" has no place; add one among the places
fault-place-of-nothing = a place names the { $of } "{ $id }", which is not there; correct or remove it
fault-place-in-no-lane = a place of "{ $id }" names the lane "{ $lane }", which is not there; correct it
fault-raised-twice = z_order names "{ $id }" twice; remove one of them
fault-unrouted-route = "{ $id }" has routed: false and a route; remove one of them
fault-two-ends = "{ $id }" has both { $end } and { $end }_point; remove one of them
fault-no-end = "{ $id }" has no { $end }; name a step, or give { $end }_point among the places

damage-unknown-field = there is no field { $name } here
damage-missing-field = missing field { $name }
damage-field-twice = duplicate field { $name }
damage-unknown-word = { $name } is none of the words that may stand there
damage-wrong-value = { $found } is not what must stand there
damage-incomplete = a bracket, comma, colon or quotation mark is missing
damage-unreadable = what stands there cannot be read

open-foreign-drawing =
    This is { $what }; Laneway cannot read these yet: { $place }
    List its steps in a table (.xlsx, .csv) and open that, or draw the chart anew.
open-foreign-sheet =
    This is { $what }; Laneway cannot read these yet: { $place }
    Open it in a spreadsheet and save it as .xlsx, without a password.
open-foreign-text =
    This is { $what }; Laneway cannot read these yet: { $place }
    Copy its list of steps and paste it into a chart.
open-foreign-picture =
    This is { $what }, and a picture cannot become a chart again: { $place }
    Open the chart that it was made from.
open-foreign-other =
    This is { $what }; Laneway cannot read these: { $place }
    Choose a chart (.ron), a table (.xlsx, .csv) or a chart’s geometry (.json).
open-foreign-directives =
    This is { $what }; Laneway cannot read these yet: { $place }
    Open it in draw.io, or remove the lines that begin with #: then it is a table.
open-is-table =
    This is a table and not a chart: { $place }
    Make a chart of it first: laneway convert TABLE CHART.ron
open-is-document =
    This is a chart and not a table: { $place }
    Open it as it is.
open-is-geometry =
    This is the geometry of a chart and not the chart: { $place }
    Make a chart of it first: laneway convert GEOMETRY.json CHART.ron
open-unknown =
    This is no file that Laneway knows: { $place }
    Choose a chart (.ron), a table (.xlsx, .csv) or a chart’s geometry (.json).

foreign-visio = a Visio drawing
foreign-draw-io = a draw.io drawing
foreign-draw-io-table = a table that says to draw.io how to draw it
foreign-bpmn = a BPMN model
foreign-mermaid = a Mermaid diagram
foreign-graphviz = a Graphviz diagram
foreign-d2 = a D2 diagram
foreign-plant-uml = a PlantUML diagram
foreign-lucid = a Lucidchart drawing
foreign-excalidraw = an Excalidraw drawing
foreign-graph-ml = a GraphML diagram
foreign-xpdl = an XPDL model
foreign-old-workbook = an old Excel workbook
foreign-open-document-sheet = an OpenDocument spreadsheet
foreign-apple-office = a file of Numbers, Pages or Keynote
foreign-old-office = an old Office file or one with a password
foreign-word = a Word document
foreign-power-point = a PowerPoint presentation
foreign-open-document = an OpenDocument text, drawing or presentation
foreign-pdf = a PDF document
foreign-rich-text = a rich text document
foreign-html = a web page
foreign-picture = a picture
foreign-svg = an SVG picture
foreign-xml = an XML file
foreign-json = a JSON file of another form
foreign-archive = an archive

publish-no-such-page = { $file }: there is no page “{ $page }”; there are { $known }
publish-no-such-lane = { $file }: there is no lane “{ $name }”; there are { $known }
publish-no-such-phase = { $file }: there is no phase “{ $name }”; there are { $known }
publish-no-such-step = { $file }: there is no step “{ $name }”; there are { $known }
publish-same-name = two files would have this name

# What was done to a damaged file so that it opens.
repair-cut-off = The file breaks off; what was after that is not in it
repair-record = Left out, because it cannot be read: { $what }
repair-field = Left out of its record, because it cannot be read or is not known: { $what }
repair-usual = Missing or not to be read; the usual stands there now: { $what }
repair-signs = Brackets, quotation marks or commas were put right
repair-signs-of = Brackets, quotation marks or commas were put right: { $what }
repair-guessed = No quotation mark says where this text ends; please check it: { $what }
repair-duplicate = Left out, because the same stands there already: { $what }
repair-conflict = A merge that was not finished has two versions of { $what }; the first was kept, the other left out
repair-theirs = Only the other side of a merge that was not finished has { $what }; it was kept
repair-left-over = Left out, because it belongs to nothing: { $what }
repair-reference = { $what }: what it names is not there; the reference was taken out
repair-renamed = Another name, because the old one is taken or none: { $what }
repair-place = { $what } got a new place
repair-number = { $what }: a number that cannot be was replaced
repair-characters = Characters that cannot stand in a text were taken out
repair-letters = Letters cannot be read; � stands in their place
repair-letters-of = Letters cannot be read; � stands in their place: { $what }
repair-encoding = The file was read as { $what }; the repaired chart is UTF-8
repair-spelling = A word that nobody knows was read as another one: { $what }
repair-added = Added, because no chart can be without: { $what }
repair-in-line = Line { $line }: { $said }
repair-in-places = In { $count } places: { $said }
repair-in-places-from-line = In { $count } places, first in line { $line }: { $said }
repair-page = page “{ $words }” ({ $id })
repair-page-wordless = page { $id }
repair-lane = lane “{ $words }” ({ $id })
repair-lane-wordless = lane { $id }
repair-pool = pool “{ $words }” ({ $id })
repair-pool-wordless = pool { $id }
repair-phase = phase “{ $words }” ({ $id })
repair-phase-wordless = phase { $id }
repair-step = step “{ $words }” ({ $id })
repair-step-wordless = step { $id }
repair-connector = connector from “{ $words }” to “{ $to }” ({ $id })
repair-connector-wordless = connector { $id }
