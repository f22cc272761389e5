//! Places for steps that have none, around everything that has one.

use std::{collections::BTreeSet, sync::Arc};

use super::{route_missing, taken};
use crate::{
    geom::{Orientation, Point, Rect, Vec2, segment_crosses_rect},
    measures::{CLEARANCE, COLUMN_GAP, LANE_PADDING, LINE_CLEARANCE, ROW_GAP},
    model::{End, Page, Step, StepId},
    shape,
    text::Fonts,
};

/// So far apart, along and across, places are tried.
const STRIDE: (f64, f64) = (24.0, 12.0);
/// So many of them are tried along the flow, on either side, and so many across it.
const TRIED: (i32, i32) = (40, 24);

/// Puts the `unplaced` steps of `page` into their lanes where there is room, near the steps that they are connected to,
/// and draws their connectors anew. Nothing else moves.
pub fn fill_in(page: &mut Page, unplaced: &BTreeSet<StepId>, fonts: &Fonts) {
    let mut waiting: Vec<StepId> = page.steps.keys().filter(|id| unplaced.contains(*id)).cloned().collect();
    forget_lines(page, &waiting);
    let mut gaps = Gaps::of(page, unplaced, fonts);
    while !waiting.is_empty() {
        // A step beside one that has a place comes before one that only knows its lane.
        let near = waiting.iter().position(|id| !neighbours(page, id, &waiting).is_empty());
        let id = waiting.remove(near.unwrap_or(0));
        let Some(step) = page.steps.get(&id).cloned() else { continue };
        let wish = wish(page, &step, &neighbours(page, &id, &waiting), &gaps);
        let middle = gaps.nearest(page, &step, wish, fonts);
        let placed = page.steps.get_mut(&id).map(Arc::make_mut);
        if let Some(placed) = placed {
            placed.rect = Rect::from_center_size(middle, placed.rect.size());
            gaps.take(taken(placed, fonts));
        }
    }
    route_missing(page, fonts);
}

/// Takes away the lines that lead to `steps`: they led elsewhere.
fn forget_lines(page: &mut Page, steps: &[StepId]) {
    let ids: Vec<_> =
        steps.iter().flat_map(|step| page.connectors.touching(step)).map(|of| of.id.clone()).collect();
    for id in ids {
        page.connectors.update(&id, |connector| {
            connector.route = None;
            for end in [&mut connector.from, &mut connector.to] {
                if let End::Attached { port, .. } = end {
                    *port = port.filter(|port| port.pinned);
                }
            }
        });
    }
}

/// The steps with a place from which a connector leads to step `id` (`true`), or to which one leads from it.
fn neighbours<'p>(page: &'p Page, id: &StepId, waiting: &[StepId]) -> Vec<(&'p Arc<Step>, bool)> {
    let before = page.connectors.entering(id).filter_map(|of| Some((of.from.step()?.clone(), true)));
    let after = page.connectors.leaving(id).filter_map(|of| Some((of.to.step()?.clone(), false)));
    let placed = before.chain(after).filter(|(other, _)| other != id && !waiting.contains(other));
    placed.filter_map(|(other, is_before)| Some((page.steps.get(&other)?, is_before))).collect()
}

/// Where the middle of `step` would stand best if nothing were in the way.
fn wish(page: &Page, step: &Step, neighbours: &[(&Arc<Step>, bool)], gaps: &Gaps) -> Point {
    let axes = page.orientation;
    let half = half_along(axes, step.rect);
    let (from, to) = band(page, step);
    let first = neighbours.iter().find(|(_, is_before)| *is_before).or_else(|| neighbours.first());
    let Some((other, is_before)) = first else {
        return axes.point(gaps.end_of(axes, (from, to)) + COLUMN_GAP + half, f64::midpoint(from, to));
    };
    let distance = half_along(axes, other.rect) + COLUMN_GAP + half;
    let middle = other.rect.center();
    let along = axes.along(middle) + if *is_before { distance } else { -distance };
    axes.point(along, if other.lane == step.lane { axes.across(middle) } else { f64::midpoint(from, to) })
}

