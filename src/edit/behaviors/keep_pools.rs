//! A pool holds lanes that stand side by side; one without lanes is none.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    edit::{Refusal, transaction::Transaction},
    model::{LaneId, PoolId},
};

/// Takes lanes out of pools whose other lanes stand elsewhere, and removes pools that hold nothing.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let page = tx.page();
    if page.pools.is_empty() {
        return Ok(());
    }
    let (mut met, mut open): (BTreeSet<PoolId>, Vec<PoolId>) = (BTreeSet::new(), Vec::new());
    let mut left: BTreeMap<LaneId, Option<PoolId>> = BTreeMap::new();
    for lane in &page.lanes {
        let mut around: Vec<PoolId> = page.pools_around(lane).map(|pool| pool.id.clone()).collect();
        around.reverse();
        let stay = open.iter().zip(&around).take_while(|(open, pool)| open == pool).count();
        if let Some(again) = around.iter().skip(stay).position(|pool| met.contains(pool)) {
            around.truncate(stay + again);
            left.insert(lane.id.clone(), around.last().cloned());
        }
        met.extend(around.iter().cloned());
        open = around;
    }
    let empty: Vec<PoolId> = page.pools.keys().filter(|pool| !met.contains(*pool)).cloned().collect();
    for (lane, pool) in left {
        tx.update_lane(&lane, |lane| lane.pool = pool)?;
    }
    for pool in empty {
        tx.remove_pool(&pool);
    }
    Ok(())
}
