//! The only way to write to a document.
//!
//! Owns what is remembered of each record before it is first touched. Knows no command.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    Patch, Refusal,
    patch::{Change, Frame, Head},
};
use crate::{
    arrange::{HeldEnds, Routed, reroute_watched},
    geom::Orientation,
    model::{Connector, ConnectorEnd, ConnectorId, Document, Lane, Page, PageId, Phase, Step, StepId},
    progress::{Progress, Stopped},
    text::Fonts,
};

/// What is seen when there is no page, which no document is without.
fn no_page() -> &'static Page {
    use std::sync::OnceLock;
    static NONE: OnceLock<Page> = OnceLock::new();
    NONE.get_or_init(|| Page {
        id: PageId::mint("none", 0),
        title: crate::model::Text::EMPTY,
        orientation: Orientation::Horizontal,
        lanes: Vec::new(),
        phases: Vec::new(),
        steps: BTreeMap::new(),
        connectors: BTreeMap::new(),
        z_order: Vec::new(),
    })
}

/// An edit in progress. Dropped without [`Transaction::finish`], everything is as it was before.
pub(super) struct Transaction<'a> {
    doc: &'a mut Document,
    fonts: &'a Fonts,
    progress: Progress<'a>,
    /// Position of the page that is edited.
    page: usize,
    before: Before,
    /// Steps that a person or a behaviour put somewhere: others make room, their lanes are found, their
    /// connectors are routed. Steps that moved along with their lane are not among them.
    placed: BTreeSet<StepId>,
    /// Connectors that are routed anew whatever happened to their steps.
    to_route: BTreeSet<ConnectorId>,
    /// Ends of those that a person left where they were.
    held: HeldEnds,
    /// Connectors that got a new line, with their label, in this edit.
    routed: BTreeSet<ConnectorId>,
    /// Connectors whose label is placed anew on the line that they have.
    to_label: BTreeSet<ConnectorId>,
    /// Whether everything on the page was given its place, so that nothing follows from places.
    is_laid_out: bool,
    finished: bool,
}

#[derive(Default)]
struct Before {
    head: Option<Head>,
    pages: Option<Vec<Page>>,
    frame: Option<Frame>,
    steps: BTreeMap<StepId, Option<Arc<Step>>>,
    connectors: BTreeMap<ConnectorId, Option<Arc<Connector>>>,
}

impl<'a> Transaction<'a> {
    /// An edit of `page`.
    pub(super) fn new(
        doc: &'a mut Document,
        page: &PageId,
        fonts: &'a Fonts,
        progress: Progress<'a>,
    ) -> Result<Self, Refusal> {
        let page = doc.pages.iter().position(|candidate| candidate.id == *page).ok_or(Refusal::Gone)?;
        Ok(Self {
            doc,
            fonts,
            progress,
            page,
            before: Before::default(),
            placed: BTreeSet::new(),
            to_route: BTreeSet::new(),
            held: BTreeMap::new(),
            routed: BTreeSet::new(),
            to_label: BTreeSet::new(),
            is_laid_out: false,
            finished: false,
        })
    }

    /// The document as it is now.
    pub(super) fn doc(&self) -> &Document {
        self.doc
    }

    /// The page as it is now.
    pub(super) fn page(&self) -> &Page {
        self.doc.pages.get(self.page).unwrap_or_else(|| no_page())
    }

    /// Routes for these connectors as the page is now; refused where whoever follows the edit stops it.
    pub(super) fn routes(
        &mut self,
        connectors: &BTreeSet<ConnectorId>,
    ) -> Result<BTreeMap<ConnectorId, Routed>, Refusal> {
        let page = self.doc.pages.get(self.page).unwrap_or_else(|| no_page());
        let routes = reroute_watched(page, connectors, &self.held, self.fonts, &mut self.progress);
        routes.map_err(|Stopped| Refusal::Stopped)
    }

