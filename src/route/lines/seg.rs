//! Horizontal and vertical segments, so that one piece of code serves both axes.

use kurbo::{Point, Rect};

use crate::geom::Orientation;

/// Tolerance for "the same coordinate", in document units.
pub(in crate::route) const EPS: f64 = 1e-6;

/// A horizontal or vertical segment: `lo ≤ hi` along `axis`, at `at` across it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::route) struct Seg {
    pub(in crate::route) axis: Orientation,
    pub(in crate::route) at: f64,
    pub(in crate::route) lo: f64,
    pub(in crate::route) hi: f64,
}

impl Seg {
    /// The segment between two points; `None` when it is slanted or has no length.
    pub(in crate::route) fn between(a: Point, b: Point) -> Option<Self> {
        let level = (a.y - b.y).abs() < EPS;
        let plumb = (a.x - b.x).abs() < EPS;
        let axis = match (level, plumb) {
            (true, false) => Orientation::Horizontal,
            (false, true) => Orientation::Vertical,
            (true, true) | (false, false) => return None,
        };
        let (p, q) = (axis.along(a), axis.along(b));
        Some(Self { axis, at: axis.across(a), lo: p.min(q), hi: p.max(q) })
    }

    /// Its length.
    pub(in crate::route) fn len(&self) -> f64 {
        self.hi - self.lo
    }

    /// The box it spans (without area).
    pub(in crate::route) fn area(&self) -> Rect {
        Rect::from_points(self.axis.point(self.lo, self.at), self.axis.point(self.hi, self.at))
    }

    /// Whether it passes the interior of a box.
    pub(in crate::route) fn enters(&self, rect: Rect) -> bool {
        let (a0, a1) = self.axis.span_along(rect);
        let (c0, c1) = self.axis.span_across(rect);
        self.at > c0 + EPS && self.at < c1 - EPS && self.hi > a0 + EPS && self.lo < a1 - EPS
    }

    /// The length that both segments' extents have in common; negative when they are apart.
    pub(in crate::route) fn common(&self, other: &Self) -> f64 {
        self.hi.min(other.hi) - self.lo.max(other.lo)
    }
}

/// The upright segments of a polyline; slanted ones are left out.
pub(in crate::route) fn segs(points: &[Point]) -> Vec<Seg> {
    pairs(points).filter_map(|(a, b)| Seg::between(a, b)).collect()
}

/// Neighbouring points of a polyline.
pub(in crate::route) fn pairs(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().copied().skip(1))
}

/// Drops repeated points and points in the middle of a straight run.
///
/// The turning point of a line that doubles back is kept.
pub(in crate::route) fn simplify(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if out.last().is_some_and(|last| last.distance(point) < EPS) {
            continue;
        }
        if let [.., a, b] = out.as_slice() {
            let (first, second) = (*b - *a, point - *b);
            let straight = first.cross(second).abs() < EPS * (1.0 + first.hypot() * second.hypot());
            if straight && first.dot(second) > 0.0 {
                out.pop();
            }
        }
        out.push(point);
    }
    out
}

/// Whether two boxes overlap or touch.
pub(in crate::route) fn touch(a: Rect, b: Rect) -> bool {
    a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1
}

/// The smallest box around some points; an empty box at the origin when there are none.
pub(in crate::route) fn around(points: &[Point]) -> Rect {
    let mut points = points.iter();
    let Some(first) = points.next() else {
        return Rect::ZERO;
    };
    points.fold(Rect::from_points(*first, *first), |area, point| area.union_pt(*point))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplify_keeps_corners_and_turning_points_only() {
        let line = [(0.0, 0.0), (5.0, 0.0), (5.0, 0.0), (9.0, 0.0), (9.0, 4.0)];
        let corners = [(0.0, 0.0), (9.0, 0.0), (9.0, 4.0)].map(Point::from);
        assert_eq!(simplify(&line.map(Point::from)), corners);
        let back = [(0.0, 0.0), (9.0, 0.0), (4.0, 0.0)].map(Point::from);
        assert_eq!(simplify(&back), back);
    }
}
