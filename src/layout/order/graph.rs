//! The flow as a graph without cycles.
//!
//! Owns which connectors run back and an order of the steps in which all others run forward. Must not place
//! anything.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::{
    geom::IxVec,
    layout::request::{EdgeIx, LayoutEdge, LayoutRequest, StepBox, StepIx},
};

/// The steps and connectors of a request, with the connectors of each step.
pub(in crate::layout) struct AcyclicGraph {
    pub(in crate::layout) steps: IxVec<StepIx, StepBox>,
    pub(in crate::layout) edges: IxVec<EdgeIx, LayoutEdge>,
    /// Whether a connector closes a cycle, leads to an earlier phase or to its own step.
    pub(in crate::layout) is_back: IxVec<EdgeIx, bool>,
    pub(in crate::layout) outs: IxVec<StepIx, Vec<EdgeIx>>,
    pub(in crate::layout) ins: IxVec<StepIx, Vec<EdgeIx>>,
    /// All steps, each after those that lead to it.
    pub(in crate::layout) order: Vec<StepIx>,
}

impl AcyclicGraph {
    /// The graph of a request.
    pub(in crate::layout) fn of(request: &LayoutRequest) -> Self {
        let steps = IxVec::new(request.steps.clone(), StepBox::default());
        let edges = IxVec::new(request.edges.clone(), LayoutEdge::default());
        let mut outs = IxVec::filled(steps.len(), Vec::new());
        let mut ins = IxVec::filled(steps.len(), Vec::new());
        for (ix, edge) in edges.iter() {
            if let Some(list) = outs.get_mut(edge.from) {
                list.push(ix);
            }
            if let Some(list) = ins.get_mut(edge.to) {
                list.push(ix);
            }
        }
        let is_back = IxVec::filled(edges.len(), false);
        let mut graph = Self { steps, edges, is_back, outs, ins, order: Vec::new() };
        graph.mark_back();
        graph.sort();
        graph
    }

    /// The connectors that leave `step` forward.
    pub(in crate::layout) fn forward(&self, step: StepIx) -> impl Iterator<Item = (EdgeIx, StepIx)> {
        let outs = self.outs.get(step).iter().filter(|edge| !self.is_back.get(**edge));
        outs.map(|edge| (*edge, self.edges.get(*edge).to))
    }

    /// The connectors that arrive at `step` from before.
    pub(in crate::layout) fn backward(&self, step: StepIx) -> impl Iterator<Item = (EdgeIx, StepIx)> {
        let ins = self.ins.get(step).iter().filter(|edge| !self.is_back.get(**edge));
        ins.map(|edge| (*edge, self.edges.get(*edge).from))
    }

    /// All neighbours of a step, either way.
    pub(in crate::layout) fn neighbours(&self, step: StepIx) -> impl Iterator<Item = StepIx> {
        let outs = self.outs.get(step).iter().map(|edge| self.edges.get(*edge).to);
        outs.chain(self.ins.get(step).iter().map(|edge| self.edges.get(*edge).from))
            .filter(move |other| *other != step)
    }

    /// Marks the connectors that a walk through the flow, from its beginnings in reading order, finds to lead to a
    /// step that is still being walked. After Gansner et al., *A Technique for Drawing Directed Graphs* (1993), 2.1.
    fn mark_back(&mut self) {
        let phase = |step| self.steps.get(step).phase;
        let is_back: Vec<bool> = self
            .edges
            .as_slice()
            .iter()
            .map(|LayoutEdge { from, to, label: _ }| {
                from == to || phase(*to).zip(phase(*from)).is_some_and(|(to, from)| to < from)
            })
            .collect();
        self.is_back = IxVec::new(is_back, false);
        let mut walk = Walk { state: IxVec::filled(self.steps.len(), VisitState::New), stack: Vec::new() };
        let begins = |step: &StepIx| self.ins.get(*step).iter().all(|edge| *self.is_back.get(*edge));
        let roots: Vec<StepIx> = self.steps.ids().filter(begins).chain(self.steps.ids()).collect();
        for root in roots {
            walk.from(self, root);
        }
    }

    /// Sorts the steps so that connectors run forward, in reading order where there is a choice.
    fn sort(&mut self) {
        let mut missing: IxVec<StepIx, usize> = IxVec::filled(self.steps.len(), 0);
        for step in self.steps.ids() {
            missing.set(step, self.backward(step).count());
        }
        let mut ready: BinaryHeap<Reverse<StepIx>> =
            missing.iter().filter(|(_, missing)| **missing == 0).map(|(step, _)| Reverse(step)).collect();
        let mut order = Vec::with_capacity(self.steps.len());
        while let Some(Reverse(step)) = ready.pop() {
            order.push(step);
            for (_, next) in self.forward(step) {
                if let Some(missing) = missing.get_mut(next) {
                    *missing -= 1;
                    if *missing == 0 {
                        ready.push(Reverse(next));
                    }
                }
            }
        }
        self.order = order;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum VisitState {
    New,
    Open,
    Done,
}

/// A depth-first walk without recursion.
struct Walk {
    state: IxVec<StepIx, VisitState>,
    /// The open steps, each with how many of its connectors were looked at.
    stack: Vec<(StepIx, usize)>,
}

impl Walk {
    fn from(&mut self, graph: &mut AcyclicGraph, root: StepIx) {
        if *self.state.get(root) != VisitState::New {
            return;
        }
        self.open(root);
        while let Some((step, seen)) = self.stack.last_mut() {
            let step = *step;
            let Some(edge) = graph.outs.get(step).get(*seen).copied() else {
                self.state.set(step, VisitState::Done);
                self.stack.pop();
                continue;
            };
            *seen += 1;
            if *graph.is_back.get(edge) {
                continue;
            }
            let next = graph.edges.get(edge).to;
            match self.state.get(next) {
                VisitState::New => self.open(next),
                VisitState::Open => graph.is_back.set(edge, true),
                VisitState::Done => {}
            }
        }
    }

    fn open(&mut self, step: StepIx) {
        self.state.set(step, VisitState::Open);
        self.stack.push((step, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_opened_where_it_returns() {
        let edge = |from, to| LayoutEdge { from: StepIx(from), to: StepIx(to), label: None };
        let request = LayoutRequest {
            steps: vec![StepBox::default(); 4],
            edges: vec![edge(0, 1), edge(1, 2), edge(2, 1), edge(2, 3), edge(3, 3)],
            lanes: 1,
            ..LayoutRequest::default()
        };
        let graph = AcyclicGraph::of(&request);
        assert_eq!(graph.is_back.as_slice(), [false, false, true, false, true]);
        assert_eq!(graph.order, [0, 1, 2, 3].map(StepIx));
    }
}
