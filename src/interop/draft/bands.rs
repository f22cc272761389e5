//! Lanes and phases of a draft: their order, how wide they are, and where on the page the source's places come to be.
//!
//! Lanes of a page touch each other; those of other programs may have gaps between them. A lane reaches to the next
//! one here, so that one shift brings all places of the source to the page and nothing moves against anything else:
//!
//! ```text
//!   source                        page
//!   ┌──────────┐                  ├──────────┤ 0
//!   │ a        │                  │ a        │
//!   └──────────┘   shift          │          │
//!                  ────▶          ├──────────┤
//!   ┌──────────┐                  │ b        │
//!   │ b        │                  │          │
//!   └──────────┘                  ├──────────┤
//! ```

use super::chart::{LaneDraft, NodeDraft, PageDraft};
use crate::{
    geom::{Orientation, Point, Rect, Vec2},
    measures::LANE_PADDING,
    model::{LIMIT_COORDINATE, LIMIT_NESTING},
};

/// The height that a lane has until something is placed in it.
const NOMINAL_LANE: f64 = 120.0;
/// The length that a phase has until something is placed in it.
const NOMINAL_PHASE: f64 = 240.0;
/// Lanes and phases are at least so far apart in a source whose places are believed.
const LEAST: f64 = 1.0;
/// So far from the page's beginning a place of the source may be: what is placed anew around it needs room as well.
const FURTHEST: f64 = LIMIT_COORDINATE / 2.0;

/// A lane of the page to be.
pub(super) struct PlacedLane {
    /// Which of the draft's lanes it is; `None`: one that the draft does not have.
    pub(super) index: Option<usize>,
    /// Where it begins across the page.
    pub(super) start: f64,
    /// How wide it is.
    pub(super) size: f64,
}

/// The lanes and phases of a page to be, and the way from the source's places to the page's.
pub(super) struct PlacedBands {
    pub(super) orientation: Orientation,
    /// At least one.
    pub(super) lanes: Vec<PlacedLane>,
    /// How long each of the draft's phases is.
    pub(super) phases: Vec<f64>,
    /// What is added to a place of the source; `None`: its places do not fit the page's lanes, or it has none.
    shift: Option<Vec2>,
    /// For each of the draft's lanes which of `lanes` it means.
    lane_of: Vec<usize>,
    /// The lane of nodes that are in none, where there are such.
    without_lane: Option<usize>,
}

/// `rect`, if it is one, and no further from the origin than `most`.
fn within(most: f64, rect: Rect) -> Option<Rect> {
    let fits = |v: f64| v.is_finite() && v.abs() <= most;
    let is_inside = [rect.x0, rect.y0, rect.x1, rect.y1].into_iter().all(fits);
    (is_inside && rect.width() > 0.0 && rect.height() > 0.0).then_some(rect)
}

/// `rect`, if a source may have it.
fn usable(rect: Rect) -> Option<Rect> {
    within(LIMIT_COORDINATE, rect)
}

/// Which of the draft's lanes have no others in them, pool by pool.
fn leaves(lanes: &[LaneDraft]) -> Vec<usize> {
    let mut is_pool = vec![false; lanes.len()];
    // The lanes within each, in their order; what names itself or a later one lies in none.
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); lanes.len()];
    let mut outer = Vec::new();
    for (index, lane) in lanes.iter().enumerate() {
        match lane.parent.filter(|parent| *parent < index) {
            Some(parent) => {
                inside.get_mut(parent).into_iter().for_each(|inner| inner.push(index));
                is_pool.get_mut(parent).into_iter().for_each(|is_pool| *is_pool = true);
            }
            None => outer.push(index),
        }
    }
    outer.reverse();
    let mut found = Vec::new();
    while let Some(index) = outer.pop() {
        match inside.get_mut(index) {
            Some(inner) if !inner.is_empty() => outer.extend(inner.drain(..).rev()),
            Some(_) | None => found.push(index),
        }
    }
    found
}

/// Which way the flow runs where the source does not say: along the lanes.
fn orientation_of(rects: &[Rect]) -> Orientation {
    let [first, second, ..] = rects else {
        // A lone lane lies along the flow.
        let is_tall = rects.first().is_some_and(|rect| rect.height() > rect.width());
        return if is_tall { Orientation::Vertical } else { Orientation::Horizontal };
    };
    let (down, aside) = ((second.y0 - first.y0).abs(), (second.x0 - first.x0).abs());
    if aside > down { Orientation::Vertical } else { Orientation::Horizontal }
}

