//! The whole line of a connector.

use super::place;
use crate::{
    geom::{Point, Polyline},
    model::{Connector, End, Page, Route},
};

/// The line of `connector` from outline to outline, or `None` where it has no route yet or an end has no place.
pub fn polyline(page: &Page, connector: &Connector) -> Option<Polyline> {
    let Route { bends, .. } = connector.route.as_ref()?;
    let start = end_point(page, &connector.from)?;
    let end = end_point(page, &connector.to)?;
    let bends = bends.iter().map(|bend| bend.at);
    Some(Polyline::new(std::iter::once(start).chain(bends).chain([end]).collect()))
}

fn end_point(page: &Page, end: &End) -> Option<Point> {
    match end {
        End::Free(point) => Some(*point),
        End::Attached { step, port } => {
            let (step, port) = (page.steps.get(step)?, port.as_ref()?);
            Some(place(step.kind, step.rect, port.side, port.t))
        }
    }
}
