//! Puts parallel tracks onto a number line: in order, apart, and near where each wants to be.
//!
//! Owns the one-dimensional problem only; knows nothing of lines or steps.
//!
//! ```text
//!   lo                want          hi
//!   ├───────┊───────────●───────────┤     each track stays within its own room,
//!            ◀─ gap ─▶                    pairs keep their gap
//! ```

use std::iter;

use crate::route::lines::index::{IxVec, TrackIx};

/// The shares of the spare room beside the steps that are used before any gap shrinks.
const SPARE: [f64; 3] = [0.0, 0.5, 1.0];
/// How often a chain that does not fit gets smaller gaps, …
const SQUEEZES: usize = 60;
/// … a trifle smaller than would just fit.
const LOOSE: f64 = 0.999;
/// Rounds of pushing overlapping tracks apart.
const ROUNDS: usize = 40;

/// A track: where it lies, how far it may go, where it would like to be.
///
/// Invariant: `lo ≤ at ≤ hi` and `lo ≤ want ≤ hi`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::route) struct Track {
    pub(in crate::route) at: f64,
    pub(in crate::route) lo: f64,
    pub(in crate::route) hi: f64,
    pub(in crate::route) want: f64,
    /// How much further than `lo` and `hi` it may go when there is no room otherwise.
    pub(in crate::route) spare: (f64, f64),
}

impl Track {
    /// A track that cannot move.
    pub(in crate::route) fn fixed(at: f64) -> Self {
        Self { at, lo: at, hi: at, want: at, spare: (0.0, 0.0) }
    }

    /// How far it may go, using a share of its spare room.
    fn room(&self, used: f64) -> (f64, f64) {
        (self.lo - used * self.spare.0, self.hi + used * self.spare.1)
    }

    /// Whether the track cannot move.
    pub(in crate::route) fn is_fixed(&self) -> bool {
        self.hi + self.spare.1 <= self.lo - self.spare.0
    }
}

/// Two tracks that keep a distance: `low` stays at least `gap` below `high`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::route) struct Pair {
    pub(in crate::route) low: TrackIx,
    pub(in crate::route) high: TrackIx,
    pub(in crate::route) gap: f64,
}

/// The new place of each track.
///
/// Precondition: in `order`, the low track of each pair comes before the high one. Where a chain of
/// tracks has no room for the full gaps, smaller ones are used in that chain; in the worst case
/// its group stays where it is.
pub(in crate::route) fn spread(
    tracks: &IxVec<TrackIx, Track>,
    order: &[TrackIx],
    pairs: &[Pair],
) -> IxVec<TrackIx, f64> {
    let at: Vec<f64> = tracks.as_slice().iter().map(|track| track.at).collect();
    let mut places = IxVec::new(at, 0.0);
    for (members, pairs) in groups(tracks.len(), order, pairs) {
        if let ([only], true) = (members.as_slice(), pairs.is_empty()) {
            places.set(*only, tracks.get(*only).want);
            continue;
        }
        // Numbered among themselves, so that a group costs what is in it and not what is on the page.
        let own = IxVec::new(members.iter().map(|ix| *tracks.get(*ix)).collect(), Track::fixed(0.0));
        let solved = fitted(&own, pairs);
        for (ix, place) in members.iter().zip(solved.into_iter().flatten()) {
            places.set(*ix, place);
        }
    }
    places
}

/// Tracks that depend on each other through movable ones, each group in order. The pairs of a group count its
/// tracks in that order.
fn groups(count: usize, order: &[TrackIx], pairs: &[Pair]) -> Vec<(Vec<TrackIx>, Vec<Pair>)> {
    let mut root: IxVec<TrackIx, TrackIx> = IxVec::new((0..count).map(TrackIx).collect(), TrackIx(0));
    for pair in pairs {
        let (a, b) = (find(&mut root, pair.low), find(&mut root, pair.high));
        root.set(a.max(b), a.min(b));
    }
    let mut slots: IxVec<TrackIx, (Vec<TrackIx>, Vec<Pair>)> = IxVec::filled(count, (Vec::new(), Vec::new()));
    let mut places: IxVec<TrackIx, TrackIx> = IxVec::filled(count, TrackIx(0));
    for ix in order {
        if let Some((members, _)) = slots.get_mut(find(&mut root, *ix)) {
            places.set(*ix, TrackIx(members.len()));
            members.push(*ix);
        }
    }
    for pair in pairs {
        if let Some((_, list)) = slots.get_mut(find(&mut root, pair.low)) {
            list.push(Pair { low: *places.get(pair.low), high: *places.get(pair.high), gap: pair.gap });
        }
    }
    slots.into_items().filter(|(members, _)| !members.is_empty()).collect()
}

