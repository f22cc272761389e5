//! The columns of a chart and the rows of its lanes, read off a finished layout.
//!
//! Owns which steps go together and which pins carry what. Must not place anything.

use crate::{
    geom::{IxVec, quantise_place},
    layout::{
        pins::{
            around::{Chart, Pins},
            carry::{Strip, StripPlace},
        },
        request::{LaneIx, LayoutRequest, Spacing, StepBox, StepIx},
        spacing::{CLEARANCE, Distances},
    },
};

/// Steps whose middles are no further apart stand in one column or row.
const SAME: f64 = 1.0;
/// A pin no further than this from where its step would stand carries the column, whatever leads there and on from it.
const NUDGE: f64 = 60.0;
/// A pin that carries nothing, but stands no further than this beside a column, has that come to it: nearly in line
/// looks like a mistake.
const BESIDE: f64 = 24.0;

/// Puts pinned steps that stand near a row of others into that row, for a layout that begins with the present places.
///
/// Else a step that is pinned between two rows would be read as a row of its own, and push them apart.
pub(super) fn align_pins(request: &mut LayoutRequest, pins: &Pins) {
    let distances = Distances::of(request.spacing);
    let pinned = |nth: usize| pins.steps.get(nth).is_some_and(Option::is_some);
    let rows: Vec<(LaneIx, f64)> = request
        .steps
        .iter()
        .enumerate()
        .filter(|(nth, _)| !pinned(*nth))
        .map(|(_, step)| (step.lane, step.now.y))
        .collect();
    for (_, step) in request.steps.iter_mut().enumerate().filter(|(nth, _)| pinned(*nth)) {
        let (own, near) = (step.now.y, reach_of_row(step, distances));
        let far = |y: &f64| (y - own).abs();
        let rows = rows.iter().filter(|(lane, _)| *lane == step.lane).map(|(_, y)| *y);
        if let Some(row) = rows.min_by(|a, b| far(a).total_cmp(&far(b))).filter(|row| far(row) <= near) {
            step.now.y = row;
        }
    }
}

/// What there is at least between columns and between rows that pins draw together.
const TIGHT: Distances = Distances::of(Spacing::Compact);

/// Columns, or the rows of a lane, with the steps in them.
pub(super) struct PinnedStrips {
    /// In order.
    pub(super) all: Vec<Strip>,
    /// The steps of each.
    pub(super) steps: Vec<Vec<StepIx>>,
}

/// A step in one direction: its middle, and the room that it takes up before and after it.
type Extent = (f64, f64, f64);

impl PinnedStrips {
    /// The columns of a chart.
    pub(super) fn columns(chart: &Chart) -> Self {
        let extent = |step: StepIx| {
            let room = chart.steps.get(step).room;
            (chart.at.get(step).x, room.before, room.after)
        };
        let all: Vec<StepIx> = chart.steps.ids().collect();
        let mut strips = Self::of(&all, extent, TIGHT.padding.0, TIGHT.gap.0);
        let number = strips.numbers(chart.steps.len());
        let mut labels = vec![0.0_f64; strips.all.len()];
        for edge in &chart.edges {
            let (from, to) = (*number.get(edge.from), *number.get(edge.to));
            let is_level = chart.steps.get(edge.from).lane == chart.steps.get(edge.to).lane;
            let label = edge.label.filter(|_| is_level && to == from + 1);
            if let Some((widest, label)) = labels.get_mut(to).zip(label) {
                *widest = widest.max(label.width + CLEARANCE.0 + CLEARANCE.1);
            }
        }
        for (strip, label) in strips.all.iter_mut().zip(labels) {
            // Labels stand in the gap.
            strip.least = (strip.least + (label - TIGHT.gap.0).max(0.0)).min(strip.usual);
        }
        for (strip, steps) in strips.all.iter_mut().zip(&strips.steps) {
            let pins = steps.iter().filter_map(|step| Some((*step, chart.pins.get(*step).as_ref()?.x)));
            let carrying = pins.filter(|(step, to)| carries(chart, &number, *step, to - strip.at));
            strip.wanted = most_wanted(strip.at, carrying.map(|(_, to)| to).collect());
        }
        strips
    }

    /// Adds the wishes of pinned steps that stand a little beside a column of their phase for which there is no wish yet.
    pub(super) fn draw_in(&mut self, chart: &Chart, went: &[StripPlace]) {
        for (step, pin) in chart.pins.iter().filter_map(|(ix, pin)| Some((ix, pin.as_ref()?))) {
            let phase = chart.steps.get(step).phase;
            let is_of_phase =
                |steps: &Vec<StepIx>| steps.iter().all(|it| chart.steps.get(*it).phase == phase);
            let columns = self.all.iter_mut().zip(&self.steps).zip(went);
            let free = columns.filter(|((strip, steps), _)| strip.wanted.is_none() && is_of_phase(steps));
            let far = free.map(|((strip, _), went)| ((went.to - pin.x).abs(), strip));
            let nearest = far.min_by(|a, b| a.0.total_cmp(&b.0)).filter(|(far, _)| *far <= BESIDE);
            if let Some((_, strip)) = nearest {
                strip.wanted = Some(pin.x);
            }
        }
    }

