//! Where connectors meet an outline.

use crate::{
    geom::{BezPath, Point, Rect, Side},
    model::StepKind,
};
use kurbo::{Line, ParamCurve as _};

use super::outline;

/// The point of a step's outline that lies behind the place `t` (0 to 1, left to right or top to bottom) on
/// `side` of its rectangle.
///
/// ```text
///        t
///   ┌────┊─────┐    the ray enters the rectangle at right angles
///   │   ╱•╲    │    and ends where it meets the outline
/// ```
pub fn place(kind: StepKind, rect: Rect, side: Side, t: f64) -> Point {
    let start = side.at(rect, t);
    if is_straight(kind, side) || (t == 0.5 && touches_in_the_middle(kind)) {
        return start;
    }
    let depth = if side.is_horizontal() { rect.width() } else { rect.height() };
    // From a little outside, so that an outline that touches the rectangle is met as well.
    let ray = Line::new(start + side.normal(), start - side.normal() * depth);
    let drawn = outline(kind, rect);
    drawn
        .behind
        .iter()
        .chain([&drawn.body])
        .filter_map(|path| first_hit(path, ray))
        .min_by(|a, b| a.distance(start).total_cmp(&b.distance(start)))
        .unwrap_or(start)
}

/// Whether the outline runs along the whole of that side of the rectangle.
pub(crate) const fn is_straight(kind: StepKind, side: Side) -> bool {
    match kind {
        StepKind::Process | StepKind::Subprocess => true,
        StepKind::Data | StepKind::ManualOperation | StepKind::Preparation => !side.is_horizontal(),
        StepKind::Document | StepKind::Note => !matches!(side, Side::Bottom),
        StepKind::Database => side.is_horizontal(),
        StepKind::ManualInput => !matches!(side, Side::Top),
        StepKind::Delay => matches!(side, Side::Left),
        StepKind::OffPageConnector => matches!(side, Side::Top),
        StepKind::Start
        | StepKind::End(_)
        | StepKind::Decision(_)
        | StepKind::MultiDocument
        | StepKind::Display
        | StepKind::Event(_)
        | StepKind::OnPageConnector => false,
    }
}

/// Whether the outline touches each side of the rectangle in its middle.
const fn touches_in_the_middle(kind: StepKind) -> bool {
    matches!(kind, StepKind::Start | StepKind::End(_) | StepKind::Decision(_))
}

fn first_hit(path: &BezPath, ray: Line) -> Option<Point> {
    path.segments()
        .flat_map(|segment| segment.intersect_line(ray))
        .map(|hit| hit.line_t)
        .min_by(f64::total_cmp)
        .map(|t| ray.eval(t))
}

/// The places on `side` that a router may choose from, best first.
///
/// Round and pointed symbols are met in the middle of a side only.
pub const fn places(kind: StepKind, side: Side) -> &'static [f64] {
    const MIDDLE: &[f64] = &[0.5];
    const THREE: &[f64] = &[0.5, 0.25, 0.75];
    match kind {
        StepKind::Process
        | StepKind::Subprocess
        | StepKind::Database
        | StepKind::Document
        | StepKind::MultiDocument
        | StepKind::Note => THREE,
        StepKind::Data | StepKind::ManualOperation | StepKind::ManualInput | StepKind::Preparation => {
            if side.is_horizontal() { MIDDLE } else { THREE }
        }
        StepKind::Start
        | StepKind::End(_)
        | StepKind::Decision(_)
        | StepKind::Delay
        | StepKind::Display
        | StepKind::Event(_)
        | StepKind::OnPageConnector
        | StepKind::OffPageConnector => MIDDLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Branching;

    const RECT: Rect = Rect::new(0.0, 0.0, 100.0, 50.0);

    #[test]
    fn a_diamond_is_met_on_its_edges() {
        let kind = StepKind::Decision(Branching::Plain);
        assert!(place(kind, RECT, Side::Right, 0.5).distance(Point::new(100.0, 25.0)) < 1e-6);
        assert!(place(kind, RECT, Side::Top, 0.25).distance(Point::new(25.0, 12.5)) < 1e-6);
    }

    #[test]
    fn a_parallelogram_is_met_on_its_slanted_side() {
        // slant 14: the left side runs from (14, 0) to (0, 50)
        assert!(place(StepKind::Data, RECT, Side::Left, 0.5).distance(Point::new(7.0, 25.0)) < 1e-6);
    }

    #[test]
    fn every_offered_place_lies_on_the_outline() {
        for kind in StepKind::PALETTE {
            for side in Side::ALL {
                for t in places(kind, side) {
                    let p = place(kind, RECT, side, *t);
                    let drawn = outline(kind, RECT);
                    let ink = drawn.behind.iter().chain([&drawn.body]).flat_map(BezPath::segments);
                    let near = ink.map(|s| kurbo::ParamCurveNearest::nearest(&s, p, 1e-3).distance_sq);
                    assert!(near.fold(f64::INFINITY, f64::min) < 1e-3, "{kind:?} {side:?} {t}");
                }
            }
        }
    }
}
