//! Strings in a damaged file: where one ends although a quotation mark is missing, another one, or one too many.
//!
//! A string is sound where something can follow its mark that stands behind strings. Else it ends at the first mark of
//! which that is so, or where without a mark something begins that never stands in a text: our own writer escapes marks
//! and line ends.

use std::borrow::Cow;

use super::string_end::{StringEnd, StringPlace};
use crate::persist::scan::string_len;

/// A string as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted<'t> {
    /// The string with its marks, as RON has it.
    pub(super) text: Cow<'t, str>,
    /// Where what follows it begins.
    pub(super) end: usize,
    pub(super) state: QuotedState,
}

/// How whole a string is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum QuotedState {
    /// As it must be.
    Sound,
    /// Its marks or escapes had to be put right.
    Mended,
    /// No mark says where it ends.
    Guessed,
    /// The file breaks off within it.
    Cut,
}

impl<'t> Quoted<'t> {
    /// The string that begins with the mark at `start` of `text`.
    pub(super) fn at(text: &'t str, start: usize, place: StringPlace) -> Self {
        let rest = text.get(start..).unwrap_or_default();
        if let Some(len) = sound_len(rest, place) {
            let content = rest.get(1..len - 1).unwrap_or_default();
            return if has_sound_escapes(content) {
                let text = Cow::Borrowed(rest.get(..len).unwrap_or_default());
                Self { text, end: start + len, state: QuotedState::Sound }
            } else {
                Self { text: Cow::Owned(escaped(content)), end: start + len, state: QuotedState::Mended }
            };
        }
        let open = rest.chars().next().unwrap_or('"');
        let opening = rest.len() - rest.trim_start_matches(open).len();
        let content = rest.get(opening..).unwrap_or_default();
        if opening > open.len_utf8() && place.can_end(content) {
            return Self { text: Cow::Borrowed("\"\""), end: start + opening, state: QuotedState::Mended };
        }
        let Some(end) = StringEnd::of(content, open, place) else {
            return Self { text: Cow::Borrowed(rest), end: text.len(), state: QuotedState::Cut };
        };
        // Of two marks at the beginning the second one may belong to the text.
        let is_inner = opening == 2 * open.len_utf8() && end.is_inner_odd && !end.is_doubled;
        let from = if is_inner { opening - open.len_utf8() } else { opening };
        Self::ended(text, start + from, end.moved(opening - from), place)
    }

    /// The string without a first mark that begins at `start` of `text`; `None`: there is none.
    pub(super) fn bare(text: &'t str, start: usize, place: StringPlace) -> Option<Self> {
        let content = text.get(start..)?;
        let end = StringEnd::of(content, '"', place)?;
        let said = content.get(..end.len)?.trim();
        let is_string = match place {
            StringPlace::Text => !said.is_empty() && !said.starts_with(['{', ',', ':', ')', ']', '}']),
            StringPlace::Name => !said.is_empty() && said.chars().all(is_name_char),
            StringPlace::Entry | StringPlace::Value => false,
        };
        is_string.then(|| Self::ended(text, start, end, place))
    }

    /// The raw string of `len` bytes that begins at `start`.
    pub(super) fn raw(text: &'t str, start: usize, len: usize) -> Self {
        let raw = text.get(start..start + len).unwrap_or_default();
        Self { text: Cow::Borrowed(raw), end: start + len, state: QuotedState::Sound }
    }

    /// A key whose marks had to be put right.
    pub(super) fn key(name: &str, end: usize) -> Self {
        Self { text: Cow::Owned(escaped(name)), end, state: QuotedState::Mended }
    }

    /// The damaged string whose content begins at `from`.
    fn ended(text: &'t str, from: usize, end: StringEnd, place: StringPlace) -> Self {
        let content = text.get(from..from + end.len).unwrap_or_default();
        // A name has no other end than one.
        let is_guess = end.closing == 0 && place == StringPlace::Text;
        Self {
            text: Cow::Owned(escaped(content)),
            end: from + end.len + end.closing,
            state: if is_guess { QuotedState::Guessed } else { QuotedState::Mended },
        }
    }

