//! How long versions are kept.

use std::collections::BTreeSet;

use super::Version;

/// So many of the newest are kept, however old they are.
const NEWEST: usize = 20;
/// So many days back, the last one of each day is kept.
const DAYS: u64 = 60;
const DAY_SECS: u64 = 24 * 60 * 60;
/// The most bytes that the versions of one document take.
const MOST_BYTES: u64 = 128 << 20;

/// Those of `versions`, oldest first, that are kept at the time `now`.
pub(super) fn kept(versions: &[Version], now: u64) -> Vec<Version> {
    let (mut days, mut contents, mut bytes) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut kept = Vec::new();
    for (age, version) in versions.iter().rev().enumerate() {
        let is_last_of_day = days.insert(version.time / DAY_SECS);
        let is_young = now.saturating_sub(version.time) <= DAYS * DAY_SECS;
        if age >= NEWEST && !(is_last_of_day && is_young) {
            continue;
        }
        if contents.insert(&version.content) {
            bytes += version.bytes();
        }
        // The one that was replaced last is kept, however large it is.
        if bytes > MOST_BYTES && !kept.is_empty() {
            break;
        }
        kept.push(version.clone());
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(time: u64, content: &str) -> Version {
        Version { time, content: content.to_owned(), file: None }
    }

    #[test]
    fn the_last_twenty_and_one_a_day_for_sixty_days_are_kept() {
        // Every hour for a hundred days.
        let versions: Vec<Version> =
            (0..2400).map(|hour| version(hour * 3600, &format!("{hour:x}-1"))).collect();
        let kept = kept(&versions, 2400 * 3600);
        let days: BTreeSet<u64> = kept.iter().map(|version| version.time / DAY_SECS).collect();
        assert_eq!(days.into_iter().collect::<Vec<_>>(), (40..100).collect::<Vec<_>>());
        assert_eq!(kept.len(), 59 + 20);
        assert_eq!(kept.last(), versions.last());
        // Of a day before the last twenty, it is the last one.
        assert_eq!(kept[0].time, (41 * 24 - 1) * 3600);
        assert!(kept.is_sorted_by_key(|version| version.time));
    }

    #[test]
    fn large_ones_make_room_and_equal_ones_take_none() {
        let of = |name: &str| format!("{name}-{:x}", MOST_BYTES / 2);
        let versions =
            [("a", 1), ("b", 2), ("a", 3), ("c", 4), ("c", 5)].map(|(name, time)| version(time, &of(name)));
        let times: Vec<u64> = kept(&versions, 9).iter().map(|version| version.time).collect();
        assert_eq!(times, [3, 4, 5]);
        let huge = version(7, &format!("d-{:x}", 2 * MOST_BYTES));
        assert_eq!(kept(&[versions[0].clone(), huge.clone()], 9), [huge]);
    }
}
