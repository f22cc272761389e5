//! What of a merged page stands or runs as it did on neither side.

use std::collections::{BTreeMap, BTreeSet};

use super::field_merge::Sides;
use crate::{
    geom::{Polyline, Rect, RectIndex, segment_crosses_rect},
    model::{Connector, ConnectorId, End, Page, StepId},
    revise::{page_pair::PageSide, place::BandStarts},
    shape,
};

/// What is to be placed and routed before a merged page can be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsettled {
    /// Steps that others must make room for: they stand on each other as they did on neither side.
    pub steps: BTreeSet<StepId>,
    /// Connectors whose ends or whose surroundings are not those of their line.
    pub connectors: BTreeSet<ConnectorId>,
}

/// The side that each connector has its line from.
pub(super) type LineSources<'m, 'p> = BTreeMap<ConnectorId, &'m PageSide<'p>>;

/// Finds what is to be placed and routed on `page`.
pub(super) fn find(page: &Page, sides: Sides<'_, '_>, sources: &LineSources<'_, '_>) -> Unsettled {
    let [flow, ours, theirs] = [page, sides.ours.page, sides.theirs.page].map(FlowRects::of);
    let merged = MergedPage { page, starts: BandStarts::of(page), flow, ours, theirs };
    let stale = page.connectors.values().filter(|connector| {
        sources.get(&connector.id).is_none_or(|source| merged.is_stale(connector, source))
    });
    let connectors = stale.map(|connector| connector.id.clone()).collect();
    Unsettled { steps: merged.overlapping(sides.base), connectors }
}

/// The steps that nothing may cover or pass, found by their places.
struct FlowRects<'p> {
    ids: Vec<&'p StepId>,
    places: RectIndex,
}

impl<'p> FlowRects<'p> {
    fn of(page: &'p Page) -> Self {
        let steps = || page.steps.values().filter(|step| step.kind.is_flow());
        Self {
            ids: steps().map(|step| &step.id).collect(),
            places: RectIndex::of(steps().map(|step| step.rect)),
        }
    }

    /// The steps that a line passes, but for its own.
    fn passed(&self, connector: &Connector, line: &Polyline) -> BTreeSet<&'p StepId> {
        let own = [&connector.from, &connector.to].map(End::step);
        let pieces = line.segments().flat_map(|(a, b)| {
            let near = self.places.touching(Rect::from_points(a, b)).into_iter();
            near.filter(move |at| self.places.get(*at).is_some_and(|rect| segment_crosses_rect(a, b, rect)))
        });
        pieces.filter_map(|at| self.ids.get(at).copied()).filter(|id| !own.contains(&Some(*id))).collect()
    }

    /// The pairs of steps that stand on each other.
    fn pairs(&self) -> BTreeSet<(&'p StepId, &'p StepId)> {
        let rects = self.ids.iter().enumerate().filter_map(|(at, id)| Some((*id, self.places.get(at)?)));
        let pairs = rects.flat_map(|(id, rect)| {
            let inner = rect.inset(-TOUCH);
            let near = self.places.touching(inner).into_iter();
            near.filter_map(move |at| Some((id, *self.ids.get(at)?))).filter(|(a, b)| a < b)
        });
        pairs.collect()
    }
}

/// So far two steps may reach into each other and still count as side by side.
const TOUCH: f64 = 0.1;

/// The page that came of the merge, and what stood on either side.
struct MergedPage<'p> {
    page: &'p Page,
    starts: BandStarts,
    flow: FlowRects<'p>,
    ours: FlowRects<'p>,
    theirs: FlowRects<'p>,
}

impl MergedPage<'_> {
    /// Whether the line of a connector is no longer between what it was drawn between, or passes what it did not.
    fn is_stale(&self, connector: &Connector, source: &PageSide<'_>) -> bool {
        let Some(old) = source.page.connectors.get(&connector.id) else { return true };
        let is_moved = |now: &End, then: &End| {
            let now = now.step().and_then(|id| self.page.steps.get(id));
            let then = then.step().and_then(|id| source.page.steps.get(id));
            now.map(|step| (&step.id, &step.lane, &step.phase, step.kind, self.starts.place(step)))
                != then.map(|step| (&step.id, &step.lane, &step.phase, step.kind, source.starts.place(step)))
        };
        if self.page.orientation != source.page.orientation
            || is_moved(&connector.from, &old.from)
            || is_moved(&connector.to, &old.to)
        {
            return true;
        }
        let line = shape::polyline(self.page, connector).filter(|_| connector.route.is_some());
        let (Some(line), Some(old_line)) = (line, shape::polyline(source.page, old)) else { return true };
        let passed = self.flow.passed(connector, &line);
        let known = |of: &FlowRects<'_>| passed.is_subset(&of.passed(old, &old_line));
        (!line.is_orthogonal() && old_line.is_orthogonal())
            || !(passed.is_empty() || known(&self.ours) || known(&self.theirs))
    }

    /// Of each two steps that stand on each other as on neither side, the one that keeps its place.
    fn overlapping(&self, base: Option<&PageSide<'_>>) -> BTreeSet<StepId> {
        let known: BTreeSet<_> = self.ours.pairs().into_iter().chain(self.theirs.pairs()).collect();
        let is_new = |id: &StepId| base.is_none_or(|base| !base.page.steps.contains_key(id));
        let pairs = self.flow.pairs().into_iter().filter(|pair| !known.contains(pair));
        // What was just put there keeps its place, as after an edit.
        pairs.map(|(a, b)| if is_new(b) && !is_new(a) { b.clone() } else { a.clone() }).collect()
    }
}
