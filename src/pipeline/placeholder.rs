//! A stand-in for the automatic layout: steps side by side in columns, each in its lane.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    geom::{Point, Rect},
    model::{Document, HEADER, LANE_PADDING, Lane, Page, Phase, Step, StepId},
};

/// The room between two columns, and between two steps that stand in the same place.
const GAP: (f64, f64) = (56.0, 24.0);

/// Puts every step into the column that the longest way to it says, phases one after the other.
pub(super) fn place_in_columns(document: &mut Document) {
    document.pages.iter_mut().for_each(place_page);
}

fn place_page(page: &mut Page) {
    let order: Vec<Arc<Step>> = page.steps_in_reading_order().into_iter().cloned().collect();
    let columns = columns(page, &order);
    let mut widths: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for step in &order {
        let width = widths.entry(column_of(page, step, &columns)).or_default();
        *width = width.max(step.rect.width());
    }
    // Where each column begins, and each phase ends.
    let mut starts: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    let mut x = HEADER;
    for (column, width) in &widths {
        starts.insert(*column, x);
        x += width + GAP.0;
    }
    let mut from = 0.0;
    for (nth, phase) in page.phases.iter_mut().enumerate() {
        let last = widths
            .range(..(nth + 2, 0))
            .next_back()
            .and_then(|(column, width)| Some(starts.get(column)? + width));
        let end = last.unwrap_or(from) + GAP.0 / 2.0;
        *phase = Arc::new(Phase { size: (end - from).max(160.0), ..Phase::clone(phase) });
        from += phase.size;
    }
    let mut top = 0.0;
    for lane in &mut page.lanes {
        let mut bottoms: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        let mut places: Vec<(StepId, Rect)> = Vec::new();
        for step in order.iter().filter(|step| step.lane == lane.id) {
            let column = (phase_of(&page.phases, step), columns.get(&step.id).copied().unwrap_or_default());
            let bottom = bottoms.entry(column).or_insert(top + LANE_PADDING);
            let width = widths.get(&column).copied().unwrap_or_default();
            let left = starts.get(&column).copied().unwrap_or_default() + (width - step.rect.width()) / 2.0;
            places
                .push((step.id.clone(), Rect::from_origin_size(Point::new(left, *bottom), step.rect.size())));
            *bottom += step.rect.height() + GAP.1;
        }
        let bottom =
            bottoms.values().fold(top + LANE_PADDING + 72.0, |most, bottom| most.max(bottom - GAP.1));
        *lane = Arc::new(Lane { size: bottom + LANE_PADDING - top, ..Lane::clone(lane) });
        top += lane.size;
        for (id, rect) in places {
            if let Some(step) = page.steps.get_mut(&id) {
                Arc::make_mut(step).rect = rect;
            }
        }
    }
}

/// Steps without a phase come before all that have one.
fn phase_of(phases: &[Arc<Phase>], step: &Step) -> usize {
    phases.iter().position(|phase| Some(&phase.id) == step.phase.as_ref()).map_or(0, |nth| nth + 1)
}

fn column_of(page: &Page, step: &Step, columns: &BTreeMap<StepId, usize>) -> (usize, usize) {
    (phase_of(&page.phases, step), columns.get(&step.id).copied().unwrap_or_default())
}

/// For each step the length of the longest way to it; what leads back is left out.
fn columns(page: &Page, order: &[Arc<Step>]) -> BTreeMap<StepId, usize> {
    let mut next: BTreeMap<&StepId, Vec<&StepId>> = BTreeMap::new();
    for connector in page.connectors.values() {
        if let (Some(from), Some(to)) = (connector.from.step(), connector.to.step()) {
            next.entry(from).or_default().push(to);
        }
    }
    let (mut done, mut open) = (BTreeSet::new(), BTreeSet::new());
    let mut finished: Vec<&StepId> = Vec::new();
    let mut forward: BTreeMap<&StepId, Vec<&StepId>> = BTreeMap::new();
    for start in order {
        // A walk in depth without recursion: a way may be 100,000 steps long.
        let mut stack: Vec<(&StepId, usize)> = vec![(&start.id, 0)];
        while let Some((at, nth)) = stack.pop() {
            if nth == 0 && (done.contains(at) || !open.insert(at)) {
                continue;
            }
            let Some(to) = next.get(at).and_then(|to| to.get(nth)) else {
                done.insert(at);
                finished.push(at);
                continue;
            };
            stack.push((at, nth + 1));
            if !open.contains(to) || done.contains(to) {
                forward.entry(at).or_default().push(to);
                stack.push((to, 0));
            }
        }
    }
    let mut columns: BTreeMap<StepId, usize> = BTreeMap::new();
    for at in finished.into_iter().rev() {
        let column = *columns.entry(at.clone()).or_default();
        for to in forward.get(at).into_iter().flatten() {
            let reached = columns.entry((*to).clone()).or_default();
            *reached = (*reached).max(column + 1);
        }
    }
    columns
}
