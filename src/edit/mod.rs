//! The only writer of documents.
//!
//! Owns every change to a document: commands say what is meant, behaviours follow with the consequences in one
//! ordered list, a transaction remembers what was touched, and a patch takes it back. Also completes documents
//! that a person wrote by hand, where sizes and routes may be left out.
//!
//! ```text
//!  Command ──▶ commands ──▶ behaviors ──▶ Patch ──▶ history
//!                   └── Transaction ──┘
//! ```
//!
//! Must not know tools, screens, files, clock or chance: new ids come with the commands.

mod behaviors;
mod clipboard;
mod command;
mod command_key;
mod commands;
mod complete;
mod editor;
#[cfg(test)]
mod fixture;
mod history;
mod layout;
mod naming;
mod patch;
mod prepared;
mod refusal;
mod routing;
pub mod rules;
mod selection;
mod shares;
mod sizes;
mod text_of;
mod transaction;
mod wording;

pub use clipboard::Fragment;
pub use command::{
    Arrange, Command, ConnectorCommand, Content, LaneCommand, NewStep, Onto, Owner, PageCommand,
    PhaseCommand, StepCommand, StylePart, Which,
};
pub use complete::complete;
pub use editor::{Deed, Editor};
pub use layout::{LayoutOptions, lay_out, lay_out_watched, places_of};
pub use naming::copy_page;
pub use patch::Patch;
pub use prepared::{Prepared, prepare};
pub use refusal::Refusal;
use routing::reroute_watched;
pub use routing::{Routed, label_size, place_labels, reroute, route_missing, route_missing_watched, taken};
pub use selection::Selection;
pub use text_of::TextOf;
pub use wording::worded;
