//! Which steps stand one behind the other: the layering.
//!
//! Owns the column of each step. A connector runs at least one column forward, except that a hand-over to another
//! lane may run straight down or up inside its column where nothing is in between. Must not choose rows.
//!
//! Longest-path layering (Sugiyama, Tagawa, Toda: *Methods for Visual Understanding of Hierarchical System
//! Structures*, 1981), made narrower by such hand-overs, with steps that have more followers than
//! predecessors moved to their followers.

use std::collections::BTreeMap;

use crate::{
    geom::{Ix as _, IxVec, indices},
    layout::{
        order::graph::AcyclicGraph,
        request::{LaneIx, StepIx},
    },
};

/// No lane has more steps than this in one column; more go to the next one.
const MOST: usize = 40;
/// A block of steps without connectors is so many times as many columns wide as it has rows, as a root.
const BLOCK: f64 = 1.5;

indices!(pub(in crate::layout),
    /// A column of steps; those of a phase lie side by side.
    ColIx,
);

/// How steps are put into columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::layout) struct Layering {
    /// Whether hand-overs may stay in their column.
    pub(in crate::layout) has_drops: bool,
    /// How many steps of a lane that follow each other may stand below each other; at least 1.
    pub(in crate::layout) stack: usize,
}

/// The columns of a chart.
pub(in crate::layout) struct Columns {
    /// The column of each step.
    pub(in crate::layout) of: IxVec<StepIx, ColIx>,
    /// How many columns each phase has; one entry when there are no phases.
    pub(in crate::layout) counts: Vec<usize>,
}

impl Columns {
    /// Puts the steps into columns.
    pub(in crate::layout) fn new(graph: &AcyclicGraph, phases: usize, layering: Layering) -> Self {
        let phase = phases_of(graph, phases);
        let mut first = 0;
        let mut of = IxVec::filled(graph.steps.len(), ColIx(0));
        let mut counts = Vec::with_capacity(phases.max(1));
        for band in 0..phases.max(1) {
            let mut layers = Layers::new(graph, &phase, band, first, layering);
            layers.fill(&mut of);
            layers.pull(&mut of);
            let used = layers.order.iter().map(|step| of.get(*step).at() + 1).max();
            let count = used.map_or(0, |end| end.saturating_sub(first));
            counts.push(count);
            first += count;
        }
        Self { of, counts }
    }

    /// How many columns there are.
    pub(in crate::layout) fn len(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The phase of each step; without one of its own it belongs where its predecessors are.
pub(in crate::layout) fn phases_of(graph: &AcyclicGraph, phases: usize) -> IxVec<StepIx, usize> {
    let last = phases.saturating_sub(1);
    let mut of = IxVec::filled(graph.steps.len(), 0);
    for step in &graph.order {
        let before = graph.backward(*step).map(|(_, from)| *of.get(from)).max();
        let own = graph.steps.get(*step).phase;
        of.set(*step, own.or(before).unwrap_or(0).min(last));
    }
    // Steps that only lead somewhere belong where that is.
    for step in graph.order.iter().rev() {
        if graph.steps.get(*step).phase.is_none() && graph.backward(*step).next().is_none() {
            let after = graph.forward(*step).map(|(_, to)| *of.get(to)).min();
            of.set(*step, after.unwrap_or(0));
        }
    }
    of
}

/// The layering of one phase.
struct Layers<'a> {
    graph: &'a AcyclicGraph,
    /// The phase's steps in order.
    order: Vec<StepIx>,
    first: usize,
    layering: Layering,
    /// The side of a step that a hand-over inside its column uses: above, below.
    taken: IxVec<StepIx, [bool; 2]>,
    /// How many steps in a row stand below each other, up to and with this one.
    depth: IxVec<StepIx, usize>,
    /// The lanes that have something, by column from the first.
    cells: Vec<Vec<LaneIx>>,
}

impl<'a> Layers<'a> {
    fn new(
        graph: &'a AcyclicGraph,
        phase: &IxVec<StepIx, usize>,
        band: usize,
        first: usize,
        layering: Layering,
    ) -> Self {
        let order = graph.order.iter().copied().filter(|step| *phase.get(*step) == band).collect();
        Self {
            graph,
            order,
            first,
            layering,
            taken: IxVec::filled(graph.steps.len(), [false; 2]),
            depth: IxVec::filled(graph.steps.len(), 1),
            cells: Vec::new(),
        }
    }

