//! What is cut out of a page to be put in somewhere else.
//!
//! Owns what belongs to a cutting and how it becomes a document of its own, in which form it leaves the program.
//! Changes no document; `Command::Paste` does that.

use std::{collections::BTreeMap, sync::Arc};

use serde::{Deserialize, Serialize};

use super::{
    Selection,
    naming::{Naming, by_id},
};
use crate::{
    geom::Rect,
    model::{Connector, Document, End, Lane, LaneId, Link, Page, PhaseId, Step, StepId, TitleBlock},
    shape,
};

/// Steps and the connectors between them, as they stood on a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fragment {
    /// The steps; their lanes and phases are those of the page they came from.
    pub steps: Vec<Step>,
    /// Connectors whose ends are on those steps or free.
    pub connectors: Vec<Connector>,
}

impl Fragment {
    /// What is selected of `page`: steps, the connectors between them, and the connectors that are selected
    /// themselves. Of those, an end on a step that is not selected becomes free where it stood.
    pub fn cut_from(page: &Page, selection: &Selection) -> Self {
        let steps = selection.steps.iter().filter_map(|id| page.steps.get(id));
        let is_part = |end: &End| end.step().is_some_and(|step| selection.steps.contains(step));
        let is_between = |connector: &Connector| {
            let ends = [&connector.from, &connector.to];
            ends.iter().any(|end| is_part(end)) && ends.iter().all(|end| end.step().is_none() || is_part(end))
        };
        let touching = selection.steps.iter().flat_map(|step| page.connectors.touching(step));
        let between = touching.filter(|connector| is_between(connector));
        let selected = selection.connectors.iter().filter_map(|id| page.connectors.get(id));
        let connectors: BTreeMap<_, _> =
            between.chain(selected).map(|connector| (&connector.id, connector)).collect();
        Self {
            steps: steps.map(|step| Step::clone(step)).collect(),
            connectors: connectors.values().map(|connector| loosened(page, connector, &is_part)).collect(),
        }
    }

    /// The same with new names, made with the chance that `mint` gives. What named each other still does. A copy comes
    /// to stand somewhere else than what it was made of, so no pin keeps it there.
    #[must_use]
    pub fn renamed(self, mint: &mut dyn FnMut() -> u32) -> Self {
        let mut naming = Naming::new(mint);
        for step in &self.steps {
            naming.name_step(step);
        }
        Self {
            steps: (self.steps.iter()).map(|step| Step { pinned: false, ..naming.step_copy(step) }).collect(),
            connectors: self.connectors.iter().map(|connector| naming.connector_copy(connector)).collect(),
        }
    }

    /// A document of its own with the lanes and phases of `page`, as far as they are needed for everything to
    /// stand where it stood. Links to what is not in it are dropped.
    pub fn to_document(&self, from: &Document, page: &Page) -> Document {
        let is_lane_used = |id: &LaneId| self.steps.iter().any(|step| step.lane == *id);
        let is_phase_used = |id: &PhaseId| self.steps.iter().any(|step| step.phase.as_ref() == Some(id));
        let lanes = page.lanes.iter().rposition(|lane| is_lane_used(&lane.id)).unwrap_or(0);
        let phases =
            page.phases.iter().rposition(|phase| is_phase_used(&phase.id)).map_or(0, |last| last + 1);
        let is_here = |to: &StepId| self.steps.iter().any(|step| step.id == *to);
        let steps = self.steps.iter().map(|step| {
            let link = step.link.clone().filter(|link| match link {
                Link::Step(to) => is_here(to),
                Link::Page(to) => *to == page.id,
                Link::Address(_) => true,
            });
            Step { link, ..step.clone() }
        });
        let lanes: Vec<Arc<Lane>> = page.lanes.iter().take(lanes + 1).cloned().collect();
        let page = Page {
            id: page.id.clone(),
            title: page.title.clone(),
            orientation: page.orientation,
            pools: page.pools_of(&lanes),
            lanes,
            phases: page.phases.iter().take(phases).cloned().collect(),
            steps: by_id(steps, |step| step.id.clone()),
            connectors: self.connectors.iter().cloned().collect(),
            z_order: page
                .z_order
                .iter()
                .filter(|(id, _)| is_here(id))
                .map(|(id, rank)| (id.clone(), rank))
                .collect(),
        };
        Document {
            id: None,
            title: from.title.clone(),
            subtitle: from.subtitle.clone(),
            description: crate::model::Text::EMPTY,
            language: from.language.clone(),
            translations: std::collections::BTreeSet::new(),
            title_block: TitleBlock::default(),
            theme: from.theme,
            line_jumps: from.line_jumps,
            properties: crate::model::Properties::new(),
            pages: vec![page],
        }
    }

    /// Everything on the first page of `document`; `None` where there is nothing.
    pub fn from_document(document: &Document) -> Option<Self> {
        let page = document.pages.first()?;
        let fragment = Self {
            steps: page.steps.values().map(|step| Step::clone(step)).collect(),
            connectors: page.connectors.values().map(|connector| Connector::clone(connector)).collect(),
        };
        (!fragment.steps.is_empty() || !fragment.connectors.is_empty()).then_some(fragment)
    }

    /// The box around everything; `None` where there is nothing.
    pub fn bounds(&self) -> Option<Rect> {
        let steps = self.steps.iter().map(|step| step.rect);
        let points = self.connectors.iter().flat_map(|connector| {
            let free = [&connector.from, &connector.to].into_iter().filter_map(|end| match end {
                End::Free(at) => Some(*at),
                End::Attached { .. } => None,
            });
            let bends = connector.route.iter().flat_map(|route| &route.bends).map(|bend| bend.at);
            free.chain(bends)
        });
        steps.chain(points.map(|at| Rect::from_points(at, at))).reduce(|all, rect| all.union(rect))
    }
}

/// A copy of `connector` that holds on to nothing but steps that are part of the cutting.
fn loosened(page: &Page, connector: &Arc<Connector>, is_part: &dyn Fn(&End) -> bool) -> Connector {
    let mut copy = Connector::clone(connector);
    let line = shape::polyline(page, connector);
    let middle = |end: &End| end.step().and_then(|id| page.steps.get(id)).map(|step| step.rect.center());
    let at = [
        line.as_ref().and_then(|line| line.points.first()),
        line.as_ref().and_then(|line| line.points.last()),
    ];
    for (end, at) in [&mut copy.from, &mut copy.to].into_iter().zip(at) {
        if end.step().is_some()
            && !is_part(end)
            && let Some(at) = at.copied().or_else(|| middle(end))
        {
            *end = End::Free(at);
        }
    }
    copy
}
