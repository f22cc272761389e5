//! The flow of a page as a graph.
//!
//! Its nodes are the steps that take part in the flow, by id, and behind them one *hub* for each letter of
//! on-page connectors; its edges are the sequence connectors that join two of them. Notes and other kinds of
//! connectors are no part of it.
//!
//! ```text
//! “Ask” → (A)        (A) → “Write”          (A): two on-page connectors with the same label
//!           └─→ hub ──┘                     become a jump through the hub of their letter
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::{
    graph::{Graph, Node, PerNode},
    names::Names,
};
use crate::model::{Branching, Connector, ConnectorKind, Page, Step, StepId, StepKind};

/// The flow of one page. Built in n log n of its steps and connectors.
pub(super) struct Flow<'a> {
    steps: Vec<&'a Step>,
    index: BTreeMap<&'a StepId, Node>,
    outgoing: PerNode<Vec<&'a Connector>>,
    incoming: PerNode<Vec<&'a Connector>>,
    graph: Graph,
}

impl<'a> Flow<'a> {
    /// The flow of `page`.
    pub(super) fn new(page: &'a Page, names: Names<'_>) -> Self {
        let steps = steps_in_flow(page);
        let index: BTreeMap<_, _> = steps.iter().map(|step| &step.id).zip((0..).map(Node)).collect();
        let mut outgoing = PerNode::filled(steps.len(), Vec::new());
        let mut incoming = PerNode::filled(steps.len(), Vec::new());
        let mut edges = Vec::new();
        for connector in page.connectors.values().filter(|of| of.kind == ConnectorKind::Sequence) {
            let node = |step: Option<&StepId>| step.and_then(|id| index.get(id)).copied();
            let is_note = |step: Option<&StepId>| step.is_some_and(|id| !index.contains_key(id));
            let (from, to) = (connector.from.step(), connector.to.step());
            if is_note(from) || is_note(to) {
                continue;
            }
            if let Some(from) = node(from) {
                outgoing[from].push(connector.as_ref());
            }
            if let Some(to) = node(to) {
                incoming[to].push(connector.as_ref());
            }
            edges.extend(node(from).zip(node(to)));
        }
        let graph = graph(&steps, &edges, names);
        Self { steps, index, outgoing, incoming, graph }
    }

    /// The graph, hubs included.
    pub(super) const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The step at `node`; `None` for a hub.
    pub(super) fn step(&self, node: Node) -> Option<&'a Step> {
        self.steps.get(node.0).copied()
    }

    /// The steps with their nodes, by id.
    pub(super) fn steps(&self) -> impl Iterator<Item = (Node, &'a Step)> {
        (0..).map(Node).zip(self.steps.iter().copied())
    }

    /// The node of the step `id`, if it takes part in the flow.
    pub(super) fn node(&self, id: &StepId) -> Option<Node> {
        self.index.get(id).copied()
    }

    /// The sequence connectors that leave the step at `node`, those with a free end included.
    pub(super) fn outgoing(&self, node: Node) -> &[&'a Connector] {
        &self.outgoing[node]
    }

    /// The sequence connectors that lead to the step at `node`, those with a free beginning included.
    pub(super) fn incoming(&self, node: Node) -> &[&'a Connector] {
        &self.incoming[node]
    }

    /// Whether the step at `node` begins a path: a start, or an event that nothing leads to.
    pub(super) fn is_start(&self, node: Node, step: &Step) -> bool {
        let is_event = matches!(step.kind, StepKind::Event(_));
        step.kind == StepKind::Start || (is_event && self.incoming(node).is_empty())
    }

    /// Whether a path may begin at `node`: at a start, or coming from another page.
    pub(super) fn is_beginning(&self, node: Node, step: &Step) -> bool {
        let comes_in = step.kind == StepKind::OffPageConnector
            && self.incoming(node).is_empty()
            && !self.outgoing(node).is_empty();
        comes_in || self.is_start(node, step)
    }

    /// Whether a path may stop at `node`: at an end, or going to another page.
    pub(super) fn is_end(&self, node: Node, step: &Step) -> bool {
        let goes_out = step.kind == StepKind::OffPageConnector
            && self.outgoing(node).is_empty()
            && !self.incoming(node).is_empty();
        goes_out || matches!(step.kind, StepKind::End(_))
    }

    /// Whether the step at `node` is a marked decision that only joins: several ways in, one out.
    pub(super) fn is_join(&self, node: Node, step: &Step) -> bool {
        let marked = matches!(step.kind, StepKind::Decision(how) if how != Branching::Plain);
        marked && self.incoming(node).len() >= 2 && self.outgoing(node).len() == 1
    }
}

/// The steps that take part in the flow, by id.
///
/// Data, documents and stores that hang on a step by an association only are papers on the desk, not stations
/// of the path.
fn steps_in_flow(page: &Page) -> Vec<&Step> {
    let attached = |of: ConnectorKind| -> BTreeSet<&StepId> {
        let connectors = page.connectors.values().filter(move |connector| connector.kind == of);
        connectors.flat_map(|connector| [connector.from.step(), connector.to.step()]).flatten().collect()
    };
    let in_sequence = attached(ConnectorKind::Sequence);
    let associated = attached(ConnectorKind::Association);
    let is_station = |step: &&Step| {
        let can_hang = matches!(
            step.kind,
            StepKind::Data | StepKind::Document | StepKind::MultiDocument | StepKind::Database
        );
        let hangs = can_hang && associated.contains(&step.id) && !in_sequence.contains(&step.id);
        step.kind.is_flow() && !hangs
    };
    page.steps.values().map(AsRef::as_ref).filter(is_station).collect()
}

fn graph(steps: &[&Step], edges: &[(Node, Node)], names: Names<'_>) -> Graph {
    let mut leads_on = PerNode::filled(steps.len(), false);
    for (from, _) in edges {
        leads_on[*from] = true;
    }
    let mut hubs: BTreeMap<String, Node> = BTreeMap::new();
    let mut jumps = Vec::new();
    let symbols = (0..).map(Node).zip(steps).filter(|(_, step)| step.kind == StepKind::OnPageConnector);
    for (node, step) in symbols {
        let letter = names.label(&step.text);
        if letter.is_empty() {
            continue;
        }
        let free = Node(steps.len() + hubs.len());
        let hub = *hubs.entry(letter).or_insert(free);
        // Where something leads on the jump arrives; elsewhere it sets off.
        jumps.push(if leads_on[node] { (hub, node) } else { (node, hub) });
    }
    let arrives: BTreeSet<Node> =
        jumps.iter().filter(|(_, to)| to.0 < steps.len()).map(|jump| jump.0).collect();
    let mut graph = Graph::new(steps.len() + hubs.len());
    // A letter at which no jump arrives leads nowhere.
    let real = jumps.iter().filter(|(from, to)| arrives.contains(from) || arrives.contains(to));
    for (from, to) in edges.iter().chain(real) {
        graph.connect(*from, *to);
    }
    graph
}
