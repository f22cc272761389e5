//! What holds for every layout, however odd the chart.

use std::ops::ControlFlow;

use kurbo::{Point, Rect, Size};
use proptest::prelude::*;

use super::*;
use crate::{
    geom::{Side, nearest_count, segment_crosses_rect},
    progress::{Progress, Stopped},
};

const SIZES: [(f64, f64); 4] = [(136.0, 54.0), (150.0, 90.0), (90.0, 40.0), (420.0, 260.0)];

fn step(lane: usize, phase: Option<usize>, kind: usize) -> StepBox {
    let size = Size::from(SIZES[kind % SIZES.len()]);
    let (w, h) = (size.width / 2.0, size.height / 2.0);
    StepBox {
        size,
        room: StepRoom { before: w, after: w, above: h, below: h },
        lane: LaneIx(lane),
        phase,
        is_pointed: kind % SIZES.len() == 1,
        can_branch: kind % SIZES.len() == 1,
        now: Point::ZERO,
    }
}

fn edge(from: usize, to: usize, label: Option<f64>) -> LayoutEdge {
    LayoutEdge { from: StepIx(from), to: StepIx(to), label: label.map(|width| Size::new(width, 16.0)) }
}

fn request(steps: Vec<StepBox>, edges: Vec<LayoutEdge>, lanes: usize) -> LayoutRequest {
    LayoutRequest { steps, edges, lanes, least_lane: 96.0, least_phase: 120.0, ..LayoutRequest::default() }
}

/// The layout of a chart that nobody waits for.
fn lay_out(request: &LayoutRequest) -> LayoutPlan {
    super::lay_out(request, &mut Progress::unwatched()).unwrap()
}

fn body(request: &LayoutRequest, plan: &LayoutPlan, step: StepIx) -> Rect {
    Rect::from_center_size(plan.steps[step.0], request.steps[step.0].size)
}

/// The corners of a line with its ends.
fn points(request: &LayoutRequest, plan: &LayoutPlan, edge: usize) -> Vec<Point> {
    let (ends, path) = (&request.edges[edge], &plan.edges[edge]);
    let end = |exit: Exit, step| exit.side.at(body(request, plan, step), exit.t);
    let mut points = vec![end(path.from, ends.from)];
    points.extend(&path.bends);
    points.push(end(path.to, ends.to));
    points
}

/// Fails where a layout breaks what every layout must hold.
fn check(request: &LayoutRequest, plan: &LayoutPlan) {
    assert_eq!((plan.steps.len(), plan.edges.len()), (request.steps.len(), request.edges.len()));
    assert_eq!((plan.lanes.len(), plan.phases.len()), (request.lanes, request.phases.max(1)));
    let mut top = 0.0;
    for (lane, size) in &plan.lanes {
        assert!(*size >= request.least_lane);
        for (ix, step) in request.steps.iter().enumerate().filter(|(_, step)| step.lane == *lane) {
            let rect = body(request, plan, StepIx(ix));
            assert!(
                rect.is_finite() && rect.y0 > top && rect.y1 < top + size,
                "{ix} leaves lane {}",
                step.lane.0
            );
        }
        top += size;
    }
    let rects: Vec<Rect> = (0..plan.steps.len()).map(|ix| body(request, plan, StepIx(ix))).collect();
    for (a, one) in rects.iter().enumerate() {
        for (b, other) in rects.iter().enumerate().skip(a + 1) {
            assert!(!one.overlaps(*other), "{a} lies on {b}");
        }
    }
    for ix in 0..plan.edges.len() {
        check_line(request, plan, ix, &rects);
    }
}

fn check_line(request: &LayoutRequest, plan: &LayoutPlan, ix: usize, rects: &[Rect]) {
    let points = points(request, plan, ix);
    let ends = &request.edges[ix];
    for pair in points.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        assert!(
            a.is_finite() && ((a.x - b.x).abs() < 0.01 || (a.y - b.y).abs() < 0.01),
            "{ix} is slanted: {points:?}"
        );
        for (step, rect) in rects.iter().enumerate() {
            if StepIx(step) != ends.from && StepIx(step) != ends.to {
                assert!(!segment_crosses_rect(a, b, rect.inset(1.0)), "{ix} runs through {step}");
            }
        }
    }
    let Some((size, at)) = ends.label.zip(plan.edges[ix].label) else {
        assert!(ends.label.is_none());
        return;
    };
    let label = Rect::from_center_size(at, size);
    assert!(rects.iter().all(|rect| !rect.inset(-0.5).overlaps(label)), "the label of {ix} lies on a step");
}

