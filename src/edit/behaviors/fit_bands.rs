//! Lanes and phases are as large as what stands in them needs.
//!
//! A band grows at the side where something reaches over it. It shrinks at a side where its content reached to the
//! padding before and no longer does: room that a person gave it stays. At its beginning it shrinks only when the
//! step that stood first there left or became smaller; were it to follow a step that is moved inside of it, the
//! step could not be moved.
//!
//! Nothing shrinks for which a pinned step would have to move: the beginning of its band and, along the flow, what is
//! before that.
//!
//! Rooms are measured from the band's own borders, before and after, so that a band that moved as a whole with its
//! content is not touched.

use std::{collections::BTreeMap, sync::Arc};

use super::shift::{Axis, Bands, shift};
use crate::{
    edit::transaction::Transaction,
    geom::Orientation,
    model::{Connector, LANE_PADDING, Lane, Phase, Step, StepId},
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
/// Smaller differences are none.
const SAME: f64 = 0.01;

/// Fits the lanes and the phases of the steps that were touched.
pub(super) fn follow(tx: &mut Transaction<'_>) {
    if !tx.has_moved_steps() {
        return;
    }
    fit_lanes(tx);
    if tx.page().phases.is_empty() {
        keep_after_beginning(tx);
    } else {
        fit_phases(tx);
    }
}

fn fit_lanes(tx: &mut Transaction<'_>) {
    let lane = |lane: &Arc<Lane>| (lane.id.as_str().to_owned(), lane.size);
    let old: Vec<_> = tx.lanes_before().iter().map(lane).collect();
    let now: Vec<_> = tx.page().lanes.iter().map(lane).collect();
    let of: NameOf = |step| Some(step.lane.as_str());
    let changes = changes(tx, &LANES, (&old, &now), of);
    if !move_bands(tx, &LANES, (&now, &changes), of) {
        return;
    }
    tx.update_lanes(|lanes| {
        for (lane, (start, end)) in lanes.iter_mut().zip(&changes).filter(|(_, c)| **c != (0.0, 0.0)) {
            Arc::make_mut(lane).size += start + end;
        }
    });
}

fn fit_phases(tx: &mut Transaction<'_>) {
    let phase = |phase: &Arc<Phase>| (phase.id.as_str().to_owned(), phase.size);
    let old: Vec<_> = tx.phases_before().iter().map(phase).collect();
    let now: Vec<_> = tx.page().phases.iter().map(phase).collect();
    let of: NameOf = |step| Some(step.phase.as_ref()?.as_str());
    let changes = changes(tx, &PHASES, (&old, &now), of);
    if !move_bands(tx, &PHASES, (&now, &changes), of) {
        return;
    }
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
    if first.is_finite() && by > SAME {
        shift(tx, Axis::Along, &|_| by, &|_| by);
    }
}

/// The room at either side of a band's content.
#[derive(Clone, Copy)]
struct Rooms {
    start: f64,
    end: f64,
}

impl Rooms {
    fn within(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| Self { start: self.start.min(other.start), end: self.end.min(other.end) })
    }
}

/// A band and what is in it before and after the change.
#[derive(Default)]
struct Band {
    size: f64,
    is_touched: bool,
    before: Option<Rooms>,
    /// The step that stood first before, and how large it was.
    first: Option<(StepId, f64)>,
    after: Option<Rooms>,
    /// What lines leave that stay as they are.
    lines: Option<Rooms>,
    /// The step that stood first is as it was, but perhaps elsewhere in the band.
    keeps_first: bool,
    /// The sides that do not come nearer, because a pinned step would have to go with them.
    keeps: Keeps,
}

/// Sides of a band that pinned steps keep where they are.
#[derive(Clone, Copy, Default)]
struct Keeps {
    start: bool,
    end: bool,
}

/// Where a step stands in its band.
struct Place {
    band: usize,
    rooms: Rooms,
    extent: f64,
}

/// A name and a size for each band.
type Sizes<'a> = &'a [(String, f64)];

/// Knows the name of a step's band.
type NameOf = fn(&Step) -> Option<&str>;

/// Finds the places of steps in the bands of one page.
struct Finder<'a> {
    axis: Axis,
    orientation: Orientation,
    /// The band's position today, its beginning and its end.
    bands: BTreeMap<&'a str, (usize, f64, f64)>,
}

impl<'a> Finder<'a> {
    /// `sizes` are the bands as they were or are; `now` says which of them there are today, and where.
    fn new(axis: Axis, orientation: Orientation, sizes: Sizes<'a>, now: Sizes<'_>) -> Self {
        let extents = Bands::of(sizes.iter().map(|(_, size)| *size)).bands;
        let bands = sizes.iter().zip(extents).filter_map(|((name, _), band)| {
            let today = now.iter().position(|(other, _)| other == name)?;
            Some((name.as_str(), (today, band.from, band.to)))
        });
        Self { axis, orientation, bands: bands.collect() }
    }

