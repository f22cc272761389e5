//! Lanes and phases are as large as what stands in them needs.
//!
//! A band grows at the side where something reaches over it. It shrinks at a side where its content reached to the
//! padding before and no longer does: room that a person gave it stays.

use std::sync::Arc;

use super::shift::{Axis, shift};
use crate::{
    edit::{Refusal, transaction::Transaction},
    model::{Connector, LANE_PADDING, LaneId, PhaseId, Step},
};

/// What the bands of one axis are like.
struct Measure {
    axis: Axis,
    /// The least room at either side.
    least_padding: f64,
    /// The room that is made where there is less.
    padding: f64,
    /// A band does not shrink below this.
    least: f64,
}

const LANES: Measure =
    Measure { axis: Axis::Across, least_padding: LANE_PADDING, padding: LANE_PADDING, least: 96.0 };
const PHASES: Measure = Measure { axis: Axis::Along, least_padding: 12.0, padding: 22.0, least: 120.0 };
/// Content is as far out as the padding allows if it is no further in than this.
const TIGHT: f64 = 2.0;
/// The room between a line and the border of its lane.
const LINE_ROOM: f64 = 12.0;

/// A band with its extent and what is in it before and after the change, as extents.
struct Band {
    from: f64,
    to: f64,
    before: Option<(f64, f64)>,
    after: Option<(f64, f64)>,
    /// How far lines reach that stay as they are.
    lines: Option<(f64, f64)>,
}

/// Fits the lanes and the phases of the steps that were touched.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    if tx.steps_before().next().is_none() {
        return Ok(());
    }
    let lanes: Vec<LaneId> = tx.page().lanes.iter().map(|lane| lane.id.clone()).collect();
    let bands: Vec<(f64, f64)> = tx.page().lane_bands().map(|(_, from, to)| (from, to)).collect();
    let of = |step: &Step| lanes.iter().position(|id| *id == step.lane);
    let changes = changes(tx, &LANES, &bands, &of);
    if changes.iter().any(|change| *change != (0.0, 0.0)) {
        move_bands(tx, Axis::Across, &bands, &changes, &of);
        tx.update_lanes(|lanes| {
            for (lane, (start, end)) in lanes.iter_mut().zip(&changes).filter(|(_, c)| **c != (0.0, 0.0)) {
                Arc::make_mut(lane).size += start + end;
            }
        });
    }
    fit_phases(tx);
    Ok(())
}

fn fit_phases(tx: &mut Transaction<'_>) {
    let phases: Vec<PhaseId> = tx.page().phases.iter().map(|phase| phase.id.clone()).collect();
    if phases.is_empty() {
        return keep_after_beginning(tx);
    }
    let sizes = tx.page().phases.iter().map(|phase| phase.size);
    let bands: Vec<(f64, f64)> = sizes
        .scan(0.0, |end, size| {
            let from = *end;
            *end += size;
            Some((from, *end))
        })
        .collect();
    let of = |step: &Step| phases.iter().position(|id| Some(id) == step.phase.as_ref());
    let changes = changes(tx, &PHASES, &bands, &of);
    if changes.iter().all(|change| *change == (0.0, 0.0)) {
        return;
    }
    move_bands(tx, Axis::Along, &bands, &changes, &of);
    tx.update_phases(|phases| {
        for (phase, (start, end)) in phases.iter_mut().zip(&changes).filter(|(_, c)| **c != (0.0, 0.0)) {
            Arc::make_mut(phase).size += start + end;
        }
    });
}

/// On a page without phases: nothing stands before the page's beginning.
fn keep_after_beginning(tx: &mut Transaction<'_>) {
    let orientation = tx.page().orientation;
    let touched = tx.steps_before().filter_map(|(id, _)| tx.step(id).ok());
    let first = touched.map(|step| orientation.span_along(step.rect).0).fold(f64::INFINITY, f64::min);
    let by = LANE_PADDING - first;
    if first.is_finite() && by > 0.01 {
        shift(tx, Axis::Along, &|_| by, &|_| by);
    }
}

