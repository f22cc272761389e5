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

    /// The sum of the segments' lengths.
    pub fn length(&self) -> f64 {
        self.segments().map(|(a, b)| a.distance(b)).sum()
    }

    /// Whether each segment runs along x or y.
    pub fn is_orthogonal(&self) -> bool {
        self.segments().all(|(a, b)| (a.x - b.x).abs() < SAME || (a.y - b.y).abs() < SAME)
    }

    /// The place half-way along the line, or `None` for a line without points.
    pub fn midpoint(&self) -> Option<Point> {
        let mut left = self.length() / 2.0;
        for (a, b) in self.segments() {
            let length = a.distance(b);
            if left <= length && length > 0.0 {
                return Some(a.lerp(b, left / length));
            }
            left -= length;
        }
        self.points.first().copied()
    }

    /// The smallest rectangle around the line, or `None` for a line without points.
    pub fn bounds(&self) -> Option<Rect> {
        let first = *self.points.first()?;
        Some(self.points.iter().fold(Rect::from_points(first, first), |r, p| r.union_pt(*p)))
    }

    /// How near the line passes to `p`.
    pub fn distance_to(&self, p: Point) -> f64 {
        self.segments().map(|(a, b)| distance_to_segment(p, a, b)).fold(f64::INFINITY, f64::min)
    }
}

fn distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let ab = b - a;
    let t = if ab.hypot2() > 0.0 { ((p - a).dot(ab) / ab.hypot2()).clamp(0.0, 1.0) } else { 0.0 };
    p.distance(a + ab * t)
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
    fn midpoint_lies_half_way_along_the_bends() {
        // 0,0 ──10── 10,0
        //             │ 30
        //            10,30
        let line = Polyline::new(vec![Point::ZERO, Point::new(10.0, 0.0), Point::new(10.0, 30.0)]);
        assert_eq!(line.midpoint(), Some(Point::new(10.0, 10.0)));
        assert!(line.is_orthogonal());
        assert_eq!(line.distance_to(Point::new(13.0, 20.0)), 3.0);
    }

    #[test]
    fn a_segment_along_an_edge_does_not_cross() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!segment_crosses_rect(Point::new(-5.0, 0.0), Point::new(15.0, 0.0), rect));
        assert!(segment_crosses_rect(Point::new(-5.0, 5.0), Point::new(15.0, 5.0), rect));
    }
}
