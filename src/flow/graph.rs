//! A directed graph over numbered nodes.
//!
//! Knows nothing of documents; `FlowGraph` says which node is which step.

use std::ops::{Index, IndexMut};

/// A node: an index into every [`PerNode`] of the same graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FlowNode(pub(super) usize);

/// One value for each node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerNode<T>(Vec<T>);

impl<T: Clone> PerNode<T> {
    /// `value` for each of `count` nodes.
    pub(super) fn filled(count: usize, value: T) -> Self {
        Self(vec![value; count])
    }
}

impl<T> Index<FlowNode> for PerNode<T> {
    type Output = T;

    #[expect(clippy::indexing_slicing, reason = "nodes are made by the graph that sized the list")]
    fn index(&self, node: FlowNode) -> &T {
        &self.0[node.0]
    }
}

impl<T> IndexMut<FlowNode> for PerNode<T> {
    #[expect(clippy::indexing_slicing, reason = "nodes are made by the graph that sized the list")]
    fn index_mut(&mut self, node: FlowNode) -> &mut T {
        &mut self.0[node.0]
    }
}

/// The direction in which edges are followed.
#[derive(Clone, Copy, Debug)]
pub enum Direction {
    /// From a node to what comes next.
    Forward,
    /// From a node to what came before.
    Backward,
}

/// A directed graph; parallel edges and edges from a node to itself are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digraph {
    next: PerNode<Vec<FlowNode>>,
    previous: PerNode<Vec<FlowNode>>,
    count: usize,
}

impl Digraph {
    /// A graph of `count` nodes without edges.
    pub(super) fn new(count: usize) -> Self {
        Self { next: PerNode::filled(count, Vec::new()), previous: PerNode::filled(count, Vec::new()), count }
    }

    /// Adds an edge; both nodes must be of this graph.
    pub(super) fn connect(&mut self, from: FlowNode, to: FlowNode) {
        self.next[from].push(to);
        self.previous[to].push(from);
    }

    /// The number of nodes.
    pub const fn count(&self) -> usize {
        self.count
    }

    /// All nodes, by number.
    pub fn nodes(&self) -> impl Iterator<Item = FlowNode> + use<> {
        (0..self.count).map(FlowNode)
    }

    /// Where the edges of `node` lead.
    pub fn next(&self, node: FlowNode) -> &[FlowNode] {
        &self.next[node]
    }

    /// Where the edges that lead to `node` come from.
    pub fn previous(&self, node: FlowNode) -> &[FlowNode] {
        &self.previous[node]
    }

    /// Which nodes can be reached from `roots`, themselves included. Linear in nodes and edges.
    pub fn reached(&self, roots: impl IntoIterator<Item = FlowNode>, way: Direction) -> PerNode<bool> {
        let edges = match way {
            Direction::Forward => &self.next,
            Direction::Backward => &self.previous,
        };
        let mut reached = PerNode::filled(self.count, false);
        let mut waiting: Vec<FlowNode> = roots.into_iter().collect();
        while let Some(node) = waiting.pop() {
            if !reached[node] {
                reached[node] = true;
                waiting.extend(&edges[node]);
            }
        }
        reached
    }
}
