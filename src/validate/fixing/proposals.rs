//! Which steps may come next to one in the flow, the likeliest first: by the flow and by what they say, never by where
//! they stand.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{fix::read, repairs::Repairs};
use crate::{
    edit::rules,
    flow::{Direction, FlowNode, PerNode},
    model::{ConnectorKind, End, Page, Step, StepId},
};

/// More than these are not proposed.
const MOST: usize = 8;
/// Shorter words say nothing of what a step is about.
const LEAST_LETTERS: usize = 4;

/// How the flow suggests a step, the likeliest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likelihood {
    /// It waits for it: nothing leads there, or nothing leads on from there.
    Waits,
    /// Other branches come together there.
    Joins,
    /// Nothing speaks for it, and nothing against it.
    Open,
    /// It comes before.
    Back,
}

impl<'a> Repairs<'a> {
    /// The steps that take part in the flow, by id.
    pub(super) fn steps(&self) -> impl Iterator<Item = (FlowNode, &'a Step)> {
        let steps = self.flow.steps();
        steps.filter_map(|(node, step)| Some((node, self.page.steps.get(&step.id)?.as_ref())))
    }

    /// The steps that `step` may lead to.
    pub(super) fn followers(&self, step: &Step) -> Vec<&'a Step> {
        let Some(node) = self.flow.node(&step.id) else { return Vec::new() };
        let before = self.flow.graph().reached([node], Direction::Backward);
        let branches = self.other_branches(node, &before);
        let likelihood = |other: FlowNode| {
            if before[other] {
                Likelihood::Back
            } else if self.flow.incoming(other) == 0 {
                Likelihood::Waits
            } else if !branches.is_empty() && branches.iter().all(|reached| reached[other]) {
                Likelihood::Joins
            } else {
                Likelihood::Open
            }
        };
        let fits = |other: &Step| can_follow(self.page, &step.id, &other.id);
        let fitting = self.steps().filter(|(_, other)| fits(other));
        self.in_order(step, fitting.map(|(node, other)| (likelihood(node), other)))
    }

    /// The steps that may lead to `step`, which is not reached: those that are, and are decisions or lead nowhere yet,
    /// so that no step branches that must not.
    pub(super) fn leaders(&self, step: &Step) -> Vec<&'a Step> {
        let reached = self.reached();
        let likelihood = |node: FlowNode, other: &Step| {
            let waits = self.flow.outgoing(node).is_empty();
            let is_open = waits || other.kind.can_branch();
            let fits = is_open && reached[node] && can_follow(self.page, &other.id, &step.id);
            fits.then_some(if waits { Likelihood::Waits } else { Likelihood::Open })
        };
        let fitting = self.steps().filter_map(|(node, other)| Some((likelihood(node, other)?, other)));
        self.in_order(step, fitting)
    }

    /// What the other branches of the nearest split before `node` reach behind their first steps.
    fn other_branches(&self, node: FlowNode, before: &PerNode<bool>) -> Vec<PerNode<bool>> {
        let graph = self.flow.graph();
        let (mut seen, mut level) = (BTreeSet::from([node]), vec![node]);
        while !level.is_empty() {
            level = level.iter().flat_map(|node| graph.previous(*node)).copied().collect();
            level.retain(|node| seen.insert(*node));
            if let Some(split) = level.iter().find(|node| self.flow.is_split(**node)) {
                let others = graph.next(*split).iter().filter(|next| **next != node && !before[**next]);
                let reached =
                    |first: &FlowNode| graph.reached(graph.next(*first).iter().copied(), Direction::Forward);
                return others.map(reached).collect();
            }
        }
        Vec::new()
    }

    /// The likeliest first; of those that are equally likely, first what is about the same, then what comes first in
    /// the flow.
    fn in_order(&self, step: &Step, fitting: impl Iterator<Item = (Likelihood, &'a Step)>) -> Vec<&'a Step> {
        let order = self.flow.order(self.page);
        let order: BTreeMap<&StepId, usize> = order.iter().map(|step| &step.id).zip(0..).collect();
        let own = words(&read(self.document, &step.text));
        let in_common = |other: &Step| words(&read(self.document, &other.text)).intersection(&own).count();
        let rank = |(likelihood, other): &(Likelihood, &Step)| {
            (*likelihood, Reverse(in_common(other)), order.get(&other.id).copied())
        };
        let mut fitting: Vec<(Likelihood, &'a Step)> = fitting.collect();
        fitting.sort_by_cached_key(rank);
        fitting.into_iter().take(MOST).map(|(_, other)| other).collect()
    }
}

/// An end on a step whose place is chosen by the router.
pub(super) fn attached(step: &StepId) -> End {
    End::Attached { step: step.clone(), port: None }
}

fn can_follow(page: &Page, from: &StepId, to: &StepId) -> bool {
    rules::can_connect(page, &attached(from), &attached(to), ConnectorKind::Sequence, None).is_ok()
}

/// The words by which it is told what a text is about.
fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() >= LEAST_LETTERS).map(str::to_lowercase).collect()
}
