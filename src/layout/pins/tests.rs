//! What holds around pins, however odd they are.

use kurbo::{Point, Rect, Size};
use proptest::prelude::*;

use super::{around::around_pins, *};
use crate::{
    layout::{LaneIx, LayoutEdge, LayoutPlan, LayoutRequest, Spacing, StepBox, StepIx, StepRoom},
    progress::Progress,
};

/// The layout of a chart that nobody waits for.
fn lay_out(request: &LayoutRequest) -> LayoutPlan {
    crate::layout::lay_out(request, &mut Progress::unwatched()).unwrap()
}

const SIZES: [(f64, f64); 4] = [(136.0, 54.0), (150.0, 90.0), (90.0, 40.0), (320.0, 200.0)];

fn step(lane: usize, phase: Option<usize>, kind: usize) -> StepBox {
    let size = Size::from(SIZES[kind % SIZES.len()]);
    let (w, h) = (size.width / 2.0, size.height / 2.0);
    let room = StepRoom { before: w, after: w, above: h, below: h };
    StepBox { size, room, lane: LaneIx(lane), phase, ..StepBox::default() }
}

fn edge(from: usize, to: usize) -> LayoutEdge {
    LayoutEdge { from: StepIx(from), to: StepIx(to), label: None }
}

fn request(steps: Vec<StepBox>, edges: Vec<LayoutEdge>, lanes: usize) -> LayoutRequest {
    LayoutRequest { steps, edges, lanes, least_lane: 96.0, least_phase: 120.0, ..LayoutRequest::default() }
}

/// A row of steps in one lane, each leading to the next.
fn row(count: usize) -> LayoutRequest {
    let steps = (0..count).map(|_| step(0, None, 0)).collect();
    request(steps, (1..count).map(|nth| edge(nth - 1, nth)).collect(), 1)
}

fn body(request: &LayoutRequest, held: &PlacesAroundPins, ix: usize) -> Rect {
    Rect::from_center_size(held.steps[ix], request.steps[ix].size)
}

fn held(request: &LayoutRequest, pins: &[(usize, Point)]) -> PlacesAroundPins {
    let mut steps = vec![None; request.steps.len()];
    for (ix, at) in pins {
        steps[*ix] = Some(*at);
    }
    let held = around_pins(request, &lay_out(request), &Pins { steps: steps.clone(), part: None });
    check(request, &held, &steps);
    held
}

/// Fails where something around pins breaks what must always hold.
fn check(request: &LayoutRequest, held: &PlacesAroundPins, pins: &[Option<Point>]) {
    let size = |lane| held.lanes.iter().find(|(own, _)| *own == lane).unwrap().1;
    for (ix, step) in request.steps.iter().enumerate() {
        let rect = body(request, held, ix);
        assert!(rect.is_finite() && rect.x0 > 0.0, "{ix}: {rect}");
        assert!(rect.y0 > 0.0 && rect.y1 < size(step.lane), "{ix} leaves its lane");
        if let Some(pin) = pins[ix] {
            assert_eq!(held.steps[ix], pin, "{ix} is pinned");
        }
        for other in (0..ix).filter(|other| request.steps[*other].lane == step.lane) {
            let is_on = body(request, held, other).overlaps(rect);
            assert!(!is_on, "{ix} on {other}");
        }
    }
}

/// Every step stands in its phase.
fn check_phases(request: &LayoutRequest, held: &PlacesAroundPins) {
    for (ix, step) in request.steps.iter().enumerate() {
        let Some(phase) = step.phase else { continue };
        let rect = body(request, held, ix);
        let from: f64 = held.phases[..phase].iter().sum();
        let is_last = phase + 1 == request.phases;
        let to = if is_last { f64::INFINITY } else { from + held.phases[phase] };
        assert!(from < rect.x0 && rect.x1 < to, "{ix} leaves phase {phase}: {rect} {:?}", held.phases);
    }
}

fn xs(held: &PlacesAroundPins) -> Vec<f64> {
    held.steps.iter().map(|at| at.x).collect()
}

