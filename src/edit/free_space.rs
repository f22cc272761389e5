//! Room that there is on a page without anything giving way.
//!
//! Owns what counts as free: inside one lane and one phase with the room that these keep, clear of every step, line and
//! label. Moves nothing itself.
//!
//! ```text
//!  wish     the nearest of the places around it, on a grid          else along the row, up to the page's end
//!   ▢   →   ▫ ▫ ▫                                              →    ▫ ▫ ▫ ▫ ▫ ▫ ▫ ▫ ▢
//!           ▫ ▢ ▫   a place close to others counts as further away
//! ```

use crate::{
    geom::{Axis, Orientation, Polyline, Rect, RectIndex, Vec2, segment_crosses_rect},
    measures::{CLEARANCE, COLUMN_GAP, LANE_PADDING, LEAST_PHASE_PADDING, LINE_CLEARANCE, LINE_GAP, ROW_GAP},
    model::Page,
    shape,
};

/// Places are tried so far apart.
const GRID: f64 = 8.0;
/// Further away than this, places are looked for along the row alone.
const NEAR: f64 = 480.0;
/// A place close to other steps counts as so much further away.
const CLOSE: f64 = 96.0;
/// A place to which the way crosses lines and steps counts as so much further away for each.
const HINDERED: f64 = 120.0;
/// A line that is off by less than this looks as if it were to be straight.
const JOG: f64 = 16.0;
/// What the label of a line takes up at least.
const LABEL: (f64, f64) = (56.0, 20.0);
/// Smaller differences are none.
const SAME: f64 = 0.01;

/// Boxes that need a place and keep theirs among one another.
pub(super) struct SoughtPlace<'a> {
    /// Where they would stand if there were room.
    pub(super) boxes: &'a [Rect],
    /// A step beside them that a line will lead from, which needs some room.
    pub(super) from: Option<Rect>,
}

impl SoughtPlace<'_> {
    /// Whether a line to the place would be straight but for a short sidestep.
    fn needs_jog(&self, by: Vec2) -> bool {
        let (Some(from), Some(first)) = (self.from, self.boxes.first()) else { return false };
        let way = first.center() + by - from.center();
        [way.x.abs(), way.y.abs()].into_iter().any(|off| SAME < off && off < JOG)
    }
}

/// Where the lanes and phases of a page begin and end.
pub(super) struct Bands {
    orientation: Orientation,
    lanes: Vec<(f64, f64)>,
    phases: Vec<(f64, f64)>,
}

/// What stands on a page, found by its place.
pub(super) struct FreeSpace {
    bands: Bands,
    steps: RectIndex,
    lines: RectIndex,
    /// Where the last step ends, along the page.
    end: f64,
}

/// The room that is kept between boxes and the steps around them.
#[derive(Clone, Copy)]
struct Gaps {
    along: f64,
    across: f64,
}

/// As much as there has to be …
const LEAST: Gaps = Gaps { along: CLEARANCE, across: CLEARANCE };
/// … and as much as is wished.
const ROOMY: Gaps = Gaps { along: COLUMN_GAP, across: ROW_GAP };

impl Bands {
    pub(super) fn of(page: &Page) -> Self {
        let mut phases: Vec<(f64, f64)> = page.phase_bands().map(|(_, from, to)| (from, to)).collect();
        if let Some(last) = phases.last_mut() {
            last.1 = f64::INFINITY;
        }
        let lanes = page.lane_bands().map(|(_, from, to)| (from, to)).collect();
        Self { orientation: page.orientation, lanes, phases }
    }

    /// Whether no lane and no phase has to grow for `rect`.
    pub(super) fn hold(&self, rect: Rect) -> bool {
        let (start, end) = self.orientation.span_along(rect);
        let middle = f64::midpoint(start, end);
        let phase = self.phases.iter().find(|(_, to)| middle < *to);
        keeps_padding(self.orientation.span_across(rect), self.lanes.get(self.lane_of(rect)), LANE_PADDING)
            && keeps_padding((start, end), phase, LEAST_PHASE_PADDING)
            && LANE_PADDING <= start + SAME
    }

    /// The position of the lane in which the middle of `rect` lies.
    fn lane_of(&self, rect: Rect) -> usize {
        let across = self.orientation.across(rect.center());
        let before_end = self.lanes.iter().position(|(_, to)| across < *to);
        before_end.unwrap_or(self.lanes.len().saturating_sub(1))
    }
}

impl FreeSpace {
    pub(super) fn of(page: &Page) -> Self {
        let ends = page.steps.values().map(|step| page.orientation.span_along(step.rect).1);
        Self {
            bands: Bands::of(page),
            steps: RectIndex::of(page.steps.values().map(|step| step.rect)),
            lines: RectIndex::of(lines(page)),
            end: ends.fold(0.0, f64::max),
        }
    }

