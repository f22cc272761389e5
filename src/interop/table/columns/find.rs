//! Tables of steps in a sheet: those that the spreadsheet knows, and those that only have a row of headers.

use std::collections::BTreeSet;

use super::{
    field::StepField,
    found::{Basis, Table, TableColumn, TableRow},
    guess::guess_fields,
    header::{self, HeaderReading},
};
use crate::interop::table::cells::{
    cell::{CellPlace, TableCell},
    grid::{CellGrid, KnownTable},
};

/// How many fields the headers must name for a row to be taken for headers.
const LEAST_KNOWN: usize = 2;
/// Within how many rows from the top headers are looked for with patience.
const TOP_ROWS: usize = 20;
/// The most columns of a table; what stands to the right of them is beside the table.
const MOST_COLUMNS: usize = 512;
/// How far above its headers a table's title may stand, in rows.
const TITLE_WITHIN: u32 = 4;
/// How many cells a title may be spread over.
const TITLE_CELLS: usize = 3;

/// What was found in one sheet.
pub(in crate::interop::table) struct SheetTables {
    /// The tables, from the top.
    pub(in crate::interop::table) tables: Vec<Table>,
    /// The cells that belong to none of them and are no title.
    pub(in crate::interop::table) loose: Vec<CellPlace>,
}

/// Finds the tables of steps in `grid`; `file` is the title where there is no other.
pub(in crate::interop::table) fn find(grid: &CellGrid, file: &str) -> SheetTables {
    let mut search = TableSearch { grid, file, used: BTreeSet::new() };
    let mut tables: Vec<(CellPlace, Table)> = Vec::new();
    for area in &grid.tables {
        tables.extend(search.known(area).map(|table| (area.first, table)));
    }
    tables.extend(search.plain());
    tables.sort_by_key(|(first, _)| *first);
    let loose = grid.cells.keys().filter(|spot| !search.used.contains(spot)).copied().collect();
    SheetTables { tables: tables.into_iter().map(|(_, table)| table).collect(), loose }
}

/// The whole sheet as one table without headers, its columns guessed from what is in them.
pub(in crate::interop::table) fn without_headers(grid: &CellGrid, file: &str) -> Option<Table> {
    let rows = grid.rows();
    let width = grid.cells.keys().map(|(_, column)| column + 1).max()?;
    let indices: Vec<u32> =
        (0..width.min(64)).filter(|index| grid.cells.keys().any(|(_, column)| column == index)).collect();
    let columns = indices.iter().map(|index| blank_column(*index)).collect();
    let sheet = grid.name.clone();
    let title = if sheet.is_empty() { file.to_owned() } else { sheet.clone() };
    let mut table = Table { title, sheet, columns, rows: Vec::new() };
    table.rows = rows.into_iter().filter_map(|row| row_of(grid, row, &table.columns, u32::MAX)).collect();
    guess_fields(&mut table);
    Some(table)
}

const fn blank_column(index: u32) -> TableColumn {
    TableColumn { header: String::new(), field: StepField::Property, basis: Basis::Header, index }
}

/// The cells of the row `number` under `columns`; `None` where there is nothing.
fn row_of(grid: &CellGrid, number: u32, columns: &[TableColumn], end: u32) -> Option<TableRow> {
    let cells: Vec<Option<TableCell>> =
        columns.iter().map(|column| grid.cells.get(&(number, column.index)).cloned()).collect();
    let first = columns.first().map_or(0, |column| column.index);
    let is_column = |index: u32| columns.binary_search_by_key(&index, |column| column.index).is_ok();
    let beyond: Vec<(u32, TableCell)> = grid
        .row(number)
        .filter(|(index, _)| *index >= first && *index <= end && !is_column(*index))
        .map(|(index, cell)| (index, cell.clone()))
        .collect();
    (cells.iter().any(Option::is_some) || !beyond.is_empty()).then_some(TableRow { number, cells, beyond })
}

struct TableSearch<'a> {
    grid: &'a CellGrid,
    file: &'a str,
    used: BTreeSet<CellPlace>,
}

