//! What two sides did otherwise, and its words.

use crate::{
    locale::Catalog,
    model::{Document, MarkedValue, PageId},
    revise::{Field, FieldValue, RecordId, RecordName, words::Words},
};

/// One of the two versions that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeSide {
    /// The version that counts where both changed the same.
    Ours,
    /// The other one.
    Theirs,
}

/// What two sides did otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictKind {
    /// Both changed a field, each otherwise; ours stays.
    Field {
        /// The field.
        field: Field,
        /// What it was.
        base: FieldValue,
        /// What it is.
        ours: FieldValue,
        /// What it is not.
        theirs: FieldValue,
        /// The same, to be put in place later.
        marked: MarkedValue,
    },
    /// One side removed what the other edited or needs; it stays.
    Removed {
        /// Who removed it.
        by: MergeSide,
    },
    /// What stays lost something with another record that is removed: a connector the step at its other end, a step what
    /// its link leads to.
    Gone {
        /// What the link led to; `None`: it is a connector.
        link: Option<FieldValue>,
    },
}

/// A conflict and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The page; `None` for the document.
    pub page: Option<PageId>,
    /// The record.
    pub record: RecordId,
    /// What it is called.
    pub name: RecordName,
    /// What it is about.
    pub what: ConflictKind,
}

/// What the two versions are called in a sentence.
#[derive(Clone, Debug)]
pub struct VersionNames {
    /// The version that counts where both changed the same.
    pub ours: String,
    /// The other one.
    pub theirs: String,
}

impl VersionNames {
    fn of(&self, side: MergeSide) -> &str {
        match side {
            MergeSide::Ours => &self.ours,
            MergeSide::Theirs => &self.theirs,
        }
    }
}

impl Conflict {
    /// The conflict as a sentence in the language of `catalog` about versions of these `names`; what came of the merge is
    /// `merged`, whose names are read in that language where they are in it.
    pub fn say(&self, catalog: &Catalog, names: &VersionNames, merged: &Document) -> String {
        let lang = catalog.lang().into();
        let words = Words { catalog, lang: &lang, fallback: &merged.language, names_languages: true };
        let sentence = self.sentence(names, merged, &words);
        let page = merged.pages.iter().find(|page| Some(&page.id) == self.page.as_ref());
        match page.filter(|_| merged.pages.len() > 1) {
            Some(page) => {
                let values = [("page", words.text(&page.title).into()), ("sentence", sentence.into())];
                catalog.text_with("revise-on-page", &values)
            }
            None => sentence,
        }
    }

    fn sentence(&self, names: &VersionNames, merged: &Document, words: &Words<'_>) -> String {
        let catalog = words.catalog;
        let record = ("record", self.record_in(merged, words).into());
        match &self.what {
            ConflictKind::Field { field, base: _, ours, theirs, marked: _ } => {
                let values = [
                    record,
                    ("field", field.say(catalog, true).into()),
                    ("ours", words.within(ours).into()),
                    ("theirs", words.within(theirs).into()),
                    ("own", names.ours.as_str().into()),
                    ("other", names.theirs.as_str().into()),
                ];
                catalog.text_with(&format!("revise-conflict-{}", field.verb()), &values)
            }
            ConflictKind::Removed { by } => {
                let editor = match by {
                    MergeSide::Ours => MergeSide::Theirs,
                    MergeSide::Theirs => MergeSide::Ours,
                };
                let values = [record, ("remover", names.of(*by).into()), ("editor", names.of(editor).into())];
                catalog.text_with("revise-conflict-removed", &values)
            }
            ConflictKind::Gone { link: None } => catalog.text_with("revise-conflict-end-gone", &[record]),
            ConflictKind::Gone { link: Some(to) } => {
                catalog.text_with("revise-conflict-link-gone", &[record, ("to", words.within(to).into())])
            }
        }
    }

    /// The record with its name; a step with its lane.
    fn record_in(&self, merged: &Document, words: &Words<'_>) -> String {
        let record = words.record(&self.record, &self.name);
        let RecordId::Step(id) = &self.record else { return record };
        let lane = merged.pages.iter().find_map(|page| {
            let lane = &page.steps.get(id)?.lane;
            page.lanes.iter().find(|of| of.id == *lane)
        });
        let Some(lane) = lane else { return record };
        let values = [("record", record.into()), ("lane", words.text(&lane.title).into())];
        words.catalog.text_with("revise-in-lane", &values)
    }
}
