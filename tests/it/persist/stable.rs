//! What changes in a file when the document changes, and what does not.

use std::{collections::BTreeSet, sync::Arc};

use laneway::{
    geom::{Orientation, Point, Rect, Side, Vec2},
    model::{Bend, Document, LabelPlace, Port, Role, Route, StepId, StepKind},
    persist::{load, to_ron},
};
use proptest::prelude::*;

use super::sample;
use crate::testing::records;

/// The lines that are in only one of the two.
fn changed(a: &str, b: &str) -> Vec<String> {
    let (a, b): (BTreeSet<&str>, BTreeSet<&str>) = (a.lines().collect(), b.lines().collect());
    a.symmetric_difference(&b).map(|line| line.trim().to_owned()).collect()
}

#[test]
fn moving_a_step_changes_its_place_and_nothing_else() {
    let before = sample::full();
    let mut after = before.clone();
    let id = StepId::parse("kind-05").unwrap();
    let step = Arc::make_mut(after.pages[0].steps.get_mut(&id).unwrap());
    step.rect = step.rect + Vec2::new(12.0, -3.5);
    let lines = changed(&to_ron(&before), &to_ron(&after));
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().all(|line| line.starts_with("(step: \"kind-05\", along: ")), "{lines:?}");
}

#[test]
fn inserting_a_lane_changes_no_place() {
    for orientation in [Orientation::Horizontal, Orientation::Vertical] {
        let before =
            small(orientation, &[80.0, 120.5, 99.99], &[(0, 10.0, 20.0), (1, 40.0, 33.3), (2, 5.0, 60.0)]);
        let mut after = before.clone();
        let page = &mut after.pages[0];
        page.lanes.insert(1, Arc::new(records::lane("new", Role::Customer, 77.7)));
        let shift = |p: &mut Point| {
            if orientation.across(*p) >= 80.0 {
                *p += orientation.point(0.0, 77.7).to_vec2();
            }
        };
        for step in page.steps.values_mut().map(Arc::make_mut).filter(|step| step.lane.as_str() != "lane-0") {
            step.rect = step.rect + orientation.point(0.0, 77.7).to_vec2();
        }
        for id in page.connectors.keys().cloned().collect::<Vec<_>>() {
            page.connectors.update(&id, |connector| {
                let route = connector.route.as_mut().unwrap();
                route.bends.iter_mut().for_each(|bend| shift(&mut bend.at));
                shift(&mut route.label.as_mut().unwrap().at);
            });
        }
        let lines = changed(&to_ron(&before), &to_ron(&after));
        assert_eq!(lines, ["id: \"new\",", "role: Customer,", "size: 77.7,"]);
    }
}

/// Lanes of these sizes; steps by lane, along and across (from the page's beginning), each joined to the next.
fn small(orientation: Orientation, sizes: &[f64], steps: &[(usize, f64, f64)]) -> Document {
    let lanes =
        sizes.iter().enumerate().map(|(i, size)| records::lane(&format!("lane-{i}"), Role::Other, *size));
    let mut page = sample::page("page", orientation, lanes.collect());
    for (i, (lane, along, across)) in steps.iter().enumerate() {
        let rect = Rect::from_center_size(orientation.point(*along, *across), (136.004, 54.007));
        let lane = format!("lane-{}", lane % sizes.len());
        let mut step = records::step(&format!("step-{i}"), StepKind::Process, &lane, rect);
        step.text = records::en(&format!("{along}\n\"{across}\""));
        page.steps.insert(step.id.clone(), Arc::new(step));
        let port = |t| Some(Port { side: Side::Top, t, pinned: i % 2 == 0 });
        let next = format!("step-{}", (i + 1) % steps.len());
        let (from, to) = (records::at(&format!("step-{i}"), port(1.0 / 3.0)), records::at(&next, None));
        let mut connector = records::connector(&format!("c-{i}"), from, to);
        let at = orientation.point(*along, *across);
        let label = Some(LabelPlace { at, pinned: i % 3 == 0 });
        connector.route = Some(Route { bends: vec![Bend { at, pinned: i % 2 == 0 }], label });
        page.connectors.insert(connector);
    }
    records::document(vec![page])
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn saving_what_was_saved_gives_the_same_bytes(
            vertical: bool,
            sizes in prop::collection::vec(0.001..300.0_f64, 1..5),
            steps in prop::collection::vec((0..5_usize, -500.0..2000.0_f64, -100.0..900.0_f64), 1..8),
        ) {
            let orientation = if vertical { Orientation::Vertical } else { Orientation::Horizontal };
            let first = to_ron(&small(orientation, &sizes, &steps));
            let loaded = load(first.as_bytes(), "a.ron").unwrap();
            prop_assert_eq!(to_ron(&loaded.document), first);
        }

        #[test]
        fn points_at_the_borders_of_lanes_stay(
            sizes in prop::collection::vec(0.02..2.0_f64, 1..6),
            across in -1.0..9.0_f64,
        ) {
            let first = to_ron(&small(Orientation::Horizontal, &sizes, &[(0, 1.0, across)]));
            let loaded = load(first.as_bytes(), "a.ron").unwrap();
            prop_assert_eq!(to_ron(&loaded.document), first);
        }

        #[test]
        fn any_text_is_read_back(text in "\\PC*") {
            let mut document = sample::full();
            document.title = records::en(&text);
            document.properties.insert(text.clone(), text);
            let loaded = load(to_ron(&document).as_bytes(), "a.ron").unwrap();
            prop_assert_eq!(loaded.document, document);
        }
    }
}
