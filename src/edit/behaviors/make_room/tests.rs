//! Who gives way to whom, seen through commands.

use crate::{
    edit::{
        Command, NewStep, Onto, Selection, StepCommand,
        fixture::{Chart, en, line_id, step_id, steps},
    },
    geom::{Orientation, Point, Rect, Size},
    model::StepKind,
};

const BOTH: [Orientation; 2] = [Orientation::Horizontal, Orientation::Vertical];

fn insert(chart: &mut Chart, along: f64, across: f64, onto: &str) {
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
        insert(&mut chart, 150.0, 66.0, "a-b");
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
    insert(&mut chart, 84.0, 118.0, "a-c");
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
        insert(&mut chart, 150.0, 66.0, "a-b");
        assert!(chart.at("b").0 > b.0);
        assert_eq!(chart.at("c").0, c.0);
    }
}

#[test]
fn a_pinned_step_is_pushed_where_there_is_no_other_way() {
    for orientation in BOTH {
        let mut chart = Chart::new(orientation, &["a ──b ──c"], &[]);
        pin(&mut chart, "b");
        insert(&mut chart, 150.0, 66.0, "a-b");
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
