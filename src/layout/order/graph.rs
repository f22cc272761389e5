//! The flow as a graph without cycles.
//!
//! Owns which connectors run back and an order of the steps in which all others run forward. Must not place
//! anything.

use std::{cmp::Reverse, collections::BinaryHeap};

use crate::{
    geom::IxVec,
    layout::request::{LayoutRequest, Link, LinkIx, StepBox, StepIx},
};

/// The steps and connectors of a request, with the connectors of each step.
pub(in crate::layout) struct Graph {
    pub(in crate::layout) steps: IxVec<StepIx, StepBox>,
    pub(in crate::layout) links: IxVec<LinkIx, Link>,
    /// Whether a connector closes a cycle, leads to an earlier phase or to its own step.
    pub(in crate::layout) is_back: IxVec<LinkIx, bool>,
    pub(in crate::layout) outs: IxVec<StepIx, Vec<LinkIx>>,
    pub(in crate::layout) ins: IxVec<StepIx, Vec<LinkIx>>,
    /// All steps, each after those that lead to it.
    pub(in crate::layout) order: Vec<StepIx>,
}

impl Graph {
    /// The graph of a request.
    pub(in crate::layout) fn of(request: &LayoutRequest) -> Self {
        let steps = IxVec::new(request.steps.clone(), StepBox::default());
        let links = IxVec::new(request.links.clone(), Link::default());
        let mut outs = IxVec::filled(steps.len(), Vec::new());
        let mut ins = IxVec::filled(steps.len(), Vec::new());
        for (ix, link) in links.iter() {
            if let Some(list) = outs.get_mut(link.from) {
                list.push(ix);
            }
            if let Some(list) = ins.get_mut(link.to) {
                list.push(ix);
            }
        }
        let is_back = IxVec::filled(links.len(), false);
        let mut graph = Self { steps, links, is_back, outs, ins, order: Vec::new() };
        graph.mark_back();
        graph.sort();
        graph
    }

    /// The connectors that leave `step` forward.
    pub(in crate::layout) fn forward(&self, step: StepIx) -> impl Iterator<Item = (LinkIx, StepIx)> {
        let outs = self.outs.get(step).iter().filter(|link| !self.is_back.get(**link));
        outs.map(|link| (*link, self.links.get(*link).to))
    }

    /// The connectors that arrive at `step` from before.
    pub(in crate::layout) fn backward(&self, step: StepIx) -> impl Iterator<Item = (LinkIx, StepIx)> {
        let ins = self.ins.get(step).iter().filter(|link| !self.is_back.get(**link));
        ins.map(|link| (*link, self.links.get(*link).from))
    }

    /// All neighbours of a step, either way.
    pub(in crate::layout) fn neighbours(&self, step: StepIx) -> impl Iterator<Item = StepIx> {
        let outs = self.outs.get(step).iter().map(|link| self.links.get(*link).to);
        outs.chain(self.ins.get(step).iter().map(|link| self.links.get(*link).from))
            .filter(move |other| *other != step)
    }

    /// Marks the connectors that a walk through the flow, from its beginnings in reading order, finds to lead to a
    /// step that is still being walked. After Gansner et al., *A Technique for Drawing Directed Graphs* (1993), 2.1.
    fn mark_back(&mut self) {
        let phase = |step| self.steps.get(step).phase;
        let is_back: Vec<bool> = self
            .links
            .as_slice()
            .iter()
            .map(|Link { from, to, label: _ }| {
                from == to || phase(*to).zip(phase(*from)).is_some_and(|(to, from)| to < from)
            })
            .collect();
        self.is_back = IxVec::new(is_back, false);
        let mut walk = Walk { state: IxVec::filled(self.steps.len(), State::New), stack: Vec::new() };
        let begins = |step: &StepIx| self.ins.get(*step).iter().all(|link| *self.is_back.get(*link));
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
enum State {
    New,
    Open,
    Done,
}

/// A depth-first walk without recursion.
struct Walk {
    state: IxVec<StepIx, State>,
    /// The open steps, each with how many of its connectors were looked at.
    stack: Vec<(StepIx, usize)>,
}

impl Walk {
    fn from(&mut self, graph: &mut Graph, root: StepIx) {
        if *self.state.get(root) != State::New {
            return;
        }
        self.open(root);
        while let Some((step, seen)) = self.stack.last_mut() {
            let step = *step;
            let Some(link) = graph.outs.get(step).get(*seen).copied() else {
                self.state.set(step, State::Done);
                self.stack.pop();
                continue;
            };
            *seen += 1;
            if *graph.is_back.get(link) {
                continue;
            }
            let next = graph.links.get(link).to;
            match self.state.get(next) {
                State::New => self.open(next),
                State::Open => graph.is_back.set(link, true),
                State::Done => {}
            }
        }
    }

    fn open(&mut self, step: StepIx) {
        self.state.set(step, State::Open);
        self.stack.push((step, 0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_opened_where_it_returns() {
        let link = |from, to| Link { from: StepIx(from), to: StepIx(to), label: None };
        let request = LayoutRequest {
            steps: vec![StepBox::default(); 4],
            links: vec![link(0, 1), link(1, 2), link(2, 1), link(2, 3), link(3, 3)],
            lanes: 1,
            ..LayoutRequest::default()
        };
        let graph = Graph::of(&request);
        assert_eq!(graph.is_back.as_slice(), [false, false, true, false, true]);
        assert_eq!(graph.order, [0, 1, 2, 3].map(StepIx));
    }
}
