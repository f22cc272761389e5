//! The steps beside those that are chosen: they stay where they are.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    geom::{Rect, RectIndex},
    measures::CLEARANCE,
    model::{Page, Step, StepId},
};

/// Smaller overlaps are none.
const SAME: f64 = 0.01;

/// The places of steps of the flow that are not chosen.
pub(super) struct Bystanders(RectIndex);

impl Bystanders {
    pub(super) fn of(page: &Page, chosen: &[Arc<Step>]) -> Self {
        let chosen: BTreeSet<&StepId> = chosen.iter().map(|step| &step.id).collect();
        let others = page.steps.values().filter(|step| step.kind.is_flow() && !chosen.contains(&step.id));
        Self(RectIndex::of(others.map(|step| step.rect)))
    }

    /// Whether one of them stands where a step in `rect` needs room.
    pub(super) fn block(&self, rect: Rect) -> bool {
        self.0.meets(rect.inflate(CLEARANCE - SAME, CLEARANCE - SAME))
    }
}
