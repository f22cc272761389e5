//! Open lines of straight segments, as connectors are.

use super::{Point, Rect};

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
    fn a_segment_along_an_edge_does_not_cross() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!segment_crosses_rect(Point::new(-5.0, 0.0), Point::new(15.0, 0.0), rect));
        assert!(segment_crosses_rect(Point::new(-5.0, 5.0), Point::new(15.0, 5.0), rect));
    }
}