prop_compose! {
    fn charts()(lanes in 1usize..5, phases in 0usize..4, count in 1usize..28)(
        steps in prop::collection::vec((0..lanes, 0..phases.max(1), 0usize..4), count),
        edges in prop::collection::vec((0..count, 0..count, prop::option::of(8.0..120.0)), 0..40),
        lanes in Just(lanes),
        phases in Just(phases),
        best in any::<bool>(),
        paper in any::<bool>(),
    ) -> LayoutRequest {
        let steps = steps.into_iter().map(|(lane, phase, kind)| step(lane, (phases > 0).then_some(phase), kind));
        let edges = edges.into_iter().map(|(from, to, label)| edge(from, to, label));
        LayoutRequest {
            phases,
            lane_order: if best { LaneOrder::Best } else { LaneOrder::Keep },
            aspect: paper.then_some(1.4),
            ..request(steps.collect(), edges.collect(), lanes)
        }
    }
}

mod props {
    use super::*;
    use crate::testing::cases;

    /// Also tries the cases of `proptest-regressions`, which went wrong once.
    pub(super) fn remembering(usual: u32) -> ProptestConfig {
        ProptestConfig { failure_persistence: ProptestConfig::default().failure_persistence, ..cases(usual) }
    }

    proptest! {
        #![proptest_config(remembering(24))]

        #[test]
        fn any_chart_becomes_a_drawing_without_faults(request in charts()) {
            let plan = lay_out(&request);
            check(&request, &plan);
            prop_assert_eq!(&lay_out(&request), &plan);
        }

        /// Tidying what was just laid out keeps every step in its lane's order along the flow.
        #[test]
        fn tidying_keeps_the_order_of_steps(request in charts()) {
            let first = lay_out(&LayoutRequest { lane_order: LaneOrder::Keep, ..request.clone() });
            let mut again = LayoutRequest { start: Start::Tidy, lane_order: LaneOrder::Keep, ..request };
            for (step, at) in again.steps.iter_mut().zip(&first.steps) {
                step.now = *at;
            }
            let second = lay_out(&again);
            check(&again, &second);
            for (a, one) in again.steps.iter().enumerate() {
                for (b, other) in again.steps.iter().enumerate() {
                    let is_far = first.steps[a].x + 0.5 * (one.size.width + other.size.width) < first.steps[b].x;
                    if is_far && one.lane == other.lane && one.phase == other.phase {
                        prop_assert!(second.steps[a].x < second.steps[b].x + 0.01, "{} and {} changed places", a, b);
                    }
                }
            }
        }
    }
}

mod props_of_stopping {
    use super::{props::remembering, *};

    proptest! {
        #![proptest_config(remembering(6))]

        /// Whenever it is stopped, it gives nothing; otherwise what it tells goes from nothing to all, and changes nothing.
        #[test]
        fn a_layout_stops_when_it_is_told_to(request in charts(), at in 0.0..1.0) {
            let mut told = vec![0.0];
            let mut listen = |done: f64| {
                told.push(done);
                ControlFlow::Continue(())
            };
            let plan = crate::layout::lay_out(&request, &mut Progress::new(&mut listen));
            prop_assert_eq!(plan, Ok(lay_out(&request)));
            prop_assert!(told.windows(2).all(|pair| pair[0] <= pair[1]));
            prop_assert_eq!(told.last(), Some(&1.0));
            let questions = told.len() - 1;
            for last in [0, nearest_count(at * questions as f64), questions - 1] {
                let mut asked = 0;
                let mut stop = |_| {
                    asked += 1;
                    if asked > last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
                };
                prop_assert_eq!(crate::layout::lay_out(&request, &mut Progress::new(&mut stop)), Err(Stopped));
                prop_assert_eq!(asked, last + 1);
            }
        }
    }
}

#[test]
fn a_plain_flow_is_one_straight_line() {
    let steps = (0..5).map(|_| step(0, None, 0)).collect();
    let request = request(steps, (0..4).map(|from| edge(from, from + 1, None)).collect(), 1);
    let plan = lay_out(&request);
    check(&request, &plan);
    assert!(plan.edges.iter().all(|path| path.bends.is_empty() && path.from.side == Side::Right));
    assert!(plan.steps.windows(2).all(|pair| pair[0].x < pair[1].x && pair[0].y == pair[1].y));
}

#[test]
fn the_branches_of_a_decision_leave_by_different_corners() {
    let steps =
        vec![step(0, None, 0), step(0, None, 1), step(0, None, 0), step(1, None, 0), step(1, None, 2)];
    let edges = vec![edge(0, 1, None), edge(1, 2, Some(20.0)), edge(1, 3, Some(20.0)), edge(3, 4, None)];
    let request = request(steps, edges, 2);
    let plan = lay_out(&request);
    check(&request, &plan);
    assert_eq!(plan.edges[1].from.side, Side::Right);
    assert_eq!(plan.edges[2].from.side, Side::Bottom);
}

