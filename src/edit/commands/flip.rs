//! Turning the flow of a page.
//!
//! Along and across stay the same numbers, so that what came after still does and lanes keep their order. Steps
//! keep their width and height, because of their texts; so columns and rows take up another room than before, and
//! are spaced anew with the gaps that they had.
//!
//! ```text
//!  ┌────┐    ┌────┐           ┌────┐
//!  │ a  ├───▶│ b  │    ──▶    │ a  │
//!  └────┘    └────┘           └─┬──┘
//!                             ┌─▼──┐
//!                             │ b  │
//!                             └────┘
//! ```

use std::sync::Arc;

use crate::{
    edit::{Refusal, transaction::Transaction},
    geom::{Orientation, Point, Rect, Side},
    measures::LEAST_BAND,
    model::{End, Port, Step},
};

/// Middles that are no further apart are in one column or row.
const SAME_LINE: f64 = 8.0;
/// The least and the most room that is kept between two steps because they had room between them.
const GAP: (f64, f64) = (12.0, 36.0);
/// How many columns or rows before one are looked at.
const NEAR: usize = 8;

pub(super) fn flip(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let old = tx.page().orientation;
    let new = match old {
        Orientation::Horizontal => Orientation::Vertical,
        Orientation::Vertical => Orientation::Horizontal,
    };
    let steps: Vec<Arc<Step>> = tx.page().steps.values().cloned().collect();
    let is_along = |a: &Step, b: &Step| !overlap(old.span_along(a.rect), old.span_along(b.rect));
    let shares_lane = |a: &Step, b: &Step| a.lane == b.lane;
    let item = |of: (f64, f64), to: (f64, f64)| Item {
        middle: f64::midpoint(of.0, of.1),
        old: of.1 - of.0,
        new: to.1 - to.0,
    };
    let along: Vec<Item> =
        steps.iter().map(|step| item(old.span_along(step.rect), new.span_along(step.rect))).collect();
    let across: Vec<Item> =
        steps.iter().map(|step| item(old.span_across(step.rect), new.span_across(step.rect))).collect();
    let pair = |a: usize, b: usize| steps.get(a).zip(steps.get(b));
    let along =
        Spacing::of(&along, &|a, b| pair(a, b).is_some_and(|(a, b)| shares_lane(a, b) && is_along(a, b)));
    let across =
        Spacing::of(&across, &|a, b| pair(a, b).is_some_and(|(a, b)| shares_lane(a, b) && !is_along(a, b)));
    turn_bands(tx, &along, &across);
    tx.set_orientation(new);
    for (i, step) in steps.iter().enumerate() {
        let (Some(along), Some(across)) = (along.middles.get(i), across.middles.get(i)) else { continue };
        let rect = Rect::from_center_size(new.point(*along, *across), step.rect.size());
        tx.update_step(&step.id, |step: &mut Step| step.rect = rect)?;
    }
    let place = |p: Point| new.point(along.map(old.along(p)), across.map(old.across(p)));
    turn_lines(tx, place)
}

