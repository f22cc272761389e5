//! The start page: a new chart, a file, or a template.
//!
//! Owns what is searched and chosen in the gallery and the pictures of its cards. Opens no file: it is given
//! documents, and says what a person asked for.

mod cards;
mod chips;
mod gallery;
mod page;
mod recent;
mod search;
mod words;

pub use gallery::{EntryId, Gallery, GalleryEntry};
pub use page::{Choice, start_ui};
pub use recent::RecentRow;
pub use words::counts_text;
