//! The orders in which the steps of a page follow each other.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
};

use super::{
    flow_graph::FlowGraph,
    forward::Onward,
    graph::{FlowNode, PerNode},
};
use crate::model::{ConnectorKind, Page, Step, StepId, StepKind};

/// Where a step stands: along the flow, then across.
type Place = (f64, f64);

fn place(page: &Page, step: &Step) -> Place {
    let middle = step.rect.center();
    (page.orientation.along(middle), page.orientation.across(middle))
}

fn by_place(a: Place, b: Place) -> std::cmp::Ordering {
    a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
}

impl FlowGraph {
    /// The steps of `page` in the order of the flow: each after all that lead to it, loops aside, and the branches of
    /// a decision one after the other, those that more cases take first. What the flow does not decide, the places
    /// do: along the page, then across. Notes and papers come behind the step that they hang on, loose ones last.
    ///
    /// The graph must be the page's. n log n in its steps.
    pub fn order<'p>(&self, page: &'p Page) -> Vec<&'p Arc<Step>> {
        let mut places = PerNode::filled(self.graph().count(), (f64::INFINITY, f64::INFINITY));
        let mut steps: PerNode<Option<&Arc<Step>>> = PerNode::filled(self.graph().count(), None);
        for (node, step) in self.steps() {
            steps[node] = page.steps.get(&step.id);
            if let Some(step) = steps[node] {
                places[node] = place(page, step);
            }
        }
        let nodes = self.sorted(|a, b| by_place(places[*a], places[*b]));
        let flow = nodes.into_iter().filter_map(|node| steps[node]);
        with_hanging(self, page, flow)
    }

    /// The nodes, each after all that lead to it, loops aside.
    pub(super) fn topological(&self) -> Vec<FlowNode> {
        self.sorted(Ord::cmp)
    }

    /// The nodes in reverse postorder of the part without loops, where `first` decides between those that the flow
    /// does not order.
    fn sorted(&self, first: impl Fn(&FlowNode, &FlowNode) -> std::cmp::Ordering) -> Vec<FlowNode> {
        let graph = self.graph();
        let mut is_led_to = PerNode::filled(graph.count(), false);
        for node in graph.nodes() {
            for branch in self.onward(node) {
                is_led_to[branch.to] = true;
            }
        }
        let mut roots: Vec<FlowNode> = graph.nodes().filter(|node| !is_led_to[*node]).collect();
        let is_late = |node: &FlowNode| !self.is_beginning(*node);
        roots.sort_by(|a, b| is_late(a).cmp(&is_late(b)).then_with(|| first(a, b)));
        let branches = |node: FlowNode| {
            let mut branches: Vec<Onward> = self.onward(node).to_vec();
            branches.sort_by(|a, b| b.share.total_cmp(&a.share).then_with(|| first(&a.to, &b.to)));
            branches
        };
        // What comes first is visited last, so that it is finished last and then leads the reversed order.
        let mut seen = PerNode::filled(graph.count(), false);
        let mut order = Vec::with_capacity(graph.count());
        for root in roots.into_iter().rev() {
            seen[root] = true;
            let mut open = vec![(root, branches(root))];
            while let Some((node, rest)) = open.last_mut() {
                match rest.pop() {
                    Some(branch) if !seen[branch.to] => {
                        seen[branch.to] = true;
                        open.push((branch.to, branches(branch.to)));
                    }
                    Some(_) => {}
                    None => {
                        order.push(*node);
                        open.pop();
                    }
                }
            }
        }
        order.reverse();
        order
    }
}

/// Puts what takes no part in the flow behind what it hangs on.
fn with_hanging<'p>(
    flow: &FlowGraph,
    page: &'p Page,
    steps: impl Iterator<Item = &'p Arc<Step>>,
) -> Vec<&'p Arc<Step>> {
    let mut loose: Vec<&Arc<Step>> =
        page.steps.values().filter(|step| flow.node(&step.id).is_none()).collect();
    loose.sort_by(|a, b| by_place(place(page, a), place(page, b)));
    let mut hanging: BTreeMap<&StepId, Vec<&Arc<Step>>> = BTreeMap::new();
    for step in &loose {
        for connector in page.connectors.touching(&step.id) {
            let ends = [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
            for other in ends.filter(|end| **end != step.id) {
                hanging.entry(other).or_default().push(step);
            }
        }
    }
    let mut seen: BTreeSet<&StepId> = BTreeSet::new();
    let mut order = Vec::with_capacity(page.steps.len());
    for first in steps.chain(loose.iter().copied()) {
        let mut waiting = vec![first];
        while let Some(step) = waiting.pop() {
            if seen.insert(&step.id) {
                order.push(step);
                waiting.extend(hanging.get(&step.id).into_iter().flatten().rev());
            }
        }
    }
    order
}

/// The steps of `page` breadth first from its starts, along all connectors that say what comes next or is told; then
/// those that no path reaches, each with what it leads to.
pub fn breadth_first(page: &Page) -> Vec<&StepId> {
    let starts = page.steps.values().filter(|step| step.kind == StepKind::Start).map(|step| &step.id);
    let mut queue: VecDeque<&StepId> = starts.collect();
    let (mut seen, mut order) = (BTreeSet::new(), Vec::with_capacity(page.steps.len()));
    let mut rest = page.steps.keys();
    loop {
        let Some(id) = queue.pop_front().or_else(|| rest.next()) else { return order };
        if !seen.insert(id) {
            continue;
        }
        order.push(id);
        let leaving = page.connectors.leaving(id);
        let leaving = leaving.filter(|connector| connector.kind != ConnectorKind::Association);
        queue.extend(leaving.filter_map(|connector| connector.to.step()));
    }
}
