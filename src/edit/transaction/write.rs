//! The only way to write to a document that is open.
//!
//! Owns what is remembered of each record before it is first touched. Knows no command.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use super::{
    joined::{Became, joined},
    memory::Memory,
    sketch::Sketch,
    touched::Touched,
};
use crate::{
    arrange::{Routed, reroute_watched},
    edit::{
        HeadPatch, Patch, Refusal,
        patch::{Head, PageBefore, State, changed, page_order},
    },
    geom::Orientation,
    model::{
        Connector, ConnectorEnd, ConnectorId, Document, Lane, LaneId, Link, Page, PageId, Phase, Pool,
        PoolId, Step, StepId, Text, is_many,
    },
    progress::{Progress, Stopped},
    text::Fonts,
};

/// What is seen when there is no page, which no document is without.
fn no_page() -> &'static Page {
    static NONE: OnceLock<Page> = OnceLock::new();
    NONE.get_or_init(|| Page::blank(PageId::mint("none", 0), Orientation::default(), Vec::new()))
}

/// What an edit starts from.
#[derive(Clone, Copy)]
pub(in crate::edit) struct Base<'a> {
    /// The page that is edited.
    pub(in crate::edit) page: &'a PageId,
    /// Of that page.
    pub(in crate::edit) sketch: &'a Sketch,
    pub(in crate::edit) fonts: &'a Fonts,
}

/// An edit in progress. Dropped without [`Transaction::finish`], everything is as it was before.
pub(in crate::edit) struct Transaction<'a> {
    doc: &'a mut Document,
    base: Base<'a>,
    progress: Progress<'a>,
    /// Position of the page that is edited.
    page: usize,
    before: Before,
    touched: Touched,
    finished: bool,
}

/// What was there before, of what was touched; its size is that of the edit.
#[derive(Default)]
struct Before {
    head: Option<Head>,
    /// The pages in order.
    order: Option<Vec<PageId>>,
    /// Pages that were taken out, as they were before the edit.
    went: BTreeMap<PageId, Page>,
    /// Pages that were put in.
    came: BTreeSet<PageId>,
    /// Of the page that is edited.
    here: PageBefore,
    /// Of other pages.
    elsewhere: BTreeMap<PageId, PageBefore>,
}

impl<'a> Transaction<'a> {
    /// An edit of the page of `base`.
    pub(in crate::edit) fn new(
        doc: &'a mut Document,
        base: Base<'a>,
        progress: Progress<'a>,
    ) -> Result<Self, Refusal> {
        let page = doc.pages.iter().position(|candidate| candidate.id == *base.page).ok_or(Refusal::Gone)?;
        let (before, touched) = (Before::default(), Touched::default());
        Ok(Self { doc, base, progress, page, before, touched, finished: false })
    }

    /// The document as it is now.
    pub(in crate::edit) fn doc(&self) -> &Document {
        self.doc
    }

    /// The page as it is now.
    pub(in crate::edit) fn page(&self) -> &Page {
        self.doc.pages.get(self.page).unwrap_or_else(|| no_page())
    }

    /// Routes for these connectors as the page is now; refused where whoever follows the edit stops it.
    pub(in crate::edit) fn routes(
        &mut self,
        connectors: &BTreeSet<ConnectorId>,
    ) -> Result<BTreeMap<ConnectorId, Routed>, Refusal> {
        let page = self.doc.pages.get(self.page).unwrap_or_else(|| no_page());
        let routes =
            reroute_watched(page, connectors, &self.touched.held, self.base.fonts, &mut self.progress);
        routes.map_err(|Stopped| Refusal::Stopped)
    }

