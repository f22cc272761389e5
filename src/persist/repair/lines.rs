//! Which record each line of a damaged file belongs to, as its line ends and names tell.

use std::collections::BTreeMap;

use super::marks::is_mark;

/// The lines of a file and the records that they are of.
#[derive(Debug)]
pub(super) struct RecordLines<'t> {
    /// For each line what names its record; empty where that is not known.
    ids: Vec<&'t str>,
    lines: Vec<&'t str>,
    /// The line in which a record is named first.
    first: BTreeMap<&'t str, usize>,
}

impl<'t> RecordLines<'t> {
    /// Those of `text`.
    pub(super) fn of(text: &'t str) -> Self {
        let mut found =
            Self { ids: Vec::new(), lines: text.lines().map(str::trim).collect(), first: BTreeMap::new() };
        let mut id = "";
        for (at, &line) in found.lines.iter().enumerate() {
            if let Some(named) = named(line) {
                id = named;
                found.first.entry(id).or_insert(at);
            }
            found.ids.push(id);
            if line.ends_with("),") && line.starts_with('(') || matches!(line, ")," | ")" | "]," | "]") {
                id = "";
            }
        }
        found
    }

    /// What names the record to which the line `number` belongs, counted from 1; empty: nothing.
    pub(super) fn id_at(&self, number: usize) -> &'t str {
        number.checked_sub(1).and_then(|at| self.ids.get(at)).copied().unwrap_or_default()
    }

    /// The line of the field `name` of the record `id`, or of the record, counted from 1.
    pub(super) fn line_of(&self, id: &str, name: &str) -> Option<usize> {
        let first = *self.first.get(id).filter(|_| !id.is_empty())?;
        let mut own =
            self.ids.iter().enumerate().skip(first).take_while(|(_, of)| **of == id).map(|(at, _)| at);
        let is_field = |at: &usize| {
            let rest = self.lines.get(*at).and_then(|line| line.strip_prefix(name));
            !name.is_empty() && rest.is_some_and(|rest| rest.starts_with(':'))
        };
        Some(own.find(is_field).unwrap_or(first) + 1)
    }
}

/// What names the record that begins with `line`.
fn named(line: &str) -> Option<&str> {
    let line = line.trim_start_matches('(').trim_start_matches(is_mark);
    let behind = ["id", "step", "connector"].iter().find_map(|key| line.strip_prefix(key))?;
    let value = behind.trim_start_matches(is_mark).trim_start().strip_prefix(':')?;
    let value = value.trim_start().trim_start_matches(is_mark);
    let end = value.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(value.len());
    value.get(..end).filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_belongs_to_the_record_that_is_named_before_it() {
        let text = "(\n id: \"a\",\n goal: 7,\n),\n(\n id: b,\n),\n(step: \"a\", along: 1.0),\n],";
        let lines = RecordLines::of(text);
        assert_eq!(
            (1..=9).map(|line| lines.id_at(line)).collect::<Vec<_>>(),
            ["", "a", "a", "a", "", "b", "b", "a", ""]
        );
        assert_eq!(lines.line_of("a", "goal"), Some(3));
        assert_eq!(lines.line_of("a", "size"), Some(2));
        assert_eq!(lines.line_of("c", ""), None);
    }
}
