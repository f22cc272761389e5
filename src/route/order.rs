//! The course of the whole: who is routed when, who is routed again, what is spread and labelled.
//!
//! Owns the order of connections. Must not look for ways itself.

use kurbo::Point;

use crate::geom::RectIndex;
use crate::progress::{Progress, Stopped};
use crate::route::labels::place::place_labels;
use crate::route::lines::dir::Dir;
use crate::route::lines::index::{ConnectionIx, Ix as _};
use crate::route::lines::line::{Lines, RoutedLine, step_of};
use crate::route::lines::seg::{EPS, Seg, pairs};
use crate::route::request::{Connection, FoundRoute, RouteRequest, Terminal};
use crate::route::search::attempt::find;
use crate::route::search::near::{Ground, Surroundings, standing_labels};
use crate::route::tracks::{
    jogs::{jogs, without_jog},
    nudge::nudge,
};

/// Lines whose toll is at most this are never routed again: they are straight and alone.
const CHEAP: f64 = 60.0;
/// What a jog costs beside its bends: a person takes it for a slip.
const JOG_COST: f64 = 240.0;
/// How far all of it is, by measured times, when all lines are drawn …
const DRAWN: f64 = 0.35;
/// … while lines are drawn again …
const AGAIN: [(f64, f64); 2] = [(0.35, 0.65), (0.65, 0.95)];
/// … and when only labels are left.
const NUDGED: f64 = 0.98;

/// Routes all connections of a request: one route per connection, in the order of the connections.
///
/// The result depends on the request only: the same request gives the same routes. Connectors that
/// can be straight come first, then the shorter ones; after that the dearest third is taken up and
/// routed again with all others in place, up to twice, and parallel stretches are spread. Routes keep out of
/// steps; where that is impossible, [`FoundRoute::clear`] says so. Lanes and sheets of up to a few
/// hundred connectors take milliseconds; the time grows with the connectors times what lies near
/// each of them.
pub fn route(request: &RouteRequest) -> Vec<FoundRoute> {
    // Nobody is there to stop it.
    route_watched(request, &mut Progress::unwatched()).unwrap_or_default()
}

/// As [`route`], unless whoever follows `progress` stops it.
pub fn route_watched(
    request: &RouteRequest,
    progress: &mut Progress<'_>,
) -> Result<Vec<FoundRoute>, Stopped> {
    let ground = Ground::new(request);
    let mut drawing = Routing::new(&ground);
    let order = by_urgency(&ground);
    for (nth, (ix, connection)) in order.iter().enumerate() {
        progress.at(DRAWN * nth as f64 / order.len() as f64)?;
        drawing.draw(*ix, connection);
    }
    if progress.part(AGAIN[0], |progress| drawing.redraw(&order, progress))? {
        // Where one line left a place that another one had avoided, that one may come back.
        progress.part(AGAIN[1], |progress| drawing.redraw(&order, progress))?;
    }
    nudge(&ground, &drawing.labels, &mut drawing.lines);
    drawing.take_jogs_out(&order);
    progress.at(NUDGED)?;
    drawing.labels = place_labels(&ground, &drawing.lines);
    drawing.leave_labels(&order, progress)?;
    let routes = request
        .connections
        .iter()
        .zip(drawing.lines.as_slice())
        .enumerate()
        .map(|(place, (connection, line))| {
            let line = line.clone().unwrap_or_else(|| RoutedLine::new(connection, &[]));
            FoundRoute {
                clear: is_clear(&ground, connection, &line.points),
                points: line.points,
                from_side: line.from_side,
                to_side: line.to_side,
                label: drawing.labels.get(place),
            }
        })
        .collect();
    progress.at(1.0)?;
    Ok(routes)
}

/// The connections that are not kept as they are, the most urgent first.
fn by_urgency<'a>(ground: &Ground<'a>) -> Vec<(ConnectionIx, &'a Connection)> {
    let connections = ground.request.connections.iter().enumerate();
    let mut connections: Vec<(f64, ConnectionIx, &Connection)> = connections
        .filter(|(_, connection)| connection.fixed.is_none())
        .map(|(place, connection)| (urgency(ground, connection), ConnectionIx(place), connection))
        .collect();
    connections.sort_by(|(a, ..), (b, ..)| a.total_cmp(b));
    connections.into_iter().map(|(_, ix, connection)| (ix, connection)).collect()
}

