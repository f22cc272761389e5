//! The flow of a page: which step leads to which.
//!
//! Owns what follows from that alone: beginnings and ends, reachability, components and loops, splits and joins, the
//! order of the flow, the paths through it and the main one. Must not draw, write or judge. What touches one step is
//! asked of [`crate::model::Connectors`], which is current also in the middle of an edit; a [`FlowGraph`] is of a page
//! as it stands. Whoever holds a document keeps its [`Flows`], so that each graph is built once until the flow changes.

mod components;
mod flow_graph;
mod flows;
mod forward;
mod graph;
mod loops;
mod order;
mod paths;
#[cfg(test)]
mod tests;

pub use flow_graph::{FlowEdge, FlowGraph, FlowStep};
pub use flows::{Flows, connector_changes_flow, step_changes_flow};
pub use graph::{Digraph, Direction, FlowNode, PerNode};
pub use loops::Loop;
pub use order::breadth_first;
