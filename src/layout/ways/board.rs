//! The sheet with steps and lines on it.
//!
//! Owns who uses what of the sheet, and what a way costs given that. Must not search.

use std::collections::BTreeMap;

use crate::{
    geom::{Ix as _, IxVec, Side},
    layout::{
        order::graph::AcyclicGraph,
        request::{EdgeIx, StepIx},
        ways::sheet::{ChartSheet, Crossing, LineKind, NodeIx, heading},
    },
};

/// A step with many connectors makes all ways near it dear, so that searches look everywhere: each of them counts
/// like so many steps.
const BUSY: usize = 40;

/// What makes a way dear, in units of length.
#[derive(Clone, Copy, Debug)]
pub(in crate::layout) struct Costs {
    pub(in crate::layout) bend: u32,
    pub(in crate::layout) crossing: u32,
    /// Along the same middle of a row or column as another line.
    pub(in crate::layout) shared: u32,
    /// Through the same place of a pointed outline as another line.
    pub(in crate::layout) crowded: u32,
    /// Beside another line in the same channel.
    pub(in crate::layout) beside: u32,
    /// Leaving or arriving across the flow …
    pub(in crate::layout) across: u32,
    /// … and against it.
    pub(in crate::layout) against: u32,
    /// How much the search trusts its estimates, in quarters: with 4 it finds a cheapest way, with more it finds a way
    /// that costs at most so many quarters of that, sooner.
    pub(in crate::layout) estimate_weight: u32,
}

impl Costs {
    /// The costs for a chart of so many steps: in a large one, crossings cannot be avoided by going round.
    pub(in crate::layout) fn of(graph: &AcyclicGraph) -> Self {
        let steps = graph.steps.len();
        let busiest = graph.outs.as_slice().iter().chain(graph.ins.as_slice()).map(Vec::len).max();
        let share = u32::try_from(steps.max(1)).unwrap_or(u32::MAX);
        let crossing = (70_000 / share).clamp(60, 400);
        Self {
            bend: 110,
            crossing,
            shared: 150,
            crowded: 400,
            beside: 20,
            across: 12,
            against: 110,
            estimate_weight: match steps.max(BUSY * busiest.unwrap_or(0)) {
                0..=500 => 4,
                501..=5000 => 5,
                5001..=20_000 => 8,
                // A star: what leaves it is dear everywhere, so that searches would go through all of the chart.
                _ => 32,
            },
        }
    }
}

impl Costs {
    /// Costs at which a line rather crosses another one than goes round it.
    pub(in crate::layout) const fn direct(self) -> Self {
        Self { crossing: self.crossing / 3, ..self }
    }
}

/// Lines on the piece between two neighbouring nodes.
#[derive(Clone, Copy, Default, Debug)]
struct Use {
    /// How many there are; with [`MIXED`] where they are of several nets.
    lines: u32,
    net: u32,
}

/// The highest bit of a count, which no chart reaches.
const MIXED: u32 = 1 << 31;

/// What is in a node and on the pieces that begin there, side by side: a search asks for all of it at once, in tens of
/// thousands of nodes.
#[derive(Clone, Copy, Default, Debug)]
struct Traffic {
    /// The piece to the right.
    right: Use,
    /// The piece down.
    down: Use,
    passing: Passing,
    /// The number of the step that stands there, counted from 1; 0 for none.
    taken: u32,
}

/// Lines that pass a node straight.
#[derive(Clone, Copy, Default, Debug)]
struct Passing {
    level: u32,
    plumb: u32,
}

/// Steps and lines on the sheet.
///
/// Lines to the same step form a *net*: they may share their way. Lines between the same two steps do not.
pub(in crate::layout) struct Board<'a> {
    pub(in crate::layout) graph: &'a AcyclicGraph,
    pub(in crate::layout) sheet: ChartSheet,
    pub(in crate::layout) prices: Costs,
    /// Where each step stands.
    pub(in crate::layout) spot: IxVec<StepIx, NodeIx>,
    /// The way of each connector, from its first step to its last; empty when it has none.
    pub(in crate::layout) paths: IxVec<EdgeIx, Vec<NodeIx>>,
    net: IxVec<EdgeIx, u32>,
    traffic: IxVec<NodeIx, Traffic>,
    /// The lines through each cell that has no step; cells without lines are left out.
    through: BTreeMap<NodeIx, Vec<EdgeIx>>,
}

