//! The columns and rows that steps stand in already.
//!
//! Owns the reading of a drawing: what stands roughly one above the other is a column, what stands roughly beside each
//! other is a row of its lane. Must not move anything to another column or row, except where two steps would share a
//! cell.

use std::collections::BTreeMap;

use crate::{
    geom::{Ix as _, IxVec},
    layout::{
        order::{
            columns::{ColIx, Columns, phases_of},
            graph::AcyclicGraph,
            rows::LaneRows,
        },
        request::{LaneIx, StepIx},
    },
};

/// Steps whose middles are less than this share of their mean extent apart are in one column or row.
const NEAR: f64 = 0.5;

/// The columns and rows of a drawing.
pub(in crate::layout) fn present(graph: &AcyclicGraph, phases: usize, lanes: usize) -> (Columns, LaneRows) {
    let columns = columns(graph, phases);
    let mut rows =
        LaneRows { of: IxVec::filled(graph.steps.len(), 0), counts: IxVec::filled(lanes.max(1), 1) };
    for lane in (0..lanes.max(1)).map(LaneIx::of) {
        let steps: Vec<StepIx> =
            graph.steps.iter().filter(|(_, step)| step.lane == lane).map(|(ix, _)| ix).collect();
        let groups = grouped(&steps, |ix| graph.steps.get(ix).now.y, |ix| graph.steps.get(ix).size.height);
        let mut count = 1;
        // The row after the last step of each column.
        let mut next: BTreeMap<ColIx, usize> = BTreeMap::new();
        for (row, step) in groups {
            let next = next.entry(*columns.of.get(step)).or_default();
            // Two in a cell: the lower one gets the next row that is free there.
            let free = row.max(*next);
            *next = free + 1;
            count = count.max(*next);
            rows.of.set(step, free);
        }
        rows.counts.set(lane, count);
    }
    (columns, rows)
}

fn columns(graph: &AcyclicGraph, phases: usize) -> Columns {
    let phase = phases_of(graph, phases);
    let mut of = IxVec::filled(graph.steps.len(), ColIx(0));
    let mut counts = Vec::with_capacity(phases.max(1));
    let mut first = 0;
    for band in 0..phases.max(1) {
        let steps: Vec<StepIx> = graph.steps.ids().filter(|step| *phase.get(*step) == band).collect();
        let groups = grouped(&steps, |ix| graph.steps.get(ix).now.x, |ix| graph.steps.get(ix).size.width);
        let count = groups.iter().map(|(col, _)| col + 1).max().unwrap_or(0);
        for (col, step) in groups {
            of.set(step, ColIx(first + col));
        }
        counts.push(count);
        first += count;
    }
    Columns { of, counts }
}

/// Steps with the number of their group, in order.
fn grouped(
    steps: &[StepIx],
    at: impl Fn(StepIx) -> f64,
    extent: impl Fn(StepIx) -> f64,
) -> Vec<(usize, StepIx)> {
    let mut sorted: Vec<(f64, StepIx)> = steps.iter().map(|step| (at(*step), *step)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let near = NEAR * steps.iter().map(|step| extent(*step)).sum::<f64>() / steps.len().max(1) as f64;
    let mut groups: Vec<(usize, StepIx)> = Vec::with_capacity(steps.len());
    let mut start = f64::NEG_INFINITY;
    let mut group: usize = 0;
    for (at, step) in sorted {
        if at - start > near {
            group += usize::from(!groups.is_empty());
            start = at;
        }
        groups.push((group, step));
    }
    groups
}
