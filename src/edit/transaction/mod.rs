//! Edits in progress.
//!
//! Owns what is remembered of each record before it is first touched, and what an edit can ask of the page as it was
//! and is. Knows no command.

mod before;
mod earlier;
mod edited_lines;
mod joined;
mod marks;
mod memory;
mod pages;
mod sketch;
mod touched;
mod write;

pub(super) use edited_lines::{EditedLine, edited_lines, step_set};
pub(super) use joined::{Became, joined};
pub(super) use sketch::Sketch;
pub(super) use write::{Base, Transaction};
