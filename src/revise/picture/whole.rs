//! Pages that came or went as a whole.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    badge::{RADIUS, badges, row_size},
    compared::{ComparedDocuments, MarkedPage, finished},
    gone::Fading,
    heading,
    look::{GONE_DASH, MarkInk, RING, RING_GAP},
    marks::Sign,
};
use crate::{
    geom::{Point, Rect, Shape as _},
    model::{Document, Page},
    revise::{RecordId, RevisionKind},
    scene::{Item, Part, Source, Stroke, path_item},
};

/// The page `page` of `document`, which is there as a whole only before or only afterwards.
pub(super) fn draw(
    compared: &ComparedDocuments<'_>,
    document: &Document,
    page: &Page,
    kind: RevisionKind,
) -> MarkedPage {
    let scene = compared.scene(document, page);
    let is_gone = kind == RevisionKind::Removed;
    let tip = MarkInk::of(kind).band;
    let pale = Fading { carry: &|p| p, line: &|stroke| Stroke { color: tip, ..stroke }, tip };
    let shown = |item: &Arc<Item>| match kind {
        RevisionKind::Removed => pale.faded(item).map(Arc::new),
        RevisionKind::Added | RevisionKind::Changed | RevisionKind::Moved => Some(Arc::clone(item)),
    };
    let own = scene.items.iter().filter_map(shown);
    let frame = page.frame().inflate(RING_GAP, RING_GAP);
    let dash = if is_gone { GONE_DASH } else { &[] };
    let stroke = Stroke { color: MarkInk::of(kind).line, width: RING, dash };
    let ring = path_item(&Source::Mark, Part::Line, frame.to_path(0.1), None, Some(stroke));
    let key = if is_gone { "revise-picture-page-removed" } else { "revise-picture-page-added" };
    let words = compared.catalog.text(key);
    let corner = Point::new(frame.x0 - 3.0 * RADIUS, frame.y0);
    let badge = badges([kind], Rect::from_origin_size(corner, row_size(1)), words.clone());
    let mut items: Vec<Arc<Item>> = own.chain([ring].into_iter().chain(badge).map(Arc::new)).collect();
    heading::put(compared, page.frame(), &mut items, &BTreeSet::from([Sign::Badge(kind)]));
    MarkedPage {
        page: page.clone(),
        scene: finished(compared, scene.meta, words, items),
        spots: BTreeMap::from([(RecordId::Page(page.id.clone()), frame)]),
    }
}
