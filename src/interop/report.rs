//! What became of everything that an import or an export found in its source.
//!
//! Owns the account: each *element* of the source (what a reader counts: a value in a cell, an item of a list)
//! ends in exactly one [`Disposition`], and whatever was not simply kept has a line. Knows no format; readers and
//! writers fill it in, windows and the command line show it.

use serde_json::{Value as Json, json};

use super::code::LossCode;
use crate::{
    locale::{Catalog, Value, say_path},
    model::{Page, StepId},
};

/// What became of an element. In the order in which lines are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Disposition {
    /// Not taken: it breaks a limit.
    Refused,
    /// Left out.
    Dropped,
    /// Taken, but not as it was.
    Approximated,
    /// Kept as a free property.
    AsProperty,
    /// Taken as it was.
    Kept,
}

impl Disposition {
    /// The word that files use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Dropped => "dropped",
            Self::Approximated => "approximated",
            Self::AsProperty => "as_property",
            Self::Kept => "kept",
        }
    }
}

/// One line of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// What became of it.
    pub disposition: Disposition,
    /// Why.
    pub code: LossCode,
    /// The element as the source has it, or its name.
    pub what: String,
    /// Where it stands in the source, such as `Sheet1!C5`.
    pub place: String,
    /// What it became, where that is not said by the code alone.
    pub result: String,
    /// The step that it became or belongs to.
    pub step: Option<StepId>,
    /// How many things the line speaks of.
    pub count: usize,
    /// How many elements of the source it accounts for; 0 where it speaks of something that was added.
    pub elements: usize,
}

impl ReportLine {
    /// A line on one element.
    pub(super) fn new(disposition: Disposition, code: impl Into<LossCode>) -> Self {
        Self {
            disposition,
            code: code.into(),
            what: String::new(),
            place: String::new(),
            result: String::new(),
            step: None,
            count: 1,
            elements: 1,
        }
    }

    /// A line that speaks of something the source does not have, or of what is accounted for elsewhere.
    pub(super) fn note(code: impl Into<LossCode>) -> Self {
        Self::new(Disposition::Approximated, code).many(1, 0)
    }

    /// The same about `what`.
    pub(super) fn of(self, what: impl Into<String>) -> Self {
        Self { what: what.into(), ..self }
    }

    /// The same about something at `place`.
    pub(super) fn at(self, place: impl Into<String>) -> Self {
        Self { place: place.into(), ..self }
    }

    /// The same about something that became `result`.
    pub(super) fn became(self, result: impl Into<String>) -> Self {
        Self { result: result.into(), ..self }
    }

    /// The same about something that became `step` or belongs to it.
    pub(super) fn step(self, step: &StepId) -> Self {
        Self { step: Some(step.clone()), ..self }
    }

    /// The same about `count` things, which account for `elements` elements of the source.
    pub(super) fn many(self, count: usize, elements: usize) -> Self {
        Self { count, elements, ..self }
    }

    /// The line as a sentence in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        let values: [(&str, Value<'_>); 4] = [
            ("what", shown(&self.what).into()),
            ("place", shown(&self.place).into()),
            ("result", shown(&self.result).into()),
            ("count", self.count.into()),
        ];
        catalog.text_with(self.code.key(), &values)
    }

    /// What became of it, in a word or two in the language of `catalog`.
    fn heading(&self, catalog: &Catalog) -> String {
        match self.disposition {
            _ if self.elements == 0 => catalog.text("import-line-note"),
            Disposition::Refused => catalog.text("import-line-refused"),
            Disposition::Dropped => catalog.text("import-line-dropped"),
            Disposition::Approximated => catalog.text("import-line-changed"),
            Disposition::AsProperty => catalog.text("import-line-property"),
            Disposition::Kept => catalog.text("import-line-kept"),
        }
    }

    /// The whole line in the language of `catalog`: what became of it, then the sentence.
    pub fn line(&self, catalog: &Catalog) -> String {
        format!("{}: {}", self.heading(catalog), self.say(catalog))
    }

    fn to_json(&self, catalog: &Catalog) -> Json {
        json!({
            "outcome": self.disposition.name(),
            "code": self.code.name(),
            "what": self.what,
            "where": self.place,
            "result": self.result,
            "message": self.say(catalog),
            "step": self.step.as_ref().map(StepId::as_str),
            "count": self.count,
            "elements": self.elements,
        })
    }
}

