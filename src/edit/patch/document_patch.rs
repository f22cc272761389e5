//! What changed in a document.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{
    Change, Head, HeadPatch, PagePatch, State,
    change::{inverted, put},
    changed,
};
use crate::model::{Document, Page, PageId};

/// The difference of two documents, as a map of record changes.
///
/// It holds on to what changed only. A page that came or went is there as a whole; of every other one only its
/// changed records are. The state before is part of it, so that it can be turned round and so that whoever
/// merges two of them sees what both started from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// What belongs to no page.
    pub head: HeadPatch,
    /// The pages that came or went.
    pub pages: BTreeMap<PageId, Change<Option<Page>>>,
    /// All pages in order, where pages came, went or changed places.
    pub page_order: Option<Change<Vec<PageId>>>,
    /// What changed on pages that were there before and are there after; none of these is empty.
    pub on_pages: BTreeMap<PageId, PagePatch>,
}

impl Patch {
    /// What makes the document `a` into `b`: applied to `a` it gives `b`, and inverted and applied to `b`, `a`.
    ///
    /// Records that both documents share are not looked into, so that two states of one document are compared in
    /// the time that it takes to walk over their records.
    pub fn between(a: &Document, b: &Document) -> Self {
        let (old, new) = (by_id(a), by_id(b));
        let ids: BTreeSet<&PageId> = old.keys().chain(new.keys()).copied().collect();
        let mut patch = Self {
            head: HeadPatch::between(&Head::of(a), &Head::of(b)),
            page_order: changed(page_order(a), page_order(b)),
            ..Self::default()
        };
        for id in ids {
            match (old.get(id), new.get(id)) {
                (Some(before), Some(after)) => patch.add(id, PagePatch::between(before, after)),
                (before, after) => {
                    let copy = |page: Option<&&Page>| page.map(|page| Page::clone(page));
                    patch.pages.insert(id.clone(), Change { before: copy(before), after: copy(after) });
                }
            }
        }
        patch
    }

    /// Adds what changed on a page.
    pub(in crate::edit) fn add(&mut self, id: &PageId, on_page: PagePatch) {
        if !on_page.is_empty() {
            self.on_pages.insert(id.clone(), on_page);
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        let Self { head, pages, page_order, on_pages } = self;
        head.is_empty() && pages.is_empty() && page_order.is_none() && on_pages.is_empty()
    }

    /// Whether pages came, went or changed places.
    pub fn changes_page_list(&self) -> bool {
        !self.pages.is_empty() || self.page_order.is_some()
    }

    /// What changed on the page `id`, if it was there before and is there after; `None`: nothing.
    pub fn on_page(&self, id: &PageId) -> Option<&PagePatch> {
        self.on_pages.get(id)
    }

    /// The patch that takes this one back.
    #[must_use]
    pub fn inverted(self) -> Self {
        let Self { head, pages, page_order, on_pages } = self;
        Self {
            head: head.inverted(),
            pages: inverted(pages),
            page_order: page_order.map(Change::inverted),
            on_pages: on_pages.into_iter().map(|(id, patch)| (id, patch.inverted())).collect(),
        }
    }

    /// Puts every record into the state after the edit. `document` must be in the state before it.
    ///
    /// The work is that of the changes, however large the document is.
    pub fn apply(&self, document: &mut Document) {
        self.put(document, State::After);
    }

    /// Puts every record into the state before the edit. `document` must be in the state after it.
    pub fn take_back(&self, document: &mut Document) {
        self.put(document, State::Before);
    }

    /// Puts every record that changed into one of the two states.
    pub(in crate::edit) fn put(&self, document: &mut Document, state: State) {
        let Self { head, pages: _, page_order: _, on_pages } = self;
        head.put(document, state);
        if self.changes_page_list() {
            self.put_pages(document, state);
        }
        for page in &mut document.pages {
            if let Some(patch) = on_pages.get(&page.id) {
                patch.put(page, state);
            }
        }
    }

    fn put_pages(&self, document: &mut Document, state: State) {
        let old_order = page_order(document);
        let order = self.page_order.as_ref().map_or(&old_order, |order| order.in_state(state));
        let mut pages: BTreeMap<PageId, Page> =
            document.pages.drain(..).map(|page| (page.id.clone(), page)).collect();
        put(&mut pages, &self.pages, state);
        document.pages.extend(order.iter().filter_map(|id| pages.remove(id)));
    }
}

/// The ids of a document's pages in order.
pub(in crate::edit) fn page_order(document: &Document) -> Vec<PageId> {
    document.pages.iter().map(|page| page.id.clone()).collect()
}

fn by_id(document: &Document) -> BTreeMap<&PageId, &Page> {
    document.pages.iter().map(|page| (&page.id, page)).collect()
}
