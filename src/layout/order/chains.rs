//! Steps of one lane that follow each other on one straight line.
//!
//! Owns which connectors should be straight. Must not choose rows. After the alignment of Brandes and Köpf, *Fast and
//! Simple Horizontal Coordinate Assignment* (2001), with the connectors ranked instead of medians taken.

use crate::{
    geom::{IxVec, indices},
    layout::{
        order::{
            columns::{ColIx, Columns},
            graph::AcyclicGraph,
        },
        request::{LaneIx, StepIx},
    },
};

indices!(pub(in crate::layout),
    /// A chain of steps in one row.
    ChainIx,
);

/// A straight connector may pass so many columns in which its lane has nothing else to say.
const REACH: usize = 3;

/// Steps of one lane in one row, from the first column to the last.
#[derive(Clone, Default, Debug)]
pub(in crate::layout) struct Chain {
    pub(in crate::layout) lane: LaneIx,
    pub(in crate::layout) steps: Vec<StepIx>,
    /// First and last column.
    pub(in crate::layout) span: (ColIx, ColIx),
}

/// All chains, in the order of their first steps; each step is in one.
pub(in crate::layout) fn chains(graph: &AcyclicGraph, columns: &Columns) -> IxVec<ChainIx, Chain> {
    let mut next: IxVec<StepIx, Option<StepIx>> = IxVec::filled(graph.steps.len(), None);
    let mut has_before: IxVec<StepIx, bool> = IxVec::filled(graph.steps.len(), false);
    for (from, to) in wishes(graph, columns) {
        if next.get(from).is_none() && !has_before.get(to) {
            next.set(from, Some(to));
            has_before.set(to, true);
        }
    }
    let col = |step: StepIx| *columns.of.get(step);
    let firsts = graph.order.iter().filter(|step| !has_before.get(**step));
    let chains = firsts.map(|first| {
        let steps: Vec<StepIx> = std::iter::successors(Some(*first), |step| *next.get(*step)).collect();
        let last = steps.last().copied().unwrap_or(*first);
        Chain { lane: graph.steps.get(*first).lane, steps, span: (col(*first), col(last)) }
    });
    IxVec::new(chains.collect(), Chain::default())
}

/// The connectors that could be straight, the most wanted first: short ones before long ones, then main branches,
/// then those whose ends have no other wish.
fn wishes(graph: &AcyclicGraph, columns: &Columns) -> Vec<(StepIx, StepIx)> {
    let mut wishes = Vec::new();
    for from in &graph.order {
        let lane = graph.steps.get(*from).lane;
        for (rank, (edge, to)) in graph.forward(*from).enumerate() {
            let (a, b) = (columns.of.get(*from).0, columns.of.get(to).0);
            if graph.steps.get(to).lane == lane && a < b && b - a <= REACH {
                let crowd = graph.outs.get(*from).len() + graph.ins.get(to).len();
                wishes.push(((b - a, rank, crowd, edge), (*from, to)));
            }
        }
    }
    wishes.sort_by_key(|(rank, _)| *rank);
    wishes.into_iter().map(|(_, ends)| ends).collect()
}
