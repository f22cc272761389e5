//! Places counted from where their lane and their phase begin, so that what is before them may grow.

use crate::{
    geom::{Orientation, Point, Rect, Size, quantise_length, quantise_place},
    model::{Bend, Connector, End, LabelPlace, LaneId, Page, PhaseId, Port, Route, Step},
};

/// Where the lanes and the phases of a page begin.
pub(super) struct BandStarts {
    orientation: Orientation,
    lanes: Vec<(LaneId, f64)>,
    phases: Vec<(PhaseId, f64)>,
}

/// Where a step stands and how large it is, rounded as in files.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StepPlace {
    /// Of its middle, from where its phase begins, or else the page.
    pub(super) along: f64,
    /// Of its middle, from where its lane begins.
    pub(super) across: f64,
    pub(super) size: Size,
}

/// How a connector runs, seen from the bands that it touches.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Way {
    ports: [Option<Port>; 2],
    /// The points of free ends.
    free: Vec<WayPoint>,
    route: Option<WayRoute>,
}

#[derive(Clone, Debug, PartialEq)]
struct WayRoute {
    bends: Vec<WayPoint>,
    label: Option<WayPoint>,
}

/// A point, from where the lane and the phase begin in which it lies.
#[derive(Clone, Debug, PartialEq)]
struct WayPoint {
    phase: Option<PhaseId>,
    along: f64,
    lane: Option<LaneId>,
    across: f64,
    pinned: bool,
}

impl BandStarts {
    /// Those of `page`.
    pub(super) fn of(page: &Page) -> Self {
        Self {
            orientation: page.orientation,
            lanes: page.lane_bands().map(|(lane, from, _)| (lane.id.clone(), from)).collect(),
            phases: starts(page.phases.iter().map(|phase| (&phase.id, phase.size))),
        }
    }

    /// The same where what stands in the bands is counted from further on by so much, band by band.
    pub(super) fn shifted(mut self, lanes: &[f64], phases: &[f64]) -> Self {
        self.lanes.iter_mut().zip(lanes).for_each(|((_, start), shift)| *start += shift);
        self.phases.iter_mut().zip(phases).for_each(|((_, start), shift)| *start += shift);
        self
    }

    /// The same with bands that stand elsewhere than beside the others.
    pub(super) fn with(
        mut self,
        lanes: impl IntoIterator<Item = (LaneId, f64)>,
        phases: impl IntoIterator<Item = (PhaseId, f64)>,
    ) -> Self {
        self.lanes.extend(lanes);
        self.phases.extend(phases);
        self
    }

    fn lane(&self, id: Option<&LaneId>) -> f64 {
        start(&self.lanes, id)
    }

    /// Where a phase begins; the page's beginning where there is none of that name.
    pub(super) fn phase(&self, id: Option<&PhaseId>) -> f64 {
        start(&self.phases, id)
    }

    /// The phase in which something stands that far along the page.
    pub(super) fn phase_at(&self, along: f64) -> Option<PhaseId> {
        let within = under(&self.phases, along).or_else(|| self.phases.first());
        within.map(|(id, _)| id.clone())
    }

    /// The place of a step, from its lane and its phase.
    pub(super) fn place(&self, step: &Step) -> StepPlace {
        let middle = step.rect.center();
        StepPlace {
            along: quantise_place(self.orientation.along(middle) - self.phase(step.phase.as_ref())),
            across: quantise_place(self.orientation.across(middle) - self.lane(Some(&step.lane))),
            size: Size::new(quantise_length(step.rect.width()), quantise_length(step.rect.height())),
        }
    }

    /// Where a step stands that is in a lane and a phase.
    pub(super) fn rect(&self, lane: &LaneId, phase: Option<&PhaseId>, place: StepPlace) -> Rect {
        let along = place.along + self.phase(phase);
        let middle = self.orientation.point(along, place.across + self.lane(Some(lane)));
        Rect::from_center_size(middle, place.size)
    }

    /// The way of a connector.
    pub(super) fn way(&self, connector: &Connector) -> Way {
        let ends = [&connector.from, &connector.to];
        let free = ends.into_iter().filter_map(|end| match end {
            End::Free(at) => Some(self.point(*at, true)),
            End::Attached { .. } => None,
        });
        Way {
            ports: ends.map(|end| match end {
                End::Attached { port, .. } => *port,
                End::Free(_) => None,
            }),
            free: free.collect(),
            route: connector.route.as_ref().map(|route| WayRoute {
                bends: route.bends.iter().map(|bend| self.point(bend.at, bend.pinned)).collect(),
                label: route.label.map(|label| self.point(label.at, label.pinned)),
            }),
        }
    }

    fn point(&self, at: Point, pinned: bool) -> WayPoint {
        let (along, across) = (self.orientation.along(at), self.orientation.across(at));
        let (phase, lane) = (under(&self.phases, along), under(&self.lanes, across));
        WayPoint {
            along: quantise_place(along - phase.map_or(0.0, |(_, start)| *start)),
            phase: phase.map(|(id, _)| id.clone()),
            across: quantise_place(across - lane.map_or(0.0, |(_, start)| *start)),
            lane: lane.map(|(id, _)| id.clone()),
            pinned,
        }
    }

    /// Where what is at a point of this page is on the page whose bands begin at `other`.
    pub(super) fn carried(&self, at: Point, other: &Self) -> Point {
        other.at(&self.point(at, false))
    }

    fn at(&self, point: &WayPoint) -> Point {
        let WayPoint { phase, along, lane, across, pinned: _ } = point;
        self.orientation.point(along + self.phase(phase.as_ref()), across + self.lane(lane.as_ref()))
    }

    /// Lays `way` on this page: what the connector has of it, its ends being attached to what they are.
    pub(super) fn lay(&self, way: &Way, connector: &mut Connector) {
        let mut free = way.free.iter();
        for (end, port) in [&mut connector.from, &mut connector.to].into_iter().zip(way.ports) {
            match end {
                End::Attached { port: own, .. } => *own = port,
                End::Free(at) => {
                    if let Some(point) = free.next() {
                        *at = self.at(point);
                    }
                }
            }
        }
        connector.route = way.route.as_ref().map(|route| Route {
            bends: route.bends.iter().map(|bend| Bend { at: self.at(bend), pinned: bend.pinned }).collect(),
            label: route.label.as_ref().map(|label| LabelPlace { at: self.at(label), pinned: label.pinned }),
        });
    }
}

/// Where each of some bands begins, side by side.
fn starts<'b, Id: Clone + 'b>(bands: impl Iterator<Item = (&'b Id, f64)>) -> Vec<(Id, f64)> {
    let starts = bands.scan(0.0, |end, (id, size)| {
        let start = *end;
        *end += size;
        Some((id.clone(), start))
    });
    starts.collect()
}

/// Where a band begins; the page's beginning where there is none of that name.
fn start<Id: PartialEq>(bands: &[(Id, f64)], id: Option<&Id>) -> f64 {
    bands.iter().find(|(of, _)| Some(of) == id).map_or(0.0, |(_, start)| *start)
}

/// The last band that begins at or before `value`.
fn under<Id>(bands: &[(Id, f64)], value: f64) -> Option<&(Id, f64)> {
    bands.iter().rev().find(|(_, start)| *start <= value)
}
