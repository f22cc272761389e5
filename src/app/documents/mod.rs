//! The documents that are open, as tabs, and how each of them is seen.
//!
//! Owns their state, and what can be asked of it. Every capability is given them to read and to change; what capabilities
//! keep for each document (`canvas::state`, `panels::remembered`) is theirs and only carried here.

pub(super) mod counts;
pub(super) mod key;
pub(super) mod open_document;
pub(super) mod pending_edit;
pub(super) mod selected;
pub(super) mod sight;
pub(super) mod tabs;
