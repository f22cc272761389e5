//! The one table of actions: menus, toolbar, shortcuts, the search for commands and the shortcut help all read it.
//!
//! Owns what each action does (as data: the capability that does it and what that is told), what it is called, its keys,
//! its place in the menus and when it can be used. Does nothing itself: `dispatch` hands it on.

pub(super) mod availability;
pub(super) mod command;
pub(super) mod info;
pub(super) mod keys;
pub(super) mod table;
