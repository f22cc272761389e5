//! Places as files count them: across from the lane's beginning, along from the page's.

use std::collections::BTreeMap;

use crate::{
    geom::{Point, Size, quantise},
    model::{Connector, End, LaneId, Page, Port, Step},
};

/// Where the lanes of a page begin.
pub(super) struct LaneStarts<'p> {
    page: &'p Page,
    starts: BTreeMap<&'p LaneId, f64>,
}

/// Where a step stands and how large it is, rounded as in files.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StepPlace {
    along: f64,
    across: f64,
    size: Size,
}

/// How a connector runs, seen from the steps and lanes that it touches.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    ports: [Option<Port>; 2],
    points: Vec<WayPoint>,
    /// Whether there is a way yet.
    is_routed: bool,
}

/// A point along the page, and across from the start of the lane that it lies in.
#[derive(Clone, Debug, PartialEq)]
struct WayPoint {
    along: f64,
    lane: Option<LaneId>,
    across: f64,
    pinned: bool,
}

impl<'p> LaneStarts<'p> {
    /// Those of `page`.
    pub(super) fn of(page: &'p Page) -> Self {
        Self { page, starts: page.lane_bands().map(|(lane, from, _)| (&lane.id, from)).collect() }
    }

    /// The place of a step, from its lane.
    pub(super) fn step(&self, step: &Step) -> StepPlace {
        let (orientation, middle) = (self.page.orientation, step.rect.center());
        let start = self.starts.get(&step.lane).copied().unwrap_or_default();
        StepPlace {
            along: quantise(orientation.along(middle)),
            across: quantise(orientation.across(middle) - start),
            size: Size::new(quantise(step.rect.width()), quantise(step.rect.height())),
        }
    }

    /// The way of a connector.
    pub(super) fn way(&self, connector: &Connector) -> Way {
        let ends = [&connector.from, &connector.to];
        let free = ends.into_iter().filter_map(|end| match end {
            End::Free(at) => Some((*at, true)),
            End::Attached { .. } => None,
        });
        let route = connector.route.as_ref();
        let bends = route.into_iter().flat_map(|route| &route.bends).map(|bend| (bend.at, bend.pinned));
        let label = route.and_then(|route| route.label).map(|label| (label.at, label.pinned));
        Way {
            ports: ends.map(|end| match end {
                End::Attached { port, .. } => *port,
                End::Free(_) => None,
            }),
            points: free.chain(bends).chain(label).map(|(at, pinned)| self.point(at, pinned)).collect(),
            is_routed: route.is_some(),
        }
    }

    fn point(&self, at: Point, pinned: bool) -> WayPoint {
        let (along, across) = (self.page.orientation.along(at), self.page.orientation.across(at));
        let band = self.page.lane_bands().find(|(_, from, to)| (*from..*to).contains(&across));
        let (lane, start) = band.map_or((None, 0.0), |(lane, from, _)| (Some(lane.id.clone()), from));
        WayPoint { along: quantise(along), lane, across: quantise(across - start), pinned }
    }
}
