//! The window: what is open, what is asked for, what runs in the background.
//!
//! One folder for each capability. Owns the command table and everything that happens on it. Widgets of `ui` say what a
//! person asked for, and `dispatch` does it after the frame is drawn.

mod canvas;
mod checking;
mod choosing;
mod clipboard;
pub mod commands;
mod dispatch;
mod documents;
mod editing;
mod exporting;
mod finding;
mod importing;
mod jobs;
mod laneway;
mod laying_out;
mod leaving;
mod panels;
mod run;
mod saving;
mod services;
mod settings;
mod shell;
mod starting;
mod tabulating;

pub use choosing::file_dialogs::{Asked, FileDialogs, ScriptedDialogs, SystemDialogs};
pub use laneway::Laneway;
pub use panels::state::{PanelName, PanelState, Panels};
pub use run::{RunError, run};
pub use services::{
    api::{Entry, EntryId, ExportChoice, Loaded, Services, Shot, Stamp, TableKind},
    bundled::Bundled,
};
pub use settings::{
    home::{Folders, Home},
    stored::{RecentFile, Settings},
};
