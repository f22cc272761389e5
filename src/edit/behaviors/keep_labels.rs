//! A label that a person placed keeps its place beside its line.
//!
//! Owns what becomes of those labels when their lines run another way, or when they say something else. Nothing makes
//! them give way: what they come to lie on is told by the check.

use super::labels::pinned;
use crate::{
    arrange::label_size,
    edit::{
        Refusal,
        transaction::{EditedLine, Transaction, edited_lines},
    },
    geom::{Orientation, Point, Polyline, Rect, Size},
    model::{ConnectorId, LabelPlace},
    route,
};

/// What is moved less than files can say is not moved.
const LEAST: f64 = 0.01;

/// Brings the labels to their lines.
pub(super) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    let kept = edited_lines(tx).filter(|edited| pinned(edited.now).is_some() && !edited.is_untouched());
    let changes: Vec<(ConnectorId, LabelChange)> =
        kept.filter_map(|edited| Some((edited.now.id.clone(), change(tx, &edited)?))).collect();
    for (id, change) in changes {
        let label = match change {
            LabelChange::Moves(at) => Some(LabelPlace { at, pinned: true }),
            LabelChange::Goes => None,
        };
        tx.update_connector(&id, |connector| {
            if let Some(route) = &mut connector.route {
                route.label = label;
            }
        })?;
    }
    Ok(())
}

/// What becomes of a label.
enum LabelChange {
    /// It stands there now.
    Moves(Point),
    /// It says nothing any more.
    Goes,
}

/// What becomes of the label of a line; `None` where it stays as it is.
fn change(tx: &Transaction<'_>, edited: &EditedLine<'_>) -> Option<LabelChange> {
    let (before, now) = (edited.before.filter(|_| !edited.is_carried())?, edited.now);
    let (was_at, is_at) = (pinned(before)?, pinned(now)?);
    let Some(size) = label_size(tx.page(), now, tx.fonts()) else { return Some(LabelChange::Goes) };
    let size_before = label_size(tx.page(), before, tx.fonts()).unwrap_or(size);
    let mut old = edited.line_before()?;
    let new = edited.line()?;
    if new.points.iter().rev().eq(&old.points) {
        // Where it leads says nothing about where the label is.
        old = new.clone();
    }
    if size == size_before && new == old {
        return None;
    }
    let (old, label) = turned(tx, old, Rect::from_center_size(was_at, size_before));
    let at = route::carry_label(&old.points, label, &new.points, size);
    (at.distance(is_at) >= LEAST).then_some(LabelChange::Moves(at))
}

