//! Damaged files: every record that stands there whole becomes part of a document again.
//!
//! Owns the account of what was done; never writes.
//!
//! ```text
//! text ──sides──▶ ours, theirs ──gather──▶ trees ──unite──▶ one tree ──versions──▶ records, one by one ──▶ document
//! ```

mod ahead;
mod belonging;
mod branch;
mod breaches;
mod gather;
mod grammar;
mod levels;
mod lexeme;
mod lines;
mod marks;
mod named;
mod note;
mod note_lines;
mod quoted;
mod restore;
mod sides;
mod string_end;
mod values;

pub(super) use branch::{Branch, Field, key_of};
pub use named::NamedRecord;
pub(super) use named::{NamedKind, RecordWords};
pub(super) use note::RepairNotes;
pub use note::{RepairKind, RepairNote};
pub use note_lines::{NoteLine, note_lines};
pub use restore::{Repaired, repair};
