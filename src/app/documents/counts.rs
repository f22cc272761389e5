//! How much is in a document.

use crate::model::Document;

/// How much is in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    /// How many lanes its first page has.
    pub(crate) lanes: usize,
    /// How many steps all its pages have.
    pub(crate) steps: usize,
}

impl Counts {
    /// What is in `document`.
    pub(crate) fn of(document: &Document) -> Self {
        let lanes = document.pages.first().map_or(0, |page| page.lanes.len());
        Self { lanes, steps: document.pages.iter().map(|page| page.steps.len()).sum() }
    }
}
