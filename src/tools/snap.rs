//! Where a thing that is dragged comes to rest: in line with its neighbours, else on the grid.

use std::collections::BTreeSet;

use crate::{
    geom::{Point, Rect, Vec2},
    model::{Page, StepId},
};

/// The grid, in document units.
const GRID: f64 = 8.0;
/// How near something has to be to be drawn in line, in screen points.
const REACH: f64 = 5.0;
/// Steps further away than this are not lined up with, in document units.
const FAR: f64 = 900.0;

/// What snapping made of a movement.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Snapped {
    /// The movement.
    pub(super) by: Vec2,
    /// What is in line with what.
    pub(super) guides: Vec<(Point, Point)>,
}

/// The nearest multiple of the grid.
pub(super) fn on_grid(value: f64) -> f64 {
    (value / GRID).round() * GRID
}

/// A point on the grid.
pub(super) fn point_on_grid(p: Point) -> Point {
    Point::new(on_grid(p.x), on_grid(p.y))
}

/// What becomes of the movement `by` of something that takes up `bounds`: a coordinate of `by` that is exactly 0
/// stays so. Steps in `moving` are not lined up with.
pub(super) fn snapped(page: &Page, bounds: Rect, by: Vec2, moving: &BTreeSet<StepId>, zoom: f64) -> Snapped {
    let reach = REACH / zoom;
    let moved = bounds + by;
    let near = |rect: &Rect| {
        let away = moved.center() - rect.center();
        away.x.abs().max(away.y.abs()) < FAR
    };
    let others: Vec<Rect> = page
        .steps
        .values()
        .filter(|step| !moving.contains(&step.id))
        .map(|step| step.rect)
        .filter(near)
        .collect();
    let x = (by.x != 0.0).then(|| axis(Axis::X, moved, &others, reach));
    let y = (by.y != 0.0).then(|| axis(Axis::Y, moved, &others, reach));
    let shift = |hit: Option<&(f64, Option<Rect>)>| hit.map_or(0.0, |(shift, _)| *shift);
    let by = by + Vec2::new(shift(x.as_ref()), shift(y.as_ref()));
    let rest = bounds + by;
    let guide = |axis: Axis, hit: Option<(f64, Option<Rect>)>| Some(guide(axis, rest, hit?.1?));
    let guides = [guide(Axis::X, x), guide(Axis::Y, y)].into_iter().flatten().collect();
    Snapped { by, guides }
}

#[derive(Clone, Copy)]
enum Axis {
    X,
    Y,
}

impl Axis {
    /// Low edge, middle and high edge.
    const fn marks(self, rect: Rect) -> [f64; 3] {
        match self {
            Self::X => [rect.x0, f64::midpoint(rect.x0, rect.x1), rect.x1],
            Self::Y => [rect.y0, f64::midpoint(rect.y0, rect.y1), rect.y1],
        }
    }
}

/// How far `moved` is to be shifted along `axis`, and the neighbour that it is in line with then.
fn axis(axis: Axis, moved: Rect, others: &[Rect], reach: f64) -> (f64, Option<Rect>) {
    let [_, own_middle, _] = axis.marks(moved);
    let hits = others.iter().flat_map(|other| {
        // Like with like: middle with middle, edge with the same edge.
        let pairs = axis.marks(*other).into_iter().zip(axis.marks(moved)).enumerate();
        pairs.map(|(i, (theirs, mine))| (i, theirs - mine, *other))
    });
    let near = hits.filter(|(_, shift, _)| shift.abs() <= reach);
    let rank = |(i, shift, other): &(usize, f64, Rect)| {
        let is_middle = *i == 1;
        let way = (other.center() - moved.center()).hypot();
        (shift.abs() * if is_middle { 1.0 } else { 1.5 }, way)
    };
    let best = near.min_by(|a, b| {
        let (a, b) = (rank(a), rank(b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    best.map_or_else(|| (on_grid(own_middle) - own_middle, None), |(_, shift, other)| (shift, Some(other)))
}

/// The line through both rectangles along which they are in line.
fn guide(axis: Axis, rest: Rect, other: Rect) -> (Point, Point) {
    let pairs = axis.marks(rest).into_iter().zip(axis.marks(other));
    let middle_first = |i: usize| i32::from(i != 1);
    let same = pairs.enumerate().filter(|(_, (a, b))| (a - b).abs() < 0.01);
    let at = same.min_by_key(|(i, _)| middle_first(*i)).map_or(0.0, |(_, (a, _))| a);
    let both = rest.union(other);
    match axis {
        Axis::X => (Point::new(at, both.y0), Point::new(at, both.y1)),
        Axis::Y => (Point::new(both.x0, at), Point::new(both.x1, at)),
    }
}
