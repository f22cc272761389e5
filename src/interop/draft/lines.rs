//! Edges of a draft to the ends and routes of connectors.

use std::collections::BTreeMap;

use super::{
    bands::PlacedBands,
    chart::{Anchor, EdgeDraft, EndDraft},
};
use crate::{
    geom::{Point, Polyline, Side},
    model::{Bend, End, LabelPlace, Port, Route, Step, StepId},
    shape,
};

/// So near to an outline a line may end and still be on it.
const NEAR: f64 = 1.0;
/// What is less askew than this was meant to be straight.
const ASKEW: f64 = 0.5;
/// Coordinates that differ less are the same.
const SAME: f64 = 0.005;

/// What was found of the line of an edge.
pub(super) struct FoundLine {
    pub(super) from: End,
    pub(super) to: End,
    /// The way of the line: all of it, or only the corners that somebody placed.
    pub(super) route: Option<Route>,
    /// Whether the source has corners or ends that could not be kept.
    pub(super) is_anew: bool,
}

/// The line of `edge` among the `steps` of the page, of which `is_placed` knows whether they stand where the source
/// has them; `None` where an end of it is nowhere.
pub(super) fn line(
    edge: &EdgeDraft,
    bands: &PlacedBands,
    steps: &BTreeMap<StepId, Step>,
    is_placed: impl Fn(&StepId) -> bool,
) -> Option<FoundLine> {
    let end = |end: &EndDraft| -> Option<(End, Option<Point>)> {
        let at = end.at.and_then(|at| bands.point(at));
        let step = match &end.anchor {
            Anchor::Node(id) => steps.get(id),
            Anchor::Loose | Anchor::Missing => None,
        };
        let Some(step) = step else { return at.map(|at| (End::Free(at), Some(at))) };
        let port = at.filter(|_| is_placed(&step.id)).and_then(|at| port_at(step, at));
        let on = port.map(|port| shape::place(step.kind, step.rect, port.side, port.t));
        Some((End::Attached { step: step.id.clone(), port }, on))
    };
    let ((from, start), (to, stop)) = (end(&edge.from)?, end(&edge.to)?);
    let corners: Vec<Point> = edge.bends.iter().filter_map(|at| bands.point(*at)).collect();
    let is_whole = corners.len() == edge.bends.len();
    let label = edge.label_at.and_then(|at| bands.point(at)).filter(|_| !edge.label.is_empty());
    let label = label.map(|at| LabelPlace { at, pinned: edge.pinned });
    let bends = |corners: Vec<Point>| -> Vec<Bend> {
        corners.into_iter().map(|at| Bend { at, pinned: edge.pinned }).collect()
    };
    let straight = start.zip(stop).filter(|_| is_whole);
    let route = match straight.and_then(|(start, stop)| straightened(start, &corners, stop)) {
        Some(corners) => Some(Route { bends: bends(corners), label }),
        // Not the whole line is known, but where it has to pass.
        None if edge.pinned && is_whole && !corners.is_empty() => {
            Some(Route { bends: bends(corners), label })
        }
        None => None,
    };
    let says_more = !edge.bends.is_empty() || (edge.from.at.is_some() && edge.to.at.is_some());
    Some(FoundLine { from, to, is_anew: says_more && route.is_none(), route })
}

/// The place on the outline of `step` where `at` is.
fn port_at(step: &Step, at: Point) -> Option<Port> {
    let rect = step.rect;
    let port = |side: Side| {
        let (along, extent) = if side.is_horizontal() {
            (at.y - rect.y0, rect.height())
        } else {
            (at.x - rect.x0, rect.width())
        };
        let is_middle = (along - extent / 2.0).abs() < 2.0 * SAME;
        let t = if is_middle { 0.5 } else { along / extent };
        (-SAME..=1.0 + SAME).contains(&t).then(|| Port { side, t: t.clamp(0.0, 1.0), pinned: false })
    };
    let distance = |port: &Port| shape::place(step.kind, rect, port.side, port.t).distance(at);
    let ports = Side::ALL.into_iter().filter_map(port);
    ports.filter(|port| distance(port) <= NEAR).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// `corners` so that the line from `start` to `stop` through them runs along x and y, where that is what was meant.
fn straightened(start: Point, corners: &[Point], stop: Point) -> Option<Vec<Point>> {
    let mut straight = Vec::with_capacity(corners.len());
    let mut last = start;
    for corner in corners {
        let at = aligned(*corner, last);
        if at.distance(last) > SAME {
            straight.push(at);
            last = at;
        }
    }
    if let Some(corner) = straight.last_mut() {
        *corner = aligned(*corner, stop);
    }
    let line = Polyline::new(std::iter::once(start).chain(straight.iter().copied()).chain([stop]).collect());
    line.is_orthogonal().then_some(straight)
}

/// `at` in line with `with`, where it nearly is.
fn aligned(at: Point, with: Point) -> Point {
    let same = |v: f64, with: f64| if (v - with).abs() > SAME && (v - with).abs() < ASKEW { with } else { v };
    Point::new(same(at.x, with.x), same(at.y, with.y))
}
