//! Bands are as large as what stands in them needs.
//!
//! A band grows at the side where something reaches over it. It shrinks at a side where its content reached to the
//! padding before and no longer does: room that a person gave it stays, also where something took it for a while. At its beginning it shrinks only when the
//! step that stood first there left or became smaller; were it to follow a step that is moved inside of it, the
//! step could not be moved.
//!
//! Nothing shrinks for which a pinned step would have to move: the beginning of its band and, along the flow, what is
//! before that.
//!
//! Clearances are measured from the band's own borders, before and after, so that a band that moved as a whole with its
//! content is not touched.

use std::sync::Arc;

use super::{
    band_kind::BandKind,
    band_moves::{BandMoves, extents},
    content::{BandFinder, Clearances, PlaceInBand},
};
use crate::{
    edit::transaction::{Became, Transaction},
    geom::Axis,
    measures::LINE_PADDING,
    model::Connector,
};

/// Content is as far out as the padding allows if it is no further in than this.
const TIGHT: f64 = 2.0;
/// Smaller differences are none.
const SAME: f64 = 0.01;

/// How much a band grows (or shrinks, below 0) at its sides.
#[derive(Clone, Copy, PartialEq)]
struct Growth {
    start: f64,
    end: f64,
}

impl Growth {
    const NONE: Self = Self { start: 0.0, end: 0.0 };
}

/// Gives the bands of the steps that were touched the sizes that they need, and moves what stands in and after them.
pub(in crate::edit) fn fit<K: BandKind>(tx: &mut Transaction<'_>) {
    let growths = growths::<K>(tx);
    if growths.iter().all(|growth| *growth == Growth::NONE) {
        return;
    }
    let mut moves = BandMoves::<K>::none(tx.page());
    let mut moved = 0.0;
    for (band, Growth { start, end }) in moves.bands.iter_mut().zip(&growths) {
        band.by = moved + start;
        moved += start + end;
    }
    moves.beyond = moved;
    moves.apply(tx);
    K::update(tx, |bands| {
        for (band, growth) in bands.iter_mut().zip(&growths).filter(|(_, growth)| **growth != Growth::NONE) {
            *K::size_mut(Arc::make_mut(band)) += growth.start + growth.end;
        }
    });
}

/// A band and what is in it before and after the change.
#[derive(Default)]
struct FittedBand {
    size: f64,
    /// It does not shrink below this.
    least: f64,
    is_touched: bool,
    before: Option<Clearances>,
    after: Option<Clearances>,
    /// What lines leave that stay as they are.
    lines: Option<Clearances>,
    /// The step that stood first is as it was, but perhaps elsewhere in the band.
    keeps_first: bool,
    /// The sides that do not come nearer, because a pinned step would have to go with them.
    keeps: KeptSides,
}

impl FittedBand {
    fn of<K: BandKind>(band: &K::Record) -> Self {
        let size = K::size(band);
        let least = K::given(band).unwrap_or_default().max(K::LEAST_FITTED).min(size);
        Self { size, least, ..Self::default() }
    }
}

/// Sides of a band that pinned steps keep where they are.
#[derive(Clone, Copy, Default)]
struct KeptSides {
    start: bool,
    end: bool,
}

/// How much each band grows.
fn growths<K: BandKind>(tx: &Transaction<'_>) -> Vec<Growth> {
    let page = tx.page();
    let now = K::list(page);
    let is_turned = tx.orientation_before() != page.orientation;
    let old = if is_turned { &[] } else { K::before(tx) };
    let was = BandFinder::<K>::new(tx.orientation_before(), old, now);
    let is = BandFinder::<K>::new(page.orientation, now, now);
    let mut bands: Vec<FittedBand> = now.iter().map(|band| FittedBand::of::<K>(band)).collect();
    let sizes = |bands: &[Arc<K::Record>]| -> Vec<(K::Id, f64)> {
        bands.iter().map(|band| (K::id(band).clone(), K::size(band))).collect()
    };
    let is_as_before = !is_turned && sizes(old) == sizes(now);
    for Became { before, now, .. } in tx.all_steps() {
        let after = now.and_then(|step| is.place(step));
        let is_same = is_as_before && before.zip(now).is_some_and(|(before, now)| Arc::ptr_eq(before, now));
        let before = if is_same { after } else { before.and_then(|step| was.place(step)) };
        note(&mut bands, before.as_ref(), after.as_ref());
        let pinned = now.filter(|step| step.pinned).and(after.as_ref());
        if let Some(band) = pinned.and_then(|place| bands.get_mut(place.band)) {
            band.keeps.start = true;
        }
    }
    if K::AXIS == Axis::Along {
        // Along the flow, places are counted from where the page begins.
        let mut is_before_pin = false;
        for band in bands.iter_mut().rev() {
            band.keeps.end = is_before_pin;
            is_before_pin |= band.keeps.start;
            band.keeps.start = is_before_pin;
        }
    }
    add_lines::<K>(tx, &mut bands);
    bands.iter().map(|band| if band.is_touched { growth::<K>(band) } else { Growth::NONE }).collect()
}

