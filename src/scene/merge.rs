//! Finds what was made of a record the last time.

use std::{cmp::Ordering, iter::Peekable, sync::Arc, vec};

/// What is kept of a record.
pub(super) trait Kept {
    /// The record.
    type Record;

    /// The record that it was made of. Holding it keeps its address from being used again.
    fn record(&self) -> &Arc<Self::Record>;

    /// How two records stand in the order of their ids.
    fn order(a: &Self::Record, b: &Self::Record) -> Ordering;
}

/// Records with their places.
type ChangedPlaces<'r, T> = Vec<(usize, &'r Arc<T>)>;

/// The records that are other ones than those that were kept, with their places; `None`: some came or went.
///
/// Costs a look at each address, and at the ids of what changed.
pub(super) fn changed_places<'r, K: Kept>(
    kept: &[K],
    records: impl ExactSizeIterator<Item = &'r Arc<K::Record>>,
) -> Option<ChangedPlaces<'r, K::Record>>
where
    K::Record: 'r,
{
    if kept.len() != records.len() {
        return None;
    }
    let mut changed = Vec::new();
    for (place, (kept, record)) in kept.iter().zip(records).enumerate() {
        if !Arc::ptr_eq(kept.record(), record) {
            if K::order(kept.record(), record) != Ordering::Equal {
                return None;
            }
            changed.push((place, record));
        }
    }
    Some(changed)
}

/// Walks through what is kept, in step with the records of a page; both are in the order of their ids.
pub(super) struct Merge<K: Kept> {
    kept: Peekable<vec::IntoIter<K>>,
    gone: Vec<K>,
}

impl<K: Kept> Merge<K> {
    pub(super) fn new(kept: Vec<K>) -> Self {
        Self { kept: kept.into_iter().peekable(), gone: Vec::new() }
    }

    /// What is kept of the next record.
    pub(super) fn take(&mut self, record: &Arc<K::Record>) -> Option<K> {
        loop {
            let next = self.kept.peek()?;
            if Arc::ptr_eq(next.record(), record) {
                return self.kept.next();
            }
            match K::order(next.record(), record) {
                Ordering::Less => self.gone.extend(self.kept.next()),
                Ordering::Equal => return self.kept.next(),
                Ordering::Greater => return None,
            }
        }
    }

    /// What is kept of records that the page no longer has.
    pub(super) fn gone(mut self) -> Vec<K> {
        self.gone.extend(self.kept);
        self.gone
    }
}