/// What was read or written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceInfo {
    /// The format: `csv`, `xlsx`.
    pub format: &'static str,
    /// The file as it was named.
    pub file: String,
    /// What else is known of it, such as its encoding: name and value, for programs.
    pub facts: Vec<(&'static str, String)>,
    /// How many pages were made of it.
    pub pages: usize,
}

/// How many elements ended in which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All that the source has, counted before anything was made of it.
    pub elements_in: usize,
    /// Taken as they were.
    pub kept: usize,
    /// Taken, but not as they were.
    pub approximated: usize,
    /// Kept as free properties.
    pub as_property: usize,
    /// Left out.
    pub dropped: usize,
    /// Not taken because of a limit.
    pub refused: usize,
}

impl Totals {
    /// Whether every element has exactly one outcome.
    pub const fn is_balanced(&self) -> bool {
        let Self { elements_in, kept, approximated, as_property, dropped, refused } = *self;
        elements_in == kept + approximated + as_property + dropped + refused
    }
}

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecordCounts {
    /// Steps.
    pub steps: usize,
    /// Connectors.
    pub connectors: usize,
    /// Lanes.
    pub lanes: usize,
}

impl RecordCounts {
    /// What is on `pages`.
    pub(super) fn of(pages: &[Page]) -> Self {
        Self {
            steps: pages.iter().map(|page| page.steps.len()).sum(),
            connectors: pages.iter().map(|page| page.connectors.len()).sum(),
            lanes: pages.iter().map(|page| page.lanes.len()).sum(),
        }
    }
}

/// Which way a report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Exchange {
    /// A file became a document.
    #[default]
    In,
    /// A document became a file.
    Out,
}

/// The account of one import or export.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What was read or written.
    pub source: SourceInfo,
    /// What was made.
    pub made: RecordCounts,
    way: Exchange,
    totals: Totals,
    items: Vec<ReportLine>,
}

impl Report {
    /// An account of `source` with nothing in it.
    pub(super) fn new(source: SourceInfo) -> Self {
        Self { source, ..Self::default() }
    }

    /// An account of writing a document to `target`.
    pub(super) fn written(target: SourceInfo) -> Self {
        Self { source: target, way: Exchange::Out, ..Self::default() }
    }

    /// Notes that the source has `count` more elements.
    pub(super) const fn expect(&mut self, count: usize) {
        self.totals.elements_in += count;
    }

    /// Notes that `count` elements were taken as they were.
    pub(super) const fn keep(&mut self, count: usize) {
        self.totals.kept += count;
    }

    /// Adds a line.
    pub(super) fn add(&mut self, item: ReportLine) {
        let Totals { elements_in: _, kept, approximated, as_property, dropped, refused } = &mut self.totals;
        let total = match item.disposition {
            Disposition::Kept => kept,
            Disposition::Approximated => approximated,
            Disposition::AsProperty => as_property,
            Disposition::Dropped => dropped,
            Disposition::Refused => refused,
        };
        *total += item.elements;
        self.items.push(item);
    }

    /// Closes the account: each element has its outcome, and lines stand in the order in which they are shown, what was
    /// lost first.
    pub(super) fn finish(mut self) -> Self {
        debug_assert!(self.totals.is_balanced(), "each element has one outcome: {self:?}");
        self.items.sort_by_key(|item| item.disposition);
        self
    }

    /// The same for whoever does not know the steps that lines speak of by their names.
    #[must_use]
    pub fn without_steps(mut self) -> Self {
        self.items.iter_mut().for_each(|item| item.step = None);
        self
    }

    /// The totals.
    pub const fn totals(&self) -> Totals {
        self.totals
    }

    /// The lines: refused, dropped, approximated, kept as property; each in the order of the source.
    pub fn items(&self) -> &[ReportLine] {
        &self.items
    }

    /// What was done in one sentence or two, in the language of `catalog`.
    pub fn summary(&self, catalog: &Catalog) -> String {
        let values = self.made_values();
        let made = match self.way {
            Exchange::In => catalog.text_with("import-summary", &values),
            Exchange::Out => catalog.text_with("import-summary-written", &values),
        };
        format!("{made} {}", self.fate(catalog))
    }

