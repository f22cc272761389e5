//! Files as cells in rows and columns: text and workbooks in, with what a spreadsheet adds to a cell.

pub(super) mod cell;
pub(super) mod dates;
pub(super) mod delimited;
pub(super) mod grid;
pub(super) mod guard;
pub(super) mod workbook;
