//! The connectors of a page, and which of them touch a step.
//!
//! Owns the index of ends by step. A record is changed through [`Connectors::update`] only, so that the index is
//! never stale, also in the middle of an edit.

use std::{
    collections::{BTreeMap, btree_map},
    fmt,
    ops::Index,
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Connector, ConnectorId, End, StepId, put_records, shared};

/// The connectors of a page by id; every walk is in that order.
///
/// What touches a step is found without looking at the others. The index is shared by copies until an end moves.
#[derive(Clone, Default)]
pub struct Connectors {
    records: BTreeMap<ConnectorId, Arc<Connector>>,
    /// Of each step the connectors that have an end on it, by id, each once. No list is empty.
    by_step: Arc<BTreeMap<StepId, Vec<ConnectorId>>>,
}

/// The steps at both ends of a connector.
type Ends = [Option<StepId>; 2];

fn ends(connector: &Connector) -> Ends {
    [&connector.from, &connector.to].map(|end| end.step().cloned())
}

impl Connectors {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The records by id.
    pub const fn records(&self) -> &BTreeMap<ConnectorId, Arc<Connector>> {
        &self.records
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// The connector `id`.
    pub fn get(&self, id: &ConnectorId) -> Option<&Arc<Connector>> {
        self.records.get(id)
    }

    /// Whether there is a connector `id`.
    pub fn contains_key(&self, id: &ConnectorId) -> bool {
        self.records.contains_key(id)
    }

    /// All ids.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &ConnectorId> + ExactSizeIterator {
        self.records.keys()
    }

    /// All connectors. For those of one step there is [`Connectors::touching`].
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Arc<Connector>> + ExactSizeIterator + Clone {
        self.records.values()
    }

