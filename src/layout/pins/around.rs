//! A layout around steps that stay where they are, from beginning to end.

use kurbo::{Point, Rect};

use crate::{
    geom::{Ix as _, IxVec, quantise},
    layout::{
        air::Air,
        pins::{
            carry::{Lead, carried},
            free::{Standing, taken},
            strips::Strips,
        },
        request::{LaneIx, LayoutPlan, LayoutRequest, Link, StepBox, StepIx},
    },
};

/// What stays where it is.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Pins {
    /// For each step of the request: where it is pinned, if it is. Along the flow counted from the page's beginning,
    /// across it from where its lane begins.
    pub steps: Vec<Option<Point>>,
    /// The rest of the page, where the request is about a part of it.
    pub part: Option<Rest>,
}

/// A page of which a part is laid out.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Rest {
    /// Where the part begins along the flow, as far as no pin says otherwise.
    pub begin: f64,
    /// What stands in the lanes beside the part, places as those of pins.
    pub others: Vec<(LaneIx, Rect)>,
    /// For each phase between what its steps have to be.
    pub phases: Vec<(f64, f64)>,
}

/// Places around pins. Lines there are none.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Held {
    /// Middle of each step: along the flow, and across it counted from where its lane begins.
    pub steps: Vec<Point>,
    /// The lanes from the first to the last, each with its size across the flow.
    pub lanes: Vec<(LaneIx, f64)>,
    /// Size of each phase along the flow.
    pub phases: Vec<f64>,
}

/// Bends `plan`, which is the layout of `request`, so that pinned steps are where they are pinned.
///
/// Every step stands in its lane, and on no other one unless they are pinned so. Steps keep to their phases as far as
/// pins leave room there. The same request and pins always give the same places.
pub fn around_pins(request: &LayoutRequest, plan: &LayoutPlan, pins: &Pins) -> Held {
    let chart = Chart::new(request, plan, pins);
    let lead = if pins.part.is_some() { Lead::Follows } else { Lead::Opens };
    let mut columns = Strips::columns(&chart);
    columns.draw_in(&chart, &carried(&columns.all, lead));
    let mut wished = chart.at.clone();
    columns.carry(lead, |step, x| {
        wished.get_mut(step).into_iter().for_each(|at| at.x = x);
    });
    for (lane, _) in &plan.lanes {
        Strips::rows(&chart, *lane).carry(Lead::Opens, |step, y| {
            wished.get_mut(step).into_iter().for_each(|at| at.y = y);
        });
    }
    let placed = chart.settled(&wished, request.lanes, pins);
    let lanes = plan.lanes.iter().map(|(lane, size)| {
        let needed = chart.lane_size((*lane, *size), &placed);
        (*lane, quantise(needed.max(request.least_lane)))
    });
    Held {
        lanes: lanes.collect(),
        phases: chart.phase_sizes(request, plan, (&wished, &placed)),
        steps: placed.as_slice().to_vec(),
    }
}

