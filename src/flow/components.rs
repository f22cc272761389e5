//! Strongly connected components.

use super::graph::{Digraph, FlowNode, PerNode};

/// The strongly connected components of `graph`: sets of nodes that all lead to each other.
///
/// Each node is in exactly one; a component comes after all those that it leads to. Linear in nodes and edges.
/// R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972), with a stack of its
/// own instead of recursion, so that a long chain cannot overflow the thread's.
pub(super) fn components(graph: &Digraph) -> Vec<Vec<FlowNode>> {
    let mut search = Search::new(graph);
    for root in graph.nodes() {
        if search.number[root].is_none() {
            search.walk(root);
        }
    }
    search.found
}

struct Search<'a> {
    graph: &'a Digraph,
    /// The order in which nodes were first seen; `None`: not seen.
    number: PerNode<Option<usize>>,
    /// The smallest number known to be reachable among the open nodes.
    low: PerNode<usize>,
    /// Whether a node is on `stack`: seen, its component not complete.
    open: PerNode<bool>,
    stack: Vec<FlowNode>,
    seen: usize,
    found: Vec<Vec<FlowNode>>,
}

impl<'a> Search<'a> {
    fn new(graph: &'a Digraph) -> Self {
        let count = graph.count();
        Self {
            graph,
            number: PerNode::filled(count, None),
            low: PerNode::filled(count, 0),
            open: PerNode::filled(count, false),
            stack: Vec::new(),
            seen: 0,
            found: Vec::new(),
        }
    }

    fn enter(&mut self, node: FlowNode) {
        self.number[node] = Some(self.seen);
        self.low[node] = self.seen;
        self.open[node] = true;
        self.stack.push(node);
        self.seen += 1;
    }

    fn walk(&mut self, root: FlowNode) {
        self.enter(root);
        // The nodes being visited, each with how many of its edges were followed.
        let mut calls = vec![(root, 0)];
        while let Some((node, followed)) = calls.last_mut() {
            let node = *node;
            if let Some(&next) = self.graph.next(node).get(*followed) {
                *followed += 1;
                match self.number[next] {
                    None => {
                        self.enter(next);
                        calls.push((next, 0));
                    }
                    Some(number) if self.open[next] => self.low[node] = self.low[node].min(number),
                    Some(_) => {}
                }
            } else {
                calls.pop();
                if let Some((parent, _)) = calls.last() {
                    self.low[*parent] = self.low[*parent].min(self.low[node]);
                }
                self.close(node);
            }
        }
    }

    /// Takes the component off the stack if `node` was the first of it to be seen.
    fn close(&mut self, node: FlowNode) {
        if self.number[node] != Some(self.low[node]) {
            return;
        }
        let mut component = Vec::new();
        while let Some(member) = self.stack.pop() {
            self.open[member] = false;
            component.push(member);
            if member == node {
                break;
            }
        }
        self.found.push(component);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_that_lead_to_each_other_are_one_component() {
        // 0 → 1 ⇄ 2 → 3, 3 → 3
        let mut graph = Digraph::new(4);
        for (from, to) in [(0, 1), (1, 2), (2, 1), (2, 3), (3, 3)] {
            graph.connect(FlowNode(from), FlowNode(to));
        }
        let mut found = components(&graph);
        for component in &mut found {
            component.sort();
        }
        assert_eq!(found, [vec![FlowNode(3)], vec![FlowNode(1), FlowNode(2)], vec![FlowNode(0)]]);
    }
}
