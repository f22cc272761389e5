//! Part of a page as a page of its own.
//!
//! Owns what belongs to a part, where its borders are, and what becomes of lines that leave it: they end at the
//! border, as a map's roads do. What is kept stays where it is in relation to the rest of what is kept. For pictures:
//! the document itself is not changed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{label_size, place_labels, route_missing};
use crate::{
    geom::{Point, Rect, Vec2},
    measures::LANE_PADDING,
    model::{
        Bend, Connector, ConnectorId, Connectors, End, LabelPlace, Lane, LaneId, Page, Phase, PhaseId, Route,
        Step, StepId, Text, ZOrder,
    },
    shape,
    text::Fonts,
};

/// How far a part that has no border there reaches past its outermost steps, along the flow.
const MARGIN: f64 = 1.5 * LANE_PADDING;
/// How much is kept of a line that leads to a step which is left out, though it stands inside the borders.
const STUB: f64 = 1.5 * LANE_PADDING;
/// The least length of a line's last piece.
const TIP: f64 = LANE_PADDING;
/// A label so near to the step that its line leaves stands at the line's beginning.
const NEAR: f64 = 96.0;
/// A phase of which less than this is left has no room for its title.
const LEAST_TITLED: f64 = 96.0;
/// Points closer than this are the same.
const SAME: f64 = 0.01;

/// Part of a page: what belongs to all that is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PagePart {
    /// Of this lane only.
    pub lane: Option<LaneId>,
    /// Of this phase only.
    pub phase: Option<PhaseId>,
    /// Of these steps only.
    pub steps: Option<BTreeSet<StepId>>,
}

impl PagePart {
    /// Whether it is all of a page.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Self { lane: None, phase: None, steps: None })
    }

    /// The part of `page` as a page; `None` where the page has no such lane or phase, or none of the steps.
    ///
    /// Lines between two of its steps stay as they are if they stay inside, and find another way if not. Lines to
    /// other steps end at the border. Labels of lines that became shorter find places anew.
    pub fn of(&self, page: &Page, fonts: &Fonts) -> Option<Page> {
        if self.is_whole() {
            return Some(page.clone());
        }
        let cut = Cut::new(self, page, fonts)?;
        let (mut part, shortened) = cut.page();
        route_missing(&mut part, fonts);
        for (id, label) in place_labels(&part, &shortened, fonts) {
            part.connectors.update(&id, |connector| {
                if let Some(route) = &mut connector.route {
                    route.label = label;
                }
            });
        }
        Some(part)
    }

    fn has(&self, step: &Step) -> bool {
        self.lane.as_ref().is_none_or(|lane| step.lane == *lane)
            && self.phase.as_ref().is_none_or(|phase| step.phase.as_ref() == Some(phase))
            && self.steps.as_ref().is_none_or(|steps| steps.contains(&step.id))
    }
}

/// The steps that are kept.
type Kept<'a> = BTreeMap<&'a StepId, &'a Arc<Step>>;

/// A part and its borders in the coordinates of its page.
struct Cut<'a> {
    page: &'a Page,
    steps: Kept<'a>,
    /// Along the flow, from where to where.
    along: (f64, f64),
    /// Across it.
    across: (f64, f64),
    /// The same as a rectangle.
    region: Rect,
}

/// What is left of a connector.
enum Left {
    /// It lies inside as it is.
    Whole,
    /// Both its steps are kept, but its line leaves the part.
    Astray,
    /// It ends, or begins, at the border.
    Shortened(Box<Connector>),
    /// Nothing.
    Nothing,
}

impl<'a> Cut<'a> {
    fn new(part: &PagePart, page: &'a Page, fonts: &Fonts) -> Option<Self> {
        let steps: Kept<'_> = page.steps.iter().filter(|(_, step)| part.has(step)).collect();
        let lanes: BTreeSet<&LaneId> = steps.values().map(|step| &step.lane).collect();
        let across = match &part.lane {
            Some(lane) => page.lane_band(lane).map(|(_, from, to)| (from, to))?,
            None if part.steps.is_some() => {
                let bands = page.lane_bands().filter(|(lane, _, _)| lanes.contains(&lane.id));
                bands.map(|(_, from, to)| (from, to)).reduce(|all, one| (all.0, one.1))?
            }
            None => (0.0, page.breadth()),
        };
        let band = match &part.phase {
            Some(phase) => page.phase_band(phase).map(|(_, from, to)| (from, to))?,
            None => (0.0, page.length()),
        };
        let along = if part.steps.is_some() {
            let drawn = steps.values().map(|step| step.rect).chain(lines_of(page, &steps, fonts));
            let span = page.orientation.span_along(drawn.reduce(|all, one| all.union(one))?);
            with_margin(page, span, band)
        } else {
            band
        };
        let region = page.orientation.rect(along, across);
        Some(Self { page, steps, along, across, region })
    }