/// A finished layout and the pins in it.
pub(super) struct Chart {
    pub(super) air: Air,
    pub(super) steps: IxVec<StepIx, StepBox>,
    pub(super) links: Vec<Link>,
    /// Where the steps are without pins, across counted from their lanes.
    pub(super) at: IxVec<StepIx, Point>,
    pub(super) pins: IxVec<StepIx, Option<Point>>,
    /// Between what each step has to be along the flow.
    pub(super) bounds: IxVec<StepIx, (f64, f64)>,
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
        let mut chart = Self {
            air: Air::of(request.spacing),
            links: request.links.clone(),
            at: IxVec::new(at.collect(), Point::ZERO),
            pins: IxVec::new(pins.steps.clone(), None),
            bounds: IxVec::filled(steps.len(), (0.0, f64::INFINITY)),
            steps,
        };
        let phases = match &pins.part {
            Some(part) => part.phases.clone(),
            None => chart.phases(request),
        };
        for (ix, step) in request.steps.iter().enumerate() {
            let own = step.phase.and_then(|phase| phases.get(phase)).copied();
            chart.bounds.set(StepIx::of(ix), own.unwrap_or((chart.air.edge.0, f64::INFINITY)));
        }
        chart
    }

    /// Between what the steps of each phase have to be, for the sake of pinned steps of other phases.
    fn phases(&self, request: &LayoutRequest) -> Vec<(f64, f64)> {
        let mut phases = vec![(self.air.edge.0, f64::INFINITY); request.phases];
        let border = 2.0 * self.air.edge.0;
        for (ix, step) in self.steps.iter() {
            let (Some(pin), Some(own)) = (self.pins.get(ix), step.phase) else { continue };
            for (phase, (low, high)) in phases.iter_mut().enumerate() {
                // There must be room for a phase between two others, even if it is empty.
                let apart = phase.abs_diff(own).saturating_sub(1) as f64 * request.least_phase + border;
                if phase > own {
                    *low = low.max(pin.x + step.room.after + apart);
                } else if phase < own {
                    *high = high.min(pin.x - step.room.before - apart);
                }
            }
        }
        phases
    }

    /// Puts pinned steps where they are pinned, others where they are wished, and those that would be in the way of
    /// others into the nearest free place of their lane.
    fn settled(&self, wished: &IxVec<StepIx, Point>, lanes: usize, pins: &Pins) -> IxVec<StepIx, Point> {
        let mut standing = IxVec::filled(lanes, Standing::default());
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
        let place = |ix: &StepIx| *wished.get(*ix);
        order.sort_by(|a, b| {
            let (one, other) = (place(a), place(b));
            one.x.total_cmp(&other.x).then(one.y.total_cmp(&other.y)).then(a.cmp(b))
        });
        // Who is in nobody's way stays, whoever else looks for a place.
        let mut seeking = Vec::new();
        for ix in order {
            let (step, at) = (self.steps.get(ix), place(&ix));
            let Some(lane) = standing.get_mut(step.lane) else { continue };
            if lane.is_free(step, at) {
                lane.add(taken(step, at));
            } else {
                seeking.push(ix);
            }
        }
        for ix in seeking {
            let (step, (low, high)) = (self.steps.get(ix), *self.bounds.get(ix));
            let Some(lane) = standing.get_mut(step.lane) else { continue };
            let bounds = (low + step.room.before, high - step.room.after);
            let at = lane.nearest(step, place(&ix), (self.air, bounds));
            let at = Point::new(quantise(at.x), quantise(at.y));
            lane.add(taken(step, at));
            placed.set(ix, at);
        }
        placed
    }

    /// How large a lane has to be that has the given size without pins.
    fn lane_size(&self, (lane, size): (LaneIx, f64), placed: &IxVec<StepIx, Point>) -> f64 {
        let own = || self.steps.iter().filter(|(_, step)| step.lane == lane);
        let reach = |at: &IxVec<StepIx, Point>, is_meant: &dyn Fn(StepIx) -> bool| {
            let own = own().filter(|(ix, _)| is_meant(*ix));
            own.map(|(ix, step)| at.get(ix).y + step.room.below).reduce(f64::max)
        };
        let Some(before) = reach(&self.at, &|_| true) else { return size };
        // Lines have the room below the last row that they had.
        let below = (size - before).max(self.air.edge.1);
        let free = reach(placed, &|ix| self.pins.get(ix).is_none()).map(|reach| reach + below);
        let pinned = reach(placed, &|ix| self.pins.get(ix).is_some()).map(|reach| reach + self.air.edge.1);
        free.into_iter().chain(pinned).fold(0.0, f64::max)
    }

    /// How large the phases have to be; without phases what `plan` says.
    fn phase_sizes(
        &self,
        request: &LayoutRequest,
        plan: &LayoutPlan,
        (wished, placed): (&IxVec<StepIx, Point>, &IxVec<StepIx, Point>),
    ) -> Vec<f64> {
        let edge = self.air.edge.0;
        let (mut natural, mut border) = (0.0, 0.0);
        let size = |(number, size): (usize, &f64)| {
            natural += size;
            let is_in = |step: &StepBox| step.phase.is_some_and(|phase| phase <= number);
            let inside = || self.steps.iter().filter(|(_, step)| is_in(step));
            let last = inside().max_by(|a, b| self.at.get(a.0).x.total_cmp(&self.at.get(b.0).x));
            // As far behind the last column as it was.
            let shift = last.map_or(0.0, |(ix, _)| wished.get(ix).x - self.at.get(ix).x);
            let end = inside().map(|(ix, step)| placed.get(ix).x + step.room.after).fold(0.0, f64::max);
            let outside = self.steps.iter().filter(|(_, step)| step.phase.is_some() && !is_in(step));
            let next = outside.map(|(ix, step)| placed.get(ix).x - step.room.before);
            let next = next.fold(f64::INFINITY, f64::min);
            let least = (natural + shift).max(border + request.least_phase).max(end + edge);
            let to =
                if end + edge <= next - edge { least.min(next - edge) } else { f64::midpoint(end, next) };
            let from = border;
            border = quantise(to.max(from + 1.0));
            border - from
        };
        if request.phases == 0 {
            plan.phases.clone()
        } else {
            plan.phases.iter().enumerate().map(size).collect()
        }
    }
}
