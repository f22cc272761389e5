//! Texts in which something was found.

use super::{
    MarkedText, Pattern, Sought, TextRef,
    texts::{TextThere, texts},
};
use crate::{
    model::Document,
    text::{Letter, letters, literal_letters},
};

/// A text in which something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextHit {
    /// Where.
    pub at: TextRef,
    /// What a reader sees there, with what was found.
    pub shown: MarkedText,
}

/// All texts of `document` in which `sought` is found, in the order in which they are read.
pub fn find(document: &Document, sought: &Sought) -> Vec<TextHit> {
    let Some(pattern) = Pattern::new(sought) else { return Vec::new() };
    let hit = |there: TextThere<'_>| {
        let letters = letters_of(&there);
        let found = pattern.find(&letters);
        let hit = TextHit { shown: MarkedText::new(&letters, &found), at: there.at };
        (!found.is_empty()).then_some(hit)
    };
    texts_in(document, sought).filter_map(hit).collect()
}

/// The texts of `document` in which `sought` is looked for.
pub(super) fn texts_in<'d>(document: &'d Document, sought: &Sought) -> impl Iterator<Item = TextThere<'d>> {
    texts(document)
        .into_iter()
        .filter(|there| sought.lang.is_none() || there.at.lang() == sought.lang.as_ref())
}

/// What a reader sees of a text.
pub(super) fn letters_of(there: &TextThere<'_>) -> Vec<Letter> {
    if there.at.has_markup() { letters(there.source) } else { literal_letters(there.source) }
}
