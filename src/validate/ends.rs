//! Rules about where connectors are attached.

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::model::{End, StepKind};

/// Nothing leads into a start.
pub(super) fn start_with_incoming(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step) in subject.steps() {
        if step.kind == StepKind::Start && subject.flow.incoming(node) > 0 {
            let values = [("step", subject.names.step(step))];
            findings.add(Code::StartWithIncoming, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Nothing leads out of an end.
pub(super) fn end_with_outgoing(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step) in subject.steps() {
        if matches!(step.kind, StepKind::End(_)) && !subject.flow.outgoing(node).is_empty() {
            let values = [("step", subject.names.step(step))];
            findings.add(Code::EndWithOutgoing, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Both ends of a connector are on steps.
pub(super) fn free_end(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for connector in subject.page.connectors.values() {
        if matches!((&connector.from, &connector.to), (End::Free(_), _) | (_, End::Free(_))) {
            let values = [("connector", subject.names.connector(subject.page, connector))];
            findings.add(Code::FreeEnd, Target::Connector(connector.id.clone()), &values);
        }
    }
}

/// A connector joins two different steps.
pub(super) fn self_loop(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for connector in subject.page.connectors.values() {
        if connector.from.step().is_some() && connector.from.step() == connector.to.step() {
            let values = [("step", subject.names.end(subject.page, &connector.from))];
            findings.add(Code::SelfLoop, Target::Connector(connector.id.clone()), &values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, End};
    use crate::{
        geom::Point,
        model::ConnectorKind,
        validate::fixture::{Fixture, PROCESS},
    };

    #[test]
    fn nothing_leads_into_a_start() {
        let mut chart = Fixture::clean();
        chart.connector("known--solved", |it| it.share = Some(60.0));
        chart.branch("known", "start", "Again", Some(10.0));
        chart.finds(Code::StartWithIncoming, "start");
    }

    #[test]
    fn nothing_leads_out_of_an_end() {
        let mut chart = Fixture::clean();
        chart.steps(&[("after", PROCESS)]);
        chart.chain(&["solved", "after", "refused"]);
        chart.finds(Code::EndWithOutgoing, "solved");
    }

    #[test]
    fn a_loose_end_is_told() {
        let mut chart = Fixture::clean();
        chart.chain(&["known", "ask"]);
        chart.connector("known--ask", |it| it.from = End::Free(Point::ZERO));
        chart.finds(Code::FreeEnd, "known--ask");
    }

    #[test]
    fn a_step_does_not_follow_itself() {
        let mut chart = Fixture::clean();
        chart.chain(&["ask", "ask"]);
        chart.connector("ask--ask", |it| it.kind = ConnectorKind::Message);
        chart.finds(Code::SelfLoop, "ask--ask");
    }
}