impl<'a> Board<'a> {
    /// A board without lines; `spot` gives the place of each step.
    pub(in crate::layout) fn new(
        graph: &'a AcyclicGraph,
        sheet: ChartSheet,
        prices: Costs,
        spot: IxVec<StepIx, NodeIx>,
    ) -> Self {
        let nodes = sheet.nodes();
        let mut board = Self {
            graph,
            sheet,
            prices,
            spot,
            paths: IxVec::filled(graph.edges.len(), Vec::new()),
            net: nets(graph),
            traffic: IxVec::filled(nodes, Traffic::default()),
            through: BTreeMap::new(),
        };
        for step in board.spot.ids() {
            board.take(*board.spot.get(step), Some(step));
        }
        board
    }

    /// The net of a connector: those of the same net may share their way.
    pub(in crate::layout) fn net(&self, edge: EdgeIx) -> u32 {
        *self.net.get(edge)
    }

    /// The step in a node.
    pub(in crate::layout) fn taken(&self, node: NodeIx) -> Option<StepIx> {
        let taken = self.traffic.get(node).taken;
        taken.checked_sub(1).and_then(|step| usize::try_from(step).ok()).map(StepIx)
    }

    /// Whether no step stands in a node.
    pub(in crate::layout) fn is_free(&self, node: NodeIx) -> bool {
        self.traffic.get(node).taken == 0
    }

    fn take(&mut self, node: NodeIx, step: Option<StepIx>) {
        if let Some(traffic) = self.traffic.get_mut(node) {
            traffic.taken = step.map_or(0, |step| u32::try_from(step.at() + 1).unwrap_or(u32::MAX));
        }
    }

    /// The lines through a cell.
    pub(in crate::layout) fn through(&self, node: NodeIx) -> &[EdgeIx] {
        self.through.get(&node).map(Vec::as_slice).unwrap_or_default()
    }

    /// Takes a step off the sheet; lines are the caller's.
    pub(in crate::layout) fn lift(&mut self, step: StepIx) {
        self.take(*self.spot.get(step), None);
    }

    /// Puts a step that was lifted somewhere.
    pub(in crate::layout) fn put(&mut self, step: StepIx, node: NodeIx) {
        self.take(node, Some(step));
        self.spot.set(step, node);
    }

    /// Draws a line.
    pub(in crate::layout) fn draw(&mut self, edge: EdgeIx, path: Vec<NodeIx>) {
        self.count(edge, &path, true);
        self.paths.set(edge, path);
    }

    /// Takes a line away.
    pub(in crate::layout) fn erase(&mut self, edge: EdgeIx) -> Vec<NodeIx> {
        let path = self.paths.get_mut(edge).map(std::mem::take).unwrap_or_default();
        self.count(edge, &path, false);
        path
    }

    fn count(&mut self, edge: EdgeIx, path: &[NodeIx], is_new: bool) {
        let net = self.net(edge);
        for pair in path.windows(2) {
            let [a, b] = pair else { continue };
            let (from, side) =
                if a < b { (*a, heading(&self.sheet, *a, *b)) } else { (*b, heading(&self.sheet, *b, *a)) };
            if let Some(traffic) = self.traffic.get_mut(from) {
                let piece = if side.is_horizontal() { &mut traffic.right } else { &mut traffic.down };
                piece.change(net, is_new);
            }
        }
        for triple in path.windows(3) {
            let [a, b, c] = triple else { continue };
            let (first, second) = (heading(&self.sheet, *a, *b), heading(&self.sheet, *b, *c));
            if first == second
                && let Some(Traffic { passing, .. }) = self.traffic.get_mut(*b)
            {
                let count = if first.is_horizontal() { &mut passing.level } else { &mut passing.plumb };
                *count = if is_new { *count + 1 } else { count.saturating_sub(1) };
            }
            if self.sheet.is_cell(*b) {
                self.pass_cell(edge, *b, is_new);
            }
        }
    }

    /// Notes that a line passes a cell, or that it no longer does.
    fn pass_cell(&mut self, edge: EdgeIx, cell: NodeIx, is_new: bool) {
        let list = self.through.entry(cell).or_default();
        if is_new {
            list.push(edge);
        } else {
            list.retain(|other| *other != edge);
        }
        if list.is_empty() {
            self.through.remove(&cell);
        }
    }

