//! Bands come, go, change places and sizes; what stands in them and after them goes along.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    band_kind::BandKind,
    band_moves::{BandMoves, extents},
    content::needed,
};
use crate::{
    edit::{Refusal, transaction::Transaction},
    measures::FURTHEST,
    model::{Connector, Page},
};

/// Smaller differences of sizes are none.
const SAME: f64 = 0.005;

/// The place of the band `id` among the others.
pub(in crate::edit) fn position<K: BandKind>(page: &Page, id: &K::Id) -> Result<usize, Refusal> {
    K::list(page).iter().position(|band| K::id(band) == id).ok_or(Refusal::Gone)
}

/// Moves what stands in the bands from `first` on, and beyond them, by `by`.
fn shift_from<K: BandKind>(tx: &mut Transaction<'_>, first: usize, by: f64) {
    BandMoves::<K>::from(tx.page(), first, by).apply(tx);
}

/// Makes a band so much larger, or smaller; nothing moves.
pub(in crate::edit) fn grow<K: BandKind>(tx: &mut Transaction<'_>, at: usize, by: f64) {
    K::update(tx, |bands| {
        if let Some(band) = bands.get_mut(at).map(Arc::make_mut) {
            *K::size_mut(band) += by;
        }
    });
}

/// Lets the last band be as large as it looks, before anything is put behind it.
pub(in crate::edit) fn settle_last<K: BandKind>(tx: &mut Transaction<'_>) {
    let Some(last) = K::list(tx.page()).last().filter(|_| K::IS_OPEN) else { return };
    let Some((from, to)) = K::span(tx.page(), K::id(last)) else { return };
    let size = to - from;
    if (K::size(last) - size).abs() < SAME {
        return;
    }
    K::update(tx, |bands| {
        if let Some(last) = bands.last_mut().map(Arc::make_mut) {
            *K::size_mut(last) = size;
        }
    });
}

/// Puts a new band before the one at `at`, or behind all of them; the later ones make way.
pub(in crate::edit) fn insert<K: BandKind>(tx: &mut Transaction<'_>, at: usize, band: K::Record) {
    settle_last::<K>(tx);
    let at = at.min(K::list(tx.page()).len());
    shift_from::<K>(tx, at, K::size(&band));
    K::update(tx, |bands| bands.insert(at, Arc::new(band)));
}

/// Takes out a band without steps; what comes after it moves up, and lines that bend where nothing will be are routed
/// anew.
pub(in crate::edit) fn remove<K: BandKind>(tx: &mut Transaction<'_>, id: &K::Id) -> Result<(), Refusal> {
    let at = position::<K>(tx.page(), id)?;
    let sizes = K::list(tx.page()).iter().map(|band| K::size(band));
    let (from, to) = extents(sizes).nth(at).ok_or(Refusal::Gone)?;
    reroute_within::<K>(tx, from, to);
    shift_from::<K>(tx, at + 1, from - to);
    K::update(tx, |bands| {
        bands.remove(at);
    });
    Ok(())
}

/// Asks for new routes for the lines that bend between two coordinates.
fn reroute_within<K: BandKind>(tx: &mut Transaction<'_>, from: f64, to: f64) {
    let orientation = tx.page().orientation;
    let bends = |connector: &Connector| {
        let at = connector.route.iter().flat_map(|route| &route.bends);
        at.map(|bend| K::AXIS.of(orientation, bend.at)).any(|at| from <= at && at <= to)
    };
    let lines = tx.page().connectors.values().filter(|connector| bends(connector));
    for id in lines.map(|connector| connector.id.clone()).collect::<Vec<_>>() {
        tx.reroute(&id);
    }
}

