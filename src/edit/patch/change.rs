//! One value before and after.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use crate::model::put_records;

/// A value before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change<T> {
    /// Before; for records, `None`: it was not there.
    pub before: T,
    /// After; for records, `None`: it is no longer there.
    pub after: T,
}

/// The records of one kind that came, went or changed, by id.
pub type Changes<Id, T> = BTreeMap<Id, Change<Option<Arc<T>>>>;

/// How changes of records are written and read as data, for `#[serde(with = …)]`.
pub(super) mod serial {
    use std::{collections::BTreeMap, sync::Arc};

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Change, Changes};

    /// Writes them.
    pub(in crate::edit::patch) fn serialize<Id: Serialize, T: Serialize, S: Serializer>(
        changes: &Changes<Id, T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(changes.iter().map(|(id, change)| {
            (id, Change { before: change.before.as_deref(), after: change.after.as_deref() })
        }))
    }

    /// Reads them.
    pub(in crate::edit::patch) fn deserialize<'de, Id, T, D>(
        deserializer: D,
    ) -> Result<Changes<Id, T>, D::Error>
    where
        Id: Deserialize<'de> + Ord,
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let changes = BTreeMap::<Id, Change<Option<T>>>::deserialize(deserializer)?;
        let shared = |change: Change<Option<T>>| Change {
            before: change.before.map(Arc::new),
            after: change.after.map(Arc::new),
        };
        Ok(changes.into_iter().map(|(id, change)| (id, shared(change))).collect())
    }
}

/// Which of the two states a change is put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edit) enum State {
    /// As it was before.
    Before,
    /// As it is after.
    After,
}

impl<T> Change<T> {
    /// The value in one of the two states.
    pub(in crate::edit) const fn in_state(&self, state: State) -> &T {
        match state {
            State::Before => &self.before,
            State::After => &self.after,
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// The change from `before` to `after`, if they differ.
pub(in crate::edit) fn changed<T: PartialEq>(before: T, after: T) -> Option<Change<T>> {
    (before != after).then_some(Change { before, after })
}

/// The same for values that are cloned only where they differ.
pub(super) fn between<T: PartialEq + Clone>(before: &T, after: &T) -> Option<Change<T>> {
    (before != after).then(|| Change { before: before.clone(), after: after.clone() })
}

/// The records that differ in two maps of them; the same record is not looked into.
pub(super) fn changed_records<Id: Ord + Clone, T: PartialEq>(
    before: &BTreeMap<Id, Arc<T>>,
    after: &BTreeMap<Id, Arc<T>>,
) -> Changes<Id, T> {
    maps_between(before, after, |a, b| Arc::ptr_eq(a, b) || a == b)
}

/// The differences of two maps of values.
pub(super) fn maps_between<Id, T>(
    before: &BTreeMap<Id, T>,
    after: &BTreeMap<Id, T>,
    is_same: impl Fn(&T, &T) -> bool,
) -> BTreeMap<Id, Change<Option<T>>>
where
    Id: Ord + Clone,
    T: Clone,
{
    let went = before.iter().filter(|(id, _)| !after.contains_key(*id));
    let went = went.map(|(id, old)| (id.clone(), Change { before: Some(old.clone()), after: None }));
    let others = after.iter().filter_map(|(id, new)| {
        let old = before.get(id);
        let differs = old.is_none_or(|old| !is_same(old, new));
        differs.then(|| (id.clone(), Change { before: old.cloned(), after: Some(new.clone()) }))
    });
    went.chain(others).collect()
}

/// Every change taken back.
pub(super) fn inverted<Id: Ord, T>(changes: BTreeMap<Id, Change<T>>) -> BTreeMap<Id, Change<T>> {
    changes.into_iter().map(|(id, change)| (id, change.inverted())).collect()
}

/// Puts the changed entries of a map into `state`.
pub(super) fn put<Id: Ord + Clone, T: Clone>(
    entries: &mut BTreeMap<Id, T>,
    changes: &BTreeMap<Id, Change<Option<T>>>,
    state: State,
) {
    let changes = changes.iter().map(|(id, change)| (id, change.in_state(state).as_ref()));
    put_records(entries, changes, |_, _, _| ());
}

/// Puts one value into `state` where it changed.
pub(super) fn put_value<T: Clone>(value: &mut T, change: Option<&Change<T>>, state: State) {
    if let Some(change) = change {
        value.clone_from(change.in_state(state));
    }
}