fn overlap(a: (f64, f64), b: (f64, f64)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// Lanes and phases end where their borders come to lie.
fn turn_bands(tx: &mut Transaction<'_>, along: &Spacing, across: &Spacing) {
    tx.update_lanes(|lanes| {
        let (mut end, mut new_end) = (0.0, 0.0);
        for lane in lanes.iter_mut().map(Arc::make_mut) {
            end += lane.size;
            lane.size = (across.map(end) - new_end).max(LEAST_BAND);
            lane.given = None;
            new_end += lane.size;
        }
    });
    if tx.page().phases.is_empty() {
        return;
    }
    tx.update_phases(|phases| {
        let (mut end, mut new_end) = (0.0, 0.0);
        for phase in phases.iter_mut().map(Arc::make_mut) {
            end += phase.size;
            phase.size = (along.map(end) - new_end).max(LEAST_BAND);
            new_end += phase.size;
        }
    });
}

/// Lines are routed anew; what a person decided turns with the page.
fn turn_lines(tx: &mut Transaction<'_>, place: impl Fn(Point) -> Point) -> Result<(), Refusal> {
    for id in tx.page().connectors.keys().cloned().collect::<Vec<_>>() {
        tx.update_connector(&id, |connector| {
            for end in [&mut connector.from, &mut connector.to] {
                match end {
                    End::Free(at) => *at = place(*at),
                    End::Attached { port, .. } => {
                        *port = port.map(|port| Port { side: turned(port.side), ..port });
                    }
                }
            }
            if let Some(route) = &mut connector.route {
                route.bends.retain(|bend| bend.pinned);
                for bend in &mut route.bends {
                    bend.at = place(bend.at);
                }
                // One that a person placed is brought to its new line later.
                route.label = route.label.filter(|label| label.pinned);
            }
        })?;
        tx.reroute(&id);
    }
    Ok(())
}

const fn turned(side: Side) -> Side {
    match side {
        Side::Top => Side::Left,
        Side::Left => Side::Top,
        Side::Right => Side::Bottom,
        Side::Bottom => Side::Right,
    }
}

/// Where a step stands on one axis, and how far it reaches there before and after.
#[derive(Clone, Copy)]
struct Item {
    middle: f64,
    old: f64,
    new: f64,
}

/// Steps whose middles are on one line.
struct Line {
    items: Vec<usize>,
    middle: f64,
    old: f64,
    new: f64,
    /// Where it comes to lie.
    to: f64,
}

/// Where everything on one axis comes to lie.
struct Spacing {
    /// The new middle of each item.
    middles: Vec<f64>,
    /// Old and new coordinates, both in order.
    fixed: Vec<(f64, f64)>,
}

impl Spacing {
    /// Spaces `items` anew; `apart` says which two may not come to overlap.
    fn of(items: &[Item], apart: &dyn Fn(usize, usize) -> bool) -> Self {
        let mut lines = lines(items);
        for at in 0..lines.len() {
            let to = place(items, &lines, at, apart);
            if let Some(line) = lines.get_mut(at) {
                line.to = to;
            }
        }
        let mut middles: Vec<f64> = items.iter().map(|item| item.middle).collect();
        for line in &lines {
            for item in &line.items {
                if let Some(middle) = middles.get_mut(*item) {
                    *middle += line.to - line.middle;
                }
            }
        }
        Self { middles, fixed: fixed(&lines) }
    }

    /// Where the coordinate `v` comes to lie. Gaps stay as large as they are; columns and rows are stretched.
    fn map(&self, v: f64) -> f64 {
        let next = self.fixed.partition_point(|(old, _)| *old < v);
        let before = next.checked_sub(1).and_then(|at| self.fixed.get(at));
        match (before, self.fixed.get(next)) {
            (None, None) => v,
            (None, Some((old, new))) | (Some((old, new)), None) => new + v - old,
            (Some((a, new_a)), Some((b, new_b))) => new_a + (v - a) / (b - a) * (new_b - new_a),
        }
    }
}

/// The items in columns (or rows), in order.
fn lines(items: &[Item]) -> Vec<Line> {
    let mut order: Vec<(usize, Item)> = items.iter().copied().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| a.middle.total_cmp(&b.middle));
    let mut lines: Vec<Line> = Vec::new();
    for (index, item) in order {
        match lines.last_mut().filter(|line| item.middle - line.middle <= SAME_LINE) {
            Some(line) => {
                line.items.push(index);
                line.old = line.old.max(item.old);
                line.new = line.new.max(item.new);
            }
            None => lines.push(Line {
                items: vec![index],
                middle: item.middle,
                old: item.old,
                new: item.new,
                to: item.middle,
            }),
        }
    }
    lines
}

