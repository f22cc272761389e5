//! Tables in and out: flowcharts made in a spreadsheet.
//!
//! Owns the form of Visio's Data Visualizer (a row for each step, with the ids of the steps that come next) in CSV
//! and XLSX, and how tables that people made by hand are understood: any usual encoding, delimiter and header,
//! several tables on a sheet. Reads bytes and gives bytes; touches no files.
//!
//! ```text
//! bytes -> decode -> delimited \
//! bytes -> workbook ------------> CellGrid -> find (header, guess) -> Table -> read -> PageDraft
//! ```

mod bands;
mod cell;
mod connections;
mod dates;
mod decode;
mod delimited;
mod error;
mod export;
mod field;
mod file;
mod find;
mod found;
mod grid;
mod guard;
mod guess;
mod header;
mod kinds;
mod lists;
mod read;
mod synonyms;
mod workbook;
mod write;

pub(crate) use decode::decode;
pub use error::{TableError, TableProblem};
pub use export::{CsvOptions, Delimiter, WriteTableError, WrittenTable, table_csv, table_xlsx};
pub use field::StepField;
pub use file::TableFile;
pub use found::{Basis, Table, TableColumn};
