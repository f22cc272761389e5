//! The places where the search may start and stop: ports with the stub that leads out of the step.
//!
//! ```text
//!  ┌──────┐  stub
//!  │ step ●───────○  the search starts here, outside the step's clearance
//!  └──────┘
//! ```

use kurbo::{Point, Rect};

use crate::geom::Side;
use crate::route::lines::dir::Dir;
use crate::route::lines::line::{RoutedLine, step_of};
use crate::route::lines::seg::{Seg, around, touch};
use crate::route::request::{Connection, ObstacleIx, PortOption, RouteRequest, Terminal};
use crate::route::search::cost::{BOTH_WAYS, LineRelation, along, meeting, port_share, through};

/// Cost per unit by which the first or last segment is shorter than wanted.
const SHORT_STUB: f64 = 1.5;
/// Free space between a line and a label that stands already.
const LABEL_GAP: f64 = 4.0;

/// What is known while one connection is routed: of lines, labels and steps those that are near.
#[derive(Clone, Copy, Debug)]
pub(in crate::route) struct Site<'a> {
    pub(in crate::route) request: &'a RouteRequest,
    /// The other lines.
    pub(in crate::route) lines: &'a [&'a RoutedLine],
    /// The labels of the other lines, as far as they stand already.
    pub(in crate::route) labels: &'a [Rect],
    /// The steps to keep clear of.
    pub(in crate::route) steps: &'a [(ObstacleIx, Rect)],
    pub(in crate::route) connection: &'a Connection,
}

/// Which end of the line is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::route) enum EndRole {
    Start,
    Finish,
}

/// A place where the search may start or stop.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::route) struct StubEnd {
    /// The end of the stub.
    pub(in crate::route) at: Point,
    /// The direction away from the step; `None` when any direction will do.
    pub(in crate::route) out: Option<Dir>,
    /// Where the line touches the outline.
    pub(in crate::route) port: Point,
    pub(in crate::route) side: Option<Side>,
    /// Cost of port and stub.
    pub(in crate::route) cost: f64,
}

impl StubEnd {
    /// An end at a loose point, left or reached in direction `out` only when that is given.
    pub(in crate::route) fn loose(at: Point, out: Option<Dir>) -> Self {
        Self { at, out, port: at, side: None, cost: 0.0 }
    }
}

