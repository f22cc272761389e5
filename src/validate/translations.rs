//! Rules about languages: what is missing in one, and what was written for something else than is said now.

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::{
    edit::TextOf,
    locale::Lang,
    model::{Detail, Document, Page, PoolBand, Text},
    text::markup,
};

/// The document's own texts are there in every language that it uses.
pub(super) fn document_missing(document: &Document, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    missing_at(subject, Target::Document, &[&document.title, &document.subtitle], findings);
}

/// Each label of the page is there in every language that the document uses.
pub(super) fn missing(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let page = subject.page;
    missing_at(subject, Target::Page(page.id.clone()), &[&page.title], findings);
    for lane in &page.lanes {
        missing_at(subject, Target::Lane(lane.id.clone()), &[&lane.title], findings);
    }
    for PoolBand { pool, first, .. } in page.pool_bands() {
        missing_at(subject, Target::Lane(first.id.clone()), &[&pool.title], findings);
    }
    for phase in &page.phases {
        missing_at(subject, Target::Phase(phase.id.clone()), &[&phase.title], findings);
    }
    for step in page.steps.values() {
        missing_at(subject, Target::Step(step.id.clone()), &[&step.text], findings);
    }
    for connector in page.connectors.values() {
        missing_at(subject, Target::Connector(connector.id.clone()), &[&connector.label], findings);
    }
}

fn missing_at(subject: &Subject<'_>, target: Target, texts: &[&Text], findings: &mut Findings<'_>) {
    let lacks = |text: &Text, lang: &Lang| needs_translation(text) && text.exactly(lang).is_none();
    let missing = subject.languages.iter().filter(|lang| texts.iter().any(|text| lacks(text, lang)));
    let missing: Vec<_> = missing.collect();
    let incomplete = texts.iter().find(|text| missing.iter().any(|lang| lacks(text, lang)));
    if let Some(label) = incomplete.and_then(|text| subject.names.quote(text)) {
        let values = [("label", label), ("languages", subject.names.languages(missing))];
        findings.add(Code::MissingTranslation, target, &values);
    }
}

/// Whether a text reads differently in another language: numbers, signs and the single letters of connector
/// symbols do not.
fn needs_translation(text: &Text) -> bool {
    let is_word = |text: &str| {
        let mut letters = text.chars().filter(|c| c.is_alphabetic());
        letters.next().is_some_and(|first| !first.is_ascii() || letters.next().is_some())
    };
    text.iter().any(|(_, text)| is_word(&markup::plain(text)))
}

/// What the document says of itself is right for what it says in its other languages.
pub(super) fn document_outdated(document: &Document, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    outdated(document, subject, Target::Document, findings);
}

/// What the page says is right for what it says in other languages.
pub(super) fn page_outdated(document: &Document, subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let page = subject.page;
    let lanes = page.lanes.iter().map(|lane| Target::Lane(lane.id.clone()));
    let phases = page.phases.iter().map(|phase| Target::Phase(phase.id.clone()));
    let steps = page.steps.keys().cloned().map(Target::Step);
    let connectors = page.connectors.keys().cloned().map(Target::Connector);
    let page = [Target::Page(page.id.clone())].into_iter();
    for target in page.chain(lanes).chain(phases).chain(steps).chain(connectors) {
        outdated(document, subject, target, findings);
    }
}

fn outdated(document: &Document, subject: &Subject<'_>, target: Target, findings: &mut Findings<'_>) {
    let texts = texts_at(subject.page, &target);
    let mut texts = texts.iter().filter_map(|of| of.find(document, subject.page));
    let Some(text) = texts.find(|text| text.outdated().next().is_some()) else { return };
    let (languages, originals): (Vec<_>, Vec<_>) = text.outdated().unzip();
    let values = [
        ("label", subject.names.quote(text).unwrap_or_default()),
        ("languages", subject.names.languages(languages)),
        ("original", subject.names.languages(originals.into_iter().take(1))),
    ];
    findings.add(Code::OutdatedTranslation, target, &values);
}

/// The texts that are seen at `target`, which is on `page` or the document.
pub(super) fn texts_at(page: &Page, target: &Target) -> Vec<TextOf> {
    match target {
        Target::Document => {
            vec![TextOf::Title, TextOf::Subtitle, TextOf::Description, TextOf::Date, TextOf::Author]
        }
        Target::Page(id) => vec![TextOf::Page(id.clone())],
        Target::Lane(id) => {
            let bands = page.pool_bands().into_iter();
            let pools =
                bands.filter(|band| band.first.id == *id).map(|band| TextOf::Pool(band.pool.id.clone()));
            pools.chain([TextOf::Lane(id.clone())]).collect()
        }
        Target::Phase(id) => vec![TextOf::Phase(id.clone())],
        Target::Step(id) => {
            let details = Detail::ALL.into_iter().map(|detail| TextOf::Detail(id.clone(), detail));
            [TextOf::Step(id.clone())].into_iter().chain(details).collect()
        }
        Target::Connector(id) => vec![TextOf::Connector(id.clone())],
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Code;
    use crate::{
        locale::{Lang, UiLang},
        model::Step,
        validate::fixture::{Fixture, en, es},
    };

    #[test]
    fn a_label_in_one_language_only_lacks_the_other() {
        let mut chart = Fixture::short();
        chart.document.title.set(es(), "Título");
        Arc::make_mut(&mut chart.page().lanes[0]).title.set(es(), "Carril");
        chart.finds(Code::MissingTranslation, "end");
        assert!(chart.check()[0].message.contains("Spanish"));
        chart.step("end").text.set(es(), "Fin");
        assert_eq!(chart.found(), []);
        chart.document.subtitle = en("Subtitle");
        chart.finds(Code::MissingTranslation, "");
    }

    #[test]
    fn a_translation_of_an_earlier_text_is_found_in_every_part_of_a_step() {
        let mut chart = Fixture::short();
        let said = |step: &mut Step| {
            step.text.set(es(), "Fin");
            step.details.say = [(Lang::from(UiLang::En), "Goodbye".to_owned()), (es(), "Adiós".to_owned())]
                .into_iter()
                .collect();
        };
        chart.document.title.set(es(), "Título");
        Arc::make_mut(&mut chart.page().lanes[0]).title.set(es(), "Carril");
        said(chart.step("end"));
        assert_eq!(chart.found(), []);
        chart.step("end").details.say.set(Lang::from(UiLang::En), "Goodbye, and thank you");
        chart.finds(Code::OutdatedTranslation, "end");
        let message = &chart.check()[0].message;
        assert!(message.contains("Spanish") && message.contains("Goodbye, and thank you"), "{message}");
        chart.step("end").details.say.confirm(&es());
        assert_eq!(chart.found(), []);
    }
}
