//! Which part of a page a request speaks of.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    geom::{Point, Rect},
    model::{Connector, ConnectorId, End, Page},
};

/// The areas around some connectors' ends.
pub(super) struct Region<'a> {
    /// `None`: all of the page.
    areas: Option<BTreeMap<&'a ConnectorId, Rect>>,
    /// The box around all areas.
    hull: Rect,
}

impl<'a> Region<'a> {
    /// What lies within `reach` of what is fixed of each of the `touched` connectors; without it, the page.
    pub(super) fn around(page: &'a Page, touched: &BTreeSet<ConnectorId>, reach: Option<f64>) -> Self {
        let Some(reach) = reach else { return Self { areas: None, hull: Rect::ZERO } };
        let connectors = touched.iter().filter_map(|id| page.connectors.get(id));
        let areas: BTreeMap<&ConnectorId, Rect> = connectors
            .filter_map(|connector| Some((&connector.id, core(page, connector)?.inflate(reach, reach))))
            .collect();
        let hull = areas.values().copied().reduce(|all, area| all.union(area)).unwrap_or(Rect::ZERO);
        Self { areas: Some(areas), hull }
    }

    /// Whether a box comes near any of the connectors.
    pub(super) fn touches(&self, rect: Rect) -> bool {
        match &self.areas {
            None => true,
            Some(areas) => touch(self.hull, rect) && areas.values().any(|area| touch(*area, rect)),
        }
    }

    /// Whether all that the line of connector `id` could meet on its way was looked at.
    pub(super) fn knows(&self, id: &ConnectorId, points: &[Point]) -> bool {
        let Some(areas) = &self.areas else { return true };
        areas.get(id).is_some_and(|area| points.iter().all(|point| area.contains(*point)))
    }
}

/// Whether two boxes overlap or touch.
fn touch(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

/// The box around all places that a connector's line must go through.
fn core(page: &Page, connector: &Connector) -> Option<Rect> {
    let at = |end: &End| match end {
        End::Free(point) => Some(Rect::from_points(*point, *point)),
        End::Attached { step, .. } => page.steps.get(step).map(|step| step.rect),
    };
    let ends = at(&connector.from)?.union(at(&connector.to)?);
    Some(super::draft::pinned_bends(connector).fold(ends, |all, bend| all.union_pt(bend)))
}
