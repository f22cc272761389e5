//! A connector that has been routed, as the ones after it see it.

use kurbo::{Point, Rect};

use crate::geom::Side;
use crate::route::request::{Job, ObstacleIx, Terminal};
use crate::route::seg::{Seg, around, segs, simplify};

/// A routed connector.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its corners.
    pub(super) points: Vec<Point>,
    /// Its upright segments.
    pub(super) segs: Vec<Seg>,
    /// The box around it.
    pub(super) area: Rect,
    /// The step it leaves.
    pub(super) source: Option<ObstacleIx>,
    /// The step it arrives at.
    pub(super) target: Option<ObstacleIx>,
    pub(super) from_side: Option<Side>,
    pub(super) to_side: Option<Side>,
    /// What it paid beyond its length.
    pub(super) toll: f64,
    /// What of that was for the other lines and for what stands in its way.
    pub(super) dues: f64,
}

impl Line {
    /// A line along `points` for `job`.
    pub(super) fn new(job: &Job, points: &[Point]) -> Self {
        let mut line = Self {
            points: Vec::new(),
            segs: Vec::new(),
            area: Rect::ZERO,
            source: step_of(&job.from),
            target: step_of(&job.to),
            from_side: None,
            to_side: None,
            toll: 0.0,
            dues: 0.0,
        };
        line.set_points(simplify(points));
        line
    }

    /// The line of a job that brings its own points, unchanged.
    pub(super) fn kept(job: &Job, points: &[Point]) -> Self {
        let mut line = Self::new(job, points);
        line.set_points(points.to_vec());
        line.from_side = side_at(&job.from, points.first());
        line.to_side = side_at(&job.to, points.last());
        line
    }

    /// Replaces the corners.
    pub(super) fn set_points(&mut self, points: Vec<Point>) {
        self.segs = segs(&points);
        self.area = around(&points);
        self.points = points;
    }
}

/// The step a terminal sits on.
pub(super) fn step_of(terminal: &Terminal) -> Option<ObstacleIx> {
    match terminal {
        Terminal::Ports { obstacle, ports: _ } => Some(*obstacle),
        Terminal::Free(_) => None,
    }
}

/// The side of the port that a kept line touches.
fn side_at(terminal: &Terminal, end: Option<&Point>) -> Option<Side> {
    let Terminal::Ports { obstacle: _, ports } = terminal else {
        return None;
    };
    let end = end?;
    ports.iter().find(|port| port.point.distance(*end) < 0.5).map(|port| port.side)
}
