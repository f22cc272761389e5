//! Files of open documents that somebody else changes meanwhile.

pub(super) mod outside;
pub(super) mod question;
pub(super) mod watcher;
