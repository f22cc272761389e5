//! Strings in a damaged file: where one ends although a quotation mark is missing, or one too many is there.
//!
//! A mark ends a string where something follows that can stand behind one. Our own writer escapes line ends, so a string
//! that runs into a line of records ended on the line before.

use std::borrow::Cow;

use super::grammar::is_name;
use crate::persist::scan::comment_len;

/// A string as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted<'t> {
    /// The string with its marks, as RON has it.
    pub(super) text: Cow<'t, str>,
    /// Where what follows it begins.
    pub(super) end: usize,
    /// Whether its marks or escapes had to be put right.
    pub(super) is_mended: bool,
    /// Whether the file breaks off within it.
    pub(super) is_cut: bool,
}

impl<'t> Quoted<'t> {
    /// The string that begins at `start` of `text`; `is_value`: after a colon.
    pub(super) fn at(text: &'t str, start: usize, is_value: bool) -> Self {
        let bytes = text.as_bytes();
        let mut at = start + 1;
        // Marks that end nothing, and signs that are escaped for no reason.
        let (mut inner, mut is_odd) = (None, false);
        while let Some(byte) = bytes.get(at) {
            let rest = text.get(at + 1..).unwrap_or_default();
            match byte {
                b'\\' => {
                    is_odd |= !is_escape(bytes.get(at + 1));
                    at += 2;
                    continue;
                }
                b'"' if ends_before(rest) => {
                    // A value with a colon behind it is a value without its mark, and the name of the next one.
                    let swallowed = inner.filter(|_| is_value && rest.trim_start().starts_with(':'));
                    return match swallowed {
                        Some(end) => Self::without_mark(text, start, end),
                        None => Self::whole(text, start, at, is_odd || inner.is_some()),
                    };
                }
                b'"' => match field_before(text.get(start + 1..at).unwrap_or_default()) {
                    Some(len) => return Self::without_mark(text, start, start + 1 + len),
                    None => inner = Some(at),
                },
                b'\n' if is_structure(rest) => return Self::without_mark(text, start, at),
                _ => {}
            }
            at += 1;
        }
        let text = text.get(start..).unwrap_or_default();
        Self { text: Cow::Borrowed(text), end: start + text.len(), is_mended: false, is_cut: true }
    }

    /// The raw string of `len` bytes that begins at `start`.
    pub(super) fn raw(text: &'t str, start: usize, len: usize) -> Self {
        let raw = text.get(start..start + len).unwrap_or_default();
        Self { text: Cow::Borrowed(raw), end: start + len, is_mended: false, is_cut: false }
    }

    /// The string whose marks stand at `start` and `end`.
    fn whole(text: &'t str, start: usize, end: usize, is_mended: bool) -> Self {
        let quoted = if is_mended {
            Cow::Owned(escaped(text.get(start + 1..end).unwrap_or_default()))
        } else {
            Cow::Borrowed(text.get(start..=end).unwrap_or_default())
        };
        Self { text: quoted, end: end + 1, is_mended, is_cut: false }
    }

    /// The string that lacks its second mark and has ended before `end`.
    fn without_mark(text: &'t str, start: usize, end: usize) -> Self {
        let mut content = text.get(start + 1..end).unwrap_or_default();
        loop {
            let shorter = content.trim_end();
            let shorter = shorter.strip_suffix(',').unwrap_or(shorter);
            let closes = shorter.chars().last().filter(|last| is_unopened(shorter, *last));
            let shorter = closes.and_then(|last| shorter.strip_suffix(last)).unwrap_or(shorter);
            if shorter.len() == content.len() {
                break;
            }
            content = shorter;
        }
        Self {
            text: Cow::Owned(escaped(content)),
            end: start + 1 + content.len(),
            is_mended: true,
            is_cut: false,
        }
    }
}

const fn is_escape(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b'"' | b'\\' | b'n' | b't' | b'r' | b'0' | b'\'' | b'x' | b'u'))
}