#[test]
fn a_step_stays_in_its_phase() {
    let steps = vec![step(0, Some(0), 0), step(0, Some(1), 0), step(1, Some(0), 0), step(1, Some(2), 0)];
    let edges = vec![edge(0, 1, None), edge(1, 2, None), edge(2, 3, None)];
    let request = LayoutRequest { phases: 4, ..request(steps, edges, 2) };
    let plan = lay_out(&request);
    check(&request, &plan);
    let mut begin = 0.0;
    for (phase, size) in plan.phases.iter().enumerate() {
        assert!(*size >= 120.0);
        for (ix, _) in request.steps.iter().enumerate().filter(|(_, step)| step.phase == Some(phase)) {
            let rect = body(&request, &plan, StepIx(ix));
            assert!(rect.x0 > begin && rect.x1 < begin + size);
        }
        begin += size;
    }
}

#[test]
fn two_hundred_connectors_between_two_steps_get_lines_of_their_own() {
    let request =
        request(vec![step(0, None, 0), step(0, None, 0)], (0..200).map(|_| edge(0, 1, None)).collect(), 1);
    check(&request, &lay_out(&request));
}

#[test]
fn many_steps_without_connectors_become_a_block() {
    let request = request((0..600).map(|_| step(0, None, 0)).collect(), Vec::new(), 1);
    let plan = lay_out(&request);
    check(&request, &plan);
    let ratio = plan.length / plan.lanes[0].1;
    assert!((0.5..8.0).contains(&ratio), "{ratio}");
}

/// A decision with five labelled branches: three of them leave through one side.
#[test]
fn the_label_of_a_line_between_two_others_lies_on_none() {
    let mut steps = vec![step(0, None, 0), step(0, None, 1)];
    steps.extend((0..5).map(|_| step(0, None, 0)));
    let mut edges = vec![edge(0, 1, None)];
    edges.extend((2..7).map(|to| edge(1, to, Some(50.0))));
    let request = request(steps, edges, 1);
    let plan = lay_out(&request);
    let lines: Vec<Vec<Point>> = (0..6).map(|ix| points(&request, &plan, ix)).collect();
    let shared = (1..6).filter(|ix| plan.edges[*ix].from.side == Side::Right).count();
    assert!(shared >= 3, "three lines leave through one side");
    for ix in 1..6 {
        let label = Rect::from_center_size(plan.edges[ix].label.unwrap(), (50.0, 16.0));
        let on = |line: &[Point]| line.windows(2).any(|ends| segment_crosses_rect(ends[0], ends[1], label));
        assert!(!lines.iter().any(|line| on(line)), "{ix}: {label:?}");
        let clear = lines.iter().enumerate().filter(|(of, _)| *of != ix);
        let wide = label.inflate(6.0, 0.0);
        let by = |line: &[Point]| line.windows(2).any(|ends| segment_crosses_rect(ends[0], ends[1], wide));
        assert!(!clear.into_iter().any(|(_, line)| by(line)), "{ix} has room to the sides: {label:?}");
    }
}

#[test]
fn nothing_gives_an_empty_chart() {
    let plan = lay_out(&request(Vec::new(), Vec::new(), 3));
    assert_eq!((plan.steps.len(), plan.edges.len(), plan.lanes.len()), (0, 0, 3));
}

#[test]
fn the_best_order_of_lanes_puts_those_side_by_side_that_work_together() {
    let steps = (0..12).map(|nth| step(if nth % 2 == 0 { 0 } else { 3 }, None, 0)).collect();
    let given = request(steps, (0..11).map(|from| edge(from, from + 1, None)).collect(), 4);
    let best = lay_out(&LayoutRequest { lane_order: LaneOrder::Best, ..given });
    let place = |lane| best.lanes.iter().position(|(other, _)| *other == LaneIx(lane)).unwrap();
    assert_eq!(place(0).abs_diff(place(3)), 1);
}

#[test]
fn a_chart_for_paper_is_less_long() {
    let request = request(
        (0..24).map(|_| step(0, None, 0)).collect(),
        (0..23).map(|from| edge(from, from + 1, None)).collect(),
        1,
    );
    let paper = lay_out(&LayoutRequest { aspect: Some(1.4), ..request.clone() });
    check(&request, &paper);
    assert!(paper.length < 0.6 * lay_out(&request).length);
}
