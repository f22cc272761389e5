//! Two documents as one picture: the pages as they are afterwards, with marks on what became of each record.
//!
//! Owns what a difference looks like. The pages themselves are drawn by `scene`, marks are items among theirs; so every
//! sink shows them.

mod badge;
mod compared;
mod former;
mod gone;
mod heading;
mod look;
mod marks;
mod page;
mod page_picture;
mod rings;
mod room;
mod whole;

pub use compared::{ComparedDocuments, MarkedPage};
pub use look::mark_color;
pub use page::mark_pages;
