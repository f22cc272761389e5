//! What stands ahead in a damaged file: whether a string can have ended before it.

use super::{grammar::is_name, marks::is_mark};
use crate::{
    locale::Lang,
    persist::scan::{comment_len, string_len},
};

/// The most brackets and blanks between them that close one after the other.
const MOST_CLOSED: usize = 64;
/// The most bytes of a key that is looked for.
const LONGEST_KEY: usize = 200;

/// A key of a map, or the name of a field with a mark that does not belong there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct KeyAhead<'t> {
    /// The key without marks.
    pub(super) name: &'t str,
    /// Its length with its marks.
    pub(super) len: usize,
}

/// The key with which `text` begins, whichever of its marks are missing or doubled.
pub(super) fn key_ahead(text: &str) -> Option<KeyAhead<'_>> {
    let inner = text.trim_start_matches(is_mark);
    let opening = text.len() - inner.len();
    let (name, behind) = inner.split_at(name_len(inner));
    let after = behind.trim_start_matches(is_mark);
    let closing = behind.len() - after.len();
    let is_key = match skip_spaces(after).strip_prefix(':') {
        Some(_) if opening + closing > 0 => true,
        Some(value) => is_language(name) && !is_name(name) && skip_spaces(value).starts_with(is_mark),
        // The colon is missing.
        None => opening > 0 && closing > 0 && is_language(name) && skip_spaces(after).starts_with(is_mark),
    };
    (is_key && !name.is_empty()).then_some(KeyAhead { name, len: text.len() - after.len() })
}

/// Whether `text` begins with the code of a language, in marks, and a colon.
pub(super) fn begins_language(text: &str) -> bool {
    begins_sound_key(text) && key_ahead(text).is_some_and(|key| is_language(key.name))
}

/// Whether `name` has the form of a language's code, or of one under which stands what its text was right for.
pub(super) fn is_language(name: &str) -> bool {
    Lang::parse(name.strip_suffix('?').unwrap_or(name)).is_ok()
}

/// Whether `text` begins with the name of a field and a colon.
pub(super) fn begins_field(text: &str) -> bool {
    let (name, rest) = text.split_at(name_len(text));
    is_name(name) && rest.trim_start_matches(' ').starts_with(':')
}

/// Whether `text` begins with the key of a map.
pub(super) fn begins_key(text: &str) -> bool {
    begins_sound_key(text) || key_ahead(text).is_some()
}

/// Whether a text can have ended before `rest`, behind its mark. Within a text marks stand before words and commas too,
/// so behind a comma something has to begin.
pub(super) fn can_end_text(rest: &str) -> bool {
    let next = skip_spaces(rest);
    match next.bytes().next() {
        Some(b',') => next.get(1..).is_some_and(|rest| {
            let after = skip_spaces(rest);
            after.starts_with([')', ']', '}', '(']) || is_line_end(after) || begins_entry(after)
        }),
        Some(b')' | b']' | b'}') => can_follow_bracket(next),
        _ => is_line_end(next) || next.len() < rest.len() && begins_entry(next),
    }
}

/// Whether any other string can have ended before `rest`, behind its mark.
pub(super) fn can_end_value(rest: &str) -> bool {
    let next = skip_spaces(rest);
    match next.bytes().next() {
        Some(b',' | b':' | b')' | b']' | b'}') => true,
        _ => is_line_end(next) || next.len() < rest.len() && next.starts_with('"') || begins_field(next),
    }
}

/// Whether what stands before the comma before `rest` can have been a value.
pub(super) fn can_follow_comma(rest: &str) -> bool {
    let next = skip_spaces(rest);
    is_line_end(next) || next.starts_with('(') || next.starts_with(is_mark) || begins_entry(next)
}

/// Whether `rest`, behind closing brackets, goes on as a file does and not as a text.
pub(super) fn can_follow_bracket(rest: &str) -> bool {
    let is_closing = |byte: &u8| matches!(byte, b')' | b']' | b'}' | b' ' | b'\t');
    let len = rest.bytes().take(MOST_CLOSED).take_while(is_closing).count();
    let after = rest.get(len..).unwrap_or_default();
    let behind = after.strip_prefix(',').map(skip_spaces);
    let is_begun = |text: &str| is_line_end(text) || text.starts_with('(') || begins_entry(text);
    is_begun(after) || behind.is_some_and(|behind| is_begun(behind) || behind.starts_with([')', ']', '}']))
}

/// Whether the line with which `rest` begins is one of records and not of a text.
pub(super) fn is_structure(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_start();
    match line.bytes().next() {
        Some(b')' | b']' | b'}') => line.trim_end_matches(',').len() <= 1,
        Some(b'(') => line.len() == 1 || line.get(1..).is_some_and(begins_field),
        _ => begins_entry(line),
    }
}

/// `text` without the blanks of its first line.
pub(super) fn skip_spaces(text: &str) -> &str {
    text.trim_start_matches([' ', '\t', '\u{a0}'])
}

fn begins_entry(text: &str) -> bool {
    begins_field(text) || begins_key(text)
}

fn begins_sound_key(text: &str) -> bool {
    // A file may be one long line.
    let head = text.as_bytes().get(..LONGEST_KEY).unwrap_or(text.as_bytes());
    let len = string_len(head);
    let key = head.get(..len).unwrap_or_default();
    let is_whole = len > 1 && key.ends_with(b"\"") && !key.contains(&b'\n');
    text.starts_with('"')
        && is_whole
        && text.get(len..).is_some_and(|rest| skip_spaces(rest).starts_with(':'))
}

/// Whether nothing more stands in the line with which `text` begins, but perhaps a comment.
fn is_line_end(text: &str) -> bool {
    text.is_empty() || text.starts_with('\n') || comment_len(text.as_bytes()).is_some()
}

fn name_len(text: &str) -> usize {
    text.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_known_whatever_became_of_its_marks() {
        for text in [
            "\"es\": \"a\"",
            "es\": \"a\"",
            "\"es: \"a\"",
            "es: \"a\"",
            "“es”: “a”",
            "'es' : a",
            "\"es\" \"a\"",
        ] {
            assert_eq!(key_ahead(text).map(|key| key.name), Some("es"), "{text}");
        }
        for text in ["es: a", "lane: \"a\"", "\"es\", \"a\"", "the rest", "\": \"", ""] {
            assert_eq!(key_ahead(text), None, "{text}");
        }
    }

    #[test]
    fn a_text_goes_on_behind_a_mark_within_it() {
        for text in [
            ", \"es\": \"a\"}",
            "},\n",
            ",\n  ",
            "}, lane: \"a\"",
            " es\": \"a\"",
            "",
            "\n",
            "}),",
            ", // why",
        ] {
            assert!(can_end_text(text), "{text}");
        }
        for text in [" to them\", \"es\"", "hello", ", and more\"", ": now\"", "} of them\"", "es\": \"a\""] {
            assert!(!can_end_text(text), "{text}");
        }
    }
}