    /// The fonts that texts are measured with.
    pub(super) const fn fonts(&self) -> &'a Fonts {
        self.fonts
    }

    /// The step `id`.
    pub(super) fn step(&self, id: &StepId) -> Result<&Arc<Step>, Refusal> {
        self.page().steps.get(id).ok_or(Refusal::Gone)
    }

    /// The connector `id`.
    pub(super) fn connector(&self, id: &ConnectorId) -> Result<&Arc<Connector>, Refusal> {
        self.page().connectors.get(id).ok_or(Refusal::Gone)
    }

    /// Changes a step.
    pub(super) fn update_step<R>(
        &mut self,
        id: &StepId,
        change: impl FnOnce(&mut Step) -> R,
    ) -> Result<R, Refusal> {
        let page = self.doc.pages.get_mut(self.page).ok_or(Refusal::Gone)?;
        let step = page.steps.get_mut(id).ok_or(Refusal::Gone)?;
        self.before.steps.entry(id.clone()).or_insert_with(|| Some(Arc::clone(step)));
        Ok(change(Arc::make_mut(step)))
    }

    /// Adds a step or replaces the one of that name.
    pub(super) fn put_step(&mut self, step: Step) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let id = step.id.clone();
        let old = page.steps.insert(id.clone(), Arc::new(step));
        self.before.steps.entry(id).or_insert(old);
    }

    /// Removes a step. Connectors, links and the drawing order are the caller's.
    pub(super) fn remove_step(&mut self, id: &StepId) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        if let Some(old) = page.steps.remove(id) {
            self.before.steps.entry(id.clone()).or_insert(Some(old));
        }
        self.placed.remove(id);
    }

    /// Changes a connector.
    pub(super) fn update_connector<R>(
        &mut self,
        id: &ConnectorId,
        change: impl FnOnce(&mut Connector) -> R,
    ) -> Result<R, Refusal> {
        let page = self.doc.pages.get_mut(self.page).ok_or(Refusal::Gone)?;
        let connector = page.connectors.get_mut(id).ok_or(Refusal::Gone)?;
        self.before.connectors.entry(id.clone()).or_insert_with(|| Some(Arc::clone(connector)));
        Ok(change(Arc::make_mut(connector)))
    }

    /// Adds a connector or replaces the one of that name.
    pub(super) fn put_connector(&mut self, connector: Connector) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        let id = connector.id.clone();
        let old = page.connectors.insert(id.clone(), Arc::new(connector));
        self.before.connectors.entry(id).or_insert(old);
    }

    /// Removes a connector.
    pub(super) fn remove_connector(&mut self, id: &ConnectorId) {
        let Some(page) = self.doc.pages.get_mut(self.page) else { return };
        if let Some(old) = page.connectors.remove(id) {
            self.before.connectors.entry(id.clone()).or_insert(Some(old));
        }
        self.to_route.remove(id);
    }

    fn frame(&mut self) -> Option<&mut Page> {
        let page = self.doc.pages.get_mut(self.page)?;
        self.before.frame.get_or_insert_with(|| Frame::of(page));
        Some(page)
    }

    /// Changes the list of lanes.
    pub(super) fn update_lanes(&mut self, change: impl FnOnce(&mut Vec<Arc<Lane>>)) {
        if let Some(page) = self.frame() {
            change(&mut page.lanes);
        }
    }

    /// Changes the list of phases.
    pub(super) fn update_phases(&mut self, change: impl FnOnce(&mut Vec<Arc<Phase>>)) {
        if let Some(page) = self.frame() {
            change(&mut page.phases);
        }
    }

    /// Changes the order in which steps are drawn.
    pub(super) fn update_z_order(&mut self, change: impl FnOnce(&mut Vec<StepId>)) {
        if let Some(page) = self.frame() {
            change(&mut page.z_order);
        }
    }

    /// Changes the page's heading and orientation; nothing else of it.
    pub(super) fn update_page(&mut self, change: impl FnOnce(&mut Page)) {
        if let Some(page) = self.frame() {
            change(page);
        }
    }

    /// Changes what belongs to no page; not the pages.
    pub(super) fn update_head(&mut self, change: impl FnOnce(&mut Document)) {
        self.before.head.get_or_insert_with(|| Head::of(self.doc));
        change(self.doc);
    }

    /// Changes the list of pages, or several of them.
    pub(super) fn update_pages(&mut self, change: impl FnOnce(&mut Vec<Page>)) {
        if self.before.pages.is_none() {
            let shown = self.doc.pages.get(self.page).map(|page| page.id.clone());
            let mut before = self.doc.clone();
            if let Some(id) = shown {
                self.page_patch(id).inverted().apply(&mut before);
            }
            self.before.pages = Some(before.pages);
        }
        let shown = self.doc.pages.get(self.page).map(|page| page.id.clone());
        change(&mut self.doc.pages);
        let found = self.doc.pages.iter().position(|page| Some(&page.id) == shown.as_ref());
        self.page = found.unwrap_or_else(|| self.page.min(self.doc.pages.len().saturating_sub(1)));
    }

    /// Says that a step was put somewhere.
    pub(super) fn place(&mut self, id: &StepId) {
        self.placed.insert(id.clone());
    }

    /// The steps that were put somewhere and are still there.
    pub(super) const fn placed(&self) -> &BTreeSet<StepId> {
        &self.placed
    }

    /// Asks for a connector to be routed anew.
    pub(super) fn reroute(&mut self, id: &ConnectorId) {
        self.to_route.insert(id.clone());
    }

    /// The connectors that were asked to be routed anew.
    pub(super) const fn to_route(&self) -> &BTreeSet<ConnectorId> {
        &self.to_route
    }

    /// Asks for a connector to be routed anew, if possible without its leaving the place that it has at one end.
    pub(super) fn reroute_holding(&mut self, id: &ConnectorId, end: ConnectorEnd) {
        self.reroute(id);
        self.held.insert(id.clone(), end);
    }

    /// Says that connectors got a new line with their label.
    pub(super) fn routed(&mut self, ids: BTreeSet<ConnectorId>) {
        self.routed.extend(ids);
    }

    /// Whether a connector got a new line with its label.
    pub(super) fn is_routed(&self, id: &ConnectorId) -> bool {
        self.routed.contains(id)
    }

    /// Asks for a connector's label to be placed anew.
    pub(super) fn relabel(&mut self, id: &ConnectorId) {
        self.to_label.insert(id.clone());
    }

    /// The connectors whose label was asked to be placed anew.
    pub(super) const fn to_label(&self) -> &BTreeSet<ConnectorId> {
        &self.to_label
    }

    /// Says that everything on the page was given its place.
    pub(super) const fn lay_out(&mut self) {
        self.is_laid_out = true;
    }

    /// Whether everything on the page was given its place.
    pub(super) const fn is_laid_out(&self) -> bool {
        self.is_laid_out
    }

    /// The steps that were touched, as they were before; `None`: they were not there.
    pub(super) fn steps_before(&self) -> impl Iterator<Item = (&StepId, Option<&Arc<Step>>)> {
        self.before.steps.iter().map(|(id, step)| (id, step.as_ref()))
    }

    /// Whether a step came, went, or stands elsewhere than before.
    pub(super) fn has_moved_steps(&self) -> bool {
        self.steps_before().any(|(id, before)| {
            let place = |step: &Arc<Step>| (step.rect, step.lane.clone(), step.phase.clone());
            before.map(place) != self.step(id).ok().map(place)
        })
    }

    /// The step `id` as it was before; `None`: it was not there.
    pub(super) fn step_before(&self, id: &StepId) -> Option<&Arc<Step>> {
        self.before.steps.get(id).map_or_else(|| self.page().steps.get(id), Option::as_ref)
    }

    /// The lanes as they were before.
    pub(super) fn lanes_before(&self) -> &[Arc<Lane>] {
        self.before.frame.as_ref().map_or(self.page().lanes.as_slice(), Frame::lanes)
    }

    /// The phases as they were before.
    pub(super) fn phases_before(&self) -> &[Arc<Phase>] {
        self.before.frame.as_ref().map_or(self.page().phases.as_slice(), Frame::phases)
    }

    /// Which way the page ran before.
    pub(super) fn orientation_before(&self) -> Orientation {
        self.before.frame.as_ref().map_or(self.page().orientation, Frame::orientation)
    }

    /// The connectors that were touched, as they were before; `None`: they were not there.
    pub(super) fn connectors_before(&self) -> impl Iterator<Item = (&ConnectorId, Option<&Arc<Connector>>)> {
        self.before.connectors.iter().map(|(id, connector)| (id, connector.as_ref()))
    }

    /// What changed on the page `id`, which is the one that is edited.
    fn page_patch(&self, id: PageId) -> Patch {
        let page = self.page();
        let frame = self.before.frame.clone().map(|before| Change { before, after: Frame::of(page) });
        let steps = self.before.steps.iter().filter_map(|(id, before)| {
            let change = Change { before: before.clone(), after: page.steps.get(id).cloned() };
            (change.before != change.after).then(|| (id.clone(), change))
        });
        let connectors = self.before.connectors.iter().filter_map(|(id, before)| {
            let change = Change { before: before.clone(), after: page.connectors.get(id).cloned() };
            (change.before != change.after).then(|| (id.clone(), change))
        });
        Patch {
            page: id,
            head: None,
            pages: None,
            frame: frame.filter(|change| change.before != change.after),
            steps: steps.collect(),
            connectors: connectors.collect(),
        }
    }

    fn patch(&self) -> Patch {
        let head = self.before.head.clone();
        let head = head.map(|before| Change { before, after: Head::of(self.doc) });
        let head = head.filter(|change| change.before != change.after);
        let id = self.page().id.clone();
        match &self.before.pages {
            None => Patch { head, ..self.page_patch(id) },
            Some(before) => {
                let change = Change { before: before.clone(), after: self.doc.pages.clone() };
                let pages = Some(change).filter(|change| change.before != change.after);
                let (steps, connectors) = (BTreeMap::new(), BTreeMap::new());
                Patch { page: id, head, pages, frame: None, steps, connectors }
            }
        }
    }

    /// Ends the edit; what changed.
    pub(super) fn finish(mut self) -> Patch {
        self.finished = true;
        self.patch()
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if !self.finished {
            self.patch().inverted().apply(self.doc);
        }
    }
}
