//! The two directions of a page.

use kurbo::{Point, Rect, Vec2};

use super::Orientation;

/// One of the two directions of a page, whichever way its flow runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// In the direction of the flow: phases follow each other.
    Along,
    /// From lane to lane.
    Across,
}

impl Axis {
    /// The coordinate of a point in this direction.
    pub const fn of(self, orientation: Orientation, p: Point) -> f64 {
        match self {
            Self::Along => orientation.along(p),
            Self::Across => orientation.across(p),
        }
    }

    /// The extent of a rectangle in this direction: start and end.
    pub const fn span(self, orientation: Orientation, rect: Rect) -> (f64, f64) {
        match self {
            Self::Along => orientation.span_along(rect),
            Self::Across => orientation.span_across(rect),
        }
    }

    /// The way of length `by` in this direction.
    pub fn vector(self, orientation: Orientation, by: f64) -> Vec2 {
        self.moved(orientation, Point::ZERO, by).to_vec2()
    }

    /// The point so far from `p` in this direction.
    pub const fn moved(self, orientation: Orientation, p: Point, by: f64) -> Point {
        let (along, across) = (orientation.along(p), orientation.across(p));
        match self {
            Self::Along => orientation.point(along + by, across),
            Self::Across => orientation.point(along, across + by),
        }
    }
}
