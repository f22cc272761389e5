//! Cells in rows and columns: what every kind of file comes down to.

use std::collections::BTreeMap;

use super::cell::{CellPlace, TableCell};

/// One sheet. Only cells that hold something are there, so that a lone cell far away costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::interop::table) struct CellGrid {
    /// The sheet's name; empty where the file is the sheet.
    pub(in crate::interop::table) name: String,
    /// The cells that hold something.
    pub(in crate::interop::table) cells: BTreeMap<CellPlace, TableCell>,
    /// The tables that the spreadsheet itself knows.
    pub(in crate::interop::table) tables: Vec<KnownTable>,
}

/// A table that a spreadsheet knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::interop::table) struct KnownTable {
    /// Its name there.
    pub(in crate::interop::table) name: String,
    /// Its first cell.
    pub(in crate::interop::table) first: CellPlace,
    /// Its last cell.
    pub(in crate::interop::table) last: CellPlace,
    /// The names of its columns; from the sheet itself where it has a row of headers.
    pub(in crate::interop::table) columns: Vec<String>,
    /// Whether its first row holds the headers.
    pub(in crate::interop::table) has_header: bool,
    /// Whether its last row holds sums.
    pub(in crate::interop::table) has_totals: bool,
}

impl KnownTable {
    /// Whether there is a cell that is part of both.
    pub(in crate::interop::table) const fn shares_cells_with(&self, other: &Self) -> bool {
        self.first.0 <= other.last.0
            && other.first.0 <= self.last.0
            && self.first.1 <= other.last.1
            && other.first.1 <= self.last.1
    }

    /// Whether a cell is part of it.
    pub(in crate::interop::table) const fn contains(&self, row: u32, column: u32) -> bool {
        self.first.0 <= row && row <= self.last.0 && self.first.1 <= column && column <= self.last.1
    }
}

impl CellGrid {
    /// How many cells a table in it has at most, the empty ones too.
    pub(in crate::interop::table) fn span(&self) -> usize {
        let mut widths: BTreeMap<u32, usize> = BTreeMap::new();
        for (row, _) in self.cells.keys() {
            *widths.entry(*row).or_default() += 1;
        }
        let known = self.tables.iter().map(|area| area.columns.len());
        let widest = widths.values().copied().chain(known).max().unwrap_or_default();
        widths.len() * widest
    }

    /// The cells of a row that hold something, left to right.
    pub(in crate::interop::table) fn row(&self, row: u32) -> impl Iterator<Item = (u32, &TableCell)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), cell)| (*column, cell))
    }

    /// The rows in which there is something, from the top.
    pub(in crate::interop::table) fn rows(&self) -> Vec<u32> {
        self.rows_in(0, u32::MAX)
    }

    /// The rows from `first` to `last` in which there is something.
    pub(in crate::interop::table) fn rows_in(&self, first: u32, last: u32) -> Vec<u32> {
        if first > last {
            return Vec::new();
        }
        let mut rows: Vec<u32> =
            self.cells.range((first, 0)..=(last, u32::MAX)).map(|((row, _), _)| *row).collect();
        rows.dedup();
        rows
    }
}
