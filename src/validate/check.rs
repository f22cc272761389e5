//! The list of rules.

use super::{
    Diagnostic, Facts, branches, crossings, ends, hints, label_places, labels, leads, line_shapes, loops,
    paths, places,
    subject::{Findings, Subject},
    translations,
};
use crate::{
    locale::{Catalog, Lang},
    model::{Document, Page, Text},
};

type Rule = fn(&Subject<'_>, &mut Findings<'_>);

/// Every rule that looks at a page. The order is that of reading (does it lead somewhere, is it clear, is it
/// tidy) and has no effect: findings are sorted, and no rule sees those of another.
const RULES: &[Rule] = &[
    paths::starts,
    paths::ends,
    paths::unreachable,
    paths::dead_ends,
    paths::no_way_to_end,
    loops::without_exit,
    ends::start_with_incoming,
    ends::end_with_outgoing,
    ends::free_end,
    ends::self_loop,
    leads::lost,
    leads::no_partner,
    branches::too_few,
    branches::unlabelled,
    branches::equal,
    branches::several_ways_out,
    branches::shares,
    labels::fit,
    translations::missing,
    labels::empty,
    labels::undecided,
    places::lanes,
    places::phases,
    places::overlaps,
    crossings::not_routed,
    crossings::not_orthogonal,
    crossings::through_step,
    line_shapes::turns_back,
    line_shapes::shared_place,
    label_places::on_step,
    label_places::on_label,
    label_places::on_line,
    hints::empty_lane,
    hints::missing_goal,
    hints::missing_time,
];

/// Everything that is to be put right, by page, severity, code and target.
///
/// The hard invariants must hold (`Document::check`); a reference that leads nowhere is passed over.
pub fn check(document: &Document, facts: &Facts<'_>, catalog: &Catalog) -> Vec<Diagnostic> {
    let languages = used_languages(document);
    let mut all = Vec::new();
    for (i, page) in document.pages.iter().enumerate() {
        let subject = Subject::new(document, page, facts, &languages, catalog);
        let mut findings = Findings::new(page, catalog);
        if i == 0 {
            translations::document_missing(document, &subject, &mut findings);
            translations::document_outdated(document, &subject, &mut findings);
            labels::document_undecided(document, &subject, &mut findings);
        }
        translations::page_outdated(document, &subject, &mut findings);
        for rule in RULES {
            rule(&subject, &mut findings);
        }
        all.extend(findings.sorted());
    }
    all
}

/// The languages in which the document has any label; its own one only if it is among them.
fn used_languages(document: &Document) -> Vec<Lang> {
    let own = &document.language;
    let labels = document.pages.iter().flat_map(Page::texts).chain([&document.title, &document.subtitle]);
    let uses_own = labels.map(|text: &Text| text.exactly(own)).any(|text| text.is_some());
    let mut languages = document.languages();
    languages.retain(|lang| uses_own || lang != own);
    languages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        locale::UiLang,
        model::{Branching, Details, StepKind, Time},
        validate::{
            Code, Severity,
            fixture::{END, Fixture, PROCESS},
        },
    };

    #[test]
    fn nothing_is_wrong_with_a_good_chart() {
        assert_eq!(Fixture::clean().found(), []);
    }

    #[test]
    fn a_chart_without_details_gets_only_hints() {
        let mut chart = Fixture::clean();
        chart.step("ask").details = Details::default();
        chart.step("ask").time = Time::default();
        chart.connector("known--solved", |it| it.share = None);
        chart.connector("known--refused", |it| it.share = None);
        chart.lane("other");
        let found = chart.check();
        assert!(found.iter().all(|found| found.severity == Severity::Hint));
        let codes: Vec<_> = found.iter().map(|found| found.code).collect();
        assert_eq!(codes, [Code::NoShares, Code::EmptyLane, Code::MissingGoal, Code::MissingTime]);
    }

    #[test]
    fn an_empty_page_has_nothing_but_an_empty_lane() {
        Fixture::new().finds(Code::EmptyLane, "lane");
    }

    #[test]
    fn messages_are_in_the_language_of_the_interface_and_sorted() {
        let mut chart = Fixture::clean();
        chart.lang = UiLang::Es;
        chart.connector("known--solved", |it| it.label = Text::EMPTY);
        chart.steps(&[("lost", END)]);
        let found = chart.check();
        let messages: Vec<_> = found.iter().map(|found| found.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "A «lost» no se llega desde ningún inicio; conéctelo con el paso anterior o elimínelo.",
                "«known» tiene una rama sin etiqueta, hacia «solved»; escríbale una, por ejemplo Sí o No.",
            ]
        );
    }

    #[test]
    fn a_long_chain_does_not_overflow_the_stack() {
        let ids: Vec<_> = (0..20_000).map(|i| format!("s{i:05}")).collect();
        let names: Vec<_> = ids.iter().map(String::as_str).collect();
        let steps: Vec<_> = names.iter().map(|id| (*id, PROCESS)).collect();
        let mut chart = Fixture::new();
        chart.steps(&[("start", StepKind::Start), ("end", END)]);
        chart.steps(&steps);
        chart.chain(&names);
        chart.chain(&["start", "s00000"]);
        chart.chain(&["s19999", "end"]);
        assert_eq!(chart.found(), []);
        chart.step("end").kind = StepKind::Decision(Branching::Plain);
        chart.branch("end", "s00000", "Yes", Some(50.0));
        chart.branch("end", "s10000", "No", Some(50.0));
        assert_eq!(chart.found(), [(Code::NoEnd, "page".into()), (Code::LoopWithoutExit, "end".into())]);
    }
}
