//! Layouts that leave pinned steps where they are.
//!
//! Owns what of a page stays for a layout's sake, and how places that were found around it become the page's. Lines are
//! routed anew: those of the layout do not know where the pins are.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    draft::{LayoutDraft, around},
    outcome::{carry_loose, put_bands},
};
use crate::{
    arrange::taken,
    geom::{Point, Rect, Size, Vec2, quantise_length, quantise_place},
    layout::{LaneIx, Pins, PlacesAroundPins, RestOfPage},
    measures::LEAST_PHASE_PADDING,
    model::{LaneId, Page, Step, StepId},
    text::Fonts,
};

/// The pins of the steps in `draft`; `None` where no step is pinned.
pub(super) fn pins(page: &Page, draft: &LayoutDraft<'_>) -> Option<Pins> {
    let pin = |step: &&Step| step.pinned.then(|| place(page, step)).flatten();
    let steps: Vec<Option<Point>> = draft.steps.iter().map(pin).collect();
    steps.iter().any(Option::is_some).then_some(Pins { steps, part: None })
}

/// The same for a part of a page. `None` also where pinned steps of the rest stand before it: those stay where they
/// are whatever becomes of the part.
pub(super) fn pins_of_part(
    page: &Page,
    chosen: &BTreeSet<StepId>,
    draft: &LayoutDraft<'_>,
    fonts: &Fonts,
) -> Option<Pins> {
    let orientation = page.orientation;
    let (begin, _) = orientation.span_along(around(page, chosen)?);
    let mut pinned = page.steps.values().filter(|step| step.pinned);
    if !pinned.any(|step| chosen.contains(&step.id) || orientation.span_along(step.rect).1 > begin) {
        return None;
    }
    let steps = draft.steps.iter().map(|step| step.pinned.then(|| place(page, step)).flatten());
    let others = page.steps.values().filter(|step| !chosen.contains(&step.id));
    let others = others.filter_map(|step| {
        let (lane, from) = lane(page, &step.lane)?;
        let room = taken(step, fonts);
        let (along, across) = (orientation.span_along(room), orientation.span_across(room));
        Some((lane, Rect::new(along.0, across.0 - from, along.1, across.1 - from)))
    });
    let count = page.phases.len();
    let phases = page.phase_bands().enumerate().map(|(nth, (_, from, to))| {
        let to = if nth + 1 == count { f64::INFINITY } else { to };
        (from + LEAST_PHASE_PADDING, to - LEAST_PHASE_PADDING)
    });
    let part = RestOfPage { begin, others: others.collect(), phases: phases.collect() };
    Some(Pins { steps: steps.collect(), part: Some(part) })
}

/// The middle of a step: along the page, and across from where its lane begins.
fn place(page: &Page, step: &Step) -> Option<Point> {
    let (middle, orientation) = (step.rect.center(), page.orientation);
    let (_, from) = lane(page, &step.lane)?;
    // In half hundredths as in the file, so that a page that is saved and read again is laid out in the same way.
    Some(Point::new(
        quantise_place(orientation.along(middle)),
        quantise_place(orientation.across(middle) - from),
    ))
}

/// The number of a lane, and where it begins.
fn lane(page: &Page, id: &LaneId) -> Option<(LaneIx, f64)> {
    let mut bands = page.lane_bands().enumerate();
    bands.find(|(_, (lane, ..))| lane.id == *id).map(|(nth, (_, from, _))| (LaneIx(nth), from))
}

/// Puts `steps`, which are all of the page, where `held` has them, with lanes and phases about them. Lines are left
/// without routes.
pub(super) fn put(page: &mut Page, steps: &[StepId], held: &PlacesAroundPins) {
    let orientation = page.orientation;
    let starts = |page: &Page| -> BTreeMap<LaneId, f64> {
        page.lane_bands().map(|(lane, from, _)| (lane.id.clone(), from)).collect()
    };
    let before = starts(page);
    put_bands(page, &held.lanes, &held.phases);
    let after = starts(page);
    let start = |of: &BTreeMap<LaneId, f64>, lane: &LaneId| of.get(lane).copied().unwrap_or_default();
    let mut moved: BTreeMap<StepId, Vec2> = BTreeMap::new();
    for (id, at) in steps.iter().zip(&held.steps) {
        let Some(step) = page.steps.get_mut(id) else { continue };
        let from = start(&after, &step.lane);
        let rect = if step.pinned {
            // With its lane, exactly.
            step.rect + orientation.point(0.0, from - start(&before, &step.lane)).to_vec2()
        } else {
            // The same numbers wherever it stood before: no trace of that is left in what is rounded later.
            let size = Size::new(quantise_length(step.rect.width()), quantise_length(step.rect.height()));
            Rect::from_center_size(orientation.point(at.x, from + at.y), size)
        };
        moved.insert(id.clone(), rect.center() - step.rect.center());
        if rect != step.rect {
            Arc::make_mut(step).rect = rect;
        }
    }
    carry_loose(page, &[], &moved);
}

/// The places that `held` has for `steps`, which are a part of the page.
pub(super) fn places(page: &Page, steps: &[&Step], held: &PlacesAroundPins) -> BTreeMap<StepId, Point> {
    let place = |(step, at): (&&Step, &Point)| {
        let (_, from) = lane(page, &step.lane)?;
        let found = page.orientation.point(at.x, from + at.y);
        Some((step.id.clone(), if step.pinned { step.rect.center() } else { found }))
    };
    steps.iter().zip(&held.steps).filter_map(place).collect()
}
