//! What the layout's answer means to a page.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    LayoutOptions,
    draft::{LayoutDraft, around},
    held,
};
use crate::{
    arrange::route_missing_watched,
    geom::{Orientation, Point, Rect, Side, Vec2},
    layout::{self, Exit, LaneIx, LayoutPlan, StepBox},
    model::{Bend, Connector, ConnectorId, End, LabelPlace, Lane, Page, Phase, Port, Route, Step, StepId},
    progress::{Progress, Stopped},
    text::Fonts,
};

/// The share of the time that it takes to measure what is on a page, by measured times …
const MEASURED: f64 = 0.04;
/// … and to find the lines that lead to no step, where all do.
const LOOSE: f64 = 0.9;

/// Places everything on a page anew: steps, lines with their labels, lanes and phases.
///
/// Bends, ports and labels that a person placed are forgotten. A connector that leads to no step moves with the step
/// at its other end. Steps keep their sizes, lanes and phases.
///
/// Pinned steps stay where they are in their lanes and along the flow, and the others are placed around them. Where all
/// steps are pinned, nothing changes.
pub fn lay_out(page: &mut Page, options: LayoutOptions, fonts: &Fonts) {
    // Nobody is there to stop it.
    let (Ok(()) | Err(Stopped)) = lay_out_watched(page, options, fonts, &mut Progress::unwatched());
}