    /// Puts each step as far to the beginning as its predecessors allow.
    fn fill(&mut self, of: &mut IxVec<StepIx, ColIx>) {
        let is_loose = |step: &StepIx| self.graph.neighbours(*step).next().is_none();
        let (loose, tied): (Vec<StepIx>, Vec<StepIx>) = self.order.iter().copied().partition(is_loose);
        for step in tied {
            let before: Vec<(StepIx, usize)> = self
                .graph
                .backward(step)
                .map(|(_, from)| (from, of.get(from).at()))
                .filter(|(_, col)| *col >= self.first)
                .collect();
            let last = before.iter().map(|(_, col)| *col).max();
            let col = match last {
                None => self.first,
                Some(last) => {
                    let level: Vec<StepIx> =
                        before.iter().filter(|(_, col)| *col == last).map(|(from, _)| *from).collect();
                    if self.stays(step, &level, last) { last } else { last + 1 }
                }
            };
            let col = self.with_room(col, self.graph.steps.get(step).lane);
            self.enter(col, self.graph.steps.get(step).lane);
            of.set(step, ColIx(col));
        }
        self.fill_loose(&loose, of);
    }

    /// Lays steps without connectors side by side, as broad as the rest or as a block.
    fn fill_loose(&mut self, loose: &[StepIx], of: &mut IxVec<StepIx, ColIx>) {
        let block = crate::geom::nearest_count((loose.len() as f64).sqrt() * BLOCK);
        let width = self.cells.len().max(block).max(1);
        let mut next: BTreeMap<LaneIx, usize> = BTreeMap::new();
        for step in loose {
            let lane = self.graph.steps.get(*step).lane;
            let nth = next.entry(lane).or_insert(0);
            let col = self.first + *nth % width;
            *nth += 1;
            self.enter(col, lane);
            of.set(*step, ColIx(col));
        }
    }

    /// The first column from `col` on in which the lane is not full.
    fn with_room(&self, col: usize, lane: LaneIx) -> usize {
        let count = |col: &usize| {
            let cell = self.cells.get(col.saturating_sub(self.first));
            cell.map_or(0, |lanes| lanes.iter().filter(|other| **other == lane).count())
        };
        let end = self.first + self.cells.len();
        (col..end).find(|col| count(col) < MOST).unwrap_or(end.max(col))
    }

    fn enter(&mut self, col: usize, lane: LaneIx) {
        let at = col.saturating_sub(self.first);
        if self.cells.len() <= at {
            self.cells.resize(at + 1, Vec::new());
        }
        if let Some(lanes) = self.cells.get_mut(at) {
            lanes.push(lane);
        }
    }

    /// Whether a step may stand in the column of its last predecessors.
    fn stays(&mut self, step: StepIx, level: &[StepIx], col: usize) -> bool {
        let [from] = level else { return false };
        let (own, other) = (self.graph.steps.get(step).lane, self.graph.steps.get(*from).lane);
        if own == other {
            let depth = *self.depth.get(*from) + 1;
            let is_plain = !self.graph.steps.get(*from).can_branch && self.graph.outs.get(*from).len() == 1;
            if depth > self.layering.stack || !is_plain || self.taken.get(*from)[1] {
                return false;
            }
            self.depth.set(step, depth);
            self.take(*from, step, 1);
            return true;
        }
        if !self.layering.has_drops {
            return false;
        }
        let side = usize::from(own > other);
        let at = col.saturating_sub(self.first);
        let between = (own.min(other), own.max(other));
        let is_free = self.cells.get(at).is_none_or(|lanes| {
            !lanes.iter().any(|lane| *lane == own || (between.0 < *lane && *lane < between.1))
        });
        let is_open = !self.taken.get(*from).get(side).copied().unwrap_or(true);
        if !is_free || !is_open {
            return false;
        }
        self.take(*from, step, side);
        for lane in between.0.at() + 1..between.1.at() {
            self.enter(col, LaneIx::of(lane));
        }
        true
    }

    /// Notes that a line runs from `from` to `step` inside their column.
    fn take(&mut self, from: StepIx, step: StepIx, side: usize) {
        for (end, side) in [(from, side), (step, 1 - side)] {
            if let Some(taken) = self.taken.get_mut(end).and_then(|taken| taken.get_mut(side)) {
                *taken = true;
            }
        }
    }

    /// Moves steps that more connectors leave than reach towards their followers.
    fn pull(&self, of: &mut IxVec<StepIx, ColIx>) {
        for step in self.order.iter().rev() {
            let is_tied = self.taken.get(*step).iter().any(|taken| *taken);
            let leaving: Vec<usize> = self
                .graph
                .forward(*step)
                .map(|(_, to)| of.get(to).at())
                .filter(|col| *col < self.first + self.cells.len())
                .collect();
            let arriving = self.graph.backward(*step).filter(|(_, from)| of.get(*from).at() >= self.first);
            let Some(next) = leaving.iter().min() else { continue };
            if !is_tied && leaving.len() > arriving.count() && *next > of.get(*step).at() + 1 {
                of.set(*step, ColIx(next - 1));
            }
        }
    }
}
