//! Finds the way of one connector, with less clearance and a larger window each time it fails.
//!
//! Owns the choice of windows and clearances and the choice between a straight line and the
//! searched way. Must not change other lines.

use kurbo::{Point, Rect};

use crate::route::lines::dir::Dir;
use crate::route::lines::line::{RoutedLine, step_of};
use crate::route::lines::seg::{Seg, around};
use crate::route::request::{ObstacleIx, RouteRequest, Terminal};
use crate::route::search::a_star::{FoundWay, search};
use crate::route::search::ends::{EndRole, Site, StubEnd};
use crate::route::search::near::{Nearby, Surroundings};
use crate::route::search::window::Window;

/// Clearances to fall back to when there is no way with the wanted one.
const FALLBACKS: [f64; 3] = [8.0, 4.0, 1.0];
/// How far the windows reach beyond the ends of the connector.
const NEAR: f64 = 120.0;
const FAR: f64 = 400.0;

/// How hard an attempt tries.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Effort {
    /// Kept to steps; `None` allows passing through them.
    clearance: Option<f64>,
    /// How far the window reaches; infinite for all of the page.
    reach: f64,
}

impl Effort {
    /// The window in which a line between the ends of `core` is looked for.
    fn area(self, core: Rect, request: &RouteRequest) -> Rect {
        let reach = self.reach.min(1e7);
        let margin = request.settings.clearance + request.settings.stub;
        let near = core.inflate(margin, margin);
        // A line between what stands on the page stays on it.
        let is_inside = request.bounds.union(core) == request.bounds;
        let near = if is_inside { near.intersect(request.bounds) } else { near };
        core.inflate(reach, reach).intersect(request.bounds).union(near)
    }
}

/// Where a leg of the connector starts or stops.
#[derive(Clone, Copy, Debug)]
enum LegEnd<'a> {
    At(&'a Terminal),
    Via(Point, Option<Dir>),
}

impl LegEnd<'_> {
    fn ends(self, site: Site<'_>, role: EndRole, clearance: Option<f64>) -> Vec<StubEnd> {
        match self {
            Self::At(terminal) => site.ends(terminal, role, clearance),
            Self::Via(point, dir) => vec![StubEnd::loose(point, dir)],
        }
    }

    fn area(self, request: &RouteRequest) -> Rect {
        match self {
            Self::At(Terminal::Free(point)) => Rect::from_points(*point, *point),
            Self::Via(point, _) => Rect::from_points(point, point),
            Self::At(Terminal::Ports { obstacle, ports }) => {
                let points: Vec<Point> = ports.iter().map(|port| port.point).collect();
                let step = request.obstacles.get(obstacle.0);
                match (step, points.is_empty()) {
                    (Some(step), true) => *step,
                    (Some(step), false) => step.union(around(&points)),
                    (None, _) => around(&points),
                }
            }
        }
    }
}

/// Routes a connection: through its via points leg by leg, each with as little effort as will do.
pub(in crate::route) fn find(surroundings: Surroundings<'_>) -> RoutedLine {
    let (request, connection) = (surroundings.ground.request, surroundings.connection);
    let mut points: Vec<Point> = Vec::new();
    let mut sides = (None, None);
    let mut toll = 0.0;
    let mut start = LegEnd::At(&connection.from);
    for place in 0..=connection.via.len() {
        let goal = match connection.via.get(place) {
            Some(via) => LegEnd::Via(*via, None),
            None => LegEnd::At(&connection.to),
        };
        match leg(surroundings, start, goal) {
            Some(way) => {
                sides = (sides.0.or(way.from.side), way.to.side);
                let ideal = way.from.port.distance(way.to.port);
                toll += way.cost - ideal;
                points.extend(way.points);
            }
            None => points.extend(elbow(
                points.last().copied().unwrap_or(start.area(request).center()),
                goal.area(request).center(),
            )),
        }
        if let (Some(via), [.., a, b]) = (connection.via.get(place), points.as_slice()) {
            start = LegEnd::Via(*via, Dir::between(*a, *b));
        }
    }
    let mut line = RoutedLine::new(connection, &points);
    if let (true, [only]) = (line.points.len() < 2, line.points.as_slice()) {
        line.set_points(vec![*only, *only]);
    }
    (line.from_side, line.to_side) = sides;
    line.toll = toll;
    line
}

/// The plainest orthogonal line between two points.
fn elbow(a: Point, b: Point) -> [Point; 3] {
    [a, Point::new(b.x, a.y), b]
}

