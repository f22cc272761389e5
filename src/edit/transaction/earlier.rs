//! What was touched, as it was before the edit and as it is now.

use std::sync::Arc;

use super::{
    joined::{Became, joined},
    write::Transaction,
};
use crate::{
    geom::Orientation,
    model::{Connector, ConnectorId, Lane, Phase, Step, StepId},
};

impl Transaction<'_> {
    /// The steps that were touched, as they were before and are now; `None`: they were not or are not there.
    pub(in crate::edit) fn steps_before(&self) -> impl Iterator<Item = Became<'_, StepId, Step>> {
        joined(self.before.here.steps.iter(), &self.page().steps).map(Became::of)
    }

    /// All steps as they were before and are now; at the end those that went.
    pub(in crate::edit) fn all_steps(&self) -> impl Iterator<Item = Became<'_, StepId, Step>> {
        let (before, now) = (&self.before.here.steps, &self.page().steps);
        let there = joined(now.iter(), before).map(|(id, now, before)| {
            let before = before.map_or(Some(now), Option::as_ref);
            Became { id, before, now: Some(now) }
        });
        there.chain(self.steps_before().filter(|step| step.now.is_none()))
    }

    /// Whether a step came, went, or stands elsewhere than before.
    pub(in crate::edit) fn has_moved_steps(&self) -> bool {
        self.steps_before().any(|Became { before, now, .. }| {
            let place = |step: &Arc<Step>| (step.rect, step.lane.clone(), step.phase.clone());
            before.map(place) != now.map(place)
        })
    }

    /// The step `id` as it was before; `None`: it was not there.
    pub(in crate::edit) fn step_before(&self, id: &StepId) -> Option<&Arc<Step>> {
        self.before.here.steps.get(id).map_or_else(|| self.page().steps.get(id), Option::as_ref)
    }

    /// The lanes as they were before.
    pub(in crate::edit) fn lanes_before(&self) -> &[Arc<Lane>] {
        self.before.here.lanes.as_ref().unwrap_or(&self.page().lanes)
    }

    /// The phases as they were before.
    pub(in crate::edit) fn phases_before(&self) -> &[Arc<Phase>] {
        self.before.here.phases.as_ref().unwrap_or(&self.page().phases)
    }

    /// Which way the page ran before.
    pub(in crate::edit) fn orientation_before(&self) -> Orientation {
        self.before.here.orientation.unwrap_or(self.page().orientation)
    }

    /// The connectors that were touched, as they were before and are now; `None`: they were not or are not there.
    pub(in crate::edit) fn connectors_before(
        &self,
    ) -> impl Iterator<Item = Became<'_, ConnectorId, Connector>> {
        joined(self.before.here.connectors.iter(), self.page().connectors.records()).map(Became::of)
    }

    /// The connector `id` as it was before; `None`: it was not there.
    pub(in crate::edit) fn connector_before(&self, id: &ConnectorId) -> Option<&Arc<Connector>> {
        self.before.here.connectors.get(id).map_or_else(|| self.page().connectors.get(id), Option::as_ref)
    }
}
