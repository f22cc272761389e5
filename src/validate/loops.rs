//! Loops that nobody gets out of.

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::flow::{FlowGraph, Loop};

/// The loops that hold no end and that no edge leaves.
pub(super) fn closed(flow: &FlowGraph) -> impl Iterator<Item = Loop> {
    let ends = |of: &Loop| of.nodes.iter().any(|node| flow.is_end(*node));
    flow.loops().into_iter().filter(move |of| !of.has_exit && !ends(of))
}

/// Each loop has a way out. Reported once, at the step with the smallest id.
pub(super) fn without_exit(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for closed in closed(&subject.flow) {
        let steps: Vec<_> = closed.nodes.iter().filter_map(|node| subject.step(*node)).collect();
        let Some(first) = steps.first() else { continue };
        let values = [("steps", subject.names.steps(steps.iter().copied()))];
        findings.add(Code::LoopWithoutExit, Target::Step(first.id.clone()), &values);
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::{
        model::StepKind,
        validate::fixture::{Fixture, PROCESS, en},
    };

    #[test]
    fn a_loop_without_exit_is_told_once() {
        let mut chart = Fixture::clean();
        chart.step("solved").kind = PROCESS;
        chart.steps(&[("write", PROCESS)]);
        chart.chain(&["solved", "write", "solved"]);
        chart.finds(Code::LoopWithoutExit, "solved");
        let message = chart.check().remove(0).message;
        assert!(message.contains("“solved”, “write”"), "{message}");
    }

    #[test]
    fn a_loop_may_run_through_a_jump() {
        let mut chart = Fixture::clean();
        chart.steps(&[("a1", StepKind::OnPageConnector), ("a2", StepKind::OnPageConnector)]);
        for id in ["a1", "a2"] {
            chart.step(id).text = en("A");
        }
        chart.step("solved").kind = PROCESS;
        chart.chain(&["solved", "a1"]);
        chart.chain(&["a2", "solved"]);
        chart.finds(Code::LoopWithoutExit, "a1");
    }

    #[test]
    fn a_loop_with_an_exit_is_fine() {
        let mut chart = Fixture::clean();
        chart.connector("known--solved", |it| it.share = Some(60.0));
        chart.branch("known", "ask", "Later", Some(10.0));
        assert_eq!(chart.found(), []);
    }
}
