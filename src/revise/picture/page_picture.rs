//! A page on its way to a picture with marks.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    compared::ComparedDocuments,
    former::Former,
    marks::{RecordMark, Sign},
};
use crate::{
    geom::Rect,
    model::Page,
    revise::RecordId,
    scene::{Item, Scene},
};

/// A page that both documents have, while it is marked.
pub(super) struct PagePicture<'a> {
    pub(super) compared: &'a ComparedDocuments<'a>,
    pub(super) before: &'a Page,
    pub(super) after: &'a Page,
    pub(super) former: Former,
    pub(super) marks: BTreeMap<RecordId, RecordMark>,
    /// The page without marks.
    pub(super) scene: Scene,
}

/// What is drawn beside a page's own items.
#[derive(Default)]
pub(super) struct Layers {
    /// On lanes and phases, behind steps and lines.
    pub(super) behind: Vec<Item>,
    /// Over everything.
    pub(super) above: Vec<Item>,
    /// Where each record is that differs.
    pub(super) spots: BTreeMap<RecordId, Rect>,
    /// The places that are good for the badges of a record, the best first.
    pub(super) badges: Vec<(RecordId, Vec<Rect>)>,
    /// The signs beside badges that are drawn.
    pub(super) signs: BTreeSet<Sign>,
}
