//! Pages of documents as files of pictures and data: one loop for the window and every command.
//!
//! ```text
//! sources -> pages -> part -> scene -> bytes of each format -> name -> rule of overwriting -> file
//! ```
//!
//! Owns which pages, which part of them, what the files are called, what may be replaced, in which order it is told,
//! how far it is and when it stops. Documents are opened and drawn side by side, a few at a time; names and what is
//! told are as if they came one after the other. Knows no dialog and no arguments.

mod maker;
mod names;
mod orders;
mod pages;
mod parts;
mod publication;
mod run;
mod work;
mod write;

#[cfg(feature = "desktop")]
pub(crate) use names::slug;
pub use names::{OutputTarget, is_stdio};
pub use pages::{NoSuchPage, Pages};
pub use parts::{Crop, NoSuchPart, PartKind, PartNames};
pub use publication::{Made, Publication, PublicationSource, PublishError, Published, SourceError};
pub use run::publish;
pub use write::{Origin, WriteError, may_write, write, write_output};
