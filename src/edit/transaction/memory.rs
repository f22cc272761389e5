//! What is remembered of records that are changed on one walk over all of them.

use std::{collections::BTreeMap, iter::Peekable, sync::Arc, vec};

/// The records of one kind as they were before they were first changed in an edit, while more of them are changed by id.
pub(super) struct Memory<'a, Id, T> {
    before: &'a mut BTreeMap<Id, Option<Arc<T>>>,
    /// What was remembered already and has not been passed yet.
    known: Peekable<vec::IntoIter<Id>>,
    noted: Vec<(Id, Option<Arc<T>>)>,
}

impl<'a, Id: Ord + Clone, T> Memory<'a, Id, T> {
    /// A memory that adds to `before`.
    pub(super) fn of(before: &'a mut BTreeMap<Id, Option<Arc<T>>>) -> Self {
        let known: Vec<Id> = before.keys().cloned().collect();
        Self { before, known: known.into_iter().peekable(), noted: Vec::new() }
    }

    /// Notes a record that is about to be changed, unless it was before; they must come by id.
    pub(super) fn note(&mut self, id: &Id, record: &Arc<T>) {
        while self.known.next_if(|known| known < id).is_some() {}
        if self.known.peek() != Some(id) {
            self.noted.push((id.clone(), Some(Arc::clone(record))));
        }
    }

    /// Adds what was noted to what is remembered.
    pub(super) fn keep(self) {
        self.before.append(&mut self.noted.into_iter().collect());
    }
}