    /// How far all of `sought` has to move to stand free, each box in the lane in which its middle is; `None` where
    /// there is no room nearby.
    pub(super) fn near(&self, sought: &SoughtPlace<'_>) -> Option<Vec2> {
        if self.has_room(sought, Vec2::ZERO, ROOMY) {
            return Some(Vec2::ZERO);
        }
        let mut best: Option<(f64, Vec2)> = None;
        for (distance, by) in ways_around() {
            if best.is_some_and(|(best, _)| best <= distance) {
                break;
            }
            if !self.has_room(sought, by, LEAST) {
                continue;
            }
            if sought.needs_jog(by) {
                continue;
            }
            let close = if self.has_room(sought, by, ROOMY) { 0.0 } else { CLOSE };
            let counted = distance + close + self.hindrances(sought, by) as f64 * HINDERED;
            if best.is_none_or(|(best, _)| counted < best) {
                best = Some((counted, by));
            }
        }
        best.map(|(_, by)| by)
    }

    /// The same; where there is no room nearby, further along the rows, and behind everything at last.
    pub(super) fn anywhere(&self, sought: &SoughtPlace<'_>) -> Vec2 {
        self.near(sought).unwrap_or_else(|| self.along(sought))
    }

    fn along(&self, sought: &SoughtPlace<'_>) -> Vec2 {
        let start = sought.boxes.iter().map(|rect| self.bands.orientation.span_along(*rect).0);
        let behind_all = self.end + COLUMN_GAP - start.fold(f64::INFINITY, f64::min);
        let way = |by: f64| Axis::Along.vector(self.bands.orientation, by);
        let ways = std::iter::successors(Some(NEAR), |by| Some(by + GRID)).take_while(|by| *by < behind_all);
        let free = ways.map(way).find(|by| self.has_room(sought, *by, ROOMY));
        free.unwrap_or_else(|| way(behind_all))
    }

    fn has_room(&self, sought: &SoughtPlace<'_>, by: Vec2, gaps: Gaps) -> bool {
        sought.boxes.iter().all(|wished| {
            let rect = *wished + by;
            self.bands.lane_of(rect) == self.bands.lane_of(*wished)
                && self.bands.hold(rect)
                && !self.steps.meets(self.inflated(rect, gaps.along, gaps.across))
                && !self.lines.meets(self.inflated(rect, LINE_CLEARANCE, LINE_CLEARANCE))
                && sought.from.is_none_or(|from| !self.inflated(rect, LINE_GAP, LINE_GAP).overlaps(from))
        })
    }

    /// How many steps and lines lie between the step that a line will lead from and where it will lead.
    fn hindrances(&self, sought: &SoughtPlace<'_>, by: Vec2) -> usize {
        let (Some(from), Some(first)) = (sought.from, sought.boxes.first()) else { return 0 };
        let (start, end) = (from.center(), first.center() + by);
        let way = Rect::from_points(start, end);
        let count = |index: &RectIndex| {
            let near = index.touching(way).into_iter().filter_map(|number| index.get(number));
            near.filter(|rect| *rect != from && segment_crosses_rect(start, end, rect.inflate(SAME, SAME)))
                .count()
        };
        count(&self.steps) + count(&self.lines)
    }

    fn inflated(&self, rect: Rect, along: f64, across: f64) -> Rect {
        let room = self.bands.orientation.point(along - SAME, across - SAME);
        rect.inflate(room.x, room.y)
    }
}

/// Whether a span keeps the padding of a band, if there is one.
fn keeps_padding(span: (f64, f64), band: Option<&(f64, f64)>, padding: f64) -> bool {
    band.is_none_or(|(from, to)| from + padding <= span.0 + SAME && span.1 <= to - padding + SAME)
}

/// What the lines of a page and their labels take up.
fn lines(page: &Page) -> Vec<Rect> {
    let mut taken = Vec::new();
    for connector in page.connectors.values() {
        let line = shape::polyline(page, connector);
        taken.extend(line.iter().flat_map(Polyline::segments).map(|(a, b)| Rect::from_points(a, b)));
        let label = connector.route.as_ref().and_then(|route| route.label);
        taken.extend(label.map(|label| Rect::from_center_size(label.at, LABEL)));
    }
    taken
}

/// Ways to the places around one, the nearest first.
fn ways_around() -> Vec<(f64, Vec2)> {
    let least = -NEAR;
    let steps = || std::iter::successors(Some(least), |by| Some(by + GRID)).take_while(|by| *by <= NEAR);
    let ways = steps().flat_map(|x| steps().map(move |y| Vec2::new(x, y)));
    let mut ways: Vec<(f64, Vec2)> = ways.map(|by| (by.hypot(), by)).collect();
    // Of places that are equally near, the one further down, then the one further on.
    ways.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.y.total_cmp(&a.1.y)).then(b.1.x.total_cmp(&a.1.x)));
    ways
}
