//! Lanes and phases are as large as what stands in them needs.

use crate::{
    edit::{
        bands::{Lanes, Phases},
        space::{fit, shift},
        transaction::Transaction,
    },
    geom::Axis,
    measures::LANE_PADDING,
};

/// Smaller differences are none.
const SAME: f64 = 0.01;

/// Fits the lanes and the phases of the steps that were touched.
pub(super) fn follow(tx: &mut Transaction<'_>) {
    if !tx.has_moved_steps() {
        return;
    }
    fit::<Lanes>(tx);
    if tx.page().phases.is_empty() {
        keep_after_beginning(tx);
    } else {
        fit::<Phases>(tx);
    }
}

/// On a page without phases: nothing stands before the page's beginning.
fn keep_after_beginning(tx: &mut Transaction<'_>) {
    let orientation = tx.page().orientation;
    let touched = tx.steps_before().filter_map(|step| step.now);
    let first = touched.map(|step| orientation.span_along(step.rect).0).fold(f64::INFINITY, f64::min);
    let by = LANE_PADDING - first;
    if first.is_finite() && by > SAME {
        shift(tx, Axis::Along, &|_| by, &|_| by);
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        edit::{
            Command, LaneCommand, NewStep, Selection, StepCommand,
            fixture::{Chart, en, lane_id, phase_id, step_id, steps},
        },
        geom::Orientation,
        model::StepKind,
    };

    const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

    fn shift(chart: &mut Chart, id: &str, along: f64, across: f64) {
        let by = chart.vec(along, across);
        chart.run(&Command::Step(StepCommand::Move { steps: steps(&[id]), by, onto: None }));
    }

    #[test]
    fn a_lane_grows_for_what_comes_and_shrinks_when_it_goes() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a   b"], &[]);
            let before = chart.lane_sizes();
            shift(&mut chart, "a", 0.0, 55.0);
            assert!(chart.lane_sizes()[0] > before[0]);
            shift(&mut chart, "a", 0.0, -55.0);
            // Up to the padding: there was a little more room before.
            let reach = orientation.span_across(chart.rect("a")).1;
            assert_eq!(chart.lane_sizes()[0], reach + 16.0);
        }
    }

    #[test]
    fn a_lane_keeps_the_size_that_a_person_gave_it_whatever_comes_and_goes() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a   b", "c"], &[]);
            let resize = |chart: &mut Chart, size| {
                chart.run(&Command::Lane(LaneCommand::Resize { lane: lane_id("lane-0"), size }));
            };
            resize(&mut chart, 378.0);
            let c = chart.at("c");
            let at = orientation.point(240.0, 345.0);
            let step = NewStep { id: step_id("n"), kind: StepKind::Process, at, text: en("n") };
            chart.run(&Command::Step(StepCommand::Create { step, onto: None }));
            assert!(chart.lane_sizes()[0] > 378.0, "the step needs room at the border");
            chart.run(&Command::Delete { what: Selection::step(step_id("n")), heal: true });
            assert_eq!((chart.lane_sizes()[0], chart.at("c")), (378.0, c));
            chart.run(&Command::Delete { what: Selection::steps([step_id("a"), step_id("b")]), heal: true });
            assert_eq!(chart.lane_sizes()[0], 378.0, "also when it is empty");
            // What is made smaller by hand may be that small again.
            resize(&mut chart, 150.0);
            assert_eq!(chart.lane_sizes()[0], 150.0);
        }
    }

    #[test]
    fn a_step_can_be_moved_inside_of_a_lane_that_is_tight_about_it() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a", "b"], &[]);
            shift(&mut chart, "a", 0.0, -40.0);
            let (_, top) = chart.at("a");
            shift(&mut chart, "a", 0.0, 30.0);
            assert_eq!(chart.at("a").1, top + 30.0);
        }
    }

    #[test]
    fn what_stands_in_later_lanes_moves_with_them() {
        for orientation in BOTH {
            let mut chart = Chart::new(orientation, &["a ──b", "c ──d", "    e"], &[("b", "d"), ("d", "e")]);
            let before = chart.lane_sizes();
            shift(&mut chart, "a", 0.0, 50.0);
            let grown = chart.lane_sizes()[0] - before[0];
            assert_eq!(chart.lane_sizes()[1..], before[1..]);
            assert_eq!((chart.at("c").1, chart.at("e").1), (180.0 + grown, 300.0 + grown));
        }
    }

    #[test]
    fn a_step_beyond_the_first_or_last_lane_or_before_the_page_is_taken_in() {
        for orientation in BOTH {
            for (along, across) in [(0.0, -900.0), (0.0, 900.0), (-900.0, 0.0), (-60.0, 0.0)] {
                let mut chart = Chart::new(orientation, &["a ──b", "c"], &[]);
                shift(&mut chart, "b", along, across);
                let lane = if across > 0.0 { "lane-1" } else { "lane-0" };
                assert_eq!(chart.step("b").lane, lane_id(lane));
                assert!(orientation.span_along(chart.rect("b")).0 >= 15.9);
            }
        }
    }

    #[test]
    fn steps_of_several_lanes_that_are_moved_beyond_the_last_one_stand_to_each_other_as_they_did() {
        for orientation in BOTH {
            for (along, across) in [(0.0, 900.0), (0.0, 120.0), (0.0, -900.0), (-900.0, 0.0)] {
                let mut chart = Chart::new(orientation, &["a ──b", "c ──d", "e"], &[("b", "d")]);
                let off = |chart: &Chart| {
                    ["b", "c", "d"]
                        .map(|id| (chart.at(id).0 - chart.at("a").0, chart.at(id).1 - chart.at("a").1))
                };
                let before = off(&chart);
                let by = chart.vec(along, across);
                chart.run(&Command::Delete { what: Selection::step(step_id("e")), heal: true });
                let steps = steps(&["a", "b", "c", "d"]);
                chart.run(&Command::Step(StepCommand::Move { steps, by, onto: None }));
                assert_eq!(off(&chart), before, "{along} {across}");
            }
        }
    }

    #[test]
    fn a_phase_grows_for_what_comes_and_the_next_one_moves() {
        for orientation in BOTH {
            let mut chart = Chart::with_phases(orientation, &["a ──b ──c"], &[], &[("one", 2), ("two", 1)]);
            let c = chart.at("c");
            shift(&mut chart, "b", 45.0, 0.0);
            assert_eq!(chart.step("b").phase, Some(phase_id("one")));
            assert!(chart.at("c").0 > c.0);
            assert!(chart.phase_sizes()[0] > 320.0);
            chart.run(&Command::Delete { what: Selection::step(step_id("b")), heal: true });
            assert!(chart.phase_sizes()[0] < 320.0);
        }
    }
}