/// The first track of a group; halves the way to it for the next question.
fn find(root: &mut IxVec<TrackIx, TrackIx>, ix: TrackIx) -> TrackIx {
    let mut ix = ix;
    while *root.get(ix) != ix {
        let beyond = *root.get(*root.get(ix));
        root.set(ix, beyond);
        ix = beyond;
    }
    ix
}

/// The places of one group of tracks in order, with gaps that are smaller only where there is no room.
fn fitted(tracks: &IxVec<TrackIx, Track>, pairs: Vec<Pair>) -> Option<Vec<f64>> {
    if let Some(places) = SPARE.into_iter().find_map(|used| solve(tracks, &pairs, used)) {
        return Some(places);
    }
    let mut pairs = pairs;
    for _ in 0..SQUEEZES {
        let TightChain { links, room } = Ranks::new(tracks.len(), &pairs).tightest(tracks);
        let gaps: f64 = links.iter().map(|link| link.pair.gap).sum();
        if gaps <= 0.0 {
            // The order itself does not fit.
            break;
        }
        for link in links {
            if let Some(pair) = pairs.get_mut(link.place) {
                pair.gap *= room.max(0.0) / gaps * LOOSE;
            }
        }
        if let Some(places) = solve(tracks, &pairs, 1.0) {
            return Some(places);
        }
    }
    let touching: Vec<Pair> = pairs.into_iter().map(|pair| Pair { gap: 0.0, ..pair }).collect();
    solve(tracks, &touching, 0.0)
}

/// The places of one group of tracks in order, using the share `used` of the spare room; `None` when the gaps do not
/// fit.
fn solve(tracks: &IxVec<TrackIx, Track>, pairs: &[Pair], used: f64) -> Option<Vec<f64>> {
    let rank = Ranks::new(tracks.len(), pairs);
    let (least, most) = rank.limits(tracks, used)?;
    let wanted = tracks.iter().map(|(ix, track)| track.want.max(*least.get(ix)).min(*most.get(ix)));
    let mut places: IxVec<TrackIx, f64> = IxVec::new(wanted.collect(), 0.0);
    for _ in 0..ROUNDS {
        let mut calm = true;
        for pair in pairs {
            let (low, high) = (*places.get(pair.low), *places.get(pair.high));
            let lack = pair.gap - (high - low);
            if lack > 1e-9 {
                calm = false;
                let push = lack / 2.0;
                places.set(pair.low, (low - push).max(*least.get(pair.low)));
                places.set(pair.high, (high + push).min(*most.get(pair.high)));
            }
        }
        if calm {
            break;
        }
    }
    // What the rounds left over is settled from the low side; `most` guarantees that it fits.
    for ix in tracks.ids() {
        let floor = rank.below(ix).map(|pair| *places.get(pair.low) + pair.gap);
        let place = floor.fold(*places.get(ix), f64::max);
        places.set(ix, place.min(*most.get(ix)));
    }
    Some(places.into_items().collect())
}

/// A pair of a group, with its position among all.
#[derive(Clone, Copy)]
struct Link {
    pair: Pair,
    place: usize,
}

/// Tracks that push each other further than there is room.
#[derive(Default)]
struct TightChain {
    links: Vec<Link>,
    /// How much room there is for all their gaps.
    room: f64,
}

/// The pairs of a group, found from either side.
struct Ranks {
    below: IxVec<TrackIx, Vec<Link>>,
    above: IxVec<TrackIx, Vec<Link>>,
}

impl Ranks {
    fn new(count: usize, pairs: &[Pair]) -> Self {
        let mut below = IxVec::filled(count, Vec::new());
        let mut above = IxVec::filled(count, Vec::new());
        for (place, pair) in pairs.iter().enumerate() {
            let link = Link { pair: *pair, place };
            if let Some(list) = below.get_mut(pair.high) {
                list.push(link);
            }
            if let Some(list) = above.get_mut(pair.low) {
                list.push(link);
            }
        }
        Self { below, above }
    }

    fn below(&self, ix: TrackIx) -> impl Iterator<Item = &Pair> {
        self.below.get(ix).iter().map(|link| &link.pair)
    }

