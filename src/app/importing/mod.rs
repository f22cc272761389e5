//! Files in other forms than our own on their way to a chart, and the account of what became of everything in them.

pub(super) mod dialog;
pub(super) mod files;
pub(super) mod report;
