//! Other programs' formats.
//!
//! Owns what leaves a document for programs that are not Laneway, what comes in from them, and the account of both
//! (`Report`). Takes and returns bytes; files, places of steps and routes are the caller's part.

mod clean;
mod code;
mod draft;
mod drawing;
mod geometry;
mod package;
mod report;
mod table;

pub use code::{DraftCode, GeometryCode, LossCode, TableCode};
pub use draft::Imported;
pub use drawing::{DrawingError, DrawingProblem};
pub use geometry::{geometry_json, import_geometry, is_geometry};
pub use report::{Disposition, RecordCounts, Report, ReportLine, SourceInfo, Totals};
pub use table::{
    Basis, CREATED, CUSTOM_KEY, CsvOptions, Delimiter, StepField, Table, TableColumn, TableError, TableFile,
    TableProblem, WriteTableError, WrittenTable, table_csv, table_xlsx,
};