fn leg(surroundings: Surroundings<'_>, start: LegEnd<'_>, goal: LegEnd<'_>) -> Option<FoundWay> {
    let request = surroundings.ground.request;
    let clearance = request.settings.clearance;
    let effort = |clearance, reach| Effort { clearance, reach };
    let mut efforts = vec![effort(Some(clearance), NEAR), effort(Some(clearance), FAR)];
    let tighter = FALLBACKS.iter().filter(|fallback| **fallback < clearance);
    efforts.extend(tighter.map(|fallback| effort(Some(*fallback), FAR)));
    efforts.extend([
        effort(Some(clearance), f64::INFINITY),
        effort(Some(1.0_f64.min(clearance)), f64::INFINITY),
        effort(None, FAR),
    ]);
    let core = start.area(request).union(goal.area(request));
    efforts.into_iter().find_map(|effort| {
        let area = effort.area(core, request);
        // What leads out of the steps may reach beyond the window.
        let nearby = surroundings.near(area.union(core));
        Attempt::new(&nearby, area, start, goal, effort).run()
    })
}

/// One search in one window.
struct Attempt<'a> {
    site: Site<'a>,
    clearance: Option<f64>,
    starts: Vec<StubEnd>,
    goals: Vec<StubEnd>,
    own: [Option<ObstacleIx>; 2],
    window: Window<'a>,
}

impl<'a> Attempt<'a> {
    fn new(nearby: &'a Nearby<'_>, area: Rect, start: LegEnd<'_>, goal: LegEnd<'_>, effort: Effort) -> Self {
        let site = nearby.site();
        Self {
            site,
            clearance: effort.clearance,
            starts: start.ends(site, EndRole::Start, effort.clearance),
            goals: goal.ends(site, EndRole::Finish, effort.clearance),
            own: [step_of(&site.connection.from), step_of(&site.connection.to)],
            window: Window {
                site,
                midlines: &nearby.midlines,
                clearance: effort.clearance,
                sparse: effort.reach.is_infinite(),
                area,
            },
        }
    }

    fn run(&self) -> Option<FoundWay> {
        let straight = self.straight();
        let bonus = self.site.request.settings.bend_cost;
        if let Some((way, true)) = straight {
            return Some(way);
        }
        let straight = straight.map(|(way, _)| way);
        let found = if self.starts.is_empty() || self.goals.is_empty() {
            None
        } else {
            let grid = self.window.grid(&self.starts, &self.goals);
            search(&grid, &self.starts, &self.goals, bonus, self.clearance.is_none())
        };
        match (straight, found) {
            (Some(straight), Some(found)) if found.cost < straight.cost - bonus => Some(found),
            (Some(straight), _) => Some(straight),
            (None, found) => found,
        }
    }

    /// The cheapest straight line between ports that face each other, and whether nothing can be
    /// cheaper.
    ///
    /// Searched apart from the grid because facing stubs may be longer than the gap between steps.
    fn straight(&self) -> Option<(FoundWay, bool)> {
        let (Terminal::Ports { obstacle: _, ports: from }, Terminal::Ports { obstacle: _, ports: to }) =
            (&self.site.connection.from, &self.site.connection.to)
        else {
            return None;
        };
        if !self.site.connection.via.is_empty() {
            return None;
        }
        let mut best: Option<(FoundWay, bool)> = None;
        for a in from {
            for b in to.iter().filter(|b| b.side == a.side.opposite()) {
                let Some(seg) = Seg::between(a.point, b.point) else {
                    continue;
                };
                let dir = Dir::out_of(a.side);
                if Dir::between(a.point, b.point) != Some(dir) || !self.passes(&seg) {
                    continue;
                }
                let prices = self.site.port_price(a, EndRole::Start)
                    + self.site.port_price(b, EndRole::Finish)
                    + self.site.surcharge(&seg);
                let cost = seg.len() + prices;
                if best.as_ref().is_some_and(|(way, _)| way.cost <= cost) {
                    continue;
                }
                let end = |port: Point, side| StubEnd { side: Some(side), ..StubEnd::loose(port, None) };
                let way = FoundWay {
                    points: vec![a.point, b.point],
                    from: end(a.point, a.side),
                    to: end(b.point, b.side),
                    cost,
                };
                best = Some((way, prices < 1.5));
            }
        }
        best
    }

    fn passes(&self, seg: &Seg) -> bool {
        let Some(clearance) = self.clearance else {
            return false;
        };
        self.site.passes(seg, clearance, &self.own)
    }
}
