//! A step stands where nothing else does.
//!
//! Owns who gives way. A step that is put partly over another one slides off it where that is a short way. One that
//! is put between two others pushes everything behind it on, in all lanes, so that what stood in one column still
//! does; between two that stand below each other, it pushes the row below it and the later lanes away. A step that
//! grew stays in its column and row, and those move with it.
//!
//! A pinned step is not pushed where there is another way: what would come onto it goes round it, and what is pushed
//! towards it stops before it where there is room.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    shift::{Axis, shift},
    spare::{end_of_push, has_room},
};
use crate::{
    edit::{Refusal, rules, transaction::Transaction},
    geom::Rect,
    model::{Page, Step, StepId},
};

/// Closer than this, two steps are in each other's way.
const CLEARANCE: f64 = 12.0;
/// A step that is new or has grown keeps so much room for the lines to its neighbours.
const LINE_GAP: f64 = 28.0;
/// The room that is made between columns.
const COLUMN_GAP: f64 = 36.0;
/// The room that is made between rows.
const ROW_GAP: f64 = 28.0;
/// Steps whose middles are no further apart stand in one column.
const SAME_COLUMN: f64 = 24.0;
/// How far a step slides across rather than push others along.
const SHORT_WAY: f64 = 40.0;
/// Smaller differences of sizes are none.
const SAME: f64 = 0.01;
/// After so many moves the rest may overlap; the check says where.
const MOST_MOVES: usize = 64;
/// After so many, a step that grew leaves its column.
const MOST_PUSHES: usize = 16;

/// How a step came to its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    /// It is new.
    New,
    /// It was moved.
    Moved,
    /// It is where it was, but larger or smaller.
    Grown,
}

impl Came {
    fn of(tx: &Transaction<'_>, id: &StepId) -> Self {
        let Some((before, now)) = tx.step_before(id).zip(tx.step(id).ok()) else { return Self::New };
        let grown = now.rect.size() - before.rect.size();
        // A rectangle that is put elsewhere is not exactly as large as before.
        let is_same_size = grown.width.abs() < SAME && grown.height.abs() < SAME;
        if is_same_size { Self::Moved } else { Self::Grown }
    }
}

/// Makes room for every step that was put somewhere.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let orientation = tx.page().orientation;
    let mut placed: Vec<(f64, StepId, Came)> = Vec::new();
    for id in &tx.touched().placed {
        let Ok(step) = tx.step(id) else { continue };
        placed.push((orientation.span_along(step.rect).0, id.clone(), Came::of(tx, id)));
    }
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let put = placed.iter().filter(|(.., came)| *came != Came::Grown).map(|(_, id, _)| id.clone());
    let mut room = Room { waiting: put.collect(), ..Room::default() };
    for (_, id, came) in &placed {
        room.make(tx, id, *came)?;
        room.settle(id);
    }
    Ok(())
}

/// What has been done so far.
#[derive(Default)]
struct Room {
    /// Steps that were put somewhere and whose turn has not come, and the one whose turn it is: nobody pushes them.
    waiting: BTreeSet<StepId>,
    /// Steps that were put somewhere and have their place.
    settled: BTreeSet<StepId>,
    /// The neighbours of the step whose turn it is, if it keeps room for lines to them.
    neighbours: BTreeSet<StepId>,
    /// What stands above or below the step whose turn it is.
    stacked: BTreeSet<StepId>,
}

impl Room {
    fn make(&mut self, tx: &mut Transaction<'_>, id: &StepId, mut came: Came) -> Result<(), Refusal> {
        let mut slid = 0.0_f64;
        self.neighbours = if came == Came::Moved { BTreeSet::new() } else { neighbours(tx.page(), id) };
        for moves in 0..MOST_MOVES {
            let Some(other) = self.in_the_way(tx, id) else { break };
            if moves == 0 {
                self.stacked = stacked(tx, id, came);
            }
            if came == Came::Grown && moves == MOST_PUSHES {
                // Its column and row do not let it stay among them.
                self.waiting.insert(id.clone());
                self.stacked.clear();
                came = Came::Moved;
            }
            self.give_way(tx, (id, came), &other, &mut slid)?;
        }
        Ok(())
    }

    fn settle(&mut self, id: &StepId) {
        if self.waiting.remove(id) {
            self.settled.insert(id.clone());
        }
    }