/// As it was when the page ran the way it does now.
fn turned(tx: &Transaction<'_>, line: Polyline, label: Rect) -> (Polyline, Rect) {
    if tx.orientation_before() == tx.page().orientation {
        return (line, label);
    }
    let turned = |p: &Point| Orientation::Vertical.point(p.x, p.y);
    // Its box turns too, so that the gap to the line is what it was; the label itself is still to be read level.
    let size = Size::new(label.height(), label.width());
    let label = Rect::from_center_size(turned(&label.center()), size);
    (Polyline::new(line.points.iter().map(turned).collect()), label)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use crate::{
        arrange::label_size,
        edit::{
            Command, ConnectorCommand, PageCommand, StepCommand, TextOf,
            fixture::{Chart, fonts, line_id, step_id, steps},
        },
        geom::{Orientation, Point, Polyline, Rect, Size, Vec2},
        locale::UiLang,
        model::LabelPlace,
    };

    /// `a ──▶ b` with c below; the label of the line was put `below` its middle.
    fn chart(below: f64) -> Chart {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──────b", "c"], &[]);
        say(&mut chart, "Yes");
        let at = middle(&chart) + Vec2::new(0.0, below);
        chart.run(&Command::Connector(ConnectorCommand::MoveLabel { connector: line_id("a-b"), at }));
        assert_eq!(label(&chart), Some(LabelPlace { at, pinned: true }));
        chart
    }

    fn say(chart: &mut Chart, text: &str) {
        let of = TextOf::Connector(line_id("a-b"));
        chart.run(&Command::SetText { of, lang: UiLang::En.into(), text: text.to_owned() });
    }

    fn label(chart: &Chart) -> Option<LabelPlace> {
        chart.page().connectors[&line_id("a-b")].route.as_ref().unwrap().label
    }

    fn at(chart: &Chart) -> Point {
        let label = label(chart).unwrap();
        assert!(label.pinned);
        label.at
    }

    fn shift(chart: &mut Chart, name: &str, by: (f64, f64)) {
        let steps = steps(&[name]);
        chart.run(&Command::Step(StepCommand::Move { steps, by: Vec2::from(by), onto: None }));
    }

    /// The middle of the line, as long as it is straight.
    fn middle(chart: &Chart) -> Point {
        let (a, b) = (chart.rect("a"), chart.rect("b"));
        Point::new(f64::midpoint(a.x1, b.x0), a.center().y)
    }

    fn gap(chart: &Chart) -> f64 {
        let line = Polyline::new(chart.line("a-b"));
        line.nearest(at(chart)).distance(at(chart))
    }

    #[test]
    fn beside_the_middle_of_a_line_it_stays_beside_the_middle() {
        let mut chart = chart(18.0);
        shift(&mut chart, "b", (120.0, 0.0));
        assert!(at(&chart).distance(middle(&chart) + Vec2::new(0.0, 18.0)) < 0.1, "{:?}", at(&chart));
    }

    #[test]
    fn it_stays_beside_a_line_that_takes_another_way() {
        for (name, by) in [("b", (0.0, 120.0)), ("a", (0.0, 120.0)), ("b", (-160.0, 120.0))] {
            let mut chart = chart(18.0);
            shift(&mut chart, name, by);
            let gap = gap(&chart);
            assert!((10.0..30.0).contains(&gap), "{name} {by:?}: {gap}");
        }
    }

    #[test]
    fn what_stands_in_its_way_does_not_drive_it_away() {
        let mut chart = chart(120.0);
        let before = at(&chart);
        shift(&mut chart, "c", (160.0, 0.0));
        assert!(chart.rect("c").contains(before), "it stands there");
        assert_eq!(at(&chart), before);
    }

    #[test]
    fn it_goes_with_both_steps_and_stays_when_the_line_is_reversed() {
        let mut chart = chart(18.0);
        let before = at(&chart);
        let by = Vec2::new(40.0, 10.0);
        chart.run(&Command::Step(StepCommand::Move { steps: steps(&["a", "b"]), by, onto: None }));
        assert!(at(&chart).distance(before + by) < 0.01);
        let before = at(&chart);
        chart.run(&Command::Connector(ConnectorCommand::Reverse { connector: line_id("a-b") }));
        assert_eq!(at(&chart), before);
    }

    #[test]
    fn it_goes_with_what_it_says() {
        let mut chart = chart(18.0);
        say(&mut chart, "Perhaps");
        assert!(at(&chart).distance(middle(&chart) + Vec2::new(0.0, 18.0)) < 0.1);
        say(&mut chart, "");
        assert_eq!(label(&chart), None);
    }

    #[test]
    fn it_turns_with_the_page() {
        let mut chart = chart(18.0);
        chart.run(&Command::Page(PageCommand::Flip));
        let (a, b) = (chart.rect("a"), chart.rect("b"));
        assert!(a.y1 < b.y0, "the line leads down");
        // What was below is to the right of it now.
        assert!(
            at(&chart).x > a.center().x + 5.0 && (a.y1..b.y0).contains(&at(&chart).y),
            "{:?}",
            at(&chart)
        );
    }

    /// Half of the height and of the width of the label of `a-b`.
    fn halves(chart: &Chart) -> Vec2 {
        let page = chart.page();
        label_size(page, &page.connectors[&line_id("a-b")], fonts()).unwrap().to_vec2() / 2.0
    }

    #[test]
    fn a_long_one_that_turns_with_the_page_keeps_its_gap_to_the_line() {
        let mut chart = chart(0.0);
        say(&mut chart, "Only with the approval of a manager");
        let half = halves(&chart);
        let to = middle(&chart) + Vec2::new(0.0, half.y + 9.0);
        chart.run(&Command::Connector(ConnectorCommand::MoveLabel { connector: line_id("a-b"), at: to }));
        chart.run(&Command::Page(PageCommand::Flip));
        let is = at(&chart).x - chart.rect("a").center().x - half.x;
        assert!((is - 9.0).abs() < 0.1, "{is}");
    }

    #[test]
    fn beside_its_step_it_stays_when_the_line_is_reversed_and_it_becomes_lighter() {
        let mut chart = Chart::new(Orientation::Horizontal, &["?a ──────b", "c"], &[("a", "c")]);
        say(&mut chart, "Approved");
        let was = Point::new(chart.rect("a").x1 + 30.0, chart.rect("a").center().y - 12.0);
        chart.run(&Command::Connector(ConnectorCommand::MoveLabel { connector: line_id("a-b"), at: was }));
        let bold = halves(&chart);
        chart.run(&Command::Connector(ConnectorCommand::Reverse { connector: line_id("a-b") }));
        assert_ne!(halves(&chart), bold, "what leaves a decision is bold");
        assert!(at(&chart).distance(was) < 3.0, "{:?} {was:?}", at(&chart));
    }

    #[test]
    fn others_give_way_to_it() {
        let mut chart = Chart::new(Orientation::Horizontal, &["a ──────b", "c ──────d"], &[]);
        for id in ["a-b", "c-d"] {
            let of = TextOf::Connector(line_id(id));
            chart.run(&Command::SetText { of, lang: UiLang::En.into(), text: "Yes".to_owned() });
        }
        let other =
            |chart: &Chart| chart.page().connectors[&line_id("c-d")].route.as_ref().unwrap().label.unwrap();
        let at = other(&chart).at + Vec2::new(6.0, 2.0);
        chart.run(&Command::Connector(ConnectorCommand::MoveLabel { connector: line_id("a-b"), at }));
        let size = Size::new(18.0, 10.0);
        let rects = [at, other(&chart).at].map(|at| Rect::from_center_size(at, size));
        assert!(!rects[0].overlaps(rects[1]), "{rects:?}");
        assert!(!other(&chart).pinned);
    }

    /// ```text
    /// ?a ──▶ b      both labels are wanted at one place, and b and c move together
    ///  └───▶ c
    /// ```
    #[test]
    fn others_give_way_to_it_when_they_are_routed_with_it() {
        let mut chart = Chart::new(Orientation::Horizontal, &["?a ──────b", "        c"], &[("a", "c")]);
        for id in ["a-b", "a-c"] {
            let of = TextOf::Connector(line_id(id));
            chart.run(&Command::SetText { of, lang: UiLang::En.into(), text: "Yes".to_owned() });
        }
        let place = |chart: &Chart, id| chart.page().connectors[&line_id(id)].route.as_ref().unwrap().label;
        let at = place(&chart, "a-c").unwrap().at;
        chart.run(&Command::Connector(ConnectorCommand::MoveLabel { connector: line_id("a-b"), at }));
        let steps = steps(&["b", "c"]);
        chart.run(&Command::Step(StepCommand::Move { steps, by: Vec2::new(40.0, 0.0), onto: None }));
        let rects = ["a-b", "a-c"]
            .map(|id| Rect::from_center_size(place(&chart, id).unwrap().at, halves(&chart).to_size() * 2.0));
        assert!(!rects[0].overlaps(rects[1]), "{rects:?}");
    }

    #[test]
    fn its_place_is_forgotten_when_that_is_wanted() {
        let connectors = BTreeSet::from([line_id("a-b")]);
        let places = [("a", (100.0, 60.0)), ("b", (500.0, 60.0))];
        let places = places.into_iter().map(|(id, at)| (step_id(id), Point::from(at))).collect();
        for command in [
            Command::Connector(ConnectorCommand::PlaceLabels { connectors: connectors.clone() }),
            Command::Connector(ConnectorCommand::Tidy { connectors }),
            Command::Step(StepCommand::LayOut { places }),
        ] {
            let mut chart = chart(45.0);
            chart.run(&command);
            let label = label(&chart).unwrap();
            assert!(!label.pinned, "{command:?}");
            assert!(label.at.distance(Polyline::new(chart.line("a-b")).nearest(label.at)) < 20.0);
        }
    }

    mod props {
        use super::*;
        use crate::testing::cases;

        proptest! {
            #![proptest_config(cases(48))]

            /// Wherever the steps go, the label is still pinned and as near to its line as its size allows.
            #[test]
            fn it_never_leaves_its_line(
                moves in prop::collection::vec((any::<bool>(), -200.0..400.0, -60.0..200.0), 1..4),
                below in -30.0..30.0,
            ) {
                let mut chart = chart(below);
                for (is_first, along, across) in moves {
                    let steps = steps(&[if is_first { "a" } else { "b" }]);
                    let by = Vec2::new(along, across);
                    let _refused = chart.try_run(&Command::Step(StepCommand::Move { steps, by, onto: None }));
                    prop_assert!(gap(&chart) < 30.0 + 15.0, "{} {:?}", gap(&chart), chart.line("a-b"));
                }
            }
        }
    }
}
