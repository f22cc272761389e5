//! Pages as tables: rows for steps, with an account of what a table cannot say, as text and as a workbook.

pub(super) mod export;
pub(super) mod sheet;