    /// The same before it is done.
    pub fn outlook(&self, catalog: &Catalog) -> String {
        format!("{} {}", catalog.text_with("import-outlook", &self.made_values()), self.fate(catalog))
    }

    fn made_values(&self) -> [(&'static str, Value<'_>); 4] {
        let RecordCounts { steps, connectors, lanes } = self.made;
        [
            ("steps", steps.into()),
            ("connectors", connectors.into()),
            ("lanes", lanes.into()),
            ("file", shown(&say_path(&self.source.file)).into()),
        ]
    }

    /// How much was lost.
    fn fate(&self, catalog: &Catalog) -> String {
        let Totals { approximated: changed, dropped, refused, .. } = self.totals;
        match (changed, dropped + refused) {
            (0, 0) => catalog.text("import-nothing-lost"),
            (_, 0) => catalog.text_with("import-changed", &[("changed", changed.into())]),
            (0, lost) => catalog.text_with("import-left-out", &[("lost", lost.into())]),
            (_, lost) => {
                let values = [("changed", changed.into()), ("lost", lost.into())];
                catalog.text_with("import-changed-and-left-out", &values)
            }
        }
    }

    /// The sentence and the lines as a text for people.
    pub fn text(&self, catalog: &Catalog) -> String {
        let lines = self.items.iter().map(|item| format!("  {}\n", item.line(catalog)));
        format!("{}\n{}", self.summary(catalog), lines.collect::<String>())
    }

    /// The report for programs; messages are in the language of `catalog`.
    pub fn to_json(&self, catalog: &Catalog) -> Json {
        let Totals { elements_in, kept, approximated, as_property, dropped, refused } = self.totals;
        let SourceInfo { format, file, facts, pages } = &self.source;
        let mut source = json!({ "format": format, "file": file, "pages": pages });
        if let Some(fields) = source.as_object_mut() {
            fields.extend(facts.iter().map(|(name, value)| ((*name).to_owned(), json!(value))));
        }
        json!({
            "source": source,
            "summary": self.summary(catalog),
            "made": {
                "steps": self.made.steps, "connectors": self.made.connectors, "lanes": self.made.lanes,
            },
            "totals": {
                "elements_in": elements_in,
                "kept": kept,
                "approximated": approximated,
                "as_property": as_property,
                "dropped": dropped,
                "refused": refused,
            },
            "items": self.items.iter().map(|item| item.to_json(catalog)).collect::<Vec<_>>(),
        })
    }
}

/// The longest piece of a source that a line quotes, in characters.
const LONGEST_QUOTE: usize = 60;

/// A piece of the source as a line may quote it: on one line, short, and without characters that would turn
/// the line's own words round.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let line: String = text.chars().filter(|c| !turns(*c)).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.chars();
    let mut quote: String = chars.by_ref().take(LONGEST_QUOTE).collect();
    if chars.next().is_some() {
        quote.push('…');
    }
    quote
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{interop::code::TableCode, locale::UiLang};

    #[test]
    fn each_element_has_one_outcome_and_losses_come_first() {
        let mut report =
            Report::new(SourceInfo { format: "csv", file: "calls.csv".into(), ..SourceInfo::default() });
        let item = |disposition, count| {
            let line = ReportLine::new(disposition, TableCode::UnknownNext);
            line.of("P9\u{202e}").at("C5").many(count, count)
        };
        report.expect(6);
        report.keep(3);
        report.add(item(Disposition::AsProperty, 1));
        assert!(!report.totals().is_balanced());
        report.add(item(Disposition::Dropped, 2));
        assert!(report.totals().is_balanced());
        let report = report.finish();
        assert_eq!(report.items()[0].disposition, Disposition::Dropped);
        let catalog = Catalog::of(UiLang::En);
        assert!(report.items()[0].say(catalog).contains("“P9”"));
        let json = report.to_json(catalog);
        assert_eq!(json["totals"]["elements_in"], 6);
        assert_eq!(json["items"][0]["code"], "table-unknown-next");
    }

    #[test]
    fn quotes_are_short_and_on_one_line() {
        assert_eq!(shown("a\n b"), "a b");
        assert_eq!(shown(&"x".repeat(100)).chars().count(), LONGEST_QUOTE + 1);
    }
}
