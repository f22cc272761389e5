//! Rules about whole paths: from a start, to an end.

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::{flow::Direction, model::Step};

fn has_flow(subject: &Subject<'_>) -> bool {
    subject.steps().next().is_some()
}

fn about(step: &Step, subject: &Subject<'_>) -> (Target, [(&'static str, String); 1]) {
    (Target::Step(step.id.clone()), [("step", subject.names.step(step))])
}

/// A page has one start. An entry from another page is a beginning, too, but does not count as a second start.
pub(super) fn starts(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let (flow, page) = (&subject.flow, Target::Page(subject.page.id.clone()));
    let starts: Vec<&Step> =
        subject.steps().filter(|(node, _)| flow.is_start(*node)).map(|(_, step)| step).collect();
    if has_flow(subject) && flow.beginnings().next().is_none() {
        findings.add(Code::NoStart, page, &[]);
    } else if starts.len() > 1 {
        findings.add(Code::SeveralStarts, page, &[("steps", subject.names.steps(starts))]);
    }
}

/// A page has an end. Without one each step has no way to it, which is said once.
pub(super) fn ends(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    if has_flow(subject) && subject.flow.ends().next().is_none() {
        findings.add(Code::NoEnd, Target::Page(subject.page.id.clone()), &[]);
    }
}

/// Each step can be reached from a start. On a page without a start none can, and that was said.
pub(super) fn unreachable(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let flow = &subject.flow;
    if flow.beginnings().next().is_none() {
        return;
    }
    let reached = flow.graph().reached(flow.beginnings(), Direction::Forward);
    for (_, step) in subject.steps().filter(|(node, _)| !reached[*node]) {
        let (target, values) = about(step, subject);
        findings.add(Code::Unreachable, target, &values);
    }
}

/// Something leads on from each step that is no end. A connector with a free end leads nowhere.
pub(super) fn dead_ends(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step) in subject.steps() {
        if subject.flow.graph().next(node).is_empty() && !subject.flow.is_end(node) {
            let (target, values) = about(step, subject);
            findings.add(Code::DeadEnd, target, &values);
        }
    }
}

/// From each step an end can be reached. Dead ends and loops without exit have a message of their own.
pub(super) fn no_way_to_end(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let flow = &subject.flow;
    if flow.ends().next().is_none() {
        return;
    }
    let mut spoken_for = flow.graph().reached(flow.ends(), Direction::Backward);
    for node in super::loops::closed(flow).flat_map(|closed| closed.nodes) {
        spoken_for[node] = true;
    }
    for (node, step) in subject.steps() {
        if !spoken_for[node] && !flow.graph().next(node).is_empty() {
            let (target, values) = about(step, subject);
            findings.add(Code::NoWayToEnd, target, &values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::{
        model::{Branching, ConnectorKind, StepKind, Trigger},
        validate::fixture::{END, Fixture, PROCESS, en},
    };

    const EVENT: StepKind = StepKind::Event(Trigger::Timer);

    #[test]
    fn a_page_without_start_is_told_once() {
        let mut chart = Fixture::new();
        chart.steps(&[("ask", PROCESS), ("end", END)]);
        chart.chain(&["ask", "end"]);
        chart.finds(Code::NoStart, "page");
    }

    #[test]
    fn an_event_that_nothing_leads_to_is_a_start() {
        let mut chart = Fixture::new();
        chart.steps(&[("due", EVENT), ("end", END)]);
        chart.chain(&["due", "end"]);
        assert_eq!(chart.found(), []);
        chart.steps(&[("start", StepKind::Start)]);
        chart.chain(&["start", "end"]);
        chart.finds(Code::SeveralStarts, "page");
    }

    #[test]
    fn a_page_without_end_is_told_once() {
        let mut chart = Fixture::new();
        chart.steps(&[("start", StepKind::Start), ("ask", PROCESS)]);
        chart.chain(&["start", "ask"]);
        assert_eq!(chart.found(), [(Code::NoEnd, "page".into()), (Code::DeadEnd, "ask".into())]);
    }

    #[test]
    fn a_step_that_nothing_leads_to_is_unreachable() {
        let mut chart = Fixture::clean();
        chart.steps(&[("lost", PROCESS)]);
        chart.chain(&["lost", "solved"]);
        chart.finds(Code::Unreachable, "lost");
    }

    #[test]
    fn associations_and_notes_do_not_make_a_path() {
        let mut chart = Fixture::clean();
        chart.steps(&[("lost", END), ("note", StepKind::Note), ("form", StepKind::Document)]);
        chart.chain(&["ask", "lost"]);
        chart.connector("ask--lost", |it| it.kind = ConnectorKind::Association);
        chart.chain(&["form", "ask"]);
        chart.connector("form--ask", |it| it.kind = ConnectorKind::Association);
        chart.chain(&["ask", "note"]);
        chart.finds(Code::Unreachable, "lost");
    }

    #[test]
    fn a_branch_may_stop_short() {
        let mut chart = Fixture::clean();
        chart.step("solved").kind = PROCESS;
        chart.finds(Code::DeadEnd, "solved");
        chart.steps(&[("write", PROCESS)]);
        chart.chain(&["solved", "write"]);
        assert_eq!(chart.found(), [(Code::DeadEnd, "write".into()), (Code::NoWayToEnd, "solved".into())]);
    }

    #[test]
    fn equal_letters_are_a_jump() {
        let mut chart = Fixture::new();
        chart.steps(&[("start", StepKind::Start), ("end", END)]);
        chart.steps(&[("a1", StepKind::OnPageConnector), ("a2", StepKind::OnPageConnector)]);
        chart.chain(&["start", "a1"]);
        chart.chain(&["a2", "end"]);
        chart.step("a1").text = en("A");
        chart.step("a2").text = en(" **A**");
        assert_eq!(chart.found(), []);
        chart.step("a2").text = en("B");
        let lost = |id: &str| (Code::Unreachable, id.to_owned());
        let stuck = (Code::NoWayToEnd, "start".to_owned());
        let flow = [lost("a2"), lost("end"), (Code::DeadEnd, "a1".into()), stuck];
        let alone = ["a1", "a2"].map(|id| (Code::NoPartner, id.to_owned()));
        assert_eq!(chart.found(), [flow.as_slice(), alone.as_slice()].concat());
    }

    #[test]
    fn another_page_is_a_beginning_and_an_end() {
        let mut chart = Fixture::new();
        chart.steps(&[("in", StepKind::OffPageConnector), ("out", StepKind::OffPageConnector)]);
        chart.chain(&["in", "out"]);
        let alone = ["in", "out"].map(|id| (Code::NoPartner, id.to_owned()));
        assert_eq!(chart.found(), alone, "nothing is wrong with the flow");
    }

    #[test]
    fn a_marked_join_is_a_step_on_the_way() {
        let mut chart = Fixture::new();
        let both = StepKind::Decision(Branching::Parallel);
        chart.steps(&[("start", StepKind::Start), ("fork", both), ("join", both), ("end", END)]);
        chart.steps(&[("a", PROCESS), ("b", PROCESS)]);
        chart.chain(&["start", "fork", "a", "join", "end"]);
        chart.chain(&["fork", "b", "join"]);
        chart.step("join").text = en("");
        assert_eq!(chart.found(), []);
    }
}