    /// All connectors with their ids.
    pub fn iter(&self) -> btree_map::Iter<'_, ConnectorId, Arc<Connector>> {
        self.records.iter()
    }

    /// The connectors with an end on `step`, one that goes from it to itself once.
    pub fn touching<'a>(&'a self, step: &StepId) -> impl Iterator<Item = &'a Arc<Connector>> + use<'a> {
        let ids = self.by_step.get(step).into_iter().flatten();
        ids.filter_map(|id| self.records.get(id))
    }

    /// The steps that have a connector, by id.
    pub(super) fn steps(&self) -> impl Iterator<Item = &StepId> {
        self.by_step.keys()
    }

    /// The connectors that begin on `step`.
    pub fn leaving<'a>(&'a self, step: &StepId) -> impl Iterator<Item = &'a Arc<Connector>> + use<'a> {
        self.with_end(step, |connector| &connector.from)
    }

    /// The connectors that end on `step`.
    pub fn entering<'a>(&'a self, step: &StepId) -> impl Iterator<Item = &'a Arc<Connector>> + use<'a> {
        self.with_end(step, |connector| &connector.to)
    }

    fn with_end<'a>(
        &'a self,
        step: &StepId,
        end: fn(&Connector) -> &End,
    ) -> impl Iterator<Item = &'a Arc<Connector>> + use<'a> {
        let touching = self.by_step.get_key_value(step).into_iter();
        let touching = touching.flat_map(|(step, ids)| ids.iter().map(move |id| (step, id)));
        let records = touching.filter_map(|(step, id)| Some((step, self.records.get(id)?)));
        records.filter(move |(step, connector)| end(connector).step() == Some(step)).map(|(_, found)| found)
    }

    /// Adds a connector or puts it in the place of the one of its id, which is given back.
    pub fn insert(&mut self, connector: impl Into<Arc<Connector>>) -> Option<Arc<Connector>> {
        let connector = connector.into();
        let (id, after) = (connector.id.clone(), ends(&connector));
        let old = self.records.insert(id.clone(), connector);
        self.index(&id, &old.as_deref().map(ends).unwrap_or_default(), &after);
        old
    }

    /// Takes the connector `id` out.
    pub fn remove(&mut self, id: &ConnectorId) -> Option<Arc<Connector>> {
        let old = self.records.remove(id)?;
        self.index(id, &ends(&old), &Ends::default());
        Some(old)
    }

    /// Changes the connector `id`, which keeps its id; `None`: it is not there.
    pub fn update<R>(&mut self, id: &ConnectorId, change: impl FnOnce(&mut Connector) -> R) -> Option<R> {
        let connector = self.records.get_mut(id)?;
        let before = ends(connector);
        let connector = Arc::make_mut(connector);
        let result = change(connector);
        if connector.id != *id {
            connector.id = id.clone();
        }
        let after = ends(connector);
        self.index(id, &before, &after);
        Some(result)
    }

    /// Puts each of `changes`, which come by id, in the place of the connector of that id; `None`: that one goes.
    pub fn put_all<'a>(
        &mut self,
        changes: impl ExactSizeIterator<Item = (&'a ConnectorId, Option<&'a Arc<Connector>>)>,
    ) {
        let mut turned: Vec<(ConnectorId, Ends, Ends)> = Vec::new();
        let ends = |connector: Option<&Arc<Connector>>| connector.map(|of| ends(of)).unwrap_or_default();
        put_records(&mut self.records, changes, |id, old, new| {
            let (before, after) = (ends(old), ends(new));
            if before != after {
                turned.push((id.clone(), before, after));
            }
        });
        for (id, before, after) in turned {
            self.index(&id, &before, &after);
        }
    }

    /// Changes all connectors of which `pick` says that they are to be changed, and how, on one walk by id; each keeps
    /// its id.
    pub fn update_all<How>(
        &mut self,
        mut pick: impl FnMut(&Arc<Connector>) -> Option<How>,
        mut change: impl FnMut(&mut Connector, How),
    ) {
        let mut turned: Vec<(ConnectorId, Ends)> = Vec::new();
        for (id, connector) in &mut self.records {
            let Some(how) = pick(connector) else { continue };
            let before = ends(connector);
            let connector = Arc::make_mut(connector);
            change(connector, how);
            if connector.id != *id {
                connector.id = id.clone();
            }
            if ends(connector) != before {
                turned.push((id.clone(), before));
            }
        }
        for (id, before) in turned {
            let after = self.records.get(&id).map(|connector| ends(connector)).unwrap_or_default();
            self.index(&id, &before, &after);
        }
    }

    /// Keeps the index true when the ends of the connector `id` move.
    fn index(&mut self, id: &ConnectorId, before: &Ends, after: &Ends) {
        if before == after {
            return;
        }
        let by_step = Arc::make_mut(&mut self.by_step);
        for step in before.iter().flatten() {
            let Some(ids) = by_step.get_mut(step) else { continue };
            if let Ok(at) = ids.binary_search(id) {
                ids.remove(at);
            }
            if ids.is_empty() {
                by_step.remove(step);
            }
        }
        for step in after.iter().flatten() {
            let ids = by_step.entry(step.clone()).or_default();
            if let Err(at) = ids.binary_search(id) {
                ids.insert(at, id.clone());
            }
        }
    }
}

/// Of two connectors with the same id the later one stays.
impl<C: Into<Arc<Connector>>> FromIterator<C> for Connectors {
    fn from_iter<I: IntoIterator<Item = C>>(connectors: I) -> Self {
        let connectors = connectors.into_iter().map(Into::into);
        let records: BTreeMap<_, _> =
            connectors.map(|connector: Arc<Connector>| (connector.id.clone(), connector)).collect();
        // Sorted once, which is cheaper than finding the place of each.
        let ends = records.values().flat_map(|connector| {
            ends(connector).into_iter().flatten().map(|step| (step, connector.id.clone()))
        });
        let mut ends: Vec<(StepId, ConnectorId)> = ends.collect();
        ends.sort_unstable();
        ends.dedup();
        let mut by_step: Vec<(StepId, Vec<ConnectorId>)> = Vec::new();
        for (step, id) in ends {
            match by_step.last_mut().filter(|(last, _)| *last == step) {
                Some((_, ids)) => ids.push(id),
                None => by_step.push((step, vec![id])),
            }
        }
        Self { records, by_step: Arc::new(by_step.into_iter().collect()) }
    }
}

/// Panics where there is no such connector.
impl Index<&ConnectorId> for Connectors {
    type Output = Arc<Connector>;

    #[expect(clippy::indexing_slicing, reason = "this is indexing, as a map does it")]
    fn index(&self, id: &ConnectorId) -> &Arc<Connector> {
        &self.records[id]
    }
}

