//! What a file is, found out from its bytes and never from its name.
//!
//! Owns the one decision that the window (opened, dropped, pasted) and the command line share: a chart, a table, a
//! file of another program, or nothing known. Reads no more than it must: the beginning of a text, the list of an
//! archive's parts. Unpacks nothing, so an archive cannot swell.

mod compound;
mod decide;
mod foreign;
mod kind;
mod language;
mod markup;
mod notation;
mod picture;
mod zipped;

pub use decide::recognise;
pub use foreign::{Foreign, Way};
pub use kind::FileKind;
pub use language::language_of;
