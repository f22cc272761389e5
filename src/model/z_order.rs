//! The order in which steps are drawn.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize, Serializer};

use super::StepId;

/// How far steps are raised over the others, or put below them: a rank for each of those steps.
///
/// A step without a rank has 0. Higher ranks are drawn later; equal ones by id. A rank is an entry of its own, so
/// that raising one step says nothing about the others, and two people who raise two steps do not get in each
/// other's way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "BTreeMap<StepId, i32>")]
pub struct ZOrder(BTreeMap<StepId, i32>);

impl ZOrder {
    /// Everything at one height.
    pub const FLAT: Self = Self(BTreeMap::new());

    /// `ids` over everything else, the last one on top.
    pub fn raised(ids: impl IntoIterator<Item = StepId>) -> Self {
        Self(ids.into_iter().zip(1..).collect())
    }

    /// The rank of the step `id`.
    pub fn rank(&self, id: &StepId) -> i32 {
        self.0.get(id).copied().unwrap_or_default()
    }

    /// Gives the step `id` a rank.
    pub fn set(&mut self, id: &StepId, rank: i32) {
        if rank == 0 {
            self.0.remove(id);
        } else {
            self.0.insert(id.clone(), rank);
        }
    }

    /// The lowest rank that lies over all steps but `these`.
    pub fn over_all_but(&self, these: &BTreeSet<StepId>) -> i32 {
        self.others(these).fold(0, i32::max).saturating_add(1)
    }

    /// The highest rank that lies under all steps but `these`.
    pub fn under_all_but(&self, these: &BTreeSet<StepId>) -> i32 {
        self.others(these).fold(0, i32::min).saturating_sub(1)
    }

    fn others(&self, these: &BTreeSet<StepId>) -> impl Iterator<Item = i32> {
        self.iter().filter(|(id, _)| !these.contains(id)).map(|(_, rank)| rank)
    }

    /// The steps with a rank other than 0, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&StepId, i32)> {
        self.0.iter().map(|(id, rank)| (id, *rank))
    }

    /// The steps that are put below those without a rank, the lowest one first.
    pub fn below(&self) -> Vec<&StepId> {
        self.sorted(|rank| rank < 0)
    }

    /// The steps that are raised over those without a rank, the topmost one last.
    pub fn above(&self) -> Vec<&StepId> {
        self.sorted(|rank| rank > 0)
    }

    /// The steps with a rank, the lowest one first.
    fn sorted(&self, is_meant: impl Fn(i32) -> bool) -> Vec<&StepId> {
        let mut steps: Vec<_> = self.iter().filter(|(_, rank)| is_meant(*rank)).collect();
        steps.sort_by_key(|(_, rank)| *rank);
        steps.into_iter().map(|(id, _)| id).collect()
    }
}

impl FromIterator<(StepId, i32)> for ZOrder {
    fn from_iter<I: IntoIterator<Item = (StepId, i32)>>(ranks: I) -> Self {
        Self(ranks.into_iter().filter(|(_, rank)| *rank != 0).collect())
    }
}

impl Serialize for ZOrder {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl From<BTreeMap<StepId, i32>> for ZOrder {
    fn from(ranks: BTreeMap<StepId, i32>) -> Self {
        ranks.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> StepId {
        StepId::parse(name).unwrap()
    }

    #[test]
    fn ranks_sort_and_a_rank_of_zero_is_none() {
        let mut order = ZOrder::raised([id("c"), id("a")]);
        order.set(&id("b"), order.under_all_but(&BTreeSet::new()));
        order.set(&id("d"), order.under_all_but(&BTreeSet::new()));
        let top = BTreeSet::from([id("a")]);
        assert_eq!(order.over_all_but(&top), order.rank(&id("a")), "it is on top already");
        assert_eq!(order.below(), [&id("d"), &id("b")]);
        assert_eq!(order.above(), [&id("c"), &id("a")]);
        for name in ["a", "b", "c", "d"] {
            order.set(&id(name), 0);
        }
        assert_eq!(order, ZOrder::FLAT);
    }
}
