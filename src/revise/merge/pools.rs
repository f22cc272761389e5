//! Pools and lanes that both sides changed: pools hold lanes that stand side by side and lie in no circle.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::field_merge::{Sides, Three};
use crate::model::{LIMIT_NESTING, Lane, Page, Pool, PoolId};

/// Puts the lanes and pools of `page` right. `parents` says which pools lay in which before, in all versions: where a
/// pool is gone, what lay in it lies in what was around it.
pub(super) fn settle_pools(page: &mut Page, parents: &BTreeMap<PoolId, Option<PoolId>>) {
    climb(page, parents);
    open_circles(page);
    stand_together(page);
    let used: BTreeSet<PoolId> =
        page.lanes.iter().flat_map(|lane| page.pools_around(lane)).map(|pool| pool.id.clone()).collect();
    page.pools.retain(|id, _| used.contains(id));
}

/// Lets what lies in a pool on the side that has it lie there where the other side removed the pool and it stays.
pub(super) fn fill_revived(page: &mut Page, sides: Sides<'_, '_>) {
    let Three { base: _, ours, theirs } = sides;
    let ids: BTreeSet<PoolId> = page.pools.keys().cloned().collect();
    for (side, other) in [(ours.page, theirs.page), (theirs.page, ours.page)] {
        let is_revived = |pool: &Option<PoolId>| {
            pool.as_ref().is_some_and(|pool| ids.contains(pool) && !other.pools.contains_key(pool))
        };
        for lane in &mut page.lanes {
            let there = side.lanes.iter().find(|of| of.id == lane.id).map(|of| &of.pool);
            if let Some(pool) = there.filter(|pool| is_revived(pool)) {
                Arc::make_mut(lane).pool.clone_from(pool);
            }
        }
        for (id, pool) in &mut page.pools {
            let there = side.pools.get(id).map(|of| &of.parent);
            if let Some(parent) = there.filter(|parent| is_revived(parent)) {
                Arc::make_mut(pool).parent.clone_from(parent);
            }
        }
    }
}

/// Leads every reference to a pool that is gone to the nearest one around it that is there.
fn climb(page: &mut Page, parents: &BTreeMap<PoolId, Option<PoolId>>) {
    let there: BTreeSet<PoolId> = page.pools.keys().cloned().collect();
    let found = |id: Option<&PoolId>| {
        let mut around = std::iter::successors(id, |id| parents.get(id)?.as_ref()).take(LIMIT_NESTING);
        around.find(|id| there.contains(*id)).cloned()
    };
    for lane in &mut page.lanes {
        let pool = found(lane.pool.as_ref());
        if pool != lane.pool {
            Arc::make_mut(lane).pool = pool;
        }
    }
    for pool in page.pools.values_mut() {
        let parent = found(pool.parent.as_ref());
        if parent != pool.parent {
            Arc::make_mut(pool).parent = parent;
        }
    }
}

/// Takes a pool out of the one around it where that leads round to itself, or too deep.
fn open_circles(page: &mut Page) {
    let ids: Vec<PoolId> = page.pools.keys().cloned().collect();
    for id in ids {
        let around = |pool: &Arc<Pool>| page.pools.get(pool.parent.as_ref()?);
        let depth =
            std::iter::successors(page.pools.get(&id), |pool| around(pool)).take(LIMIT_NESTING + 1).count();
        if depth > LIMIT_NESTING
            && let Some(pool) = page.pools.get_mut(&id)
        {
            Arc::make_mut(pool).parent = None;
        }
    }
}

/// Brings the lanes of each pool together where the first of them stands, in the order that they have.
fn stand_together(page: &mut Page) {
    let chains: Vec<(Vec<PoolId>, Arc<Lane>)> = page
        .lanes
        .iter()
        .map(|lane| {
            let mut around: Vec<PoolId> = page.pools_around(lane).map(|pool| pool.id.clone()).collect();
            around.reverse();
            (around, Arc::clone(lane))
        })
        .collect();
    page.lanes = together(chains, 0);
}

fn together(mut lanes: Vec<(Vec<PoolId>, Arc<Lane>)>, level: usize) -> Vec<Arc<Lane>> {
    let mut order = Vec::with_capacity(lanes.len());
    while !lanes.is_empty() {
        let first = lanes.remove(0);
        let Some(pool) = first.0.get(level).cloned() else {
            order.push(first.1);
            continue;
        };
        let (mut inside, outside): (Vec<_>, Vec<_>) =
            lanes.into_iter().partition(|(around, _)| around.get(level) == Some(&pool));
        inside.insert(0, first);
        order.extend(together(inside, level + 1));
        lanes = outside;
    }
    order
}
