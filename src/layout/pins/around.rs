//! A layout around steps that stay where they are, from beginning to end.

use kurbo::{Point, Rect};

use crate::{
    geom::{IxVec, quantise, quantise_place},
    layout::{
        pins::{
            bands::{banded, has_room},
            carry::{Lead, carried},
            free::{OccupiedPlaces, taken},
            strips::{PinnedStrips, align_pins},
        },
        plan::lay_out,
        request::{LaneIx, LayoutEdge, LayoutPlan, LayoutRequest, Start, StepBox, StepIx},
        spacing::Distances,
    },
    progress::{Progress, Stopped},
};

/// What stays where it is.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Pins {
    /// For each step of the request: where it is pinned, if it is. Along the flow counted from the page's beginning,
    /// across it from where its lane begins.
    pub steps: Vec<Option<Point>>,
    /// The rest of the page, where the request is about a part of it.
    pub part: Option<RestOfPage>,
}

/// A page of which a part is laid out.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct RestOfPage {
    /// Where the part begins along the flow, as far as no pin says otherwise.
    pub begin: f64,
    /// What stands in the lanes beside the part, places as those of pins.
    pub others: Vec<(LaneIx, Rect)>,
    /// For each phase between what its steps have to be.
    pub phases: Vec<(f64, f64)>,
}

/// Places around pins. Lines there are none.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct PlacesAroundPins {
    /// Middle of each step: along the flow, and across it counted from where its lane begins.
    pub steps: Vec<Point>,
    /// The lanes from the first to the last, each with its size across the flow.
    pub lanes: Vec<(LaneIx, f64)>,
    /// Size of each phase along the flow.
    pub phases: Vec<f64>,
}

/// Shapes that a chart is given, one after the other, until it fits between its pins.
const NARROWER: [f64; 3] = [2.0, 1.0, 0.5];
/// After so many rounds a tidied page is taken as it is.
const ROUNDS: usize = 4;

/// Lays a chart out around its pins, unless whoever follows `progress` stops it.
///
/// What begins with the present places is read again as often as something moves, so that a page which was tidied stays
/// as it is when it is tidied again: a step that had to give way to a pin may stand in another row than before.
pub fn lay_out_around(
    mut request: LayoutRequest,
    pins: &Pins,
    progress: &mut Progress<'_>,
) -> Result<PlacesAroundPins, Stopped> {
    let mut held = PlacesAroundPins::default();
    for round in 0..ROUNDS {
        align_pins(&mut request, pins);
        let part = share(round, ROUNDS);
        held =
            around_pins(&request, &progress.part(part, |progress| fitting(&request, pins, progress))?, pins);
        if request.start == Start::Fresh || !moved_to(&mut request, &held) {
            break;
        }
    }
    Ok(held)
}

/// Where in the whole one of `count` tries lies.
fn share(nth: usize, count: usize) -> (f64, f64) {
    (nth as f64 / count as f64, (nth + 1) as f64 / count as f64)
}

/// A layout without pins, if possible one that is no longer than the room between pins of different phases.
fn fitting(request: &LayoutRequest, pins: &Pins, progress: &mut Progress<'_>) -> Result<LayoutPlan, Stopped> {
    let given = pins.part.as_ref().map(|part| part.phases.as_slice());
    let has_room = |plan: &LayoutPlan| has_room(&Chart::new(request, plan, pins), given);
    let tries = 1 + NARROWER.len();
    let mut plan = progress.part(share(0, tries), |progress| lay_out(request, progress))?;
    for (nth, aspect) in NARROWER.into_iter().enumerate() {
        if request.start == Start::Tidy || has_room(&plan) {
            break;
        }
        let narrower = LayoutRequest { aspect: Some(aspect), ..request.clone() };
        plan = progress.part(share(nth + 1, tries), |progress| lay_out(&narrower, progress))?;
    }
    Ok(plan)
}

