//! Moving everything that stands beyond a place, lines included.
//!
//! Where a lane or a phase grows, what follows it moves as one: no connector is routed anew for that.

use std::sync::Arc;

use crate::{
    edit::transaction::Transaction,
    geom::{Orientation, Point, Rect, Vec2},
    model::{Connector, ConnectorId, End, Page, Step, StepId},
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

    /// The way of length `by` in this direction.
    pub(in crate::edit) fn vector(self, orientation: Orientation, by: f64) -> Vec2 {
        self.moved(orientation, Point::ZERO, by).to_vec2()
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
        let delta = axis.vector(orientation, by);
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

/// A lane or a phase that moves with what stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::edit) struct Band {
    /// Where it begins.
    pub(in crate::edit) from: f64,
    /// Where it ends.
    pub(in crate::edit) to: f64,
    /// How far its content moves.
    pub(in crate::edit) by: f64,
}

/// Bands side by side, and what stands after the last one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::edit) struct Bands {
    /// All of them in order; the first one begins at 0.
    pub(in crate::edit) bands: Vec<Band>,
    /// How far moves what stands after all of them.
    pub(in crate::edit) beyond: f64,
}

impl Bands {
    /// Bands with these extents, none of which moves.
    pub(in crate::edit) fn of(sizes: impl Iterator<Item = f64>) -> Self {
        let bands = sizes.scan(0.0, |end, size| {
            let from = *end;
            *end += size;
            Some(Band { from, to: *end, by: 0.0 })
        });
        Self { bands: bands.collect(), beyond: 0.0 }
    }

    /// How far moves what stands at `v` and is no step.
    pub(in crate::edit) fn at(&self, v: f64) -> f64 {
        if v < 0.0 {
            return 0.0;
        }
        self.bands.iter().find(|band| v < band.to).map_or(self.beyond, |band| band.by)
    }

    /// Moves what stands in each band with it; `of` knows the band of a step.
    pub(in crate::edit) fn shift(
        &self,
        tx: &mut Transaction<'_>,
        axis: Axis,
        of: &dyn Fn(&Step) -> Option<usize>,
    ) {
        let orientation = tx.page().orientation;
        let step = |step: &Step| {
            let (from, to) = axis.span(orientation, step.rect);
            let band = of(step).and_then(|band| self.bands.get(band));
            band.map_or_else(|| self.at(f64::midpoint(from, to)), |band| band.by)
        };
        shift(tx, axis, &step, &|v| self.at(v));
    }

    /// The connectors whose parts do not all move equally far.
    pub(in crate::edit) fn torn(
        &self,
        page: &Page,
        axis: Axis,
        of: &dyn Fn(&Step) -> Option<usize>,
    ) -> Vec<ConnectorId> {
        let moves = |connector: &Connector| {
            let steps = [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
            let steps = steps.filter_map(|id| page.steps.get(id));
            let steps = steps.filter_map(|step| of(step).and_then(|band| self.bands.get(band)));
            let at = points(connector).map(|p| self.at(axis.of(page.orientation, p)));
            steps.map(|band| band.by).chain(at).collect::<Vec<f64>>()
        };
        let is_torn = |connector: &&Arc<Connector>| {
            let moves = moves(connector);
            moves.iter().zip(moves.iter().skip(1)).any(|(a, b)| (a - b).abs() > 0.01)
        };
        page.connectors.values().filter(is_torn).map(|connector| connector.id.clone()).collect()
    }
}

fn points(connector: &Connector) -> impl Iterator<Item = Point> {
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
