//! The dialog that shows what is in a file of tables before it becomes a chart, and the report of what became of it.
//!
//! Shows the tables to choose from, what their columns mean, the first rows, and what will become of everything.
//! Reads no file and makes no document; whoever opened it does both.

mod columns;
mod dialog;
mod report;

pub use dialog::{ImportAnswer, ImportForm, ImportView, import_ui};
pub(super) use report::lines_ui;
pub use report::{ReportAnswer, report_ui};