/// The lines as far as they are drawn.
struct Routing<'a> {
    ground: &'a Ground<'a>,
    lines: Lines,
    /// The labels that stand already, by connection.
    labels: RectIndex,
    /// The line that was drawn last.
    last: Option<ConnectionIx>,
    /// Whether a line went away from where it was.
    has_moved: bool,
}

impl<'a> Routing<'a> {
    /// Only the lines that are kept as they are.
    fn new(ground: &'a Ground<'a>) -> Self {
        let mut lines = Lines::none(ground.request.connections.len());
        for (place, connection) in ground.request.connections.iter().enumerate() {
            if let Some(points) = &connection.fixed {
                lines.set(ConnectionIx(place), RoutedLine::kept(connection, points));
            }
        }
        let labels = standing_labels(ground.request);
        Self { ground, lines, labels, last: None, has_moved: false }
    }

    fn draw(&mut self, ix: ConnectionIx, connection: &Connection) {
        let surroundings = self.surroundings(ix, connection);
        let mut line = find(surroundings);
        line.dues = surroundings.near_line(&line).site().dues(&line);
        self.lines.set(ix, line);
        self.last = Some(ix);
    }

    /// What the connection has to do with.
    fn surroundings<'s>(&'s self, ix: ConnectionIx, connection: &'s Connection) -> Surroundings<'s> {
        let Self { ground, lines, labels, last: _, has_moved: _ } = self;
        Surroundings { ground, lines, labels, own: ix, connection }
    }

    /// Where the label of one line had no place but on another one, that one goes round it, if it can.
    fn leave_labels(
        &mut self,
        order: &[(ConnectionIx, &Connection)],
        progress: &mut Progress<'_>,
    ) -> Result<(), Stopped> {
        let under = self.under_labels(order);
        if under.is_empty() {
            return Ok(());
        }
        let before = (self.lines.clone(), self.labels.clone());
        for (ix, connection) in &under {
            progress.ask()?;
            self.draw(*ix, connection);
        }
        nudge(self.ground, &self.labels, &mut self.lines);
        self.take_jogs_out(order);
        self.labels = place_labels(self.ground, &self.lines);
        if self.under_labels(order).len() >= under.len() {
            (self.lines, self.labels) = before;
        }
        Ok(())
    }

    /// Straightens the lines of which a piece can slide where it costs no more.
    fn take_jogs_out(&mut self, order: &[(ConnectionIx, &Connection)]) {
        for (ix, connection) in order {
            while let Some(points) = self.with_fewer_jogs(*ix, connection) {
                self.lines.set_points(*ix, points);
            }
        }
    }

    /// The corners of a line with one jog less; `None` where there is no better line.
    fn with_fewer_jogs(&self, ix: ConnectionIx, connection: &Connection) -> Option<Vec<Point>> {
        let line = self.lines.get(ix)?;
        let others = without_jog(&line.points, &connection.via).into_iter();
        let others = others.map(|points| {
            let mut other = line.clone();
            other.set_points(points);
            other
        });
        let others =
            others.filter(|other| self.surroundings(ix, connection).near_line(other).keeps_clear(other));
        let priced = others.map(|other| (self.price(ix, connection, &other), other));
        let (price, best) = priced.min_by(|(a, _), (b, _)| a.total_cmp(b))?;
        (price <= self.price(ix, connection, line)).then_some(best.points)
    }

    /// What a finished line costs in all.
    fn price(&self, ix: ConnectionIx, connection: &Connection, line: &RoutedLine) -> f64 {
        let bends = line.points.len().saturating_sub(2) as f64 * self.ground.request.settings.bend_cost;
        let length: f64 = line.segs.iter().map(Seg::len).sum();
        let dues = self.surroundings(ix, connection).near_line(line).site().dues(line);
        dues + bends + length + jogs(&line.points) as f64 * JOG_COST
    }

