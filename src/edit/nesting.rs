//! Where lanes and pools may stand, so that the lanes of each pool stay side by side.
//!
//! Owns which pool something belongs to by its place, and which place something needs for its pool. Looks at a page
//! and changes nothing.

use std::{collections::BTreeSet, ops::Range};

use super::{PoolPart, Refusal};
use crate::model::{LIMIT_NESTING, LaneId, Page, Pool, PoolId};

/// The pools around something, from the outside.
type Nest = Vec<PoolId>;

/// How many pools two things have around both of them.
fn shared(a: &[PoolId], b: &[PoolId]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// The pools around each lane.
fn nests(page: &Page) -> Vec<Nest> {
    let nest = |lane| page.pools_around(lane).map(|pool| pool.id.clone()).collect::<Nest>();
    let nests = page.lanes.iter().map(|lane| nest(lane));
    nests
        .map(|mut nest| {
            nest.reverse();
            nest
        })
        .collect()
}

/// The pool that something new belongs to which is put before the lane at `at`: the one on both sides of it.
pub(super) fn pool_between(page: &Page, at: usize) -> Option<PoolId> {
    let nests = nests(page);
    let before = at.checked_sub(1).and_then(|before| nests.get(before))?;
    let after = nests.get(at)?;
    before.get(..shared(before, after))?.last().cloned()
}

/// What a new pool around some lanes holds.
pub(super) struct Members {
    /// The nearest pool around all of them.
    pub(super) around: Option<PoolId>,
    /// The lanes that lie directly in that, and whole pools of it.
    pub(super) parts: Vec<PoolPart>,
}

impl Members {
    /// Those of a pool around `lanes`, which stand side by side and belong to pools that are whole among them.
    pub(super) fn of(page: &Page, lanes: &BTreeSet<LaneId>) -> Result<Self, Refusal> {
        let nests = nests(page);
        let (chosen, others): (Vec<_>, Vec<_>) =
            page.lanes.iter().zip(&nests).enumerate().partition(|(_, (lane, _))| lanes.contains(&lane.id));
        let (Some((first, (_, nest))), Some((last, _))) = (chosen.first(), chosen.last()) else {
            return Err(Refusal::Nothing);
        };
        if chosen.len() != lanes.len() {
            return Err(Refusal::Gone);
        }
        if last - first >= chosen.len() {
            return Err(Refusal::LanesApart);
        }
        let depth = chosen.iter().map(|(_, (_, other))| shared(nest, other)).min().unwrap_or_default();
        if chosen.iter().any(|(_, (_, nest))| nest.len() >= LIMIT_NESTING) {
            return Err(Refusal::TooNested);
        }
        let inner = |nest: &Nest| nest.get(depth).cloned();
        let is_cut = |id: &PoolId| others.iter().any(|(_, (_, nest))| nest.contains(id));
        let mut parts = Vec::new();
        for (_, (lane, nest)) in &chosen {
            let part = inner(nest).map_or_else(|| PoolPart::Lane(lane.id.clone()), PoolPart::Pool);
            match &part {
                PoolPart::Pool(id) if is_cut(id) => return Err(Refusal::LanesApart),
                PoolPart::Pool(_) if parts.contains(&part) => {}
                PoolPart::Lane(_) | PoolPart::Pool(_) => parts.push(part),
            }
        }
        Ok(Self { around: nest.get(..depth).and_then(|around| around.last()).cloned(), parts })
    }
}

/// A lane or a pool among the lanes of a page.
pub(super) struct Block {
    /// What it is.
    pub(super) part: PoolPart,
    /// Its lanes, by their places.
    pub(super) lanes: Range<usize>,
    /// The pools around it.
    outer: Nest,
    /// How many pools lie in one another within it, itself included.
    inner: usize,
    /// The pools around each of the other lanes, in order.
    others: Vec<Nest>,
}

impl Block {
    /// The block of `part`.
    pub(super) fn of(page: &Page, part: PoolPart) -> Result<Self, Refusal> {
        let mut others = nests(page);
        let (lanes, depth) = match &part {
            PoolPart::Lane(id) => {
                let at = page.lanes.iter().position(|lane| lane.id == *id).ok_or(Refusal::Gone)?;
                (at..at + 1, others.get(at).map_or(0, Vec::len))
            }
            PoolPart::Pool(id) => {
                let depth = |nest: &Nest| nest.iter().position(|around| around == id);
                let start = others.iter().position(|nest| depth(nest).is_some()).ok_or(Refusal::Gone)?;
                let end = others.iter().rposition(|nest| depth(nest).is_some()).ok_or(Refusal::Gone)? + 1;
                (start..end, others.get(start).and_then(depth).unwrap_or_default())
            }
        };
        let own: Vec<Nest> = others.drain(lanes.clone()).collect();
        let inner = own.iter().map(|nest| nest.len().saturating_sub(depth)).max().unwrap_or_default();
        let mut outer = own.into_iter().next().unwrap_or_default();
        outer.truncate(depth);
        Ok(Self { part, lanes, outer, inner, others })
    }

    /// The outermost pool that holds nothing else.
    pub(super) fn only_in(&self) -> Option<&PoolId> {
        let with_others = self.others.iter().map(|nest| shared(&self.outer, nest)).max().unwrap_or_default();
        self.outer.get(with_others)
    }

    /// The nearest pool around it.
    pub(super) fn pool(&self) -> Option<&PoolId> {
        self.outer.last()
    }

    /// The pools around the others on both sides of a place among them.
    fn neighbours(&self, at: usize) -> [&[PoolId]; 2] {
        let nest = |at: Option<usize>| at.and_then(|at| self.others.get(at)).map_or(&[][..], Vec::as_slice);
        [nest(at.checked_sub(1)), nest(Some(at))]
    }

    /// The pool that it belongs to where it stands: the nearest of its own that it is beside, unless it stands amid
    /// another one.
    pub(super) fn pool_by_place(&self) -> Option<&PoolId> {
        let [before, after] = self.neighbours(self.lanes.start);
        let amid = shared(before, after);
        let own = shared(&self.outer, before).max(shared(&self.outer, after));
        let nest = if own > amid { self.outer.get(..own) } else { before.get(..amid) };
        nest?.last()
    }

    /// The nearest place among the other lanes where it may lie in `pool`.
    pub(super) fn place_in(&self, page: &Page, pool: Option<&PoolId>) -> Result<usize, Refusal> {
        let target = nest_of(page, pool)?;
        // As deep as others lie in it.
        let reach = self.others.iter().map(|nest| shared(&target, nest)).max().unwrap_or_default();
        let fits = |at: &usize| {
            let [before, after] = self.neighbours(*at);
            let beside = [before, after].map(|nest| shared(&target, nest));
            shared(before, after) <= beside[0] && beside.into_iter().max() == Some(reach)
        };
        let places = (0..=self.others.len()).filter(fits);
        places.min_by_key(|at| at.abs_diff(self.lanes.start)).ok_or(Refusal::Gone)
    }

    /// Whether it may lie in `pool` at all.
    pub(super) fn check(&self, page: &Page, pool: Option<&PoolId>) -> Result<(), Refusal> {
        let target = nest_of(page, pool)?;
        match &self.part {
            PoolPart::Pool(id) if target.contains(id) => Err(Refusal::PoolInItself),
            PoolPart::Lane(_) | PoolPart::Pool(_) if target.len() + self.inner > LIMIT_NESTING => {
                Err(Refusal::TooNested)
            }
            PoolPart::Lane(_) | PoolPart::Pool(_) => Ok(()),
        }
    }
}

/// A pool with those around it, from the outside.
fn nest_of(page: &Page, pool: Option<&PoolId>) -> Result<Nest, Refusal> {
    let Some(id) = pool else { return Ok(Nest::new()) };
    let lane = page.lanes_in(id).next().ok_or(Refusal::Gone)?;
    let inside = |pool: &&Pool| pool.id != *id;
    let mut nest: Nest = page.pools_around(lane).skip_while(inside).map(|pool| pool.id.clone()).collect();
    nest.reverse();
    Ok(nest)
}
