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
