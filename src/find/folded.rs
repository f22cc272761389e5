//! Texts without the differences that a search passes over, letter by letter.

use std::ops::Range;

use crate::{
    locale::{decompose, fold_letter, is_accent},
    text::Letter,
};

/// A text as it is compared, and which letters it came of.
pub(super) struct FoldedText {
    folded: String,
    /// Of each byte of `folded`, the letter that it came of.
    origins: Vec<usize>,
}

/// What of a letter is compared; any white space is as good as a space.
pub(super) fn folded_letter(letter: char, matches_case: bool, into: &mut String) {
    match letter {
        _ if letter.is_whitespace() => into.push(' '),
        _ if matches_case => into.extend(decompose(letter)),
        _ if letter.is_ascii() => into.push(letter.to_ascii_lowercase()),
        _ => into.extend(fold_letter(letter)),
    }
}

impl FoldedText {
    pub(super) fn new(letters: &[Letter], matches_case: bool) -> Self {
        let (mut folded, mut origins) = (String::new(), Vec::new());
        for (at, letter) in letters.iter().enumerate() {
            folded_letter(letter.shown, matches_case, &mut folded);
            origins.resize(folded.len(), at);
        }
        Self { folded, origins }
    }

    /// Where `words`, folded alike, stand from the letter `from` on: letters, without accents behind the last one.
    pub(super) fn find(&self, words: &str, from: usize) -> Option<Range<usize>> {
        let mut start = self.origins.partition_point(|origin| *origin < from);
        loop {
            let found = start + self.folded.get(start..)?.find(words)?;
            let last = found + words.len() - 1;
            let origin = |at: usize| self.origins.get(at).copied();
            let begins_letter = found == 0 || origin(found - 1) != origin(found);
            let ends_letter = origin(last) != origin(last + 1);
            if begins_letter && ends_letter {
                return Some(origin(found)?..origin(last)? + 1);
            }
            start = found + self.folded.get(found..)?.chars().next()?.len_utf8();
        }
    }
}

/// The letters `hit` with the accents that stand on the last one.
pub(super) fn with_accents(hit: Range<usize>, letters: &[Letter]) -> Range<usize> {
    let behind = letters.get(hit.end..).unwrap_or_default();
    hit.start..hit.end + behind.iter().take_while(|letter| is_accent(letter.shown)).count()
}
