//! Three versions of a document made into one: what two people did to the same chart.
//!
//! Owns what of each record comes from which side, by id and field, and what both sides changed otherwise: a conflict,
//! in which ours stays and theirs is kept in a mark and in the report. What was edited on one side and removed on the
//! other stays, a step with its connectors. The result keeps the hard invariants; what stands where it did on neither side is named, so that whoever
//! asked can have it placed and routed.

mod bands;
mod conflict;
mod documents;
mod edits;
mod field_merge;
mod list;
mod mark_words;
mod marks;
mod named;
mod page_merge;
mod pools;
mod records;
mod revived;
mod seen;
mod unsettled;

pub use conflict::{Conflict, ConflictKind, MergeSide, VersionNames};
pub use documents::{Merged, are_related, empty_base, merge};
pub use mark_words::say_mark;
pub use unsettled::Unsettled;
