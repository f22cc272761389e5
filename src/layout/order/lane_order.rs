//! An order of lanes in which hand-overs are short.
//!
//! Owns the search for it: a linear arrangement of the lanes, found by exchanging pairs. Must not place steps.

use crate::{
    geom::{Ix as _, IxVec},
    layout::{order::graph::AcyclicGraph, request::LaneIx},
    progress::{Progress, Stopped},
};

/// The rank of each lane in the order with the shortest hand-overs that exchanging two lanes at a time finds,
/// beginning with the given one.
pub(in crate::layout) fn best_order(
    graph: &AcyclicGraph,
    lanes: usize,
    progress: &mut Progress<'_>,
) -> Result<IxVec<LaneIx, usize>, Stopped> {
    let lanes = lanes.max(1);
    let mut pairs = std::collections::BTreeMap::new();
    for edge in graph.edges.as_slice() {
        let (a, b) = (graph.steps.get(edge.from).lane, graph.steps.get(edge.to).lane);
        if a != b {
            *pairs.entry((a.min(b), a.max(b))).or_insert(0usize) += 1;
        }
    }
    let length = |rank: &IxVec<LaneIx, usize>| -> usize {
        pairs.iter().map(|((a, b), count)| count * rank.get(*a).abs_diff(*rank.get(*b))).sum()
    };
    let mut rank = IxVec::new((0..lanes).collect(), lanes - 1);
    let mut best = length(&rank);
    loop {
        let mut has_changed = false;
        for a in 0..lanes {
            progress.ask()?;
            for b in a + 1..lanes {
                let mut other = rank.clone();
                let (a, b) = (LaneIx::of(a), LaneIx::of(b));
                other.set(a, *rank.get(b));
                other.set(b, *rank.get(a));
                let new = length(&other);
                if new < best {
                    (best, rank, has_changed) = (new, other, true);
                }
            }
        }
        if !has_changed {
            return Ok(rank);
        }
    }
}
