//! Rules about where steps lead beside their connectors.

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::{
    flow::{Outward, has_letter, has_partner},
    model::{Link, Step},
};

/// A step leads to a file that is there, or to an address that is opened.
pub(super) fn lost(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for step in subject.page.steps.values() {
        let Some(Link::Address(address)) = &step.link else { continue };
        let is_lost = match Outward::of(address) {
            Outward::Web(_) => false,
            Outward::File(file) => (subject.facts.is_missing)(&file),
            Outward::Unknown(_) => true,
        };
        if is_lost {
            let values = [("step", subject.names.step(step)), ("address", address.clone())];
            findings.add(Code::LinkLost, Target::Step(step.id.clone()), &values);
        }
    }
}

/// A connector symbol has another one of its letter, or a link.
pub(super) fn no_partner(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Subject { document, page, .. } = subject;
    let is_alone =
        |step: &Step| has_letter(document, step) && step.link.is_none() && !has_partner(document, page, step);
    for step in page.steps.values().filter(|step| is_alone(step)) {
        findings.add(Code::NoPartner, Target::Step(step.id.clone()), &[("step", subject.names.step(step))]);
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::{
        model::{Link, StepKind},
        validate::fixture::{Fixture, en},
    };

    fn address(to: &str) -> Link {
        Link::Address(to.to_owned())
    }

    #[test]
    fn a_file_that_is_not_there_is_told() {
        let mut chart = Fixture::clean();
        chart.step("ask").link = Some(address("there.ron"));
        chart.step("known").link = Some(address("https://example.org/gone"));
        assert_eq!(chart.found(), []);
        chart.step("ask").link = Some(address("gone.ron"));
        chart.finds(Code::LinkLost, "ask");
    }

    #[test]
    fn an_address_that_is_not_opened_is_told() {
        let mut chart = Fixture::clean();
        chart.step("ask").link = Some(address("file:///etc/passwd"));
        chart.finds(Code::LinkLost, "ask");
    }

    #[test]
    fn a_path_into_an_off_page_connector_without_partner_is_told() {
        let mut chart = Fixture::clean();
        chart.step("refused").kind = StepKind::OffPageConnector;
        chart.finds(Code::NoPartner, "refused");
        chart.step("refused").link = Some(address("there.ron"));
        assert_eq!(chart.found(), []);
    }

    #[test]
    fn on_page_connectors_of_one_letter_are_partners() {
        let mut chart = Fixture::clean();
        chart.steps(&[("a", StepKind::OnPageConnector), ("b", StepKind::OnPageConnector)]);
        chart.chain(&["b", "solved"]);
        chart.connector("known--refused", |it| it.to = crate::testing::records::at("a", None));
        chart.step("a").text = en("A");
        chart.step("b").text = en("**A**");
        let codes: Vec<_> = chart.found().into_iter().map(|(code, _)| code).collect();
        assert!(!codes.contains(&Code::NoPartner), "{codes:?}");
        chart.step("b").text = en("B");
        let alone = chart.found().into_iter().filter(|(code, _)| *code == Code::NoPartner);
        assert_eq!(alone.map(|(_, step)| step).collect::<Vec<_>>(), ["a", "b"]);
    }
}
