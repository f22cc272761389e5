//! The window: what is open, what is asked for, what runs in the background.
//!
//! Owns the command table and everything that happens on it. Widgets of `ui` say what a person asked for, and
//! `dispatch` does it after the frame is drawn.

mod bundled;
mod canvas;
pub mod commands;
mod dispatch;
mod files;
mod laneway;
mod open_document;
mod parts;
mod run;
mod services;

pub use bundled::Bundled;
pub use files::{Asked, FileDialogs, ScriptedDialogs, SystemDialogs};
pub use laneway::Laneway;
pub use run::{RunError, run};
pub use services::{ExportChoice, Services, TemplateInfo};
