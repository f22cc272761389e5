//! Where on a page things would stand that stood elsewhere, or on it before.

use crate::{
    geom::{Orientation, Point, Rect},
    model::{Lane, LaneId, Page, Phase, PhaseId, Step},
    revise::place::BandStarts,
};

/// Between the page and the lanes that it no longer has.
const GAP: f64 = 20.0;

/// Leads from places on a page before to places on the page as it is.
///
/// What stood in a lane or a phase stands there still, wherever that is now. Lanes that are gone stand behind the others:
///
/// ```text
/// ┌──┬─────────┐
/// │a │         │
/// └──┴─────────┘
/// ┌──┬─────────┐
/// │b │  gone   │
/// └──┴─────────┘
/// ```
pub(super) struct Former {
    pub(super) orientation: Orientation,
    old: BandStarts,
    now: BandStarts,
    /// The lanes that are gone, with where their bands begin and end.
    pub(super) lanes: Vec<(LaneId, f64, f64)>,
    /// How far all lanes reach across the page.
    pub(super) breadth: f64,
}

impl Former {
    /// What leads from `before` to `after`.
    pub(super) fn of(before: &Page, after: &Page) -> Self {
        let is_gone = |lane: &&Lane| after.lane_band(&lane.id).is_none();
        let mut breadth = after.breadth();
        let mut lanes = Vec::new();
        for lane in before.lanes.iter().map(AsRef::as_ref).filter(is_gone) {
            let from = breadth + if lanes.is_empty() { GAP } else { 0.0 };
            breadth = from + lane.size;
            lanes.push((lane.id.clone(), from, breadth));
        }
        let starts = lanes.iter().map(|(id, from, _)| (id.clone(), *from));
        let is_gone = |(phase, _, _): &(&Phase, f64, f64)| after.phase_band(&phase.id).is_none();
        let phases: Vec<(PhaseId, f64)> =
            before.phase_bands().filter(is_gone).map(|(phase, from, _)| (phase.id.clone(), from)).collect();
        let now = BandStarts::of(after).with(starts, phases);
        Self { orientation: after.orientation, old: BandStarts::of(before), now, lanes, breadth }
    }

    /// Where a step of the page before would stand.
    pub(super) fn step(&self, step: &Step) -> Rect {
        self.now.rect(&step.lane, step.phase.as_ref(), self.old.place(step))
    }

    /// Where a point of the page before would be.
    pub(super) fn point(&self, at: Point) -> Point {
        self.old.carried(at, &self.now)
    }
}
