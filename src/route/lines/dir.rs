//! The four directions a line can run in.

use kurbo::{Point, Vec2};

use crate::geom::Orientation;
use crate::geom::Side;

/// A direction of travel; `y` grows downwards.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(in crate::route) enum Dir {
    Right,
    Down,
    Left,
    Up,
}

impl Dir {
    /// All directions, clockwise.
    pub(in crate::route) const ALL: [Self; 4] = [Self::Right, Self::Down, Self::Left, Self::Up];

    /// The direction out of a side.
    pub(in crate::route) fn out_of(side: Side) -> Self {
        match side {
            Side::Top => Self::Up,
            Side::Right => Self::Right,
            Side::Bottom => Self::Down,
            Side::Left => Self::Left,
        }
    }

    /// The direction of the segment from `a` to `b`, by its larger extent.
    pub(in crate::route) fn between(a: Point, b: Point) -> Option<Self> {
        let step = b - a;
        if step.hypot() < 1e-6 {
            None
        } else if step.x.abs() >= step.y.abs() {
            Some(if step.x > 0.0 { Self::Right } else { Self::Left })
        } else {
            Some(if step.y > 0.0 { Self::Down } else { Self::Up })
        }
    }

    /// A small number that is different for each direction.
    pub(in crate::route) fn ordinal(self) -> usize {
        match self {
            Self::Right => 0,
            Self::Down => 1,
            Self::Left => 2,
            Self::Up => 3,
        }
    }

    /// The direction back.
    pub(in crate::route) fn opposite(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Down => Self::Up,
            Self::Left => Self::Right,
            Self::Up => Self::Down,
        }
    }

    /// The unit vector.
    pub(in crate::route) fn unit(self) -> Vec2 {
        match self {
            Self::Right => Vec2::new(1.0, 0.0),
            Self::Down => Vec2::new(0.0, 1.0),
            Self::Left => Vec2::new(-1.0, 0.0),
            Self::Up => Vec2::new(0.0, -1.0),
        }
    }

    /// Along which axis the direction runs.
    pub(in crate::route) fn axis(self) -> Orientation {
        match self {
            Self::Right | Self::Left => Orientation::Horizontal,
            Self::Down | Self::Up => Orientation::Vertical,
        }
    }

    /// The least number of bends from `here`, facing `self`, to `there`, arriving in `arrival`.
    ///
    /// A lower bound for the search: it knows no obstacles.
    pub(in crate::route) fn least_bends(self, here: Point, there: Point, arrival: Option<Self>) -> u32 {
        let step = there - here;
        let ahead = step.dot(self.unit());
        let aside = step.cross(self.unit()).abs();
        let Some(arrival) = arrival else {
            return u32::from(aside > 1e-6 || ahead < -1e-6);
        };
        if arrival == self {
            if ahead < -1e-6 {
                4
            } else if aside > 1e-6 {
                2
            } else {
                0
            }
        } else if arrival == self.opposite() {
            2
        } else if ahead >= -1e-6 && step.dot(arrival.unit()) >= -1e-6 {
            1
        } else {
            3
        }
    }
}
