//! The four sides of an upright rectangle.

use serde::{Deserialize, Serialize};

use kurbo::{Point, Rect, Vec2};

/// A side of a step or lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Side {
    /// Smallest y.
    Top,
    /// Largest x.
    Right,
    /// Largest y.
    Bottom,
    /// Smallest x.
    Left,
}

impl Side {
    /// All sides, clockwise from the top.
    pub const ALL: [Self; 4] = [Self::Top, Self::Right, Self::Bottom, Self::Left];

    /// The side across the rectangle.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Top => Self::Bottom,
            Self::Right => Self::Left,
            Self::Bottom => Self::Top,
            Self::Left => Self::Right,
        }
    }

    /// The unit vector that points out of the rectangle.
    pub const fn normal(self) -> Vec2 {
        match self {
            Self::Top => Vec2::new(0.0, -1.0),
            Self::Right => Vec2::new(1.0, 0.0),
            Self::Bottom => Vec2::new(0.0, 1.0),
            Self::Left => Vec2::new(-1.0, 0.0),
        }
    }

    /// Whether a line that leaves here runs along x.
    pub const fn is_horizontal(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// The place on this side of `rect`: `t` from 0 to 1, left to right or top to bottom.
    pub fn at(self, rect: Rect, t: f64) -> Point {
        let x = rect.x0 + rect.width() * t;
        let y = rect.y0 + rect.height() * t;
        match self {
            Self::Top => Point::new(x, rect.y0),
            Self::Right => Point::new(rect.x1, y),
            Self::Bottom => Point::new(x, rect.y1),
            Self::Left => Point::new(rect.x0, y),
        }
    }
}
