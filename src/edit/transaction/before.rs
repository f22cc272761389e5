//! What is remembered of a document before it is first touched.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    edit::{
        HeadPatch, Patch,
        patch::{Head, PageBefore, changed, page_order},
    },
    model::{Document, Page, PageId},
};

/// What was there before, of what was touched; its size is that of the edit.
#[derive(Default)]
pub(super) struct Before {
    pub(super) head: Option<Head>,
    /// The pages in order.
    pub(super) order: Option<Vec<PageId>>,
    /// Pages that were taken out, as they were before the edit.
    pub(super) went: BTreeMap<PageId, Page>,
    /// Pages that were put in.
    pub(super) came: BTreeSet<PageId>,
    /// Of the page that is edited.
    pub(super) here: PageBefore,
    /// Of other pages.
    pub(super) elsewhere: BTreeMap<PageId, PageBefore>,
}

impl Before {
    /// What became of it in `doc`, of which the page `edited` is edited; found among what was touched.
    pub(super) fn patch(&self, doc: &Document, edited: &PageId) -> Patch {
        let Self { head, order, went, came, here, elsewhere } = self;
        let mut patch = Patch::default();
        if let Some(before) = head {
            patch.head = HeadPatch::between(before, &Head::of(doc));
        }
        patch.page_order = order.clone().and_then(|before| changed(before, page_order(doc)));
        for id in went.keys().chain(came) {
            let after = came.contains(id).then(|| doc.page(id).cloned()).flatten();
            if let Some(change) = changed(went.get(id).cloned(), after) {
                patch.pages.insert(id.clone(), change);
            }
        }
        for (id, before) in elsewhere.iter().chain([(edited, here)]).filter(|(id, _)| !came.contains(*id)) {
            if let Some(page) = doc.page(id) {
                patch.add(id, before.patch(page));
            }
        }
        patch
    }
}