    /// What going from a node in a direction costs a line of `net`; the target must be free for it.
    pub(in crate::layout) fn hop(&self, from: Crossing, side: Side, net: u32) -> Option<(Crossing, u32)> {
        let to = self.sheet.beyond(from, side)?;
        let ((x, y), (u, v)) = (self.sheet.place_of(from), self.sheet.place_of(to));
        let length = x.abs_diff(u) + y.abs_diff(v);
        let other = self.piece(from, side).others(net);
        if other == 0 {
            return Some((to, length));
        }
        let more = match self.sheet.kind_along(from, side) {
            LineKind::Channel => self.prices.beside * other.min(8),
            LineKind::Middle => self.prices.shared,
        };
        Some((to, length + more))
    }

    /// What passing a node costs, on the way from one direction into another.
    pub(in crate::layout) fn turn(&self, node: NodeIx, from: Side, to: Side) -> u32 {
        if from != to {
            return self.prices.bend;
        }
        let passing = self.traffic.get(node).passing;
        let count = if from.is_horizontal() { passing.plumb } else { passing.level };
        self.prices.crossing * count
    }

    /// What leaving (or, against `side`, reaching) a step through a side costs besides the way.
    pub(in crate::layout) fn door(&self, step: StepIx, side: Side, net: u32, is_arrival: bool) -> u32 {
        let toll = match (side, is_arrival) {
            (Side::Top | Side::Bottom, _) => self.prices.across,
            (Side::Right, false) | (Side::Left, true) => 0,
            (Side::Right, true) | (Side::Left, false) => self.prices.against,
        };
        let others = self.piece(self.sheet.crossing(*self.spot.get(step)), side).others(net);
        let is_pointed = self.graph.steps.get(step).is_pointed;
        if others > 0 && is_pointed { toll + self.prices.crowded } else { toll }
    }

    fn piece(&self, at: Crossing, side: Side) -> Use {
        let traffic = match side {
            Side::Right | Side::Bottom => self.traffic.get(at.node),
            Side::Left | Side::Top => self.traffic.get(self.sheet.beyond(at, side).unwrap_or(at).node),
        };
        if side.is_horizontal() { traffic.right } else { traffic.down }
    }

    /// What a way costs among the lines that are there.
    pub(in crate::layout) fn price(&self, edge: EdgeIx, path: &[NodeIx]) -> u32 {
        let net = self.net(edge);
        let ends = self.graph.edges.get(edge);
        let mut sum = 0;
        let mut before: Option<Side> = None;
        for pair in path.windows(2) {
            let [a, b] = pair else { continue };
            let side = heading(&self.sheet, *a, *b);
            sum += self.hop(self.sheet.crossing(*a), side, net).map_or(0, |(_, price)| price);
            sum += match before {
                None => self.door(ends.from, side, net, false),
                Some(before) => self.turn(*a, before, side),
            };
            before = Some(side);
        }
        sum + before.map_or(0, |side| self.door(ends.to, side.opposite(), net, true))
    }
}

impl Use {
    fn change(&mut self, net: u32, is_new: bool) {
        let (mut count, mut is_mixed) = (self.lines & !MIXED, self.lines & MIXED != 0);
        if is_new {
            is_mixed |= count > 0 && self.net != net;
            self.net = net;
            count += 1;
        } else {
            count = count.saturating_sub(1);
            is_mixed &= count > 1;
        }
        self.lines = if is_mixed { count | MIXED } else { count };
    }

    /// How many lines of other nets there are, roughly where there are several nets.
    const fn others(self, net: u32) -> u32 {
        if self.lines & MIXED == 0 && self.net == net { 0 } else { self.lines & !MIXED }
    }
}

/// One net for each step that lines reach, one of its own for each further line between the same two steps.
fn nets(graph: &AcyclicGraph) -> IxVec<EdgeIx, u32> {
    let mut seen = std::collections::BTreeSet::new();
    let nets = graph.edges.iter().map(|(ix, edge)| {
        let is_first = seen.insert((edge.from, edge.to));
        let net = if is_first { edge.to.at() } else { graph.steps.len() + ix.at() };
        u32::try_from(net).unwrap_or(u32::MAX)
    });
    IxVec::new(nets.collect(), u32::MAX)
}
