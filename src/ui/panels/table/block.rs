//! Blocks of cells as text: parted by tabs and line ends, as spreadsheets write them into the clipboard.

/// The text of a block of cells.
pub(super) fn written(rows: &[Vec<String>]) -> String {
    let cell = |cell: &String| {
        if cell.contains(['\t', '\n', '\r', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The cells that `text` holds, row by row. A quoted cell may hold tabs and line ends; a line end behind the last
/// row makes no row.
pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut is_quoted = false;
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => cell.extend(chars.next()),
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            _ if is_quoted => cell.push(c),
            '\t' => row.push(std::mem::take(&mut cell)),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    if !(row.is_empty() && cell.is_empty()) {
        row.push(cell);
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let cells = vec![row(&["Say “hello”", "two\nlines", ""]), row(&["a \"b\"", "tab\there", "end"])];
        assert_eq!(read(&written(&cells)), cells);
    }

    #[test]
    fn line_ends_of_every_system_part_rows() {
        let cells = |text: &str| read(text).into_iter().map(|row| row.join("|")).collect::<Vec<_>>();
        assert_eq!(cells("a\tb\r\nc\td\r\n"), ["a|b", "c|d"]);
        assert_eq!(cells("a\n\nb"), ["a", "", "b"]);
        assert_eq!(cells("5\" pipe"), ["5\" pipe"]);
        assert!(read("").is_empty());
    }
}
