//! Damaged files: every record that stands there whole becomes part of a document again.
//!
//! Owns the account of what was done. Reads with the records of each version (`versions`), one by one, so that what is
//! damaged spoils no other; never writes.

mod breaches;
mod note;
mod pieces;
mod restore;

pub(super) use note::RepairNotes;
pub use note::{RepairKind, RepairNote};
pub(super) use pieces::{FieldText, Pieces};
pub use restore::{Repaired, repair};
