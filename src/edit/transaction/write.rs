//! The only way to write to a document that is open: an edit, and what it does to the records of its page.
//!
//! What is touched is remembered first. Knows no command.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, OnceLock},
};

use super::{before::Before, memory::Memory, sketch::Sketch, touched::Touched};
use crate::{
    arrange::{Routed, reroute_watched},
    edit::{Patch, Refusal, patch::State},
    geom::Orientation,
    model::{
        Connector, ConnectorId, Document, Lane, LaneId, Page, PageId, Phase, Pool, PoolId, Step, StepId,
        is_many,
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
    pub(super) doc: &'a mut Document,
    base: Base<'a>,
    progress: Progress<'a>,
    /// Position of the page that is edited.
    pub(super) page: usize,
    pub(super) before: Before,
    pub(super) touched: Touched,
    finished: bool,
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

    /// What changed so far.
    fn patch(&self) -> Patch {
        self.before.patch(self.doc, &self.page().id)
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
