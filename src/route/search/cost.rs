//! What a stretch of line costs beyond its length, given the other lines and the barriers.
//!
//! Owns the costs of nearness; the search adds length and bends itself.

use kurbo::{Point, Rect};

use crate::route::lines::seg::Seg;
use crate::route::request::{Barrier, RouteSettings};

/// Closer than this, two parallel lines look like one.
const SAME: f64 = 1.0;
/// Cost per unit of running right beside another line; falls to nothing at `spacing`.
const BESIDE: f64 = 0.6;
/// The part of the cost of running on another line that is paid where both arrive at the same step.
const MERGED: f64 = 0.02;
/// The same where both leave the same step.
const FORKED: f64 = 0.2;
/// Cost per unit of running along a barrier; falls to nothing at `clearance`.
const ALONG_BARRIER: f64 = 0.8;
/// Cost of a port that another line uses.
const SHARED_PORT: f64 = 140.0;
/// Cost of the corner of a decision that another branch leaves through.
const SHARED_CORNER: f64 = 220.0;
/// Cost of a port that another line passes the other way: nobody could tell which of them the arrowhead belongs to, so
/// that any detour is better.
const OPPOSED_PORT: f64 = 2000.0;
/// Cost of leaving a step at the side where another line arrives, or the reverse.
pub(in crate::route) const BOTH_WAYS: f64 = 45.0;
/// Cost of a port where another line arrives as well.
const MERGED_PORT: f64 = 60.0;

/// Cost per unit of running through a label that stands already.
const THROUGH_LABEL: f64 = 30.0;

/// How two lines relate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::route) enum LineRelation {
    /// Both arrive at the same step and may merge into one arrowhead.
    Merge,
    /// They must stay apart.
    Apart,
    /// Both leave the same step; where that is a decision, it is to be seen that there are two ways.
    Branch,
    /// One leaves where the other one arrives.
    Opposed,
}

/// The cost `seg` pays for `other`, a segment of another line.
///
/// Crossings are counted on the half-open stretch `lo..hi`, so that a line cut into pieces pays
/// each crossing once.
pub(in crate::route) fn meeting(
    seg: &Seg,
    other: &Seg,
    relation: LineRelation,
    settings: &RouteSettings,
) -> f64 {
    if seg.axis != other.axis {
        let crosses =
            other.at >= seg.lo && other.at < seg.hi && seg.at > other.lo + SAME && seg.at < other.hi - SAME;
        return if crosses { settings.crossing_cost } else { 0.0 };
    }
    let common = seg.common(other);
    let gap = (seg.at - other.at).abs();
    if common <= 0.0 || gap >= settings.spacing - 0.01 {
        return 0.0;
    }
    if gap >= SAME {
        return common * BESIDE * (1.0 - gap / settings.spacing);
    }
    match relation {
        LineRelation::Merge => common * settings.overlap_cost * MERGED,
        LineRelation::Branch => common * settings.overlap_cost * FORKED,
        LineRelation::Apart | LineRelation::Opposed => common * settings.overlap_cost,
    }
}

/// The cost `seg` pays for running along a barrier.
pub(in crate::route) fn along(seg: &Seg, barrier: Barrier, settings: &RouteSettings) -> f64 {
    let Some(border) = Seg::between(barrier.a, barrier.b) else {
        return 0.0;
    };
    let gap = (seg.at - border.at).abs();
    if seg.axis != border.axis || gap >= settings.clearance {
        return 0.0;
    }
    let rate = ALONG_BARRIER * (1.0 - gap / settings.clearance);
    seg.common(&border).max(0.0) * rate
}

/// The cost `seg` pays for passing through a label.
pub(in crate::route) fn through(seg: &Seg, label: Rect) -> f64 {
    if !seg.enters(label) {
        return 0.0;
    }
    let (lo, hi) = seg.axis.span_along(label);
    (seg.hi.min(hi) - seg.lo.max(lo)) * THROUGH_LABEL
}

/// The cost of a port when another line ends at `taken`.
pub(in crate::route) fn port_share(
    port: Point,
    taken: Point,
    relation: LineRelation,
    settings: &RouteSettings,
) -> f64 {
    let gap = port.distance(taken);
    if gap >= settings.spacing - 0.01 {
        return 0.0;
    }
    let price = match relation {
        LineRelation::Merge => MERGED_PORT,
        LineRelation::Apart => SHARED_PORT,
        LineRelation::Branch => SHARED_CORNER,
        LineRelation::Opposed => OPPOSED_PORT,
    };
    price * (1.0 - 0.5 * gap / settings.spacing)
}
