//! A connector that has been routed, as the ones after it see it.

use kurbo::{Point, Rect};

use crate::geom::{RectIndex, Side};
use crate::route::lines::index::{ConnectionIx, Ix as _, IxVec};
use crate::route::lines::seg::{Seg, around, segs, simplify};
use crate::route::request::{Connection, ObstacleIx, Terminal};

/// A routed connector.
#[derive(Clone, Debug)]
pub(in crate::route) struct RoutedLine {
    /// Its corners.
    pub(in crate::route) points: Vec<Point>,
    /// Its upright segments.
    pub(in crate::route) segs: Vec<Seg>,
    /// The box around it.
    pub(in crate::route) area: Rect,
    /// The step it leaves.
    pub(in crate::route) source: Option<ObstacleIx>,
    /// The step it arrives at.
    pub(in crate::route) target: Option<ObstacleIx>,
    pub(in crate::route) from_side: Option<Side>,
    pub(in crate::route) to_side: Option<Side>,
    /// What it paid beyond its length.
    pub(in crate::route) toll: f64,
    /// What of that was for the other lines and for what stands in its way.
    pub(in crate::route) dues: f64,
}

impl RoutedLine {
    /// A line along `points` for `connection`.
    pub(in crate::route) fn new(connection: &Connection, points: &[Point]) -> Self {
        let mut line = Self {
            points: Vec::new(),
            segs: Vec::new(),
            area: Rect::ZERO,
            source: step_of(&connection.from),
            target: step_of(&connection.to),
            from_side: None,
            to_side: None,
            toll: 0.0,
            dues: 0.0,
        };
        line.set_points(simplify(points));
        line
    }

    /// The line of a connection that brings its own points, unchanged.
    pub(in crate::route) fn kept(connection: &Connection, points: &[Point]) -> Self {
        let mut line = Self::new(connection, points);
        line.set_points(points.to_vec());
        line.from_side = side_at(&connection.from, points.first());
        line.to_side = side_at(&connection.to, points.last());
        line
    }

    /// Replaces the corners.
    pub(in crate::route) fn set_points(&mut self, points: Vec<Point>) {
        self.segs = segs(&points);
        self.area = around(&points);
        self.points = points;
    }
}

/// The lines as far as they are drawn, by connection, found by where they lie.
#[derive(Clone, Debug)]
pub(in crate::route) struct Lines {
    lines: IxVec<ConnectionIx, Option<RoutedLine>>,
    areas: RectIndex,
}

impl Lines {
    /// Room for the lines of so many connections; none is drawn yet.
    pub(in crate::route) fn none(connections: usize) -> Self {
        Self { lines: IxVec::filled(connections, None), areas: RectIndex::default() }
    }

    /// The line of a connection, when it is drawn.
    pub(in crate::route) fn get(&self, ix: ConnectionIx) -> Option<&RoutedLine> {
        self.lines.get(ix).as_ref()
    }

    /// Draws the line of a connection, in place of the one that it may have.
    pub(in crate::route) fn set(&mut self, ix: ConnectionIx, line: RoutedLine) {
        self.areas.put(ix.at(), line.area);
        self.lines.set(ix, Some(line));
    }

    /// Replaces the corners of a line that is drawn.
    pub(in crate::route) fn set_points(&mut self, ix: ConnectionIx, points: Vec<Point>) {
        if let Some(Some(line)) = self.lines.get_mut(ix) {
            line.set_points(points);
            self.areas.put(ix.at(), line.area);
        }
    }

    /// The lines by connection; `None` for those that are not drawn.
    pub(in crate::route) fn as_slice(&self) -> &[Option<RoutedLine>] {
        self.lines.as_slice()
    }

    /// The lines that come near an area, in the order of their connections.
    pub(in crate::route) fn near(&self, area: Rect) -> impl Iterator<Item = (ConnectionIx, &RoutedLine)> {
        let found = self.areas.touching(area).into_iter();
        found.filter_map(|number| Some((ConnectionIx(number), self.get(ConnectionIx(number))?)))
    }
}

/// The step a terminal sits on.
pub(in crate::route) fn step_of(terminal: &Terminal) -> Option<ObstacleIx> {
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
