//! The steps of the last scene, and which of them still hold.

use std::{cmp::Ordering, collections::BTreeSet, sync::Arc};

use rayon::prelude::*;

use super::{
    item::{Item, Prim},
    merge::{Kept, Merge, changed_places},
    narrative::{self, ToldPlaces},
    pile::Pile,
    steps,
    theme::Theme,
    view::View,
};
use crate::{
    model::{Step, StepId, ZOrder},
    text::TextBlock,
};

/// What moving a step may do to its size: less than anybody sees.
const SAME: f64 = 1e-6;
/// So many are drawn by all processors.
const MANY: usize = 500;

/// A step and its picture.
#[derive(Debug)]
struct KeptStep {
    step: Arc<Step>,
    item: Option<Arc<Item>>,
    stale: bool,
    /// Whether something else is to be said of it.
    is_retold: bool,
    /// The step as it was when `item` was drawn, if that was another one.
    drawn: Option<Arc<Step>>,
    /// Where in the pile the item lies.
    at: usize,
}

impl Kept for KeptStep {
    type Record = Step;

    fn record(&self) -> &Arc<Step> {
        &self.step
    }

    fn order(a: &Step, b: &Step) -> Ordering {
        a.id.cmp(&b.id)
    }
}

/// The steps by id.
#[derive(Debug, Default)]
pub(super) struct KeptSteps {
    steps: Vec<KeptStep>,
    /// The places of those that are to be drawn anew, or were.
    redrawn: Vec<usize>,
    /// The order in which they were drawn.
    z_order: ZOrder,
}

/// How the steps differ from the last scene's.
#[derive(Debug, Default)]
pub(super) struct StepChanges {
    /// Of each place, whether the step there is another record, or is new there.
    pub(super) changed: Vec<bool>,
    /// Whether steps may have other places than before.
    pub(super) is_renumbered: bool,
    /// Those of them that are called otherwise, are new or are removed.
    pub(super) renamed: BTreeSet<StepId>,
    /// Steps of which something else is to be said.
    pub(super) retold: BTreeSet<StepId>,
    /// Whether there may be other kinds than before.
    pub(super) kinds: bool,
    /// Whether some came or went, or are drawn in another order.
    pub(super) is_other_pile: bool,
}

impl KeptSteps {
    /// Takes in the steps of the page.
    pub(super) fn sync(&mut self, view: &View<'_>) -> StepChanges {
        let mut changes =
            StepChanges { is_other_pile: self.z_order != view.page.z_order, ..Default::default() };
        self.redrawn.clear();
        match changed_places(&self.steps, view.page.steps.values()) {
            Some(changed) => self.renew(&changed, &mut changes),
            None => self.merge(view, &mut changes),
        }
        changes
    }

    /// Takes in what became of the steps at some places, which are of the same ids.
    fn renew(&mut self, changed: &[(usize, &Arc<Step>)], changes: &mut StepChanges) {
        changes.changed.resize(self.steps.len(), false);
        for (place, step) in changed {
            let Some(kept) = self.steps.get_mut(*place) else { continue };
            changes.note(Some(&kept.step), step);
            kept.put(step);
            if let Some(is_changed) = changes.changed.get_mut(*place) {
                *is_changed = true;
            }
            self.redrawn.push(*place);
        }
    }

    /// Takes in steps of which some came or went.
    fn merge(&mut self, view: &View<'_>, changes: &mut StepChanges) {
        (changes.is_other_pile, changes.is_renumbered) = (true, true);
        let mut merge = Merge::new(std::mem::take(&mut self.steps));
        self.steps.reserve(view.page.steps.len());
        for step in view.page.steps.values() {
            let old = merge.take(step);
            let is_same = old.as_ref().is_some_and(|old| Arc::ptr_eq(&old.step, step));
            let mut kept = old.unwrap_or_else(|| KeptStep::new(step));
            if !is_same {
                changes.note(kept.item.is_some().then_some(&kept.step), step);
                kept.put(step);
                self.redrawn.push(self.steps.len());
            }
            changes.changed.push(!is_same);
            self.steps.push(kept);
        }
        for gone in merge.gone() {
            changes.kinds = true;
            changes.renamed.insert(gone.step.id.clone());
        }
    }

    /// Draws what is stale. What is said of a step changes only for those in `retold`; `None`: for all.
    pub(super) fn redraw(&mut self, view: &View<'_>, theme: &Theme, retold: Option<&BTreeSet<StepId>>) {
        let told: Vec<usize> = match retold {
            Some(retold) => retold.iter().filter_map(|id| self.place(id)).collect(),
            None => (0..self.steps.len()).collect(),
        };
        for place in told {
            if let Some(kept) = self.steps.get_mut(place) {
                kept.is_retold = true;
                self.redrawn.push(place);
            }
        }
        self.redrawn.sort_unstable();
        self.redrawn.dedup();
        let kept = self.redrawn.iter().filter_map(|place| self.steps.get(*place));
        let told = kept.filter(|kept| kept.is_retold).map(|kept| kept.step.as_ref());
        let places = ToldPlaces::of(view, told);
        if self.redrawn.len() < MANY {
            for place in &self.redrawn {
                if let Some(kept) = self.steps.get_mut(*place) {
                    kept.redraw(view, theme, &places);
                }
            }
        } else {
            let marked = self.steps.par_iter_mut().filter(|kept| kept.stale || kept.is_retold);
            marked.for_each(|kept| kept.redraw(view, theme, &places));
        }
    }

