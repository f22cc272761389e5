//! Differences in words.

use std::collections::BTreeMap;

use super::{
    Difference, Differences, Field, FieldChange, FieldValue, RecordId, RecordName, Revision, RevisionKind,
};
use crate::{
    locale::{Catalog, Lang},
    model::{MergeMark, Text},
    text::markup::one_line,
};

/// The most characters of a text that a sentence quotes.
const LONGEST_QUOTE: usize = 120;

/// How differences are said.
pub(super) struct Words<'w> {
    pub(super) catalog: &'w Catalog,
    /// The language in which the document's texts are read.
    pub(super) lang: &'w Lang,
    /// The language that they fall back to.
    pub(super) fallback: &'w Lang,
    /// Whether texts are told apart by language.
    pub(super) names_languages: bool,
}

/// `text` on one line in quotation marks, shortened if it is very long.
pub(super) fn quoted(text: &str, catalog: &Catalog) -> String {
    let line = one_line(text);
    if line.chars().count() <= LONGEST_QUOTE {
        return catalog.quote(&line);
    }
    let short: String = line.chars().take(LONGEST_QUOTE - 1).collect();
    catalog.quote(&format!("{}…", short.trim_end()))
}

impl Words<'_> {
    /// The name `text` in quotation marks.
    pub(super) fn text(&self, text: &Text) -> String {
        let name = text.get(self.lang, self.fallback);
        if name.is_empty() { self.catalog.text("revise-unnamed") } else { quoted(name, self.catalog) }
    }

    /// A value within a sentence.
    pub(super) fn within(&self, value: &FieldValue) -> String {
        match value {
            FieldValue::Nothing => self.catalog.text("revise-nothing"),
            other => other.say(self),
        }
    }

    /// What a record is called.
    pub(super) fn name(&self, name: &RecordName) -> String {
        let end = |end: &Option<Text>| {
            end.as_ref().map_or_else(|| self.catalog.text("check-nothing"), |end| self.text(end))
        };
        match name {
            RecordName::Text(text) => self.text(text),
            RecordName::Ends(from, to) => format!("{} → {}", end(from), end(to)),
        }
    }

    /// What a record is, and what it is called: `step “Call back”`.
    pub(super) fn record(&self, record: &RecordId, name: &RecordName) -> String {
        let key = match record {
            RecordId::Document => return self.catalog.text("revise-document"),
            RecordId::Page(_) => "revise-page",
            RecordId::Lane(_) => "revise-lane",
            RecordId::Pool(_) => "revise-pool",
            RecordId::Phase(_) => "revise-phase",
            RecordId::Step(_) => "revise-step",
            RecordId::Connector(_) => "revise-connector",
        };
        self.catalog.text_with(key, &[("name", self.name(name).into())])
    }

    /// The difference as a sentence.
    fn sentence(&self, difference: &Difference) -> String {
        let Difference { page: _, record, name, what } = difference;
        let record = self.record(record, name);
        match what {
            Revision::Added => self.catalog.text_with("revise-added", &[("record", record.into())]),
            Revision::Removed => self.catalog.text_with("revise-removed", &[("record", record.into())]),
            Revision::Changed(change) => self.changed(&record, change),
        }
    }

    fn changed(&self, record: &str, FieldChange { field, before, after }: &FieldChange) -> String {
        if let Some(mark) = field.mark() {
            return self.undecided(&mark, record, *after == FieldValue::Nothing);
        }
        let name = field.say(self.catalog, self.names_languages);
        let key = match (field, before, after) {
            (Field::Lane, _, _) => "revise-moved-to-lane",
            (Field::Order, _, _) => "revise-moved-in-order",
            (_, FieldValue::Nothing, FieldValue::Nothing) => "revise-changed",
            (_, FieldValue::Nothing, _) => "revise-set",
            (_, _, FieldValue::Nothing) => "revise-cleared",
            _ => "revise-changed-from",
        };
        let values = [
            ("record", record.into()),
            ("field", name.into()),
            ("before", before.say(self).into()),
            ("after", after.say(self).into()),
        ];
        self.catalog.text_with(key, &values)
    }

    /// That a merge left something of `record`, or of the record that `mark` names, to be decided; or that it is decided.
    fn undecided(&self, mark: &MergeMark, record: &str, is_decided: bool) -> String {
        let named = mark.record.as_deref().and_then(|named| named.split_once(' ')).map(|(kind, id)| {
            self.catalog.text_with(&format!("revise-{kind}"), &[("name", quoted(id, self.catalog).into())])
        });
        let key = if is_decided { "revise-decided" } else { "revise-undecided" };
        let record = named.unwrap_or_else(|| record.to_owned());
        let values = [("record", record.into()), ("field", say_marked(self.catalog, mark).into())];
        self.catalog.text_with(key, &values)
    }
}

/// What of a record `mark` left to be decided.
fn say_marked(catalog: &Catalog, mark: &MergeMark) -> String {
    if mark.is_removal() {
        return catalog.text("revise-removal");
    }
    let field = Field::of_code(&mark.field, mark.part.as_deref());
    field.map_or_else(|| mark.field.clone(), |field| field.say(catalog, true))
}

