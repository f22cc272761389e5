//! Places in a file's text: offsets to lines, records to offsets.

use super::error::LineColumn;

/// The line and column of the byte `offset`.
pub(super) fn line_column(text: &str, offset: usize) -> LineColumn {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    (line, column)
}

/// Where `key: "value"` stands, the first or (`nth` = 1) the second time; with an empty key, where `"value"`
/// stands. After parsing no positions are left, so the record is looked up in the text.
pub(super) fn find(text: &str, key: &str, value: &str, nth: usize) -> Option<usize> {
    let quoted = format!("\"{value}\"");
    let all = text.match_indices(&quoted).filter_map(|(at, _)| key_before(text.get(..at)?, key, at));
    all.skip(nth).take(1).next()
}

/// The offset of `key` where `before` ends with `key:`.
fn key_before(before: &str, key: &str, at: usize) -> Option<usize> {
    if key.is_empty() {
        return Some(at);
    }
    let rest = before.trim_end().strip_suffix(':')?.trim_end().strip_suffix(key)?;
    let is_whole = !rest.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    is_whole.then_some(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_found_by_key_and_value() {
        let text = "(\n  lane: \"a\",\n  id : \"a\",\n  grid: \"b\", id: \"b\",\n  text: \"id: \\\"c\\\"\")";
        assert_eq!(find(text, "id", "a", 0).map(|at| line_column(text, at)), Some((3, 3)));
        assert_eq!(find(text, "id", "b", 0).map(|at| line_column(text, at)), Some((4, 14)));
        assert_eq!(find(text, "id", "a", 1), None);
        assert_eq!(find(text, "id", "c", 0), None);
        assert_eq!(find(text, "", "a", 1).map(|at| line_column(text, at)), Some((3, 8)));
    }
}