/// How much each band grows (or shrinks, below 0) at its start and at its end.
fn changes(
    tx: &Transaction<'_>,
    measure: &Measure,
    bands: &[(f64, f64)],
    of: &dyn Fn(&Step) -> Option<usize>,
) -> Vec<(f64, f64)> {
    let orientation = tx.page().orientation;
    let span = |step: &Step| measure.axis.span(orientation, step.rect);
    let mut all: Vec<Band> = bands
        .iter()
        .map(|(from, to)| Band { from: *from, to: *to, before: None, after: None, lines: None })
        .collect();
    let mut touched = vec![false; bands.len()];
    let mut mark = |band: Option<usize>| {
        if let Some(flag) = band.and_then(|band| touched.get_mut(band)) {
            *flag = true;
        }
    };
    for (id, before) in tx.steps_before() {
        mark(before.and_then(|step| of(step)));
        mark(tx.step(id).ok().and_then(|step| of(step)));
    }
    let untouched = |step: &&Arc<Step>| !tx.steps_before().any(|(id, _)| *id == step.id);
    let old: Vec<&Arc<Step>> = tx.steps_before().filter_map(|(_, before)| before).collect();
    for step in tx.page().steps.values() {
        if let Some(band) = of(step).and_then(|band| all.get_mut(band)) {
            extend(&mut band.after, span(step));
        }
    }
    for step in tx.page().steps.values().filter(untouched).chain(old) {
        if let Some(band) = of(step).and_then(|band| all.get_mut(band)) {
            extend(&mut band.before, span(step));
        }
    }
    add_lines(tx, measure, &mut all);
    all.iter()
        .zip(touched)
        .map(|(band, touched)| if touched { change(measure, band) } else { (0.0, 0.0) })
        .collect()
}

/// Notes how far the bends reach of lines that will not be routed anew.
fn add_lines(tx: &Transaction<'_>, measure: &Measure, bands: &mut [Band]) {
    let orientation = tx.page().orientation;
    let is_placed = |connector: &Connector| {
        [&connector.from, &connector.to]
            .into_iter()
            .any(|end| end.step().is_some_and(|id| tx.placed().contains(id)))
    };
    let staying = tx.page().connectors.values().filter(|connector| !is_placed(connector));
    for bend in staying.flat_map(|connector| &connector.route).flat_map(|route| &route.bends) {
        let at = measure.axis.of(orientation, bend.at);
        if let Some(band) = bands.iter_mut().find(|band| band.from < at && at < band.to) {
            extend(&mut band.lines, (at, at));
        }
    }
}

fn extend(extent: &mut Option<(f64, f64)>, (from, to): (f64, f64)) {
    *extent = Some(extent.map_or((from, to), |(a, b)| (a.min(from), b.max(to))));
}

fn change(measure: &Measure, band: &Band) -> (f64, f64) {
    let Measure { axis: _, least_padding, padding, least } = *measure;
    let size = band.to - band.from;
    let least = least.min(size);
    let Some((first, last)) = band.after else {
        // Emptied: what was made for its content goes.
        let was_tight = band.before.is_some_and(|(_, last)| band.to - last <= padding + TIGHT);
        return (0.0, if was_tight && band.lines.is_none() { least - size } else { 0.0 });
    };
    let side = |room: f64, room_before: Option<f64>, line_room: Option<f64>| {
        if room < least_padding - 0.01 {
            return padding - room;
        }
        let was_tight = room_before.is_some_and(|before| before <= padding + TIGHT && room > before + 0.01);
        let spare = (room - padding).min(line_room.map_or(f64::INFINITY, |room| room - LINE_ROOM));
        if was_tight { -spare.max(0.0) } else { 0.0 }
    };
    let start = side(
        first - band.from,
        band.before.map(|(first, _)| first - band.from),
        band.lines.map(|(first, _)| first - band.from),
    );
    let end = side(
        band.to - last,
        band.before.map(|(_, last)| band.to - last),
        band.lines.map(|(_, last)| band.to - last),
    );
    // What would make the band too small is not taken away, at the end first.
    let lacking = (least - (size + start + end)).max(0.0);
    let from_end = lacking.min((-end).max(0.0));
    let from_start = (lacking - from_end).min((-start).max(0.0));
    (start + from_start, end + from_end)
}

/// Moves what stands in each band with it.
fn move_bands(
    tx: &mut Transaction<'_>,
    axis: Axis,
    bands: &[(f64, f64)],
    changes: &[(f64, f64)],
    of: &dyn Fn(&Step) -> Option<usize>,
) {
    let mut moved = 0.0;
    let mut moves: Vec<f64> = Vec::with_capacity(changes.len());
    for (start, end) in changes {
        moves.push(moved + start);
        moved += start + end;
    }
    let beyond = moved;
    let orientation = tx.page().orientation;
    let at = |v: f64| {
        if v < 0.0 {
            return 0.0;
        }
        let band = bands.iter().position(|(_, to)| v < *to);
        band.map_or(beyond, |band| moves.get(band).copied().unwrap_or_default())
    };
    let step = |step: &Step| {
        let (from, to) = axis.span(orientation, step.rect);
        of(step).and_then(|band| moves.get(band).copied()).unwrap_or_else(|| at(f64::midpoint(from, to)))
    };
    shift(tx, axis, &step, &at);
}
