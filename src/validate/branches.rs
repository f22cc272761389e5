//! Rules about decisions and their branches.

use std::collections::BTreeSet;

use super::{
    Code, Target,
    subject::{Findings, Subject},
};
use crate::{
    flow::FlowNode,
    model::{Branching, Connector, Step, StepKind},
};

/// How far the sum of shares may be from 100 %, so that thirds can be written as 33.33.
const SHARE_TOLERANCE: f64 = 0.05;

/// The decisions with how they branch.
fn decisions<'a>(subject: &Subject<'a>) -> impl Iterator<Item = (FlowNode, &'a Step, Branching)> {
    subject.steps().filter_map(|(node, step)| {
        let StepKind::Decision(branching) = step.kind else { return None };
        Some((node, step, branching))
    })
}

/// A decision has at least two branches, or it is a marked join. One without any is a dead end.
pub(super) fn too_few(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step, _) in decisions(subject) {
        if subject.flow.outgoing(node).len() == 1 && !subject.flow.is_marked_join(node) {
            let values = [("step", subject.names.step(step))];
            findings.add(Code::TooFewBranches, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Each branch says when it is taken, unless all are taken or an event that follows says it.
pub(super) fn unlabelled(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let is_event = |branch: &Connector| {
        let to = branch.to.step().and_then(|id| subject.page.steps.get(id));
        to.is_some_and(|step| matches!(step.kind, StepKind::Event(_)))
    };
    for (node, step, branching) in decisions(subject) {
        let branches = subject.outgoing(node);
        if branching == Branching::Parallel || branches.len() < 2 {
            continue;
        }
        let silent = branches.iter().filter(|branch| subject.names.label(&branch.label).is_empty());
        for branch in silent.filter(|branch| branching != Branching::Event || !is_event(branch)) {
            let to = subject.names.end(subject.page, &branch.to);
            let values = [("step", subject.names.step(step)), ("to", to)];
            findings.add(Code::UnlabelledBranch, Target::Connector(branch.id.clone()), &values);
        }
    }
}

/// No two branches of a decision say the same, whatever their capitals.
pub(super) fn equal(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step, _) in decisions(subject).filter(|(_, _, branching)| *branching != Branching::Parallel) {
        let mut seen = BTreeSet::new();
        let twice = subject.outgoing(node).into_iter().find(|branch| {
            let label = subject.names.label(&branch.label).to_lowercase();
            !label.is_empty() && !seen.insert(label)
        });
        if let Some(label) = twice.and_then(|branch| subject.names.quote(&branch.label)) {
            let values = [("step", subject.names.step(step)), ("label", label)];
            findings.add(Code::EqualBranches, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Only decisions branch. An end has no way out at all, and says so itself.
pub(super) fn several_ways_out(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step) in subject.steps() {
        let is_end = matches!(step.kind, StepKind::End(_));
        if subject.flow.is_split(node) && !step.kind.can_branch() && !is_end {
            let values = [("step", subject.names.step(step))];
            findings.add(Code::SeveralWaysOut, Target::Step(step.id.clone()), &values);
        }
    }
}

/// Where exactly one branch is taken, each has a share and together they are 100 %.
pub(super) fn shares(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for (node, step, branching) in decisions(subject) {
        let branches = subject.outgoing(node);
        if !branching.is_exclusive() || branches.len() < 2 {
            continue;
        }
        let given: Vec<f64> = branches.iter().filter_map(|branch| branch.share).collect();
        let sum: f64 = given.iter().sum();
        let code = if given.is_empty() {
            Code::NoShares
        } else if given.len() < branches.len() {
            Code::ShareMissing
        } else if (sum - 100.0).abs() > SHARE_TOLERANCE {
            Code::SharesNotWhole
        } else {
            continue;
        };
        let values = [("step", subject.names.step(step)), ("sum", subject.names.number(sum))];
        findings.add(code, Target::Step(step.id.clone()), &values);
    }
}

#[cfg(test)]
mod tests {
    use super::{Branching, Code};
    use crate::{
        model::{ConnectorId, StepKind, Text, Trigger},
        validate::fixture::{END, Fixture, PROCESS, en},
    };

    fn decide(branching: Branching) -> StepKind {
        StepKind::Decision(branching)
    }

    #[test]
    fn a_decision_has_two_branches() {
        let mut chart = Fixture::new();
        chart.steps(&[("start", StepKind::Start), ("one", decide(Branching::Plain)), ("end", END)]);
        chart.chain(&["start", "one", "end"]);
        chart.finds(Code::TooFewBranches, "one");
    }

    #[test]
    fn only_a_marked_decision_may_join() {
        let mut chart = Fixture::clean();
        chart.steps(&[("join", decide(Branching::Exclusive)), ("end", END)]);
        for id in ["solved", "refused"] {
            chart.step(id).kind = PROCESS;
            chart.chain(&[id, "join"]);
        }
        chart.chain(&["join", "end"]);
        assert_eq!(chart.found(), []);
        chart.step("join").kind = decide(Branching::Plain);
        chart.finds(Code::TooFewBranches, "join");
    }

    #[test]
    fn a_branch_says_when_it_is_taken() {
        let mut chart = Fixture::clean();
        chart.connector("known--solved", |it| it.label = Text::EMPTY);
        chart.finds(Code::UnlabelledBranch, "known--solved");
        chart.step("known").kind = decide(Branching::Parallel);
        assert_eq!(chart.found(), []);
        chart.step("known").kind = decide(Branching::Event);
        chart.finds(Code::UnlabelledBranch, "known--solved");
        chart.step("solved").kind = StepKind::Event(Trigger::Timer);
        chart.steps(&[("end", END)]);
        chart.chain(&["solved", "end"]);
        assert_eq!(chart.found(), []);
    }

    #[test]
    fn branches_differ() {
        let mut chart = Fixture::clean();
        chart.connector("known--refused", |it| it.label = en("yes"));
        chart.finds(Code::EqualBranches, "known");
    }

    #[test]
    fn only_decisions_branch() {
        let mut chart = Fixture::clean();
        chart.chain(&["ask", "solved"]);
        chart.finds(Code::SeveralWaysOut, "ask");
    }

    #[test]
    fn shares_make_a_hundred() {
        let table = [
            (Some(70.0), Some(30.04), None),
            (Some(70.0), Some(30.1), Some(Code::SharesNotWhole)),
            (Some(70.0), None, Some(Code::ShareMissing)),
            (None, None, Some(Code::NoShares)),
        ];
        for (yes, no, expected) in table {
            let mut chart = Fixture::clean();
            chart.connector("known--solved", |it| it.share = yes);
            chart.connector("known--refused", |it| it.share = no);
            let codes: Vec<_> = chart.found().into_iter().map(|found| found.0).collect();
            assert_eq!(codes, expected.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_decision_without_branches_is_a_dead_end() {
        let mut chart = Fixture::clean();
        chart.steps(&[("stuck", decide(Branching::Plain))]);
        chart.page().connectors.remove(&ConnectorId::parse("known--solved").unwrap());
        chart.branch("known", "stuck", "Yes", Some(70.0));
        let lost = (Code::Unreachable, "solved".into());
        assert_eq!(chart.found(), [lost, (Code::DeadEnd, "stuck".into())]);
    }
}
