//! Tables in and out: flowcharts made in a spreadsheet.
//!
//! Owns the form of Visio's Data Visualizer (a row for each step, with the ids of the steps that come next) in CSV
//! and XLSX, and how tables that people made by hand are understood: any usual encoding, delimiter and header,
//! several tables on a sheet. Reads bytes and gives bytes; touches no files.
//!
//! ```text
//!              cells                              columns               read
//! bytes -> decode -> delimited \
//! bytes -> workbook ------------> CellGrid -> find (header, guess) -> Table -> reader -> PageDraft
//!
//!              write
//! Page -> sheet -> export -> bytes
//! ```

mod cells;
mod columns;
mod error;
mod file;
mod read;
mod write;

pub use columns::{
    field::StepField,
    found::{Basis, Table, TableColumn},
};
pub use error::{TableError, TableProblem};
pub use file::TableFile;
pub use write::export::{
    CREATED, CUSTOM_KEY, CsvOptions, Delimiter, WriteTableError, WrittenTable, table_csv, table_xlsx,
};
