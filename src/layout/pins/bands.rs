//! The phases of a chart around its pins.
//!
//! Owns where each phase begins and ends, and that its columns are inside. Must not know rows.

use crate::{
    geom::quantise,
    layout::pins::{
        around::Chart,
        carry::{Strip, StripPlace},
        strips::PinnedStrips,
    },
};

/// Columns can be drawn together so much without harm.
const TIGHTER: f64 = 1.1;

/// A column on its way to its place.
struct PhaseColumn {
    place: f64,
    strip: Strip,
    phase: usize,
    /// A pin has it there.
    is_held: bool,
}

/// Columns inside of their phases.
pub(super) struct Banded {
    /// The places of the columns.
    pub(super) places: Vec<f64>,
    /// Between what the steps of each phase are.
    pub(super) inside: Vec<(f64, f64)>,
    /// Where each phase ends.
    pub(super) ends: Vec<f64>,
}

/// Where a phase may end.
#[derive(Clone, Copy)]
struct Limits {
    /// Behind its pinned steps.
    lower: f64,
    /// Before those of the phases behind it.
    upper: f64,
}

/// Puts columns, which `went` where their pins have them, into their phases: as large as the columns need, and as pins
/// of other phases allow. `given` are phases that are as they are.
pub(super) fn banded(
    chart: &Chart,
    strips: &PinnedStrips,
    went: &[StripPlace],
    given: Option<&[(f64, f64)]>,
) -> Banded {
    let mut columns = columns(chart, strips, went);
    let mut rest = columns.as_mut_slice();
    let (mut inside, mut ends, mut from) = (Vec::new(), Vec::new(), 0.0);
    let padding = chart.distances.padding.0;
    // How much earlier what follows can begin, as far as the next pin.
    let mut saved = 0.0;
    for (phase, natural) in chart.phase_ends.iter().enumerate() {
        let (own, others) = rest.split_at_mut(rest.partition_point(|column| column.phase <= phase));
        rest = others;
        let band = given.map(|given| given.get(phase).copied().unwrap_or((padding, f64::INFINITY)));
        let low = band.map_or(from + padding, |band| band.0);
        for column in own.iter_mut() {
            saved = if column.is_held { 0.0 } else { saved };
            column.place -= saved;
        }
        push(own, low);
        let reach = own.iter().map(|column| column.place + column.strip.after).fold(low, f64::max);
        let before = own.iter().map(|column| column.strip.at + column.strip.after).reduce(f64::max);
        let behind = before.map_or(padding, |reach| natural - reach).max(padding);
        let wish = (reach + behind).max(from + chart.least_phase);
        let Limits { lower, upper } = limits(chart, phase, from);
        let to = if lower <= upper { wish.max(lower).min(upper) } else { f64::midpoint(lower, upper) };
        let to = quantise(to.max(from + 1.0));
        saved += (wish - to).max(0.0);
        let is_last = phase + 1 == chart.phase_ends.len();
        let band = band.unwrap_or((low, if is_last { f64::INFINITY } else { to - padding }));
        draw(own, band.0, band.1);
        inside.push(band);
        ends.push(to);
        from = to;
    }
    Banded { places: columns.iter().map(|column| column.place).collect(), inside, ends }
}

fn columns(chart: &Chart, strips: &PinnedStrips, went: &[StripPlace]) -> Vec<PhaseColumn> {
    let mut phase = 0;
    let all = strips.all.iter().zip(&strips.steps).zip(went);
    let column = |((strip, steps), went): ((&Strip, &Vec<_>), &StripPlace)| {
        // What is in no phase stands where the steps before it do.
        phase = steps.iter().filter_map(|step| chart.steps.get(*step).phase).fold(phase, usize::max);
        PhaseColumn { place: went.to, strip: *strip, phase, is_held: went.is_held }
    };
    all.map(column).collect()
}

/// Whether the columns of each phase have about the room that they need without pins.
pub(super) fn has_room(chart: &Chart, given: Option<&[(f64, f64)]>) -> bool {
    let mut from = 0.0;
    chart.phase_ends.iter().enumerate().all(|(phase, end)| {
        let needed = end - std::mem::replace(&mut from, *end);
        match given {
            Some(given) => given
                .get(phase)
                .is_none_or(|(low, high)| needed - 2.0 * chart.distances.padding.0 <= high - low),
            None => *end <= limits(chart, phase, 0.0).upper * TIGHTER,
        }
    })
}

/// Where `phase`, which begins at `from`, may end for the sake of all pins.
fn limits(chart: &Chart, phase: usize, from: f64) -> Limits {
    let padding = chart.distances.padding.0;
    let pinned = || {
        chart
            .steps
            .iter()
            .filter_map(|(ix, step)| Some((chart.pins.get(ix).as_ref()?.x, step.phase?, step.room)))
    };
    let before =
        pinned().filter(|(_, own, _)| *own <= phase).map(|(pin, _, room)| pin + room.after + padding);
    let lower = before.fold(f64::NEG_INFINITY, f64::max);
    let begin = from.max(lower);
    let behind = pinned().filter(|(_, own, _)| *own > phase).map(|(pin, own, room)| {
        let end = pin - room.before - padding;
        // There must be room for what is between the two, even if it is empty. Where there is less than that, all get the
        // same part of it.
        let (usual, part) = ((own - phase - 1) as f64 * chart.least_phase, 1.0 / (own - phase) as f64);
        if begin < end { (end - usual).max(begin + (end - begin) * part) } else { end }
    });
    Limits { lower, upper: behind.fold(f64::INFINITY, f64::min) }
}

/// Pushes columns on behind `low`.
fn push(columns: &mut [PhaseColumn], low: f64) {
    let mut clear = f64::NEG_INFINITY;
    for column in columns {
        if !column.is_held {
            column.place = column.place.max(low + column.strip.before).max(clear + column.strip.least);
        }
        clear = column.place;
    }
}

/// Draws columns back before `high`; where there is too little room for them, they come to stand over each other.
fn draw(columns: &mut [PhaseColumn], low: f64, high: f64) {
    let mut clear = f64::INFINITY;
    for column in columns.iter_mut().rev() {
        if !column.is_held {
            column.place = column.place.min(high - column.strip.after).min(clear);
        }
        clear = column.place - column.strip.least;
    }
    let mut held = None::<f64>;
    for run in columns.chunk_by_mut(|a, b| a.is_held == b.is_held) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
        let (from, to) = (first.place, last.place);
        if first.is_held {
            held = Some(to);
            continue;
        }
        let least = held.map_or(low + first.strip.before, |held| held + first.strip.least);
        if from < least {
            let part = if to > from { ((to - least) / (to - from)).max(0.0) } else { 0.0 };
            for column in run {
                column.place = least + (column.place - from) * part;
            }
        }
    }
}