/// The starts of bands and the size of each, from where they begin and end; `None` where they are not one behind
/// the other.
fn sizes(spans: &[(f64, f64)]) -> Option<Vec<f64>> {
    let starts = spans.iter().map(|(start, _)| *start);
    let ends = starts.clone().skip(1).chain(spans.last().map(|(_, end)| *end));
    let sizes: Vec<f64> = starts.zip(ends).map(|(start, end)| end - start).collect();
    let are_fit = sizes.iter().all(|size| *size >= LEAST) && sizes.iter().sum::<f64>() <= FURTHEST;
    (are_fit && !sizes.is_empty()).then_some(sizes)
}

impl PlacedBands {
    pub(super) fn of(page: &PageDraft) -> Self {
        let mut order = leaves(&page.lanes);
        let rect_of = |index: &usize| page.lanes.get(*index)?.rect.and_then(usable);
        let rects: Vec<Rect> = order.iter().filter_map(rect_of).collect();
        let orientation = page.orientation.unwrap_or_else(|| orientation_of(&rects));
        let across = |rect: Rect| orientation.span_across(rect);
        if rects.len() == order.len() {
            let start = |index: &usize| rect_of(index).map_or(0.0, |rect| across(rect).0);
            order.sort_by(|a, b| start(a).total_cmp(&start(b)));
        }
        let mut spans: Vec<(f64, f64)> = order.iter().filter_map(rect_of).map(across).collect();
        let mut begin = rects.iter().map(|rect| orientation.span_along(*rect).0).reduce(f64::min);
        if order.len() <= 1 && spans.is_empty() {
            // One lane, or none, that has no place: it is where its nodes are.
            let nodes =
                page.nodes.iter().filter_map(|node| node.rect.and_then(usable)).reduce(|a, b| a.union(b));
            let nodes = nodes.map(|rect| rect.inset(LANE_PADDING));
            spans.extend(nodes.map(across));
            begin = nodes.map(|rect| orientation.span_along(rect).0);
        }
        let known = sizes(&spans).filter(|sizes| sizes.len() == order.len().max(1));
        let shift = known.is_some().then_some(spans.first().zip(begin)).flatten();
        let shift = shift.map(|((start, _), begin)| orientation.point(-begin, -start).to_vec2());
        let mut indices: Vec<Option<usize>> = order.iter().copied().map(Some).collect();
        if indices.is_empty() {
            indices.push(None);
        }
        let sizes = known.unwrap_or_else(|| vec![NOMINAL_LANE; indices.len()]);
        let mut bands = Self {
            orientation,
            lanes: placed(&indices, &sizes),
            phases: Vec::new(),
            shift,
            lane_of: lane_of(&page.lanes, &order),
            without_lane: None,
        };
        bands.take_in(page);
        bands.phases = bands.phase_lengths(page);
        bands.make_room(page);
        bands
    }

    /// Moves everything on along the flow where a node would stand before the page's beginning.
    fn take_in(&mut self, page: &PageDraft) {
        let Some(shift) = self.shift else { return };
        let nodes = page.nodes.iter().filter_map(|node| self.place(node.rect?));
        let first = nodes.map(|rect| self.orientation.span_along(rect).0).fold(0.0, f64::min);
        if first < 0.0 {
            self.shift = Some(shift + self.orientation.point(LANE_PADDING - first, 0.0).to_vec2());
        }
    }

    /// The lengths of the phases, as far as they reach in the source.
    fn phase_lengths(&self, page: &PageDraft) -> Vec<f64> {
        let span = |rect: Rect| self.orientation.span_along(rect);
        let spans = page.phases.iter().filter_map(|phase| self.place(phase.rect?)).map(span);
        let mut spans: Vec<(f64, f64)> = spans.collect();
        // The first one begins where the page does.
        if let Some((start, _)) = spans.first_mut() {
            *start = 0.0;
        }
        let known = sizes(&spans).filter(|sizes| sizes.len() == page.phases.len());
        known.unwrap_or_else(|| vec![NOMINAL_PHASE; page.phases.len()])
    }

