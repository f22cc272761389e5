//! Room that there is already.
//!
//! Owns how far others may go so that no pinned step has to move. Moves nothing itself.

use super::shift::Axis;
use crate::{
    geom::Rect,
    model::{LANE_PADDING, Page, Step},
};

/// What is kept free before a pinned step along the flow and across it.
const GAP: (f64, f64) = (36.0, 28.0);
/// What is kept free before the border of a phase and of a lane.
const PADDING: (f64, f64) = (22.0, LANE_PADDING);

/// Where a push of `from` by a length can end before it reaches a pinned step: what `is_behind`, up to there, has room to
/// go so far. `border` is the end of the phase or lane, which does not move either. `None` where no pinned step is
/// behind, where there is too little room, or where `from` itself is pinned or no nearer than what is: then the pins have
/// to go as well.
pub(super) fn end_of_push(
    page: &Page,
    axis: Axis,
    (from, by): (Rect, f64),
    border: f64,
    is_behind: &dyn Fn(&Step) -> bool,
) -> Option<f64> {
    let span = |step: &Step| axis.span(page.orientation, step.rect);
    let middle = |(from, to): (f64, f64)| f64::midpoint(from, to);
    let (gap, padding) = match axis {
        Axis::Along => (GAP.0, PADDING.0),
        Axis::Across => (GAP.1, PADDING.1),
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
