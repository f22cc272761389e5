//! Texts as a document may hold them.

use crate::model::is_text_char;

/// The most characters of a text that are taken.
pub(super) const LONGEST: usize = 10_000;

/// What had to be done to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cleaning {
    /// Nothing that a reader would miss.
    None,
    /// Control characters were taken out.
    Controls,
    /// It was too long.
    Cut,
}

/// `text` with line ends as `\n`, without control characters and blanks around it, not too long; and what that took.
pub(super) fn cleaned(text: &str) -> (String, Cleaning) {
    let mut cleaning = Cleaning::None;
    let mut clean = String::new();
    let mut length = 0;
    for c in text.trim().chars().filter(|c| *c != '\r') {
        if !is_text_char(c) {
            cleaning = Cleaning::Controls;
        } else if length < LONGEST {
            clean.push(c);
            length += 1;
        } else {
            cleaning = Cleaning::Cut;
            break;
        }
    }
    (clean.trim().to_owned(), cleaning)
}