impl<'a> Site<'a> {
    /// The other lines that come near an area.
    pub(in crate::route) fn lines_in(self, area: Rect) -> impl Iterator<Item = &'a RoutedLine> {
        let lines = self.lines.iter().copied();
        lines.filter(move |line| touch(line.area, area))
    }

    /// The labels that stand already near an area, with the room around them.
    pub(in crate::route) fn labels_in(self, area: Rect) -> impl Iterator<Item = Rect> {
        let labels = self.labels.iter();
        labels.map(|label| label.inflate(LABEL_GAP, LABEL_GAP)).filter(move |label| touch(*label, area))
    }

    /// How this connection's line relates to another one.
    pub(in crate::route) fn relation(self, line: &RoutedLine) -> LineRelation {
        let is_same = |terminal, of: Option<ObstacleIx>| of.is_some() && of == step_of(terminal);
        if is_same(&self.connection.to, line.target) {
            LineRelation::Merge
        } else if is_same(&self.connection.from, line.source) {
            LineRelation::Branch
        } else {
            LineRelation::Apart
        }
    }

    /// What a segment pays for other lines, labels and barriers.
    pub(in crate::route) fn surcharge(self, seg: &Seg) -> f64 {
        let settings = &self.request.settings;
        let area = seg.area().inflate(settings.spacing, settings.spacing);
        let lines: f64 = self
            .lines_in(area)
            .flat_map(|line| line.segs.iter().map(move |other| (line, other)))
            .map(|(line, other)| meeting(seg, other, self.relation(line), settings))
            .sum();
        let barriers = self.request.barriers.iter();
        let labels: f64 = self.labels_in(area).map(|label| through(seg, label)).sum();
        lines + labels + barriers.map(|b| along(seg, *b, settings)).sum::<f64>()
    }

    /// What a finished line of this connection pays for other lines, labels and barriers, at its ports too.
    pub(in crate::route) fn dues(self, line: &RoutedLine) -> f64 {
        let ends = [
            (&self.connection.from, line.points.first(), EndRole::Start),
            (&self.connection.to, line.points.last(), EndRole::Finish),
        ];
        let at_ports = ends.into_iter().map(|(terminal, end, role)| match terminal {
            Terminal::Free(_) => 0.0,
            Terminal::Ports { obstacle: _, ports } => {
                let port = ports.iter().find(|port| Some(&port.point) == end);
                port.map_or(0.0, |port| self.port_price(port, role))
            }
        });
        at_ports.sum::<f64>() + line.segs.iter().map(|seg| self.surcharge(seg)).sum::<f64>()
    }

    /// Whether a segment keeps `clearance` to all steps but `own`.
    pub(in crate::route) fn passes(self, seg: &Seg, clearance: f64, own: &[Option<ObstacleIx>]) -> bool {
        let mut steps = self.steps.iter();
        !steps
            .any(|(step, rect)| !own.contains(&Some(*step)) && seg.enters(rect.inflate(clearance, clearance)))
    }

    /// What the port pays for being used by other lines.
    fn crowding(self, port: Point, role: EndRole) -> f64 {
        let settings = &self.request.settings;
        let area = Rect::from_points(port, port).inflate(settings.spacing, settings.spacing);
        let mut price = 0.0;
        for line in self.lines_in(area) {
            if let (Some(first), Some(last)) = (line.points.first(), line.points.last()) {
                price += port_share(port, *first, self.beside_departure(line, role), settings);
                price += port_share(port, *last, self.beside_arrival(line, role), settings);
            }
        }
        price
    }

    /// How an end of this connection's line relates to the beginning of another one.
    fn beside_departure(self, line: &RoutedLine, role: EndRole) -> LineRelation {
        let is_of = |terminal| line.source.is_some() && line.source == step_of(terminal);
        match role {
            EndRole::Start if self.connection.label_near_start && is_of(&self.connection.from) => {
                LineRelation::Branch
            }
            EndRole::Finish if is_of(&self.connection.to) => LineRelation::Opposed,
            EndRole::Start | EndRole::Finish => LineRelation::Apart,
        }
    }

    /// How an end of this connection's line relates to the tip of another one.
    fn beside_arrival(self, line: &RoutedLine, role: EndRole) -> LineRelation {
        match role {
            EndRole::Start if line.target.is_some() && line.target == step_of(&self.connection.from) => {
                LineRelation::Opposed
            }
            EndRole::Finish if line.target.is_some() && line.target == step_of(&self.connection.to) => {
                LineRelation::Merge
            }
            EndRole::Start | EndRole::Finish => LineRelation::Apart,
        }
    }

    /// What the port pays where lines pass through its side the other way.
    fn both_ways(self, port: &PortOption, role: EndRole) -> f64 {
        let out = Some(Dir::out_of(port.side));
        let meets = |line: &&RoutedLine| match (role, line.points.as_slice()) {
            (EndRole::Start, [.., before, end]) => {
                line.target == step_of(&self.connection.from) && Dir::between(*end, *before) == out
            }
            (EndRole::Finish, [start, after, ..]) => {
                line.source == step_of(&self.connection.to) && Dir::between(*start, *after) == out
            }
            (EndRole::Start | EndRole::Finish, _) => false,
        };
        if self.lines.iter().any(meets) { BOTH_WAYS } else { 0.0 }
    }

    /// The cost of a port before any stub: what the caller asks, crowding, and a trifle against
    /// the reading direction so that it decides between equal ways.
    pub(in crate::route) fn port_price(self, port: &PortOption, role: EndRole) -> f64 {
        let against = Dir::out_of(port.side).axis() != self.request.flow;
        port.cost
            + self.crowding(port.point, role)
            + self.both_ways(port, role)
            + if against { 0.5 } else { 0.0 }
    }

    /// The ends of a terminal whose stubs keep `clearance`; `None` asks for no clearance at all.
    pub(in crate::route) fn ends(
        self,
        terminal: &Terminal,
        role: EndRole,
        clearance: Option<f64>,
    ) -> Vec<StubEnd> {
        let (obstacle, ports) = match terminal {
            Terminal::Free(point) => return vec![StubEnd::loose(*point, None)],
            Terminal::Ports { obstacle, ports } => (*obstacle, ports),
        };
        let points: Vec<Point> = ports.iter().map(|port| port.point).collect();
        let settings = &self.request.settings;
        let own = self.request.obstacles.get(obstacle.0);
        let area = own.map_or_else(|| around(&points), |own| own.union(around(&points)));
        let reach = 2.0 * settings.clearance + settings.stub + settings.spacing;
        let area = area.inflate(reach, reach);
        let lines: Vec<&RoutedLine> = self.lines_in(area).collect();
        let steps = self.steps.iter().copied();
        let steps: Vec<(ObstacleIx, Rect)> = steps.filter(|(_, s)| touch(*s, area)).collect();
        let near = Site { lines: &lines, steps: &steps, ..self };
        let mut out = Vec::with_capacity(2 * ports.len());
        for port in ports {
            out.extend(near.stub_ends(obstacle, port, role, clearance));
        }
        out
    }

    /// The ends at one port of the step `own`.
    fn stub_ends(
        self,
        own: ObstacleIx,
        port: &PortOption,
        role: EndRole,
        clearance: Option<f64>,
    ) -> impl Iterator<Item = StubEnd> {
        let settings = &self.request.settings;
        let dir = Dir::out_of(port.side);
        let margin = clearance.unwrap_or(settings.clearance);
        let short = self.exit(own, port) + margin;
        let long = short.max(settings.stub);
        let price = self.port_price(port, role);
        let lengths = if long > short + 0.5 { vec![short, long] } else { vec![short] };
        lengths.into_iter().filter_map(move |length| {
            let at = port.point + dir.unit() * length;
            let stub = Seg::between(port.point, at)?;
            if clearance.is_some_and(|clearance| !self.passes(&stub, clearance, &[Some(own)])) {
                return None;
            }
            let missing = (settings.stub - length).max(0.0);
            Some(StubEnd {
                at,
                out: Some(dir),
                port: port.point,
                side: Some(port.side),
                cost: price + length + missing * SHORT_STUB + self.surcharge(&stub),
            })
        })
    }

    /// How far the port lies inside its step's box.
    fn exit(self, own: ObstacleIx, port: &PortOption) -> f64 {
        let Some(rect) = self.request.obstacles.get(own.0) else {
            return 0.0;
        };
        let depth = match port.side {
            Side::Top => port.point.y - rect.y0,
            Side::Right => rect.x1 - port.point.x,
            Side::Bottom => rect.y1 - port.point.y,
            Side::Left => port.point.x - rect.x0,
        };
        depth.max(0.0)
    }
}
