//! Writing to the document's head and to any of its pages.

use std::sync::Arc;

use super::{before::Before, touched::Touched, write::Transaction};
use crate::{
    edit::{
        Refusal,
        patch::{Head, PageBefore, State, page_order},
    },
    model::{Document, Link, Page, PageId, StepId, Text},
};

impl Transaction<'_> {
    /// Changes what belongs to no page; not the pages.
    pub(in crate::edit) fn update_head(&mut self, change: impl FnOnce(&mut Document)) {
        self.before.head.get_or_insert_with(|| Head::of(self.doc));
        change(self.doc);
    }

    /// Any page, with what is remembered of it.
    fn any_page(&mut self, id: &PageId) -> Result<(&mut Page, &mut PageBefore), Refusal> {
        let at = self.doc.pages.iter().position(|page| page.id == *id).ok_or(Refusal::Gone)?;
        let page = self.doc.pages.get_mut(at).ok_or(Refusal::Gone)?;
        let Before { here, elsewhere, .. } = &mut self.before;
        let before = if at == self.page { here } else { elsewhere.entry(id.clone()).or_default() };
        Ok((page, before))
    }

    /// Changes the heading of any page.
    pub(in crate::edit) fn update_title(
        &mut self,
        page: &PageId,
        change: impl FnOnce(&mut Text),
    ) -> Result<(), Refusal> {
        let (page, before) = self.any_page(page)?;
        before.title.get_or_insert_with(|| page.title.clone());
        change(&mut page.title);
        Ok(())
    }

    /// Changes where a click on a step of any page leads.
    pub(in crate::edit) fn set_link(
        &mut self,
        page: &PageId,
        step: &StepId,
        link: Option<Link>,
    ) -> Result<(), Refusal> {
        let (page, before) = self.any_page(page)?;
        let record = page.steps.get_mut(step).ok_or(Refusal::Gone)?;
        before.steps.entry(step.clone()).or_insert_with(|| Some(Arc::clone(record)));
        Arc::make_mut(record).link = link;
        Ok(())
    }

    /// Changes each text of the document, on every page.
    pub(in crate::edit) fn update_texts(&mut self, change: &dyn Fn(&mut Text)) {
        self.update_head(|head| head.update_own_texts(change));
        for (at, page) in self.doc.pages.iter_mut().enumerate() {
            let Before { here, elsewhere, .. } = &mut self.before;
            let before =
                if at == self.page { &mut *here } else { elsewhere.entry(page.id.clone()).or_default() };
            before.note_texts(page);
            page.update_texts(change);
        }
    }

    /// Remembers the order of the pages.
    fn pages(&mut self) -> &mut Vec<Page> {
        self.before.order.get_or_insert_with(|| page_order(self.doc));
        &mut self.doc.pages
    }

    /// Puts a page in at `at`, or last; its name must be new.
    pub(in crate::edit) fn insert_page(&mut self, at: usize, page: Page) {
        self.before.came.insert(page.id.clone());
        let pages = self.pages();
        let at = at.min(pages.len());
        pages.insert(at, page);
        if at <= self.page {
            self.page += 1;
        }
    }

    /// Moves the page at `from` to `to`.
    pub(in crate::edit) fn move_page(&mut self, from: usize, to: usize) {
        let shown = self.page().id.clone();
        let pages = self.pages();
        if from < pages.len() && to < pages.len() {
            let page = pages.remove(from);
            pages.insert(to, page);
            self.page = pages.iter().position(|page| page.id == shown).unwrap_or(self.page);
        }
    }

    /// Takes the page at `at` out. If it is the one that is edited, its neighbour is edited from now on.
    pub(in crate::edit) fn remove_page(&mut self, at: usize) {
        if at >= self.doc.pages.len() {
            return;
        }
        let mut page = self.pages().remove(at);
        let touched = if at == self.page {
            self.touched = Touched::default();
            self.page = at.min(self.doc.pages.len().saturating_sub(1));
            let next = self.page().id.clone();
            let next = self.before.elsewhere.remove(&next).unwrap_or_default();
            Some(std::mem::replace(&mut self.before.here, next))
        } else {
            if at < self.page {
                self.page -= 1;
            }
            self.before.elsewhere.remove(&page.id)
        };
        if !self.before.came.remove(&page.id) {
            if let Some(touched) = touched {
                touched.patch(&page).put(&mut page, State::Before);
            }
            self.before.went.insert(page.id.clone(), page);
        }
    }
}
