//! What lies near the line that is being drawn.
//!
//! Owns what stands on the page in a form in which it is found by its place, so that a line costs what lies near it
//! and not what is on the page. Must not search.

use kurbo::Rect;

use crate::geom::RectIndex;
use crate::route::lines::channel::{Midline, midlines};
use crate::route::lines::index::{ConnectionIx, Ix as _};
use crate::route::lines::line::{Lines, RoutedLine};
use crate::route::request::{Connection, ObstacleIx, RouteRequest};
use crate::route::search::ends::Site;

/// How far beyond an area something may lie that counts for a line in it: clearance, spacing and the room around
/// labels are less.
const BEYOND: f64 = 64.0;

/// A line that is straightened comes no nearer to a step.
const CLEAR: f64 = 8.0;

/// What stands on the page before any line is drawn.
pub(in crate::route) struct Ground<'a> {
    pub(in crate::route) request: &'a RouteRequest,
    /// The steps, by their number.
    pub(in crate::route) steps: RectIndex,
    midlines: Vec<Midline>,
    channels: RectIndex,
}

impl<'a> Ground<'a> {
    pub(in crate::route) fn new(request: &'a RouteRequest) -> Self {
        let steps = RectIndex::of(request.obstacles.iter().copied());
        let midlines = midlines(&request.obstacles, &steps);
        let channels = RectIndex::of(midlines.iter().map(|midline| midline.area));
        Self { request, steps, midlines, channels }
    }

    /// The boxes of the steps that come near an area.
    pub(in crate::route) fn steps_in(&self, area: Rect) -> impl Iterator<Item = (ObstacleIx, Rect)> {
        let found = self.steps.touching(area).into_iter();
        found.filter_map(|number| Some((ObstacleIx(number), self.steps.get(number)?)))
    }
}

/// All that one connection has to do with.
#[derive(Clone, Copy)]
pub(in crate::route) struct Surroundings<'a> {
    pub(in crate::route) ground: &'a Ground<'a>,
    pub(in crate::route) lines: &'a Lines,
    /// The labels that stand already, by the number of their connection.
    pub(in crate::route) labels: &'a RectIndex,
    pub(in crate::route) own: ConnectionIx,
    pub(in crate::route) connection: &'a Connection,
}

/// The part of it that counts for what happens in some area, in the order of its numbers.
pub(in crate::route) struct Nearby<'a> {
    surroundings: Surroundings<'a>,
    lines: Vec<&'a RoutedLine>,
    labels: Vec<Rect>,
    steps: Vec<(ObstacleIx, Rect)>,
    pub(in crate::route) midlines: Vec<Midline>,
}

impl<'a> Surroundings<'a> {
    /// What counts in `area`.
    pub(in crate::route) fn near(self, area: Rect) -> Nearby<'a> {
        let area = area.inflate(BEYOND, BEYOND);
        let labels = self.labels.touching(area).into_iter().filter(|number| *number != self.own.at());
        let channels = self.ground.channels.touching(area).into_iter();
        Nearby {
            surroundings: self,
            lines: self.lines.near(area).filter(|(ix, _)| *ix != self.own).map(|(_, line)| line).collect(),
            labels: labels.filter_map(|number| self.labels.get(number)).collect(),
            steps: self.ground.steps_in(area).collect(),
            midlines: channels.filter_map(|number| self.ground.midlines.get(number).copied()).collect(),
        }
    }

    /// What counts for a finished line of the connection and for the steps that it joins.
    pub(in crate::route) fn near_line(self, line: &RoutedLine) -> Nearby<'a> {
        let steps = [line.source, line.target].into_iter().flatten();
        let steps = steps.filter_map(|step| self.ground.steps.get(step.0));
        self.near(steps.fold(line.area, |area, step| area.union(step)))
    }
}

impl Nearby<'_> {
    /// Whether the inner pieces of a line keep away from all steps, and its ends from all but its own.
    pub(in crate::route) fn keeps_clear(&self, line: &RoutedLine) -> bool {
        let last = line.segs.len().saturating_sub(1);
        line.segs.iter().enumerate().all(|(place, seg)| {
            let from = line.source.filter(|_| place == 0);
            let to = line.target.filter(|_| place == last);
            self.site().passes(seg, CLEAR, &[from, to])
        })
    }

    /// It, as those see it who search and price ways.
    pub(in crate::route) fn site(&self) -> Site<'_> {
        let Surroundings { ground, connection, .. } = self.surroundings;
        Site {
            request: ground.request,
            lines: &self.lines,
            labels: &self.labels,
            steps: &self.steps,
            connection,
        }
    }
}

/// The labels that stand before any is placed, by the number of their connection.
pub(in crate::route) fn standing_labels(request: &RouteRequest) -> RectIndex {
    let mut labels = RectIndex::default();
    for (place, label) in request
        .connections
        .iter()
        .enumerate()
        .filter_map(|(place, connection)| Some((place, connection.label_at?)))
    {
        labels.put(place, label);
    }
    labels
}
