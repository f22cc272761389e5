find-place = { $record }: { $field }
find-place-on-page = { $page }: { $place }

# The bar
ui-find-words = Find in all texts
ui-find-nth = { $nth } of { $count }
ui-find-count = { $count ->
    [0] Nothing found
    [one] Found in 1 text
   *[other] Found in { $count } texts
}
ui-find-next = Next
ui-find-previous = Previous
ui-find-word = Whole words
ui-find-case = Match case and accents
ui-find-close = Close the bar

# Replacing
ui-replace-in-texts = Replace in all texts
ui-replace-by = Replace by
ui-replace-in = In
ui-replace-all-languages = All languages
ui-replace-each = All of them
ui-replace-nothing = Nothing was found.
ui-replace-kept = stays as it is: what is emphasised there stands in the way
ui-replace-do = { $count ->
    [0] Replace
    [one] Replace in 1 place
   *[other] Replace in { $count } places
}
ui-replace-remove = { $count ->
    [0] Remove
    [one] Remove from 1 place
   *[other] Remove from { $count } places
}
ui-replace-done = { $count ->
    [one] Replaced in 1 place
   *[other] Replaced in { $count } places
}
ui-replace-running = { $count ->
    [one] Replacing in 1 place
   *[other] Replacing in { $count } places
}
ui-replace-stopped = Nothing was replaced.
ui-replace-broke = The replacing broke off. Nothing was changed.
ui-replace-outdated = The chart was changed in the meantime, so nothing was replaced. Try again.

ui-folder-none = There is no folder “{ $folder }”.
ui-folder-reading = Reading the charts in { $folder }
ui-folder-empty = There are no charts in “{ $folder }”. Charts are looked for by their ending, .ron, also in the folders below.
ui-folder-heading = Find and replace in { $count ->
    [one] 1 chart
   *[other] { $count } charts
} of “{ $folder }”
ui-folder-cut = Only the first { $count } are looked through.
ui-folder-unreadable = { $count ->
    [one] 1 file could not be read as a chart
   *[other] { $count } files could not be read as charts
}: { $files }.
ui-folder-commented = { $count ->
    [one] 1 chart is left out because it has comments, which would not be kept
   *[other] { $count } charts are left out because they have comments, which would not be kept
}: { $files }.
ui-folder-open = Open
ui-folder-changed = somebody changed the file in the meantime, so nothing was replaced in it
ui-folder-stopped = Replacing was stopped. Files that were written before stay as they are now; what they were is kept among their versions.
ui-folder-done = Replaced { $count ->
    [one] 1 place
   *[other] { $count } places
} in { $charts ->
    [one] 1 chart
   *[other] { $charts } charts
}.{ $unsaved ->
    [0] {""}
    [one] {" "}1 of them is open and not saved yet.
   *[other] {" "}{ $unsaved } of them are open and not saved yet.
}
