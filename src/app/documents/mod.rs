//! The documents that are open, as tabs, and how each of them is seen.

pub(super) mod open_document;
pub(super) mod tabs;
