//! The pieces of a damaged file: records and fields as they stand in the text, each by itself.
//!
//! Knows brackets, strings and commas of RON and nothing else, so that what is damaged spoils no other piece. Where a
//! closing bracket is missing, what follows is found in the piece before and given back as its neighbour.

use crate::persist::scan::{comment_len, raw_string_len, string_len};

/// A field of a record: its name, and its value as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::persist) struct FieldText<'t> {
    pub(in crate::persist) name: &'t str,
    pub(in crate::persist) value: &'t str,
}

/// What stands between two brackets.
#[derive(Debug, Default)]
pub(in crate::persist) struct Pieces<'t> {
    /// The entries that are fields.
    pub(in crate::persist) fields: Vec<FieldText<'t>>,
    /// The entries that have no name: the records of a list.
    pub(in crate::persist) items: Vec<&'t str>,
    /// Whether the closing bracket is there.
    pub(in crate::persist) is_whole: bool,
    /// The last entry, where it breaks off.
    pub(in crate::persist) broken: Option<&'t str>,
}

impl<'t> Pieces<'t> {
    /// The pieces of `text`, which begins with a bracket.
    pub(in crate::persist) fn of(text: &'t str) -> Self {
        let mut pieces = Self::default();
        let (mut at, mut depth, mut start) = (1, 0_usize, 1);
        let bytes = text.as_bytes();
        while let Some(byte) = bytes.get(at) {
            let rest = bytes.get(at..).unwrap_or_default();
            match byte {
                b'"' => at += string_len(rest),
                b'r' => at += raw_string_len(rest).filter(|_| starts_word(bytes, at)).unwrap_or(1),
                b'/' => at += comment_len(rest).unwrap_or(1),
                b'(' | b'[' | b'{' => (depth, at) = (depth + 1, at + 1),
                b')' | b']' | b'}' if depth == 0 => {
                    pieces.add(text.get(start..at).unwrap_or_default());
                    pieces.is_whole = true;
                    return pieces;
                }
                b')' | b']' | b'}' => (depth, at) = (depth - 1, at + 1),
                b',' if depth == 0 => {
                    pieces.add(text.get(start..at).unwrap_or_default());
                    (at, start) = (at + 1, at + 1);
                }
                _ => at += 1,
            }
        }
        let last = bare(text.get(start..).unwrap_or_default());
        if !last.is_empty() {
            // A list that breaks off has whole records before the break.
            match field(last) {
                Some(field) => pieces.fields.push(field),
                None => pieces.broken = Some(last),
            }
        }
        pieces
    }

    fn add(&mut self, entry: &'t str) {
        let entry = bare(entry);
        match field(entry) {
            _ if entry.is_empty() => {}
            Some(field) => self.fields.push(field),
            None => self.items.push(entry),
        }
    }

    /// The value of a field.
    pub(in crate::persist) fn value(&self, name: &str) -> Option<&'t str> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.value)
    }
}

/// `entry` as a field: a name, a colon, a value.
fn field(entry: &str) -> Option<FieldText<'_>> {
    let end = entry.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    let (name, rest) = entry.split_at_checked(end)?;
    let value = rest.trim_start().strip_prefix(':')?;
    (!name.is_empty()).then(|| FieldText { name, value: bare(value) })
}

/// `entry` without the comments and the white space around it that come before it.
pub(super) fn bare(mut entry: &str) -> &str {
    loop {
        entry = entry.trim();
        let Some(len) = comment_len(entry.as_bytes()) else { return entry };
        entry = entry.get(len..).unwrap_or_default();
    }
}

/// Whether a word begins at `at`.
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_found_in_whole_and_in_broken_text() {
        let whole = Pieces::of("(id: \"a, (\", list: [(x: 1), (x: 2)], // no, 1\n)");
        assert!(whole.is_whole);
        assert_eq!(whole.value("list"), Some("[(x: 1), (x: 2)]"));
        let list = Pieces::of("[(x: 1), (x: 2), (x: ");
        assert_eq!((list.items.as_slice(), list.broken), (&["(x: 1)", "(x: 2)"][..], Some("(x:")));
        assert!(!list.is_whole);
    }

    #[test]
    fn a_record_without_its_end_does_not_swallow_the_next_one() {
        let record = Pieces::of("(id: \"a\", text: {\"en\": \"x\"}, (id: \"b\"), (id: \"c\")]");
        assert_eq!(record.fields.len(), 2);
        assert_eq!(record.items, ["(id: \"b\")", "(id: \"c\")"]);
    }
}
