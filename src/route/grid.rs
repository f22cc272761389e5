//! The orthogonal visibility graph of one search: a grid of interesting coordinates.
//!
//! Owns the coordinates and the price of every edge. Must not know jobs or ports. The grid keeps
//! all crossings of its lines and marks impassable edges, which is simpler than the sparse graph of
//! Wybrow et al. and as fast in the small windows it is used for.

use kurbo::{Point, Rect};

use crate::route::dir::Dir;
use crate::route::index::{Col, Ix as _, IxVec, Node, Row};
use crate::route::seg::{Axis, EPS, Seg};

/// Optional coordinates closer than this to another one are left out.
const MIN_GAP: f64 = 2.0;

/// Collects the coordinates of one axis.
#[derive(Default, Debug)]
pub(super) struct Coordinates {
    needed: Vec<f64>,
    optional: Vec<f64>,
}

impl Coordinates {
    /// Adds a coordinate that must be in the grid exactly.
    pub(super) fn need(&mut self, value: f64) {
        self.needed.push(value);
    }

    /// Adds a coordinate that may be dropped when another one is very near.
    pub(super) fn offer(&mut self, value: f64) {
        self.optional.push(value);
    }

    /// Sorted coordinates without repetitions.
    pub(super) fn finish(self) -> Vec<f64> {
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

/// The grid: nodes at all crossings, edges between neighbours, each with a price.
#[derive(Debug)]
pub(super) struct Grid {
    xs: IxVec<Col, f64>,
    ys: IxVec<Row, f64>,
    /// Surcharge of the edge from a node to its right neighbour; infinite when impassable.
    right: IxVec<Node, f64>,
    /// Surcharge of the edge from a node to its lower neighbour.
    down: IxVec<Node, f64>,
}

impl Grid {
    /// A grid without surcharges over sorted coordinates.
    pub(super) fn new(xs: Vec<f64>, ys: Vec<f64>) -> Self {
        let nodes = xs.len() * ys.len();
        Self {
            xs: IxVec::new(xs, f64::NAN),
            ys: IxVec::new(ys, f64::NAN),
            right: IxVec::filled(nodes, 0.0),
            down: IxVec::filled(nodes, 0.0),
        }
    }

    /// How many nodes there are.
    pub(super) fn nodes(&self) -> usize {
        self.right.len()
    }

    /// Where a node lies.
    pub(super) fn point(&self, node: Node) -> Point {
        let (col, row) = self.split(node);
        Point::new(*self.xs.get(col), *self.ys.get(row))
    }

    /// The node at a point, when both coordinates are in the grid.
    pub(super) fn node_at(&self, point: Point) -> Option<Node> {
        let col = find(self.xs.as_slice(), point.x)?;
        let row = find(self.ys.as_slice(), point.y)?;
        Some(self.node(Col(col), Row(row)))
    }

    /// The neighbour in a direction, with the price of going there: length plus surcharge.
    pub(super) fn step(&self, node: Node, dir: Dir) -> Option<(Node, f64)> {
        let to = self.neighbour(node, dir)?;
        let surcharge = match dir {
            Dir::Right => *self.right.get(node),
            Dir::Down => *self.down.get(node),
            Dir::Left => *self.right.get(to),
            Dir::Up => *self.down.get(to),
        };
        let length = self.point(node).distance(self.point(to));
        surcharge.is_finite().then_some((to, length + surcharge))
    }

    /// The neighbour in a direction, passable or not.
    pub(super) fn neighbour(&self, node: Node, dir: Dir) -> Option<Node> {
        let (Col(col), Row(row)) = self.split(node);
        let (col, row) = match dir {
            Dir::Right => (col + 1, row),
            Dir::Down => (col, row + 1),
            Dir::Left => (col.checked_sub(1)?, row),
            Dir::Up => (col, row.checked_sub(1)?),
        };
        (col < self.xs.len() && row < self.ys.len()).then(|| self.node(Col(col), Row(row)))
    }

    /// Adds `price(edge)` to the edges in and right around `area`.
    pub(super) fn charge(&mut self, area: Rect, price: impl Fn(&Seg) -> f64) {
        let cols = span(self.xs.as_slice(), area.x0, area.x1);
        let rows = span(self.ys.as_slice(), area.y0, area.y1);
        for row in rows {
            for col in cols.clone() {
                let node = self.node(Col(col), Row(row));
                let at = self.point(node);
                if let Some(x) = self.xs.as_slice().get(col + 1) {
                    let edge = edge(Axis::Horizontal, at, *x);
                    if let Some(cost) = self.right.get_mut(node) {
                        *cost += price(&edge);
                    }
                }
                if let Some(y) = self.ys.as_slice().get(row + 1) {
                    let edge = edge(Axis::Vertical, at, *y);
                    if let Some(cost) = self.down.get_mut(node) {
                        *cost += price(&edge);
                    }
                }
            }
        }
    }

    fn node(&self, col: Col, row: Row) -> Node {
        Node(row.at() * self.xs.len() + col.at())
    }

    fn split(&self, node: Node) -> (Col, Row) {
        let width = self.xs.len().max(1);
        (Col(node.at() % width), Row(node.at() / width))
    }
}

/// The edge from `from` along `axis` up to the coordinate `end`.
fn edge(axis: Axis, from: Point, end: f64) -> Seg {
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
