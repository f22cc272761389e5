//! Text to cells: comma, semicolon or tab between them.

use csv::{ReaderBuilder, StringRecord};

use super::{
    cell::{TableCell, cell_name},
    grid::CellGrid,
    guard::unguarded,
};
use crate::{
    interop::table::{columns::header, error::TableProblem},
    model::LIMIT_STEPS,
};

/// What may stand between two cells; the first of equals wins.
const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// How many rows are looked at to find out.
const SAMPLE: usize = 40;
/// The most columns, which is what a spreadsheet has.
const MOST_COLUMNS: usize = 16_384;

/// The cells of `text` and what stands between them.
pub(in crate::interop::table) fn read(text: &str) -> Result<(CellGrid, char), TableProblem> {
    let (text, said) = after_hint(text);
    let delimiter = said.unwrap_or_else(|| detect(text));
    // Counted before the reader makes room for them.
    for (row, line) in text.lines().enumerate() {
        if line.bytes().filter(|byte| *byte == delimiter).count() >= MOST_COLUMNS {
            return Err(too_many(row, MOST_COLUMNS));
        }
    }
    let mut grid = CellGrid::default();
    let mut reader = reader(text, delimiter);
    let mut record = StringRecord::new();
    let mut row: usize = 0;
    // The text is UTF-8 and rows may be of any length, so no row can fail.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        row += lines_of(&record, &reader);
        let Ok(number) = u32::try_from(row - 1) else { return Err(too_many(row, 0)) };
        for (column, text) in (0..).zip(&record) {
            if let Some(cell) = TableCell::new(unguarded(text)) {
                grid.cells.insert((number, column), cell);
            }
        }
        if grid.cells.len() > LIMIT_STEPS * 64 {
            return Err(too_many(row, 0));
        }
    }
    Ok((grid, char::from(delimiter)))
}

/// How many rows a spreadsheet shows for `record`, which was just read: itself and the empty ones before it, which the
/// reader passes over.
fn lines_of(record: &StringRecord, reader: &csv::Reader<&[u8]>) -> usize {
    let start = record.position().map_or(1, csv::Position::line);
    let lines = usize::try_from(reader.position().line().saturating_sub(start)).unwrap_or_default();
    let inside: usize = record.iter().map(|text| text.matches('\n').count()).sum();
    lines.saturating_sub(inside).max(1)
}

fn too_many(row: usize, column: usize) -> TableProblem {
    let index = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    TableProblem::TooMany { place: cell_name("", index(row), index(column)) }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

/// The text behind a first line such as `sep=;`, with which spreadsheets say what stands between cells.
fn after_hint(text: &str) -> (&str, Option<u8>) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let hint = line.trim_end_matches('\r').strip_prefix("sep=");
    match hint.and_then(|hint| DELIMITERS.into_iter().find(|known| hint.as_bytes() == [*known])) {
        Some(delimiter) => (rest, Some(delimiter)),
        None => (text, None),
    }
}

/// The delimiter that gives headers which are known and rows that are of one length.
fn detect(text: &str) -> u8 {
    let score = |delimiter: &u8| {
        let mut reader = reader(text, *delimiter);
        let rows: Vec<StringRecord> = reader
            .records()
            .take(SAMPLE)
            .flatten()
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        let known = rows.iter().map(|row| header::known_in(row.iter())).max().unwrap_or_default();
        let width = rows.iter().map(StringRecord::len).max().unwrap_or_default();
        let even = rows.iter().filter(|row| row.len() == width && width > 1).count();
        (known, even, width)
    };
    // `max_by_key` gives the last of equals.
    DELIMITERS.into_iter().rev().max_by_key(score).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> (Vec<(u32, u32, String)>, char) {
        let (grid, delimiter) = read(text).unwrap();
        (
            grid.cells
                .into_iter()
                .map(|((row, column), cell)| (row, column, cell.text.to_string()))
                .collect(),
            delimiter,
        )
    }

    #[test]
    fn delimiters_are_found() {
        let table = [
            ("Step ID,Description\n1,a;b;c\n", ','),
            ("Step ID;Description\n1;a, b, c\n2;d, e\n", ';'),
            ("Step ID\tDescription\n1\ta, b; c\n", '\t'),
            ("sep=;\nx;y\n", ';'),
            ("one\ntwo\n", ','),
            ("\"a,b\";c\n\"d,e\";f\n", ';'),
        ];
        for (text, delimiter) in table {
            assert_eq!(read(text).unwrap().1, delimiter, "{text}");
        }
    }

    #[test]
    fn quotes_line_breaks_and_ragged_rows_are_read() {
        let (cells, _) = texts("a,b\n\"x\ny\",\"q\"\"q\",over\n\nz\n");
        let cells: Vec<_> = cells.iter().map(|(row, column, text)| (*row, *column, text.as_str())).collect();
        assert_eq!(
            cells,
            [(0, 0, "a"), (0, 1, "b"), (1, 0, "x\ny"), (1, 1, "q\"q"), (1, 2, "over"), (3, 0, "z")]
        );
    }

    #[test]
    fn what_is_no_table_of_steps_is_refused() {
        let wide = "x,".repeat(MOST_COLUMNS + 1);
        assert!(matches!(read(&wide), Err(TableProblem::TooMany { .. })));
    }
}
