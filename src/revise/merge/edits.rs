//! What a side did to the base, as far as it means anything.

use std::collections::BTreeSet;

use crate::{
    model::{Document, PageId},
    revise::{Field, RecordId, Revision, diff},
};

/// The records that a side edited: those that came are not among them, nor what was only moved.
pub(super) struct Edits {
    records: BTreeSet<RecordId>,
    /// The pages on which anything was edited, came or went.
    pages: BTreeSet<PageId>,
}

impl Edits {
    /// What `side` edited of `base`.
    pub(super) fn of(base: &Document, side: &Document) -> Self {
        let (mut records, mut pages) = (BTreeSet::new(), BTreeSet::new());
        let found = diff(base, side);
        for difference in found.iter().filter(|difference| !difference.is_place()) {
            pages.extend(difference.page.clone());
            let is_edit = match &difference.what {
                Revision::Added | Revision::Removed => false,
                Revision::Changed(change) => change.field != Field::Order,
            };
            if is_edit {
                records.insert(difference.record.clone());
            }
        }
        Self { records, pages }
    }

    /// Whether a record was edited; a page, whether anything on it was.
    pub(super) fn has(&self, record: &RecordId) -> bool {
        match record {
            RecordId::Page(page) => self.pages.contains(page),
            other => self.records.contains(other),
        }
    }
}