    /// Adds a lane for nodes that are in none.
    fn make_room(&mut self, page: &PageDraft) {
        let is_out = |node: &NodeDraft| node.lane.is_none() && self.lane_at(node).is_none();
        if !page.lanes.is_empty() && page.nodes.iter().any(is_out) {
            let start = self.lanes.last().map_or(0.0, |lane| lane.start + lane.size);
            self.without_lane = Some(self.lanes.len());
            self.lanes.push(PlacedLane { index: None, start, size: NOMINAL_LANE });
        }
    }

    /// Which of the lanes is where `node` stands.
    fn lane_at(&self, node: &NodeDraft) -> Option<usize> {
        let across = self.orientation.across(self.place(node.rect?)?.center());
        let index = self.lanes.partition_point(|lane| lane.start <= across).checked_sub(1)?;
        self.lanes.get(index).filter(|lane| across < lane.start + lane.size).map(|_| index)
    }

    /// Which of the lanes `node` belongs to: what the source says, else where it stands.
    pub(super) fn lane(&self, page: &PageDraft, node: &NodeDraft) -> usize {
        let said = node.lane.and_then(|lane| Some((lane, *self.lane_of.get(lane)?)));
        let Some((lane, first)) = said else {
            return self.lane_at(node).or(self.without_lane).unwrap_or_default();
        };
        // A pool is no lane: the lane of it in which the node stands.
        let is_leaf = self.lanes.get(first).is_some_and(|placed| placed.index == Some(lane));
        let here = self.lane_at(node).filter(|_| !is_leaf);
        let is_inside = |placed: &usize| {
            let index = self.lanes.get(*placed).and_then(|placed| placed.index);
            index.is_some_and(|index| pools_around(&page.lanes, index).any(|outer| outer == lane))
        };
        here.filter(is_inside).unwrap_or(first)
    }

    /// Which of the lanes is meant for nodes that are in none.
    pub(super) const fn without_lane(&self) -> Option<usize> {
        self.without_lane
    }

    /// Which of the draft's phases `rect`, a place on the page, is in by its middle, where they have places.
    pub(super) fn phase_at(&self, page: &PageDraft, rect: Rect) -> Option<usize> {
        if page.phases.iter().any(|phase| phase.rect.is_none()) {
            return None;
        }
        let along = self.orientation.along(rect.center());
        let mut end = 0.0;
        self.phases.iter().position(|length| {
            end += length;
            along < end
        })
    }

    /// The place on the page of a place in the source.
    pub(super) fn place(&self, rect: Rect) -> Option<Rect> {
        within(FURTHEST, usable(rect)? + self.shift?)
    }

    /// The same for a point.
    pub(super) fn point(&self, at: Point) -> Option<Point> {
        let moved = at + self.shift?;
        let fits = |v: f64| v.is_finite() && v.abs() <= FURTHEST;
        (fits(moved.x) && fits(moved.y)).then_some(moved)
    }
}

/// The lanes `indices` side by side.
fn placed(indices: &[Option<usize>], sizes: &[f64]) -> Vec<PlacedLane> {
    let mut start = 0.0;
    let lanes = indices.iter().zip(sizes);
    lanes
        .map(|(index, size)| {
            let lane = PlacedLane { index: *index, start, size: *size };
            start += size;
            lane
        })
        .collect()
}

/// For each of the draft's lanes the first lane of the page in it; `order` are those of the page.
fn lane_of(lanes: &[LaneDraft], order: &[usize]) -> Vec<usize> {
    let mut found: Vec<Option<usize>> = vec![None; lanes.len()];
    for (placed, index) in order.iter().enumerate() {
        found.get_mut(*index).into_iter().for_each(|found| *found = Some(placed));
    }
    // What lies in a lane comes after it.
    for (index, lane) in lanes.iter().enumerate().rev() {
        let own = found.get(index).copied().flatten();
        if let Some(outer) = lane.parent.filter(|outer| *outer < index).and_then(|outer| found.get_mut(outer))
        {
            *outer = [*outer, own].into_iter().flatten().min();
        }
    }
    found.into_iter().map(Option::unwrap_or_default).collect()
}

/// The pools around the lane `index`, the nearest first, as many as count.
pub(super) fn pools_around(lanes: &[LaneDraft], index: usize) -> impl Iterator<Item = usize> {
    let outer = |index: usize| lanes.get(index)?.parent.filter(|parent| *parent < index);
    std::iter::successors(outer(index), move |index| outer(*index)).take(LIMIT_NESTING)
}