    /// The step nearest to the middle of `id` among those that it stands on or too near to.
    fn in_the_way(&self, tx: &Transaction<'_>, id: &StepId) -> Option<Arc<Step>> {
        let (page, step) = (tx.page(), tx.step(id).ok()?);
        if !step.kind.is_flow() {
            // A note may lie where a person wants it.
            return None;
        }
        let is_within = |other: &Step, room: f64| step.rect.inset(room - 0.01).overlaps(other.rect);
        let room = |other: &StepId| {
            if self.settled.contains(other) {
                // Those were put there together.
                0.0
            } else if self.neighbours.contains(other) {
                LINE_GAP
            } else {
                CLEARANCE
            }
        };
        // Most steps are far away, which is quickly seen.
        let near = page.steps.values().filter(|other| is_within(other, LINE_GAP));
        let all = near.filter(|other| {
            other.id != *id
                && other.kind.is_flow()
                && !self.waiting.contains(&other.id)
                && is_within(other, room(&other.id))
        });
        let distance = |other: &&Arc<Step>| other.rect.center().distance(step.rect.center());
        all.min_by(|a, b| distance(a).total_cmp(&distance(b))).cloned()
    }

    fn give_way(
        &self,
        tx: &mut Transaction<'_>,
        (id, came): (&StepId, Came),
        other: &Step,
        slid: &mut f64,
    ) -> Result<(), Refusal> {
        let orientation = tx.page().orientation;
        let rect = tx.step(id)?.rect;
        if self.stacked.contains(&other.id) {
            return self.separate(tx, (id, came), other, (Axis::Across, ROW_GAP));
        }
        let is_neighbour = neighbours(tx.page(), id).contains(&other.id);
        let is_held = other.pinned && came != Came::Grown && !is_neighbour;
        if (came == Came::Moved || is_held)
            && !is_neighbour
            && let Some(by) = slide(tx.page(), rect, other.rect).filter(|by| {
                slid.abs() + by.abs() <= SHORT_WAY || (is_held && has_room(tx.page(), rect, *by))
            })
        {
            *slid += by.abs();
            let by = orientation.point(0.0, by).to_vec2();
            return tx.update_step(id, |step| step.rect = step.rect + by);
        }
        if is_held {
            return go_past(tx, id, other);
        }
        self.separate(tx, (id, came), other, (Axis::Along, COLUMN_GAP))
    }

    /// Brings `gap` between two steps on one axis: what comes first stays.
    fn separate(
        &self,
        tx: &mut Transaction<'_>,
        (id, came): (&StepId, Came),
        other: &Step,
        (axis, gap): (Axis, f64),
    ) -> Result<(), Refusal> {
        let orientation = tx.page().orientation;
        let rect = tx.step(id)?.rect;
        let (start, end) = axis.span(orientation, rect);
        let (other_start, other_end) = axis.span(orientation, other.rect);
        let is_put = self.settled.contains(&other.id);
        if !is_put && start + end <= other_start + other_end {
            self.push(tx, axis, (rect, other.rect), end + gap - other_start);
        } else if came == Came::Grown && !is_put {
            self.push(tx, axis, (rect, rect), other_end + gap - start);
        } else {
            let by = axis.vector(orientation, other_end + gap - start);
            tx.update_step(id, |step| step.rect = step.rect + by)?;
        }
        Ok(())
    }

    /// Pushes the column or row of `from` and everything behind it on. `rect` is the step that needs the room.
    fn push(&self, tx: &mut Transaction<'_>, axis: Axis, (rect, from): (Rect, Rect), by: f64) {
        match axis {
            Axis::Along => self.push_columns(tx, from, by),
            Axis::Across => self.push_rows(tx, (rect, from), by),
        }
    }

    /// Pushes columns on in all lanes; the phase grows.
    fn push_columns(&self, tx: &mut Transaction<'_>, from: Rect, by: f64) {
        let orientation = tx.page().orientation;
        let (start, end) = orientation.span_along(from);
        let middle = f64::midpoint(start, end) - 1.0;
        let grows = tx.page().phase_bands().position(|(_, _, to)| middle < to);
        let border = grows.filter(|at| at + 1 < tx.page().phases.len());
        let border =
            border.and_then(|at| tx.page().phase_bands().nth(at)).map_or(f64::INFINITY, |band| band.2);
        let is_behind =
            |step: &Step| orientation.along(step.rect.center()) >= middle && !self.waiting.contains(&step.id);
        let end = end_of_push(tx.page(), Axis::Along, (from, by), border, &is_behind);
        let is_pushed = |along: f64| end.is_none_or(|end| along < end);
        let step = |step: &Step| {
            if is_behind(step) && is_pushed(orientation.along(step.rect.center())) { by } else { 0.0 }
        };
        shift(tx, Axis::Along, &step, &|along| {
            if along >= start - 1.0 && is_pushed(along) { by } else { 0.0 }
        });
        if let Some(grows) = grows.filter(|_| end.is_none()) {
            tx.update_phases(|phases| {
                if let Some(phase) = phases.get_mut(grows) {
                    Arc::make_mut(phase).size += by;
                }
            });
        }
    }

