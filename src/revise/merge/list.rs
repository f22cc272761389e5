//! Three orders of a list made into one.

use std::{collections::BTreeSet, fmt::Display};

use super::field_merge::Three;
use crate::{model::MarkedValue, revise::order::moved};

/// The two orders that come of what both sides did, by whose counts where they did otherwise.
pub(super) struct MergedOrder<Id> {
    pub(super) ours: Vec<Id>,
    pub(super) theirs: Vec<Id>,
}

/// An entry that stands elsewhere among the others in two orders, with what it stands behind.
pub(super) struct Misplaced<'l, Id> {
    pub(super) id: &'l Id,
    pub(super) behind_in_ours: Option<&'l Id>,
    pub(super) behind_in_theirs: Option<&'l Id>,
}

impl<Id: Ord> MergedOrder<Id> {
    /// As few entries as explain in what the orders differ: the same ones whoever is ours.
    pub(super) fn misplaced(&self) -> Vec<Misplaced<'_, Id>> {
        let Self { ours, theirs } = self;
        let (first, second) = if ours < theirs { (ours, theirs) } else { (theirs, ours) };
        let all = moved(first, second).into_iter().map(|id| Misplaced {
            id,
            behind_in_ours: entry_before(ours, id),
            behind_in_theirs: entry_before(theirs, id),
        });
        all.collect()
    }
}

/// What `id` stands behind in `order`.
fn entry_before<'l, Id: PartialEq>(order: &'l [Id], id: &Id) -> Option<&'l Id> {
    let at = order.iter().position(|of| of == id)?;
    order.get(at.checked_sub(1)?)
}

impl<Id: Display> Misplaced<'_, Id> {
    /// Both places.
    pub(super) fn places(&self) -> Three<MarkedValue> {
        let place = |behind: Option<&Id>| MarkedValue::Behind(behind.map(ToString::to_string));
        Three { base: None, ours: place(self.behind_in_ours), theirs: place(self.behind_in_theirs) }
    }
}

/// The orders of the entries in `kept`, each of which one side has: what a side moved or added stands behind what it
/// stands behind there. Where both moved the same, or what they did leads to different orders whoever is ours, that is a
/// conflict, and ours stays.
pub(super) fn merge_order<Id: Ord + Clone>(orders: Three<&[Id]>, kept: &BTreeSet<Id>) -> MergedOrder<Id> {
    let Three { base, ours, theirs } = orders;
    let base = base.unwrap_or_default();
    MergedOrder { ours: combined(base, ours, theirs, kept), theirs: combined(base, theirs, ours, kept) }
}

/// The order of `main` with what `other` moved and added.
fn combined<Id: Ord + Clone>(base: &[Id], main: &[Id], other: &[Id], kept: &BTreeSet<Id>) -> Vec<Id> {
    let [main_moved, other_moved] =
        [main, other].map(|side| moved(base, side).into_iter().collect::<BTreeSet<&Id>>());
    let is_new = |id: &Id| !base.contains(id);
    let stays = |id: &&Id| kept.contains(*id) && (main_moved.contains(*id) || !other_moved.contains(*id));
    let mut order: Vec<Id> = main.iter().filter(stays).cloned().collect();
    for (at, id) in other.iter().enumerate().filter(|(_, id)| kept.contains(*id)) {
        if order.contains(id) {
            continue;
        }
        let mut before = other.iter().take(at).rev().filter(|id| !main_moved.contains(id));
        let place = before.find_map(|id| order.iter().position(|known| known == id));
        let mut place = place.map_or(0, |place| place + 1);
        // What both put at one place stands in the order of the ids.
        while order.get(place).is_some_and(|next| (is_new(next) || main_moved.contains(next)) && next < id) {
            place += 1;
        }
        order.insert(place, id.clone());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(base: &str, ours: &str, theirs: &str) -> String {
        let [base, ours, theirs] = [base, ours, theirs].map(|list| list.chars().collect::<Vec<_>>());
        let kept = ours.iter().chain(&theirs).copied().filter(|id| {
            let is_kept = |side: &Vec<char>| side.contains(id) || !base.contains(id);
            is_kept(&ours) && is_kept(&theirs)
        });
        let kept = kept.collect();
        let merged = merge_order(Three { base: Some(&base[..]), ours: &ours, theirs: &theirs }, &kept);
        let is_conflict = merged.ours != merged.theirs;
        let order: String = merged.ours.into_iter().collect();
        if is_conflict { format!("{order}!") } else { order }
    }

    #[test]
    fn both_sides_find_their_changes() {
        assert_eq!(merged("abc", "abc", "abc"), "abc");
        assert_eq!(merged("abc", "cab", "abc"), "cab");
        assert_eq!(merged("abc", "abc", "cab"), "cab");
        assert_eq!(merged("abc", "axbc", "abcy"), "axbcy");
        assert_eq!(merged("abc", "bc", "acb"), "cb");
        assert_eq!(merged("abc", "cab", "xabc"), "cxab");
        assert_eq!(merged("abcd", "adbc", "acdb"), "adcb");
    }

    #[test]
    fn what_both_add_at_one_place_stands_the_same_whoever_merges() {
        for (x, y) in [("axb", "ayb"), ("abx", "yab"), ("axzb", "ayb")] {
            assert_eq!(merged("ab", x, y), merged("ab", y, x));
        }
        assert_eq!(merged("ab", "axb", "ayb"), "axyb");
    }

    #[test]
    fn two_orders_are_a_conflict_and_ours_stays() {
        assert_eq!(merged("abcdx", "xabcd", "abxcd"), "xabcd!");
        assert_eq!(merged("abcdx", "xabcd", "xabcd"), "xabcd");
    }
}
