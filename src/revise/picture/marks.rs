//! What is to be marked on a page.

use std::collections::{BTreeMap, BTreeSet};

use super::compared::ComparedDocuments;
use crate::{
    model::PageId,
    revise::{Differences, Field, RecordId, Revision, RevisionKind},
};

/// What became of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordMark {
    /// All that did, the most important first; none where a line only runs elsewhere or a band is larger, as whenever
    /// something near it changes.
    pub(super) kinds: BTreeSet<RevisionKind>,
    /// The same in words.
    pub(super) words: Vec<String>,
}

impl RecordMark {
    /// What is said of the record first.
    pub(super) fn kind(&self) -> RevisionKind {
        self.kinds.first().copied().unwrap_or(RevisionKind::Moved)
    }

    /// Whether the record only makes way for others.
    pub(super) fn is_slight(&self) -> bool {
        self.kinds.is_empty()
    }

    /// Whether the record is on the page no more.
    pub(super) fn is_gone(&self) -> bool {
        self.kinds.contains(&RevisionKind::Removed)
    }
}

/// The records of `page` that differ.
pub(super) fn marks_of(
    compared: &ComparedDocuments<'_>,
    differences: &Differences,
    page: &PageId,
) -> BTreeMap<RecordId, RecordMark> {
    let mut marks = BTreeMap::<RecordId, RecordMark>::new();
    for difference in differences.iter().filter(|difference| difference.page.as_ref() == Some(page)) {
        let mark = marks.entry(difference.record.clone()).or_default();
        if !is_slight(&difference.what) {
            mark.kinds.insert(RevisionKind::of(&difference.what));
        }
        mark.words.push(differences.sentence(difference, compared.catalog, compared.lang));
    }
    marks
}

const fn is_slight(what: &Revision) -> bool {
    match what {
        Revision::Added | Revision::Removed => false,
        Revision::Changed(change) => matches!(change.field, Field::Route | Field::Size),
    }
}