    /// What is said of the step `id` to readers who do not see it.
    pub(super) fn desc(&self, id: &StepId) -> Option<&str> {
        self.find(id).map(KeptStep::desc)
    }

    /// Lays the pictures of all steps on those of others, back to front.
    pub(super) fn lay(&mut self, view: &View<'_>, items: &mut Vec<Arc<Item>>) {
        self.z_order.clone_from(&view.page.z_order);
        let places = |ids: Vec<&StepId>| ids.into_iter().filter_map(|id| self.place(id)).collect::<Vec<_>>();
        let (below, above) = (places(self.z_order.below()), places(self.z_order.above()));
        let is_flat = below.is_empty() && above.is_empty();
        let is_between = |place: &usize| {
            is_flat || self.steps.get(*place).is_some_and(|kept| self.z_order.rank(&kept.step.id) == 0)
        };
        let between: Vec<usize> = (0..self.steps.len()).filter(is_between).collect();
        for place in below.into_iter().chain(between).chain(above) {
            let Some(kept) = self.steps.get_mut(place) else { continue };
            kept.at = items.len();
            items.extend(kept.item.clone());
        }
    }

    /// Puts the pictures that were drawn anew into their places.
    pub(super) fn put(&self, pile: &mut Pile) {
        for kept in self.redrawn.iter().filter_map(|place| self.steps.get(*place)) {
            pile.put(kept.at, &kept.item);
        }
    }

    fn find(&self, id: &StepId) -> Option<&KeptStep> {
        self.steps.get(self.place(id)?)
    }

    /// The step at a place.
    pub(super) fn step(&self, place: usize) -> Option<&Step> {
        self.steps.get(place).map(|kept| kept.step.as_ref())
    }

    /// The place of the step `id`.
    pub(super) fn place(&self, id: &StepId) -> Option<usize> {
        self.steps.binary_search_by(|kept| kept.step.id.cmp(id)).ok()
    }
}

impl KeptStep {
    fn new(step: &Arc<Step>) -> Self {
        Self { step: Arc::clone(step), item: None, stale: true, is_retold: false, drawn: None, at: 0 }
    }

    /// Takes in the record of the same id that there is now.
    fn put(&mut self, step: &Arc<Step>) {
        let old = std::mem::replace(&mut self.step, Arc::clone(step));
        self.drawn.get_or_insert(old);
        self.stale = true;
    }

    fn redraw(&mut self, view: &View<'_>, theme: &Theme, places: &ToldPlaces) {
        let desc = if self.is_retold {
            narrative::step_desc(view, &self.step, places)
        } else {
            self.desc().to_owned()
        };
        if self.stale || desc != self.desc() {
            let told = steps::Told { title: self.title(view), desc };
            let laid_out = self.laid_out(view);
            self.item = steps::draw(view, theme, &self.step, told, laid_out).map(Arc::new);
        }
        (self.stale, self.is_retold) = (false, false);
        self.drawn = None;
    }

    /// What the step is called, which is what it was called unless its text or its kind is another one.
    fn title(&self, view: &View<'_>) -> String {
        let (old, new) = (self.drawn.as_ref().unwrap_or(&self.step), &self.step);
        match self.item.as_ref().map(|item| &item.prim) {
            Some(Prim::Group { title, .. }) if old.text == new.text && old.kind == new.kind => title.clone(),
            _ => steps::title(view, new),
        }
    }

    /// The lines of the step's text, where they are those of the last picture: breaking lines is what costs most.
    fn laid_out(&self, view: &View<'_>) -> Option<Arc<TextBlock>> {
        let (old, new) = (self.drawn.as_ref().unwrap_or(&self.step), &self.step);
        let (was, is) = (old.rect.size(), new.rect.size());
        let is_as_large = (was.width - is.width).abs() < SAME && (was.height - is.height).abs() < SAME;
        if old.kind != new.kind || !is_as_large || view.read(&old.text) != view.read(&new.text) {
            return None;
        }
        let Prim::Group { items, .. } = &self.item.as_ref()?.prim else { return None };
        items.iter().find_map(|item| match &item.prim {
            Prim::Text(text) => Some(Arc::clone(&text.block)),
            Prim::Path { .. } | Prim::Group { .. } => None,
        })
    }

    fn desc(&self) -> &str {
        match self.item.as_ref().map(|item| &item.prim) {
            Some(Prim::Group { desc, .. }) => desc,
            Some(Prim::Path { .. } | Prim::Text(_)) | None => "",
        }
    }
}

impl StepChanges {
    fn note(&mut self, old: Option<&Step>, new: &Step) {
        let id = || new.id.clone();
        self.kinds |= old.is_none_or(|old| old.kind != new.kind);
        if old.is_none_or(|old| old.text != new.text) {
            self.renamed.insert(id());
        }
        if old.is_none_or(|old| old.kind != new.kind || old.lane != new.lane) {
            self.retold.insert(id());
        }
    }
}
