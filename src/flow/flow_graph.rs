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
    destination::letter,
    forward::{Onward, forward},
    graph::{Digraph, FlowNode, PerNode},
};
use crate::{
    locale::Lang,
    model::{Branching, ConnectorId, ConnectorKind, Page, Step, StepId, StepKind},
};

/// The flow of one page. Holds nothing of where things stand or what they say, so it stays true while a page is
/// edited until its flow changes. Built in n log n of the page's steps and connectors.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowGraph {
    steps: Vec<FlowStep>,
    outgoing: PerNode<Vec<FlowEdge>>,
    incoming: PerNode<usize>,
    graph: Digraph,
    forward: PerNode<Vec<Onward>>,
}

/// A step that takes part in the flow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlowStep {
    /// Its name.
    pub id: StepId,
    /// What it is.
    pub kind: StepKind,
}

/// A sequence connector that leaves a step.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowEdge {
    /// Its name.
    pub connector: ConnectorId,
    /// Where it leads; `None`: to a free end.
    pub to: Option<FlowNode>,
    /// How many of the cases take it, in percent.
    pub share: Option<f64>,
}

impl FlowGraph {
    /// The flow of `page`; labels of on-page connectors are read in `language`, the document's own.
    pub fn of(page: &Page, language: &Lang) -> Self {
        let taking_part = steps_in_flow(page);
        let steps: Vec<FlowStep> =
            taking_part.iter().map(|step| FlowStep { id: step.id.clone(), kind: step.kind }).collect();
        let mut outgoing = PerNode::filled(steps.len(), Vec::new());
        let mut incoming = PerNode::filled(steps.len(), 0);
        let mut edges = Vec::new();
        for connector in page.connectors.values().filter(|of| of.kind == ConnectorKind::Sequence) {
            let (Ok(from), Ok(to)) =
                (node_at(&steps, connector.from.step()), node_at(&steps, connector.to.step()))
            else {
                continue;
            };
            if let Some(from) = from {
                let (connector, share) = (connector.id.clone(), connector.share);
                outgoing[from].push(FlowEdge { connector, to, share });
            }
            if let Some(to) = to {
                incoming[to] += 1;
            }
            edges.extend(from.zip(to));
        }
        let graph = graph(&taking_part, &edges, language);
        let mut flow = Self { steps, outgoing, incoming, graph, forward: PerNode::filled(0, Vec::new()) };
        flow.forward = forward(&flow);
        flow
    }

    /// The graph, hubs included.
    pub const fn graph(&self) -> &Digraph {
        &self.graph
    }

    /// The step at `node`; `None` for a hub.
    pub fn step(&self, node: FlowNode) -> Option<&FlowStep> {
        self.steps.get(node.0)
    }

    /// The steps with their nodes, by id.
    pub fn steps(&self) -> impl Iterator<Item = (FlowNode, &FlowStep)> {
        (0..).map(FlowNode).zip(&self.steps)
    }

    /// The node of the step `id`, if it takes part in the flow.
    pub fn node(&self, id: &StepId) -> Option<FlowNode> {
        node_of(&self.steps, id)
    }

    /// The sequence connectors that leave the step at `node`, by id, those with a free end included.
    pub fn outgoing(&self, node: FlowNode) -> &[FlowEdge] {
        self.steps.get(node.0).map_or(&[], |_| &self.outgoing[node])
    }

    /// How many sequence connectors lead to the step at `node`, those with a free beginning included.
    pub fn incoming(&self, node: FlowNode) -> usize {
        self.steps.get(node.0).map_or(0, |_| self.incoming[node])
    }

    /// Where the edges of `node` lead in the part of the flow without loops, main branches first.
    pub(super) fn onward(&self, node: FlowNode) -> &[Onward] {
        &self.forward[node]
    }

    fn is_step(&self, node: FlowNode, test: impl Fn(StepKind) -> bool) -> bool {
        self.step(node).is_some_and(|step| test(step.kind))
    }

    /// Whether the step at `node` begins a path: a start, or an event that nothing leads to.
    pub fn is_start(&self, node: FlowNode) -> bool {
        self.is_step(node, |kind| {
            let is_event = matches!(kind, StepKind::Event(_));
            kind == StepKind::Start || (is_event && self.incoming(node) == 0)
        })
    }