/// Where the line at `at` goes once those before it have their places.
fn place(items: &[Item], lines: &[Line], at: usize, apart: &dyn Fn(usize, usize) -> bool) -> f64 {
    let Some(line) = lines.get(at) else { return 0.0 };
    let Some(last) = at.checked_sub(1).and_then(|last| lines.get(last)) else {
        return line.middle + (line.new - line.old) / 2.0;
    };
    let distance = line.middle - last.middle;
    let (filled, fills) = (f64::midpoint(line.old, last.old), f64::midpoint(line.new, last.new));
    let distance = if distance >= filled { distance - filled + fills } else { distance * fills / filled };
    let mut to = last.to + distance;
    for before in lines.iter().take(at).skip(at.saturating_sub(NEAR)) {
        for (a, b) in before.items.iter().flat_map(|a| line.items.iter().map(move |b| (*a, *b))) {
            let (Some(one), Some(other)) = (items.get(a), items.get(b)) else { continue };
            if apart(a, b) {
                let gap = (other.middle - one.middle) - f64::midpoint(other.old, one.old);
                let room = f64::midpoint(one.new, other.new) + gap.clamp(GAP.0, GAP.1);
                // Both may stand a little off their lines.
                let off = (one.middle - before.middle) - (other.middle - line.middle);
                to = to.max(before.to + off + room);
            }
        }
    }
    to
}

/// The edges of lines, as far as they do not lie within each other; there, the middles.
fn fixed(lines: &[Line]) -> Vec<(f64, f64)> {
    let mut fixed: Vec<(f64, f64)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1);
        let start = (line.middle - line.old / 2.0, line.to - line.new / 2.0);
        let end = (line.middle + line.old / 2.0, line.to + line.new / 2.0);
        let ends_before = |next: &Line| end.0 < next.middle && end.1 < next.to;
        let end = Some(end).filter(|_| next.is_none_or(ends_before));
        for point in [Some(start), Some((line.middle, line.to)), end].into_iter().flatten() {
            if fixed.last().is_none_or(|last| last.0 < point.0 && last.1 < point.1) {
                fixed.push(point);
            }
        }
    }
    fixed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{
        Command, PageCommand,
        fixture::{Chart, line_id},
    };

    fn chart(orientation: Orientation) -> Chart {
        let rows = ["a ──?b ──c      g", "        d ──e", "    f"];
        let more = [("b", "d"), ("e", "g"), ("f", "a")];
        Chart::with_phases(orientation, &rows, &more, &[("one", 2), ("two", 3)])
    }

    #[test]
    fn the_flow_turns_and_keeps_its_order() {
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            let mut chart = chart(orientation);
            let order = |chart: &Chart, of: fn((f64, f64)) -> f64| {
                let mut ids = ["a", "b", "c", "d", "e", "f", "g"];
                ids.sort_by(|a, b| of(chart.at(a)).total_cmp(&of(chart.at(b))));
                ids
            };
            let before = (order(&chart, |at| at.0), order(&chart, |at| at.1));
            let size = chart.rect("a").size();
            chart.run(&Command::Page(PageCommand::Flip));
            assert_ne!(chart.page().orientation, orientation);
            assert_eq!((order(&chart, |at| at.0), order(&chart, |at| at.1)), before);
            assert_eq!(chart.rect("a").size(), size);
            // A straight line stays straight.
            assert_eq!(chart.line("a-b").len(), 2);
            assert!(chart.page().connectors[&line_id("a-b")].route.is_some());
        }
    }

    #[test]
    fn turned_twice_everything_is_where_it_was() {
        for orientation in [Orientation::Horizontal, Orientation::Vertical] {
            let mut chart = chart(orientation);
            let before: Vec<_> = chart.page().steps.values().map(|step| step.rect).collect();
            let (lanes, phases) = (chart.lane_sizes(), chart.phase_sizes());
            chart.run(&Command::Page(PageCommand::Flip));
            chart.run(&Command::Page(PageCommand::Flip));
            for (before, after) in before.iter().zip(chart.page().steps.values()) {
                assert!(before.center().distance(after.rect.center()) < 1.0, "{before:?} {:?}", after.rect);
            }
            let near = |a: &[f64], b: &[f64]| a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1.0);
            assert!(near(&lanes, &chart.lane_sizes()), "{lanes:?} {:?}", chart.lane_sizes());
            assert!(near(&phases, &chart.phase_sizes()), "{phases:?} {:?}", chart.phase_sizes());
        }
    }
}
