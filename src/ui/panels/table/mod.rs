//! The steps of a page as a table: a row for each step, edited like a spreadsheet.
//!
//! Owns which cells there are, what they say, and what is meant by what is written or pasted into one. Changes
//! nothing: each cell that is left is one [`PanelRequest`](super::Request) for a command. Only the rows that are seen are
//! laid out.

mod act;
mod block;
mod cell;
mod column;
mod command;
mod cursor;
mod grid;
mod header;
mod keys;
mod links;
mod listing;
mod next;
mod open;
mod paint;
mod paste;
mod picker;
mod rows;
mod view;
mod writing;

pub use keys::table_has_keyboard;
pub use view::{StepTable, table_ui};
