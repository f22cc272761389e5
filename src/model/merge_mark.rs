//! What a merge left to be decided, as it stands among free properties.

/// What the keys of marks begin with.
const PREFIX: &str = "merge: ";

/// The key of a free property that says what two people did otherwise; its value is what the other one has. Names in it
/// are those for programs, so that everybody reads it in their own language.
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
    pub const BY_THEM: &str = "by-them";
    /// … and where it was removed here.
    pub const BY_US: &str = "by-us";

    /// The mark that stands under `key`; `None`: that is none.
    pub fn of_key(key: &str) -> Option<Self> {
        let rest = key.strip_prefix(PREFIX)?;
        let named = rest.split_once(": ").filter(|(record, _)| record.split(' ').count() == 2);
        let (record, rest) = match named {
            Some((record, rest)) => (Some(record.to_owned()), rest),
            None => (None, rest),
        };
        let (field, part) = rest.split_once(' ').map_or((rest, None), |(field, part)| (field, Some(part)));
        Some(Self { record, field: field.to_owned(), part: part.map(str::to_owned) })
    }

    /// The key under which it stands.
    pub fn key(&self) -> String {
        let record = self.record.iter().flat_map(|record| [record.as_str(), ": "]);
        let part = self.part.iter().flat_map(|part| [" ", part.as_str()]);
        [PREFIX].into_iter().chain(record).chain([self.field.as_str()]).chain(part).collect()
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
        assert_eq!(mark.key(), "merge: property a: b");
    }
}
