//! Who gives way to whom.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    neighbours::{neighbours, stacked},
    places::Places,
    push::Push,
    spare::has_room,
};
use crate::{
    edit::{Refusal, rules, transaction::Transaction},
    geom::{Axis, Rect},
    measures::{CLEARANCE, COLUMN_GAP, LINE_GAP, ROW_GAP},
    model::{Page, Step, StepId},
};

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
pub(super) enum Placement {
    /// It is new.
    New,
    /// It was moved.
    Moved,
    /// It is where it was, but larger or smaller.
    Grown,
}

impl Placement {
    fn of(tx: &Transaction<'_>, id: &StepId) -> Self {
        let Some((before, now)) = tx.step_before(id).zip(tx.step(id).ok()) else { return Self::New };
        let grown = now.rect.size() - before.rect.size();
        // A rectangle that is put elsewhere is not exactly as large as before.
        let is_same_size = grown.width.abs() < SAME && grown.height.abs() < SAME;
        if is_same_size { Self::Moved } else { Self::Grown }
    }
}

/// A step that others make room for.
#[derive(Clone, Copy)]
struct PlacedStep<'a> {
    id: &'a StepId,
    placement: Placement,
}

/// Makes room for every step that was put somewhere.
pub(in crate::edit::behaviors) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let orientation = tx.page().orientation;
    let mut places = Places::default();
    if tx.placed_steps().all(|step| places.is_alone(tx.page(), step)) {
        return Ok(());
    }
    let placed = tx.placed_steps().map(|step| {
        let start = orientation.span_along(step.rect).0;
        (start, step.id.clone(), Placement::of(tx, &step.id))
    });
    let mut placed: Vec<(f64, StepId, Placement)> = placed.collect();
    placed.sort_by(|a, b| a.0.total_cmp(&b.0));
    let put = placed.iter().filter(|(.., placement)| *placement != Placement::Grown);
    let waiting = put.map(|(_, id, _)| id.clone()).collect();
    let mut maker = RoomMaker { places, waiting, ..RoomMaker::default() };
    for (_, id, placement) in &placed {
        maker.make_room(tx, PlacedStep { id, placement: *placement })?;
        maker.settle(id);
    }
    Ok(())
}

/// What has been done so far.
#[derive(Default)]
struct RoomMaker {
    /// Where everything stands.
    places: Places,
    /// Steps that were put somewhere and whose turn has not come, and the one whose turn it is: nobody pushes them.
    waiting: BTreeSet<StepId>,
    /// Steps that were put somewhere and have their place.
    settled: BTreeSet<StepId>,
    /// The neighbours of the step whose turn it is, if it keeps room for lines to them.
    neighbours: BTreeSet<StepId>,
    /// What stands above or below the step whose turn it is.
    stacked: BTreeSet<StepId>,
}

impl RoomMaker {
    fn make_room(&mut self, tx: &mut Transaction<'_>, mut placed: PlacedStep<'_>) -> Result<(), Refusal> {
        let PlacedStep { id, .. } = placed;
        let mut slid = 0.0_f64;
        let is_moved = placed.placement == Placement::Moved;
        self.neighbours = if is_moved { BTreeSet::new() } else { neighbours(tx.page(), id) };
        for moves in 0..MOST_MOVES {
            let Some(other) = self.in_the_way(tx, id) else { break };
            if moves == 0 {
                self.stacked = stacked(tx, id, placed.placement);
            }
            if placed.placement == Placement::Grown && moves == MOST_PUSHES {
                // Its column and row do not let it stay among them.
                self.waiting.insert(id.clone());
                self.stacked.clear();
                placed.placement = Placement::Moved;
            }
            self.give_way(tx, placed, &other, &mut slid)?;
            self.places.have_changed();
        }
        Ok(())
    }

    fn settle(&mut self, id: &StepId) {
        if self.waiting.remove(id) {
            self.settled.insert(id.clone());
        }
    }

    /// The step nearest to the middle of `id` among those that it stands on or too near to.
    fn in_the_way(&mut self, tx: &Transaction<'_>, id: &StepId) -> Option<Arc<Step>> {
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
        let near = self.places.near(page, step.rect.inflate(LINE_GAP, LINE_GAP));
        let all = near.into_iter().filter(|other| {
            other.id != *id
                && other.kind.is_flow()
                && !self.waiting.contains(&other.id)
                && is_within(other, room(&other.id))
        });
        let distance = |other: &Arc<Step>| other.rect.center().distance(step.rect.center());
        all.min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    fn give_way(
        &self,
        tx: &mut Transaction<'_>,
        placed: PlacedStep<'_>,
        other: &Step,
        slid: &mut f64,
    ) -> Result<(), Refusal> {
        let PlacedStep { id, placement } = placed;
        let orientation = tx.page().orientation;
        let rect = tx.step(id)?.rect;
        if tx.touched().keeps_others && !self.settled.contains(&other.id) {
            return go_past(tx, id, other);
        }
        if self.stacked.contains(&other.id) {
            return self.separate(tx, placed, other, Axis::Across);
        }
        let is_neighbour = neighbours(tx.page(), id).contains(&other.id);
        let is_held = other.pinned && placement != Placement::Grown && !is_neighbour;
        if (placement == Placement::Moved || is_held)
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
        self.separate(tx, placed, other, Axis::Along)
    }

    /// Brings a gap between two steps on one axis: what comes first stays.
    fn separate(
        &self,
        tx: &mut Transaction<'_>,
        placed: PlacedStep<'_>,
        other: &Step,
        axis: Axis,
    ) -> Result<(), Refusal> {
        let PlacedStep { id, placement } = placed;
        let gap = match axis {
            Axis::Along => COLUMN_GAP,
            Axis::Across => ROW_GAP,
        };
        let orientation = tx.page().orientation;
        let rect = tx.step(id)?.rect;
        let (start, end) = axis.span(orientation, rect);
        let (other_start, other_end) = axis.span(orientation, other.rect);
        let is_put = self.settled.contains(&other.id);
        if !is_put && start + end <= other_start + other_end {
            Push { placed: rect, from: other.rect, by: end + gap - other_start }.apply(
                tx,
                axis,
                &self.waiting,
            );
        } else if placement == Placement::Grown && !is_put {
            Push { placed: rect, from: rect, by: other_end + gap - start }.apply(tx, axis, &self.waiting);
        } else {
            let by = axis.vector(orientation, other_end + gap - start);
            tx.update_step(id, |step| step.rect = step.rect + by)?;
        }
        Ok(())
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
