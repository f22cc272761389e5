//! Moving everything that stands beyond a place, lines included.
//!
//! Where a lane or a phase grows, what follows it moves as one: no connector is routed anew for that.

use std::sync::Arc;

use crate::{
    edit::transaction::Transaction,
    geom::{Orientation, Point, Rect},
    model::{Connector, ConnectorId, End, Step, StepId},
};

/// One of the two directions of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::edit) enum Axis {
    /// In the direction of the flow: phases follow each other.
    Along,
    /// From lane to lane.
    Across,
}

impl Axis {
    pub(in crate::edit) const fn of(self, orientation: Orientation, p: Point) -> f64 {
        match self {
            Self::Along => orientation.along(p),
            Self::Across => orientation.across(p),
        }
    }

    pub(in crate::edit) const fn span(self, orientation: Orientation, rect: Rect) -> (f64, f64) {
        match self {
            Self::Along => orientation.span_along(rect),
            Self::Across => orientation.span_across(rect),
        }
    }

    fn moved(self, orientation: Orientation, p: Point, by: f64) -> Point {
        let (along, across) = (orientation.along(p), orientation.across(p));
        match self {
            Self::Along => orientation.point(along + by, across),
            Self::Across => orientation.point(along, across + by),
        }
    }
}

/// Moves steps and points along one axis: `step` says how far a step moves, `at` how far what stands at a
/// coordinate and is no step does. What does not move is not touched.
pub(in crate::edit) fn shift(
    tx: &mut Transaction<'_>,
    axis: Axis,
    step: &dyn Fn(&Step) -> f64,
    at: &dyn Fn(f64) -> f64,
) {
    let orientation = tx.page().orientation;
    let steps: Vec<(StepId, f64)> = tx
        .page()
        .steps
        .values()
        .map(|candidate| (candidate, step(candidate)))
        .filter(|(_, by)| *by != 0.0)
        .map(|(candidate, by)| (candidate.id.clone(), by))
        .collect();
    for (id, by) in steps {
        let delta = axis.moved(orientation, Point::ZERO, by).to_vec2();
        let moved = tx.update_step(&id, |step| step.rect = step.rect + delta);
        debug_assert_eq!(moved, Ok(()), "the step was just seen");
    }
    let place = |p: Point| axis.moved(orientation, p, at(axis.of(orientation, p)));
    let moves = |connector: &&Arc<Connector>| points(connector).any(|p| at(axis.of(orientation, p)) != 0.0);
    let lines: Vec<ConnectorId> =
        tx.page().connectors.values().filter(moves).map(|connector| connector.id.clone()).collect();
    for id in lines {
        let moved = tx.update_connector(&id, |connector| move_points(connector, place));
        debug_assert_eq!(moved, Ok(()), "the connector was just seen");
    }
}

fn points(connector: &Connector) -> impl Iterator<Item = Point> {
    let free = [&connector.from, &connector.to].into_iter().filter_map(|end| match end {
        End::Free(at) => Some(*at),
        End::Attached { .. } => None,
    });
    let route =
        connector.route.iter().flat_map(|route| route.bends.iter().map(|bend| bend.at).chain(route.label));
    free.chain(route)
}

fn move_points(connector: &mut Connector, place: impl Fn(Point) -> Point) {
    for end in [&mut connector.from, &mut connector.to] {
        if let End::Free(at) = end {
            *at = place(*at);
        }
    }
    if let Some(route) = &mut connector.route {
        for bend in &mut route.bends {
            bend.at = place(bend.at);
        }
        route.label = route.label.map(place);
    }
}
