//! A step belongs to the lane and the phase in which it stands, however it came there.

use crate::{
    edit::{Refusal, rules, transaction::Transaction},
    geom::Rect,
    measures::LANE_PADDING,
    model::{Page, StepId},
};

/// Takes in what was put beyond the first or the last lane, or before the page's beginning.
pub(super) fn take_in(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let moved = tx.placed_steps().map(|step| (step, taken_in(tx.page(), step.rect)));
    let moved = moved.filter(|(step, inside)| step.rect != *inside);
    let moved: Vec<(StepId, Rect)> = moved.map(|(step, inside)| (step.id.clone(), inside)).collect();
    moved.into_iter().try_for_each(|(id, inside)| tx.update_step(&id, |step| step.rect = inside))
}

/// Finds lane and phase of every step that was put somewhere.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut moved = Vec::new();
    for step in tx.placed_steps() {
        let (lane, phase) = rules::membership(tx.page(), step.rect.center());
        let lane = lane.ok_or(Refusal::Gone)?;
        if lane != step.lane || phase != step.phase {
            moved.push((step.id.clone(), lane, phase));
        }
    }
    moved
        .into_iter()
        .try_for_each(|(id, lane, phase)| tx.update_step(&id, |step| (step.lane, step.phase) = (lane, phase)))
}

/// `rect`, or where its middle lies off the lanes, the same size just inside of them.
fn taken_in(page: &Page, rect: Rect) -> Rect {
    let orientation = page.orientation;
    let (start, end) = orientation.span_along(rect);
    let (top, bottom) = orientation.span_across(rect);
    let breadth = page.breadth();
    let middle = f64::midpoint(top, bottom);
    let across = if middle < 0.0 {
        LANE_PADDING - top
    } else if middle > breadth {
        (breadth - LANE_PADDING) - bottom
    } else {
        0.0
    };
    let along = if f64::midpoint(start, end) < 0.0 { LANE_PADDING - start } else { 0.0 };
    orientation.rect((start + along, end + along), (top + across, bottom + across))
}
