//! Two documents and what became of one in the other.
//!
//! Owns the difference of two documents by record and field, its words and its picture; and the merge of three. Places
//! stand apart from meaning, and are counted from lane and phase: what only moved along with its lane did not change.
//! Looks at documents only: touches no files, and neither places nor routes anything.

mod comparison;
mod diff;
mod difference;
mod field;
mod merge;
mod order;
mod outline;
mod page_pair;
mod picture;
mod place;
mod record_words;
mod records;
mod revision_kind;
#[cfg(test)]
mod tests;
mod value;
mod words;

pub use diff::diff;
pub use difference::{Difference, Differences, FieldChange, RecordId, RecordName, Revision};
pub use field::Field;
pub use merge::{
    Conflict, ConflictKind, MergeSide, Merged, Unsettled, VersionNames, are_related, empty_base, merge,
    say_mark,
};
pub use outline::outline;
pub use picture::{ComparedDocuments, MarkedPage, mark_color, mark_pages};
pub use record_words::say_record;
pub use revision_kind::RevisionKind;
pub use value::FieldValue;
