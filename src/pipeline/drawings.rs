//! Drawings of other programs as documents: what they place stays, the rest is placed among it.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use super::fonts;
use crate::{
    arrange::{self, LayoutOptions, Routed},
    interop::{self, DrawingError, Imported},
    locale::Lang,
    model::{Connector, ConnectorId, End, Page, Port, StepId},
    shape,
};

/// The chart that the neutral geometry in `bytes` describes, as a document in `lang`; `name` is what messages call the
/// file.
///
/// Steps and lines that the file places stay where they are. Steps without a place are laid out around them, and lines
/// that are not known whole find their ways.
pub fn import_drawing(
    bytes: &[u8],
    name: &Path,
    lang: &Lang,
    options: LayoutOptions,
) -> Result<Imported, DrawingError> {
    let mut imported = interop::import_geometry(bytes, name, lang, fonts())?;
    for page in &mut imported.document.pages {
        place_rest(page, &imported.unplaced, options);
    }
    Ok(imported)
}

/// Places the steps of `page` that are in `unplaced`, and draws the lines that are missing.
fn place_rest(page: &mut Page, unplaced: &BTreeSet<StepId>, options: LayoutOptions) {
    let placed: Vec<StepId> = page.steps.keys().filter(|id| !unplaced.contains(*id)).cloned().collect();
    if placed.len() == page.steps.len() {
        return draw_missing(page);
    }
    // What has a place keeps it while the rest is laid out around it.
    pin(page, &placed, true);
    arrange::lay_out(page, options, fonts());
    pin(page, &placed, false);
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
