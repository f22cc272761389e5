//! A page as a request for the layout.

use std::collections::{BTreeMap, BTreeSet};

use super::LayoutOptions;
use crate::{
    arrange::{label_size, taken},
    geom::{Orientation, Point, Rect, Side, Size, quantise, quantise_length},
    layout::{LaneIx, LaneOrder, LayoutEdge, LayoutRequest, StepBox, StepIx, StepRoom},
    measures::{LEAST_FITTED_LANE, LEAST_FITTED_PHASE},
    model::{Connector, ConnectorId, End, LaneId, Page, PhaseId, Step, StepId},
    progress::{Progress, Stopped},
    shape,
    text::Fonts,
};

/// The request and what its indices stand for.
pub(super) struct LayoutDraft<'a> {
    pub(super) request: LayoutRequest,
    pub(super) steps: Vec<&'a Step>,
    pub(super) edges: Vec<&'a ConnectorId>,
}

impl<'a> LayoutDraft<'a> {
    /// The request to lay out the steps that `is_chosen` and the connectors between them.
    ///
    /// Their order does not depend on where they stand, so that a page that was laid out stays as it is when it is
    /// laid out again.
    pub(super) fn of(
        page: &'a Page,
        options: LayoutOptions,
        is_chosen: &dyn Fn(&StepId) -> bool,
        fonts: &'a Fonts,
        progress: &mut Progress<'_>,
    ) -> Result<Self, Stopped> {
        let mut steps: Vec<&Step> =
            page.steps.values().map(AsRef::as_ref).filter(|step| is_chosen(&step.id)).collect();
        steps.sort_by_cached_key(|step| parts(step.id.as_str()));
        let numbers: BTreeMap<&StepId, StepIx> =
            steps.iter().enumerate().map(|(at, step)| (&step.id, StepIx(at))).collect();
        let sheet = PageReader { page, fonts, numbers };
        let connectors = sheet.connectors();
        let count = steps.len() + connectors.len();
        let mut measured = (0..).map(|nth| progress.nth(nth, count));
        let mut go_on = || measured.next().unwrap_or(Ok(()));
        let boxes = steps.iter().map(|step| go_on().map(|()| sheet.step(step))).collect::<Result<_, _>>()?;
        let edges = connectors
            .iter()
            .map(|(connector, edge)| go_on().map(|()| sheet.edge(connector, edge.0, edge.1)));
        let request = LayoutRequest {
            steps: boxes,
            edges: edges.collect::<Result<_, _>>()?,
            lanes: page.lanes.len(),
            phases: page.phases.len(),
            least_lane: LEAST_FITTED_LANE,
            least_phase: LEAST_FITTED_PHASE,
            spacing: options.spacing,
            aspect: match page.orientation {
                Orientation::Horizontal => options.aspect,
                Orientation::Vertical => options.aspect.map(f64::recip),
            },
            // The kernel knows no pools, whose lanes stay side by side.
            lane_order: if page.pools.is_empty() { options.lane_order } else { LaneOrder::Keep },
            start: options.start,
        };
        let edges = connectors.into_iter().map(|(connector, _)| &connector.id).collect();
        Ok(Self { request, steps, edges })
    }
}

struct PageReader<'a> {
    page: &'a Page,
    fonts: &'a Fonts,
    numbers: BTreeMap<&'a StepId, StepIx>,
}

impl<'a> PageReader<'a> {
    /// The connectors between two of the steps, main branches first: those that most cases take, then
    /// those that lead on.
    fn connectors(&self) -> Vec<(&'a Connector, (StepIx, StepIx))> {
        let end = |end: &End| end.step().and_then(|step| self.numbers.get(step)).copied();
        let leaving = self.numbers.keys().flat_map(|step| self.page.connectors.leaving(step));
        let mut found: Vec<_> = leaving
            .filter_map(|connector| Some((connector.as_ref(), (end(&connector.from)?, end(&connector.to)?))))
            .collect();
        let share = |connector: &Connector| connector.share.unwrap_or(0.0);
        found.sort_by(|(a, ends), (b, others)| {
            let by_share = || share(b).total_cmp(&share(a));
            let rest = |(from, to): (StepIx, StepIx)| (to < from, to);
            let by_rest = || (rest(*ends), &a.id).cmp(&(rest(*others), &b.id));
            ends.0.cmp(&others.0).then_with(by_share).then_with(by_rest)
        });
        found
    }

    fn step(&self, step: &Step) -> StepBox {
        let orientation = self.page.orientation;
        let middle = step.rect.center();
        let room = taken(step, self.fonts);
        let (along, across) = (orientation.span_along(room), orientation.span_across(room));
        let at = Point::new(orientation.along(middle), orientation.across(middle));
        let size = Size::new(quantise_length(step.rect.width()), quantise_length(step.rect.height()));
        StepBox {
            size: turned(orientation, size),
            // Rounded, so that they are the same wherever the step stands.
            room: StepRoom {
                before: quantise(at.x - along.0),
                after: quantise(along.1 - at.x),
                above: quantise(at.y - across.0),
                below: quantise(across.1 - at.y),
            },
            lane: self.lane(&step.lane),
            phase: step.phase.as_ref().and_then(|phase| self.phase(phase)),
            is_pointed: shape::places(step.kind, Side::Right).len() == 1,
            can_branch: step.kind.can_branch(),
            now: at,
        }
    }

    fn lane(&self, id: &LaneId) -> LaneIx {
        LaneIx(self.page.lanes.iter().position(|lane| lane.id == *id).unwrap_or(0))
    }

    fn phase(&self, id: &PhaseId) -> Option<usize> {
        self.page.phases.iter().position(|phase| phase.id == *id)
    }

    fn edge(&self, connector: &Connector, from: StepIx, to: StepIx) -> LayoutEdge {
        let size = label_size(self.page, connector, self.fonts);
        LayoutEdge { from, to, label: size.map(|size| turned(self.page.orientation, size)) }
    }
}

/// The words and numbers that a name is made of: `n2` comes before `n10`.
fn parts(name: &str) -> Vec<(u64, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    name.split_inclusive(|c: char| !is_digit(c))
        .map(|part| {
            let digits = part.trim_end_matches(|c: char| !is_digit(c));
            (digits.parse().unwrap_or(u64::MAX), part)
        })
        .collect()
}

/// A size in terms of the flow.
const fn turned(orientation: Orientation, size: Size) -> Size {
    match orientation {
        Orientation::Horizontal => size,
        Orientation::Vertical => Size::new(size.height, size.width),
    }
}

/// The smallest rectangle around the steps with these names; `None` when there are none.
pub(super) fn around(page: &Page, steps: &BTreeSet<StepId>) -> Option<Rect> {
    let rects = steps.iter().filter_map(|id| page.steps.get(id)).map(|step| step.rect);
    rects.reduce(|a, b| a.union(b))
}
