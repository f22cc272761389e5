//! What tells one kind of bands from another.

use std::sync::Arc;

use crate::{
    edit::transaction::Transaction,
    geom::Axis,
    model::{Page, Step},
};

/// Bands that follow each other along an axis of the page, each with the steps that belong to it.
pub(in crate::edit) trait BandKind {
    /// The name of a band.
    type Id: Ord + Clone;
    /// Its record.
    type Record: Clone;

    /// The axis along which the bands follow each other.
    const AXIS: Axis;
    /// The least room between a band's border and its steps.
    const LEAST_PADDING: f64;
    /// The room that is made there where there is less.
    const PADDING: f64;
    /// A band does not shrink below this of itself.
    const LEAST_FITTED: f64;
    /// Whether the last band reaches to the page's end, whatever its size says, and what lies behind it moves with it.
    const IS_OPEN: bool;

    /// The bands of a page, in order.
    fn list(page: &Page) -> &[Arc<Self::Record>];
    /// The bands as they were before the edit.
    fn before<'t>(tx: &'t Transaction<'_>) -> &'t [Arc<Self::Record>];
    /// Changes the list of bands.
    fn update(tx: &mut Transaction<'_>, change: impl FnOnce(&mut Vec<Arc<Self::Record>>));
    /// Where a band begins and ends on the page, as it is seen.
    fn span(page: &Page, id: &Self::Id) -> Option<(f64, f64)>;

    /// The name of a band.
    fn id(band: &Self::Record) -> &Self::Id;
    /// The extent of a band.
    fn size(band: &Self::Record) -> f64;
    /// The same, to be changed.
    fn size_mut(band: &mut Self::Record) -> &mut f64;

    /// The extent that a person gave it, below which it does not shrink by itself.
    fn given(band: &Self::Record) -> Option<f64>;
    /// Says that a person gave it its extent.
    fn give(band: &mut Self::Record);

    /// The band that a step belongs to.
    fn of(step: &Step) -> Option<&Self::Id>;
    /// Makes a step belong to a band.
    fn assign(step: &mut Step, id: &Self::Id);
}
