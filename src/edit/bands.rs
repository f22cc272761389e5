//! Lanes and phases as bands.

use std::sync::Arc;

use super::{space::BandKind, transaction::Transaction};
use crate::{
    geom::Axis,
    measures::{LANE_PADDING, LEAST_FITTED_LANE, LEAST_FITTED_PHASE, LEAST_PHASE_PADDING, PHASE_PADDING},
    model::{Lane, LaneId, Page, Phase, PhaseId, Step},
};

/// Lanes follow each other across the page.
pub(super) struct Lanes;

impl BandKind for Lanes {
    type Id = LaneId;
    type Record = Lane;

    const AXIS: Axis = Axis::Across;
    const LEAST_PADDING: f64 = LANE_PADDING;
    const PADDING: f64 = LANE_PADDING;
    const LEAST_FITTED: f64 = LEAST_FITTED_LANE;
    const IS_OPEN: bool = false;

    fn list(page: &Page) -> &[Arc<Lane>] {
        &page.lanes
    }

    fn before<'t>(tx: &'t Transaction<'_>) -> &'t [Arc<Lane>] {
        tx.lanes_before()
    }

    fn update(tx: &mut Transaction<'_>, change: impl FnOnce(&mut Vec<Arc<Lane>>)) {
        tx.update_lanes(change);
    }

    fn span(page: &Page, id: &LaneId) -> Option<(f64, f64)> {
        page.lane_band(id).map(|(_, from, to)| (from, to))
    }

    fn id(lane: &Lane) -> &LaneId {
        &lane.id
    }

    fn size(lane: &Lane) -> f64 {
        lane.size
    }

    fn size_mut(lane: &mut Lane) -> &mut f64 {
        &mut lane.size
    }

    fn given(lane: &Lane) -> Option<f64> {
        lane.given
    }

    fn give(lane: &mut Lane) {
        lane.given = Some(lane.size);
    }

    fn of(step: &Step) -> Option<&LaneId> {
        Some(&step.lane)
    }

    fn assign(step: &mut Step, id: &LaneId) {
        step.lane = id.clone();
    }
}

/// Phases follow each other along the page; the last one reaches to its end.
pub(super) struct Phases;

impl BandKind for Phases {
    type Id = PhaseId;
    type Record = Phase;

    const AXIS: Axis = Axis::Along;
    const LEAST_PADDING: f64 = LEAST_PHASE_PADDING;
    const PADDING: f64 = PHASE_PADDING;
    const LEAST_FITTED: f64 = LEAST_FITTED_PHASE;
    const IS_OPEN: bool = true;

    fn list(page: &Page) -> &[Arc<Phase>] {
        &page.phases
    }

    fn before<'t>(tx: &'t Transaction<'_>) -> &'t [Arc<Phase>] {
        tx.phases_before()
    }

    fn update(tx: &mut Transaction<'_>, change: impl FnOnce(&mut Vec<Arc<Phase>>)) {
        tx.update_phases(change);
    }

    fn span(page: &Page, id: &PhaseId) -> Option<(f64, f64)> {
        page.phase_band(id).map(|(_, from, to)| (from, to))
    }

    fn id(phase: &Phase) -> &PhaseId {
        &phase.id
    }

    fn size(phase: &Phase) -> f64 {
        phase.size
    }

    fn size_mut(phase: &mut Phase) -> &mut f64 {
        &mut phase.size
    }

    fn given(_: &Phase) -> Option<f64> {
        None
    }

    fn give(_: &mut Phase) {}

    fn of(step: &Step) -> Option<&PhaseId> {
        step.phase.as_ref()
    }

    fn assign(step: &mut Step, id: &PhaseId) {
        step.phase = Some(id.clone());
    }
}
