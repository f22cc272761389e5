//! Changes of documents.
//!
//! Owns every change to a document: commands say what is meant, behaviours follow with the consequences in one
//! ordered list, a transaction remembers what was touched, and a patch takes it back.
//!
//! ```text
//!  Command ──▶ commands ──▶ behaviors ──▶ Patch ──▶ history
//!                   └── Transaction ──┘
//! ```
//!
//! Must not know tools, screens, files, clock or chance: new ids come with the commands.

mod bands;
mod behaviors;
mod clipboard;
mod command;
#[cfg(test)]
mod command_data;
mod commands;
mod editor;
#[cfg(test)]
mod fixture;
mod flow_change;
mod free_space;
mod history;
mod naming;
mod nesting;
mod patch;
mod prepared;
mod refusal;
mod restore;
pub mod rules;
mod selection;
mod shares;
mod space;
mod subprocess;
mod text_of;
mod transaction;
mod wording;

pub use clipboard::{CutLane, Fragment};
pub use command::{
    Arrange, Command, ConnectorCommand, Content, INTO_LINE, LaneCommand, NewStep, Onto, Owner, PageCommand,
    PhaseCommand, PoolCommand, PoolPart, StepCommand, StylePart,
};
pub use editor::{EditRequest, Editor};
pub use history::{Deed, FinishedEdit, Listener, Resumed};
pub use naming::copy_page;
pub use patch::{Change, Changes, HeadPatch, ListPatch, PagePatch, Patch};
pub use prepared::{Prepared, prepare, prepare_on_pages, settle};
pub use refusal::Refusal;
pub use restore::{reload, restore, take_merged};
pub use selection::Selection;
pub use subprocess::{SubprocessTexts, subprocess_page};
pub use text_of::TextOf;
pub use wording::worded;