impl TableSearch<'_> {
    /// The table that the spreadsheet says is at `area`, if it is one of steps.
    fn known(&mut self, area: &KnownTable) -> Option<Table> {
        let (top, left) = area.first;
        let header = |(nth, index): (usize, u32)| {
            let cell = self.grid.cells.get(&(top, index)).filter(|_| area.has_header);
            let name = cell.map(|cell| cell.text.to_string()).or_else(|| area.columns.get(nth).cloned());
            (index, name.unwrap_or_default())
        };
        let width = area.columns.len().max(1);
        let headers: Vec<(u32, String)> = (0..width).zip(left..=area.last.1).map(header).collect();
        if header::known_in(headers.iter().map(|(_, name)| name.as_str())) < LEAST_KNOWN {
            return None;
        }
        let first = top + u32::from(area.has_header);
        let last = area.last.0.saturating_sub(u32::from(area.has_totals));
        let rows = self.grid.rows_in(first, last);
        let mut table = self.table(headers, rows, area.last.1);
        table.title = self.title_above(top, left, &area.name).unwrap_or_else(|| {
            let name = area.name.trim_start_matches('_').replace('_', " ");
            if name.is_empty() { self.sheet_title() } else { name }
        });
        for row in self.grid.rows_in(top, area.last.0) {
            let spots = self.grid.row(row).map(|(column, _)| (row, column));
            self.used.extend(spots.filter(|(row, column)| area.contains(*row, *column)));
        }
        Some(table)
    }

    /// The tables that only have a row of headers.
    fn plain(&mut self) -> Vec<(CellPlace, Table)> {
        let is_free =
            |row: u32| !self.grid.tables.iter().any(|area| area.first.0 <= row && row <= area.last.0);
        let rows: Vec<u32> = self.grid.rows().into_iter().filter(|row| is_free(*row)).collect();
        let starts = self.header_rows(&rows);
        let mut tables = Vec::new();
        for (nth, start) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied();
            let Some((top, below)) =
                rows.get(*start..end.unwrap_or(rows.len())).and_then(<[u32]>::split_first)
            else {
                continue;
            };
            let below = self.without_tail(*top, below, end.is_some());
            let headers: Vec<(u32, String)> =
                self.grid.row(*top).map(|(index, cell)| (index, cell.text.to_string())).collect();
            let Some((left, _)) = headers.first().cloned() else { continue };
            let mut table = self.table(headers, below.clone(), u32::MAX);
            table.title = self.title_above(*top, left, "").unwrap_or_else(|| self.sheet_title());
            for row in std::iter::once(*top).chain(below) {
                let spots =
                    self.grid.row(row).map(|(column, _)| (row, column)).filter(|(_, column)| *column >= left);
                self.used.extend(spots);
            }
            tables.push(((*top, left), table));
        }
        tables
    }

    fn sheet_title(&self) -> String {
        if self.grid.name.is_empty() { self.file.to_owned() } else { self.grid.name.clone() }
    }

    /// The positions in `rows` of those that hold headers.
    ///
    /// Data may look like headers: "Task" is a shape type, "Owner" a function. So few words are enough only near the
    /// top; further down most of a row has to be known, the id too, or it has to repeat the headers of another table.
    fn header_rows(&self, rows: &[u32]) -> Vec<usize> {
        let mut seen: BTreeSet<Vec<&str>> = BTreeSet::new();
        let mut found = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let texts: Vec<&str> = self.grid.row(*row).map(|(_, cell)| cell.text.as_ref()).collect();
            let known = header::known_in(texts.iter().copied());
            let is_step =
                |text: &&str| matches!(header::exact(text), Some(StepField::Id | StepField::Description));
            let is_header = if seen.contains(&texts) {
                true
            } else if seen.is_empty() && at < TOP_ROWS {
                known >= LEAST_KNOWN || (at == 0 && texts.iter().any(is_step))
            } else {
                let has_id = texts.iter().any(|text| header::exact(text) == Some(StepField::Id));
                let has_number = texts.iter().any(|text| text.chars().all(|c| c.is_ascii_digit()));
                has_id && !has_number && known >= LEAST_KNOWN && known * 2 > texts.len()
            };
            if is_header {
                seen.insert(texts);
                found.push(at);
            }
        }
        found
    }

    /// The rows below the headers in `top` without the title of the next table and without remarks behind a gap.
    fn without_tail(&self, top: u32, below: &[u32], is_followed: bool) -> Vec<u32> {
        let width = self.grid.row(top).count();
        let mut rows = below.to_vec();
        let is_remark = |row: u32| width > 2 && self.grid.row(row).count() <= 1;
        // The title of the next table stands right above its headers, whether behind a gap or not.
        if is_followed
            && rows.last().is_some_and(|row| self.grid.row(*row).count() <= TITLE_CELLS.min(width - 1))
        {
            rows.pop();
        }
        let mut previous = top;
        let gap = rows.iter().position(|row| {
            let is_gap = *row > previous + 1;
            previous = *row;
            is_gap && is_remark(*row)
        });
        if let Some(gap) = gap
            && rows.get(gap..).is_some_and(|tail| tail.iter().all(|row| is_remark(*row)))
        {
            rows.truncate(gap);
        }
        rows
    }

    /// What stands above the headers, if it looks like a title; it is used then. The `name` by which formulas call
    /// the table is none.
    fn title_above(&mut self, top: u32, left: u32, name: &str) -> Option<String> {
        let is_name = |text: &str| name.starts_with(text) && !text.contains(' ');
        for row in (top.saturating_sub(TITLE_WITHIN)..top).rev() {
            let cells: Vec<(u32, &TableCell)> =
                self.grid.row(row).filter(|(column, _)| *column >= left.saturating_sub(1)).collect();
            if cells.is_empty() {
                continue;
            }
            let is_taken = cells.iter().any(|(column, _)| {
                self.used.contains(&(row, *column))
                    || self.grid.tables.iter().any(|area| area.contains(row, *column))
            });
            if is_taken || cells.len() > TITLE_CELLS {
                return None;
            }
            // A number and a name; what follows is something else.
            let title = cells.get(..2).unwrap_or(&cells);
            self.used.extend(title.iter().map(|(column, _)| (row, *column)));
            let title = title.iter().map(|(_, cell)| cell.text.as_ref()).filter(|text| !is_name(text));
            let words: Vec<&str> = title.flat_map(str::split_whitespace).collect();
            return (!words.is_empty()).then(|| words.join(" "));
        }
        None
    }

    fn table(&self, headers: Vec<(u32, String)>, rows: Vec<u32>, end: u32) -> Table {
        let columns: Vec<TableColumn> = headers
            .into_iter()
            .take(MOST_COLUMNS)
            .map(|(index, header)| {
                let (field, basis) = match header::read(&header) {
                    HeaderReading::Exact(field) => (field, Basis::Header),
                    HeaderReading::Close(field) => (field, Basis::CloseHeader),
                    HeaderReading::Unknown => (StepField::Property, Basis::Header),
                };
                TableColumn { header, field, basis, index }
            })
            .collect();
        let rows = rows.into_iter().filter_map(|row| row_of(self.grid, row, &columns, end)).collect();
        let mut table = Table { title: String::new(), sheet: self.grid.name.clone(), columns, rows };
        settle_twins(&mut table);
        guess_fields(&mut table);
        table
    }
}

/// Of two columns that mean the same the one with the better header stays; "Step" beside "Step ID" and
/// "Description" is the name and the description what it says beyond.
fn settle_twins(table: &mut Table) {
    for field in StepField::ALL.into_iter().filter(|field| field.is_single()) {
        let twins: Vec<usize> = (0..table.columns.len())
            .filter(|i| table.columns.get(*i).is_some_and(|of| of.field == field))
            .collect();
        let best = twins
            .iter()
            .copied()
            .find(|i| table.columns.get(*i).is_some_and(|column| column.basis == Basis::Header));
        let best = best.or_else(|| twins.first().copied());
        let has_alt = table.column_of(StepField::AltText).is_some();
        let mut others = twins.into_iter().filter(|i| Some(*i) != best);
        if field == StepField::Description
            && !has_alt
            && let Some(column) = others.next().and_then(|i| table.columns.get_mut(i))
        {
            column.field = StepField::AltText;
        }
        for i in others {
            if let Some(column) = table.columns.get_mut(i) {
                column.field = StepField::Property;
            }
        }
    }
}