impl Differences {
    /// In what the documents differ, one sentence a line, with names read in `lang`: by page what changed of the
    /// records, then in a line a kind what was only moved.
    pub fn lines(&self, catalog: &Catalog, lang: &Lang) -> Vec<String> {
        let words = self.words(catalog, lang);
        let meant = self.iter().filter(|difference| !difference.is_place());
        let sentences = meant.map(|difference| self.on_page(difference, &words));
        sentences.chain(self.moved_lines(catalog)).collect()
    }

    /// One difference as a sentence, without its page.
    pub fn sentence(&self, difference: &Difference, catalog: &Catalog, lang: &Lang) -> String {
        self.words(catalog, lang).sentence(difference)
    }

    /// A value for programs, texts as they are; `None`: there is none.
    pub fn value(&self, value: &FieldValue, catalog: &Catalog, lang: &Lang) -> Option<String> {
        value.plain(catalog, lang, &self.language)
    }

    /// `name` as it is quoted.
    pub(super) fn called(&self, name: &Text, catalog: &Catalog, lang: &Lang) -> String {
        self.words(catalog, lang).text(name)
    }

    /// A field as it is afterwards, with the whole of its text: `handling time: 5 min`.
    pub(super) fn field(&self, change: &FieldChange, catalog: &Catalog, lang: &Lang) -> String {
        if let Some(mark) = change.field.mark() {
            return catalog.text_with("revise-left", &[("field", say_marked(catalog, &mark).into())]);
        }
        let name = change.field.say(catalog, self.names_languages);
        let value = change.after.say_whole(&self.words(catalog, lang));
        catalog.text_with("revise-field", &[("field", name.into()), ("value", value.into())])
    }

    /// In what the documents differ, in a few words: `3 steps added, 1 step moved`.
    pub fn summary(&self, catalog: &Catalog) -> String {
        let counts: Vec<String> =
            self.counts().into_iter().map(|(key, count)| say_count(catalog, &key, count)).collect();
        if counts.is_empty() { catalog.text("revise-equal") } else { counts.join(", ") }
    }

    fn words<'w>(&'w self, catalog: &'w Catalog, lang: &'w Lang) -> Words<'w> {
        Words { catalog, lang, fallback: &self.language, names_languages: self.names_languages }
    }

    /// The difference as a sentence, with the page that it is about where there are several.
    fn on_page(&self, difference: &Difference, words: &Words<'_>) -> String {
        let sentence = words.sentence(difference);
        let is_of_page = !matches!(difference.record, RecordId::Document | RecordId::Page(_));
        let page = self.pages.iter().find(|(id, _)| is_of_page && difference.page.as_ref() == Some(id));
        let Some((_, title)) = page else { return sentence };
        let values = [("page", words.text(title).into()), ("sentence", sentence.into())];
        words.catalog.text_with("revise-on-page", &values)
    }

    /// How many records only stand elsewhere, in a line a kind.
    fn moved_lines(&self, catalog: &Catalog) -> Vec<String> {
        let of = |field: &Field| match field {
            Field::Place => "revise-steps-placed",
            Field::Route => "revise-connectors-routed",
            Field::Rank => "revise-steps-ranked",
            _ => "revise-bands-sized",
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for difference in self.iter().filter(|difference| difference.is_place()) {
            let Revision::Changed(change) = &difference.what else { continue };
            *counts.entry(of(&change.field)).or_default() += 1;
        }
        let order =
            ["revise-steps-placed", "revise-connectors-routed", "revise-bands-sized", "revise-steps-ranked"];
        let lines = order.into_iter().filter_map(|key| Some((key, *counts.get(key)?)));
        lines.map(|(key, count)| say_count(catalog, key, count)).collect()
    }

    /// How many records of each kind came, went, changed and moved, by the key that says it; each record counts once.
    fn counts(&self) -> Vec<(String, usize)> {
        let mut records: BTreeMap<&RecordId, RevisionKind> = BTreeMap::new();
        for difference in self.iter() {
            let kind = RevisionKind::of(&difference.what);
            let known = records.entry(&difference.record).or_insert(kind);
            *known = kind.min(*known);
        }
        let mut counts = Vec::new();
        for kind in KINDS {
            for of in RevisionKind::ALL {
                let is_counted =
                    |(record, became): &(&&RecordId, &RevisionKind)| record.kind() == kind && **became == of;
                let count = records.iter().filter(is_counted).count();
                counts.push((format!("revise-count-{kind}-{}", of.name()), count));
            }
        }
        counts.retain(|(_, count)| *count > 0);
        counts
    }
}

/// The kinds of records in the order in which a summary counts them.
const KINDS: [&str; 7] = ["step", "connector", "lane", "pool", "phase", "page", "document"];

fn say_count(catalog: &Catalog, key: &str, count: usize) -> String {
    catalog.text_with(key, &[("count", count.into())])
}
