//! The paths through a flow, from where it begins to where it stops.

use super::{
    flow_graph::FlowGraph,
    graph::{FlowNode, PerNode},
};

impl FlowGraph {
    /// The paths from each beginning to the ends, main branches first, hubs left out. No path turns in a loop: what
    /// leads back is not followed. There may be very many; each takes no longer to find than it is long.
    pub(super) fn paths(&self) -> Paths<'_> {
        let mut leads_to_end = PerNode::filled(self.graph().count(), false);
        for node in self.topological().into_iter().rev() {
            let leads_on = self.onward(node).iter().any(|branch| leads_to_end[branch.to]);
            leads_to_end[node] = self.is_end(node) || leads_on;
        }
        let mut beginnings: Vec<FlowNode> = self.beginnings().filter(|node| leads_to_end[*node]).collect();
        beginnings.reverse();
        Paths { flow: self, leads_to_end, beginnings, open: Vec::new() }
    }

    /// The path that most cases take from the first beginning to an end; `None` where no path leads from one to the
    /// other.
    pub fn main_path(&self) -> Option<Vec<FlowNode>> {
        self.paths().next()
    }
}

/// The paths of a flow; see [`FlowGraph::paths`].
pub(super) struct Paths<'a> {
    flow: &'a FlowGraph,
    leads_to_end: PerNode<bool>,
    /// Those that no path was found from yet, the last one next.
    beginnings: Vec<FlowNode>,
    /// The way to where the search is, each node with how many of its branches were followed.
    open: Vec<(FlowNode, usize)>,
}

impl Iterator for Paths<'_> {
    type Item = Vec<FlowNode>;

    fn next(&mut self) -> Option<Vec<FlowNode>> {
        loop {
            let Some((node, followed)) = self.open.last_mut() else {
                let beginning = self.beginnings.pop()?;
                self.open.push((beginning, 0));
                if let Some(path) = self.path_here() {
                    return Some(path);
                }
                continue;
            };
            let branch = self.flow.onward(*node).get(*followed).copied();
            *followed += 1;
            match branch {
                None => {
                    self.open.pop();
                }
                Some(branch) if self.leads_to_end[branch.to] => {
                    self.open.push((branch.to, 0));
                    if let Some(path) = self.path_here() {
                        return Some(path);
                    }
                }
                Some(_) => {}
            }
        }
    }
}

impl Paths<'_> {
    /// The way to where the search is, if a path may stop there.
    fn path_here(&self) -> Option<Vec<FlowNode>> {
        let (here, _) = self.open.last()?;
        let is_step = |node: &FlowNode| self.flow.step(*node).is_some();
        let path = self.open.iter().map(|(node, _)| *node).filter(is_step);
        self.flow.is_end(*here).then(|| path.collect())
    }
}
