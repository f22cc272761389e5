//! Which way a page or a piece of a line runs, and the arithmetic that spares everybody else from asking.

use serde::{Deserialize, Serialize};

use kurbo::{Point, Rect, Size};

use super::Side;

/// The direction of a page's flow, where lanes lie along it, side by side across it; or that of a straight piece of a
/// line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Orientation {
    /// The flow runs left to right; lanes are rows.
    #[default]
    Horizontal,
    /// The flow runs top to bottom; lanes are columns.
    Vertical,
}

impl Orientation {
    /// The coordinate in the direction of the flow.
    pub const fn along(self, p: Point) -> f64 {
        match self {
            Self::Horizontal => p.x,
            Self::Vertical => p.y,
        }
    }

    /// The coordinate across the lanes.
    pub const fn across(self, p: Point) -> f64 {
        match self {
            Self::Horizontal => p.y,
            Self::Vertical => p.x,
        }
    }

    /// The point with these two coordinates.
    pub const fn point(self, along: f64, across: f64) -> Point {
        match self {
            Self::Horizontal => Point::new(along, across),
            Self::Vertical => Point::new(across, along),
        }
    }

    /// The extent of `rect` in the direction of the flow: start and end.
    pub const fn span_along(self, rect: Rect) -> (f64, f64) {
        match self {
            Self::Horizontal => (rect.x0, rect.x1),
            Self::Vertical => (rect.y0, rect.y1),
        }
    }

    /// The extent of `rect` across the lanes: start and end.
    pub const fn span_across(self, rect: Rect) -> (f64, f64) {
        match self {
            Self::Horizontal => (rect.y0, rect.y1),
            Self::Vertical => (rect.x0, rect.x1),
        }
    }

    /// The rectangle with these extents.
    pub const fn rect(self, along: (f64, f64), across: (f64, f64)) -> Rect {
        match self {
            Self::Horizontal => Rect::new(along.0, across.0, along.1, across.1),
            Self::Vertical => Rect::new(across.0, along.0, across.1, along.1),
        }
    }

    /// How far `size` reaches in the direction of the flow.
    pub const fn length(self, size: Size) -> f64 {
        match self {
            Self::Horizontal => size.width,
            Self::Vertical => size.height,
        }
    }

    /// The side that the flow leaves by.
    pub const fn forward(self) -> Side {
        match self {
            Self::Horizontal => Side::Right,
            Self::Vertical => Side::Bottom,
        }
    }
}