/// Makes the places that were found the present ones. Whether one of them is new.
fn moved_to(request: &mut LayoutRequest, held: &PlacesAroundPins) -> bool {
    let mut tops = IxVec::filled(request.lanes, 0.0);
    let mut top = 0.0;
    for (lane, size) in &held.lanes {
        tops.set(*lane, top);
        top += size;
    }
    let before = request.steps.clone();
    for (step, at) in request.steps.iter_mut().zip(&held.steps) {
        step.now = Point::new(at.x, tops.get(step.lane) + at.y);
    }
    before.iter().zip(&request.steps).any(|(before, now)| before.now.distance(now.now) > 0.01)
}

/// Bends `plan`, which is the layout of `request`, so that pinned steps are where they are pinned.
///
/// Every step stands in its lane, and on no other one unless they are pinned so. Steps keep to their phases as far as
/// pins leave room there. The same request and pins always give the same places.
pub(super) fn around_pins(request: &LayoutRequest, plan: &LayoutPlan, pins: &Pins) -> PlacesAroundPins {
    let chart = Chart::new(request, plan, pins);
    let lead = if pins.part.is_some() { Lead::Follows } else { Lead::Opens };
    let mut columns = PinnedStrips::columns(&chart);
    columns.draw_in(&chart, &carried(&columns.all, lead));
    let given = pins.part.as_ref().map(|part| part.phases.as_slice());
    let banded = banded(&chart, &columns, &carried(&columns.all, lead), given);
    let mut wished = chart.at.clone();
    columns.put(banded.places, |step, x| {
        wished.get_mut(step).into_iter().for_each(|at| at.x = x);
    });
    for (lane, _) in &plan.lanes {
        let rows = PinnedStrips::rows(&chart, *lane);
        rows.put(carried(&rows.all, Lead::Opens).iter().map(|went| went.to), |step, y| {
            wished.get_mut(step).into_iter().for_each(|at| at.y = y);
        });
    }
    let placed = chart.settled(&wished, &banded.inside, request.lanes, pins);
    let lanes = plan.lanes.iter().map(|(lane, size)| {
        let needed = chart.lane_size(*lane, *size, &placed);
        (*lane, quantise(needed.max(request.least_lane)))
    });
    PlacesAroundPins {
        lanes: lanes.collect(),
        phases: chart.phase_sizes(banded.ends, &placed),
        steps: placed.as_slice().to_vec(),
    }
}

/// A finished layout and the pins in it.
pub(super) struct Chart {
    pub(super) distances: Distances,
    pub(super) steps: IxVec<StepIx, StepBox>,
    pub(super) edges: Vec<LayoutEdge>,
    /// Where the steps are without pins, across counted from their lanes.
    pub(super) at: IxVec<StepIx, Point>,
    pub(super) pins: IxVec<StepIx, Option<Point>>,
    /// Where the phases end without pins; one where there are none.
    pub(super) phase_ends: Vec<f64>,
    pub(super) least_phase: f64,
}

impl Chart {
    fn new(request: &LayoutRequest, plan: &LayoutPlan, pins: &Pins) -> Self {
        let steps = IxVec::new(request.steps.clone(), StepBox::default());
        let mut tops = IxVec::filled(request.lanes, 0.0);
        let mut top = 0.0;
        for (lane, size) in &plan.lanes {
            tops.set(*lane, top);
            top += size;
        }
        let starts = plan.steps.iter().zip(&request.steps).map(|(at, step)| at.x - step.room.before);
        let first = starts.fold(f64::INFINITY, f64::min);
        let shift = pins.part.as_ref().map_or(0.0, |part| part.begin - first);
        let at = plan.steps.iter().zip(&request.steps);
        let at = at.map(|(at, step)| Point::new(at.x + shift, at.y - tops.get(step.lane)));
        let ends = plan.phases.iter().scan(shift, |end, size| {
            *end += size;
            Some(*end)
        });
        Self {
            distances: Distances::of(request.spacing),
            edges: request.edges.clone(),
            at: IxVec::new(at.collect(), Point::ZERO),
            pins: IxVec::new(pins.steps.clone(), None),
            phase_ends: ends.collect(),
            least_phase: request.least_phase,
            steps,
        }
    }