    fn place(&self, step: &Step, band: Option<&str>) -> Option<Place> {
        let (band, from, to) = *self.bands.get(band?)?;
        let (start, end) = self.axis.span(self.orientation, step.rect);
        Some(Place { band, rooms: Rooms { start: start - from, end: to - end }, extent: end - start })
    }
}

/// How much each band grows (or shrinks, below 0) at its start and at its end.
fn changes(
    tx: &Transaction<'_>,
    measure: &Measure,
    (old, now): (Sizes<'_>, Sizes<'_>),
    of: NameOf,
) -> Vec<(f64, f64)> {
    let (page, axis) = (tx.page(), measure.axis);
    let is_turned = tx.orientation_before() != page.orientation;
    let was = Finder::new(axis, tx.orientation_before(), if is_turned { &[] } else { old }, now);
    let is = Finder::new(axis, page.orientation, now, now);
    let mut bands: Vec<Band> = now.iter().map(|(_, size)| Band { size: *size, ..Band::default() }).collect();
    let touched: BTreeMap<&StepId, Option<&Arc<Step>>> = tx.steps_before().collect();
    let gone = touched.keys().copied().filter(|id| !page.steps.contains_key(*id));
    for id in page.steps.keys().chain(gone) {
        let step = page.steps.get(id);
        let before = touched.get(id).copied().unwrap_or(step);
        let before = before.and_then(|step| was.place(step, of(step)));
        let after = step.and_then(|step| is.place(step, of(step)));
        note(&mut bands, id, before.as_ref(), after.as_ref());
        let pinned = step.filter(|step| step.pinned).and(after.as_ref());
        if let Some(band) = pinned.and_then(|place| bands.get_mut(place.band)) {
            band.keeps.start = true;
        }
    }
    if measure.axis == Axis::Along {
        // Along the flow, places are counted from where the page begins.
        let mut is_before_pin = false;
        for band in bands.iter_mut().rev() {
            band.keeps.end = is_before_pin;
            is_before_pin |= band.keeps.start;
            band.keeps.start = is_before_pin;
        }
    }
    add_lines(tx, measure, &mut bands);
    bands.iter().map(|band| if band.is_touched { change(measure, band) } else { (0.0, 0.0) }).collect()
}

/// Adds one step to what is known of the bands.
fn note(bands: &mut [Band], id: &StepId, before: Option<&Place>, after: Option<&Place>) {
    let stays = before.zip(after).filter(|(before, after)| before.band == after.band);
    // A band that grows at its end does not touch what stands in it.
    let is_same = stays.is_some_and(|(before, after)| {
        (before.rooms.start - after.rooms.start).abs() < SAME && (before.extent - after.extent).abs() < SAME
    });
    if let Some((place, band)) = before.and_then(|place| Some((place, bands.get_mut(place.band)?))) {
        let keeps = stays.is_some_and(|(before, after)| after.extent > before.extent - SAME);
        if band.before.is_none_or(|rooms| place.rooms.start < rooms.start) {
            band.first = Some((id.clone(), place.extent));
            band.keeps_first = keeps;
        }
        band.before = Some(place.rooms.within(band.before));
        band.is_touched |= !is_same;
    }
    if let Some((place, band)) = after.and_then(|place| Some((place, bands.get_mut(place.band)?))) {
        band.after = Some(place.rooms.within(band.after));
        band.is_touched |= !is_same;
    }
}

/// Notes how far the bends reach of lines that will not be routed anew.
fn add_lines(tx: &Transaction<'_>, measure: &Measure, bands: &mut [Band]) {
    let orientation = tx.page().orientation;
    let is_placed = |connector: &Connector| {
        [&connector.from, &connector.to]
            .into_iter()
            .any(|end| end.step().is_some_and(|id| tx.touched().placed.contains(id)))
    };
    let extents = Bands::of(bands.iter().map(|band| band.size)).bands;
    let staying = tx.page().connectors.values().filter(|connector| !is_placed(connector));
    for bend in staying.flat_map(|connector| &connector.route).flat_map(|route| &route.bends) {
        let at = measure.axis.of(orientation, bend.at);
        let near =
            extents.iter().zip(bands.iter_mut()).find(|(extent, _)| extent.from < at && at < extent.to);
        if let Some((extent, band)) = near {
            band.lines = Some(Rooms { start: at - extent.from, end: extent.to - at }.within(band.lines));
        }
    }
}