/// Gives a band the place `to` among the others, with everything in it; the last place where there are fewer.
pub(in crate::edit) fn reorder<K: BandKind>(
    tx: &mut Transaction<'_>,
    id: &K::Id,
    to: usize,
) -> Result<(), Refusal> {
    let at = position::<K>(tx.page(), id)?;
    let to = to.min(K::list(tx.page()).len().saturating_sub(1));
    if at == to {
        return Ok(());
    }
    settle_last::<K>(tx);
    let mut order = K::list(tx.page()).to_vec();
    let moved = order.remove(at);
    order.insert(to, moved);
    let starts = extents(order.iter().map(|band| K::size(band))).map(|(from, _)| from);
    let starts: BTreeMap<&K::Id, f64> = order.iter().map(|band| K::id(band)).zip(starts).collect();
    let mut moves = BandMoves::<K>::none(tx.page());
    for (band, record) in moves.bands.iter_mut().zip(K::list(tx.page())) {
        band.by = starts.get(K::id(record)).map_or(0.0, |start| start - band.from);
    }
    for connector in moves.torn(tx.page()) {
        tx.reroute(&connector);
    }
    moves.apply(tx);
    K::update(tx, |bands| *bands = order);
    Ok(())
}

/// Gives a band a size, which it keeps from then on, or the one that its content needs; what comes after it moves.
pub(in crate::edit) fn resize<K: BandKind>(
    tx: &mut Transaction<'_>,
    id: &K::Id,
    size: f64,
) -> Result<(), Refusal> {
    if !(size.is_finite() && size <= FURTHEST) {
        return Err(Refusal::OutOfReach);
    }
    let at = position::<K>(tx.page(), id)?;
    let size = size.max(needed::<K>(tx.page(), id));
    set_size::<K>(tx, at, size)?;
    K::update(tx, |bands| {
        if let Some(band) = bands.get_mut(at).map(Arc::make_mut) {
            K::give(band);
        }
    });
    Ok(())
}

/// Gives the band at `at` a size; what comes after it moves.
fn set_size<K: BandKind>(tx: &mut Transaction<'_>, at: usize, size: f64) -> Result<(), Refusal> {
    let old = K::list(tx.page()).get(at).map(|band| K::size(band)).ok_or(Refusal::Gone)?;
    if (old - size).abs() < SAME {
        return Ok(());
    }
    shift_from::<K>(tx, at + 1, size - old);
    K::update(tx, |bands| {
        if let Some(band) = bands.get_mut(at).map(Arc::make_mut) {
            *K::size_mut(band) = size;
        }
    });
    Ok(())
}

/// Makes a band large enough for what reaches to `end` on the page.
pub(in crate::edit) fn make_reach<K: BandKind>(
    tx: &mut Transaction<'_>,
    id: &K::Id,
    end: f64,
) -> Result<(), Refusal> {
    let (from, to) = K::span(tx.page(), id).ok_or(Refusal::Gone)?;
    if end + K::LEAST_PADDING <= to {
        return Ok(());
    }
    let at = position::<K>(tx.page(), id)?;
    let size = K::list(tx.page()).get(at).map_or(0.0, |band| K::size(band));
    set_size::<K>(tx, at, size.max(end + K::PADDING - from))
}

/// Makes a band so much larger at its end; what comes after it moves.
pub(in crate::edit) fn extend<K: BandKind>(
    tx: &mut Transaction<'_>,
    id: &K::Id,
    by: f64,
) -> Result<(), Refusal> {
    let at = position::<K>(tx.page(), id)?;
    let size = K::list(tx.page()).get(at).map_or(0.0, |band| K::size(band));
    set_size::<K>(tx, at, size + by)
}

/// Makes room of the length `by` at the beginning of a band: its own content and the later bands move.
pub(in crate::edit) fn open<K: BandKind>(
    tx: &mut Transaction<'_>,
    id: &K::Id,
    by: f64,
) -> Result<(), Refusal> {
    let at = position::<K>(tx.page(), id)?;
    shift_from::<K>(tx, at, by);
    grow::<K>(tx, at, by);
    Ok(())
}
