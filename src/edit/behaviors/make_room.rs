//! A step stands where nothing else does.
//!
//! Owns who gives way. A step that is put partly over another one slides off it where that is a short way. One that
//! is put between two others pushes everything behind it on, in all lanes, so that what stood in one column still
//! does.

use std::sync::Arc;

use super::shift::{Axis, shift};
use crate::{
    edit::{Refusal, transaction::Transaction},
    geom::{Rect, Vec2},
    model::{Page, Phase, Step, StepId},
};

/// Closer than this, two steps are in each other's way.
const CLEARANCE: f64 = 12.0;
/// The room that is made between columns.
const COLUMN_GAP: f64 = 36.0;
/// The room that is made between rows.
const ROW_GAP: f64 = 28.0;
/// How far a step slides across rather than push others along.
const SHORT_WAY: f64 = 40.0;
/// After so many moves the rest may overlap; the check says where.
const MOST_MOVES: usize = 64;

/// Makes room for every step that was put somewhere.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let mut placed: Vec<StepId> = tx.placed().iter().cloned().collect();
    let orientation = tx.page().orientation;
    let start = |tx: &Transaction<'_>, id: &StepId| {
        tx.step(id).map_or(0.0, |step| orientation.span_along(step.rect).0)
    };
    placed.sort_by(|a, b| start(tx, a).total_cmp(&start(tx, b)));
    let mut moves = 0;
    for id in &placed {
        let mut slid = 0.0_f64;
        while let Some(other) = in_the_way(tx, id) {
            moves += 1;
            if moves > MOST_MOVES {
                return Ok(());
            }
            give_way(tx, id, &other, &mut slid)?;
        }
    }
    Ok(())
}

/// The step nearest to the middle of `id` among those that it stands on; of the placed ones only those that stay.
fn in_the_way(tx: &Transaction<'_>, id: &StepId) -> Option<Arc<Step>> {
    let step = tx.step(id).ok()?;
    if !step.kind.is_flow() {
        // A note may lie where a person wants it.
        return None;
    }
    let own = step.rect.inset(CLEARANCE - 0.01);
    let page = tx.page();
    let all = page.steps.values().filter(|other| {
        other.id != *id
            && other.kind.is_flow()
            && !tx.placed().contains(&other.id)
            && own.overlaps(other.rect)
    });
    let distance = |other: &&Arc<Step>| other.rect.center().distance(step.rect.center());
    all.min_by(|a, b| distance(a).total_cmp(&distance(b))).cloned()
}

fn give_way(tx: &mut Transaction<'_>, id: &StepId, other: &Step, slid: &mut f64) -> Result<(), Refusal> {
    let orientation = tx.page().orientation;
    let rect = tx.step(id)?.rect;
    if let Some(by) = slide(tx.page(), rect, other.rect).filter(|by| slid.abs() + by.abs() <= SHORT_WAY) {
        *slid += by.abs();
        let by = orientation.point(0.0, by).to_vec2();
        return tx.update_step(id, |step| step.rect = step.rect + by);
    }
    let (start, end) = orientation.span_along(rect);
    let (other_start, other_end) = orientation.span_along(other.rect);
    if other_start + other_end < start + end {
        let by: Vec2 = orientation.point(other_end + COLUMN_GAP - start, 0.0).to_vec2();
        tx.update_step(id, |step| step.rect = step.rect + by)
    } else {
        push_on(tx, (other_start, other_end), end + COLUMN_GAP - other_start);
        Ok(())
    }
}

/// How far across `rect` has to go to stand clear of `other`, to the nearer side; `None` where it would leave its
/// lane for that.
fn slide(page: &Page, rect: Rect, other: Rect) -> Option<f64> {
    let (top, bottom) = page.orientation.span_across(rect);
    let (other_top, other_bottom) = page.orientation.span_across(other);
    let by = if top + bottom < other_top + other_bottom {
        other_top - ROW_GAP - bottom
    } else {
        other_bottom + ROW_GAP - top
    };
    let middle = f64::midpoint(top, bottom);
    let band = page.lane_bands().find(|(_, _, to)| middle < *to)?;
    let inside = band.1 < middle + by && middle + by < band.2;
    inside.then_some(by)
}

/// Pushes everything from the column of the step with the extent `from` on forward by `by`, in all lanes; the phase
/// grows.
fn push_on(tx: &mut Transaction<'_>, from: (f64, f64), by: f64) {
    let orientation = tx.page().orientation;
    let middle = f64::midpoint(from.0, from.1) - 1.0;
    let phases: Vec<(Arc<Phase>, f64)> = tx
        .page()
        .phases
        .iter()
        .zip(tx.page().phase_bands())
        .map(|(phase, (_, _, to))| (Arc::clone(phase), to))
        .collect();
    let grows = phases.iter().position(|(_, to)| middle < *to).or_else(|| phases.len().checked_sub(1));
    let placed = tx.placed().clone();
    let is_behind = |step: &Step| {
        let (start, end) = orientation.span_along(step.rect);
        f64::midpoint(start, end) >= middle && !placed.contains(&step.id)
    };
    shift(tx, Axis::Along, &|step| if is_behind(step) { by } else { 0.0 }, &|along| {
        if along >= from.0 - 1.0 { by } else { 0.0 }
    });
    if let Some(grows) = grows {
        tx.update_phases(|phases| {
            if let Some(phase) = phases.get_mut(grows) {
                Arc::make_mut(phase).size += by;
            }
        });
    }
}