/// Where the lane of `step` begins and ends across the flow.
fn band(page: &Page, step: &Step) -> (f64, f64) {
    page.lane_band(&step.lane).map_or((0.0, 0.0), |(_, from, to)| (from, to))
}

fn half_along(axes: Orientation, rect: Rect) -> f64 {
    let (from, to) = axes.span_along(rect);
    (to - from) / 2.0
}

/// What is free of steps and lines.
struct Gaps {
    steps: Vec<Rect>,
    lines: Vec<(Point, Point)>,
}

impl Gaps {
    /// What is free on `page` of all steps but the `unplaced` ones.
    fn of(page: &Page, unplaced: &BTreeSet<StepId>, fonts: &Fonts) -> Self {
        let placed = page.steps.values().filter(|step| !unplaced.contains(&step.id));
        let lines = page.connectors.values().filter_map(|connector| shape::polyline(page, connector));
        Self {
            steps: placed.map(|step| taken(step, fonts)).collect(),
            lines: lines.flat_map(|line| line.segments().collect::<Vec<_>>()).collect(),
        }
    }

    fn take(&mut self, rect: Rect) {
        self.steps.push(rect);
    }

    /// How far along the flow the steps reach that stand in a lane.
    fn end_of(&self, axes: Orientation, lane: (f64, f64)) -> f64 {
        let (from, to) = lane;
        let in_lane = self.steps.iter().filter(|rect| (from..to).contains(&axes.across(rect.center())));
        in_lane.map(|rect| axes.span_along(*rect).1).fold(LANE_PADDING, f64::max)
    }

    /// The middle nearest to `wish` where `step` stands on nothing within its lane; behind everything in the lane where
    /// there is no such place nearby.
    fn nearest(&self, page: &Page, step: &Step, wish: Point, fonts: &Fonts) -> Point {
        let axes = page.orientation;
        let own = taken(step, fonts) - step.rect.center().to_vec2();
        let lane = band(page, step);
        let is_within = |rect: Rect| {
            let (from, to) = axes.span_across(rect);
            from >= lane.0 + CLEARANCE && to <= lane.1 - CLEARANCE && axes.span_along(rect).0 >= LANE_PADDING
        };
        let places = (-TRIED.0..=TRIED.0).flat_map(|column| {
            let along = f64::from(column) * STRIDE.0;
            (-TRIED.1..=TRIED.1).map(move |row| axes.point(along, f64::from(row) * STRIDE.1).to_vec2())
        });
        let mut places: Vec<Vec2> = places.filter(|aside| is_within(own + wish.to_vec2() + *aside)).collect();
        places.sort_by(|a, b| a.hypot2().total_cmp(&b.hypot2()));
        let middles = || places.iter().map(|aside| wish + *aside);
        let on_nothing = middles().find(|at| self.is_clear(own + at.to_vec2(), true));
        on_nothing.or_else(|| middles().find(|at| self.is_clear(own + at.to_vec2(), false))).unwrap_or_else(
            || {
                let along = self.end_of(axes, lane) + COLUMN_GAP + half_along(axes, own);
                axes.point(along, f64::midpoint(lane.0, lane.1))
            },
        )
    }

    /// Whether no step is near `rect`, and no line leads through it.
    fn is_clear(&self, rect: Rect, of_lines: bool) -> bool {
        let apart = rect.inflate(COLUMN_GAP / 2.0, ROW_GAP / 2.0);
        let beside = rect.inflate(LINE_CLEARANCE, LINE_CLEARANCE);
        let is_crossed = || self.lines.iter().any(|(a, b)| segment_crosses_rect(*a, *b, beside));
        !(self.steps.iter().any(|other| apart.overlaps(*other)) || of_lines && is_crossed())
    }
}