impl<'a> IntoIterator for &'a Connectors {
    type Item = (&'a ConnectorId, &'a Arc<Connector>);
    type IntoIter = btree_map::Iter<'a, ConnectorId, Arc<Connector>>;

    fn into_iter(self) -> Self::IntoIter {
        self.records.iter()
    }
}

/// Written as the records by id; the index is made anew where they are read.
impl Serialize for Connectors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        shared::by_id::serialize(&self.records, serializer)
    }
}

impl<'de> Deserialize<'de> for Connectors {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records: BTreeMap<ConnectorId, Arc<Connector>> = shared::by_id::deserialize(deserializer)?;
        Ok(records.into_values().collect())
    }
}

impl PartialEq for Connectors {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl fmt::Debug for Connectors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.records.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{prelude::*, test_runner::RngSeed};

    use super::*;
    use crate::{geom::Point, testing::records};

    fn step(n: u8) -> StepId {
        StepId::parse(&format!("s{n}")).unwrap()
    }

    fn id(n: u8) -> ConnectorId {
        ConnectorId::parse(&format!("c{n}")).unwrap()
    }

    /// On a step, or free beyond the sixth one.
    fn end(n: u8) -> End {
        if n < 6 { End::Attached { step: step(n), port: None } } else { End::Free(Point::ZERO) }
    }

    fn connector(n: u8, from: u8, to: u8) -> Connector {
        records::connector(&format!("c{n}"), end(from), end(to))
    }

    fn assert_index_equals_a_scan(connectors: &Connectors) {
        let ids = |found: Vec<&Arc<Connector>>| found.into_iter().map(|of| of.id.clone()).collect::<Vec<_>>();
        for step in (0..8).map(step) {
            let (leaves, enters) = (
                |of: &Connector| of.from.step() == Some(&step),
                |of: &Connector| of.to.step() == Some(&step),
            );
            let scan = |test: &dyn Fn(&Connector) -> bool| {
                ids(connectors.values().filter(|connector| test(connector)).collect())
            };
            assert_eq!(ids(connectors.leaving(&step).collect()), scan(&leaves));
            assert_eq!(ids(connectors.entering(&step).collect()), scan(&enters));
            assert_eq!(ids(connectors.touching(&step).collect()), scan(&|of| leaves(of) || enters(of)));
        }
        assert!(connectors.by_step.values().all(|ids| !ids.is_empty()), "{:?}", connectors.by_step);
    }

    proptest! {
        #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_index_equals_a_scan_after_any_edits(
            edits in prop::collection::vec((0..5u8, 0..9u8, 0..8u8, 0..8u8), 0..60),
        ) {
            let mut connectors = Connectors::new();
            for (what, n, from, to) in edits {
                let before = connectors.clone();
                let count = connectors.len();
                match what {
                    0 | 1 => drop(connectors.insert(connector(n, from, to))),
                    2 => drop(connectors.remove(&id(n))),
                    3 => connectors.update_all(
                        |of| (of.id <= id(n)).then_some(to),
                        |of, to| {
                            of.to = end(to);
                            of.id = id(from);
                        },
                    ),
                    _ => drop(connectors.update(&id(n), |of| {
                        (of.from, of.to) = (end(from), end(to));
                        of.id = id(from);
                    })),
                }
                assert_index_equals_a_scan(&connectors);
                // A copy that was made before keeps its own.
                assert_index_equals_a_scan(&before);
                prop_assert_eq!(before.len(), count);
                prop_assert!(connectors.iter().all(|(id, connector)| *id == connector.id));
                let again: Connectors = connectors.values().cloned().collect();
                prop_assert_eq!(&again, &connectors);
                prop_assert_eq!(&again.by_step, &connectors.by_step);
            }
        }
    }

    #[test]
    fn a_copy_shares_the_index_until_an_end_moves() {
        let mut connectors: Connectors = [connector(1, 1, 2), connector(2, 2, 2)].into_iter().collect();
        let copy = connectors.clone();
        connectors.update(&id(1), |of| of.share = Some(50.0));
        assert!(Arc::ptr_eq(&copy.by_step, &connectors.by_step));
        connectors.update(&id(1), |of| of.to = end(3));
        assert_eq!(copy.touching(&step(2)).count(), 2);
        assert_eq!(connectors.touching(&step(2)).count(), 1);
    }
}
