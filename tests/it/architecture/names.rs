//! Names of types: one meaning for each.

use std::collections::BTreeMap;

use super::{
    assert_none,
    items::{Sight, items_of},
};
use crate::source::{SourceFile, read_src};

/// Of a hundred types that are seen outside of their file, so many may share their name with another one of these.
const MOST_HOMONYMS_PERCENT: usize = 12;

/// The types that are seen at least as far as a sight, by name, with the files that define one.
pub(super) struct Types(BTreeMap<String, Vec<String>>);

impl Types {
    pub(super) fn seen(files: &[SourceFile], sight: Sight) -> Self {
        let mut types = BTreeMap::<String, Vec<String>>::new();
        for file in files {
            for item in items_of(file).into_iter().filter(|item| item.is_type() && item.sight >= sight) {
                types.entry(item.name).or_default().push(file.name.clone());
            }
        }
        Self(types)
    }

    pub(super) fn count(&self) -> usize {
        self.0.values().map(Vec::len).sum()
    }

    /// The names that more than one type has, with the files of all of them.
    pub(super) fn homonyms(&self) -> impl Iterator<Item = (&String, &Vec<String>)> {
        self.0.iter().filter(|(_, files)| files.len() > 1)
    }

    /// The number of types that share their name with another one.
    pub(super) fn sharing(&self) -> usize {
        self.homonyms().map(|(_, files)| files.len()).sum()
    }

    fn findings(&self) -> Vec<String> {
        self.homonyms().map(|(name, files)| format!("`{name}` is in {}", files.join(", "))).collect()
    }
}

#[test]
fn no_two_types_that_the_crate_sees_have_one_name() {
    assert_none(&Types::seen(&read_src(), Sight::Crate).findings());
}

#[test]
fn few_types_that_other_files_see_have_one_name() {
    let types = Types::seen(&read_src(), Sight::Around);
    if types.sharing() * 100 > types.count() * MOST_HOMONYMS_PERCENT {
        assert_none(&types.findings());
    }
}

mod tests {
    use super::*;

    #[test]
    fn types_of_one_name_are_counted_where_they_are_seen() {
        let files = [
            SourceFile::parse("src/a.rs", "pub struct One; pub(super) struct Two; struct Three;"),
            SourceFile::parse("src/b.rs", "pub(crate) enum One {} pub(super) type Two = u8; struct Three;"),
            SourceFile::parse("src/c.rs", "pub(super) struct Four; pub fn One() {}"),
        ];
        let crate_wide = Types::seen(&files, Sight::Crate);
        assert_eq!((crate_wide.count(), crate_wide.sharing()), (2, 2));
        let around = Types::seen(&files, Sight::Around);
        assert_eq!((around.count(), around.sharing()), (5, 4));
        assert_eq!(around.findings(), ["`One` is in src/a.rs, src/b.rs", "`Two` is in src/a.rs, src/b.rs"]);
    }
}
