# What the check says: what is wrong, then what to do. Labels come quoted.

check-language-en = English
check-language-es = Spanish
# In place of the label of a step that has none.
check-without-label = (step without a label)
# In place of the step at the free end of a connector.
check-nothing = (nothing)

check-no-start = The page has no start; add a start symbol and connect it to the first step.
check-no-end = The page has no end; add an end symbol wherever the process is finished.
check-unreachable = { $step } is never reached from a start; connect it to the step before it, or delete it.
check-dead-end = { $step } leads nowhere; connect it to the next step, or make it an end.
check-no-way-to-end = From { $step } no path reaches an end; look where the paths after it stop, and lead them to an end.
check-loop-without-exit = Nobody gets out of the loop of { $steps }; add a decision with a branch that leads out of it.

check-several-starts = The page has several starts: { $steps }; keep one, or put each process on a page of its own.
check-start-with-incoming = A connector leads into the start { $step }; lead it to the step after the start.
check-end-with-outgoing = A connector leads out of the end { $step }; remove it, or make the end an ordinary step.
check-free-end = The connector { $connector } has a loose end; drag it onto a step, or delete the connector.
check-self-loop = A connector leads from { $step } straight back to it; put a decision in between, or delete the connector.

check-link-lost = { $step } leads to { $address }, which is not there or cannot be opened; correct the link, or take it away.
check-no-partner = Nothing else says { $step }: a connector symbol leads to the one with the same letter; add that one, or give this one a link.
check-too-few-branches = { $step } has only one branch; add the other answer, or make it an ordinary step.
check-unlabelled-branch = { $step } has an unlabelled branch, to { $to }; label it, for instance Yes or No.
check-equal-branches = { $step } has several branches labelled { $label }; give each a label of its own.
check-several-ways-out = Several connectors leave { $step }, and nothing says which to take; put a decision after it.
check-share-missing = Some branches of { $step } have a share and some have none; enter the missing ones.
check-shares-not-whole = The shares of { $step } add up to { $sum } %; correct them so that they make 100 %.

check-text-cut-off = The text of { $step } does not fit ({ $languages }); make the step larger, or the text shorter.
check-missing-glyphs = { $step } has characters that no font can show: { $characters }; replace them.
check-missing-translation = { $label } lacks a translation ({ $languages }); add it.
check-outdated-translation = The { $languages } text of { $label } may be outdated, because the { $original } one has changed since; correct it, or say that it is still right.
check-empty-label = A step has no label; write what is done in it.

check-outside-lane = { $step } reaches out of its lane { $lane }; move it into the lane, or make the lane larger.
check-outside-phase = { $step } reaches out of its phase { $phase }; move it into the phase, or assign it to another.
check-overlap = { $step } covers { $other }; move one of them.
check-not-orthogonal = The connector { $connector } runs at a slant; have it routed again.
check-through-step = The connector { $connector } runs through { $step }; have it routed again, or move the step.
check-turns-back = The connector { $connector } leads back over itself; have it routed again, or take out the bend.
check-shared-place = The connector { $connector } arrives where { $other } leaves, so that nobody can tell which of them the arrow belongs to; have it routed again.
check-label-on-step = The label { $label } of the connector { $connector } lies on { $step }; drag it away, or have it placed again.
check-label-on-label = The label { $label } of the connector { $connector } lies on the label { $other }; drag one of them away.
check-label-on-line = The label { $label } of the connector { $connector } lies on the connector { $other }; drag it away, or have it placed again.

check-merge-conflict = { $what }

check-not-routed = The connector { $connector } has no way yet; have it routed.
check-no-shares = How often each branch of { $step } is taken is not said; enter the shares to see them in the analysis.
check-empty-lane = The lane { $lane } is empty; put a step into it, or delete it.
check-missing-goal = { $step } has no goal; say what is true when it is done.
check-missing-time = { $step } has no handling time; say how long it usually takes.

# What can be put right at once.
fix-connect-next-one = Connect with “{ $step }”
fix-connect-next-which = Connect with…
fix-connect-previous-one = Lead here from “{ $step }”
fix-connect-previous-which = Lead here from…
fix-add-end = Add an end after it
fix-end-text = Done
fix-past-start = Lead past the start
fix-delete-outgoing = Delete what leads out
fix-make-process = Make it an ordinary step
fix-even-shares = Make the shares 100 %
fix-fit-text = Fit to text
fix-confirm-translation = It is still right
fix-into-lane = Move into its lane
fix-into-phase = Move into its phase
fix-tidy = Tidy line
fix-place-label = Place label again
fix-delete-connector = Delete the connector
fix-delete-lane = Delete the lane
fix-label-branches = Label Yes and No
fix-label-branches-which = Label Yes and No…
fix-remove-marks = Keep it as it is
fix-take-theirs = Take the other version
fix-take-removal = Delete it
fix-yes = Yes
fix-no = No
