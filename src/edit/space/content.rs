//! How much of a band its content takes up.

use std::{collections::BTreeMap, sync::Arc};

use super::{band_kind::BandKind, band_moves::extents};
use crate::{
    geom::Orientation,
    measures::{LEAST_BAND, LINE_PADDING},
    model::{Page, Step},
};

/// The size that what is in a band needs.
pub(super) fn needed<K: BandKind>(page: &Page, id: &K::Id) -> f64 {
    let orientation = page.orientation;
    let Some((from, to)) = K::span(page, id) else { return LEAST_BAND };
    let steps = page.steps.values().filter(|step| K::of(step) == Some(id));
    let steps = steps.map(|step| K::AXIS.span(orientation, step.rect).1 + K::LEAST_PADDING);
    let bends =
        page.connectors.values().flat_map(|connector| &connector.route).flat_map(|route| &route.bends);
    let bends = bends.map(|bend| K::AXIS.of(orientation, bend.at)).filter(|at| from < *at && *at < to);
    steps.chain(bends.map(|at| at + LINE_PADDING)).map(|end| end - from).fold(LEAST_BAND, f64::max)
}

/// The room between the borders of a band and something in it.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Clearances {
    pub(super) start: f64,
    pub(super) end: f64,
}

impl Clearances {
    /// The smaller one at each side.
    pub(super) fn within(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| Self { start: self.start.min(other.start), end: self.end.min(other.end) })
    }
}

/// Where a step stands in its band.
#[derive(Clone, Copy)]
pub(super) struct PlaceInBand {
    /// The band's number today.
    pub(super) band: usize,
    pub(super) clearances: Clearances,
    /// How far the step itself reaches.
    pub(super) extent: f64,
}

/// Finds the places of steps in the bands of a page as it is or was.
pub(super) struct BandFinder<'a, K: BandKind> {
    orientation: Orientation,
    /// The band's number today, its beginning and its end.
    bands: BTreeMap<&'a K::Id, (usize, f64, f64)>,
}

impl<'a, K: BandKind> BandFinder<'a, K> {
    /// `list` are the bands as they were or are; `now` says which of them there are today, and where.
    pub(super) fn new(orientation: Orientation, list: &'a [Arc<K::Record>], now: &[Arc<K::Record>]) -> Self {
        let extents = extents(list.iter().map(|band| K::size(band)));
        let bands = list.iter().zip(extents).filter_map(|(band, (from, to))| {
            let today = now.iter().position(|other| K::id(other) == K::id(band))?;
            Some((K::id(band), (today, from, to)))
        });
        Self { orientation, bands: bands.collect() }
    }

    /// The place of a step in its band; `None` where that is not there today.
    pub(super) fn place(&self, step: &Step) -> Option<PlaceInBand> {
        let (band, from, to) = *self.bands.get(K::of(step)?)?;
        let (start, end) = K::AXIS.span(self.orientation, step.rect);
        let clearances = Clearances { start: start - from, end: to - end };
        Some(PlaceInBand { band, clearances, extent: end - start })
    }
}
