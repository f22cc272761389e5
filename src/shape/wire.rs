//! The whole line of a connector.

use super::place;
use crate::{
    geom::{Point, Polyline},
    model::{Connector, End, Page, Route, Step},
};

/// The line of `connector` from outline to outline, or `None` where it has no route yet or an end has no place.
pub fn polyline(page: &Page, connector: &Connector) -> Option<Polyline> {
    let step = |end: &End| page.steps.get(end.step()?).map(AsRef::as_ref);
    line_between(connector, [step(&connector.from), step(&connector.to)])
}

/// The same where the `steps` at its ends are at hand.
pub fn line_between(connector: &Connector, steps: [Option<&Step>; 2]) -> Option<Polyline> {
    let Route { bends, .. } = connector.route.as_ref()?;
    let [first, last] = steps;
    let (start, end) = (end_point(&connector.from, first)?, end_point(&connector.to, last)?);
    let bends = bends.iter().map(|bend| bend.at);
    Some(Polyline::new(std::iter::once(start).chain(bends).chain([end]).collect()))
}

fn end_point(end: &End, step: Option<&Step>) -> Option<Point> {
    match end {
        End::Free(point) => Some(*point),
        End::Attached { step: _, port } => {
            let (step, port) = (step?, port.as_ref()?);
            Some(place(step.kind, step.rect, port.side, port.t))
        }
    }
}