fn change(measure: &Measure, band: &Band) -> (f64, f64) {
    let Measure { axis: _, least_padding, padding, least } = *measure;
    let least = least.min(band.size);
    let Some(after) = band.after else {
        // Emptied: what was made for its content goes.
        let was_tight = band.before.is_some_and(|rooms| rooms.end <= padding + TIGHT);
        let shrinks = was_tight && band.lines.is_none() && !band.keeps.end;
        return (0.0, if shrinks { least - band.size } else { 0.0 });
    };
    let side = |room: f64, before: Option<f64>, lines: Option<f64>| {
        if room < least_padding - SAME {
            return padding - room;
        }
        let was_tight = before.is_some_and(|before| before <= padding + TIGHT && room > before + SAME);
        let spare = (room - padding).min(lines.map_or(f64::INFINITY, |room| room - LINE_ROOM));
        if was_tight { -spare.max(0.0) } else { 0.0 }
    };
    let first = band.before.filter(|_| !band.keeps_first);
    let start = side(after.start, first.map(|rooms| rooms.start), band.lines.map(|rooms| rooms.start));
    let start = if band.keeps.start { start.max(0.0) } else { start };
    let end = side(after.end, band.before.map(|rooms| rooms.end), band.lines.map(|rooms| rooms.end));
    let end = if band.keeps.end { end.max(0.0) } else { end };
    // What would make the band too small is not taken away, at the end first.
    let lacking = (least - (band.size + start + end)).max(0.0);
    let from_end = lacking.min((-end).max(0.0));
    let from_start = (lacking - from_end).min((-start).max(0.0));
    (start + from_start, end + from_end)
}

/// Moves what stands in each band with it. Whether any band changes.
fn move_bands(
    tx: &mut Transaction<'_>,
    measure: &Measure,
    (now, changes): (Sizes<'_>, &[(f64, f64)]),
    of: NameOf,
) -> bool {
    if changes.iter().all(|change| *change == (0.0, 0.0)) {
        return false;
    }
    let mut bands = Bands::of(now.iter().map(|(_, size)| *size));
    let mut moved = 0.0;
    for (band, (start, end)) in bands.bands.iter_mut().zip(changes) {
        band.by = moved + start;
        moved += start + end;
    }
    bands.beyond = match measure.axis {
        // The last phase reaches to the page's end.
        Axis::Along => bands.bands.last().map_or(0.0, |band| band.by),
        Axis::Across => moved,
    };
    let of = |step: &Step| {
        let name = of(step)?;
        now.iter().position(|(other, _)| other == name)
    };
    bands.shift(tx, measure.axis, &of);
    true
}

#[cfg(test)]
mod tests {
    use crate::{
        edit::{
            Command, Selection, StepCommand,
            fixture::{Chart, lane_id, phase_id, step_id, steps},
        },
        geom::Orientation,
    };

    const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

    fn shift(chart: &mut Chart, id: &str, (along, across): (f64, f64)) {
        let by = chart.vec(along, across);
        chart.run(&Command::Step(StepCommand::Move { steps: steps(&[id]), by, onto: None }));
    }

    #[test]
    fn a_lane_grows_for_what_comes_and_shrinks_when_it_goes() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a   b"], &[]);
            let before = chart.lane_sizes();
            shift(&mut chart, "a", (0.0, 55.0));
            assert!(chart.lane_sizes()[0] > before[0]);
            shift(&mut chart, "a", (0.0, -55.0));
            // Up to the padding: there was a little more room before.
            let reach = orientation.span_across(chart.rect("a")).1;
            assert_eq!(chart.lane_sizes()[0], reach + 16.0);
        }
    }

    #[test]
    fn a_step_can_be_moved_inside_of_a_lane_that_is_tight_about_it() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a", "b"], &[]);
            shift(&mut chart, "a", (0.0, -40.0));
            let (_, top) = chart.at("a");
            shift(&mut chart, "a", (0.0, 30.0));
            assert_eq!(chart.at("a").1, top + 30.0);
        }
    }

    #[test]
    fn what_stands_in_later_lanes_moves_with_them() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b", "c ──d", "    e"], &[("b", "d"), ("d", "e")]);
            let before = chart.lane_sizes();
            shift(&mut chart, "a", (0.0, 50.0));
            let grown = chart.lane_sizes()[0] - before[0];
            assert_eq!(chart.lane_sizes()[1..], before[1..]);
            assert_eq!((chart.at("c").1, chart.at("e").1), (180.0 + grown, 300.0 + grown));
        }
    }

    #[test]
    fn a_step_beyond_the_first_or_last_lane_or_before_the_page_is_taken_in() {
        for orientation in BOTH {
            for by in [(0.0, -900.0), (0.0, 900.0), (-900.0, 0.0), (-60.0, 0.0)] {
                let mut chart = Chart::new(orientation, &["a ──b", "c"], &[]);
                shift(&mut chart, "b", by);
                let lane = if by.1 > 0.0 { "lane-1" } else { "lane-0" };
                assert_eq!(chart.step("b").lane, lane_id(lane));
                assert!(orientation.span_along(chart.rect("b")).0 >= 15.9);
            }
        }
    }

    #[test]
    fn a_phase_grows_for_what_comes_and_the_next_one_moves() {
        for orientation in BOTH {
            let mut chart = Chart::with_phases(orientation, &["a ──b ──c"], &[], &[("one", 2), ("two", 1)]);
            let c = chart.at("c");
            shift(&mut chart, "b", (45.0, 0.0));
            assert_eq!(chart.step("b").phase, Some(phase_id("one")));
            assert!(chart.at("c").0 > c.0);
            assert!(chart.phase_sizes()[0] > 320.0);
            chart.run(&Command::Delete { what: Selection::step(step_id("b")), heal: true });
            assert!(chart.phase_sizes()[0] < 320.0);
        }
    }
}