    /// The part as a page, and the connectors that were made shorter.
    fn page(&self) -> (Page, BTreeSet<ConnectorId>) {
        let flow = self.page.orientation;
        let by = -flow.point(self.along.0, self.across.0).to_vec2();
        let (mut connectors, mut shortened) = (Connectors::new(), BTreeSet::new());
        for (id, connector) in &self.page.connectors {
            let left = match self.left_of(connector) {
                Left::Nothing => continue,
                Left::Whole => Connector::clone(connector),
                Left::Astray => Connector { route: None, ..Connector::clone(connector) },
                Left::Shortened(connector) => {
                    shortened.insert(id.clone());
                    *connector
                }
            };
            connectors.insert(moved(left, by));
        }
        let steps = self.steps.iter().map(|(id, step)| {
            let step = Step { rect: step.rect + by, ..Step::clone(step) };
            ((*id).clone(), Arc::new(step))
        });
        let lanes = self.lanes();
        let page = Page {
            id: self.page.id.clone(),
            title: self.page.title.clone(),
            orientation: flow,
            pools: self.page.pools_of(&lanes),
            lanes,
            phases: self.phases(),
            steps: steps.collect(),
            connectors,
            z_order: self.ranks(),
        };
        (page, shortened)
    }

    /// The ranks of the steps that have one.
    fn ranks(&self) -> ZOrder {
        let ranks = self.page.z_order.iter().filter(|(id, _)| self.steps.contains_key(id));
        ranks.map(|(id, rank)| (id.clone(), rank)).collect()
    }

    fn lanes(&self) -> Vec<Arc<Lane>> {
        let is_inside = |from: f64, to: f64| from > self.across.0 - SAME && to < self.across.1 + SAME;
        let bands = self.page.lanes.iter().zip(self.page.lane_bands());
        bands.filter(|(_, (_, from, to))| is_inside(*from, *to)).map(|(lane, _)| Arc::clone(lane)).collect()
    }

    /// The phases as far as they lie inside.
    fn phases(&self) -> Vec<Arc<Phase>> {
        let inside = self.page.phase_bands().filter_map(|(phase, from, to)| {
            let size = to.min(self.along.1) - from.max(self.along.0);
            let has_title = size >= LEAST_TITLED || to - from <= size + SAME;
            let title = if has_title { phase.title.clone() } else { Text::default() };
            (size > SAME).then(|| Arc::new(Phase { title, size, ..phase.clone() }))
        });
        inside.collect()
    }

    fn left_of(&self, connector: &Connector) -> Left {
        let Some(line) = shape::polyline(self.page, connector) else { return Left::Nothing };
        match (self.is_kept(&connector.from), self.is_kept(&connector.to)) {
            (true, true) if line.points.iter().all(|at| self.contains(*at)) => Left::Whole,
            (true, true) => Left::Astray,
            (true, false) => self.shortened(&line.points).map_or(Left::Nothing, |(bends, end)| {
                Left::Shortened(Box::new(Connector {
                    to: End::Free(end),
                    route: Some(bends),
                    ..connector.clone()
                }))
            }),
            (false, true) => {
                let back: Vec<Point> = line.points.into_iter().rev().collect();
                self.shortened(&back).map_or(Left::Nothing, |(mut bends, end)| {
                    bends.bends.reverse();
                    Left::Shortened(Box::new(Connector {
                        from: End::Free(end),
                        route: Some(bends),
                        ..connector.clone()
                    }))
                })
            }
            (false, false) => Left::Nothing,
        }
    }

