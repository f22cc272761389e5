//! Files of open documents that somebody else changes meanwhile.

pub(super) mod outside;
mod question;
pub(super) mod watcher;
