//! Three orders of a list made into one.

use std::collections::BTreeSet;

use super::field_merge::Three;
use crate::revise::order::moved;

/// An order of what stays, and whether both sides changed it, each otherwise.
pub(super) struct MergedOrder<Id> {
    pub(super) order: Vec<Id>,
    pub(super) is_conflict: bool,
}

/// An entry that stands behind different ones in two orders, with what it stands behind; of several, the first by id.
pub(super) struct Misplaced<'l, Id> {
    pub(super) id: &'l Id,
    pub(super) behind_in_ours: Option<&'l Id>,
    pub(super) behind_in_theirs: Option<&'l Id>,
}

impl<'l, Id: Ord> Misplaced<'l, Id> {
    /// The first one of two orders; `None`: they are the same.
    pub(super) fn first(ours: &'l [Id], theirs: &'l [Id]) -> Option<Self> {
        let ids: BTreeSet<&Id> = ours.iter().filter(|id| theirs.contains(id)).collect();
        let before = |order: &'l [Id], id: &Id| {
            let at = order.iter().position(|of| of == id)?;
            order.get(at.checked_sub(1)?)
        };
        let all = ids.into_iter().map(|id| Self {
            id,
            behind_in_ours: before(ours, id),
            behind_in_theirs: before(theirs, id),
        });
        let mut apart = all.filter(|one| one.behind_in_ours != one.behind_in_theirs);
        apart.next()
    }
}

/// The order of the entries in `kept`, each of which one side has: what a side moved or added stands behind what it
/// stands behind there. Where both moved the same, or what they did leads to different orders whoever is ours, that is a
/// conflict, and ours stays.
pub(super) fn merge_order<Id: Ord + Clone>(orders: Three<&[Id]>, kept: &BTreeSet<Id>) -> MergedOrder<Id> {
    let Three { base, ours, theirs } = orders;
    let base = base.unwrap_or_default();
    let order = combined(base, ours, theirs, kept);
    let is_conflict = order != combined(base, theirs, ours, kept);
    MergedOrder { order, is_conflict }
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
        let order: String = merged.order.into_iter().collect();
        if merged.is_conflict { format!("{order}!") } else { order }
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
