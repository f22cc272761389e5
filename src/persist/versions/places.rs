//! The places of records, taken out one by one as the records are read.

use super::{Fault, convert::fault};
use crate::persist::{FileFault, PlaceOf};

/// Places by the ids of their records, each to be taken once.
///
/// Records mostly stand in the order of their ids, as the writer has them: then the next place is the one that is asked
/// for, and nothing is searched.
pub(super) struct TakenPlaces<T> {
    of: PlaceOf,
    places: Vec<(String, Option<T>)>,
    next: usize,
}

impl<T> TakenPlaces<T> {
    /// The places `from` a file; a second one for a record is refused.
    pub(super) fn new(of: PlaceOf, from: Vec<T>, id: impl Fn(&T) -> &String) -> Result<Self, Fault> {
        let with_id = from.into_iter().map(|place| (id(&place).clone(), Some(place)));
        let mut places: Vec<_> = with_id.collect();
        places.sort_by(|a, b| a.0.cmp(&b.0));
        let twice = places.iter().zip(places.iter().skip(1)).find(|(a, b)| a.0 == b.0);
        if let Some(((id, _), _)) = twice {
            let problem = FileFault::TwoPlaces { of, id: id.clone() };
            return Err(Fault { nth: 1, ..fault(of.word(), id, problem) });
        }
        Ok(Self { of, places, next: 0 })
    }

    /// Takes the place of the record `id`.
    pub(super) fn take(&mut self, id: &str) -> Option<T> {
        let is_next = self.places.get(self.next).is_some_and(|(of, _)| of == id);
        let search = || self.places.binary_search_by(|(of, _)| of.as_str().cmp(id)).ok();
        let at = if is_next { self.next } else { search()? };
        self.next = at + 1;
        self.places.get_mut(at)?.1.take()
    }

    /// Refuses a place that belongs to no record.
    pub(super) fn all_taken(self) -> Result<(), Fault> {
        let of = self.of;
        match self.places.into_iter().find(|(_, place)| place.is_some()) {
            Some((id, _)) => Err(fault(of.word(), &id, FileFault::PlaceOfNothing { of, id: id.clone() })),
            None => Ok(()),
        }
    }
}
