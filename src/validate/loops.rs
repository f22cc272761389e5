//! Loops that nobody gets out of.

use super::{
    Code, Target,
    components::components,
    flow::Flow,
    graph::{Node, PerNode},
    subject::{Findings, Subject},
};

/// The loops that hold no end and that no edge leaves: nodes by number, smallest first.
pub(super) fn closed(flow: &Flow<'_>) -> Vec<Vec<Node>> {
    let graph = flow.graph();
    let components = components(graph);
    let mut component_of = PerNode::filled(graph.count(), 0);
    for (i, component) in components.iter().enumerate() {
        for node in component {
            component_of[*node] = i;
        }
    }
    let mut closed = Vec::new();
    for (i, mut component) in components.into_iter().enumerate() {
        let mut edges = component.iter().flat_map(|node| graph.next(*node)).peekable();
        let turns = edges.peek().is_some();
        let stays = edges.all(|to| component_of[*to] == i);
        let is_end = |node: &Node| flow.step(*node).is_some_and(|step| flow.is_end(*node, step));
        if turns && stays && !component.iter().any(is_end) {
            component.sort_unstable();
            closed.push(component);
        }
    }
    closed
}

/// Each loop has a way out. Reported once, at the step with the smallest id.
pub(super) fn without_exit(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for component in closed(&subject.flow) {
        let steps: Vec<_> = component.iter().filter_map(|node| subject.flow.step(*node)).collect();
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
        chart.connector("known--solved").share = Some(60.0);
        chart.branch("known", "ask", "Later", Some(10.0));
        assert_eq!(chart.found(), []);
    }
}
