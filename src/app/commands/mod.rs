//! The one table of actions: menus, toolbar, shortcuts, the search for commands and the shortcut help all read it.
//!
//! Owns what each action is called, its keys, its place in the menus and when it can be used. Does nothing itself:
//! `dispatch` does.

mod command;
mod info;
mod keys;
mod table;

pub use command::{AppCommand, LayOut, Paper, Place};
pub use info::{CommandInfo, MenuName, Needs};
pub use keys::{Pressed, keys_text, pressed};
pub use table::TABLE;
