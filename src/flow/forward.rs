//! The part of a flow without loops: all edges but those that lead back.

use super::{
    flow_graph::FlowGraph,
    graph::{FlowNode, PerNode},
};

/// An edge of the part without loops.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Onward {
    /// Where it leads.
    pub(super) to: FlowNode,
    /// How many of the cases take it, in percent.
    pub(super) share: f64,
}

/// How far the search is with a node.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Seen {
    No,
    /// What it leads to is being looked at.
    Open,
    Done,
}

/// The edges of each node that do not lead back, main branches first; of several to one node the first.
///
/// An edge leads back where a search depth first, from the beginnings and along main branches first, meets what it
/// came by. For loops that are entered at one step these are the edges back to that step, whatever the order.
pub(super) fn forward(flow: &FlowGraph) -> PerNode<Vec<Onward>> {
    let graph = flow.graph();
    let mut onward: PerNode<Vec<Onward>> = PerNode::filled(graph.count(), Vec::new());
    let mut seen = PerNode::filled(graph.count(), Seen::No);
    let without_incoming = graph.nodes().filter(|node| graph.previous(*node).is_empty());
    for root in flow.beginnings().chain(without_incoming).chain(graph.nodes()) {
        if seen[root] != Seen::No {
            continue;
        }
        seen[root] = Seen::Open;
        let mut open = vec![(root, branches(flow, root).into_iter())];
        while let Some((node, branches)) = open.last_mut() {
            let node = *node;
            let Some(branch) = branches.next() else {
                seen[node] = Seen::Done;
                open.pop();
                continue;
            };
            if seen[branch.to] != Seen::Open {
                onward[node].push(branch);
            }
            if seen[branch.to] == Seen::No {
                seen[branch.to] = Seen::Open;
                open.push((branch.to, self::branches(flow, branch.to).into_iter()));
            }
        }
    }
    onward
}

/// Where a node leads, each place once: what most cases take first, then by the connectors' ids.
fn branches(flow: &FlowGraph, node: FlowNode) -> Vec<Onward> {
    let ways = flow.outgoing(node).iter();
    let ways = ways.filter_map(|way| Some(Onward { to: way.to?, share: way.share.unwrap_or(0.0) }));
    let jumps = flow.graph().next(node).iter().map(|to| Onward { to: *to, share: 0.0 });
    let mut branches: Vec<Onward> = ways.chain(jumps).collect();
    branches.sort_by(|a, b| b.share.total_cmp(&a.share));
    let mut once: Vec<Onward> = Vec::with_capacity(branches.len());
    for branch in branches {
        if !once.iter().any(|other| other.to == branch.to) {
            once.push(branch);
        }
    }
    once
}
