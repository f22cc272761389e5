//! Pushing a column or a row on, with everything behind it.

use std::collections::BTreeSet;

use super::spare::{Pushed, end_of_push};
use crate::{
    edit::{
        bands::{Lanes, Phases},
        space::{grow, shift},
        transaction::Transaction,
    },
    geom::{Axis, Rect},
    model::{Step, StepId},
};

/// A push of the column or row of a step.
#[derive(Clone, Copy)]
pub(super) struct Push {
    /// Where the step stands that needs the room.
    pub(super) placed: Rect,
    /// Where the step stands whose column or row is the first one to move.
    pub(super) from: Rect,
    /// How far everything moves.
    pub(super) by: f64,
}

impl Push {
    /// Pushes along `axis`; nobody pushes the steps in `waiting`.
    pub(super) fn apply(self, tx: &mut Transaction<'_>, axis: Axis, waiting: &BTreeSet<StepId>) {
        match axis {
            Axis::Along => self.columns(tx, waiting),
            Axis::Across => self.rows(tx, waiting),
        }
    }

    /// Pushes columns on in all lanes; the phase grows.
    fn columns(self, tx: &mut Transaction<'_>, waiting: &BTreeSet<StepId>) {
        let Self { placed: _, from, by } = self;
        let orientation = tx.page().orientation;
        let (start, end) = orientation.span_along(from);
        let middle = f64::midpoint(start, end) - 1.0;
        let grows = tx.page().phase_bands().position(|(_, _, to)| middle < to);
        let border = grows.filter(|at| at + 1 < tx.page().phases.len());
        let border =
            border.and_then(|at| tx.page().phase_bands().nth(at)).map_or(f64::INFINITY, |band| band.2);
        let is_behind =
            |step: &Step| orientation.along(step.rect.center()) >= middle && !waiting.contains(&step.id);
        let end = end_of_push(tx.page(), Axis::Along, Pushed { from, by, border }, &is_behind);
        let is_pushed = |along: f64| end.is_none_or(|end| along < end);
        let step = |step: &Step| {
            if is_behind(step) && is_pushed(orientation.along(step.rect.center())) { by } else { 0.0 }
        };
        shift(tx, Axis::Along, &step, &|along| {
            if along >= start - 1.0 && is_pushed(along) { by } else { 0.0 }
        });
        if let Some(grows) = grows.filter(|_| end.is_none()) {
            grow::<Phases>(tx, grows, by);
        }
    }

    /// Pushes rows on in their lane, and all later lanes; the lane grows.
    fn rows(self, tx: &mut Transaction<'_>, waiting: &BTreeSet<StepId>) {
        let Self { placed, from, by } = self;
        let orientation = tx.page().orientation;
        let ends: Vec<f64> = tx.page().lane_bands().map(|(_, _, to)| to).collect();
        let lane_at = |rect: Rect| {
            let middle = orientation.across(rect.center());
            ends.iter().position(|to| middle < *to).unwrap_or(ends.len().saturating_sub(1))
        };
        let (own, other) = (lane_at(placed), lane_at(from));
        let (start, end) = orientation.span_across(from);
        // From one lane to a later one it is enough that the first one grows.
        let border = ends.get(own).copied().filter(|_| own < other);
        let (middle, edge) = border.map_or((f64::midpoint(start, end) - 1.0, start - 1.0), |to| (to, to));
        let is_behind =
            |step: &Step| orientation.across(step.rect.center()) >= middle && !waiting.contains(&step.id);
        let lane_end = ends.get(own).copied().unwrap_or(f64::INFINITY);
        let is_below = |step: &Step| is_behind(step) && orientation.across(step.rect.center()) < lane_end;
        let end = end_of_push(tx.page(), Axis::Across, Pushed { from, by, border: lane_end }, &is_below);
        let is_pushed = |across: f64| end.is_none_or(|end| across < end);
        let step = |step: &Step| {
            if is_behind(step) && is_pushed(orientation.across(step.rect.center())) { by } else { 0.0 }
        };
        shift(tx, Axis::Across, &step, &|across| if across >= edge && is_pushed(across) { by } else { 0.0 });
        if end.is_none() {
            grow::<Lanes>(tx, own.min(other), by);
        }
    }
}