#[test]
fn without_pins_everything_is_as_laid_out() {
    let request = row(5);
    let (plan, held) = (lay_out(&request), held(&request, &[]));
    assert_eq!(held.steps, plan.steps);
    assert_eq!((held.lanes, held.phases), (plan.lanes, plan.phases));
}

#[test]
fn a_pin_that_moved_on_takes_what_follows_along_and_opens_the_gaps_before_it() {
    let request = row(5);
    let plan = lay_out(&request);
    let natural: Vec<f64> = plan.steps.iter().map(|at| at.x).collect();
    let y = plan.steps[0].y;
    let found = xs(&held(&request, &[(3, Point::new(natural[3] + 90.0, y))]));
    assert_eq!((found[0], found[3] - natural[3], found[4] - natural[4]), (natural[0], 90.0, 90.0));
    assert_eq!((found[1] - natural[1], found[2] - natural[2]), (30.0, 60.0));
}

#[test]
fn a_pin_far_away_leaves_the_room_before_it() {
    let request = row(4);
    let plan = lay_out(&request);
    let at = Point::new(plan.steps[2].x + 2000.0, plan.steps[2].y);
    let found = held(&request, &[(2, at)]);
    let gap = plan.steps[1].x - plan.steps[0].x;
    assert_eq!(found.steps[1].x - found.steps[0].x, 1.5 * gap);
}

#[test]
fn a_pin_that_moved_back_draws_what_is_before_it_together_as_far_as_it_can() {
    let request = LayoutRequest { spacing: Spacing::Roomy, ..row(3) };
    let plan = lay_out(&request);
    let y = plan.steps[0].y;
    let near = held(&request, &[(2, Point::new(plan.steps[2].x - 6.0, y))]);
    assert!(near.steps[0].x < plan.steps[0].x || near.steps[1].x < plan.steps[1].x);
    // Where there is no room, the others stand as usual, and in nobody's way.
    let at = Point::new(plan.steps[0].x, y);
    let far = held(&request, &[(2, at)]);
    assert_eq!(far.steps[1], plan.steps[1]);
    assert_eq!(far.steps[0].x, at.x);
}

#[test]
fn a_row_goes_with_a_pin_that_is_a_little_lower_and_stays_for_one_that_hangs_below() {
    let request = row(4);
    let plan = lay_out(&request);
    let pin = |by: f64| (1, Point::new(plan.steps[1].x, plan.steps[1].y + by));
    let lower = held(&request, &[pin(20.0)]);
    assert!(lower.steps.iter().all(|at| at.y == plan.steps[0].y + 20.0));
    let below = held(&request, &[pin(100.0)]);
    assert_eq!(below.steps[0].y, plan.steps[0].y);
    assert!(below.lanes[0].1 > plan.lanes[0].1);
}

#[test]
fn of_pins_that_contradict_each_other_most_are_followed() {
    let request = row(4);
    let plan = lay_out(&request);
    let pin = |ix: usize, x: f64| (ix, Point::new(x, plan.steps[ix].y));
    // The second is put behind all others.
    let natural = |ix: usize| plan.steps[ix].x;
    let found = held(&request, &[pin(1, natural(3) + 300.0), pin(2, natural(2)), pin(3, natural(3))]);
    assert_eq!(found.steps[0], plan.steps[0]);
}

#[test]
fn phases_before_a_pin_get_the_room_that_there_is_and_what_follows_moves_up() {
    let mut request = row(6);
    request.phases = 2;
    for (ix, step) in request.steps.iter_mut().enumerate() {
        step.phase = Some(usize::from(ix > 3));
    }
    let plan = lay_out(&request);
    let found = held(&request, &[(4, Point::new(plan.steps[4].x - 200.0, plan.steps[4].y))]);
    check_phases(&request, &found);
    assert!(found.steps[5].x <= plan.steps[5].x - 150.0);
}

#[test]
fn empty_phases_share_the_little_room_between_two_pins() {
    let mut request = row(2);
    request.phases = 5;
    for (step, phase) in request.steps.iter_mut().zip([0, 4]) {
        step.phase = Some(phase);
    }
    let found = held(&request, &[(0, Point::new(110.0, 60.0)), (1, Point::new(480.0, 60.0))]);
    check_phases(&request, &found);
    assert!(found.phases[1..4].iter().all(|size| *size > 40.0), "{:?}", found.phases);
}

