//! Many records put into a map of them at once.
//!
//! Owns when it is cheaper to walk over all records than to look for each place.

use std::collections::BTreeMap;

/// Looking for a record by its id costs about as much as walking over so many.
const WALKED: usize = 8;

/// Whether so many records are found sooner on a walk over `all` of them.
pub const fn is_many(some: usize, all: usize) -> bool {
    some * WALKED > all
}

/// Puts each of `changes`, which come by id, into `records`; `None`: that record goes. `replaced` hears of each what was
/// there before and what is there now.
pub fn put_records<'a, Id: Ord + Clone + 'a, T: Clone + 'a>(
    records: &mut BTreeMap<Id, T>,
    changes: impl ExactSizeIterator<Item = (&'a Id, Option<&'a T>)>,
    mut replaced: impl FnMut(&'a Id, Option<&T>, Option<&T>),
) {
    let mut walk =
        is_many(changes.len(), records.len()).then(|| records.iter_mut()).into_iter().flatten().peekable();
    let mut others = Vec::new();
    for (id, change) in changes {
        while walk.next_if(|(other, _)| *other < id).is_some() {}
        match (walk.next_if(|(other, _)| *other == id), change) {
            (Some((_, record)), Some(new)) => {
                let old = std::mem::replace(record, new.clone());
                replaced(id, Some(&old), Some(new));
            }
            (Some(_) | None, change) => others.push((id, change)),
        }
    }
    for (id, change) in others {
        let old = match change {
            Some(new) => records.insert(id.clone(), new.clone()),
            None => records.remove(id),
        };
        replaced(id, old.as_ref(), change);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_put_alike() {
        let all: BTreeMap<u32, u32> = (0..100).map(|n| (2 * n, n)).collect();
        for step in [1, 3, 40] {
            // Some stay what they are, some change, some go, some come.
            let changes: BTreeMap<u32, Option<u32>> =
                (0..210).step_by(step).map(|n| (n, (n % 5 != 0).then_some(n / 2 + n % 3))).collect();
            let (mut put, mut expected) = (all.clone(), all.clone());
            let mut heard = Vec::new();
            put_records(&mut put, changes.iter().map(|(id, new)| (id, new.as_ref())), |id, old, new| {
                heard.push((*id, old.copied(), new.copied()));
            });
            for (id, new) in &changes {
                match new {
                    Some(new) => expected.insert(*id, *new),
                    None => expected.remove(id),
                };
            }
            heard.sort_unstable();
            let told = changes.iter().map(|(id, new)| (*id, all.get(id).copied(), *new));
            assert_eq!(heard, told.collect::<Vec<_>>());
            assert_eq!(put, expected);
        }
    }
}
