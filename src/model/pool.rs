//! How the pools of a page lie around its lanes and in one another.

use std::{
    collections::{BTreeMap, BTreeSet},
    iter::successors,
    sync::Arc,
};

use super::{Lane, LaneId, Page, Pool, PoolId};

/// How many pools may lie in one another; nobody draws so many.
pub const LIMIT_NESTING: usize = 32;

/// A pool as it lies on a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PoolBand<'a> {
    /// The pool.
    pub pool: &'a Pool,
    /// Its first lane.
    pub first: &'a Lane,
    /// Where it begins across the page.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How many headers stand between it and the grid: 1 where it holds nothing but lanes, and one more than the
    /// highest of the pools in it.
    pub level: usize,
}

impl Page {
    /// The pools around a lane, the nearest first, at most [`LIMIT_NESTING`].
    pub fn pools_around(&self, lane: &Lane) -> impl Iterator<Item = &Pool> {
        self.pool_and_around(lane.pool.as_ref()).take(LIMIT_NESTING)
    }

    /// A pool and those that it lies in, the nearest first; without end where they lie in a circle.
    pub(super) fn pool_and_around(&self, id: Option<&PoolId>) -> impl Iterator<Item = &Pool> {
        let pool = |id: &PoolId| self.pools.get(id).map(AsRef::as_ref);
        successors(id.and_then(pool), move |inner| inner.parent.as_ref().and_then(pool))
    }

    /// The lanes of a pool and of those in it.
    pub fn lanes_in(&self, pool: &PoolId) -> impl Iterator<Item = &Arc<Lane>> {
        self.lanes.iter().filter(|lane| self.pools_around(lane).any(|around| around.id == *pool))
    }

    /// The pools that hold all of some lanes, the nearest first; none where there are no lanes.
    pub fn pools_around_all(&self, lanes: &BTreeSet<LaneId>) -> Vec<&Pool> {
        let mut chosen = self.lanes.iter().filter(|lane| lanes.contains(&lane.id));
        let mut around: Vec<&Pool> =
            chosen.next().into_iter().flat_map(|lane| self.pools_around(lane)).collect();
        for lane in chosen {
            around.retain(|pool| self.pools_around(lane).any(|other| other.id == pool.id));
        }
        around
    }

    /// The pools around some of the lanes.
    pub fn pools_of(&self, lanes: &[Arc<Lane>]) -> BTreeMap<PoolId, Arc<Pool>> {
        let around: BTreeSet<&PoolId> =
            lanes.iter().flat_map(|lane| self.pools_around(lane)).map(|pool| &pool.id).collect();
        let pools = self.pools.iter().filter(|(id, _)| around.contains(id));
        pools.map(|(id, pool)| (id.clone(), Arc::clone(pool))).collect()
    }

    /// Every pool with where it lies, in the order of the lanes and each before those in it.
    pub fn pool_bands(&self) -> Vec<PoolBand<'_>> {
        let mut bands: Vec<PoolBand<'_>> = Vec::new();
        // Which of them the last lane lies in, from the outside.
        let mut open: Vec<usize> = Vec::new();
        for (lane, from, to) in self.lane_bands() {
            let mut around: Vec<&Pool> = self.pools_around(lane).collect();
            around.reverse();
            let is_open = |at: usize, pool: &Pool| bands.get(at).is_some_and(|band| band.pool.id == pool.id);
            let stay = open.iter().zip(&around).take_while(|(at, pool)| is_open(**at, pool)).count();
            open.truncate(stay);
            for pool in around.into_iter().skip(stay) {
                open.push(bands.len());
                bands.push(PoolBand { pool, first: lane, from, to, level: 0 });
            }
            for (at, level) in open.iter().rev().zip(1..) {
                if let Some(band) = bands.get_mut(*at) {
                    band.to = to;
                    band.level = band.level.max(level);
                }
            }
        }
        bands
    }

    /// How many headers of pools stand before those of the lanes, where most do.
    pub fn pool_levels(&self) -> usize {
        self.lanes.iter().map(|lane| self.pools_around(lane).count()).max().unwrap_or_default()
    }
}
