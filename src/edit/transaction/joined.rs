//! Records that were touched beside what there is now.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::is_many;

/// The entries of `some`, which come by id, each with what `all` has under the same id.
pub(in crate::edit) fn joined<'a, Id: Ord, A, B>(
    some: impl ExactSizeIterator<Item = (&'a Id, A)>,
    all: &'a BTreeMap<Id, B>,
) -> impl Iterator<Item = (&'a Id, A, Option<&'a B>)> {
    let mut walk = is_many(some.len(), all.len()).then(|| all.iter().peekable());
    some.map(move |(id, one)| {
        let Some(walk) = &mut walk else { return (id, one, all.get(id)) };
        while walk.next_if(|(other, _)| *other < id).is_some() {}
        (id, one, walk.next_if(|(other, _)| *other == id).map(|(_, other)| other))
    })
}

/// What became of a record in an edit.
pub(in crate::edit) struct Became<'a, Id, T> {
    pub(in crate::edit) id: &'a Id,
    /// As it was; `None`: it was not there.
    pub(in crate::edit) before: Option<&'a Arc<T>>,
    /// As it is; `None`: it went.
    pub(in crate::edit) now: Option<&'a Arc<T>>,
}

impl<'a, Id, T> Became<'a, Id, T> {
    /// Of what was remembered of it, and what there is.
    pub(in crate::edit) fn of(joined: (&'a Id, &'a Option<Arc<T>>, Option<&'a Arc<T>>)) -> Self {
        let (id, before, now) = joined;
        Self { id, before: before.as_ref(), now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_and_many_are_joined_alike() {
        let all: BTreeMap<u32, u32> = (0..100).map(|n| (2 * n, n)).collect();
        for step in [1, 3, 40] {
            let some: BTreeMap<u32, u32> = (0..210).step_by(step).map(|n| (n, n)).collect();
            let found: Vec<Option<&u32>> = joined(some.iter(), &all).map(|(_, _, found)| found).collect();
            assert_eq!(found, some.keys().map(|id| all.get(id)).collect::<Vec<_>>());
        }
    }
}
