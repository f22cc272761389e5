//! What changed places in a list.

use std::collections::BTreeMap;

/// Of the entries that both lists have, in the order of `after`, those that stand elsewhere among the others: as few
/// as explain the difference.
pub(super) fn moved<'a, T: Ord>(before: &[T], after: &'a [T]) -> Vec<&'a T> {
    let old: BTreeMap<&T, usize> = before.iter().zip(0..).collect();
    let common: Vec<(&T, usize)> = after.iter().filter_map(|entry| Some((entry, *old.get(entry)?))).collect();
    let ranks: Vec<usize> = common.iter().map(|(_, rank)| *rank).collect();
    let mut kept = longest_rising(&ranks).into_iter().peekable();
    let stays = |at: usize| kept.next_if_eq(&at).is_some();
    let places = common.into_iter().zip((0..ranks.len()).map(stays));
    places.filter(|(_, stays)| !stays).map(|((entry, _), _)| entry).collect()
}

/// The places of a longest rising part of `ranks`, by patience sorting (Fredman 1975).
fn longest_rising(ranks: &[usize]) -> Vec<usize> {
    // Of the rising parts of each length, the one that ends lowest: its last rank, with its places.
    let mut best: Vec<(usize, usize)> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::new();
    for (at, rank) in ranks.iter().enumerate() {
        let length = best.partition_point(|(last, _)| last < rank);
        previous.push(length.checked_sub(1).and_then(|shorter| best.get(shorter)).map(|(_, place)| *place));
        match best.get_mut(length) {
            Some(end) => *end = (*rank, at),
            None => best.push((*rank, at)),
        }
    }
    let last = best.last().map(|(_, place)| *place);
    let step_back = |at: &usize| previous.get(*at).copied().flatten();
    let mut places: Vec<usize> = std::iter::successors(last, step_back).collect();
    places.reverse();
    places
}

#[cfg(test)]
mod tests {
    use super::{longest_rising, moved as moved_in};

    #[test]
    fn as_few_as_possible_moved() {
        let moved = |before: &'static str, after: &'static str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            moved_in(&letters(before), &letters(after)).into_iter().collect::<String>()
        };
        assert_eq!(moved("abcd", "abcd"), "");
        assert_eq!(moved("abcd", "bcda"), "a");
        assert_eq!(moved("abcd", "axbyd"), "");
        assert_eq!(moved("abcd", "cdxba").len(), 2);
        assert_eq!(moved("", "ab"), "");
        assert_eq!(longest_rising(&[2, 0, 1, 3]), [1, 2, 3]);
    }
}
