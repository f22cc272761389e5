//! A step belongs to the lane and the phase in which it stands, however it came there.

use crate::{
    edit::{Refusal, rules, transaction::Transaction},
    geom::Rect,
    model::{LANE_PADDING, Page, StepId},
};

/// Finds lane and phase of every step that was put somewhere; one beyond the first or the last lane, or before the
/// page's beginning, is taken in.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let placed: Vec<StepId> = tx.placed().iter().cloned().collect();
    for id in placed {
        let Ok(step) = tx.step(&id) else { continue };
        let rect = taken_in(tx.page(), step.rect);
        let (lane, phase) = rules::membership(tx.page(), rect.center());
        let lane = lane.ok_or(Refusal::Gone)?;
        if rect == step.rect && lane == step.lane && phase == step.phase {
            continue;
        }
        tx.update_step(&id, |step| (step.rect, step.lane, step.phase) = (rect, lane, phase))?;
    }
    Ok(())
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
