//! The upright pieces of all connectors: what level pieces jump over.

use crate::geom::{Point, Rect};

/// Upright pieces by x, with their upper and lower ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Uprights(Vec<(f64, f64, f64)>);

impl Uprights {
    /// Adds the upright pieces of a line.
    pub(super) fn add(&mut self, points: &[Point]) {
        for piece in pieces(points) {
            let place = self.0.partition_point(|other| other.0 < piece.0);
            self.0.insert(place, piece);
        }
    }

    /// Adds the upright pieces of many lines.
    pub(super) fn add_all<'a>(&mut self, lines: impl Iterator<Item = &'a [Point]>) {
        self.0.extend(lines.flat_map(pieces));
        self.0.sort_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Takes the upright pieces of a line out again.
    pub(super) fn remove(&mut self, points: &[Point]) {
        for piece in pieces(points) {
            let first = self.0.partition_point(|other| other.0 < piece.0);
            let place = self.0.iter().skip(first).position(|other| *other == piece);
            if let Some(place) = place {
                self.0.remove(first + place);
            }
        }
    }

    /// The x of each upright piece that the level piece `a`–`b` crosses, `room` away from its ends, from left
    /// to right.
    pub(super) fn crossed(&self, a: Point, b: Point, room: f64) -> Vec<f64> {
        let (left, right) = (a.x.min(b.x) + room, a.x.max(b.x) - room);
        let first = self.0.partition_point(|(x, _, _)| *x < left);
        let near = self.0.iter().skip(first).take_while(|(x, _, _)| *x <= right);
        near.filter(|(_, top, bottom)| *top + 1.0 < a.y && a.y < *bottom - 1.0).map(|(x, _, _)| *x).collect()
    }
}

/// The upright pieces of a line as rectangles without width.
pub(super) fn upright_rects(points: &[Point]) -> impl Iterator<Item = Rect> {
    pieces(points).map(|(x, top, bottom)| Rect::new(x, top, x, bottom))
}

fn pieces(points: &[Point]) -> impl Iterator<Item = (f64, f64, f64)> {
    let ends = points.iter().zip(points.iter().skip(1));
    ends.filter(|(a, b)| (a.x - b.x).abs() < 0.01).map(|(a, b)| (a.x, a.y.min(b.y), a.y.max(b.y)))
}
