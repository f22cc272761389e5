//! The order of parallel segments across their channel, and which of them must keep apart.
//!
//! Owns the choice that saves crossings. Must not move anything.

use std::collections::BTreeMap;

use kurbo::Rect;

use crate::geom::RectIndex;
use crate::route::lines::index::{ConnectionIx, Ix as _, TrackIx};
use crate::route::lines::seg::{EPS, Seg};
use crate::route::tracks::spread::{Pair, Track};

/// Segments nearer than this are taken to lie on the same track.
pub(in crate::route) const SAME: f64 = 1.0;
/// Segments may change places up to this many spacings apart.
const SWAP: f64 = 2.5;

/// A segment of a line as a track.
#[derive(Clone, Copy, Debug)]
pub(in crate::route) struct Strand {
    pub(in crate::route) line: ConnectionIx,
    /// Position of the segment's first point.
    pub(in crate::route) place: usize,
    pub(in crate::route) seg: Seg,
    /// To which side the line goes on at the low and the high end: −1, 0 (it ends there) or 1.
    pub(in crate::route) turns: (f64, f64),
    pub(in crate::route) track: Track,
}

impl Strand {
    /// The box in which it may lie, and `more` around it.
    fn room(&self, more: f64) -> Rect {
        let Self { seg, track, .. } = self;
        let (lo, hi) = (track.lo - track.spare.0, track.hi + track.spare.1);
        let (low, high) = (lo.min(seg.at) - more, hi.max(seg.at) + more);
        Rect::from_points(seg.axis.point(seg.lo - more, low), seg.axis.point(seg.hi + more, high))
    }
}

/// −1, 0 or 1.
pub(in crate::route) fn side_of(distance: f64) -> f64 {
    if distance.abs() < EPS { 0.0 } else { distance.signum() }
}

/// The strands in the order of their tracks, low coordinates first.
///
/// Strands nearer than a few spacings are put in the order that avoids crossings where there is room to
/// change places. That relation is not always transitive, hence an insertion that tolerates it rather than a library
/// sort.
pub(in crate::route) fn ranked(strands: &[Strand], spacing: f64) -> Vec<TrackIx> {
    let mut sorted: Vec<(usize, &Strand)> = strands.iter().enumerate().collect();
    sorted.sort_by(|(_, a), (_, b)| a.seg.at.total_cmp(&b.seg.at));
    let mut out: Vec<(usize, &Strand)> = Vec::with_capacity(sorted.len());
    for (ix, strand) in sorted {
        let mut place = out.len();
        for (earlier, (_, other)) in out.iter().enumerate().rev() {
            let distance = strand.seg.at - other.seg.at;
            if distance >= SWAP * spacing {
                break;
            }
            let fits = distance < SAME || can_swap(other, strand, spacing);
            if fits && strand.seg.common(&other.seg) > 0.0 && precedence(strand, other) < 0.0 {
                place = earlier;
            }
        }
        out.insert(place, (ix, strand));
    }
    out.into_iter().map(|(ix, _)| TrackIx(ix)).collect()
}

/// Whether `low` has room to go to the other side of `high`.
fn can_swap(low: &Strand, high: &Strand, spacing: f64) -> bool {
    low.line != high.line && high.track.lo - high.track.spare.0 + spacing <= low.track.hi + low.track.spare.1
}

/// Negative when `a` belongs on the low side of `b`, positive for the high side.
///
/// ```text
///      ┌── b      at each end of the common stretch, the line that turns away
///      │ ┌── a    there belongs on the side it turns to
/// ```
fn precedence(a: &Strand, b: &Strand) -> f64 {
    let end = |a_end: f64, b_end: f64, turns: (f64, f64), inner_a: bool| {
        if (a_end - b_end).abs() < SAME {
            // Both end together: whoever turns low goes low, or they would cover each other there,
            // which is worse than a crossing.
            2.0 * side_of(turns.0 - turns.1)
        } else if inner_a {
            turns.0
        } else {
            -turns.1
        }
    };
    let low = end(a.seg.lo, b.seg.lo, (a.turns.0, b.turns.0), a.seg.lo > b.seg.lo);
    let high = end(a.seg.hi, b.seg.hi, (a.turns.1, b.turns.1), a.seg.hi < b.seg.hi);
    low + high
}

/// Which strands must keep apart: those side by side and those of one line that follow each other.
///
/// Costs what is near each strand: of those later in the order, only the ones within its reach are looked at.
pub(in crate::route) fn pairs(strands: &[Strand], order: &[TrackIx], spacing: f64) -> Vec<Pair> {
    let mut out = Vec::new();
    let ordered: Vec<(TrackIx, &Strand)> =
        order.iter().filter_map(|ix| Some((*ix, strands.get(ix.at())?))).collect();
    let rooms = RectIndex::of(ordered.iter().map(|(_, strand)| strand.room(0.0)));
    let mut of_line: BTreeMap<ConnectionIx, Vec<usize>> = BTreeMap::new();
    for (place, (_, strand)) in ordered.iter().enumerate() {
        of_line.entry(strand.line).or_default().push(place);
    }
    for (place, (low_ix, low)) in ordered.iter().enumerate() {
        // A strand may stand in the order behind one that lies so much higher; see `ranked`.
        let mut near = rooms.touching(low.room(SWAP * spacing));
        near.extend(of_line.get(&low.line).into_iter().flatten());
        near.sort_unstable();
        near.dedup();
        let later = near.into_iter().filter(|other| *other > place);
        for (high_ix, high) in later.filter_map(|other| ordered.get(other)) {
            if low.track.hi + low.track.spare.1 + spacing <= high.track.lo - high.track.spare.0 {
                continue;
            }
            let same_line = low.line == high.line && low.place.abs_diff(high.place) == 2;
            let beside = low.seg.common(&high.seg) > -spacing + EPS && low.line != high.line;
            let gap = if same_line { spacing.min(high.seg.at - low.seg.at) } else { spacing };
            let fixed = low.track.is_fixed() && high.track.is_fixed();
            if (same_line || beside) && !fixed && gap > 0.0 {
                out.push(Pair { low: *low_ix, high: *high_ix, gap });
            }
        }
    }
    out
}
