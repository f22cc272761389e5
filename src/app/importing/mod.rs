//! Files of tables on their way to a chart, and the account of what became of everything in them.

pub(super) mod dialog;
pub(super) mod report;
pub(super) mod tables;
