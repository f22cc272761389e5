//! The column and row of each step, and which others it may have.
//!
//! Owns what keeps the reading direction when steps change places. Must not know lines.

use crate::{
    geom::IxVec,
    layout::{
        order::{
            columns::{ColIx, Columns},
            graph::AcyclicGraph,
            rows::LaneRows,
        },
        request::{LaneIx, StepIx},
    },
};

/// Column and row in the lane.
pub(in crate::layout) type SheetCell = (ColIx, usize);

/// How far a step looks for a better row.
const REACH: usize = 2;

/// Where steps stand and how far they may go.
pub(in crate::layout) struct Cells {
    pub(in crate::layout) of: IxVec<StepIx, SheetCell>,
    /// First column of the phase of each column, and the first one after it.
    phase: IxVec<ColIx, (usize, usize)>,
    rows: IxVec<LaneIx, usize>,
}

impl Cells {
    /// The cells that columns and rows give.
    pub(in crate::layout) fn new(graph: &AcyclicGraph, columns: &Columns, rows: &LaneRows) -> Self {
        let of = graph.steps.ids().map(|step| (*columns.of.get(step), *rows.of.get(step)));
        let mut phase = Vec::with_capacity(columns.len());
        for count in &columns.counts {
            let first = phase.len();
            phase.resize(first + count, (first, first + count));
        }
        Self {
            of: IxVec::new(of.collect(), (ColIx(0), 0)),
            phase: IxVec::new(phase, (0, 0)),
            rows: rows.counts.clone(),
        }
    }

    /// The cells around a step that it may have, nearest first.
    pub(in crate::layout) fn near(&self, graph: &AcyclicGraph, step: StepIx) -> Vec<SheetCell> {
        let (ColIx(col), row) = *self.of.get(step);
        let count = *self.rows.get(graph.steps.get(step).lane);
        let mut near = Vec::new();
        for col in [col, col + 1, col.wrapping_sub(1)] {
            let rows = row.saturating_sub(REACH)..(row + REACH + 1).min(count);
            let mut rows: Vec<usize> = rows.collect();
            rows.sort_by_key(|other| other.abs_diff(row));
            near.extend(rows.into_iter().map(|row| (ColIx(col), row)));
        }
        near.retain(|cell| *cell != (ColIx(col), row) && self.may_stand(graph, step, *cell));
        near
    }

    /// The other rows of its lane that are not far from a step, nearest first.
    pub(in crate::layout) fn rows_near(&self, graph: &AcyclicGraph, step: StepIx) -> Vec<usize> {
        let row = self.of.get(step).1;
        let count = *self.rows.get(graph.steps.get(step).lane);
        let mut rows: Vec<usize> = (row.saturating_sub(REACH)..(row + REACH + 1).min(count)).collect();
        rows.retain(|other| *other != row);
        rows.sort_by_key(|other| other.abs_diff(row));
        rows
    }

    /// Whether a step may stand in a cell of its lane: in its phase, not before what leads to it, not behind what
    /// follows; on a level with those only where they are in other lanes.
    pub(in crate::layout) fn may_stand(&self, graph: &AcyclicGraph, step: StepIx, cell: SheetCell) -> bool {
        let (col, _) = cell;
        let own = *self.of.get(step);
        let (first, end) = *self.phase.get(own.0);
        if col.0 < first || col.0 >= end {
            return false;
        }
        if col == own.0 {
            return true;
        }
        let lane = graph.steps.get(step).lane;
        let least = |other: StepIx| usize::from(graph.steps.get(other).lane == lane);
        let is_after = graph.backward(step).all(|(_, from)| self.of.get(from).0.0 + least(from) <= col.0);
        let is_before = graph.forward(step).all(|(_, to)| col.0 + least(to) <= self.of.get(to).0.0);
        is_after && is_before
    }
}
