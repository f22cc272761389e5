//! Who stands beside a step, by connectors and by columns.

use std::{collections::BTreeSet, sync::Arc};

use super::follow::Placement;
use crate::{
    edit::transaction::Transaction,
    geom::Axis,
    model::{Page, Step, StepId},
};

/// Steps whose middles are no further apart stand in one column.
const SAME_COLUMN: f64 = 24.0;

/// The steps to which connectors lead from `id`, or from which they come.
pub(super) fn neighbours(page: &Page, id: &StepId) -> BTreeSet<StepId> {
    let others = page.connectors.touching(id).filter_map(|connector| {
        let (from, to) = (connector.from.step()?, connector.to.step()?);
        Some(if from == id { to } else { from }.clone())
    });
    others.collect()
}

/// What stands above or below `id` and is to be kept apart from it in that direction: for a step that grew,
/// everything in its column; else its neighbours, which for a step in the middle of a line is a matter of the line's
/// two ends.
pub(super) fn stacked(tx: &Transaction<'_>, id: &StepId, placement: Placement) -> BTreeSet<StepId> {
    let (page, orientation) = (tx.page(), tx.page().orientation);
    let Some(own) = page.steps.get(id) else { return BTreeSet::new() };
    let distance = |a: &Step, b: &Step, axis: Axis| {
        (axis.of(orientation, a.rect.center()) - axis.of(orientation, b.rect.center())).abs()
    };
    if placement == Placement::Grown {
        let length = orientation.length(tx.step_before(id).unwrap_or(own).rect.size());
        let is_column = |step: &&Arc<Step>| {
            let filled = f64::midpoint(length, orientation.length(step.rect.size()));
            step.id != *id && distance(own, step, Axis::Along) < filled
        };
        return page.steps.values().filter(is_column).map(|step| step.id.clone()).collect();
    }
    let is_column = |a: &Step, b: &Step| {
        let along = distance(a, b, Axis::Along);
        along < SAME_COLUMN && along < distance(a, b, Axis::Across)
    };
    let neighbours = neighbours(page, id);
    let mut steps: Vec<&Arc<Step>> = neighbours.iter().filter_map(|id| page.steps.get(id)).collect();
    if let [one, other] = steps.as_slice() {
        if !is_column(one, other) {
            steps.clear();
        }
    } else {
        steps.retain(|step| is_column(own, step));
    }
    steps.into_iter().map(|step| step.id.clone()).collect()
}
