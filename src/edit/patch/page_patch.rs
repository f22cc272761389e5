//! What changed on one page.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    Change, Changes, ListPatch, State,
    change::{between, changed_records, inverted, put, put_value, serial},
    changed,
    list::{lists_between, put_list},
};
use crate::{
    edit::transaction::joined,
    geom::Orientation,
    model::{
        Connector, ConnectorId, Lane, LaneId, Page, Phase, PhaseId, Pool, PoolId, Step, StepId, Text, ZOrder,
    },
};

/// What changed on a page that was there before and is there after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PagePatch {
    /// The heading.
    pub title: Option<Change<Text>>,
    /// Which way the flow runs.
    pub orientation: Option<Change<Orientation>>,
    /// The lanes and their order.
    pub lanes: ListPatch<LaneId, Lane>,
    /// The pools.
    #[serde(with = "serial")]
    pub pools: Changes<PoolId, Pool>,
    /// The phases and their order.
    pub phases: ListPatch<PhaseId, Phase>,
    /// The steps.
    #[serde(with = "serial")]
    pub steps: Changes<StepId, Step>,
    /// The connectors.
    #[serde(with = "serial")]
    pub connectors: Changes<ConnectorId, Connector>,
    /// The ranks of steps in the order of drawing, each on its own; 0: none.
    pub z_order: BTreeMap<StepId, Change<i32>>,
}

impl PagePatch {
    /// What makes the page `a` into `b`; what both share is not looked into.
    pub(super) fn between(a: &Page, b: &Page) -> Self {
        Self {
            title: between(&a.title, &b.title),
            orientation: between(&a.orientation, &b.orientation),
            lanes: lists_between(&a.lanes, &b.lanes),
            pools: changed_records(&a.pools, &b.pools),
            phases: lists_between(&a.phases, &b.phases),
            steps: changed_records(&a.steps, &b.steps),
            connectors: changed_records(a.connectors.records(), b.connectors.records()),
            z_order: ranks_between(&a.z_order, &b.z_order),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        let Self { title, orientation, lanes, pools, phases, steps, connectors, z_order } = self;
        title.is_none()
            && orientation.is_none()
            && lanes.is_empty()
            && pools.is_empty()
            && phases.is_empty()
            && steps.is_empty()
            && connectors.is_empty()
            && z_order.is_empty()
    }

    pub(super) fn inverted(self) -> Self {
        let Self { title, orientation, lanes, pools, phases, steps, connectors, z_order } = self;
        Self {
            title: title.map(Change::inverted),
            orientation: orientation.map(Change::inverted),
            lanes: lanes.inverted(),
            pools: inverted(pools),
            phases: phases.inverted(),
            steps: inverted(steps),
            connectors: inverted(connectors),
            z_order: inverted(z_order),
        }
    }

    /// Puts what changed into `state`; the work is that of the changes, however large the page is.
    pub(in crate::edit) fn put(&self, page: &mut Page, state: State) {
        let Self { title, orientation, lanes, pools, phases, steps, connectors, z_order } = self;
        put_value(&mut page.title, title.as_ref(), state);
        put_value(&mut page.orientation, orientation.as_ref(), state);
        put_list(&mut page.lanes, lanes, state);
        put(&mut page.pools, pools, state);
        put_list(&mut page.phases, phases, state);
        put(&mut page.steps, steps, state);
        page.connectors.put_all(connectors.iter().map(|(id, change)| (id, change.in_state(state).as_ref())));
        for (id, change) in z_order {
            page.z_order.set(id, *change.in_state(state));
        }
    }
}

fn ranks_between(a: &ZOrder, b: &ZOrder) -> BTreeMap<StepId, Change<i32>> {
    let ids = a.iter().chain(b.iter()).map(|(id, _)| id);
    ids.filter_map(|id| Some((id.clone(), changed(a.rank(id), b.rank(id))?))).collect()
}

/// The change of a record that was touched, if it is another one now.
fn change_of<Id: Clone, T: PartialEq>(
    touched: (&Id, &Option<Arc<T>>, Option<&Arc<T>>),
) -> Option<(Id, Change<Option<Arc<T>>>)> {
    let (id, before, now) = touched;
    Some((id.clone(), changed(before.clone(), now.cloned())?))
}

/// What is remembered of a page while it is edited: each thing as it was before it was first touched.
#[derive(Default)]
pub(in crate::edit) struct PageBefore {
    pub(in crate::edit) title: Option<Text>,
    pub(in crate::edit) orientation: Option<Orientation>,
    pub(in crate::edit) lanes: Option<Vec<Arc<Lane>>>,
    pub(in crate::edit) pools: BTreeMap<PoolId, Option<Arc<Pool>>>,
    pub(in crate::edit) phases: Option<Vec<Arc<Phase>>>,
    pub(in crate::edit) steps: BTreeMap<StepId, Option<Arc<Step>>>,
    pub(in crate::edit) connectors: BTreeMap<ConnectorId, Option<Arc<Connector>>>,
    pub(in crate::edit) ranks: BTreeMap<StepId, i32>,
}

impl PageBefore {
    /// Remembers all records that have texts, unless they were before.
    pub(in crate::edit) fn note_texts(&mut self, page: &Page) {
        self.title.get_or_insert_with(|| page.title.clone());
        self.lanes.get_or_insert_with(|| page.lanes.clone());
        self.phases.get_or_insert_with(|| page.phases.clone());
        for (id, pool) in &page.pools {
            self.pools.entry(id.clone()).or_insert_with(|| Some(Arc::clone(pool)));
        }
        for (id, step) in &page.steps {
            self.steps.entry(id.clone()).or_insert_with(|| Some(Arc::clone(step)));
        }
        for (id, connector) in page.connectors.records() {
            self.connectors.entry(id.clone()).or_insert_with(|| Some(Arc::clone(connector)));
        }
    }

    /// What became of the page since.
    pub(in crate::edit) fn patch(&self, page: &Page) -> PagePatch {
        let Self { title, orientation, lanes, pools, phases, steps, connectors, ranks } = self;
        let pools = joined(pools.iter(), &page.pools).filter_map(change_of);
        let steps = joined(steps.iter(), &page.steps).filter_map(change_of);
        let connectors = joined(connectors.iter(), page.connectors.records()).filter_map(change_of);
        let ranks = ranks
            .iter()
            .filter_map(|(id, before)| Some((id.clone(), changed(*before, page.z_order.rank(id))?)));
        PagePatch {
            title: title.as_ref().and_then(|before| between(before, &page.title)),
            orientation: orientation.and_then(|before| changed(before, page.orientation)),
            lanes: lanes.as_ref().map(|old| lists_between(old, &page.lanes)).unwrap_or_default(),
            pools: pools.collect(),
            phases: phases.as_ref().map(|old| lists_between(old, &page.phases)).unwrap_or_default(),
            steps: steps.collect(),
            connectors: connectors.collect(),
            z_order: ranks.collect(),
        }
    }
}
