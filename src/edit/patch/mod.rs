//! What an edit changed, record by record, before and after.
//!
//! Owns the difference of two documents: it is found ([`Patch::between`]), put ([`Patch::apply`]), turned round
//! ([`Patch::inverted`]) and asked what it is about. Undo is a patch turned round; nothing else reverts anything.
//! Each record is an entry of its own, and so is each order, so that changes of different records never meet in
//! one entry: who merges or follows a document reads entries, not pages.
//!
//! Must not know commands, nor what follows from a change.

mod change;
mod document_patch;
mod head;
mod list;
mod page_patch;
#[cfg(test)]
mod tests;
mod weight;

pub use change::{Change, Changes};
pub(super) use change::{State, changed};
pub use document_patch::Patch;
pub(super) use document_patch::page_order;
pub(super) use head::Head;
pub use head::HeadPatch;
pub use list::ListPatch;
pub(super) use page_patch::PageBefore;
pub use page_patch::PagePatch;
