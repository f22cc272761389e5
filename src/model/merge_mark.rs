//! What a merge left to be decided, as it stands among free properties.

use super::{LaneId, Page, PageId, PhaseId, PoolId};

/// What the keys of marks begin with.
const PREFIX: &str = "merge: ";
/// The kinds of records that have no properties of their own.
const RECORDS: [&str; 4] = ["page", "lane", "pool", "phase"];

/// The key of a free property that says what two people did otherwise.
///
/// The property's value is what the other one has, a [`MarkedValue`](super::MarkedValue). Names in it are those for
/// programs, so that everybody reads it in their own language.
///
/// `merge: text es`, and among the document's own properties `merge: lane customer: title en`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeMark {
    /// The kind and the id of the record where that has no properties of its own.
    pub record: Option<String>,
    /// The field, or [`MergeMark::REMOVED`].
    pub field: String,
    /// What of it: the language of a text, the name of a property.
    pub part: Option<String>,
}

impl MergeMark {
    /// In place of a field: one removed what the other edited.
    pub const REMOVED: &str = "removed";
    /// The value where the other one removed it …
    pub(super) const BY_THEM: &str = "by-them";
    /// … and where it was removed here.
    pub(super) const BY_US: &str = "by-us";
    /// The field that holds words of no language.
    const EDITION: &str = "version";

    /// The mark that stands under `key`; `None`: that is none.
    pub fn of_key(key: &str) -> Option<Self> {
        let rest = key.strip_prefix(PREFIX)?;
        let is_record = |text: &str| {
            let kind = text.split_once(' ').filter(|(_, id)| !id.contains(' ')).map(|(kind, _)| kind);
            kind.is_some_and(|kind| RECORDS.contains(&kind))
        };
        let named = rest.split_once(": ").filter(|(record, _)| is_record(record));
        let (record, rest) = match named {
            Some((record, rest)) => (Some(record.to_owned()), rest),
            None => (None, rest),
        };
        let (field, part) = rest.split_once(' ').map_or((rest, None), |(field, part)| (field, Some(part)));
        Some(Self { record, field: field.to_owned(), part: part.map(str::to_owned) })
    }

    /// Whether one removed what the other edited.
    pub fn is_removal(&self) -> bool {
        self.field == Self::REMOVED
    }

    /// Whether it is about words that somebody wrote.
    pub(super) fn is_of_words(&self) -> bool {
        self.part.is_some() || self.field == Self::EDITION
    }

    /// The key under which it stands.
    pub fn key(&self) -> String {
        let record = self.record.iter().flat_map(|record| [record.as_str(), ": "]);
        let part = self.part.iter().flat_map(|part| [" ", part.as_str()]);
        [PREFIX].into_iter().chain(record).chain([self.field.as_str()]).chain(part).collect()
    }
}

/// A record that has no free properties of its own, so that the document keeps its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkedRecord {
    /// The page itself.
    Page(PageId),
    /// A lane.
    Lane(LaneId),
    /// A pool.
    Pool(PoolId),
    /// A phase.
    Phase(PhaseId),
}

impl Page {
    /// The record of this page that `mark`, which the document keeps, is about; `None`: it is about another one.
    pub fn marked(&self, mark: &MergeMark) -> Option<MarkedRecord> {
        let (kind, id) = mark.record.as_deref()?.split_once(' ')?;
        match kind {
            "page" => Some(MarkedRecord::Page(self.id.clone())).filter(|_| self.id.as_str() == id),
            "lane" => {
                let lane = self.lanes.iter().find(|lane| lane.id.as_str() == id)?;
                Some(MarkedRecord::Lane(lane.id.clone()))
            }
            "pool" => {
                let pool = self.pools.keys().find(|pool| pool.as_str() == id)?;
                Some(MarkedRecord::Pool(pool.clone()))
            }
            "phase" => {
                let phase = self.phases.iter().find(|phase| phase.id.as_str() == id)?;
                Some(MarkedRecord::Phase(phase.id.clone()))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_back() {
        for key in
            ["merge: text es", "merge: kind", "merge: lane customer: title en", "merge: property a b: c"]
        {
            assert_eq!(MergeMark::of_key(key).map(|mark| mark.key()).as_deref(), Some(key));
        }
        assert_eq!(MergeMark::of_key("text"), None);
        let mark = MergeMark::of_key("merge: property a: b").expect("a mark");
        assert_eq!((mark.record.as_deref(), mark.part.as_deref()), (None, Some("a: b")));
    }
}
