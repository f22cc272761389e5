//! Rerouting as an editor sees it: what is touched moves, what is not stays.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{Routed, reroute, route_missing};
use crate::{
    geom::{Orientation, Point, Rect, Side, Size, Vec2, segment_crosses_rect},
    model::{
        Bend, Connector, ConnectorId, End, LabelPlace, Page, PageId, Port, Role, Route, Step, StepId,
        StepKind,
    },
    shape,
    testing::records::{self, en},
    text::Fonts,
};

fn step_id(name: &str) -> StepId {
    StepId::parse(name).unwrap()
}

fn id(name: &str) -> ConnectorId {
    ConnectorId::parse(name).unwrap()
}

fn step(name: &str, center: (f64, f64)) -> Arc<Step> {
    let rect = Rect::from_center_size(center, (136.0, 54.0));
    Arc::new(Step { text: en(name), ..records::step(name, StepKind::Process, "lane", rect) })
}

fn connector(name: &str, from: &str, to: &str, label: &str) -> Arc<Connector> {
    let blank = records::connector(name, records::at(from, None), records::at(to, None));
    Arc::new(Connector { label: en(label), ..blank })
}

/// A page of one lane with these steps and connectors, all routed.
fn page(steps: &[Arc<Step>], connectors: &[Arc<Connector>]) -> Page {
    let lane = records::lane("lane", Role::Other, 400.0);
    let id = PageId::parse("page").unwrap();
    let mut page = Page::blank(id, Orientation::Horizontal, vec![Arc::new(lane)]);
    page.steps = steps.iter().map(|step| (step.id.clone(), step.clone())).collect();
    page.connectors = connectors.iter().cloned().collect();
    assert!(route_missing(&mut page, &Fonts::bundled()));
    page
}

/// `[a] ──▶ [b]` above `[c] ──▶ [d]`, far below the first pair `[x]`.
fn two_pairs(label: &str) -> Page {
    page(
        &[
            step("a", (100.0, 80.0)),
            step("b", (700.0, 80.0)),
            step("c", (100.0, 220.0)),
            step("d", (700.0, 220.0)),
            step("x", (400.0, 340.0)),
        ],
        &[connector("a-b", "a", "b", label), connector("c-d", "c", "d", label)],
    )
}

fn moved(page: &mut Page, name: &str, by: (f64, f64)) {
    let step = page.steps.get_mut(&step_id(name)).unwrap();
    Arc::make_mut(step).rect = step.rect + Vec2::from(by);
}

fn edited(page: &mut Page, name: &str, edit: impl FnOnce(&mut Connector)) {
    page.connectors.update(&id(name), edit).unwrap();
}

fn only(name: &str) -> BTreeSet<ConnectorId> {
    BTreeSet::from([id(name)])
}

fn write(page: &mut Page, found: BTreeMap<ConnectorId, Routed>) {
    for (id, routed) in found {
        edited(page, id.as_str(), |connector| {
            for (end, chosen) in [(&mut connector.from, routed.from), (&mut connector.to, routed.to)] {
                if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
                    *port = chosen;
                }
            }
            connector.route = Some(routed.route);
        });
    }
}

fn points(page: &Page, name: &str) -> Vec<Point> {
    shape::polyline(page, &page.connectors[&id(name)]).unwrap().points
}

fn crosses(page: &Page, name: &str, rect: Rect) -> bool {
    points(page, name).windows(2).any(|ends| segment_crosses_rect(ends[0], ends[1], rect))
}

#[test]
fn a_touched_line_goes_around_what_came_into_its_way_and_others_stay() {
    let fonts = Fonts::bundled();
    let mut page = two_pairs("");
    assert_eq!(points(&page, "a-b").len(), 2);
    moved(&mut page, "x", (0.0, -260.0));
    let before = page.clone();
    assert!(crosses(&page, "a-b", page.steps[&step_id("x")].rect));
    let found = reroute(&page, &only("a-b"), &fonts);
    assert_eq!(page, before);
    assert_eq!(found.keys().collect::<Vec<_>>(), [&id("a-b")]);
    write(&mut page, found);
    assert!(!crosses(&page, "a-b", page.steps[&step_id("x")].rect));
    assert_eq!(page.connectors[&id("c-d")], before.connectors[&id("c-d")]);
}

#[test]
fn routing_again_changes_nothing() {
    let fonts = Fonts::bundled();
    let mut page = two_pairs("yes");
    moved(&mut page, "x", (0.0, -260.0));
    let touched = BTreeSet::from([id("a-b"), id("c-d")]);
    let first = reroute(&page, &touched, &fonts);
    write(&mut page, first.clone());
    let again = reroute(&page, &touched, &fonts);
    for (id, routed) in &again {
        assert_eq!(routed.route, first[id].route);
        assert_eq!((routed.from, routed.to), (None, None), "{id}: the ports are the same");
    }
}