    /// Whether a path may begin at `node`: at a start, or coming from another page.
    pub fn is_beginning(&self, node: FlowNode) -> bool {
        let comes_in = self.is_step(node, |kind| kind == StepKind::OffPageConnector)
            && self.incoming(node) == 0
            && !self.outgoing(node).is_empty();
        comes_in || self.is_start(node)
    }

    /// Whether a path may stop at `node`: at an end, or going to another page.
    pub fn is_end(&self, node: FlowNode) -> bool {
        let goes_out = self.is_step(node, |kind| kind == StepKind::OffPageConnector)
            && self.outgoing(node).is_empty()
            && self.incoming(node) > 0;
        goes_out || self.is_step(node, |kind| matches!(kind, StepKind::End(_)))
    }

    /// Whether several ways leave the step at `node`.
    pub fn is_split(&self, node: FlowNode) -> bool {
        self.outgoing(node).len() > 1
    }

    /// Whether several ways come together in the step at `node`.
    pub fn is_join(&self, node: FlowNode) -> bool {
        self.incoming(node) > 1
    }

    /// Whether the step at `node` is a marked decision that only joins: several ways in, one out.
    pub fn is_marked_join(&self, node: FlowNode) -> bool {
        let is_marked = |kind| matches!(kind, StepKind::Decision(branching) if branching != Branching::Plain);
        self.is_step(node, is_marked) && self.is_join(node) && self.outgoing(node).len() == 1
    }

    /// The nodes at which a path may begin, by id.
    pub fn beginnings(&self) -> impl Iterator<Item = FlowNode> {
        self.steps().map(|(node, _)| node).filter(|node| self.is_beginning(*node))
    }

    /// The nodes at which a path may stop, by id.
    pub fn ends(&self) -> impl Iterator<Item = FlowNode> {
        self.steps().map(|(node, _)| node).filter(|node| self.is_end(*node))
    }
}

fn node_of(steps: &[FlowStep], id: &StepId) -> Option<FlowNode> {
    steps.binary_search_by(|step| step.id.cmp(id)).ok().map(FlowNode)
}

/// An end of a connector that is on a step outside of the flow.
struct OutsideFlow;

/// The node that an end of a connector is on; `None` where it is free.
fn node_at(steps: &[FlowStep], end: Option<&StepId>) -> Result<Option<FlowNode>, OutsideFlow> {
    end.map(|id| node_of(steps, id).ok_or(OutsideFlow)).transpose()
}

/// The steps that take part in the flow, by id.
///
/// Data, documents and stores that hang on a step by an association only are papers on the desk, not stations
/// of the path.
fn steps_in_flow(page: &Page) -> Vec<&Step> {
    let hangs = |step: &Step| {
        let can_hang = matches!(
            step.kind,
            StepKind::Data | StepKind::Document | StepKind::MultiDocument | StepKind::Database
        );
        let has = |kind: ConnectorKind| page.connectors.touching(&step.id).any(|of| of.kind == kind);
        can_hang && has(ConnectorKind::Association) && !has(ConnectorKind::Sequence)
    };
    page.steps.values().map(AsRef::as_ref).filter(|step| step.kind.is_flow() && !hangs(step)).collect()
}

fn graph(steps: &[&Step], edges: &[(FlowNode, FlowNode)], language: &Lang) -> Digraph {
    let mut leads_on = PerNode::filled(steps.len(), false);
    for (from, _) in edges {
        leads_on[*from] = true;
    }
    let mut hubs: BTreeMap<String, FlowNode> = BTreeMap::new();
    let mut jumps = Vec::new();
    let symbols = (0..).map(FlowNode).zip(steps).filter(|(_, step)| step.kind == StepKind::OnPageConnector);
    for (node, step) in symbols {
        let letter = letter(step, language);
        if letter.is_empty() {
            continue;
        }
        let free = FlowNode(steps.len() + hubs.len());
        let hub = *hubs.entry(letter).or_insert(free);
        // Where something leads on the jump arrives; elsewhere it sets off.
        jumps.push(if leads_on[node] { (hub, node) } else { (node, hub) });
    }
    let arrives: BTreeSet<FlowNode> =
        jumps.iter().filter(|(_, to)| to.0 < steps.len()).map(|jump| jump.0).collect();
    let mut graph = Digraph::new(steps.len() + hubs.len());
    // A letter at which no jump arrives leads nowhere.
    let real = jumps.iter().filter(|(from, to)| arrives.contains(from) || arrives.contains(to));
    for (from, to) in edges.iter().chain(real) {
        graph.connect(*from, *to);
    }
    graph
}