    /// Whether it is but a mark that belongs to nothing.
    pub(super) fn is_stray(&self) -> bool {
        self.text == "\"\"" && self.state != QuotedState::Sound
    }
}

/// The length of the string with which `rest` begins, if it is sound where it stands.
fn sound_len(rest: &str, place: StringPlace) -> Option<usize> {
    let len = string_len(rest.as_bytes());
    let is_sound = rest.starts_with('"')
        && len > 1
        && rest.get(..len).is_some_and(|text| text.ends_with('"'))
        && place.can_end(rest.get(len..).unwrap_or_default());
    is_sound.then_some(len)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '#')
}

const fn is_escape(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b'"' | b'\\' | b'n' | b't' | b'r' | b'0' | b'\'' | b'x' | b'u'))
}

fn has_sound_escapes(content: &str) -> bool {
    let mut bytes = content.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'\\' && !is_escape(bytes.next().as_ref()) {
            return false;
        }
    }
    true
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
        let quoted = Quoted::at(of, 0, StringPlace::Text);
        (quoted.text.into_owned(), of.get(quoted.end..).unwrap_or_default().to_owned())
    }

    #[test]
    fn a_sound_string_is_left_as_it_is() {
        for sound in [r#""""#, r#""a (b], \"c\": \n""#, "\"two\nlines\"", "\"日本\"\n"] {
            let quoted = Quoted::at(sound, 0, StringPlace::Text);
            assert_eq!(quoted.text, sound.trim_end(), "{sound}");
            assert_eq!(quoted.state, QuotedState::Sound, "{sound}");
        }
    }

    #[test]
    fn a_text_ends_where_it_can_without_its_mark() {
        for (damaged, string, rest) in [
            ("\"ask,\n  kind: Process", "\"ask\"", ",\n  kind: Process"),
            ("\"Ask (him)},\n  ),", "\"Ask (him)\"", "},\n  ),"),
            ("\"Ask, \"es\": \"Pedir\"}", "\"Ask\"", ", \"es\": \"Pedir\"}"),
            ("\"Ask, es\": \"Pedir\"}", "\"Ask\"", ", es\": \"Pedir\"}"),
            ("\"Ask” in “it, “es”: “Pedir”}", "\"Ask” in “it\"", ", “es”: “Pedir”}"),
            ("\"Ask\" for it\", \"es\": \"Pedir\"", "\"Ask\\\" for it\"", ", \"es\": \"Pedir\""),
            ("\"Say \"a\", then \"b\"\",\n", "\"Say \\\"a\\\", then \\\"b\\\"\"", ",\n"),
            ("\"\"Ask\" him\"}", "\"\\\"Ask\\\" him\"", "}"),
            ("\"\"Ask\"\"}", "\"Ask\"", "}"),
            ("“Ask”}", "\"Ask\"", "}"),
            ("'Ask the team's boss'}", "\"Ask the team's boss\"", "}"),
            ("\"a\\so\",\n", "\"a\\\\so\"", ",\n"),
        ] {
            assert_eq!(text(damaged), (string.to_owned(), rest.to_owned()), "{damaged}");
        }
        assert_eq!(Quoted::at("\"Ask for", 0, StringPlace::Text).state, QuotedState::Cut);
    }

    #[test]
    fn a_text_may_lack_its_first_mark() {
        let bare = |of: &str, place| Quoted::bare(of, 0, place).map(|quoted| quoted.text.into_owned());
        for (damaged, said) in [
            ("Ask\", \"es\": \"Pedir\"", "\"Ask\""),
            ("Ask \"him\", or not, \"es\": \"Pedir\"", "\"Ask \\\"him\\\", or not\""),
            ("(Ask)},\n", "\"(Ask)\""),
        ] {
            assert_eq!(bare(damaged, StringPlace::Text).as_deref(), Some(said), "{damaged}");
        }
        assert_eq!(bare("end-yy\",\n", StringPlace::Name).as_deref(), Some("\"end-yy\""));
        for damaged in ["(side: Right, t: 0.5),\n", ", \"es\": \"a\"}", "}\n"] {
            assert_eq!(bare(damaged, StringPlace::Name), None, "{damaged}");
        }
    }
}
