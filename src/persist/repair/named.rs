//! Records as people call them: a step by its words, a connector by those of its ends.

use std::collections::BTreeMap;

use crate::{
    locale::{Catalog, Lang},
    model::Text,
};

/// The most characters of a text that a note quotes.
const LONGEST: usize = 60;

/// `text` in one line, shortened where it is long.
pub(super) fn shortened(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        line
    } else {
        line.chars().take(LONGEST - 1).chain(['…']).collect()
    }
}

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::persist) enum NamedKind {
    Page,
    Lane,
    Pool,
    Phase,
    Step,
    Connector,
}

impl NamedKind {
    /// What says it with its words.
    const fn key(self) -> &'static str {
        match self {
            Self::Page => "repair-page",
            Self::Lane => "repair-lane",
            Self::Pool => "repair-pool",
            Self::Phase => "repair-phase",
            Self::Step => "repair-step",
            Self::Connector => "repair-connector",
        }
    }

    /// What says it where it has none.
    const fn wordless_key(self) -> &'static str {
        match self {
            Self::Page => "repair-page-wordless",
            Self::Lane => "repair-lane-wordless",
            Self::Pool => "repair-pool-wordless",
            Self::Phase => "repair-phase-wordless",
            Self::Step => "repair-step-wordless",
            Self::Connector => "repair-connector-wordless",
        }
    }
}

/// A record and what people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRecord {
    /// Its id.
    pub id: String,
    kind: NamedKind,
    /// Its words; of a connector those of the steps at its ends, as far as it has such.
    words: Vec<Text>,
    /// The language that the document falls back to.
    language: Lang,
}

impl NamedRecord {
    /// The record in the language of `catalog`.
    pub(super) fn say(&self, catalog: &Catalog) -> String {
        let lang = catalog.lang().into();
        let word = |at: usize| {
            let text = self.words.get(at).map(|text| text.get(&lang, &self.language));
            shortened(text.unwrap_or_default())
        };
        let (first, second) = (word(0), word(1));
        let is_said = !first.is_empty() && (self.kind != NamedKind::Connector || !second.is_empty());
        let key = if is_said { self.kind.key() } else { self.kind.wordless_key() };
        let values = [("id", self.id.as_str().into()), ("words", first.into()), ("to", second.into())];
        catalog.text_with(key, &values)
    }
}

/// What all records of a file are called.
#[derive(Debug)]
pub(in crate::persist) struct RecordWords {
    language: Lang,
    records: BTreeMap<String, NamedRecord>,
}

impl RecordWords {
    /// Nothing yet of a document that falls back to `language`.
    pub(in crate::persist) const fn new(language: Lang) -> Self {
        Self { language, records: BTreeMap::new() }
    }

    /// Keeps the words of a record.
    pub(in crate::persist) fn put(&mut self, kind: NamedKind, id: &str, words: Vec<Text>) {
        let record = NamedRecord { id: id.to_owned(), kind, words, language: self.language.clone() };
        self.records.insert(id.to_owned(), record);
    }

    /// The words of a record that was kept; its id where it has none.
    pub(in crate::persist) fn words(&self, id: &str) -> Text {
        let words = self.get(id).and_then(|record| record.words.first()).filter(|words| !words.is_empty());
        words.cloned().unwrap_or_else(|| Text::new(self.language.clone(), id))
    }

    /// The record `id`.
    pub(super) fn get(&self, id: &str) -> Option<&NamedRecord> {
        self.records.get(id)
    }
}
