//! The flow of a page: which step leads to which.
//!
//! Owns what follows from that alone: beginnings and ends, reachability, components and loops, splits and joins, the
//! order of the flow, the paths through it and the main one; and where steps lead beside their connectors: along links,
//! and from one connector symbol to the other one of its letter. Must not draw, write or judge. What touches one step is
//! asked of [`crate::model::Connectors`], which is current also in the middle of an edit; a [`FlowGraph`] is of a page
//! as it stands. Whoever holds a document keeps its [`Flows`], so that each graph is built once until the flow changes.

mod components;
mod destination;
mod flow_graph;
mod flows;
mod forward;
mod graph;
mod loops;
mod order;
mod paths;
#[cfg(test)]
mod tests;

pub use destination::{Destination, Outward, destination, has_letter, has_partner};
pub use flow_graph::{FlowEdge, FlowGraph, FlowStep};
pub use flows::{Flows, connector_changes_flow, step_changes_flow};
pub use graph::{Digraph, Direction, FlowNode, PerNode};
pub use loops::Loop;
pub use order::breadth_first;
