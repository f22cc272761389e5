//! The steps of the last scene, and which of them still hold.

use std::{cmp::Ordering, collections::BTreeSet, sync::Arc};

use super::{
    item::{Item, Prim},
    merge::{Kept, Merge},
    narrative, steps,
    theme::Theme,
    view::View,
};
use crate::{
    model::{Step, StepId},
    text::TextBlock,
};

/// What moving a step may do to its size: less than anybody sees.
const SAME: f64 = 1e-6;

/// A step and its picture.
#[derive(Debug)]
struct KeptStep {
    step: Arc<Step>,
    item: Option<Arc<Item>>,
    stale: bool,
    /// The step as it was when `item` was drawn, if that was another one.
    drawn: Option<Arc<Step>>,
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
pub(super) struct KeptSteps(Vec<KeptStep>);

/// How the steps differ from the last scene's.
#[derive(Debug, Default)]
pub(super) struct StepChanges {
    /// Steps whose record is another one, new and removed ones included.
    pub(super) changed: BTreeSet<StepId>,
    /// Those of them that are called otherwise, are new or are removed.
    pub(super) renamed: BTreeSet<StepId>,
    /// Steps of which something else is to be said.
    pub(super) retold: BTreeSet<StepId>,
    /// Whether there may be other kinds than before.
    pub(super) kinds: bool,
}

impl KeptSteps {
    /// Takes in the steps of the page.
    pub(super) fn sync(&mut self, view: &View<'_>) -> StepChanges {
        let mut changes = StepChanges::default();
        let mut merge = Merge::new(std::mem::take(&mut self.0));
        self.0.reserve(view.page.steps.len());
        for step in view.page.steps.values() {
            let kept = match merge.take(step) {
                Some(kept) if Arc::ptr_eq(&kept.step, step) => kept,
                old => {
                    changes.note(old.as_ref().map(|old| old.step.as_ref()), step);
                    let drawn = old.as_ref().map(|old| Arc::clone(old.drawn.as_ref().unwrap_or(&old.step)));
                    let item = old.and_then(|old| old.item);
                    KeptStep { step: Arc::clone(step), item, stale: true, drawn }
                }
            };
            self.0.push(kept);
        }
        for gone in merge.gone() {
            changes.kinds = true;
            changes.changed.insert(gone.step.id.clone());
            changes.renamed.insert(gone.step.id.clone());
        }
        changes
    }

    /// Draws what is stale. What is said of a step changes only for those in `retold`; `None`: for all.
    pub(super) fn redraw(&mut self, view: &View<'_>, theme: &Theme, retold: Option<&BTreeSet<StepId>>) {
        for kept in &mut self.0 {
            let tell = retold.is_none_or(|retold| !retold.is_empty() && retold.contains(&kept.step.id));
            if !tell && !kept.stale {
                continue;
            }
            let desc = if tell { narrative::step_desc(view, &kept.step) } else { kept.desc().to_owned() };
            if kept.stale || desc != kept.desc() {
                let laid_out = kept.laid_out(view);
                kept.item = steps::draw(view, theme, &kept.step, (desc, laid_out)).map(Arc::new);
            }
            kept.stale = false;
            kept.drawn = None;
        }
    }

    /// What is said of the step `id` to readers who do not see it.
    pub(super) fn desc(&self, id: &StepId) -> Option<&str> {
        self.find(id).map(KeptStep::desc)
    }

    /// The pictures of all steps, back to front.
    pub(super) fn items<'a>(&'a self, view: &'a View<'_>) -> impl Iterator<Item = &'a Arc<Item>> {
        let z_order = &view.page.z_order;
        let ranked = |ids: Vec<&StepId>| ids.into_iter().filter_map(|id| self.find(id)).collect::<Vec<_>>();
        let (below, above) = (ranked(z_order.below()), ranked(z_order.above()));
        let is_flat = below.is_empty() && above.is_empty();
        let between = self.0.iter().filter(move |kept| is_flat || z_order.rank(&kept.step.id) == 0);
        below.into_iter().chain(between).chain(above).filter_map(|kept| kept.item.as_ref())
    }

    fn find(&self, id: &StepId) -> Option<&KeptStep> {
        let place = self.0.binary_search_by(|kept| kept.step.id.cmp(id)).ok()?;
        self.0.get(place)
    }
}

impl KeptStep {
    /// The lines of the step's text, where they are those of the last picture: breaking lines is what costs most.
    fn laid_out(&self, view: &View<'_>) -> Option<TextBlock> {
        let (old, new) = (self.drawn.as_ref().unwrap_or(&self.step), &self.step);
        let (was, is) = (old.rect.size(), new.rect.size());
        let is_as_large = (was.width - is.width).abs() < SAME && (was.height - is.height).abs() < SAME;
        if old.kind != new.kind || !is_as_large || view.read(&old.text) != view.read(&new.text) {
            return None;
        }
        let Prim::Group { items, .. } = &self.item.as_ref()?.prim else { return None };
        items.iter().find_map(|item| match &item.prim {
            Prim::Text(text) => Some(text.block.clone()),
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
        self.changed.insert(id());
        self.kinds |= old.is_none_or(|old| old.kind != new.kind);
        if old.is_none_or(|old| old.text != new.text) {
            self.renamed.insert(id());
        }
        if old.is_none_or(|old| old.kind != new.kind || old.lane != new.lane) {
            self.retold.insert(id());
        }
    }
}
