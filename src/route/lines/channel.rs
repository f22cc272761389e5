//! Channels: the free strips between steps.
//!
//! Owns midlines (coordinates worth searching) and how far a segment may be moved sideways.

use kurbo::Rect;

use crate::{
    geom::{Orientation, RectIndex},
    route::lines::seg::{EPS, Seg},
};

/// How far is looked first for what is nearest.
const FIRST_LOOK: f64 = 256.0;

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
///
/// `index` holds the same steps.
pub(in crate::route) fn midlines(steps: &[Rect], index: &RectIndex) -> Vec<Midline> {
    let mut out = Vec::new();
    for step in steps {
        for axis in [Orientation::Horizontal, Orientation::Vertical] {
            let (_, end) = axis.span_across(*step);
            if let Some(next) = next_behind(axis, *step, index) {
                out.push(Midline {
                    axis,
                    at: f64::midpoint(end, axis.span_across(next).0),
                    area: step.union(next),
                });
            }
        }
    }
    out
}

/// The nearest box behind `step` across an axis, the first of equals.
fn next_behind(axis: Orientation, step: Rect, index: &RectIndex) -> Option<Rect> {
    let ((from, to), (_, end)) = (axis.span_along(step), axis.span_across(step));
    let begin = |other: &Rect| axis.span_across(*other).0;
    looks(index, |bounds| axis.span_across(bounds).1 - end).find_map(|reach| {
        let area = Rect::from_points(axis.point(from, end), axis.point(to, end + reach));
        let found = index.touching(area).into_iter().filter_map(|number| index.get(number));
        let behind = found.filter(|other| begin(other) >= end && overlap(axis, step, *other) > 0.0);
        // All that begins so near was looked at.
        behind.min_by(|a, b| begin(a).total_cmp(&begin(b)))
    })
}

/// How far to look, further and further, until all of an index is in sight: `most` says how far that is, given the box
/// around it.
fn looks(index: &RectIndex, most: impl Fn(Rect) -> f64) -> impl Iterator<Item = f64> {
    let most = index.bounds().map(most).filter(|most| *most >= 0.0);
    let next = move |reach: &f64| most.filter(|most| reach < most).map(|_| reach * 2.0);
    std::iter::successors(most.map(|_| FIRST_LOOK), next)
}

/// How much two boxes share of the extent along `axis`.
fn overlap(axis: Orientation, a: Rect, b: Rect) -> f64 {
    let ((a0, a1), (b0, b1)) = (axis.span_along(a), axis.span_along(b));
    a1.min(b1) - a0.max(b0)
}

/// The nearest steps on both sides of a segment, as coordinates across it.
///
/// Steps that the segment passes are ignored, and the one with the number `but`; with none on a side, that side is
/// infinite. Steps within `margin` of the segment's ends count, so that its corners stay clear as well.
pub(in crate::route) fn walls(seg: &Seg, steps: &RectIndex, but: Option<usize>, margin: f64) -> (f64, f64) {
    let axis = seg.axis;
    // The spans across of what stands beside the segment, as far away as `to`.
    let beside = |to: f64| {
        let (one, other) = (axis.point(seg.lo - margin, seg.at), axis.point(seg.hi + margin, to));
        let area = Rect::from_points(one, other).inflate(EPS, EPS);
        let found = steps.touching(area).into_iter().filter(move |number| Some(*number) != but);
        let found = found.filter_map(|number| steps.get(number)).filter(move |step| {
            let (lo, hi) = axis.span_along(*step);
            hi > seg.lo - margin + EPS && lo < seg.hi + margin - EPS
        });
        found.map(move |step| axis.span_across(step))
    };
    // What ends or begins in the reach of a look was all looked at.
    let low = looks(steps, |bounds| seg.at - axis.span_across(bounds).0).find_map(|reach| {
        let fars = beside(seg.at - reach).map(|(_, far)| far).filter(|far| *far <= seg.at + EPS);
        fars.reduce(f64::max)
    });
    let high = looks(steps, |bounds| axis.span_across(bounds).1 - seg.at).find_map(|reach| {
        let spans = beside(seg.at + reach).filter(|(near, far)| *far > seg.at + EPS && *near >= seg.at - EPS);
        spans.map(|(near, _)| near).reduce(f64::min)
    });
    (low.unwrap_or(f64::NEG_INFINITY), high.unwrap_or(f64::INFINITY))
}
