//! Channels: the free strips between steps.
//!
//! Owns midlines (coordinates worth searching) and how far a segment may be moved sideways.

use kurbo::Rect;

use crate::{
    geom::Orientation,
    route::lines::seg::{EPS, Seg},
};

/// The middle between two neighbouring steps.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::route) struct Midline {
    /// The axis a line in the channel runs along.
    pub(in crate::route) axis: Orientation,
    /// Its coordinate across that axis.
    pub(in crate::route) at: f64,
    /// The box between the two steps.
    pub(in crate::route) area: Rect,
}

/// The middles between each step and its nearest neighbours to the right and below.
///
/// ```text
///  ┌───┐ ┊ ┌───┐
///  │   │ ┊ │   │    ┊ midline
///  └───┘ ┊ └───┘
/// ```
pub(in crate::route) fn midlines(steps: &[Rect]) -> Vec<Midline> {
    let mut out = Vec::new();
    for step in steps {
        for axis in [Orientation::Horizontal, Orientation::Vertical] {
            let (_, end) = axis.span_across(*step);
            let next = steps
                .iter()
                .filter(|other| axis.span_across(**other).0 >= end && overlap(axis, *step, **other) > 0.0)
                .min_by(|a, b| axis.span_across(**a).0.total_cmp(&axis.span_across(**b).0));
            if let Some(next) = next {
                out.push(Midline {
                    axis,
                    at: f64::midpoint(end, axis.span_across(*next).0),
                    area: step.union(*next),
                });
            }
        }
    }
    out
}

/// How much two boxes share of the extent along `axis`.
fn overlap(axis: Orientation, a: Rect, b: Rect) -> f64 {
    let ((a0, a1), (b0, b1)) = (axis.span_along(a), axis.span_along(b));
    a1.min(b1) - a0.max(b0)
}

/// The nearest steps on both sides of a segment, as coordinates across it.
///
/// Steps that the segment passes are ignored; with none on a side, that side is infinite. Steps
/// within `margin` of the segment's ends count, so that its corners stay clear as well.
pub(in crate::route) fn walls(seg: &Seg, steps: &[Rect], margin: f64) -> (f64, f64) {
    let mut walls = (f64::NEG_INFINITY, f64::INFINITY);
    for step in steps {
        let (lo, hi) = seg.axis.span_along(*step);
        if hi <= seg.lo - margin + EPS || lo >= seg.hi + margin - EPS {
            continue;
        }
        let (near, far) = seg.axis.span_across(*step);
        if far <= seg.at + EPS {
            walls.0 = walls.0.max(far);
        } else if near >= seg.at - EPS {
            walls.1 = walls.1.min(near);
        }
    }
    walls
}
