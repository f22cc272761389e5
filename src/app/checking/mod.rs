//! The check of a document in the background.

pub(super) mod checks;
