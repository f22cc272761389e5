//! The course of the whole: a request for what is near, and a wider one where that was too little.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    answer::{Routed, read},
    draft::{HeldEnds, RoutingDraft, Want},
    region::Region,
};
use crate::{
    model::{ConnectorId, End, LabelPlace, Page, Port},
    progress::{Progress, Stopped},
    route::{route, route_watched},
    shape,
    text::Fonts,
};

/// How far from a connector's ends others are looked at, the nearest first; past the last one all count.
const REACHES: [f64; 2] = [300.0, 1200.0];
/// Where more than one in this many connectors is routed, all of the page counts from the beginning.
const MANY: usize = 4;

/// New routes for the connectors in `touched`; all others stay, and are kept clear of with their labels.
///
/// Ports, bends and labels that are pinned stay. All else of a touched connector's old route is forgotten, so that the
/// same page and the same `touched` give the same routes, whether or not they have been written into the page
/// meanwhile. A connector without a route keeps the ports that it has: somebody meant them.
///
/// Ids that the page does not have are ignored. The page is only read.
pub fn reroute(page: &Page, touched: &BTreeSet<ConnectorId>, fonts: &Fonts) -> BTreeMap<ConnectorId, Routed> {
    // Nobody is there to stop it.
    reroute_watched(page, touched, &HeldEnds::new(), fonts, &mut Progress::unwatched()).unwrap_or_default()
}

/// As [`reroute`], unless whoever follows `progress` stops it; the ends in `held` stay where they are unless that costs
/// a detour.
pub fn reroute_watched(
    page: &Page,
    touched: &BTreeSet<ConnectorId>,
    held: &HeldEnds,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<BTreeMap<ConnectorId, Routed>, Stopped> {
    let local = touched.len() * MANY < page.connectors.len();
    let reaches = REACHES.into_iter().filter(|_| local).map(Some);
    for reach in reaches.chain([None]) {
        let region = Region::around(page, touched, reach);
        let draft = RoutingDraft::of(page, touched, Want::Lines(held), &region, fonts);
        let routes = route_watched(&draft.request, progress)?;
        // Nothing is known of what lies outside the region; a line that went there may have hit it.
        let mut lines = draft.plans.iter().zip(&routes);
        if lines.all(|(plan, found)| region.knows(plan.id, &found.points)) {
            return Ok(draft.plans.iter().zip(routes).map(|(plan, found)| read(plan, found)).collect());
        }
    }
    // Not reached: the last region is all of the page, and knows every place.
    Ok(BTreeMap::new())
}

/// New places for the labels of the connectors in `touched` on the lines that they have; `None` where there is
/// nothing to be said.
///
/// Ids that the page does not have, or that have no line, are ignored. Pinned labels stay.
pub fn place_labels(
    page: &Page,
    touched: &BTreeSet<ConnectorId>,
    fonts: &Fonts,
) -> BTreeMap<ConnectorId, Option<LabelPlace>> {
    let has_line =
        |id: &&ConnectorId| page.connectors.get(id).is_some_and(|of| shape::polyline(page, of).is_some());
    let touched: BTreeSet<ConnectorId> = touched.iter().filter(has_line).cloned().collect();
    if touched.is_empty() {
        return BTreeMap::new();
    }
    let region = Region::around(page, &touched, REACHES.first().copied());
    let draft = RoutingDraft::of(page, &touched, Want::Labels, &region, fonts);
    let routes = route(&draft.request);
    let found = draft.plans.iter().zip(routes);
    found.map(|(plan, found)| (plan.id.clone(), read(plan, found).1.route.label)).collect()
}

/// Routes each connector of `page` that has no route; the others stay and are kept clear of. Returns whether
/// there were any.
pub fn route_missing(page: &mut Page, fonts: &Fonts) -> bool {
    // Nobody is there to stop it.
    route_missing_watched(page, fonts, &mut Progress::unwatched()).unwrap_or_default()
}

/// As [`route_missing`], unless whoever follows `progress` stops it: then the page stays as it was.
pub fn route_missing_watched(
    page: &mut Page,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<bool, Stopped> {
    let missing = page.connectors.values().filter(|connector| connector.route.is_none());
    let missing: BTreeSet<ConnectorId> = missing.map(|connector| connector.id.clone()).collect();
    if missing.is_empty() {
        return Ok(false);
    }
    for (id, Routed { from, to, route }) in
        reroute_watched(page, &missing, &HeldEnds::new(), fonts, progress)?
    {
        page.connectors.update(&id, |connector| {
            settle(&mut connector.from, from);
            settle(&mut connector.to, to);
            connector.route = Some(route);
        });
    }
    Ok(true)
}

/// Notes the port that the router chose.
fn settle(end: &mut End, chosen: Option<Port>) {
    if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
        *port = chosen;
    }
}