    /// The fonts that texts are measured with.
    pub(in crate::edit) const fn fonts(&self) -> &'a Fonts {
        self.base.fonts
    }

    /// How the page was before the edit; perhaps of another page, where that one went.
    pub(in crate::edit) const fn sketch(&self) -> &'a Sketch {
        self.base.sketch
    }

    /// The step `id`.
    pub(in crate::edit) fn step(&self, id: &StepId) -> Result<&Arc<Step>, Refusal> {
        self.page().steps.get(id).ok_or(Refusal::Gone)
    }

    /// The connector `id`.
    pub(in crate::edit) fn connector(&self, id: &ConnectorId) -> Result<&Arc<Connector>, Refusal> {
        self.page().connectors.get(id).ok_or(Refusal::Gone)
    }

    /// Changes a step.
    pub(in crate::edit) fn update_step<R>(
        &mut self,
        id: &StepId,
        change: impl FnOnce(&mut Step) -> R,
    ) -> Result<R, Refusal> {
        let page = self.doc.pages.get_mut(self.page).ok_or(Refusal::Gone)?;
        let step = page.steps.get_mut(id).ok_or(Refusal::Gone)?;
        self.before.here.steps.entry(id.clone()).or_insert_with(|| Some(Arc::clone(step)));
        Ok(change(Arc::make_mut(step)))
    }

    /// Changes all steps of which `pick` says that they are to be changed, and how.
    pub(in crate::edit) fn update_steps<How>(
        &mut self,
        mut pick: impl FnMut(&Step) -> Option<How>,
        change: impl Fn(&mut Step, How),
    ) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let mut memory = Memory::of(&mut self.before.here.steps);
        for (id, step) in &mut page.steps {
            if let Some(how) = pick(step) {
                memory.note(id, step);
                change(Arc::make_mut(step), how);
            }
        }
        memory.keep();
    }

    /// Changes each of some steps.
    pub(in crate::edit) fn update_each_step(
        &mut self,
        ids: &BTreeSet<StepId>,
        change: impl Fn(&mut Step),
    ) -> Result<(), Refusal> {
        if !is_many(ids.len(), self.page().steps.len()) {
            return ids.iter().try_for_each(|id| self.update_step(id, &change));
        }
        let mut ids = ids.iter().peekable();
        self.update_steps(|step| ids.next_if(|id| **id == step.id).map(|_| ()), |step, ()| change(step));
        // One that there is not is not passed, nor is what comes after it.
        if ids.peek().is_none() { Ok(()) } else { Err(Refusal::Gone) }
    }

    /// Changes all connectors of which `pick` says that they are to be changed, and how.
    pub(in crate::edit) fn update_connectors<How>(
        &mut self,
        mut pick: impl FnMut(&Connector) -> Option<How>,
        change: impl Fn(&mut Connector, How),
    ) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let mut memory = Memory::of(&mut self.before.here.connectors);
        let pick = |connector: &Arc<Connector>| {
            let how = pick(connector)?;
            memory.note(&connector.id, connector);
            Some(how)
        };
        page.connectors.update_all(pick, change);
        memory.keep();
    }

    /// Adds a step or replaces the one of that name.
    pub(in crate::edit) fn put_step(&mut self, step: Step) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let id = step.id.clone();
        let old = page.steps.insert(id.clone(), Arc::new(step));
        self.before.here.steps.entry(id).or_insert(old);
    }

    /// Removes a step. Connectors, links and the drawing order are the caller's.
    pub(in crate::edit) fn remove_step(&mut self, id: &StepId) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        if let Some(old) = page.steps.remove(id) {
            self.before.here.steps.entry(id.clone()).or_insert(Some(old));
        }
        self.touched.placed.remove(id);
    }

    /// Changes a connector.
    pub(in crate::edit) fn update_connector<R>(
        &mut self,
        id: &ConnectorId,
        change: impl FnOnce(&mut Connector) -> R,
    ) -> Result<R, Refusal> {
        let page = self.doc.pages.get_mut(self.page).ok_or(Refusal::Gone)?;
        let connector = page.connectors.get(id).ok_or(Refusal::Gone)?;
        self.before.here.connectors.entry(id.clone()).or_insert_with(|| Some(Arc::clone(connector)));
        page.connectors.update(id, change).ok_or(Refusal::Gone)
    }

    /// Adds a connector or replaces the one of that name.
    pub(in crate::edit) fn put_connector(&mut self, connector: Connector) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let id = connector.id.clone();
        let old = page.connectors.insert(connector);
        self.before.here.connectors.entry(id).or_insert(old);
    }

    /// Removes a connector.
    pub(in crate::edit) fn remove_connector(&mut self, id: &ConnectorId) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        if let Some(old) = page.connectors.remove(id) {
            self.before.here.connectors.entry(id.clone()).or_insert(Some(old));
        }
        self.touched.to_route.remove(id);
    }

    /// Changes the list of lanes.
    pub(in crate::edit) fn update_lanes(&mut self, change: impl FnOnce(&mut Vec<Arc<Lane>>)) {
        if let Some(page) = self.doc.pages.get_mut(self.page) {
            self.before.here.lanes.get_or_insert_with(|| page.lanes.clone());
            change(&mut page.lanes);
        }
    }

    /// Changes a lane.
    pub(in crate::edit) fn update_lane(
        &mut self,
        id: &LaneId,
        change: impl FnOnce(&mut Lane),
    ) -> Result<(), Refusal> {
        let at = self.page().lanes.iter().position(|lane| lane.id == *id).ok_or(Refusal::Gone)?;
        self.update_lanes(|lanes| {
            if let Some(lane) = lanes.get_mut(at) {
                change(Arc::make_mut(lane));
            }
        });
        Ok(())
    }

    /// Adds a pool or replaces the one of that name.
    pub(in crate::edit) fn put_pool(&mut self, pool: Pool) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let id = pool.id.clone();
        let old = page.pools.insert(id.clone(), Arc::new(pool));
        self.before.here.pools.entry(id).or_insert(old);
    }

    /// Changes a pool.
    pub(in crate::edit) fn update_pool(
        &mut self,
        id: &PoolId,
        change: impl FnOnce(&mut Pool),
    ) -> Result<(), Refusal> {
        let pool = self.page().pools.get(id).ok_or(Refusal::Gone)?;
        let mut pool = Pool::clone(pool);
        change(&mut pool);
        self.put_pool(pool);
        Ok(())
    }

    /// Removes a pool; what lies in it is the caller's.
    pub(in crate::edit) fn remove_pool(&mut self, id: &PoolId) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        if let Some(old) = page.pools.remove(id) {
            self.before.here.pools.entry(id.clone()).or_insert(Some(old));
        }
    }

    /// Changes the list of phases.
    pub(in crate::edit) fn update_phases(&mut self, change: impl FnOnce(&mut Vec<Arc<Phase>>)) {
        if let Some(page) = self.doc.pages.get_mut(self.page) {
            self.before.here.phases.get_or_insert_with(|| page.phases.clone());
            change(&mut page.phases);
        }
    }

    /// Gives a step its rank in the order of drawing; 0: none.
    pub(in crate::edit) fn set_rank(&mut self, id: &StepId, rank: i32) {
        if let Some(page) = self.doc.pages.get_mut(self.page) {
            let old = page.z_order.rank(id);
            if old != rank {
                self.before.here.ranks.entry(id.clone()).or_insert(old);
                page.z_order.set(id, rank);
            }
        }
    }

    /// Sets which way the flow runs; places are the caller's.
    pub(in crate::edit) fn set_orientation(&mut self, orientation: Orientation) {
        if let Some(page) = self.doc.pages.get_mut(self.page) {
            self.before.here.orientation.get_or_insert(page.orientation);
            page.orientation = orientation;
        }
    }

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

    /// Says that a step was put somewhere.
    pub(in crate::edit) fn place(&mut self, id: &StepId) {
        self.touched.placed.insert(id.clone());
    }

    /// Says that steps were put somewhere.
    pub(in crate::edit) fn place_all(&mut self, ids: &BTreeSet<StepId>) {
        if self.touched.placed.is_empty() {
            self.touched.placed.clone_from(ids);
        } else {
            self.touched.placed.extend(ids.iter().cloned());
        }
    }

    /// Says that no other step moves for the sake of those that are put somewhere.
    pub(in crate::edit) fn keep_others(&mut self) {
        self.touched.keeps_others = true;
    }

    /// Some of the steps, as far as they are there.
    pub(in crate::edit) fn some_steps<'t>(
        &'t self,
        ids: &'t BTreeSet<StepId>,
    ) -> impl Iterator<Item = &'t Arc<Step>> {
        joined(ids.iter().map(|id| (id, ())), &self.page().steps).filter_map(|(_, (), step)| step)
    }

    /// The steps that were put somewhere.
    pub(in crate::edit) fn placed_steps(&self) -> impl Iterator<Item = &Arc<Step>> {
        self.some_steps(&self.touched.placed)
    }

    /// The marks that were left so far.
    pub(in crate::edit) const fn touched(&self) -> &Touched {
        &self.touched
    }

    /// Asks for a connector to be routed anew.
    pub(in crate::edit) fn reroute(&mut self, id: &ConnectorId) {
        self.touched.to_route.insert(id.clone());
    }

    /// Asks for a connector to be routed anew, if possible without its leaving the place that it has at one end.
    pub(in crate::edit) fn reroute_holding(&mut self, id: &ConnectorId, end: ConnectorEnd) {
        self.reroute(id);
        self.touched.held.insert(id.clone(), end);
    }

    /// Says that connectors got a new line with their label.
    pub(in crate::edit) fn routed(&mut self, ids: BTreeSet<ConnectorId>) {
        self.touched.routed.extend(ids);
    }

    /// Asks for a connector's label to be placed anew.
    pub(in crate::edit) fn relabel(&mut self, id: &ConnectorId) {
        self.touched.to_label.insert(id.clone());
    }

    /// Says that everything on the page was given its place.
    pub(in crate::edit) const fn lay_out(&mut self) {
        self.touched.is_laid_out = true;
    }

    /// The steps that were touched, as they were before and are now; `None`: they were not or are not there.
    pub(in crate::edit) fn steps_before(&self) -> impl Iterator<Item = Became<'_, StepId, Step>> {
        joined(self.before.here.steps.iter(), &self.page().steps).map(Became::of)
    }

    /// All steps as they were before and are now; at the end those that went.
    pub(in crate::edit) fn all_steps(&self) -> impl Iterator<Item = Became<'_, StepId, Step>> {
        let (before, now) = (&self.before.here.steps, &self.page().steps);
        let there = joined(now.iter(), before).map(|(id, now, before)| {
            let before = before.map_or(Some(now), Option::as_ref);
            Became { id, before, now: Some(now) }
        });
        there.chain(self.steps_before().filter(|step| step.now.is_none()))
    }

    /// Whether a step came, went, or stands elsewhere than before.
    pub(in crate::edit) fn has_moved_steps(&self) -> bool {
        self.steps_before().any(|Became { before, now, .. }| {
            let place = |step: &Arc<Step>| (step.rect, step.lane.clone(), step.phase.clone());
            before.map(place) != now.map(place)
        })
    }

    /// The step `id` as it was before; `None`: it was not there.
    pub(in crate::edit) fn step_before(&self, id: &StepId) -> Option<&Arc<Step>> {
        self.before.here.steps.get(id).map_or_else(|| self.page().steps.get(id), Option::as_ref)
    }

    /// The lanes as they were before.
    pub(in crate::edit) fn lanes_before(&self) -> &[Arc<Lane>] {
        self.before.here.lanes.as_ref().unwrap_or(&self.page().lanes)
    }

    /// The phases as they were before.
    pub(in crate::edit) fn phases_before(&self) -> &[Arc<Phase>] {
        self.before.here.phases.as_ref().unwrap_or(&self.page().phases)
    }

    /// Which way the page ran before.
    pub(in crate::edit) fn orientation_before(&self) -> Orientation {
        self.before.here.orientation.unwrap_or(self.page().orientation)
    }

    /// The connectors that were touched, as they were before and are now; `None`: they were not or are not there.
    pub(in crate::edit) fn connectors_before(
        &self,
    ) -> impl Iterator<Item = Became<'_, ConnectorId, Connector>> {
        joined(self.before.here.connectors.iter(), self.page().connectors.records()).map(Became::of)
    }

    /// The connector `id` as it was before; `None`: it was not there.
    pub(in crate::edit) fn connector_before(&self, id: &ConnectorId) -> Option<&Arc<Connector>> {
        self.before.here.connectors.get(id).map_or_else(|| self.page().connectors.get(id), Option::as_ref)
    }

    /// What changed so far; found among what was touched.
    fn patch(&self) -> Patch {
        let Before { head, order, went, came, here, elsewhere } = &self.before;
        let mut patch = Patch::default();
        if let Some(before) = head {
            patch.head = HeadPatch::between(before, &Head::of(self.doc));
        }
        patch.page_order = order.clone().and_then(|before| changed(before, page_order(self.doc)));
        for id in went.keys().chain(came) {
            let after = came.contains(id).then(|| self.doc.page(id).cloned()).flatten();
            if let Some(change) = changed(went.get(id).cloned(), after) {
                patch.pages.insert(id.clone(), change);
            }
        }
        let shown = &self.page().id;
        for (id, before) in elsewhere.iter().chain([(shown, here)]).filter(|(id, _)| !came.contains(*id)) {
            if let Some(page) = self.doc.page(id) {
                patch.add(id, before.patch(page));
            }
        }
        patch
    }

    /// Ends the edit; what changed.
    pub(in crate::edit) fn finish(mut self) -> Patch {
        self.finished = true;
        self.patch()
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.finished {
            self.patch().put(self.doc, State::Before);
        }
    }
}
