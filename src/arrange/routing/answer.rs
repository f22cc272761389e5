//! What the router's answer means to a record.

use super::{draft::PlannedConnector, ends::PortChoice};
use crate::{
    geom::{Point, Rect},
    model::{Bend, ConnectorId, LabelPlace, Port, Route},
    route,
};

/// A via point and the line through it may be this far apart.
const ON_LINE: f64 = 0.01;

/// What the router found for a connector.
#[derive(Clone, Debug, PartialEq)]
pub struct Routed {
    /// The port at the beginning; `None` where the end is free or keeps the port it has.
    pub from: Option<Port>,
    /// The port at the end; `None` where the end is free or keeps the port it has.
    pub to: Option<Port>,
    /// The way between them, with the label's place. Pinned bends are in it, still pinned; a pinned label is where it
    /// was, which may be nowhere near.
    pub route: Route,
}

/// Reads the answer for one connector.
pub(super) fn read(plan: &PlannedConnector<'_>, found: route::FoundRoute) -> (ConnectorId, Routed) {
    let route::FoundRoute { points, label, .. } = found;
    let label = label.map(|rect| LabelPlace { at: rect.center(), pinned: false });
    let routed = Routed {
        from: chosen(&plan.from, points.first()).filter(|port| plan.old.0 != Some(*port)),
        to: chosen(&plan.to, points.last()).filter(|port| plan.old.1 != Some(*port)),
        route: Route { bends: bends(&points, &plan.via), label: plan.label.or(label) },
    };
    (plan.id.clone(), routed)
}

/// The port that a line ends at.
fn chosen(choices: &[PortChoice], end: Option<&Point>) -> Option<Port> {
    let end = end?;
    let distance = |choice: &&PortChoice| choice.point.distance(*end);
    choices.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|choice| choice.port)
}

/// The inner corners of a line and the pinned bends on it, which may lie in the middle of a straight piece.
fn bends(points: &[Point], via: &[Point]) -> Vec<Bend> {
    let mut via = via.iter().copied().peekable();
    let mut out: Vec<Bend> = Vec::new();
    for (place, ends) in points.windows(2).enumerate() {
        let [a, b] = ends else { continue };
        if place > 0 && out.last().is_none_or(|last| last.at.distance(*a) > ON_LINE) {
            out.push(Bend { at: *a, pinned: false });
        }
        let piece = Rect::from_points(*a, *b).inflate(ON_LINE, ON_LINE);
        while let Some(at) = via.next_if(|at| piece.contains(*at)) {
            match out.last_mut().filter(|last| last.at.distance(at) <= ON_LINE) {
                Some(last) => last.pinned = true,
                None => out.push(Bend { at, pinned: true }),
            }
        }
    }
    out
}
