//! What changed in a list of records: the records, and apart from them their order.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    Change, Changes, State,
    change::{changed_records, inverted, serial},
    changed,
};
use crate::model::{Lane, LaneId, Phase, PhaseId};

/// A record of a list.
pub(super) trait Record: PartialEq {
    /// What names it.
    type Id: Ord + Clone;

    /// Its name.
    fn id(&self) -> &Self::Id;
}

impl Record for Lane {
    type Id = LaneId;

    fn id(&self) -> &LaneId {
        &self.id
    }
}

impl Record for Phase {
    type Id = PhaseId;

    fn id(&self) -> &PhaseId {
        &self.id
    }
}

/// What changed in an ordered list of records.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(
    deny_unknown_fields,
    bound(
        serialize = "Id: Serialize, T: Serialize",
        deserialize = "Id: Deserialize<'de>, T: Deserialize<'de>"
    )
)]
pub struct ListPatch<Id: Ord, T> {
    /// The records that came, went or changed.
    #[serde(with = "serial")]
    pub records: Changes<Id, T>,
    /// All ids in order, where records came, went or changed places.
    pub order: Option<Change<Vec<Id>>>,
}

impl<Id: Ord, T> Default for ListPatch<Id, T> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), order: None }
    }
}

impl<Id: Ord + Clone, T> ListPatch<Id, T> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.order.is_none()
    }

    pub(super) fn inverted(self) -> Self {
        Self { records: inverted(self.records), order: self.order.map(Change::inverted) }
    }
}

/// What makes the list `a` into `b`.
pub(super) fn lists_between<T: Record>(a: &[Arc<T>], b: &[Arc<T>]) -> ListPatch<T::Id, T> {
    let order = |list: &[Arc<T>]| list.iter().map(|record| record.id().clone()).collect::<Vec<_>>();
    let by_id = |list: &[Arc<T>]| -> BTreeMap<T::Id, Arc<T>> {
        list.iter().map(|record| (record.id().clone(), Arc::clone(record))).collect()
    };
    ListPatch { records: changed_records(&by_id(a), &by_id(b)), order: changed(order(a), order(b)) }
}

/// Puts the records of a list, and their order, into `state`.
pub(super) fn put_list<T: Record>(list: &mut Vec<Arc<T>>, patch: &ListPatch<T::Id, T>, state: State) {
    for record in list.iter_mut() {
        if let Some(Some(new)) = patch.records.get(record.id()).map(|change| change.in_state(state)) {
            *record = Arc::clone(new);
        }
    }
    let Some(order) = &patch.order else { return };
    let mut old: BTreeMap<T::Id, Arc<T>> =
        list.drain(..).map(|record| (record.id().clone(), record)).collect();
    let new = |id| patch.records.get(id).and_then(|change| change.in_state(state).clone());
    list.extend(order.in_state(state).iter().filter_map(|id| old.remove(id).or_else(|| new(id))));
}