/// As [`lay_out`], unless whoever follows `progress` stops it: then the page stays as it was.
pub fn lay_out_watched(
    page: &mut Page,
    options: LayoutOptions,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<(), Stopped> {
    if !page.steps.is_empty() && page.steps.values().all(|step| step.pinned) {
        return progress.at(1.0);
    }
    let draft = progress
        .part((0.0, MEASURED), |progress| LayoutDraft::of(page, options, &|_| true, fonts, progress))?;
    let pins = held::pins(page, &draft);
    // Lines that lead to no step, or whose steps stand around pins, are found afterwards, one after the other.
    let loose =
        if pins.is_some() { page.connectors.len() } else { page.connectors.len() - draft.edges.len() };
    let placed = 1.0 - LOOSE * loose as f64 / page.connectors.len().max(1) as f64;
    let part = (MEASURED, placed.max(MEASURED));
    let mut new = page.clone();
    let steps: Vec<StepId> = draft.steps.iter().map(|step| step.id.clone()).collect();
    if let Some(pins) = pins {
        let held = progress.part(part, |progress| layout::lay_out_around(draft.request, &pins, progress))?;
        held::put(&mut new, &steps, &held);
        progress.part((part.1, 1.0), |progress| route_missing_watched(&mut new, fonts, progress))?;
        progress.at(1.0)?;
        *page = new;
        return Ok(());
    }
    let plan = progress.part(part, |progress| layout::lay_out(&draft.request, progress))?;
    let edges: Vec<ConnectorId> = draft.edges.iter().map(|id| (*id).clone()).collect();
    let moved = put_steps(&mut new, &steps, &plan);
    put_bands(&mut new, &plan.lanes, &plan.phases);
    put_lines(&mut new, &edges, &plan);
    carry_loose(&mut new, &edges, &moved);
    progress.part((placed, 1.0), |progress| route_missing_watched(&mut new, fonts, progress))?;
    progress.at(1.0)?;
    *page = new;
    Ok(())
}

/// Places steps and tells how far each has moved.
fn put_steps(page: &mut Page, steps: &[StepId], plan: &LayoutPlan) -> BTreeMap<StepId, Vec2> {
    let orientation = page.orientation;
    let mut moved = BTreeMap::new();
    for (id, at) in steps.iter().zip(&plan.steps) {
        let Some(step) = page.steps.get_mut(id).map(Arc::make_mut) else { continue };
        let middle = orientation.point(at.x, at.y);
        moved.insert(id.clone(), middle - step.rect.center());
        let Step { rect, .. } = step;
        *rect = Rect::from_center_size(middle, rect.size());
    }
    moved
}

pub(super) fn put_bands(page: &mut Page, lanes: &[(LaneIx, f64)], phases: &[f64]) {
    let lanes: Vec<Arc<Lane>> = lanes
        .iter()
        .filter_map(|(lane, size)| {
            let mut lane = page.lanes.get(lane.0).cloned()?;
            let own = Arc::make_mut(&mut lane);
            // What a person gave it is forgotten with all that was placed by hand.
            (own.size, own.given) = (*size, None);
            Some(lane)
        })
        .collect();
    if lanes.len() == page.lanes.len() {
        page.lanes = lanes;
    }
    for (phase, size) in page.phases.iter_mut().zip(phases) {
        let Phase { size: own, .. } = Arc::make_mut(phase);
        *own = *size;
    }
}

fn put_lines(page: &mut Page, edges: &[ConnectorId], plan: &LayoutPlan) {
    let orientation = page.orientation;
    let place = |at: Point| orientation.point(at.x, at.y);
    for (id, path) in edges.iter().zip(&plan.edges) {
        let bends = path.bends.iter().map(|at| Bend { at: place(*at), pinned: false }).collect();
        let label = path.label.map(|at| LabelPlace { at: place(at), pinned: false });
        page.connectors.update(id, |Connector { from, to, route, .. }| {
            put_end(from, path.from, orientation);
            put_end(to, path.to, orientation);
            *route = Some(Route { bends, label });
        });
    }
}

fn put_end(end: &mut End, exit: Exit, orientation: Orientation) {
    if let End::Attached { port, .. } = end {
        *port = Some(Port { side: side_of(exit.side, orientation), t: exit.t, pinned: false });
    }
}

/// A side in terms of the flow as a side of the page.
const fn side_of(side: Side, orientation: Orientation) -> Side {
    match (orientation, side) {
        (Orientation::Horizontal, side) => side,
        (Orientation::Vertical, Side::Right) => Side::Bottom,
        (Orientation::Vertical, Side::Bottom) => Side::Right,
        (Orientation::Vertical, Side::Left) => Side::Top,
        (Orientation::Vertical, Side::Top) => Side::Left,
    }
}

/// Takes connectors with loose ends along with their steps; they are routed afterwards.
pub(super) fn carry_loose(page: &mut Page, edges: &[ConnectorId], moved: &BTreeMap<StepId, Vec2>) {
    let placed: BTreeSet<&ConnectorId> = edges.iter().collect();
    let loose: Vec<ConnectorId> = page.connectors.keys().filter(|id| !placed.contains(id)).cloned().collect();
    for id in loose {
        page.connectors.update(&id, |Connector { from, to, route, .. }| {
            let by = from.step().or_else(|| to.step()).and_then(|step| moved.get(step)).copied();
            for end in [from, to] {
                match end {
                    End::Free(at) => *at += by.unwrap_or_default(),
                    End::Attached { port, .. } => *port = None,
                }
            }
            *route = None;
        });
    }
}

/// New middles for some steps of a page, as if they were a chart of their own that begins where the first of them
/// stands; nothing where whoever follows `progress` stops it. The page is only read.
///
/// Pinned steps among them keep their places; for the sake of those and of later ones, the others keep clear of all
/// that is not chosen.
pub fn places_of(
    page: &Page,
    chosen: &BTreeSet<StepId>,
    options: LayoutOptions,
    fonts: &Fonts,
    progress: &mut Progress<'_>,
) -> Result<BTreeMap<StepId, Point>, Stopped> {
    let is_chosen = |id: &StepId| chosen.contains(id);
    let draft = progress
        .part((0.0, MEASURED), |progress| LayoutDraft::of(page, options, &is_chosen, fonts, progress))?;
    let part = (MEASURED, 1.0);
    if let Some(pins) = held::pins_of_part(page, chosen, &draft, fonts) {
        let held = progress.part(part, |progress| layout::lay_out_around(draft.request, &pins, progress))?;
        return Ok(held::places(page, &draft.steps, &held));
    }
    let plan = progress.part(part, |progress| layout::lay_out(&draft.request, progress))?;
    let orientation = page.orientation;
    let first = plan.steps.iter().zip(&draft.request.steps).map(|(at, step)| at.x - step.room.before);
    let begin = around(page, chosen).map_or(0.0, |area| orientation.span_along(area).0);
    let shift = begin - first.fold(f64::INFINITY, f64::min);
    let mut tops = BTreeMap::new();
    let mut top = 0.0;
    for (lane, size) in &plan.lanes {
        tops.insert(*lane, top);
        top += size;
    }
    let place = |(at, (step, own)): (&Point, (&StepBox, &&Step))| {
        let (_, from, _) = page.lane_band(&own.lane)?;
        let across = at.y - tops.get(&step.lane)?;
        Some((own.id.clone(), orientation.point(at.x + shift, from + across)))
    };
    Ok(plan.steps.iter().zip(draft.request.steps.iter().zip(&draft.steps)).filter_map(place).collect())
}