    fn is_kept(&self, end: &End) -> bool {
        match end {
            End::Attached { step, .. } => self.steps.contains_key(step),
            End::Free(at) => self.contains(*at),
        }
    }

    fn contains(&self, at: Point) -> bool {
        self.region.inset(SAME).contains(at)
    }

    /// What is left of a line that begins inside: its bends, and where it ends.
    fn shortened(&self, line: &[Point]) -> Option<(Route, Point)> {
        let (first, rest) = line.split_first()?;
        let outside = rest.iter().position(|at| !self.contains(*at));
        let (bends, end) = match outside.and_then(|nth| Some((rest.get(..nth)?, rest.get(nth)?))) {
            Some((bends, next)) => (bends.to_vec(), self.border_towards(*next)),
            None => stub(*first, rest)?,
        };
        let is_line = bends.last().unwrap_or(first).distance(end) > SAME || !bends.is_empty();
        let bends = bends.into_iter().map(|at| Bend { at, pinned: false }).collect();
        is_line.then_some((Route { bends, label: None }, end))
    }

    /// Where a straight piece that leaves towards `at` crosses the border.
    fn border_towards(&self, at: Point) -> Point {
        let Rect { x0, y0, x1, y1 } = self.region;
        Point::new(at.x.clamp(x0, x1), at.y.clamp(y0, y1))
    }
}

/// The `span` of what is drawn with a margin, which ends at the borders of `band` and of the phases that hold the span:
/// no sliver of the next phase is seen.
fn with_margin(page: &Page, span: (f64, f64), band: (f64, f64)) -> (f64, f64) {
    let touched = page.phase_bands().filter(|(_, from, to)| *from < span.1 - SAME && *to > span.0 + SAME);
    let held = touched.map(|(_, from, to)| (from, to)).reduce(|all, one| (all.0, one.1)).unwrap_or(band);
    let start = (span.0 - MARGIN).max(band.0).max(held.0.min(span.0));
    let end = (span.1 + MARGIN).min(band.1).min(held.1.max(span.1));
    (start, end)
}

/// How far the lines between two of the `steps` reach, with their labels, and the labels of lines to other steps that
/// stand at their beginning.
fn lines_of<'p>(page: &'p Page, steps: &'p Kept<'_>, fonts: &'p Fonts) -> impl Iterator<Item = Rect> + 'p {
    page.connectors.values().flat_map(move |connector| {
        let from = connector.from.step().and_then(|id| steps.get(id));
        let is_inner = from.is_some() && connector.to.step().is_some_and(|id| steps.contains_key(id));
        let line = shape::polyline(page, connector).filter(|_| is_inner);
        let points = line.map(|line| line.points).unwrap_or_default();
        let label = connector.route.as_ref().and_then(|route| route.label);
        let label = label.zip(label_size(page, connector, fonts));
        let label = label.map(|(label, size)| Rect::from_center_size(label.at, size));
        let label = label
            .zip(from)
            .filter(|(label, step)| is_inner || step.rect.inset(NEAR).contains(label.center()));
        points.into_iter().map(|at| Rect::from_points(at, at)).chain(label.map(|(label, _)| label))
    })
}

/// The beginning of a line: its bends, and where it ends.
fn stub(first: Point, rest: &[Point]) -> Option<(Vec<Point>, Point)> {
    let (mut from, mut left, mut bends) = (first, STUB, Vec::new());
    for to in rest {
        let length = from.distance(*to);
        if length > left {
            // The head of an arrow needs a straight piece.
            let end = left.max(TIP).min(length);
            return Some((bends, from.lerp(*to, end / length)));
        }
        left -= length;
        bends.push(*to);
        from = *to;
    }
    let end = bends.pop()?;
    Some((bends, end))
}

fn moved(connector: Connector, by: Vec2) -> Connector {
    let end = |end: End| match end {
        End::Free(at) => End::Free(at + by),
        End::Attached { .. } => end,
    };
    let route = connector.route.map(|Route { bends, label }| Route {
        bends: bends.into_iter().map(|bend| Bend { at: bend.at + by, ..bend }).collect(),
        label: label.map(|label| LabelPlace { at: label.at + by, ..label }),
    });
    Connector { from: end(connector.from), to: end(connector.to), route, ..connector }
}
