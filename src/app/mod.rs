//! The window: what is open, what is asked for, what runs in the background.
//!
//! Owns the command table and everything that happens on it. Widgets of `ui` say what a person asked for, and
//! `dispatch` does it after the frame is drawn.

mod asking;
mod background;
mod bands;
mod bundled;
mod canvas;
mod checks;
mod clipboard;
pub mod commands;
mod dispatch;
mod documents;
mod editing;
mod exporting;
mod files;
mod finding;
mod glide;
mod home;
mod importing;
mod laneway;
mod laying_out;
mod leaving;
mod menus;
mod naming;
mod notices;
mod open_document;
mod over;
mod overlays;
mod panel_state;
mod panels;
mod preview;
mod run;
mod saving;
mod services;
mod settings;
mod start_page;
mod status;
mod tables;
mod tabulating;
mod works;

pub use bundled::Bundled;
pub use files::{Asked, FileDialogs, ScriptedDialogs, SystemDialogs};
pub use home::{Folders, Home};
pub use laneway::Laneway;
pub use panel_state::{PanelName, PanelState, Panels};
pub use run::{RunError, run};
pub use services::{Entry, EntryId, ExportChoice, Loaded, Services, Shot, Stamp, TableKind};
pub use settings::{RecentFile, Settings};