/// Adds one step to what is known of the bands.
fn note(bands: &mut [FittedBand], before: Option<&PlaceInBand>, after: Option<&PlaceInBand>) {
    let stays = before.zip(after).filter(|(before, after)| before.band == after.band);
    // A band that grows at its end does not touch what stands in it.
    let is_same = stays.is_some_and(|(before, after)| {
        (before.clearances.start - after.clearances.start).abs() < SAME
            && (before.extent - after.extent).abs() < SAME
    });
    if let Some((place, band)) = before.and_then(|place| Some((place, bands.get_mut(place.band)?))) {
        let keeps = stays.is_some_and(|(before, after)| after.extent > before.extent - SAME);
        if band.before.is_none_or(|all| place.clearances.start < all.start) {
            band.keeps_first = keeps;
        }
        band.before = Some(place.clearances.within(band.before));
        band.is_touched |= !is_same;
    }
    if let Some((place, band)) = after.and_then(|place| Some((place, bands.get_mut(place.band)?))) {
        band.after = Some(place.clearances.within(band.after));
        band.is_touched |= !is_same;
    }
}

/// Notes how far the bends reach, in bands that were touched, of lines that will not be routed anew.
fn add_lines<K: BandKind>(tx: &Transaction<'_>, bands: &mut [FittedBand]) {
    let orientation = tx.page().orientation;
    let is_placed = |connector: &Connector| {
        [&connector.from, &connector.to]
            .into_iter()
            .any(|end| end.step().is_some_and(|id| tx.touched().placed.contains(id)))
    };
    let extents: Vec<(f64, f64)> = extents(bands.iter().map(|band| band.size)).collect();
    for connector in tx.page().connectors.values() {
        for bend in connector.route.iter().flat_map(|route| &route.bends) {
            let at = K::AXIS.of(orientation, bend.at);
            let near = extents.iter().zip(bands.iter_mut()).find(|((from, to), _)| *from < at && at < *to);
            let Some(((from, to), band)) = near.filter(|(_, band)| band.is_touched) else { continue };
            let nearer = Clearances { start: at - from, end: to - at }.within(band.lines);
            // Who owns the line is looked for only where it counts.
            if band.lines != Some(nearer) && !is_placed(connector) {
                band.lines = Some(nearer);
            }
        }
    }
}

fn growth<K: BandKind>(band: &FittedBand) -> Growth {
    let padding = K::PADDING;
    let least = band.least;
    let Some(after) = band.after else {
        // Emptied: what was made for its content goes.
        let was_tight = band.before.is_some_and(|before| before.end <= padding + TIGHT);
        let shrinks = was_tight && band.lines.is_none() && !band.keeps.end;
        return Growth { start: 0.0, end: if shrinks { least - band.size } else { 0.0 } };
    };
    let side = |room: f64, before: Option<f64>, lines: Option<f64>| {
        if room < K::LEAST_PADDING - SAME {
            return padding - room;
        }
        let was_tight = before.is_some_and(|before| before <= padding + TIGHT && room > before + SAME);
        let spare = (room - padding).min(lines.map_or(f64::INFINITY, |room| room - LINE_PADDING));
        if was_tight { -spare.max(0.0) } else { 0.0 }
    };
    let first = band.before.filter(|_| !band.keeps_first);
    let start = side(after.start, first.map(|all| all.start), band.lines.map(|all| all.start));
    let start = if band.keeps.start { start.max(0.0) } else { start };
    let end = side(after.end, band.before.map(|all| all.end), band.lines.map(|all| all.end));
    let end = if band.keeps.end { end.max(0.0) } else { end };
    // What would make the band too small is not taken away, at the end first.
    let lacking = (least - (band.size + start + end)).max(0.0);
    let from_end = lacking.min((-end).max(0.0));
    let from_start = (lacking - from_end).min((-start).max(0.0));
    Growth { start: start + from_start, end: end + from_end }
}
