//! How far each band moves, and what moves with it.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    band_kind::BandKind,
    shift::{points, shift},
};
use crate::{
    edit::transaction::Transaction,
    model::{Connector, ConnectorId, Page, Step},
};

/// Smaller differences are none.
const SAME: f64 = 0.01;

/// A band that moves with what stands in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BandMove {
    /// Where it begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// How far its content moves.
    pub(super) by: f64,
}

/// Bands side by side, and what stands after the last one.
pub(super) struct BandMoves<K: BandKind> {
    /// All of them in order; the first one begins at 0.
    pub(super) bands: Vec<BandMove>,
    /// How far moves what stands after all of them.
    pub(super) beyond: f64,
    numbers: BTreeMap<K::Id, usize>,
}

/// Where bands of these sizes begin and end.
pub(super) fn extents(sizes: impl Iterator<Item = f64>) -> impl Iterator<Item = (f64, f64)> {
    sizes.scan(0.0, |end, size| {
        let from = *end;
        *end += size;
        Some((from, *end))
    })
}

impl<K: BandKind> BandMoves<K> {
    /// The bands of a page, none of which moves.
    pub(super) fn none(page: &Page) -> Self {
        let list = K::list(page);
        let bands = extents(list.iter().map(|band| K::size(band)));
        let mut bands: Vec<BandMove> = bands.map(|(from, to)| BandMove { from, to, by: 0.0 }).collect();
        if let Some(last) = bands.last_mut().filter(|_| K::IS_OPEN) {
            last.to = f64::INFINITY;
        }
        let numbers = list.iter().enumerate().map(|(at, band)| (K::id(band).clone(), at));
        Self { bands, beyond: 0.0, numbers: numbers.collect() }
    }

    /// The bands of a page, of which those from `first` on move by `by`, with what lies after all of them.
    pub(super) fn from(page: &Page, first: usize, by: f64) -> Self {
        let mut moves = Self::none(page);
        for band in moves.bands.iter_mut().skip(first) {
            band.by = by;
        }
        moves.beyond = by;
        moves
    }

    /// How far moves what stands at `v` and is no step.
    fn at(&self, v: f64) -> f64 {
        if v < 0.0 {
            return 0.0;
        }
        self.bands.iter().find(|band| v < band.to).map_or(self.beyond, |band| band.by)
    }

    fn of(&self, step: &Step) -> Option<&BandMove> {
        self.bands.get(*self.numbers.get(K::of(step)?)?)
    }

    /// Moves what stands in each band with it.
    pub(super) fn apply(&self, tx: &mut Transaction<'_>) {
        let orientation = tx.page().orientation;
        let step = |step: &Step| {
            let (from, to) = K::AXIS.span(orientation, step.rect);
            self.of(step).map_or_else(|| self.at(f64::midpoint(from, to)), |band| band.by)
        };
        shift(tx, K::AXIS, &step, &|v| self.at(v));
    }

    /// The connectors whose parts do not all move equally far.
    pub(super) fn torn(&self, page: &Page) -> Vec<ConnectorId> {
        let moves = |connector: &Connector| {
            let steps = [&connector.from, &connector.to].into_iter().filter_map(|end| end.step());
            let steps = steps.filter_map(|id| page.steps.get(id)).filter_map(|step| self.of(step));
            let at = points(connector).map(|p| self.at(K::AXIS.of(page.orientation, p)));
            steps.map(|band| band.by).chain(at).collect::<Vec<f64>>()
        };
        let is_torn = |connector: &&Arc<Connector>| {
            let moves = moves(connector);
            moves.iter().zip(moves.iter().skip(1)).any(|(a, b)| (a - b).abs() > SAME)
        };
        page.connectors.values().filter(is_torn).map(|connector| connector.id.clone()).collect()
    }
}
