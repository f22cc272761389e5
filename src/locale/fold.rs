//! Texts as people search for them.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// `text` without accents, and without the difference of capitals and small letters.
pub fn fold(text: &str) -> String {
    text.chars().flat_map(fold_letter).collect()
}

/// The same of one letter, which may become none or several.
pub fn fold_letter(letter: char) -> impl Iterator<Item = char> {
    let letters = std::iter::once(letter).nfd().filter(|c| !is_combining_mark(*c));
    // Letters that have one capital in common (ß and ss, σ and ς) are one.
    letters.flat_map(char::to_uppercase).flat_map(char::to_lowercase)
}

/// `letter` as a base letter and its accents, whichever way it was typed.
pub fn decompose(letter: char) -> impl Iterator<Item = char> {
    std::iter::once(letter).nfd()
}

/// Whether `letter` is an accent that stands on the one before it.
pub fn is_accent(letter: char) -> bool {
    is_combining_mark(letter)
}
