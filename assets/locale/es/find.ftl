find-place = { $record }: { $field }
find-place-on-page = { $page }: { $place }
