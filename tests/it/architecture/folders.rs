//! How many files may lie loose in a folder.

use std::collections::BTreeMap;

use super::assert_none;
use crate::source::file_names;

/// The most files of code in a folder beside its `mod.rs`, `lib.rs` or `main.rs`.
const FOLDER_CAP: usize = 20;

/// The number of loose files in each folder of `names`.
pub(super) fn loose_files(names: &[String]) -> BTreeMap<&str, usize> {
    let mut folders = BTreeMap::new();
    for (folder, file) in names.iter().filter_map(|name| name.rsplit_once('/')) {
        *folders.entry(folder).or_default() += usize::from(!["mod.rs", "lib.rs", "main.rs"].contains(&file));
    }
    folders
}

/// The folders over the cap, with their number of files.
pub(super) fn full_folders(names: &[String]) -> Vec<(&str, usize)> {
    loose_files(names).into_iter().filter(|(_, count)| *count > FOLDER_CAP).collect()
}

#[test]
fn folders_are_not_full() {
    let names = file_names();
    let full = full_folders(&names).into_iter();
    let told = full.map(|(folder, count)| format!("{folder}: {count} files; at most {FOLDER_CAP}"));
    assert_none(&told.collect::<Vec<_>>());
}

mod tests {
    use super::*;

    #[test]
    fn loose_files_are_counted_without_those_that_every_folder_has() {
        let names: Vec<String> = (0..21).map(|i| format!("src/full/f{i}.rs")).collect();
        let more = ["src/lib.rs", "src/full/mod.rs", "src/full/inner/a.rs"].map(str::to_owned);
        assert_eq!(full_folders(&[names, more.to_vec()].concat()), [("src/full", 21)]);
    }
}
