//! Drawings of other programs as documents: what they place stays, the rest is placed among it.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use super::fonts;
use crate::{
    arrange::{self, LayoutOptions, Routed},
    interop::{self, DrawingError, Imported},
    locale::Lang,
    model::{Connector, ConnectorId, End, Page, Port, StepId},
    progress::{Progress, Stopped},
    shape,
};

/// How much of the time it takes, by measure, until steps and connectors are there.
const READ: f64 = 0.1;

/// The chart that the neutral geometry in `bytes` describes, as a document in `lang`; `name` is what messages call the
/// file.
///
/// Steps and lines that the file places stay where they are. Steps without a place are laid out around them, and lines
/// that are not known whole find their ways.
pub fn import_drawing(bytes: &[u8], name: &Path, lang: &Lang) -> Result<Imported, DrawingError> {
    let mut imported = interop::import_geometry(bytes, name, lang, fonts())?;
    // Nobody is there to stop it.
    place_rest(&mut imported, &mut Progress::unwatched()).unwrap_or_default();
    Ok(imported)
}

/// As [`import_drawing`]; `None` where whoever follows `progress` stops it.
pub fn import_drawing_watched(
    bytes: &[u8],
    name: &Path,
    lang: &Lang,
    progress: &mut Progress<'_>,
) -> Result<Option<Imported>, DrawingError> {
    let mut imported = interop::import_geometry(bytes, name, lang, fonts())?;
    let placed = progress.part((READ, 1.0), |progress| place_rest(&mut imported, progress));
    Ok(placed.ok().map(|()| imported))
}

/// Places the steps that are without a place, and draws the lines that are missing.
fn place_rest(imported: &mut Imported, progress: &mut Progress<'_>) -> Result<(), Stopped> {
    progress.ask()?;
    for page in &mut imported.document.pages {
        place_rest_of(page, &imported.unplaced, progress)?;
    }
    progress.at(1.0)
}

/// Places the steps of `page` that are in `unplaced`, and draws the lines that are missing.
pub(super) fn place_rest_of(
    page: &mut Page,
    unplaced: &BTreeSet<StepId>,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    let placed: Vec<StepId> = page.steps.keys().filter(|id| !unplaced.contains(*id)).cloned().collect();
    if placed.len() == page.steps.len() {
        draw_missing(page);
        return Ok(());
    }
    // What has a place keeps it while the rest is laid out around it.
    pin(page, &placed, true);
    let laid_out = arrange::lay_out_watched(page, LayoutOptions::default(), fonts(), progress);
    pin(page, &placed, false);
    laid_out
}

fn pin(page: &mut Page, steps: &[StepId], pinned: bool) {
    for id in steps {
        if let Some(step) = page.steps.get_mut(id) {
            Arc::make_mut(step).pinned = pinned;
        }
    }
}

/// Draws the lines of `page` that are not known whole, and puts labels beside lines that have none.
fn draw_missing(page: &mut Page) {
    let is_missing = |connector: &Connector| shape::polyline(page, connector).is_none();
    let missing = ids(page, is_missing);
    let routes = arrange::reroute(page, &missing, fonts());
    for (id, Routed { from, to, route }) in routes {
        page.connectors.update(&id, |connector| {
            settle(&mut connector.from, from);
            settle(&mut connector.to, to);
            connector.route = Some(route);
        });
    }
    let is_silent = |connector: &Connector| {
        !connector.label.is_empty() && connector.route.as_ref().is_some_and(|route| route.label.is_none())
    };
    let silent = ids(page, is_silent);
    for (id, place) in arrange::place_labels(page, &silent, fonts()) {
        page.connectors.update(&id, |connector| {
            if let Some(route) = &mut connector.route {
                route.label = place;
            }
        });
    }
}

/// The connectors of `page` for which `counts` says so.
fn ids(page: &Page, counts: impl Fn(&Connector) -> bool) -> BTreeSet<ConnectorId> {
    let counted = page.connectors.iter().filter(|(_, connector)| counts(connector));
    counted.map(|(id, _)| id.clone()).collect()
}

/// Notes the port that the router chose.
fn settle(end: &mut End, chosen: Option<Port>) {
    if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
        *port = chosen;
    }
}
