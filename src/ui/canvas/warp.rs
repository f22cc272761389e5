//! Where things are painted that are on their way: shifted, or stretched between edges that move.

use eframe::egui::{Pos2, Rect, Vec2, pos2};

use crate::geom::{Orientation, f32_from};

/// A piece of an axis that is drawn elsewhere. What lies beside it moves with its ends.
///
/// ```text
///  ──────┤ is ├──────────
///  ──────────┤   shown   ├────
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch {
    is: (f32, f32),
    shown: (f32, f32),
}

impl Stretch {
    /// The piece `is`, drawn where `shown` says.
    pub(super) fn new(is: (f64, f64), shown: (f64, f64)) -> Self {
        let pair = |(from, to)| (f32_from(from), f32_from(to));
        Self { is: pair(is), shown: pair(shown) }
    }

    const fn shift(by: f32) -> Self {
        Self { is: (0.0, 0.0), shown: (by, by) }
    }

    fn at(self, v: f32) -> f32 {
        let Self { is, shown } = self;
        if v <= is.0 {
            v - is.0 + shown.0
        } else if v >= is.1 {
            v - is.1 + shown.1
        } else {
            shown.0 + (v - is.0) * (shown.1 - shown.0) / (is.1 - is.0)
        }
    }
}

/// Where the points of a thing are painted, in document coordinates.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Warp {
    x: Stretch,
    y: Stretch,
}

impl Warp {
    /// Everything beside its place.
    pub(super) const fn shift(by: Vec2) -> Self {
        Self { x: Stretch::shift(by.x), y: Stretch::shift(by.y) }
    }

    /// Stretched along the flow and across it.
    pub(super) const fn new(orientation: Orientation, along: Stretch, across: Stretch) -> Self {
        match orientation {
            Orientation::Horizontal => Self { x: along, y: across },
            Orientation::Vertical => Self { x: across, y: along },
        }
    }

    /// Where a point is painted.
    pub(super) fn at(&self, p: Pos2) -> Pos2 {
        pos2(self.x.at(p.x), self.y.at(p.y))
    }

    /// Where a rectangle is painted.
    pub(super) fn rect(&self, rect: Rect) -> Rect {
        Rect::from_two_pos(self.at(rect.min), self.at(rect.max))
    }

    /// The same for letters, which keep their shapes: they move as the middle of their place does.
    pub(super) fn of_text(&self, place: Rect) -> Self {
        Self::shift(self.at(place.center()) - place.center())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_a_stretch_moves_with_its_ends() {
        let stretch = Stretch::new((10.0, 20.0), (30.0, 60.0));
        let at = [0.0, 10.0, 15.0, 20.0, 22.0].map(|v| stretch.at(v));
        assert_eq!(at, [20.0, 30.0, 45.0, 60.0, 62.0]);
        assert_eq!(Stretch::shift(4.0).at(-3.0), 1.0);
    }
}
