//! The orthogonal visibility graph of one search: a grid of interesting coordinates.
//!
//! Owns the coordinates and the cost of every edge. Must not know connections or ports. The grid keeps
//! all crossings of its lines and marks impassable edges, which is simpler than the sparse graph of
//! Wybrow et al. and as fast in the small windows it is used for.

use kurbo::{Point, Rect};

use crate::route::lines::dir::Dir;
use crate::route::lines::index::{Ix as _, IxVec, Node};
use crate::{
    geom::Orientation,
    route::lines::seg::{EPS, Seg},
};

/// Optional coordinates closer than this to another one are left out.
const MIN_GAP: f64 = 2.0;

/// Collects the coordinates of one axis.
#[derive(Default, Debug)]
pub(in crate::route) struct Coordinates {
    needed: Vec<f64>,
    optional: Vec<f64>,
}

impl Coordinates {
    /// Adds a coordinate that must be in the grid exactly.
    pub(in crate::route) fn need(&mut self, value: f64) {
        self.needed.push(value);
    }

    /// Adds a coordinate that may be dropped when another one is very near.
    pub(in crate::route) fn offer(&mut self, value: f64) {
        self.optional.push(value);
    }

    /// Sorted coordinates without repetitions.
    pub(in crate::route) fn finish(self) -> Vec<f64> {
        let Self { mut needed, mut optional } = self;
        needed.sort_by(f64::total_cmp);
        needed.dedup_by(|a, b| (*a - *b).abs() < EPS);
        optional.sort_by(f64::total_cmp);
        optional.dedup_by(|a, b| (*a - *b).abs() < MIN_GAP);
        optional.retain(|value| {
            let place = needed.partition_point(|other| other < value);
            let near = |other: Option<&f64>| other.is_some_and(|o| (o - value).abs() < MIN_GAP);
            !near(needed.get(place)) && !near(place.checked_sub(1).and_then(|p| needed.get(p)))
        });
        needed.append(&mut optional);
        needed.sort_by(f64::total_cmp);
        needed
    }
}

/// The grid: nodes at all crossings, edges between neighbours, each with a cost.
#[derive(Debug)]
pub(in crate::route) struct CostGrid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    points: IxVec<Node, Point>,
    /// Surcharge of the edge from a node to its right neighbour; infinite when impassable or not there.
    right: IxVec<Node, f64>,
    /// Surcharge of the edge from a node to its lower neighbour.
    down: IxVec<Node, f64>,
}

impl CostGrid {
    /// A grid without surcharges over sorted coordinates.
    pub(in crate::route) fn new(xs: Vec<f64>, ys: Vec<f64>) -> Self {
        let points: Vec<Point> = ys.iter().flat_map(|y| xs.iter().map(move |x| Point::new(*x, *y))).collect();
        let price = |is_there: bool| if is_there { 0.0 } else { f64::INFINITY };
        let (right_end, lower_end) = (xs.last().copied(), ys.last().copied());
        let right = points.iter().map(|at| price(Some(at.x) != right_end)).collect();
        let down = points.iter().map(|at| price(Some(at.y) != lower_end)).collect();
        Self {
            points: IxVec::new(points, Point::new(f64::NAN, f64::NAN)),
            right: IxVec::new(right, f64::INFINITY),
            down: IxVec::new(down, f64::INFINITY),
            xs,
            ys,
        }
    }

    /// How many nodes there are.
    pub(in crate::route) fn nodes(&self) -> usize {
        self.points.len()
    }

    /// Where a node lies.
    pub(in crate::route) fn point(&self, node: Node) -> Point {
        *self.points.get(node)
    }

    /// The node at a point, when both coordinates are in the grid.
    pub(in crate::route) fn node_at(&self, point: Point) -> Option<Node> {
        Some(self.node(find(&self.xs, point.x)?, find(&self.ys, point.y)?))
    }

    /// The neighbour in a direction, with the cost of going there: length plus surcharge.
    pub(in crate::route) fn step(&self, node: Node, dir: Dir) -> Option<(Node, f64)> {
        let to = self.beside(node, dir)?;
        let surcharge = match dir {
            Dir::Right => *self.right.get(node),
            Dir::Down => *self.down.get(node),
            Dir::Left => *self.right.get(to),
            Dir::Up => *self.down.get(to),
        };
        let step = self.point(to) - self.point(node);
        surcharge.is_finite().then(|| (to, step.x.abs() + step.y.abs() + surcharge))
    }

    /// The neighbour in a direction; where there is none, some node to which no passable edge leads.
    pub(in crate::route) fn beside(&self, node: Node, dir: Dir) -> Option<Node> {
        let (at, width) = (node.at(), self.xs.len());
        match dir {
            Dir::Right => Some(at + 1),
            Dir::Down => Some(at + width),
            Dir::Left => at.checked_sub(1),
            Dir::Up => at.checked_sub(width),
        }
        .map(Node)
    }

    /// Adds `cost(edge)` to the edges in and right around `area`.
    pub(in crate::route) fn charge(&mut self, area: Rect, price: impl Fn(&Seg) -> f64) {
        let cols = span(&self.xs, area.x0, area.x1);
        let rows = span(&self.ys, area.y0, area.y1);
        for row in rows {
            for col in cols.clone() {
                let node = self.node(col, row);
                let at = self.point(node);
                if let Some(x) = self.xs.get(col + 1) {
                    let edge = edge(Orientation::Horizontal, at, *x);
                    if let Some(cost) = self.right.get_mut(node) {
                        *cost += price(&edge);
                    }
                }
                if let Some(y) = self.ys.get(row + 1) {
                    let edge = edge(Orientation::Vertical, at, *y);
                    if let Some(cost) = self.down.get_mut(node) {
                        *cost += price(&edge);
                    }
                }
            }
        }
    }

    fn node(&self, col: usize, row: usize) -> Node {
        Node(row * self.xs.len() + col)
    }
}

/// The edge from `from` along `axis` up to the coordinate `end`.
fn edge(axis: Orientation, from: Point, end: f64) -> Seg {
    Seg { axis, at: axis.across(from), lo: axis.along(from), hi: end }
}

/// Position of a value in sorted coordinates.
fn find(values: &[f64], value: f64) -> Option<usize> {
    let place = values.partition_point(|other| *other < value - EPS);
    values.get(place).is_some_and(|found| (found - value).abs() < 2.0 * EPS).then_some(place)
}

/// Positions from one before `lo` to the last one not after `hi`.
fn span(values: &[f64], lo: f64, hi: f64) -> std::ops::Range<usize> {
    let first = values.partition_point(|value| *value < lo);
    let end = values.partition_point(|value| *value <= hi);
    first.saturating_sub(1)..end
}