    /// The connections of which the line runs through the label of another one.
    fn under_labels<'j>(
        &self,
        order: &[(ConnectionIx, &'j Connection)],
    ) -> Vec<(ConnectionIx, &'j Connection)> {
        let is_under = |(ix, _): &&(ConnectionIx, &Connection)| {
            self.lines.get(*ix).is_some_and(|line| {
                let near = self.labels.touching(line.area).into_iter().filter(|at| *at != ix.at());
                let mut near = near.filter_map(|at| self.labels.get(at));
                near.any(|label| line.segs.iter().any(|seg| seg.enters(label)))
            })
        };
        order.iter().filter(is_under).copied().collect()
    }

    /// Rip-up and reroute: takes up the dearest lines, dearest first, and routes each again. Returns whether any
    /// of them goes another way now.
    fn redraw(
        &mut self,
        order: &[(ConnectionIx, &Connection)],
        progress: &mut Progress<'_>,
    ) -> Result<bool, Stopped> {
        let toll = |ix: ConnectionIx| self.lines.get(ix).map_or(0.0, |line| line.toll);
        let mut worst: Vec<(f64, ConnectionIx, &Connection)> = order
            .iter()
            .map(|(ix, connection)| (toll(*ix), *ix, *connection))
            .filter(|(toll, ..)| *toll > CHEAP)
            .collect();
        worst.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        worst.truncate((order.len() / 3).max(6));
        let mut has_changed = false;
        let count = worst.len();
        for (nth, (_, ix, connection)) in worst.into_iter().enumerate() {
            progress.nth(nth, count)?;
            if self.is_best(ix, connection) {
                continue;
            }
            let old = self.lines.get(ix).map(|line| line.points.clone());
            self.draw(ix, connection);
            if self.lines.get(ix).map(|line| &line.points) != old.as_ref() {
                has_changed = true;
                self.has_moved = true;
            }
        }
        Ok(has_changed)
    }

    /// Whether there is no use in drawing the line of a connection again.
    ///
    /// There is none when nothing was drawn since. While lines only came and none went away, every way is as dear as it
    /// was or dearer; so there is none either when its own way became no dearer (but for the tracks beside the new lines,
    /// which are hardly ever the better way).
    fn is_best(&self, ix: ConnectionIx, connection: &Connection) -> bool {
        if self.last == Some(ix) {
            return true;
        }
        let Some(line) = self.lines.get(ix).filter(|_| !self.has_moved) else { return false };
        self.surroundings(ix, connection).near_line(line).site().dues(line) <= line.dues + EPS
    }
}

/// How late a connection is routed: its span, and less when it can be straight.
fn urgency(ground: &Ground<'_>, connection: &Connection) -> f64 {
    let (from, to) = (ports(&connection.from), ports(&connection.to));
    let mut span = f64::INFINITY;
    let mut straight = false;
    for (a, out) in &from {
        for (b, arrival) in &to {
            let step = *b - *a;
            span = span.min(step.x.abs() + step.y.abs());
            straight |= match (out, arrival) {
                (Some(out), Some(arrival)) => {
                    *out == arrival.opposite()
                        && Dir::between(*a, *b) == Some(*out)
                        && is_free(ground, connection, *a, *b)
                }
                (None, _) | (_, None) => false,
            };
        }
    }
    // Far larger than any page, so that all straight ones come before all others.
    if straight { span } else { span + 1e9 }
}

fn ports(terminal: &Terminal) -> Vec<(Point, Option<Dir>)> {
    match terminal {
        Terminal::Ports { obstacle: _, ports } => {
            ports.iter().map(|port| (port.point, Some(Dir::out_of(port.side)))).collect()
        }
        Terminal::Free(point) => vec![(*point, None)],
    }
}

/// Whether the straight line between two ports passes no step but the connection's own.
fn is_free(ground: &Ground<'_>, connection: &Connection, a: Point, b: Point) -> bool {
    let own = [step_of(&connection.from), step_of(&connection.to)];
    let Some(seg) = Seg::between(a, b) else {
        return false;
    };
    let mut steps = ground.steps_in(seg.area());
    !steps.any(|(ix, step)| !own.contains(&Some(ix)) && seg.enters(step))
}

/// Whether a line passes no step; the stubs may cross the edge of their own step's box.
fn is_clear(ground: &Ground<'_>, connection: &Connection, points: &[Point]) -> bool {
    let last = points.len().saturating_sub(2);
    pairs(points).enumerate().all(|(place, (a, b))| {
        let Some(seg) = Seg::between(a, b) else {
            return (a - b).hypot() < EPS;
        };
        let mut steps = ground.steps_in(seg.area());
        !steps.any(|(step, rect)| {
            let step = Some(step);
            let own = (place == 0 && step == step_of(&connection.from))
                || (place == last && step == step_of(&connection.to));
            !own && seg.enters(rect)
        })
    })
}
