//! The row of each step inside its lane.
//!
//! Owns a first arrangement of rows: chains that share a column get different rows, each near the steps that it is
//! connected with, over all lanes together. `improve` makes it better once lines are there. Must not route.

use crate::{
    geom::{Ix as _, IxVec},
    layout::{
        order::{
            chains::{Chain, ChainIx},
            columns::ColIx,
            graph::AcyclicGraph,
        },
        request::{LaneIx, StepIx},
    },
};

/// How often all lanes are gone through.
const SWEEPS: usize = 8;
/// How far a lane's border is, in rows.
const BORDER: f64 = 0.6;

/// The rows of a chart.
pub(in crate::layout) struct LaneRows {
    /// The row of each step in its lane.
    pub(in crate::layout) of: IxVec<StepIx, usize>,
    /// How many rows each lane has; at least 1.
    pub(in crate::layout) counts: IxVec<LaneIx, usize>,
}

impl LaneRows {
    /// Arranges chains in rows; `rank` is the place of each lane.
    pub(in crate::layout) fn new(
        graph: &AcyclicGraph,
        chains: &IxVec<ChainIx, Chain>,
        rank: &IxVec<LaneIx, usize>,
    ) -> Self {
        let mut sweep = Sweep::new(graph, chains, rank);
        for round in 0..SWEEPS {
            sweep.round(round % 2 == 1);
        }
        let mut of = IxVec::filled(graph.steps.len(), 0);
        for (ix, chain) in chains.iter() {
            for step in &chain.steps {
                of.set(*step, *sweep.row.get(ix));
            }
        }
        Self { of, counts: sweep.counts }
    }
}

/// The arrangement while it is made.
struct Sweep<'a> {
    graph: &'a AcyclicGraph,
    chains: &'a IxVec<ChainIx, Chain>,
    /// The lanes, first to last.
    order: Vec<LaneIx>,
    by_lane: IxVec<LaneIx, Vec<ChainIx>>,
    chain_of: IxVec<StepIx, ChainIx>,
    row: IxVec<ChainIx, usize>,
    counts: IxVec<LaneIx, usize>,
    /// Where the first row of each lane is, in rows.
    tops: IxVec<LaneIx, f64>,
    /// How many columns there are.
    columns: usize,
}

impl<'a> Sweep<'a> {
    fn new(graph: &'a AcyclicGraph, chains: &'a IxVec<ChainIx, Chain>, rank: &IxVec<LaneIx, usize>) -> Self {
        let mut order: Vec<LaneIx> = rank.ids().collect();
        order.sort_by_key(|lane| *rank.get(*lane));
        let mut by_lane = IxVec::filled(rank.len(), Vec::new());
        let mut chain_of = IxVec::filled(graph.steps.len(), ChainIx(0));
        for (ix, chain) in chains.iter() {
            if let Some(list) = by_lane.get_mut(chain.lane) {
                list.push(ix);
            }
            for step in &chain.steps {
                chain_of.set(*step, ix);
            }
        }
        let mut sweep = Self {
            graph,
            chains,
            order,
            by_lane,
            chain_of,
            row: IxVec::filled(chains.len(), 0),
            counts: IxVec::filled(rank.len(), 1),
            tops: IxVec::filled(rank.len(), 0.0),
            columns: chains.as_slice().iter().map(|chain| chain.span.1.at() + 1).max().unwrap_or(0),
        };
        sweep.stack();
        for lane in sweep.order.clone() {
            sweep.arrange(lane);
        }
        sweep.stack();
        sweep
    }

    /// Notes where each lane begins.
    fn stack(&mut self) {
        let mut top = 0.0;
        for lane in &self.order {
            self.tops.set(*lane, top);
            top += *self.counts.get(*lane) as f64 + BORDER;
        }
    }

    fn round(&mut self, is_upward: bool) {
        let lanes = self.order.clone();
        let count = lanes.len();
        for nth in 0..count {
            let at = if is_upward { count - 1 - nth } else { nth };
            if let Some(lane) = lanes.get(at) {
                self.arrange(*lane);
            }
        }
        self.stack();
    }

    fn height(&self, chain: ChainIx) -> f64 {
        self.tops.get(self.chains.get(chain).lane) + *self.row.get(chain) as f64
    }

    /// The mean height of what a chain is connected with outside of it; its own where there is nothing.
    fn wish(&self, chain: ChainIx) -> f64 {
        let steps = &self.chains.get(chain).steps;
        let (mut sum, mut count) = (0.0, 0.0);
        for step in steps {
            for other in self.graph.neighbours(*step).map(|step| *self.chain_of.get(step)) {
                if other != chain {
                    sum += self.height(other);
                    count += 1.0;
                }
            }
        }
        if count > 0.0 { sum / count } else { self.height(chain) }
    }

    /// The columns of a chain.
    fn span(&self, chain: ChainIx) -> impl Iterator<Item = ColIx> + use<> {
        let (first, last) = self.chains.get(chain).span;
        (first.at()..=last.at()).map(ColIx)
    }

    /// Gives the chains of a lane rows in the order of their wishes.
    fn arrange(&mut self, lane: LaneIx) {
        let mut list: Vec<(f64, ChainIx)> =
            self.by_lane.get(lane).iter().map(|chain| (self.wish(*chain), *chain)).collect();
        list.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        // The first row that is free below what was placed, by column.
        let mut free: IxVec<ColIx, usize> = IxVec::filled(self.columns, 0);
        let mut rows: Vec<(usize, f64, ChainIx)> = Vec::with_capacity(list.len());
        for (wish, chain) in list {
            let row = self.span(chain).map(|col| *free.get(col)).max().unwrap_or(0);
            self.span(chain).for_each(|col| free.set(col, row + 1));
            rows.push((row, wish, chain));
        }
        let count = rows.iter().map(|(row, _, _)| row + 1).max().unwrap_or(1);
        let top = *self.tops.get(lane);
        // From below: each chain as near to its wish as those below it leave room.
        let mut taken: IxVec<ColIx, usize> = IxVec::filled(self.columns, count);
        let mut placed: Vec<(usize, ChainIx)> = Vec::with_capacity(rows.len());
        for (least, wish, chain) in rows.into_iter().rev() {
            let below = self.span(chain).map(|col| *taken.get(col)).min().unwrap_or(count);
            let most = below.saturating_sub(1).max(least);
            let row = crate::geom::nearest_count(wish - top).clamp(least, most);
            self.span(chain).for_each(|col| taken.set(col, row.min(*taken.get(col))));
            placed.push((row, chain));
        }
        for (row, chain) in placed {
            self.row.set(chain, row);
        }
        self.counts.set(lane, count);
    }
}

/// The rank of each lane when their order is kept.
pub(in crate::layout) fn given_order(lanes: usize) -> IxVec<LaneIx, usize> {
    let lanes = lanes.max(1);
    IxVec::new((0..lanes).collect(), lanes - 1)
}

/// The lanes from the first to the last.
pub(in crate::layout) fn in_order(rank: &IxVec<LaneIx, usize>) -> Vec<LaneIx> {
    let mut order: Vec<LaneIx> = (0..rank.len()).map(LaneIx::of).collect();
    order.sort_by_key(|lane| *rank.get(*lane));
    order
}
