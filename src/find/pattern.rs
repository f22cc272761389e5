//! What is looked for, and where it stands in a text.

use std::ops::Range;

use super::folded::{FoldedText, folded_letter, with_accents};
use crate::{
    locale::{Lang, is_accent},
    text::Letter,
};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    /// The words, as they were typed.
    pub words: String,
    /// Whether they must be whole words.
    pub is_whole_word: bool,
    /// Whether capitals and accents must be the same.
    pub matches_case: bool,
    /// The only language that is looked in; `None`: all, and what is in none.
    pub lang: Option<Lang>,
}

/// The same, made ready for looking into many texts.
pub struct Pattern {
    folded: String,
    is_whole_word: bool,
    matches_case: bool,
}

impl Pattern {
    /// `None` where nothing is looked for.
    pub fn new(sought: &Sought) -> Option<Self> {
        let Sought { words, is_whole_word, matches_case, lang: _ } = sought;
        let mut folded = String::new();
        for letter in words.chars() {
            folded_letter(letter, *matches_case, &mut folded);
        }
        let is_blank = folded.trim().is_empty();
        (!is_blank).then_some(Self { folded, is_whole_word: *is_whole_word, matches_case: *matches_case })
    }

    /// Where it stands among `letters`, in order; no letter belongs to two places.
    pub(super) fn find(&self, letters: &[Letter]) -> Vec<Range<usize>> {
        let text = FoldedText::new(letters, self.matches_case);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(bare) = text.find(&self.folded, from) {
            let hit = with_accents(bare.clone(), letters);
            // With accents that must be the same, the last letter has others.
            let has_same_accents = !self.matches_case || hit == bare;
            if has_same_accents && (!self.is_whole_word || is_whole_word(&hit, letters)) {
                from = hit.end;
                found.push(hit);
            } else {
                from = hit.start + 1;
            }
        }
        found
    }
}

fn is_whole_word(hit: &Range<usize>, letters: &[Letter]) -> bool {
    let is_of_word = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at)).map(|letter| letter.shown);
        letter.is_some_and(|c| c.is_alphanumeric() || c == '_' || is_accent(c))
    };
    !is_of_word(hit.start.checked_sub(1)) && !is_of_word(Some(hit.end))
}
