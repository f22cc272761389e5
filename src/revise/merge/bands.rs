//! Lanes and phases of a merged page are as large as what stands in them from both sides.

use std::{collections::BTreeMap, sync::Arc};

use super::field_merge::{Origin, Sides};
use crate::{
    geom::{Axis, Orientation},
    measures::LANE_PADDING,
    model::{LaneId, Page, PhaseId, Step, StepId},
    revise::{
        page_pair::PageSide,
        place::{BandStarts, StepPlace},
    },
};

/// A step that was merged and has no rectangle yet: where it stands in its lane and phase, and which side has that from.
pub(super) struct MergedStep {
    pub(super) step: Step,
    pub(super) place: StepPlace,
    pub(super) origin: Origin,
}

/// The steps of a merged page.
pub(super) type MergedSteps = BTreeMap<StepId, MergedStep>;

/// From where to where a step reaches in its band, counted from the band's beginning.
#[derive(Clone, Copy, PartialEq)]
struct Reach {
    from: f64,
    to: f64,
}

/// The size that a band needs, and how far what stands in it moves from its beginning.
struct FittedBand {
    shift: f64,
    size: f64,
}

/// Gives every step a phase that there is, and the bands of `page` the sizes that they need; gives back where what
/// stands in them is counted from.
pub(super) fn fit_bands(page: &mut Page, steps: &mut MergedSteps, sides: Sides<'_, '_>) -> BandStarts {
    find_phases(page, steps, sides);
    let orientation = page.orientation;
    let [mut lane_shifts, mut phase_shifts] = [Vec::new(), Vec::new()];
    for lane in &mut page.lanes {
        let is_in = |step: &Step| step.lane == lane.id;
        let size_of = |side: &PageSide<'_>| lane_size(side.page, &lane.id);
        let fitted = Fitting { axis: Axis::Across, orientation, steps }.fit(lane.size, sides, is_in, size_of);
        lane_shifts.push(fitted.shift);
        if fitted.size != lane.size {
            Arc::make_mut(lane).size = fitted.size;
        }
    }
    for phase in &mut page.phases {
        let is_in = |step: &Step| step.phase.as_ref() == Some(&phase.id);
        let size_of = |side: &PageSide<'_>| phase_size(side.page, &phase.id);
        let fitted = Fitting { axis: Axis::Along, orientation, steps }.fit(phase.size, sides, is_in, size_of);
        phase_shifts.push(fitted.shift);
        if fitted.size != phase.size {
            Arc::make_mut(phase).size = fitted.size;
        }
    }
    BandStarts::of(page).shifted(&lane_shifts, &phase_shifts)
}

/// How the bands of one axis are fitted.
struct Fitting<'s> {
    axis: Axis,
    orientation: Orientation,
    steps: &'s MergedSteps,
}

impl Fitting<'_> {
    /// Fits a band of the size `size`; `is_in` says what stands in it, `size_of` how large it is on a side.
    fn fit(
        &self,
        size: f64,
        sides: Sides<'_, '_>,
        is_in: impl Fn(&Step) -> bool,
        size_of: impl Fn(&PageSide<'_>) -> Option<f64>,
    ) -> FittedBand {
        let inside = self.steps.iter().filter(|(_, merged)| is_in(&merged.step));
        let now: BTreeMap<&StepId, Reach> =
            inside.map(|(id, merged)| (id, self.reach(merged.place))).collect();
        // What stands as it did on one side needs no other room than there.
        let is_as_on = |side: &PageSide<'_>| {
            let inside = side.page.steps.iter().filter(|(_, step)| is_in(step));
            let there = inside.map(|(id, step)| (id, self.reach(side.starts.place(step))));
            size_of(side) == Some(size)
                && side.page.orientation == self.orientation
                && there.collect::<BTreeMap<_, _>>() == now
        };
        if is_as_on(sides.ours) || is_as_on(sides.theirs) {
            return FittedBand { shift: 0.0, size };
        }
        let first = now.values().map(|reach| reach.from).fold(f64::INFINITY, f64::min);
        let last = now.values().map(|reach| reach.to).fold(f64::NEG_INFINITY, f64::max);
        let shift = if first.is_finite() { (LANE_PADDING - first).max(0.0) } else { 0.0 };
        FittedBand { shift, size: (size + shift).max(last + shift + LANE_PADDING) }
    }

    fn reach(&self, place: StepPlace) -> Reach {
        let rect = place.size.to_rect();
        let ((start, end), middle) = match self.axis {
            Axis::Along => (self.orientation.span_along(rect), place.along),
            Axis::Across => (self.orientation.span_across(rect), place.across),
        };
        let half = (end - start) / 2.0;
        Reach { from: middle - half, to: middle + half }
    }
}

fn lane_size(page: &Page, id: &LaneId) -> Option<f64> {
    page.lanes.iter().find(|lane| lane.id == *id).map(|lane| lane.size)
}

fn phase_size(page: &Page, id: &PhaseId) -> Option<f64> {
    page.phases.iter().find(|phase| phase.id == *id).map(|phase| phase.size)
}

/// Gives each step whose phase is gone, or that had none, the one in which it stands.
fn find_phases(page: &Page, steps: &mut MergedSteps, sides: Sides<'_, '_>) {
    let starts = BandStarts::of(page);
    for MergedStep { step, place, origin } in steps.values_mut() {
        let is_there = step.phase.as_ref().is_some_and(|of| page.phases.iter().any(|phase| phase.id == *of));
        if is_there || (step.phase.is_none() && page.phases.is_empty()) {
            continue;
        }
        let side = match origin {
            Origin::Both | Origin::Ours => sides.ours,
            Origin::Theirs => sides.theirs,
        };
        let along = place.along + side.starts.phase(step.phase.as_ref());
        step.phase = starts.phase_at(along);
        place.along = along - starts.phase(step.phase.as_ref());
    }
}
