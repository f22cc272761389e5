//! What is to be marked on a page.

use std::collections::{BTreeMap, BTreeSet};

use super::compared::ComparedDocuments;
use crate::{
    model::PageId,
    revise::{Differences, Field, RecordId, Revision, RevisionKind},
};

/// A kind of mark on a page, in the order in which they are explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// A badge that says what became of a record.
    Badge(RevisionKind),
    /// The way of a step from where it stood.
    Trail,
    /// Where a connector ran that begins or ends elsewhere now.
    FormerWay,
    /// A line or a band that only makes way for others.
    Slight,
}

/// What became of a record.
#[derive(Clone, Debug, Default)]
pub(super) struct RecordMark {
    /// All that did, the most important first; none where a line only runs elsewhere or a band is larger, as whenever
    /// something near it changes.
    pub(super) kinds: BTreeSet<RevisionKind>,
    /// Whether it is a connector that begins or ends at another step than before.
    pub(super) leads_elsewhere: bool,
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
        mark.leads_elsewhere |= leads_elsewhere(&difference.what);
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

const fn leads_elsewhere(what: &Revision) -> bool {
    matches!(what, Revision::Changed(change) if matches!(change.field, Field::From | Field::To))
}
