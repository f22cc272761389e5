//! Open lines of straight segments, as connectors are.

use kurbo::{Point, Rect};

/// Two coordinates closer than this are the same place: half the smallest stored difference.
const SAME: f64 = 0.005;

/// An open line through at least two points.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polyline {
    /// The corners, ends included.
    pub points: Vec<Point>,
}

impl Polyline {
    /// A line through `points`, kept as they are.
    pub const fn new(points: Vec<Point>) -> Self {
        Self { points }
    }

    /// The pieces between neighbouring points.
    pub fn segments(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        self.points.iter().zip(self.points.iter().skip(1)).map(|(a, b)| (*a, *b))
    }

    /// The box around the line; `None` where it has no segments.
    pub fn bounds(&self) -> Option<Rect> {
        self.segments().map(|(a, b)| Rect::from_points(a, b)).reduce(|all, one| all.union(one))
    }

    /// The point of the line, whose segments run along x or y, that is nearest to `at`; `at` for a line without any.
    pub fn nearest(&self, at: Point) -> Point {
        let on = |(a, b): (Point, Point)| {
            let piece = Rect::from_points(a, b);
            Point::new(at.x.clamp(piece.x0, piece.x1), at.y.clamp(piece.y0, piece.y1))
        };
        self.segments().map(on).min_by(|a, b| a.distance(at).total_cmp(&b.distance(at))).unwrap_or(at)
    }

    /// Whether each segment runs along x or y.
    pub fn is_orthogonal(&self) -> bool {
        self.segments().all(|(a, b)| (a.x - b.x).abs() < SAME || (a.y - b.y).abs() < SAME)
    }
}

/// Whether the axis-parallel segment `a`–`b` passes through the inside of `rect`; touching its edge does not
/// count.
pub fn segment_crosses_rect(a: Point, b: Point, rect: Rect) -> bool {
    let r = rect.inset(-0.01);
    let s = Rect::from_points(a, b);
    s.x0 < r.x1 && s.x1 > r.x0 && s.y0 < r.y1 && s.y1 > r.y0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slanted_segment_is_not_orthogonal() {
        // 0,0 ──── 10,0
        //            │
        //          10,30
        let mut line = Polyline::new(vec![Point::ZERO, Point::new(10.0, 0.0), Point::new(10.0, 30.0)]);
        assert!(line.is_orthogonal());
        line.points.push(Point::new(12.0, 40.0));
        assert!(!line.is_orthogonal());
    }

    #[test]
    fn the_nearest_point_of_a_line_is_on_it() {
        let line = Polyline::new(vec![Point::ZERO, Point::new(10.0, 0.0), Point::new(10.0, 30.0)]);
        assert_eq!(line.nearest(Point::new(4.0, 3.0)), Point::new(4.0, 0.0));
        assert_eq!(line.nearest(Point::new(25.0, 20.0)), Point::new(10.0, 20.0));
    }

    #[test]
    fn a_segment_along_an_edge_does_not_cross() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!segment_crosses_rect(Point::new(-5.0, 0.0), Point::new(15.0, 0.0), rect));
        assert!(segment_crosses_rect(Point::new(-5.0, 5.0), Point::new(15.0, 5.0), rect));
    }
}
