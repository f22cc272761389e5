//! What stands in one cell.

use std::sync::Arc;

use crate::interop::clean::{Cleaning, cleaned};

/// A place in a grid: row and column, counted from 0.
pub(in crate::interop::table) type CellPlace = (u32, u32);

/// The text of a cell and what happened to it on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::interop::table) struct TableCell {
    /// What is written there, trimmed; never empty. Cells of one shared text share it.
    pub(in crate::interop::table) text: Arc<str>,
    /// Whether that is all.
    pub(in crate::interop::table) state: CellState,
}

/// How the text of a cell came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::interop::table) enum CellState {
    /// Typed.
    Plain,
    /// What a formula gave when the file was saved.
    Formula,
    /// What is left of a text that was too long.
    Cut,
    /// Without the control characters that it had.
    Cleaned,
    /// An error such as `#REF!` instead of a value.
    Error,
}

impl TableCell {
    /// The cell that holds `text`; `None` where there is nothing in it.
    pub(in crate::interop::table) fn new(text: &str) -> Option<Self> {
        let (text, cleaning) = cleaned(text);
        let state = match cleaning {
            Cleaning::None => CellState::Plain,
            Cleaning::Controls => CellState::Cleaned,
            Cleaning::Cut => CellState::Cut,
        };
        (!text.is_empty()).then(|| Self { text: text.into(), state })
    }

    /// The same as what a formula gave.
    pub(in crate::interop::table) fn with_state(self, state: CellState) -> Self {
        Self { state, ..self }
    }
}

/// A name that is no cell's, such as a sheet's, as a document may hold it.
pub(in crate::interop::table) fn clean_name(name: &str) -> String {
    TableCell::new(name)
        .map(|cell| cell.text.split_whitespace().collect::<Vec<_>>().join(" "))
        .unwrap_or_default()
}

/// The name that spreadsheets give to the column `index`: A, B … Z, AA …
pub(in crate::interop::table) fn column_name(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(index) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The name that spreadsheets give to a cell, with its sheet where it has a name: `Sheet1!C5`.
pub(in crate::interop::table) fn cell_name(sheet: &str, row: u32, column: u32) -> String {
    let bang = if sheet.is_empty() { "" } else { "!" };
    format!("{sheet}{bang}{}{}", column_name(column), u64::from(row) + 1)
}

/// Reads `C5`, with or without `$`.
pub(super) fn parse_spot(name: &str) -> Option<CellPlace> {
    let name = name.replace('$', "");
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = name.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let value = letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?;
        column = column * 26 + u32::from(value) + 1;
    }
    let row: u32 = digits.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// Reads `A2:H11`; a single cell is an area too.
pub(super) fn parse_area(name: &str) -> Option<(CellPlace, CellPlace)> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let (first, last) = (parse_spot(first)?, parse_spot(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interop::clean::LONGEST;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")] {
            assert_eq!(column_name(column), name);
            assert_eq!(parse_spot(&format!("{name}7")), Some((6, column)));
        }
        assert_eq!(cell_name("Calls", 4, 2), "Calls!C5");
        assert_eq!(parse_area("$A$2:H11"), Some(((1, 0), (10, 7))));
        for bad in ["", "7", "A", "A0", "ABCD1", "é1", "A-1", "A99999999999"] {
            assert_eq!(parse_spot(bad), None, "{bad}");
        }
        assert_eq!(parse_area("B2:A1"), None);
    }

    #[test]
    fn texts_are_what_a_document_may_hold() {
        assert_eq!(TableCell::new(" \t\n"), None);
        assert_eq!(TableCell::new("a\r\nb").map(|cell| cell.text.to_string()), Some("a\nb".into()));
        assert_eq!(TableCell::new("a\u{0}b").map(|cell| cell.state), Some(CellState::Cleaned));
        let long = TableCell::new(&"x".repeat(LONGEST + 1)).unwrap();
        assert_eq!((long.text.len(), long.state), (LONGEST, CellState::Cut));
    }
}