    /// The rows of a lane. A pinned step belongs to the row that it is nearest to, if it is near one.
    pub(super) fn rows(chart: &Chart, lane: LaneIx) -> Self {
        let extent = |step: StepIx| {
            let room = chart.steps.get(step).room;
            (chart.at.get(step).y, room.above, room.below)
        };
        let steps: Vec<StepIx> =
            chart.steps.iter().filter(|(_, step)| step.lane == lane).map(|(ix, _)| ix).collect();
        let mut strips = Self::of(&steps, extent, TIGHT.padding.1, TIGHT.gap.1);
        let mut wishes: Vec<Vec<f64>> = vec![Vec::new(); strips.all.len()];
        for step in steps {
            let Some(to) = chart.pins.get(step).as_ref().map(|pin| pin.y) else { continue };
            let rows = strips.all.iter().enumerate().map(|(row, strip)| (row, (strip.at - to).abs()));
            let near = reach_of_row(chart.steps.get(step), chart.distances);
            let nearest = rows.min_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, far)| *far <= near);
            if let Some(wishes) = nearest.and_then(|(row, _)| wishes.get_mut(row)) {
                wishes.push(to);
            }
        }
        for (strip, wishes) in strips.all.iter_mut().zip(wishes) {
            strip.wanted = most_wanted(strip.at, wishes);
        }
        strips
    }

    /// Groups steps by their middles. `padding` is the least room before the first strip, `gap` between two.
    fn of(steps: &[StepIx], extent: impl Fn(StepIx) -> Extent, padding: f64, gap: f64) -> Self {
        let mut sorted = steps.to_vec();
        sorted.sort_by(|a, b| extent(*a).0.total_cmp(&extent(*b).0).then(a.cmp(b)));
        let mut groups: Vec<(f64, Vec<StepIx>)> = Vec::new();
        for step in sorted {
            let at = extent(step).0;
            match groups.last_mut().filter(|(first, _)| at - *first <= SAME) {
                Some((_, group)) => group.push(step),
                None => groups.push((at, vec![step])),
            }
        }
        let (mut last, mut behind) = (0.0, padding - gap);
        let strip = |(at, group): &(f64, Vec<StepIx>)| {
            let (before, after) = group
                .iter()
                .map(|step| extent(*step))
                .fold((0.0_f64, 0.0_f64), |all, own| (all.0.max(own.1), all.1.max(own.2)));
            let usual = at - last;
            let least = (behind + gap + before).min(usual);
            (last, behind) = (*at, after);
            Strip { at: *at, usual, least, before, after, wanted: None }
        };
        let all = groups.iter().map(strip).collect();
        Self { all, steps: groups.into_iter().map(|(_, group)| group).collect() }
    }

    /// Tells where each step comes to be, given the places of the strips.
    pub(super) fn put(&self, places: impl IntoIterator<Item = f64>, mut put: impl FnMut(StepIx, f64)) {
        for (steps, place) in self.steps.iter().zip(places) {
            for step in steps {
                put(*step, quantise_place(place));
            }
        }
    }

    /// The number of the strip that each step is in.
    fn numbers(&self, count: usize) -> IxVec<StepIx, usize> {
        let mut of = IxVec::filled(count, usize::MAX - 1);
        for (number, steps) in self.steps.iter().enumerate() {
            for step in steps {
                of.set(*step, number);
            }
        }
        of
    }
}

/// A step no further than this from the middle of a row belongs there: half the way to a row of such steps below it.
fn reach_of_row(step: &StepBox, distances: Distances) -> f64 {
    (step.room.above + step.room.below + distances.gap.1) / 2.0
}

/// Whether a pinned step that is `off` from where it would stand takes its column along: one that is put behind that
/// place pushes what follows it, and one that is put before it draws in what leads to it. A step at the edge of the
/// flow does neither.
fn carries(chart: &Chart, number: &IxVec<StepIx, usize>, step: StepIx, off: f64) -> bool {
    let own = *number.get(step);
    let mut edges = chart.edges.iter();
    off.abs() <= NUDGE
        || if off > 0.0 {
            edges.any(|edge| edge.from == step && *number.get(edge.to) > own)
        } else {
            edges.any(|edge| edge.to == step && *number.get(edge.from) < own)
        }
}

/// The place that most of the pins in a strip have; of several, the one nearest to where the strip is.
fn most_wanted(at: f64, mut wishes: Vec<f64>) -> Option<f64> {
    wishes.sort_by(f64::total_cmp);
    let groups = wishes.chunk_by(|a, b| b - a <= SAME);
    let first = groups.filter_map(|group| Some((group.len(), *group.first()?)));
    let best = first.max_by(|a, b| a.0.cmp(&b.0).then((b.1 - at).abs().total_cmp(&(a.1 - at).abs())));
    best.map(|(_, place)| place)
}
