### Words in pictures: legend, title block, descriptions for readers who do not see them.

scene-version = Version
scene-date = Date
scene-author = Author
scene-page = Page
scene-page-of = { $page } of { $pages }

scene-kind-start = Start
scene-kind-end = End
scene-kind-terminator = Start / end
scene-kind-process = Process
scene-kind-decision = Decision
scene-kind-data = Input / output
scene-kind-document = Document
scene-kind-multi-document = Several documents
scene-kind-subprocess = Subprocess
scene-kind-database = Stored data
scene-kind-manual-operation = Manual operation
scene-kind-manual-input = Manual input
scene-kind-preparation = Preparation
scene-kind-delay = Delay
scene-kind-display = Display
scene-kind-event = Event
scene-kind-on-page-connector = On-page connector
scene-kind-off-page-connector = Off-page connector
scene-kind-note = Note

scene-connector-sequence = Next step
scene-connector-message = Message
scene-connector-association = Belongs to

scene-lanes = Lanes: { $lanes }.
scene-pool = Pool { $pool }: { $lanes }.
scene-step-in-lane = { $kind } in the lane { $lane }.
scene-step-next = Next: { $next }.
