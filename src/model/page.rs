//! Pages: the grid of lanes and phases, and what stands in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{
    ConnectorId, Connectors, Lane, LaneId, PageId, Phase, PhaseId, Pool, PoolId, Step, StepId, Text, ZOrder,
    shared,
};
use crate::{
    geom::{Orientation, Rect},
    measures::{HEADER, LANE_PADDING, LEAST_LENGTH, PHASE_BAND, POOL_BAND},
};

/// One chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Its name.
    pub id: PageId,
    /// The heading; empty: the document's title.
    pub title: Text,
    /// Which way the flow runs.
    pub orientation: Orientation,
    /// The lanes in order; at least one.
    #[serde(with = "shared::in_order")]
    pub lanes: Vec<Arc<Lane>>,
    /// The pools that lanes lie in; each holds a lane at least, and its lanes stand side by side.
    #[serde(with = "shared::by_id")]
    pub pools: BTreeMap<PoolId, Arc<Pool>>,
    /// The phases in order; may be none.
    #[serde(with = "shared::in_order")]
    pub phases: Vec<Arc<Phase>>,
    /// The steps.
    #[serde(with = "shared::by_id")]
    pub steps: BTreeMap<StepId, Arc<Step>>,
    /// The connectors.
    pub connectors: Connectors,
    /// Which steps are drawn before or after the others.
    pub z_order: ZOrder,
}

impl Page {
    /// A page with lanes and nothing in them. A page that is part of a document has one at least.
    pub fn blank(id: PageId, orientation: Orientation, lanes: Vec<Arc<Lane>>) -> Self {
        Self {
            id,
            title: Text::EMPTY,
            orientation,
            lanes,
            pools: BTreeMap::new(),
            phases: Vec::new(),
            steps: BTreeMap::new(),
            connectors: Connectors::new(),
            z_order: ZOrder::FLAT,
        }
    }

    /// The lane `id` and where its band begins and ends across the page.
    pub fn lane_band(&self, id: &LaneId) -> Option<(&Lane, f64, f64)> {
        self.lane_bands().find(|(lane, _, _)| lane.id == *id)
    }

    /// Every lane with where its band begins and ends across the page.
    pub fn lane_bands(&self) -> impl Iterator<Item = (&Lane, f64, f64)> {
        self.lanes.iter().scan(0.0, |start, lane| {
            let from = *start;
            *start += lane.size;
            Some((lane.as_ref(), from, *start))
        })
    }

    /// Every phase with where it begins and ends along the page. The last one reaches to the page's end.
    pub fn phase_bands(&self) -> impl Iterator<Item = (&Phase, f64, f64)> {
        let count = self.phases.len();
        self.phases.iter().enumerate().scan(0.0, move |start, (i, phase)| {
            let from = *start;
            *start += phase.size;
            // All of the page is looked at for its length, and only here.
            Some((phase.as_ref(), from, if i + 1 == count { self.length() } else { *start }))
        })
    }

    /// The phase `id` and where it begins and ends along the page.
    pub fn phase_band(&self, id: &PhaseId) -> Option<(&Phase, f64, f64)> {
        self.phase_bands().find(|(phase, _, _)| phase.id == *id)
    }

    /// The sum of the lanes' sizes.
    pub fn breadth(&self) -> f64 {
        self.lanes.iter().map(|lane| lane.size).sum()
    }

    /// How far the lanes reach along the flow: past the phases and past every step and bend.
    pub fn length(&self) -> f64 {
        self.length_without(&BTreeSet::new())
    }

    /// How far the lanes would reach if the connectors in `rerouted` had no bends but the pinned ones.
    pub fn length_without(&self, rerouted: &BTreeSet<ConnectorId>) -> f64 {
        let phases: f64 = self.phases.iter().map(|phase| phase.size).sum();
        let steps = self.steps.values().map(|step| self.orientation.span_along(step.rect).1 + LANE_PADDING);
        let bends = self
            .connectors
            .values()
            .filter_map(|connector| Some((connector.route.as_ref()?, rerouted.contains(&connector.id))))
            .flat_map(|(route, is_loose)| route.bends.iter().filter(move |bend| bend.pinned || !is_loose))
            .map(|bend| self.orientation.along(bend.at) + LANE_PADDING);
        let least = if self.phases.is_empty() { LEAST_LENGTH } else { phases };
        steps.chain(bends).fold(least, f64::max)
    }

    /// The lanes without their headers: from the origin to the far corner.
    pub fn grid(&self) -> Rect {
        self.orientation.rect((0.0, self.length()), (0.0, self.breadth()))
    }

    /// The grid with the headers of lanes and pools and the phase band.
    pub fn frame(&self) -> Rect {
        let band = if self.phases.is_empty() { 0.0 } else { PHASE_BAND };
        let header = HEADER + POOL_BAND * self.pool_levels() as f64;
        self.orientation.rect((-header, self.length()), (-band, self.breadth()))
    }

    /// The steps in the order in which a page is read: along the flow, then across.
    pub fn steps_in_reading_order(&self) -> Vec<&Arc<Step>> {
        let place = |step: &Step| {
            let middle = step.rect.center();
            (self.orientation.along(middle), self.orientation.across(middle))
        };
        let mut steps: Vec<_> = self.steps.values().collect();
        steps.sort_by(|a, b| {
            let (a, b) = (place(a), place(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
        steps
    }

    /// The steps in the order in which they are drawn.
    pub fn steps_in_z_order(&self) -> impl Iterator<Item = &Arc<Step>> {
        let ranked =
            |ids: Vec<&StepId>| ids.into_iter().filter_map(|id| self.steps.get(id)).collect::<Vec<_>>();
        let (below, above) = (ranked(self.z_order.below()), ranked(self.z_order.above()));
        let between = self.steps.values().filter(|step| self.z_order.rank(&step.id) == 0);
        below.into_iter().chain(between).chain(above)
    }
}
