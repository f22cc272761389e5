//! Moving what stands on a page along one axis, lines included.
//!
//! What stands together moves as one: no connector is routed anew for that.

use crate::{
    edit::transaction::Transaction,
    geom::{Axis, Point},
    model::{Connector, End, Step},
};

/// Moves steps and points along one axis: `step` says how far a step moves, `at` how far what stands at a
/// coordinate and is no step does. What does not move is not touched.
pub(in crate::edit) fn shift(
    tx: &mut Transaction<'_>,
    axis: Axis,
    step: &dyn Fn(&Step) -> f64,
    at: &dyn Fn(f64) -> f64,
) {
    let orientation = tx.page().orientation;
    let moves = |candidate: &Step| Some(step(candidate)).filter(|by| *by != 0.0);
    tx.update_steps(moves, |step, by| step.rect = step.rect + axis.vector(orientation, by));
    let place = |p: Point| axis.moved(orientation, p, at(axis.of(orientation, p)));
    let moves =
        |connector: &Connector| points(connector).any(|p| at(axis.of(orientation, p)) != 0.0).then_some(());
    tx.update_connectors(moves, |connector, ()| move_points(connector, place));
}

/// All points of a connector that have places of their own: free ends, bends, its label.
pub(super) fn points(connector: &Connector) -> impl Iterator<Item = Point> {
    let free = [&connector.from, &connector.to].into_iter().filter_map(|end| match end {
        End::Free(at) => Some(*at),
        End::Attached { .. } => None,
    });
    let bends = connector.route.iter().flat_map(|route| &route.bends).map(|bend| bend.at);
    let label = connector.route.iter().filter_map(|route| route.label).map(|label| label.at);
    free.chain(bends).chain(label)
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
        if let Some(label) = &mut route.label {
            label.at = place(label.at);
        }
    }
}
