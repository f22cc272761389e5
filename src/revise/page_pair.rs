//! A page before and after: which records came, went, and changed places.

use std::collections::BTreeMap;

use super::{
    Difference, Field, FieldChange, FieldValue, RecordId, RecordName, Revision, comparison::Comparison,
    order::moved, place::BandStarts, records::PageRecord,
};
use crate::model::{Document, LaneId, Link, Page, PhaseId, PoolId, StepId, Text};

/// One of the two states of a page, with what its records are seen by.
pub(super) struct PageSide<'p> {
    pub(super) document: &'p Document,
    pub(super) page: &'p Page,
    pub(super) starts: BandStarts,
}

impl<'p> PageSide<'p> {
    /// The page `page` of `document`.
    pub(super) fn of(document: &'p Document, page: &'p Page) -> Self {
        Self { document, page, starts: BandStarts::of(page) }
    }

    /// What a step is called; `None`: it is not on the page.
    pub(super) fn step_name(&self, id: Option<&StepId>) -> Option<Text> {
        self.page.steps.get(id?).map(|step| step.text.clone())
    }

    /// What the step at an end of a connector is called.
    pub(super) fn end_name(&self, id: Option<&StepId>) -> FieldValue {
        FieldValue::or_nothing(self.step_name(id), FieldValue::Record)
    }

    /// What a lane is called.
    pub(super) fn lane_name(&self, id: &LaneId) -> FieldValue {
        let lane = self.page.lanes.iter().find(|lane| lane.id == *id);
        FieldValue::or_nothing(lane, |lane| FieldValue::Record(lane.title.clone()))
    }

    /// What a phase is called.
    pub(super) fn phase_name(&self, id: Option<&PhaseId>) -> FieldValue {
        let phase = id.and_then(|id| self.page.phases.iter().find(|phase| phase.id == *id));
        FieldValue::or_nothing(phase, |phase| FieldValue::Record(phase.title.clone()))
    }

    /// What a link leads to.
    pub(super) fn link_name(&self, link: Option<&Link>) -> FieldValue {
        link_name(self.document, link)
    }

    /// What a pool is called.
    pub(super) fn pool_name(&self, id: Option<&PoolId>) -> FieldValue {
        let pool = id.and_then(|id| self.page.pools.get(id));
        FieldValue::or_nothing(pool, |pool| FieldValue::Record(pool.title.clone()))
    }
}

/// A page that both documents have.
pub(super) struct PagePair<'p> {
    pub(super) before: PageSide<'p>,
    pub(super) after: PageSide<'p>,
}

impl<'p> PagePair<'p> {
    /// A page of two documents, before and after.
    pub(super) fn of(documents: [&'p Document; 2], pages: [&'p Page; 2]) -> Self {
        let ([old, new], [before, after]) = (documents, pages);
        Self { before: PageSide::of(old, before), after: PageSide::of(new, after) }
    }

    /// Notes what changed on it: the page itself, its bands, its steps as they are read, its connectors.
    pub(super) fn compare(&self, list: &mut Vec<Difference>) {
        let [before, after] = [self.before.page, self.after.page];
        let (record, name) = (RecordId::Page(after.id.clone()), RecordName::Text(after.title.clone()));
        let mut found = Comparison { list, page: Some(&after.id), record, name };
        found.text(Field::Title, &before.title, &after.title);
        found.field(Field::Orientation, before.orientation, after.orientation, FieldValue::Orientation);
        let [old, new] = [before, after].map(|page| refs(&page.lanes));
        self.order(&old, &new, list);
        self.records(&old, &new, list);
        self.records(&refs(before.pools.values()), &refs(after.pools.values()), list);
        let [old, new] = [before, after].map(|page| refs(&page.phases));
        self.order(&old, &new, list);
        self.records(&old, &new, list);
        let [old, new] = [before, after].map(|page| refs(page.steps_in_reading_order()));
        self.records(&old, &new, list);
        self.records(&refs(before.connectors.values()), &refs(after.connectors.values()), list);
    }

    fn note(&self, list: &mut Vec<Difference>, record: RecordId, name: RecordName, what: Revision) {
        list.push(Difference { page: Some(self.after.page.id.clone()), record, name, what });
    }

    /// Notes which records of a list stand elsewhere among the others.
    fn order<R: PageRecord>(&self, before: &[&R], after: &[&R], list: &mut Vec<Difference>) {
        let ids = |records: &[&R]| records.iter().map(|record| record.id().clone()).collect::<Vec<_>>();
        let (old, new) = (ids(before), ids(after));
        for id in moved(&old, &new) {
            let Some(record) = after.iter().find(|record| record.id() == id) else { continue };
            let behind = |side, records| behind(records, *record, |other: &R| other.name(side));
            let (before, after) = (behind(&self.before, before), behind(&self.after, after));
            let change = FieldChange { field: Field::Order, before, after };
            self.note(list, record.record(), record.name(&self.after), Revision::Changed(change));
        }
    }

    /// Notes which records came and went, and what changed of the others.
    fn records<R: PageRecord>(&self, before: &[&R], after: &[&R], list: &mut Vec<Difference>) {
        let mut old: BTreeMap<&R::Id, &R> = before.iter().map(|record| (record.id(), *record)).collect();
        for record in after {
            let name = || record.name(&self.after);
            match old.remove(record.id()) {
                None => self.note(list, record.record(), name(), Revision::Added),
                Some(old) => {
                    let (page, id) = (Some(&self.after.page.id), record.record());
                    old.compare(record, self, &mut Comparison { list, page, record: id, name: name() });
                }
            }
        }
        for record in before.iter().filter(|record| old.contains_key(record.id())) {
            self.note(list, record.record(), record.name(&self.before), Revision::Removed);
        }
    }
}

/// The records themselves, which a page shares.
fn refs<'r, R: 'r>(shared: impl IntoIterator<Item = &'r std::sync::Arc<R>>) -> Vec<&'r R> {
    shared.into_iter().map(AsRef::as_ref).collect()
}

/// Behind which other record of a list `record` stands.
fn behind<R: PageRecord>(records: &[&R], record: &R, name: impl Fn(&R) -> RecordName) -> FieldValue {
    let at = records.iter().position(|other| other.id() == record.id());
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| records.get(at));
    FieldValue::Behind(before.map(|record| name(record)))
}

/// What a link of `document` leads to.
pub(super) fn link_name(document: &Document, link: Option<&Link>) -> FieldValue {
    match link {
        None => FieldValue::Nothing,
        Some(Link::Address(address)) => FieldValue::Words(address.clone()),
        Some(Link::Page(id)) => {
            FieldValue::or_nothing(document.page(id), |page| FieldValue::Record(page.title.clone()))
        }
        Some(Link::Step(id)) => {
            let step = document.pages.iter().find_map(|page| page.steps.get(id));
            FieldValue::or_nothing(step, |step| FieldValue::Record(step.text.clone()))
        }
    }
}
