//! What an edit does to the flows of a document: most edits change none, and those are kept.

use super::{PagePatch, Patch};
use crate::{
    flow::{Flows, connector_changes_flow, step_changes_flow},
    model::{Document, PageId},
};

/// Which flows are other ones after an edit, or after it was taken back.
pub(super) enum FlowChange {
    /// Those of these pages; perhaps of none.
    Pages(Vec<PageId>),
    /// Perhaps all.
    All,
}

impl FlowChange {
    /// What `patch` does.
    pub(super) fn of(patch: &Patch) -> Self {
        // The letters of jumps are read in the document's language.
        if patch.changes_page_list() || patch.head.language.is_some() {
            return Self::All;
        }
        let other = patch.on_pages.iter().filter(|(_, on_page)| is_other(on_page));
        Self::Pages(other.map(|(id, _)| id.clone()).collect())
    }

    /// Makes `flows` those of `document`, which is in the state after the edit.
    pub(super) fn apply(&self, flows: &mut Flows, document: &Document) {
        match self {
            Self::Pages(pages) => pages.iter().for_each(|page| flows.renew(page)),
            Self::All => *flows = Flows::new(document),
        }
    }
}

/// Whether the flow of a page is another one after `patch`.
fn is_other(patch: &PagePatch) -> bool {
    let (mut steps, mut connectors) = (patch.steps.values(), patch.connectors.values());
    steps.any(|of| step_changes_flow(of.before.as_deref(), of.after.as_deref()))
        || connectors.any(|of| connector_changes_flow(of.before.as_deref(), of.after.as_deref()))
}
