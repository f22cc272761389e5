//! A table of steps as it was found in a file, with what its columns mean.

use super::{
    field::StepField,
    header::{self, HeaderReading},
};
use crate::interop::table::cells::cell::{TableCell, cell_name, column_name};

/// One table of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its title: the text above it, or its name, or that of its sheet, or of the file.
    pub title: String,
    /// The sheet that it is on; empty where the file has none.
    pub sheet: String,
    /// Its columns, left to right. What they mean may be changed before the table is imported.
    pub columns: Vec<TableColumn>,
    /// Its rows that hold something, without the headers.
    pub(in crate::interop::table) rows: Vec<TableRow>,
}

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// Its header; empty where it has none.
    pub header: String,
    /// What it means.
    pub field: StepField,
    /// How that is known.
    pub basis: Basis,
    /// Its place on the sheet.
    pub(in crate::interop::table) index: u32,
}

/// How it is known what a column means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// By its header.
    Header,
    /// By a header with a slip of the pen.
    CloseHeader,
    /// By its place among other columns, or by what is in it.
    Guess,
    /// Somebody said so.
    Said,
}

impl TableColumn {
    /// What people call it: its header, or its letter.
    pub fn name(&self) -> String {
        if self.header.is_empty() { column_name(self.index) } else { self.header.clone() }
    }
}

/// One row: its number on the sheet, counted from 0, and a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::interop::table) struct TableRow {
    pub(in crate::interop::table) number: u32,
    pub(in crate::interop::table) cells: Vec<Option<TableCell>>,
    /// What stands to the right of the last column.
    pub(in crate::interop::table) beyond: Vec<(u32, TableCell)>,
}

impl Table {
    /// How many rows it has.
    pub const fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// The texts of the first `count` rows, a text for each column.
    pub fn preview(&self, count: usize) -> impl Iterator<Item = Vec<&str>> {
        fn text(cell: Option<&TableCell>) -> &str {
            cell.map_or("", |cell| &cell.text)
        }
        self.rows.iter().take(count).map(|row| row.cells.iter().map(|cell| text(cell.as_ref())).collect())
    }

    /// Whether it is clear what makes a step: no column had to be guessed, and one of them names or describes it.
    pub fn is_sure(&self) -> bool {
        let is_known = |field| self.columns.iter().any(|column| column.field == field);
        let is_guess =
            self.columns.iter().any(|column| column.basis == Basis::Guess && column.field.is_single());
        !is_guess
            && is_known(StepField::Description)
            && (is_known(StepField::Id) || !is_known(StepField::Next))
    }

    /// Whether its columns can make steps at all.
    pub fn has_steps(&self) -> bool {
        self.columns.iter().any(|column| matches!(column.field, StepField::Id | StepField::Description))
    }

    /// Says what the column `name` means: its header, or its letter, in any case.
    ///
    /// Another column that meant the same becomes a property. Returns whether there is such a column.
    pub fn assign(&mut self, name: &str, field: StepField) -> bool {
        let is_named = |column: &TableColumn| {
            column.header.eq_ignore_ascii_case(name.trim())
                || column_name(column.index).eq_ignore_ascii_case(name.trim())
        };
        // A header counts for more than a letter: there are columns called "A".
        let by_header =
            self.columns.iter().position(|column| column.header.eq_ignore_ascii_case(name.trim()));
        let Some(index) = by_header.or_else(|| self.columns.iter().position(is_named)) else { return false };
        self.assign_nth(index, field);
        true
    }

    /// Takes the first row for the headers; for tables in which none was recognised. Returns whether there was one.
    pub fn take_first_row_as_headers(&mut self) -> bool {
        if self.rows.is_empty() || self.columns.iter().any(|column| !column.header.is_empty()) {
            return false;
        }
        let first = self.rows.remove(0);
        for (column, cell) in self.columns.iter_mut().zip(first.cells) {
            column.header = cell.map(|cell| cell.text.to_string()).unwrap_or_default();
            (column.field, column.basis) = match header::read(&column.header) {
                HeaderReading::Exact(field) => (field, Basis::Header),
                HeaderReading::Close(field) => (field, Basis::CloseHeader),
                HeaderReading::Unknown => (StepField::Property, Basis::Header),
            };
        }
        true
    }

    /// Whether the texts of the first row are taken for a step, because none of them was recognised as a header.
    pub fn is_headless(&self) -> bool {
        !self.rows.is_empty() && self.columns.iter().all(|column| column.header.is_empty())
    }

    /// Whether a text of the first row is `name`, in any case.
    pub(in crate::interop::table) fn starts_with(&self, name: &str) -> bool {
        let first = self.rows.first().into_iter().flat_map(|row| row.cells.iter().flatten());
        self.is_headless() && first.into_iter().any(|cell| cell.text.eq_ignore_ascii_case(name.trim()))
    }

    /// Says what the column at `index` means, as [`Table::assign`] does.
    pub fn assign_nth(&mut self, index: usize, field: StepField) {
        for (i, column) in self.columns.iter_mut().enumerate() {
            if i == index {
                (column.field, column.basis) = (field, Basis::Said);
            } else if column.field == field && field.is_single() {
                (column.field, column.basis) = (StepField::Property, Basis::Said);
            }
        }
    }

    /// The place of a cell as people name it.
    pub(in crate::interop::table) fn place(&self, row: &TableRow, column: usize) -> String {
        let index = self.columns.get(column).map_or(0, |column| column.index);
        cell_name(&self.sheet, row.number, index)
    }

    /// Which column says `field`.
    pub(in crate::interop::table) fn column_of(&self, field: StepField) -> Option<usize> {
        self.columns.iter().position(|column| column.field == field)
    }
}
