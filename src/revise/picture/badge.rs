//! The signs that say what became of something, also to who does not see colours.

use super::look::MarkInk;
use crate::{
    geom::{BezPath, Point, Rect, Shape as _, Size, Vec2},
    model::Color,
    revise::RevisionKind,
    scene::{Item, Part, Source, group_item, path_item, solid, straight},
};
use kurbo::Circle;

/// The radius of a badge.
pub(super) const RADIUS: f64 = 8.0;
/// Between the middles of two badges side by side.
const STEP: f64 = 2.0 * RADIUS + 2.0;
/// How far a sign reaches from the middle of its badge.
const REACH: f64 = 4.0;

/// How large a row of `count` badges is.
pub(super) const fn row_size(count: usize) -> Size {
    Size::new(STEP * count as f64 - 2.0, 2.0 * RADIUS)
}

/// A row of badges that fills `row`; `title` says the same to who does not see it.
pub(super) fn badges(
    kinds: impl IntoIterator<Item = RevisionKind>,
    row: Rect,
    title: String,
) -> Option<Item> {
    let first = Point::new(row.x0 + RADIUS, row.center().y);
    let middles = (0..).map(|nth| first + Vec2::new(STEP * f64::from(nth), 0.0));
    let items = kinds.into_iter().zip(middles).flat_map(|(kind, at)| badge(kind, at)).collect();
    group_item(&Source::Mark, title, String::new(), items)
}

/// A badge around `at`.
fn badge(kind: RevisionKind, at: Point) -> [Item; 2] {
    let item = |path, fill, stroke| path_item(&Source::Mark, Part::Marker, path, fill, Some(stroke));
    let disc = Circle::new(at, RADIUS - 0.75).to_path(0.05);
    [
        item(disc, Some(MarkInk::of(kind).line), solid(Color::WHITE, 1.5)),
        item(sign(kind, at), None, solid(Color::WHITE, 1.75)),
    ]
}

fn sign(kind: RevisionKind, at: Point) -> BezPath {
    let level = |y: f64, reach: f64| straight(at + Vec2::new(-reach, y), at + Vec2::new(reach, y));
    let mut path = level(0.0, REACH);
    match kind {
        RevisionKind::Added => path.extend(straight(at - Vec2::new(0.0, REACH), at + Vec2::new(0.0, REACH))),
        RevisionKind::Removed => {}
        RevisionKind::Changed => {
            path = level(-1.75, REACH);
            path.extend(level(1.75, REACH));
            path.extend(straight(at + Vec2::new(-2.25, 4.5), at + Vec2::new(2.25, -4.5)));
        }
        RevisionKind::Moved => {
            let tip = at + Vec2::new(REACH, 0.0);
            path.move_to(tip + Vec2::new(-3.25, -3.25));
            path.line_to(tip);
            path.line_to(tip + Vec2::new(-3.25, 3.25));
        }
    }
    path
}
