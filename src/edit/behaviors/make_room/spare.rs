//! Room that there is already.
//!
//! Owns how far others may go so that no pinned step has to move. Moves nothing itself.

use crate::{
    geom::{Axis, Rect},
    measures::{COLUMN_GAP, LANE_PADDING, PHASE_PADDING, ROW_GAP},
    model::{Page, Step},
};

/// What is pushed, and how far it may go.
#[derive(Clone, Copy)]
pub(super) struct Pushed {
    /// Where the step stands whose column or row is the first one to move.
    pub(super) from: Rect,
    /// How far everything is to move.
    pub(super) by: f64,
    /// The end of the phase or lane, which does not move either.
    pub(super) border: f64,
}

/// Where a push can end before it reaches a pinned step: what `is_behind`, up to there, has room to go so far. `None`
/// where no pinned step is behind, where there is too little room, or where what is pushed first is itself pinned or no
/// nearer than what is: then the pins have to go as well.
pub(super) fn end_of_push(
    page: &Page,
    axis: Axis,
    pushed: Pushed,
    is_behind: &dyn Fn(&Step) -> bool,
) -> Option<f64> {
    let Pushed { from, by, border } = pushed;
    let span = |step: &Step| axis.span(page.orientation, step.rect);
    let middle = |(from, to): (f64, f64)| f64::midpoint(from, to);
    let (gap, padding) = match axis {
        Axis::Along => (COLUMN_GAP, PHASE_PADDING),
        Axis::Across => (ROW_GAP, LANE_PADDING),
    };
    let behind = || page.steps.values().filter(|step| is_behind(step));
    let pin = behind().filter(|step| step.pinned).map(|step| span(step).0).reduce(f64::min)?;
    let end = pin.min(border);
    let pushed = behind().map(|step| span(step)).filter(|span| middle(*span) < end);
    let reach = pushed.map(|(_, to)| to + by).fold(f64::NEG_INFINITY, f64::max);
    let is_pushed = middle(axis.span(page.orientation, from)) < end;
    (is_pushed && reach <= (pin - gap).min(border - padding)).then_some(end)
}

/// Whether `rect` can move so far across without its lane having to grow for it.
pub(super) fn has_room(page: &Page, rect: Rect, by: f64) -> bool {
    let (top, bottom) = page.orientation.span_across(rect);
    let middle = f64::midpoint(top, bottom);
    let lane = page.lane_bands().find(|(_, from, to)| *from <= middle && middle < *to);
    lane.is_some_and(|(_, from, to)| from + LANE_PADDING <= top + by && bottom + by <= to - LANE_PADDING)
}
