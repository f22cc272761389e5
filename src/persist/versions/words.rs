//! What the records of a salvaged file are called, before anything in it is put right.

use super::{v2, values::Pairs};
use crate::{
    locale::{Lang, UiLang},
    model::Text,
    persist::repair::{NamedKind, RecordWords},
};

/// What the records of `file` are called.
pub(in crate::persist) fn words_of(file: &v2::File) -> RecordWords {
    let language = Lang::parse(&file.document.language).unwrap_or_else(|_unknown| UiLang::En.into());
    let mut words = RecordWords::new(language);
    add_words(file, &mut words);
    words
}

/// Adds what the records of `file` are called by now.
pub(in crate::persist) fn add_words(file: &v2::File, words: &mut RecordWords) {
    for page in &file.document.pages {
        words.put(NamedKind::Page, &page.id, vec![text(&page.title)]);
        page.lanes.iter().for_each(|of| words.put(NamedKind::Lane, &of.id, vec![text(&of.title)]));
        page.pools.iter().for_each(|of| words.put(NamedKind::Pool, &of.id, vec![text(&of.title)]));
        page.phases.iter().for_each(|of| words.put(NamedKind::Phase, &of.id, vec![text(&of.title)]));
        page.steps.iter().for_each(|of| words.put(NamedKind::Step, &of.id, vec![text(&of.text)]));
        for connector in &page.connectors {
            let ends = [&connector.from, &connector.to].into_iter().flatten();
            let ends = ends.map(|id| words.words(id)).collect();
            words.put(NamedKind::Connector, &connector.id, ends);
        }
    }
}

fn text(Pairs(entries): &Pairs) -> Text {
    let known = entries.iter().filter(|(key, value)| Text::can_read(key, value));
    Text::read(known.cloned()).unwrap_or_default()
}
