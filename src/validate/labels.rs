//! Rules about texts.

use std::collections::BTreeSet;

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::model::{Branching, Document, MarkedRecord, MergeMark, Page, Properties, StepKind};

/// The most characters that a message about missing glyphs lists.
const LONGEST_LIST: usize = 10;

/// Each step's text fits, in every language, and the fonts have its characters.
pub(super) fn fit(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for step in subject.page.steps.values() {
        let mut cut_off = Vec::new();
        let mut missing = Vec::new();
        for (lang, text) in step.text.iter() {
            let fit = (subject.facts.fits)(step, text);
            if fit.cut_off {
                cut_off.push(lang);
            }
            missing.extend(fit.missing);
        }
        let name = || ("step", subject.names.step(step));
        if !cut_off.is_empty() {
            let values = [name(), ("languages", subject.names.languages(cut_off))];
            findings.add(Code::TextCutOff, Target::Step(step.id.clone()), &values);
        }
        if !missing.is_empty() {
            let values = [name(), ("characters", listed(&missing))];
            findings.add(Code::MissingGlyphs, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Each character once, with its code for those who see a box here, too.
fn listed(characters: &[char]) -> String {
    let mut seen = BTreeSet::new();
    let distinct: Vec<_> = characters.iter().filter(|c| seen.insert(**c)).collect();
    let mut names: Vec<_> =
        distinct.iter().take(LONGEST_LIST).map(|c| format!("{c} (U+{:04X})", u32::from(**c))).collect();
    if distinct.len() > LONGEST_LIST {
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// What a merge left to be decided about the document, and about what is no longer there.
pub(super) fn document_undecided(document: &Document, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let title = subject.names.quote(&document.title).unwrap_or_default();
    let is_own = |mark: &MergeMark| !document.pages.iter().any(|page| target(page, mark).is_some());
    marks(&document.properties, |mark, value| {
        if is_own(&mark) {
            let sentence = (subject.facts.mark)(&mark, value, &title);
            findings.add_mark(mark, Target::Document, sentence);
        }
    });
}

/// What a merge left to be decided about the page and its bands, steps and connectors.
pub(super) fn undecided(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Subject { page, facts, names, .. } = subject;
    marks(&subject.document.properties, |mark, value| {
        if let Some(target) = target(page, &mark) {
            let sentence = (facts.mark)(&mark, value, "");
            findings.add_mark(mark, target, sentence);
        }
    });
    for step in page.steps.values() {
        let name = names.step(step);
        marks(&step.properties, |mark, value| {
            let sentence = (facts.mark)(&mark, value, &name);
            findings.add_mark(mark, Target::Step(step.id.clone()), sentence);
        });
    }
    for connector in page.connectors.values() {
        let name = names.connector(page, connector);
        marks(&connector.properties, |mark, value| {
            let sentence = (facts.mark)(&mark, value, &name);
            findings.add_mark(mark, Target::Connector(connector.id.clone()), sentence);
        });
    }
}

/// Gives each mark among `properties` to `found`, with its value.
fn marks(properties: &Properties, mut found: impl FnMut(MergeMark, &str)) {
    for (key, value) in properties {
        if let Some(mark) = MergeMark::of_key(key) {
            found(mark, value);
        }
    }
}

/// Where the record that `mark` names is seen on `page`; `None`: it is not there.
fn target(page: &Page, mark: &MergeMark) -> Option<Target> {
    match page.marked(mark)? {
        MarkedRecord::Page(id) => Some(Target::Page(id)),
        MarkedRecord::Lane(id) => Some(Target::Lane(id)),
        MarkedRecord::Phase(id) => Some(Target::Phase(id)),
        MarkedRecord::Pool(id) => {
            let mut bands = page.pool_bands().into_iter();
            bands.find(|band| band.pool.id == id).map(|band| Target::Lane(band.first.id.clone()))
        }
    }
}

/// Each step says what it is.
///
/// Events have their symbol, connector symbols may have a letter, and parallel decisions and joins ask nothing.
pub(super) fn empty(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for step in subject.page.steps.values() {
        let speaks_without = matches!(
            step.kind,
            StepKind::Event(_)
                | StepKind::OnPageConnector
                | StepKind::OffPageConnector
                | StepKind::Note
                | StepKind::Decision(Branching::Parallel)
        );
        let is_join = subject.flow.node(&step.id).is_some_and(|node| subject.flow.is_marked_join(node));
        let may_be_empty = speaks_without || is_join;
        if !may_be_empty && subject.names.label(&step.text).is_empty() {
            findings.add(Code::EmptyLabel, Target::Step(step.id.clone()), &[]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::{
        model::{StepKind, Text},
        validate::{
            LabelFit,
            fixture::{Fixture, en},
        },
    };

    #[test]
    fn text_that_does_not_fit_is_told_with_its_language() {
        let mut chart = Fixture::short();
        chart.step("end").kind = StepKind::OffPageConnector;
        chart.step("end").text = Text::EMPTY;
        chart.fit = LabelFit { cut_off: true, missing: Vec::new() };
        chart.finds(Code::TextCutOff, "start");
        assert!(chart.check()[0].message.contains("English"));
    }

    #[test]
    fn characters_that_no_font_has_are_listed() {
        let mut chart = Fixture::short();
        chart.step("end").kind = StepKind::OffPageConnector;
        chart.step("end").text = Text::EMPTY;
        chart.fit = LabelFit { cut_off: false, missing: vec!['語', '語'] };
        chart.finds(Code::MissingGlyphs, "start");
        assert!(chart.check()[0].message.contains(": 語 (U+8A9E);"));
    }

    #[test]
    fn a_step_says_what_it_is() {
        let mut chart = Fixture::short();
        chart.step("end").text = en(" ");
        chart.finds(Code::EmptyLabel, "end");
    }
}
