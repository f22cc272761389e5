//! Where a string in a damaged file ends, and where strings stand.

use super::{
    ahead::{
        begins_key, can_end_text, can_end_value, can_follow_bracket, can_follow_comma, is_structure,
        skip_spaces,
    },
    marks::{OpenMarks, can_close, is_mark},
};

/// Where a string stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StringPlace {
    /// Where a key or an item of a list does.
    Entry,
    /// Behind the colon of a field that holds anything.
    Value,
    /// Behind the colon of a field that holds a name.
    Name,
    /// Behind the colon of a key.
    Text,
}

impl StringPlace {
    /// Whether a string can have ended before `rest`, behind its mark.
    pub(super) fn can_end(self, rest: &str) -> bool {
        match self {
            Self::Text => can_end_text(rest),
            Self::Entry | Self::Value | Self::Name => can_end_value(rest),
        }
    }
}

/// Where a damaged string ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct StringEnd {
    /// The length of its content.
    pub(super) len: usize,
    /// The length of the marks behind it; 0: there is none.
    pub(super) closing: usize,
    /// Whether those are more than one.
    pub(super) is_doubled: bool,
    /// Whether the marks within it come in no pairs.
    pub(super) is_inner_odd: bool,
}

impl StringEnd {
    /// Where the string with this `content`, of which the mark `open` is the first one, ends; `None`: nowhere.
    pub(super) fn of(content: &str, open: char, place: StringPlace) -> Option<Self> {
        let mut inner = 0_usize;
        let (mut marks, mut brackets) = (OpenMarks::default(), OpenBrackets::default());
        let mut chars = content.char_indices();
        while let Some((at, c)) = chars.next() {
            let behind = content.get(at + c.len_utf8()..).unwrap_or_default();
            if can_close(open, c) && !marks.closes(c) {
                let after = behind.trim_start_matches(c);
                if place.can_end(after) {
                    return Some(Self::marked(at, c, behind.len() - after.len(), inner % 2 == 1));
                }
                inner += usize::from(c == open);
            } else if c == '\\' {
                chars.next();
            } else if ends_without_mark(c, behind, place, &mut brackets) {
                let content = content.get(..at).unwrap_or_default().trim_end();
                let content = if c == '\n' { content.trim_end_matches(',').trim_end() } else { content };
                return Some(Self {
                    len: content.len(),
                    closing: 0,
                    is_doubled: false,
                    is_inner_odd: inner % 2 == 1,
                });
            }
        }
        None
    }

    /// An end at the mark `mark` at `at`, behind which the same stands for `more` bytes.
    fn marked(at: usize, mark: char, more: usize, is_inner_odd: bool) -> Self {
        // The first of them closes what stands in marks within the text.
        let own = if is_inner_odd && more > 0 { mark.len_utf8() } else { 0 };
        Self { len: at + own, closing: mark.len_utf8() + more - own, is_doubled: more > own, is_inner_odd }
    }

    /// The same end of a string that begins `by` bytes earlier.
    pub(super) const fn moved(self, by: usize) -> Self {
        Self { len: self.len + by, ..self }
    }
}

/// Whether a string has ended before `c`, with `behind` behind it and `brackets` open within it.
fn ends_without_mark(c: char, behind: &str, place: StringPlace, brackets: &mut OpenBrackets) -> bool {
    let is_text = place == StringPlace::Text;
    match c {
        '\n' => !is_text || is_structure(behind),
        ',' if is_text => begins_key(behind.trim_start()),
        ',' => can_follow_comma(behind),
        ':' => place == StringPlace::Entry && skip_spaces(behind).starts_with(is_mark),
        _ => brackets.is_unopened(c) && (c == '}' || !is_text) && can_follow_bracket(behind),
    }
}

/// The brackets that are open within a string.
#[derive(Clone, Copy, Debug, Default)]
struct OpenBrackets {
    round: usize,
    square: usize,
    curly: usize,
}

impl OpenBrackets {
    /// Takes the next character of the string; whether it closes what was not opened within it.
    const fn is_unopened(&mut self, c: char) -> bool {
        let open = match c {
            '(' | ')' => &mut self.round,
            '[' | ']' => &mut self.square,
            '{' | '}' => &mut self.curly,
            _ => return false,
        };
        let is_opening = matches!(c, '(' | '[' | '{');
        let is_unopened = !is_opening && *open == 0;
        *open = if is_opening { *open + 1 } else { open.saturating_sub(1) };
        is_unopened
    }
}
