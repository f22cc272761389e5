//! What was found, replaced.

use std::ops::Range;

use super::{
    MarkedText, Pattern, Sought, TextHit, TextRef,
    hit::{letters_of, texts_in},
    texts::TextThere,
};
use crate::{
    edit::{Command, Prepared, Refusal, prepare_on_pages},
    model::{Document, PageId},
    progress::{Progress, Stopped},
    text::{
        Fonts, Letter,
        markup::{escape, parse, source_of},
        spans,
    },
};

/// What a text is replaced by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewText {
    /// The whole text, as it is written.
    pub source: String,
    /// What a reader sees, with what is new.
    pub shown: MarkedText,
}

/// A text in which something was found, before and after it is replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Before.
    pub hit: TextHit,
    /// After; `None`: what would be read could not be written, because of what is emphasised.
    pub after: Option<NewText>,
}

/// All texts of `document` in which `sought` is found, with `new` in its place.
pub fn replacements(document: &Document, sought: &Sought, new: &str) -> Vec<Replacement> {
    let Some(pattern) = Pattern::new(sought) else { return Vec::new() };
    let replacement = |there: TextThere<'_>| {
        let letters = letters_of(&there);
        let found = pattern.find(&letters);
        let hit = TextHit { shown: MarkedText::new(&letters, &found), at: there.at.clone() };
        let replaced = || Replacement { after: replaced(&there, &letters, &found, new), hit };
        (!found.is_empty()).then(replaced)
    };
    texts_in(document, sought).filter_map(replacement).collect()
}

fn replaced(there: &TextThere<'_>, letters: &[Letter], found: &[Range<usize>], new: &str) -> Option<NewText> {
    let (after, marks) = letters_after(letters, found, new);
    let shown = MarkedText::new(&after, &marks);
    if !there.at.has_markup() {
        return Some(NewText { source: after.iter().map(|letter| letter.shown).collect(), shown });
    }
    let wanted = spans(after);
    let sources = [source_after(there.source, letters, found, new), source_of(&wanted)];
    let source = sources.into_iter().find(|source| parse(source) == wanted)?;
    Some(NewText { source, shown })
}

/// The letters with `new` in the place of those that were found, in the style of the first one; and where it stands.
fn letters_after(letters: &[Letter], found: &[Range<usize>], new: &str) -> (Vec<Letter>, Vec<Range<usize>>) {
    let (mut after, mut marks) = (Vec::new(), Vec::new());
    let mut kept_to = 0;
    for range in found {
        after.extend(letters.get(kept_to..range.start).unwrap_or_default().iter().cloned());
        let start = after.len();
        if let Some(first) = letters.get(range.start) {
            after.extend(new.chars().map(|shown| Letter { shown, ..first.clone() }));
        }
        marks.push(start..after.len());
        kept_to = range.end;
    }
    after.extend(letters.get(kept_to..).unwrap_or_default().iter().cloned());
    (after, marks)
}

/// The source with `new` where the first letter of each place that was found was written, and without the others.
fn source_after(source: &str, letters: &[Letter], found: &[Range<usize>], new: &str) -> String {
    let new = escape(new);
    let mut after = source.to_owned();
    // From the end, so that what is before stays where it is.
    for range in found.iter().rev() {
        for (nth, letter) in letters.get(range.clone()).unwrap_or_default().iter().enumerate().rev() {
            after.replace_range(letter.at.clone(), if nth == 0 { &new } else { "" });
        }
    }
    after
}

/// Works out the edit that does `replacements` to `document`, as one entry of its history.
pub fn replace<'r>(
    document: &Document,
    replacements: impl IntoIterator<Item = &'r Replacement>,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<Result<Prepared, Refusal>, Stopped> {
    let first_page = document.pages.first().map(|page| page.id.clone());
    let mut on_pages: Vec<(PageId, Vec<Command>)> = Vec::new();
    for Replacement { hit, after } in replacements {
        let (Some(after), Some(page)) = (after, hit.at.page.clone().or_else(|| first_page.clone())) else {
            continue;
        };
        let command = hit.at.writing(after.source.clone());
        match on_pages.iter_mut().find(|(of, _)| *of == page) {
            Some((_, commands)) => commands.push(command),
            None => on_pages.push((page, vec![command])),
        }
    }
    let edits: Vec<(PageId, Command)> =
        on_pages.into_iter().map(|(page, commands)| (page, Command::All(commands))).collect();
    prepare_on_pages("edit-replace", document, &edits, fonts, progress)
}

impl Replacement {
    /// Where it is.
    pub const fn at(&self) -> &TextRef {
        &self.hit.at
    }

    /// In how many places the text changes.
    pub const fn count(&self) -> usize {
        self.hit.shown.marks.len()
    }
}
