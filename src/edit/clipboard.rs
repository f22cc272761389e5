//! What is cut out of a page to be put in somewhere else.
//!
//! Owns what belongs to a cutting and how it becomes a document of its own, in which form it leaves the program.
//! Changes no document; `Command::Paste` does that.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{
    Selection,
    naming::{Naming, by_id},
};
use crate::{
    geom::Rect,
    locale::fold,
    model::{Connector, Document, End, Lane, LaneId, Link, Page, PhaseId, Step, StepId, TitleBlock},
    shape,
    text::markup::one_line,
};

/// Steps and the connectors between them, as they stood on a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fragment {
    /// The steps; their lanes and phases are those of the page they came from.
    pub steps: Vec<Step>,
    /// Connectors whose ends are on those steps or free.
    pub connectors: Vec<Connector>,
    /// The lanes of that page, from the first to the last in which any of them stands.
    pub lanes: Vec<CutLane>,
}

/// A lane of the page that a cutting comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CutLane {
    /// As it was there.
    pub lane: Lane,
    /// What a lane that is made after it will be called.
    pub id: LaneId,
    /// The lane that its steps are aimed at, whatever that is called.
    pub aim: Option<LaneId>,
}

impl CutLane {
    fn of(lane: &Arc<Lane>) -> Self {
        Self { lane: Lane::clone(lane), id: lane.id.clone(), aim: None }
    }
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
        let steps: Vec<Step> = steps.map(|step| Step::clone(step)).collect();
        Self {
            lanes: used_lanes(page, &steps).map(CutLane::of).collect(),
            steps,
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
            lanes: self.lanes.into_iter().map(|cut| renamed_lane(&mut naming, cut)).collect(),
        }
    }

    /// The same, with all steps of the lane `from` aimed at the lane `to` of the page that it comes to.
    #[must_use]
    pub fn aimed(mut self, from: &LaneId, to: &LaneId) -> Self {
        for cut in self.lanes.iter_mut().filter(|cut| cut.lane.id == *from) {
            cut.aim = Some(to.clone());
        }
        self
    }

    /// The lane in which all steps stand, if there is one.
    pub fn only_lane(&self) -> Option<&LaneId> {
        let mut used = self.used_lanes();
        used.next().filter(|_| used.next().is_none()).map(|cut| &cut.lane.id)
    }

    /// The lanes in which steps stand.
    fn used_lanes(&self) -> impl Iterator<Item = &CutLane> {
        self.lanes.iter().filter(|cut| self.steps.iter().any(|step| step.lane == cut.lane.id))
    }

    /// The lanes in which steps stand and that `page` has not, by their headings in any language.
    pub fn missing_lanes<'a>(&'a self, page: &'a Page) -> impl Iterator<Item = &'a CutLane> {
        self.used_lanes().filter(|cut| lane_of(page, cut).is_none())
    }

    /// A document of its own with the lanes and phases of `page`, as far as they are needed for everything to
    /// stand where it stood. Links to what is not in it are dropped.
    pub fn to_document(&self, from: &Document, page: &Page) -> Document {
        let is_phase_used = |id: &PhaseId| self.steps.iter().any(|step| step.phase.as_ref() == Some(id));
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
        let lanes: Vec<Arc<Lane>> = used_lanes(page, &self.steps).cloned().collect();
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
            translations: BTreeSet::new(),
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
            lanes: page.lanes.iter().map(CutLane::of).collect(),
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

/// The lanes of `page` from the first to the last in which one of `steps` stands; at least one.
fn used_lanes<'a>(page: &'a Page, steps: &'a [Step]) -> impl Iterator<Item = &'a Arc<Lane>> {
    let is_used = |lane: &Arc<Lane>| steps.iter().any(|step| step.lane == lane.id);
    let last = page.lanes.iter().rposition(is_used).unwrap_or(0);
    page.lanes.iter().take(last + 1)
}

fn renamed_lane(naming: &mut Naming<'_>, cut: CutLane) -> CutLane {
    CutLane { id: naming.name_lane(&cut.lane.id, &cut.lane.title), ..cut }
}

/// The lane of `page` that a lane of a cutting is there: the one that is aimed at or was made after it, or one with the
/// same heading in any language, the same one first. A name alone says nothing: charts made of one template share them.
pub(super) fn lane_of<'a>(page: &'a Page, cut: &CutLane) -> Option<&'a Arc<Lane>> {
    let headings = |lane: &Lane| -> BTreeSet<String> {
        let read = lane.title.iter().map(|(_, title)| fold(&one_line(title)));
        read.filter(|title| !title.is_empty()).collect()
    };
    let called = |id: &LaneId| page.lanes.iter().find(|lane| lane.id == *id);
    let wanted = headings(&cut.lane);
    let is_same = |lane: &&Arc<Lane>| lane.id == cut.lane.id;
    let is_like = |lane: &&Arc<Lane>| {
        let found = headings(lane);
        !found.is_disjoint(&wanted) || (is_same(lane) && found == wanted)
    };
    let like = || page.lanes.iter().filter(is_like);
    // Before a cutting has new names, nothing was made after it.
    let made = || called(&cut.id).filter(|_| cut.id != cut.lane.id);
    let named = cut.aim.as_ref().and_then(called).or_else(made);
    named.or_else(|| like().find(is_same)).or_else(|| like().next())
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