#[test]
fn a_pinned_port_stays_and_a_loose_one_is_chosen_again() {
    let fonts = Fonts::bundled();
    let mut page = two_pairs("");
    let top = |pinned| Some(Port { side: Side::Top, t: 0.5, pinned });
    for pinned in [true, false] {
        edited(&mut page, "a-b", |connector| {
            connector.from = End::Attached { step: step_id("a"), port: top(pinned) };
        });
        let found = reroute(&page, &only("a-b"), &fonts).remove(&id("a-b")).unwrap();
        let right = Port { side: Side::Right, t: 0.5, pinned: false };
        assert_eq!(found.from, (!pinned).then_some(right));
    }
}

#[test]
fn pinned_bends_stay_and_loose_ones_are_forgotten() {
    let fonts = Fonts::bundled();
    let mut page = two_pairs("");
    let pinned = Point::new(330.0, 300.0);
    edited(&mut page, "c-d", |connector| {
        let bends =
            vec![Bend { at: Point::new(10.0, 390.0), pinned: false }, Bend { at: pinned, pinned: true }];
        connector.route = Some(Route { bends, label: None });
    });
    let found = reroute(&page, &only("c-d"), &fonts);
    let bends = &found[&id("c-d")].route.bends;
    let kept: Vec<Point> = bends.iter().filter(|bend| bend.pinned).map(|bend| bend.at).collect();
    assert_eq!(kept, [pinned]);
    assert!(bends.iter().all(|bend| bend.at.x > 10.0));
    write(&mut page, found);
    assert!(shape::polyline(&page, &page.connectors[&id("c-d")]).unwrap().is_orthogonal());
    let again = reroute(&page, &only("c-d"), &fonts);
    assert_eq!(again[&id("c-d")].route, page.connectors[&id("c-d")].route.clone().unwrap());
}

#[test]
fn labels_and_lines_keep_off_labels_that_stand_already() {
    let fonts = Fonts::bundled();
    let mut page = two_pairs("yes");
    let free = page.connectors[&id("a-b")].route.clone().unwrap();
    // Another line's label stands where this one's would be, and another one's on the line itself.
    for (taken, is_label) in [(free.label.unwrap().at, true), (Point::new(300.0, 80.0), false)] {
        edited(&mut page, "c-d", |connector| {
            connector.route.as_mut().unwrap().label = Some(LabelPlace { at: taken, pinned: false });
        });
        let found = reroute(&page, &only("a-b"), &fonts);
        write(&mut page, found);
        let label = Rect::from_center_size(taken, Size::new(20.0, 14.0));
        let own = page.connectors[&id("a-b")].route.as_ref().unwrap().label.unwrap().at;
        assert!(Rect::from_center_size(own, label.size()).intersect(label).area() <= 0.0);
        assert!(is_label || !crosses(&page, "a-b", label));
    }
}

/// Enough of other connectors that only what is near is looked at, and a wall that is longer than that.
#[test]
fn a_line_that_leaves_its_neighbourhood_sees_what_is_there() {
    let fonts = Fonts::bundled();
    let mut steps = vec![step("a", (100.0, 900.0)), step("b", (500.0, 900.0))];
    let mut wall = step("wall", (300.0, 900.0));
    Arc::make_mut(&mut wall).rect = Rect::new(280.0, 100.0, 320.0, 1700.0);
    let mut far = step("far", (300.0, 50.0));
    Arc::make_mut(&mut far).rect = Rect::new(230.0, 20.0, 370.0, 80.0);
    steps.extend([wall, far]);
    let mut connectors = vec![connector("a-b", "a", "b", "")];
    for i in 0..8 {
        let (p, q) = (format!("p{i}"), format!("q{i}"));
        let across = 80.0 + 100.0 * f64::from(i);
        steps.extend([step(&p, (2000.0, across)), step(&q, (2300.0, across))]);
        connectors.push(connector(&format!("c{i}"), &p, &q, ""));
    }
    let mut page = page(&steps, &connectors);
    Arc::make_mut(&mut page.lanes[0]).size = 1720.0;
    let found = reroute(&page, &only("a-b"), &fonts);
    write(&mut page, found);
    for name in ["wall", "far"] {
        assert!(!crosses(&page, "a-b", page.steps[&step_id(name)].rect), "{name}");
    }
}

#[test]
fn a_step_that_stands_a_little_aside_is_reached_without_a_jog() {
    let fonts = Fonts::bundled();
    for by in [-18.0, 3.0, 18.0] {
        let mut page = two_pairs("");
        moved(&mut page, "b", (0.0, by));
        let found = reroute(&page, &only("a-b"), &fonts);
        write(&mut page, found);
        assert_eq!(points(&page, "a-b").len(), 2, "{by}");
        let again = reroute(&page, &only("a-b"), &fonts);
        assert_eq!(again[&id("a-b")].from, None, "{by}: the ports are the same");
    }
}