/// Whether a mark before `rest` can end a string.
fn ends_before(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '\t']);
    match next.bytes().next() {
        None | Some(b'\n' | b',' | b':' | b')' | b']' | b'}') => true,
        Some(b'/') => comment_len(next.as_bytes()).is_some(),
        Some(b'"') => next.len() < rest.len(),
        Some(_) => begins_field(next),
    }
}

/// Whether `text` begins with the name of a field and a colon.
fn begins_field(text: &str) -> bool {
    let end = text.bytes().take_while(|byte| byte.is_ascii_lowercase() || *byte == b'_').count();
    let (name, rest) = text.split_at(end);
    is_name(name) && rest.trim_start_matches(' ').starts_with(':')
}

/// The length of `content` without the field with which it ends, up to the mark of that one's value.
fn field_before(content: &str) -> Option<usize> {
    let name = content.trim_end_matches([' ', '(', '[', '{']).strip_suffix(':')?.trim_end();
    let before = name.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    let is_field = is_name(name.get(before.len()..)?) && before.trim_end().ends_with(',');
    is_field.then_some(before.len())
}

/// Whether the line with which `rest` begins is one of records and not of a text.
fn is_structure(rest: &str) -> bool {
    let line = rest.lines().next().unwrap_or_default().trim_start();
    match line.bytes().next() {
        Some(b')' | b']' | b'}') => line.trim_end_matches(',').len() <= 1,
        Some(b'(') => line.len() == 1 || line.get(1..).is_some_and(begins_field),
        Some(b'"') => {
            line.get(1..).and_then(|line| line.split_once('"')).is_some_and(|(_, rest)| rest.starts_with(':'))
        }
        _ => begins_field(line),
    }
}

/// Whether `content` has more of the closing bracket `last` than of the opening one.
fn is_unopened(content: &str, last: char) -> bool {
    let open = match last {
        ')' => '(',
        ']' => '[',
        '}' => '{',
        _ => return false,
    };
    content.matches(last).count() > content.matches(open).count()
}

/// `content` in quotation marks, with everything escaped that must be and is not yet.
fn escaped(content: &str) -> String {
    let mut text = String::with_capacity(content.len() + 4);
    text.push('"');
    let mut rest = content.chars().peekable();
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        match c {
            '"' => text.push_str("\\\""),
            '\\' if next.is_some_and(|c| u8::try_from(c).is_ok_and(|byte| is_escape(Some(&byte)))) => {
                text.push(c);
                text.extend(rest.next());
            }
            '\\' => text.push_str("\\\\"),
            _ => text.push(c),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(of: &str) -> (String, String) {
        let quoted = Quoted::at(of, 0, true);
        (quoted.text.into_owned(), of.get(quoted.end..).unwrap_or_default().to_owned())
    }

    #[test]
    fn a_sound_string_is_left_as_it_is() {
        for sound in [r#""""#, r#""a (b], \"c\": \n""#, "\"two\nlines\"", "\"日本\"\n"] {
            let quoted = Quoted::at(sound, 0, true);
            assert_eq!(quoted.text, sound.trim_end(), "{sound}");
            assert!(!quoted.is_mended, "{sound}");
        }
    }

    #[test]
    fn a_missing_mark_ends_with_its_line() {
        for (damaged, string, rest) in [
            ("\"ask,\n  kind: Process", "\"ask\"", ",\n  kind: Process"),
            ("\"Ask (him)},\n  ),", "\"Ask (him)\"", "},\n  ),"),
            ("\"Ask, \"es\": \"Pedir\"}", "\"Ask\"", ", \"es\": \"Pedir\"}"),
            ("\"a, lane: \"b\",", "\"a\"", ", lane: \"b\","),
            ("\"Ask\" for it\", \"es\"", "\"Ask\\\" for it\"", ", \"es\""),
            ("\"a\\so\",", "\"a\\\\so\"", ","),
        ] {
            assert_eq!(text(damaged), (string.to_owned(), rest.to_owned()), "{damaged}");
        }
        assert!(Quoted::at("\"Ask for", 0, true).is_cut);
    }
}
