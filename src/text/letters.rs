//! The letters that a reader of a marked-up text sees, and where each of them stands in its source.

use std::{iter, ops::Range};

use super::markup::{Span, parse};

/// A letter that a reader sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The letter.
    pub shown: char,
    /// Whether it is inside `**…**`.
    pub bold: bool,
    /// Whether it is inside `*…*`.
    pub italic: bool,
    /// Where it stands in the source, in bytes, with the backslash before it.
    pub at: Range<usize>,
}

/// The letters that a reader of `source` sees; of a row of stars of which only some are seen, these are the first ones.
pub fn letters(source: &str) -> Vec<Letter> {
    if !source.contains(['*', '\\']) {
        return literal_letters(source);
    }
    let mut pieces = pieces(source);
    let mut letters = Vec::new();
    for Span { text, bold, italic } in parse(source) {
        for shown in text.chars() {
            // What comes before it is stars that are markup.
            if let Some((_, at)) = pieces.find(|(c, _)| *c == shown) {
                letters.push(Letter { shown, bold, italic, at });
            }
        }
    }
    letters
}

/// The letters of a text without markup.
pub fn literal_letters(text: &str) -> Vec<Letter> {
    let letter = |(from, shown): (usize, char)| {
        let at = from..from + shown.len_utf8();
        Letter { shown, bold: false, italic: false, at }
    };
    text.char_indices().map(letter).collect()
}

/// Everything in `source` that may be seen, with where it stands; an escape is one piece.
fn pieces(source: &str) -> impl Iterator<Item = (char, Range<usize>)> {
    let mut rest = source.char_indices().peekable();
    iter::from_fn(move || {
        let (from, first) = rest.next()?;
        let escaped = rest.next_if(|(_, next)| first == '\\' && matches!(next, '*' | '\\'));
        let (last_at, shown) = escaped.unwrap_or((from, first));
        Some((shown, from..last_at + shown.len_utf8()))
    })
}

/// The spans that letters in this order are seen as.
pub fn spans(letters: impl IntoIterator<Item = Letter>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for Letter { shown, bold, italic, at: _ } in letters {
        match spans.last_mut() {
            Some(last) if (last.bold, last.italic) == (bold, italic) => last.text.push(shown),
            _ => spans.push(Span { text: shown.into(), bold, italic }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stand_where_they_are_written() {
        let sources =
            ["plain", "**bold** and *it*", r"a\*b\\c\d", "**a*", "5 * 3", "*a**b*", r"*a*\*", "é **ñ**"];
        for source in sources {
            let letters = letters(source);
            assert_eq!(spans(letters.clone()), parse(source), "{source}");
            for letter in letters {
                let written = source.get(letter.at).expect("whole letters");
                assert_eq!(written.chars().next_back(), Some(letter.shown), "{source}");
            }
        }
    }
}