#[test]
fn all_pinned_nothing_moves() {
    let request = row(3);
    let pins: Vec<(usize, Point)> =
        (0..3).map(|ix| (ix, Point::new(900.0 - 300.0 * ix as f64, 80.0 + 10.0 * ix as f64))).collect();
    held(&request, &pins);
}

#[test]
fn a_part_of_a_page_keeps_clear_of_the_rest() {
    let request = row(3);
    let plan = lay_out(&request);
    let other = Rect::new(500.0, 40.0, 700.0, 120.0);
    let part = RestOfPage { begin: 400.0, others: vec![(LaneIx(0), other)], phases: Vec::new() };
    let pins = Pins { steps: vec![None, Some(Point::new(900.0, 80.0)), None], part: Some(part) };
    let found = around_pins(&request, &plan, &pins);
    check(&request, &found, &pins.steps);
    assert!((0..3).all(|ix| !body(&request, &found, ix).overlaps(other)));
    // Together with the pin, not from the beginning of the page.
    assert_eq!(found.steps[2].x - 900.0, plan.steps[2].x - plan.steps[1].x);
}

#[test]
fn many_pins_come_to_an_end() {
    let steps: Vec<StepBox> = (0..1000).map(|ix| step(ix % 5, None, ix % 3)).collect();
    let edges = (1..1000).map(|ix| edge(ix - 1 - (ix % 7).min(ix - 1), ix)).collect();
    let request = request(steps, edges, 5);
    let pins: Vec<(usize, Point)> = (0..300)
        .map(|nth| {
            let ix = nth * 3;
            (ix, Point::new(100.0 + 230.0 * (nth % 60) as f64, 90.0 + 120.0 * (nth / 60) as f64))
        })
        .collect();
    held(&request, &pins);
}

/// Lane, kind, and where it is pinned if it is: parts of its phase along and of some rows across.
type Drawn = (usize, usize, f64, f64);

/// Steps, edges and how many phases there are.
fn charts() -> impl Strategy<Value = (Vec<Drawn>, Vec<(usize, usize)>, usize)> {
    let step = (0..4_usize, 0..4_usize, 0.0..1.0_f64, 0.0..1.0_f64);
    let edges = prop::collection::vec((0..40_usize, 0..40_usize), 0..60);
    (prop::collection::vec(step, 1..40), edges, 1..5_usize)
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(32))]

        #[test]
        fn pins_hold_and_nothing_lies_on_anything((steps, edges, phases) in charts(), has_phases in any::<bool>()) {
            const BAND: f64 = 1400.0;
            let count = steps.len();
            let phase = |ix: usize| has_phases.then_some(ix * phases / count);
            let boxes: Vec<StepBox> =
                steps.iter().enumerate().map(|(ix, (lane, kind, ..))| step(*lane, phase(ix), *kind)).collect();
            let edges = edges.iter().map(|(from, to)| edge(from % count, to % count)).collect();
            let phases = if has_phases { phases } else { 0 };
            let request = LayoutRequest { phases, ..request(boxes, edges, 4) };
            let mut pins: Vec<Option<Point>> = vec![None; count];
            let mut taken: Vec<(usize, Rect)> = Vec::new();
            for (ix, (lane, _, x, y)) in steps.iter().enumerate().filter(|(ix, _)| ix % 4 == 0) {
                let from = BAND * phase(ix).unwrap_or(0) as f64;
                let size = request.steps[ix].size;
                let at = Point::new(from + 200.0 + x * (BAND - 400.0), size.height / 2.0 + 20.0 + y * 400.0);
                let rect = Rect::from_center_size(at, size);
                if taken.iter().all(|(other, own)| other != lane || !own.overlaps(rect)) {
                    taken.push((*lane, rect));
                    pins[ix] = Some(at);
                }
            }
            let plan = lay_out(&request);
            let all = Pins { steps: pins.clone(), part: None };
            let found = around_pins(&request, &plan, &all);
            check(&request, &found, &pins);
            check_phases(&request, &found);
            prop_assert_eq!(found, around_pins(&request, &plan, &all));
        }
    }
}
