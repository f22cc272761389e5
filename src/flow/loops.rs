//! Where a flow turns in a circle.

use super::{
    components::components,
    flow_graph::FlowGraph,
    graph::{FlowNode, PerNode},
};

/// Steps that all lead to each other, or one that leads to itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loop {
    /// The steps and hubs, by number.
    pub nodes: Vec<FlowNode>,
    /// Whether something leads out of it.
    pub has_exit: bool,
}

impl FlowGraph {
    /// The loops; one that lies within another is part of that. Linear in nodes and edges.
    pub fn loops(&self) -> Vec<Loop> {
        let graph = self.graph();
        let components = components(graph);
        let mut component_of = PerNode::filled(graph.count(), 0);
        for (i, component) in components.iter().enumerate() {
            for node in component {
                component_of[*node] = i;
            }
        }
        let mut loops = Vec::new();
        for (i, mut nodes) in components.into_iter().enumerate() {
            let edges = || nodes.iter().flat_map(|node| graph.next(*node));
            let turns = edges().any(|to| component_of[*to] == i);
            let has_exit = edges().any(|to| component_of[*to] != i);
            if turns {
                nodes.sort_unstable();
                loops.push(Loop { nodes, has_exit });
            }
        }
        loops
    }
}
