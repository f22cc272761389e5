//! Other programs' formats.
//!
//! Owns what leaves a document for programs that are not Laneway, what comes in from them, and the account of both
//! (`Report`). Takes and returns bytes; files, places of steps and routes are the caller's part.

mod code;
mod geometry;
mod package;
mod report;
mod source;
mod table;

pub use code::Code;
pub use geometry::geometry_json;
pub use report::{Disposition, RecordCounts, Report, ReportLine, SourceInfo, Totals};
pub use table::{
    Basis, CsvOptions, Delimiter, Imported, StepField, Table, TableColumn, TableError, TableFile,
    TableProblem, WriteTableError, WrittenTable, table_csv, table_xlsx,
};
