//! What two sides did otherwise, and its words.

use crate::{
    locale::{Catalog, Lang},
    model::PageId,
    revise::{Field, FieldValue, RecordId, RecordName, words::Words},
};

/// One of the two versions that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeSide {
    /// The version that counts where both changed the same.
    Ours,
    /// The other one.
    Theirs,
}

/// What two sides did otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictKind {
    /// Both changed a field, each otherwise; ours stays.
    Field {
        /// The field.
        field: Field,
        /// What it was.
        base: FieldValue,
        /// What it is.
        ours: FieldValue,
        /// What it is not.
        theirs: FieldValue,
    },
    /// One side removed what the other edited or needs; it stays.
    Removed {
        /// Who removed it.
        by: MergeSide,
    },
}

/// A conflict and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The page; `None` for the document.
    pub page: Option<PageId>,
    /// The record.
    pub record: RecordId,
    /// What it is called.
    pub name: RecordName,
    /// What it is about.
    pub what: ConflictKind,
}

impl Conflict {
    /// The conflict as a sentence in the language of `catalog`; names are read in `lang`, or else in `fallback`.
    pub fn say(&self, catalog: &Catalog, lang: &Lang, fallback: &Lang) -> String {
        let words = Words { catalog, lang, fallback, names_languages: true };
        let record = ("record", words.record(&self.record, &self.name).into());
        match &self.what {
            ConflictKind::Field { field, base: _, ours, theirs } => {
                let field = field.say(catalog, true);
                let (ours, theirs) = (ours.say(&words), theirs.say(&words));
                let values =
                    [record, ("field", field.into()), ("ours", ours.into()), ("theirs", theirs.into())];
                catalog.text_with("revise-conflict-field", &values)
            }
            ConflictKind::Removed { by: MergeSide::Ours } => {
                catalog.text_with("revise-conflict-removed-here", &[record])
            }
            ConflictKind::Removed { by: MergeSide::Theirs } => {
                catalog.text_with("revise-conflict-removed-there", &[record])
            }
        }
    }
}