    /// Pushes rows on in their lane, and all later lanes; the lane grows.
    fn push_rows(&self, tx: &mut Transaction<'_>, (rect, from): (Rect, Rect), by: f64) {
        let orientation = tx.page().orientation;
        let ends: Vec<f64> = tx.page().lane_bands().map(|(_, _, to)| to).collect();
        let lane_at = |rect: Rect| {
            let middle = orientation.across(rect.center());
            ends.iter().position(|to| middle < *to).unwrap_or(ends.len().saturating_sub(1))
        };
        let (own, other) = (lane_at(rect), lane_at(from));
        let (start, end) = orientation.span_across(from);
        // From one lane to a later one it is enough that the first one grows.
        let border = ends.get(own).copied().filter(|_| own < other);
        let (middle, edge) = border.map_or((f64::midpoint(start, end) - 1.0, start - 1.0), |to| (to, to));
        let is_behind = |step: &Step| {
            orientation.across(step.rect.center()) >= middle && !self.waiting.contains(&step.id)
        };
        let lane_end = ends.get(own).copied().unwrap_or(f64::INFINITY);
        let is_below = |step: &Step| is_behind(step) && orientation.across(step.rect.center()) < lane_end;
        let end = end_of_push(tx.page(), Axis::Across, (from, by), lane_end, &is_below);
        let is_pushed = |across: f64| end.is_none_or(|end| across < end);
        let step = |step: &Step| {
            if is_behind(step) && is_pushed(orientation.across(step.rect.center())) { by } else { 0.0 }
        };
        shift(tx, Axis::Across, &step, &|across| if across >= edge && is_pushed(across) { by } else { 0.0 });
        if end.is_some() {
            return;
        }
        tx.update_lanes(|lanes| {
            if let Some(lane) = lanes.get_mut(own.min(other)) {
                Arc::make_mut(lane).size += by;
            }
        });
    }
}

/// Puts `id` behind `other`.
fn go_past(tx: &mut Transaction<'_>, id: &StepId, other: &Step) -> Result<(), Refusal> {
    let orientation = tx.page().orientation;
    let (start, _) = orientation.span_along(tx.step(id)?.rect);
    let (_, end) = orientation.span_along(other.rect);
    let by = Axis::Along.vector(orientation, end + COLUMN_GAP - start);
    tx.update_step(id, |step| step.rect = step.rect + by)
}

/// The steps to which connectors lead from `id`, or from which they come.
fn neighbours(page: &Page, id: &StepId) -> BTreeSet<StepId> {
    let ends = page.connectors.values().map(|connector| (connector.from.step(), connector.to.step()));
    let others = ends.filter_map(|(from, to)| match (from, to) {
        (Some(from), Some(to)) if from == id => Some(to.clone()),
        (Some(from), Some(to)) if to == id => Some(from.clone()),
        _ => None,
    });
    others.collect()
}

/// What stands above or below `id` and is to be kept apart from it in that direction: for a step that grew,
/// everything in its column; else its neighbours, which for a step in the middle of a line is a matter of the line's
/// two ends.
fn stacked(tx: &Transaction<'_>, id: &StepId, came: Came) -> BTreeSet<StepId> {
    let (page, orientation) = (tx.page(), tx.page().orientation);
    let Some(own) = page.steps.get(id) else { return BTreeSet::new() };
    let distance = |a: &Step, b: &Step, axis: Axis| {
        (axis.of(orientation, a.rect.center()) - axis.of(orientation, b.rect.center())).abs()
    };
    if came == Came::Grown {
        let length = orientation.length(tx.step_before(id).unwrap_or(own).rect.size());
        let is_column = |step: &&Arc<Step>| {
            let filled = f64::midpoint(length, orientation.length(step.rect.size()));
            step.id != *id && distance(own, step, Axis::Along) < filled
        };
        return page.steps.values().filter(is_column).map(|step| step.id.clone()).collect();
    }
    let is_column = |a: &Step, b: &Step| {
        let along = distance(a, b, Axis::Along);
        along < SAME_COLUMN && along < distance(a, b, Axis::Across)
    };
    let neighbours = neighbours(page, id);
    let mut steps: Vec<&Arc<Step>> = neighbours.iter().filter_map(|id| page.steps.get(id)).collect();
    if let [one, other] = steps.as_slice() {
        if !is_column(one, other) {
            steps.clear();
        }
    } else {
        steps.retain(|step| is_column(own, step));
    }
    steps.into_iter().map(|step| step.id.clone()).collect()
}