    /// Puts pinned steps where they are pinned, others where they are wished, and those that would be in the way of
    /// others into the nearest free place of their lane.
    fn settled(
        &self,
        wished: &IxVec<StepIx, Point>,
        phases: &[(f64, f64)],
        lanes: usize,
        pins: &Pins,
    ) -> IxVec<StepIx, Point> {
        let mut standing = IxVec::filled(lanes, OccupiedPlaces::default());
        let mut add = |lane: LaneIx, taken: Rect| {
            if let Some(lane) = standing.get_mut(lane) {
                lane.add(taken);
            }
        };
        let mut placed = wished.clone();
        let mut order = Vec::new();
        for (ix, step) in self.steps.iter() {
            let Some(pin) = self.pins.get(ix) else {
                order.push(ix);
                continue;
            };
            placed.set(ix, *pin);
            add(step.lane, taken(step, *pin));
        }
        for (lane, other) in pins.part.iter().flat_map(|part| &part.others) {
            add(*lane, *other);
        }
        let bounds = |ix: StepIx| {
            let step = self.steps.get(ix);
            let own = step.phase.and_then(|phase| phases.get(phase));
            let (low, high) = own.copied().unwrap_or((self.distances.padding.0, f64::INFINITY));
            (low + step.room.before, high - step.room.after)
        };
        let place = |ix: StepIx| {
            let ((low, high), at) = (bounds(ix), wished.get(ix));
            Point::new(at.x.min(high).max(low), at.y)
        };
        order.sort_by(|a, b| {
            let (one, other) = (place(*a), place(*b));
            one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)).then(a.cmp(b))
        });
        // Who is in nobody's way stays, whoever else looks for a place.
        let mut seeking = Vec::new();
        for ix in order {
            let (step, at) = (self.steps.get(ix), place(ix));
            let Some(lane) = standing.get_mut(step.lane) else { continue };
            if lane.is_free(step, at) {
                lane.add(taken(step, at));
                placed.set(ix, at);
            } else {
                seeking.push(ix);
            }
        }
        for ix in seeking {
            let step = self.steps.get(ix);
            let Some(lane) = standing.get_mut(step.lane) else { continue };
            let at = lane.nearest(step, place(ix), self.distances, bounds(ix));
            let at = Point::new(quantise_place(at.x), quantise_place(at.y));
            lane.add(taken(step, at));
            placed.set(ix, at);
        }
        placed
    }

    /// How large a lane has to be that has the given size without pins.
    fn lane_size(&self, lane: LaneIx, size: f64, placed: &IxVec<StepIx, Point>) -> f64 {
        let own = || self.steps.iter().filter(|(_, step)| step.lane == lane);
        let reach = |at: &IxVec<StepIx, Point>, is_meant: &dyn Fn(StepIx) -> bool| {
            let own = own().filter(|(ix, _)| is_meant(*ix));
            own.map(|(ix, step)| at.get(ix).y + step.room.below).reduce(f64::max)
        };
        let Some(before) = reach(&self.at, &|_| true) else { return size };
        // Lines have the room below the last row that they had.
        let below = (size - before).max(self.distances.padding.1);
        let free = reach(placed, &|ix| self.pins.get(ix).is_none()).map(|reach| reach + below);
        let pinned =
            reach(placed, &|ix| self.pins.get(ix).is_some()).map(|reach| reach + self.distances.padding.1);
        free.into_iter().chain(pinned).fold(0.0, f64::max)
    }

    /// The sizes of phases with these ends; the last one holds all that is behind it.
    fn phase_sizes(&self, mut ends: Vec<f64>, placed: &IxVec<StepIx, Point>) -> Vec<f64> {
        let reach = self.steps.iter().map(|(ix, step)| placed.get(ix).x + step.room.after);
        let reach = reach.fold(0.0, f64::max) + self.distances.padding.0;
        if let Some(last) = ends.last_mut() {
            *last = last.max(quantise(reach));
        }
        let mut from = 0.0;
        let size = |end: f64| end - std::mem::replace(&mut from, end);
        ends.into_iter().map(size).collect()
    }
}