    /// The first chain that does not fit, all spare room used.
    fn tightest(&self, tracks: &IxVec<TrackIx, Track>) -> TightChain {
        let mut least = IxVec::filled(tracks.len(), 0.0);
        // The pair that pushes each track up; `None`: it lies at the low end of its room.
        let mut pushed: IxVec<TrackIx, Option<Link>> = IxVec::filled(tracks.len(), None);
        for (ix, track) in tracks.iter() {
            let (lo, hi) = track.room(1.0);
            let mut place = lo;
            for link in self.below.get(ix) {
                let floor = *least.get(link.pair.low) + link.pair.gap;
                if floor > place {
                    place = floor;
                    pushed.set(ix, Some(*link));
                }
            }
            if place > hi + 1e-9 {
                let links = iter::successors(*pushed.get(ix), |link| *pushed.get(link.pair.low));
                let links: Vec<Link> = links.collect();
                let foot = links.last().map_or(ix, |link| link.pair.low);
                return TightChain { links, room: hi - tracks.get(foot).room(1.0).0 };
            }
            least.set(ix, place);
        }
        TightChain::default()
    }

    /// The least and greatest place of each track, were all others pushed aside.
    fn limits(
        &self,
        tracks: &IxVec<TrackIx, Track>,
        used: f64,
    ) -> Option<(IxVec<TrackIx, f64>, IxVec<TrackIx, f64>)> {
        let mut least = IxVec::filled(tracks.len(), 0.0);
        let mut most = IxVec::filled(tracks.len(), 0.0);
        for (ix, track) in tracks.iter() {
            let floor = self.below(ix).map(|pair| *least.get(pair.low) + pair.gap);
            let (lo, hi) = track.room(used);
            let place = floor.fold(lo, f64::max);
            if place > hi + 1e-9 {
                return None;
            }
            least.set(ix, place);
        }
        for (ix, track) in tracks.iter().rev() {
            let above = self.above.get(ix).iter().map(|link| link.pair);
            let ceiling = above.map(|pair| *most.get(pair.high) - pair.gap);
            let place = ceiling.fold(track.room(used).1, f64::min);
            if place < *least.get(ix) - 1e-9 {
                return None;
            }
            most.set(ix, place.max(*least.get(ix)));
        }
        Some((least, most))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn solved(tracks: &[Track], gap: f64) -> Vec<f64> {
        let order: Vec<TrackIx> = (0..tracks.len()).map(TrackIx).collect();
        let pairs: Vec<Pair> =
            order.windows(2).map(|pair| Pair { low: pair[0], high: pair[1], gap }).collect();
        let tracks = IxVec::new(tracks.to_vec(), Track::fixed(0.0));
        spread(&tracks, &order, &pairs).as_slice().to_vec()
    }

    fn track(lo: f64, hi: f64, want: f64) -> Track {
        Track { at: want, lo, hi, want, spare: (0.0, 0.0) }
    }

    #[test]
    fn two_tracks_share_the_middle() {
        let places = solved(&[track(0.0, 40.0, 20.0), track(0.0, 40.0, 20.0)], 10.0);
        assert_eq!(places, [15.0, 25.0]);
    }

    #[test]
    fn a_fixed_track_pushes_the_other_one() {
        let places = solved(&[Track::fixed(20.0), track(0.0, 40.0, 20.0)], 10.0);
        assert!((places[1] - 30.0).abs() < 1e-6 && places[0] == 20.0);
    }

    #[test]
    fn spare_room_is_used_before_the_gap_shrinks() {
        let spare = |want| Track { spare: (8.0, 8.0), ..track(12.0, 16.0, want) };
        let places = solved(&[spare(14.0), spare(14.0)], 10.0);
        assert!(places[1] - places[0] > 9.99);
    }

    #[test]
    fn only_the_chain_without_room_gets_smaller_gaps() {
        let places = solved(&[track(0.0, 6.0, 3.0), track(0.0, 6.0, 3.0), track(0.0, 90.0, 3.0)], 10.0);
        assert!(places[1] - places[0] >= 4.0 && places[1] <= 6.0, "{places:?}");
        assert!(places[2] - places[1] > 9.99, "{places:?}");
    }

    #[test]
    fn what_is_ordered_against_its_room_stays() {
        let places = solved(&[track(20.0, 30.0, 25.0), track(0.0, 10.0, 5.0)], 10.0);
        assert_eq!(places, [25.0, 5.0]);
    }

    #[test]
    fn a_narrow_channel_gets_smaller_gaps() {
        let places = solved(&[track(0.0, 6.0, 3.0), track(0.0, 6.0, 3.0)], 10.0);
        assert!(places[1] - places[0] >= 5.99 && places[0] >= 0.0 && places[1] <= 6.0);
    }
}