/// How far across `rect` has to go to stand clear of `other`, to the nearer side; `None` where it would leave its
/// lane for that.
fn slide(page: &Page, rect: Rect, other: Rect) -> Option<f64> {
    let (top, bottom) = page.orientation.span_across(rect);
    let (other_top, other_bottom) = page.orientation.span_across(other);
    let by = if top + bottom < other_top + other_bottom {
        other_top - ROW_GAP - bottom
    } else {
        other_bottom + ROW_GAP - top
    };
    let middle = f64::midpoint(top, bottom);
    let lane = |across: f64| rules::membership(page, page.orientation.point(0.0, across)).0;
    (lane(middle) == lane(middle + by)).then_some(by)
}

#[cfg(test)]
mod tests {
    use crate::{
        edit::{
            Command, NewStep, Onto, Selection, StepCommand,
            fixture::{Chart, en, line_id, step_id, steps},
        },
        geom::{Orientation, Point, Rect, Size},
        model::StepKind,
    };

    const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

    fn insert(chart: &mut Chart, (along, across): (f64, f64), onto: &str) {
        let at = chart.page().orientation.point(along, across);
        let step = NewStep { id: step_id("n"), kind: StepKind::Process, at, text: en("n") };
        let onto = Some(Onto { connector: line_id(onto), onward: line_id("n-on") });
        chart.run(&Command::Step(StepCommand::Create { step, onto }));
    }

    #[test]
    fn a_step_that_is_put_into_a_line_pushes_the_columns_behind_it_on() {
        for orientation in BOTH {
            let mut chart =
                Chart::with_phases(orientation, &["a ──b ──c", "    d ──e"], &[], &[("one", 1), ("two", 2)]);
            let before = ["a", "b", "d", "e"].map(|id| chart.at(id));
            insert(&mut chart, (150.0, 66.0), "a-b");
            let [a, b, d, e] = ["a", "b", "d", "e"].map(|id| chart.at(id));
            assert_eq!(a.0, before[0].0);
            let by = b.0 - before[1].0;
            assert!(by > 20.0, "{by}");
            // What stood in one column still does.
            assert_eq!((d.0 - before[2].0, e.0 - before[3].0), (by, by));
            assert_eq!([chart.at("n").1, b.1, e.1], [a.1, a.1, d.1]);
            assert_eq!(chart.line("a-b").len(), 2);
            assert_eq!(chart.line("n-on").len(), 2);
        }
    }

    #[test]
    fn a_step_that_is_put_between_two_in_one_column_pushes_the_rows_on() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──b", "c", "d"], &[("a", "c")]);
        let (b, d) = (chart.at("b"), chart.at("d"));
        insert(&mut chart, (84.0, 118.0), "a-c");
        assert_eq!((chart.at("n").0, chart.at("b").1), (chart.at("a").0, b.1));
        assert!(chart.at("c").1 > chart.at("n").1 && chart.at("d").1 > d.1);
        assert_eq!(chart.at("c").0, chart.at("n").0);
        assert_eq!((chart.line("a-c").len(), chart.line("n-on").len()), (2, 2));
    }

    #[test]
    fn a_step_that_grows_keeps_its_column_and_pushes_the_next_one() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b ──c", "    d"], &[("b", "d")]);
            let size = Size::new(220.0, 180.0);
            chart.run(&Command::Step(StepCommand::SetSize { steps: steps(&["b"]), size }));
            assert_eq!(chart.at("b").0, chart.at("d").0);
            assert_eq!((chart.at("a").1, chart.at("c").1), (chart.at("b").1, chart.at("b").1));
            for id in ["a-b", "b-c", "b-d"] {
                assert_eq!(chart.line(id).len(), 2, "{id}");
            }
        }
    }

    #[test]
    fn a_step_that_is_dropped_partly_on_another_slides_off() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a   b ──c", "d"], &[]);
            let (b, c) = (chart.at("b"), chart.at("c"));
            let reach = orientation.span_across(chart.rect("b")).1 - b.1;
            let by = chart.vec(0.0, 2.0 * reach - 120.0);
            let by = by + chart.vec(160.0, 0.0);
            chart.run(&Command::Step(StepCommand::Move { steps: steps(&["d"]), by, onto: None }));
            assert_eq!((chart.at("b"), chart.at("c")), (b, c));
            assert_eq!(chart.at("d").0, b.0);
        }
    }

    #[test]
    fn steps_that_are_lined_up_do_not_pile_up() {
        use crate::edit::Arrange;
        for (orientation, how) in BOTH.into_iter().zip([Arrange::Left, Arrange::Top]) {
            let mut chart = Chart::new(orientation, &["a   b   c"], &[]);
            let steps = steps(&["a", "b", "c"]);
            chart.run(&Command::Step(StepCommand::Arrange { steps, how }));
            assert!(chart.at("a").0 < chart.at("b").0 && chart.at("b").0 < chart.at("c").0);
        }
    }

    fn pin(chart: &mut Chart, id: &str) {
        chart.run(&Command::Step(StepCommand::Pin { steps: steps(&[id]), pinned: true }));
    }

    #[test]
    fn a_push_ends_before_a_pinned_step_where_there_is_room() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b           c"], &[("b", "c")]);
            pin(&mut chart, "c");
            let (b, c) = (chart.at("b"), chart.at("c"));
            insert(&mut chart, (150.0, 66.0), "a-b");
            assert!(chart.at("b").0 > b.0);
            assert_eq!(chart.at("c").0, c.0);
        }
    }

    #[test]
    fn a_pinned_step_is_pushed_where_there_is_no_other_way() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b ──c"], &[]);
            pin(&mut chart, "b");
            insert(&mut chart, (150.0, 66.0), "a-b");
            assert!(!chart.rect("n").overlaps(chart.rect("b")), "it is put before its next step");
            assert!(chart.at("n").0 < chart.at("b").0 && chart.at("b").0 < chart.at("c").0);

            let mut chart = Chart::new(orientation, &["a ──b ──c"], &[]);
            pin(&mut chart, "b");
            let size = Size::new(300.0, 300.0);
            chart.run(&Command::Step(StepCommand::SetSize { steps: steps(&["a"]), size }));
            assert!(!chart.rect("a").overlaps(chart.rect("b")), "a step before it grew");
        }
    }

    #[test]
    fn a_step_that_is_laid_out_beside_a_pinned_one_leaves_that_alone() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──b ──c"], &[]);
        pin(&mut chart, "b");
        let (b, size) = (chart.at("b"), chart.rect("b").size());
        // Nearer than a line needs, but not in its way.
        let at = Point::new(b.0 - size.width - 17.0, b.1 + 0.1);
        let put = Rect::from_center_size(at, size);
        assert_ne!(put.size(), size, "numbers for which it is not quite as large as it was");
        let places = [(step_id("a"), at)].into();
        chart.run(&Command::Step(StepCommand::LayOut { places }));
        assert_eq!((chart.at("b"), chart.rect("a")), (b, put));
    }

    #[test]
    fn a_step_that_is_laid_out_beyond_the_end_of_its_lane_makes_that_larger() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a   b", "c"], &[]);
            let (c, (_, reach)) = (chart.at("c"), orientation.span_across(chart.rect("a")));
            let across = chart.at("a").1 + chart.lane_sizes()[0] - reach + 20.0;
            let places = [(step_id("a"), orientation.point(c.0, across))].into();
            chart.run(&Command::Step(StepCommand::LayOut { places }));
            assert!((chart.at("a").1 - across).abs() < 0.01);
            assert!(chart.at("c").1 > c.1);
        }
    }

    #[test]
    fn a_step_that_is_dropped_on_a_pinned_one_goes_round_it() {
        for orientation in BOTH {
            for off in [(10.0, 2.0), (-20.0, -4.0)] {
                let mut chart = Chart::new(orientation, &["a   b   c", "d"], &[]);
                pin(&mut chart, "b");
                let (b, c) = (chart.at("b"), chart.at("c"));
                let by = chart.vec(160.0 + off.0, off.1 - 120.0);
                chart.run(&Command::Step(StepCommand::Move { steps: steps(&["d"]), by, onto: None }));
                assert_eq!((chart.at("b"), chart.at("c").1), (b, c.1));
            }
        }
    }

    #[test]
    fn a_step_that_is_taken_out_leaves_a_straight_line() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──b ──c"], &[]);
        chart.run(&Command::Delete { what: Selection::step(step_id("b")), heal: true });
        assert_eq!(chart.line("a-b").len(), 2);
        assert_eq!(chart.page().connectors.len(), 1);
    }
}
