//! Drafts made by hand, and the documents that become of them.

use super::*;
use crate::{
    geom::{Orientation, Point, Rect, Side},
    interop::report::{Report, SourceInfo},
    locale::{Lang, UiLang},
    model::{
        Branching, Color, Connector, ConnectorKind, End, Lane, Link, Page, Port, Properties, Role, Step,
        StepId, StepKind, Style, Text,
    },
    text::Fonts,
};

const PROCESS: StepKind = StepKind::Process;

fn english() -> Lang {
    UiLang::En.into()
}

fn import(page: PageDraft) -> Imported {
    let elements = page.lanes.iter().map(|lane| lane.origin.elements).sum::<usize>()
        + page.nodes.iter().map(|node| node.origin.elements).sum::<usize>()
        + page.edges.iter().map(|edge| edge.origin.elements).sum::<usize>();
    let mut report = Report::new(SourceInfo::default());
    report.expect(elements);
    let lang = english();
    let fonts = Fonts::bundled();
    let mapping = DraftMapping::new(RecordNames::default(), report, &lang, &fonts);
    let imported = mapping.import(&ChartDraft { title: "Calls".to_owned(), pages: vec![page] });
    assert_eq!(imported.document.check(), Ok(()));
    assert!(imported.report.totals().is_balanced(), "{:?}", imported.report);
    imported
}

fn page_of(page: PageDraft) -> Page {
    import(page).document.pages.remove(0)
}

fn id(name: &str) -> StepId {
    StepId::parse(name).unwrap()
}

fn origin() -> Origin {
    Origin { place: String::new(), elements: 1 }
}

fn node(name: &str, rect: impl Into<Option<Rect>>) -> NodeDraft {
    NodeDraft { rect: rect.into(), origin: origin(), ..NodeDraft::new(id(name), PROCESS, name) }
}

fn lane(title: &str, rect: impl Into<Option<Rect>>) -> LaneDraft {
    LaneDraft { title: title.to_owned(), rect: rect.into(), origin: origin(), ..LaneDraft::default() }
}

fn within(parent: usize, lane: LaneDraft) -> LaneDraft {
    LaneDraft { parent: Some(parent), ..lane }
}

fn on(name: &str, at: (f64, f64)) -> EndDraft {
    EndDraft { at: Some(at.into()), ..EndDraft::node(id(name)) }
}

fn edge(from: EndDraft, to: EndDraft) -> EdgeDraft {
    EdgeDraft { origin: origin(), ..EdgeDraft::new(from, to, "") }
}

fn say(text: &Text) -> &str {
    text.iter().next().map_or("", |(_, text)| text)
}

fn step<'p>(page: &'p Page, name: &str) -> &'p Step {
    &page.steps[&id(name)]
}

fn lane_of<'p>(page: &'p Page, name: &str) -> &'p str {
    let lane = page.lanes.iter().find(|lane| lane.id == step(page, name).lane).unwrap();
    say(&lane.title)
}

fn only(page: &Page) -> &Connector {
    assert_eq!(page.connectors.len(), 1);
    page.connectors.values().next().unwrap()
}

fn bends(connector: &Connector) -> Vec<(f64, f64)> {
    connector.route.iter().flat_map(|route| &route.bends).map(|bend| (bend.at.x, bend.at.y)).collect()
}

fn codes(imported: &Imported) -> Vec<&'static str> {
    imported.report.items().iter().map(|line| line.code.name()).collect()
}

fn sizes(page: &Page) -> Vec<(&str, f64)> {
    page.lanes.iter().map(|lane: &std::sync::Arc<Lane>| (say(&lane.title), lane.size)).collect()
}

#[test]
fn what_has_a_place_keeps_it_against_everything_else() {
    // Two lanes with a gap between them, far from the origin, out of order.
    let page = PageDraft {
        lanes: vec![
            lane("Back", Rect::new(-500.0, 1200.0, 700.0, 1300.0)),
            lane("Front", Rect::new(-500.0, 1000.0, 700.0, 1150.0)),
        ],
        nodes: vec![
            node("ask", Rect::new(-400.0, 1020.0, -300.0, 1080.0)),
            node("look", Rect::new(-100.0, 1220.0, 20.0, 1280.0)),
        ],
        edges: vec![EdgeDraft {
            bends: vec![Point::new(-40.0, 1050.0)],
            label: "yes".to_owned(),
            label_at: Some(Point::new(-200.0, 1040.0)),
            ..edge(on("ask", (-300.0, 1050.0)), on("look", (-40.0, 1220.0)))
        }],
        ..PageDraft::default()
    };
    let imported = import(page);
    assert!(imported.unplaced.is_empty() && codes(&imported).is_empty(), "{:?}", imported.report);
    let page = &imported.document.pages[0];
    assert_eq!(page.orientation, Orientation::Horizontal);
    assert_eq!(sizes(page), [("Front", 200.0), ("Back", 100.0)], "a lane reaches to the next one");
    assert_eq!(step(page, "ask").rect, Rect::new(100.0, 20.0, 200.0, 80.0));
    assert_eq!(step(page, "look").rect, Rect::new(400.0, 220.0, 520.0, 280.0));
    assert_eq!((lane_of(page, "ask"), lane_of(page, "look")), ("Front", "Back"), "lanes by place");
    let line = only(page);
    let port = |side, t| Some(Port { side, t, pinned: false });
    assert_eq!(line.from, End::Attached { step: id("ask"), port: port(Side::Right, 0.5) });
    assert_eq!(line.to, End::Attached { step: id("look"), port: port(Side::Top, 0.5) });
    assert_eq!(bends(line), [(460.0, 50.0)]);
    let label = line.route.as_ref().and_then(|route| route.label).unwrap();
    assert_eq!((label.at, label.pinned), (Point::new(300.0, 40.0), false));
}

#[test]
fn lanes_side_by_side_make_a_page_that_runs_down() {
    let page = page_of(PageDraft {
        lanes: vec![
            lane("Left", Rect::new(50.0, 0.0, 250.0, 600.0)),
            lane("Right", Rect::new(250.0, 0.0, 400.0, 600.0)),
        ],
        nodes: vec![node("a", Rect::new(300.0, 40.0, 380.0, 80.0))],
        ..PageDraft::default()
    });
    assert_eq!(page.orientation, Orientation::Vertical);
    assert_eq!(sizes(&page), [("Left", 200.0), ("Right", 150.0)]);
    assert_eq!(step(&page, "a").rect, Rect::new(250.0, 40.0, 330.0, 80.0));
    assert_eq!(lane_of(&page, "a"), "Right");
}

#[test]
fn pools_hold_lanes_as_deep_as_they_are_nested() {
    let page = page_of(PageDraft {
        lanes: vec![
            lane("Customer", None),
            lane("Service", None),
            within(1, lane("First level", None)),
            lane("Partner", None),
            within(1, lane("Second level", None)),
            within(4, lane("Day", None)),
            within(4, lane("Night", None)),
        ],
        nodes: vec![
            NodeDraft { lane: Some(6), ..node("n", None) },
            NodeDraft { lane: Some(4), ..node("level", None) },
            NodeDraft { lane: Some(1), ..node("pool", None) },
        ],
        ..PageDraft::default()
    });
    let expected = [
        ("Customer", vec![]),
        ("First level", vec!["Service"]),
        ("Day", vec!["Second level", "Service"]),
        ("Night", vec!["Second level", "Service"]),
        ("Partner", vec![]),
    ];
    assert_eq!(pools(&page), expected, "lanes of a pool stand together");
    assert_eq!(page.pools.len(), 2);
    assert_eq!(lane_of(&page, "n"), "Night");
    assert_eq!(lane_of(&page, "level"), "Day", "a pool without places means its first lane");
    assert_eq!(lane_of(&page, "pool"), "First level");
}

/// The lanes and the pools around each.
fn pools(page: &Page) -> Vec<(&str, Vec<&str>)> {
    let around = |lane| page.pools_around(lane).map(|pool| say(&pool.title)).collect();
    page.lanes.iter().map(|lane| (say(&lane.title), around(lane))).collect()
}

#[test]
fn lanes_of_a_pool_that_stand_apart_are_two_pools() {
    let page = page_of(PageDraft {
        lanes: vec![
            lane("Service", None),
            within(0, lane("First", Rect::new(0.0, 0.0, 900.0, 150.0))),
            lane("Partner", Rect::new(0.0, 150.0, 900.0, 300.0)),
            within(0, lane("Second", Rect::new(0.0, 300.0, 900.0, 400.0))),
        ],
        ..PageDraft::default()
    });
    let expected = [("First", vec!["Service"]), ("Partner", vec![]), ("Second", vec!["Service"])];
    assert_eq!(pools(&page), expected);
    assert_eq!(page.pools.len(), 2);
}

#[test]
fn a_node_of_a_pool_is_in_the_lane_of_it_where_it_stands() {
    let page = page_of(PageDraft {
        lanes: vec![
            lane("Service", Rect::new(0.0, 0.0, 900.0, 300.0)),
            within(0, lane("First", Rect::new(30.0, 0.0, 900.0, 150.0))),
            within(0, lane("Second", Rect::new(30.0, 150.0, 900.0, 300.0))),
            lane("Partner", Rect::new(0.0, 300.0, 900.0, 400.0)),
        ],
        nodes: vec![
            NodeDraft { lane: Some(0), ..node("in", Rect::new(100.0, 200.0, 180.0, 250.0)) },
            NodeDraft { lane: Some(0), ..node("out", Rect::new(100.0, 320.0, 180.0, 380.0)) },
        ],
        ..PageDraft::default()
    });
    assert_eq!(lane_of(&page, "in"), "Second");
    assert_eq!(lane_of(&page, "out"), "First", "what the source says counts for more than the place");
}

#[test]
fn parents_that_come_later_or_name_themselves_are_none() {
    let page = page_of(PageDraft {
        lanes: vec![within(1, lane("a", None)), within(1, lane("b", None)), within(7, lane("c", None))],
        nodes: vec![NodeDraft { lane: Some(9), ..node("n", None) }],
        ..PageDraft::default()
    });
    assert_eq!(page.lanes.iter().map(|lane| say(&lane.title)).collect::<Vec<_>>(), ["a", "b", "c"]);
    assert!(page.pools.is_empty());
}

#[test]
fn nodes_outside_of_all_lanes_get_one_without_a_title() {
    let imported = import(PageDraft {
        lanes: vec![lane("Front", Rect::new(0.0, 0.0, 600.0, 100.0))],
        nodes: vec![
            node("in", Rect::new(20.0, 20.0, 80.0, 60.0)),
            node("out", Rect::new(20.0, 300.0, 80.0, 340.0)),
        ],
        ..PageDraft::default()
    });
    assert_eq!(codes(&imported), ["chart-without-lane"]);
    let page = &imported.document.pages[0];
    assert_eq!((lane_of(page, "in"), lane_of(page, "out")), ("Front", ""));
    assert_eq!(step(page, "out").rect, Rect::new(20.0, 300.0, 80.0, 340.0));
}

#[test]
fn a_chart_without_lanes_is_one_lane_around_its_steps() {
    let page = page_of(PageDraft {
        nodes: vec![
            node("a", Rect::new(-90.0, 10.0, -10.0, 50.0)),
            node("b", Rect::new(50.0, 200.0, 130.0, 240.0)),
        ],
        ..PageDraft::default()
    });
    assert_eq!(sizes(&page), [("", 262.0)], "230 between the outermost edges and 16 on both sides");
    assert_eq!(step(&page, "a").rect, Rect::new(16.0, 16.0, 96.0, 56.0));
    assert_eq!(step(&page, "b").rect, Rect::new(156.0, 206.0, 236.0, 246.0));
}

#[test]
fn what_stands_before_the_page_moves_everything_on() {
    let page = page_of(PageDraft {
        lanes: vec![lane("Front", Rect::new(100.0, 0.0, 900.0, 100.0))],
        nodes: vec![
            node("early", Rect::new(40.0, 20.0, 90.0, 60.0)),
            node("late", Rect::new(300.0, 20.0, 380.0, 60.0)),
        ],
        ..PageDraft::default()
    });
    assert_eq!(step(&page, "early").rect.x0, 16.0);
    assert_eq!(step(&page, "late").rect.x0, 276.0);
}

#[test]
fn places_that_no_page_can_hold_are_given_up_and_said() {
    let far = Rect::new(1e8, 0.0, 1e8 + 50.0, 40.0);
    let odd = Rect::new(f64::NAN, 0.0, 50.0, 40.0);
    let flat = Rect::new(10.0, 10.0, 10.0, 60.0);
    let imported = import(PageDraft {
        lanes: vec![lane("Front", Rect::new(0.0, 0.0, 900.0, 100.0))],
        nodes: vec![
            NodeDraft { lane: Some(0), ..node("far", far) },
            NodeDraft { lane: Some(0), ..node("odd", odd) },
            NodeDraft { lane: Some(0), ..node("flat", flat) },
            NodeDraft { lane: Some(0), ..node("none", None) },
            NodeDraft { lane: Some(0), ..node("good", Rect::new(10.0, 10.0, 90.0, 60.0)) },
        ],
        ..PageDraft::default()
    });
    assert_eq!(imported.unplaced, ["far", "odd", "flat", "none"].map(id).into());
    let line = &imported.report.items()[0];
    assert_eq!((line.code.name(), line.count, line.elements), ("chart-places-anew", 3, 3));
}

#[test]
fn places_among_lanes_without_places_are_given_up() {
    let imported = import(PageDraft {
        lanes: vec![lane("Front", Rect::new(0.0, 0.0, 900.0, 100.0)), lane("Back", None)],
        nodes: vec![NodeDraft { lane: Some(1), ..node("a", Rect::new(10.0, 10.0, 90.0, 60.0)) }],
        ..PageDraft::default()
    });
    assert_eq!((codes(&imported), imported.unplaced.len()), (vec!["chart-places-anew"], 1));
    // One on the other: nothing says which is where.
    let twice = Rect::new(0.0, 0.0, 900.0, 100.0);
    let imported = import(PageDraft {
        lanes: vec![lane("Front", twice), lane("Back", twice)],
        nodes: vec![NodeDraft { lane: Some(1), ..node("a", Rect::new(10.0, 10.0, 90.0, 60.0)) }],
        ..PageDraft::default()
    });
    assert_eq!(codes(&imported), ["chart-places-anew"]);
}

fn pair() -> PageDraft {
    PageDraft {
        lanes: vec![lane("Front", Rect::new(0.0, 0.0, 900.0, 200.0))],
        nodes: vec![
            node("a", Rect::new(20.0, 20.0, 120.0, 80.0)),
            node("b", Rect::new(300.0, 120.0, 400.0, 180.0)),
        ],
        ..PageDraft::default()
    }
}

#[test]
fn free_ends_stay_where_they_are_and_ends_on_nothing_known_become_free() {
    let loose = |at: Option<Point>| EndDraft { anchor: Anchor::Loose, at };
    let missing = |at: Option<Point>| EndDraft { anchor: Anchor::Missing, at };
    let at = Some(Point::new(300.0, 50.0));
    let imported = import(PageDraft { edges: vec![edge(on("a", (120.0, 50.0)), loose(at))], ..pair() });
    assert!(codes(&imported).is_empty());
    assert_eq!(only(&imported.document.pages[0]).to, End::Free(Point::new(300.0, 50.0)));
    let imported = import(PageDraft { edges: vec![edge(missing(at), on("a", (120.0, 50.0)))], ..pair() });
    assert_eq!(codes(&imported), ["chart-free-end"]);
    assert_eq!(only(&imported.document.pages[0]).from, End::Free(Point::new(300.0, 50.0)));
    let gone = EndDraft { at, ..EndDraft::node(id("gone")) };
    let imported = import(PageDraft { edges: vec![edge(gone, on("a", (120.0, 50.0)))], ..pair() });
    assert_eq!(codes(&imported), ["chart-free-end"]);
    let edges = vec![edge(loose(None), on("a", (120.0, 50.0))), edge(on("a", (120.0, 50.0)), missing(None))];
    let imported = import(PageDraft { edges, ..pair() });
    assert_eq!(codes(&imported), ["chart-lost-connector", "chart-lost-connector"]);
    assert_eq!(imported.report.totals().dropped, 2);
}

#[test]
fn lines_that_cannot_be_kept_are_left_to_the_router() {
    let start = || on("a", (120.0, 50.0));
    let slanted = edge(start(), on("b", (300.0, 150.0)));
    let off = edge(on("a", (160.0, 50.0)), on("b", (300.0, 150.0)));
    let odd =
        EdgeDraft { bends: vec![Point::new(f64::INFINITY, 50.0)], ..edge(start(), on("b", (300.0, 150.0))) };
    let imported = import(PageDraft { edges: vec![slanted, off, odd], ..pair() });
    let line = &imported.report.items()[0];
    assert_eq!((line.code.name(), line.count), ("chart-lines-anew", 3));
    assert!(imported.document.pages[0].connectors.values().all(|of| of.route.is_none()));
    // Where the source says nothing, nothing is lost.
    let unsaid = edge(EndDraft::node(id("a")), EndDraft::node(id("b")));
    let imported = import(PageDraft { edges: vec![unsaid], ..pair() });
    assert!(codes(&imported).is_empty() && only(&imported.document.pages[0]).route.is_none());
}

#[test]
fn lines_that_are_nearly_straight_are_straightened() {
    let bends_of = |corners: Vec<Point>| EdgeDraft {
        bends: corners,
        ..edge(on("a", (120.0, 50.0)), on("b", (300.0, 150.0)))
    };
    let corners = vec![Point::new(120.0, 50.0), Point::new(210.2, 50.3), Point::new(210.0, 149.8)];
    let page = page_of(PageDraft { edges: vec![bends_of(corners)], ..pair() });
    assert_eq!(bends(only(&page)), [(210.2, 50.0), (210.2, 150.0)]);
}

#[test]
fn corners_that_somebody_placed_are_pinned_even_where_the_ends_are_not_known() {
    let pinned = |from: EndDraft, to: EndDraft| EdgeDraft {
        bends: vec![Point::new(210.0, 50.0), Point::new(210.0, 150.0)],
        pinned: true,
        label: "no".to_owned(),
        label_at: Some(Point::new(230.0, 100.0)),
        ..edge(from, to)
    };
    let whole = pinned(on("a", (120.0, 50.0)), on("b", (300.0, 150.0)));
    let half = pinned(EndDraft::node(id("a")), EndDraft::node(id("b")));
    for draft in [whole, half] {
        let imported = import(PageDraft { edges: vec![draft], ..pair() });
        assert!(codes(&imported).is_empty());
        let page = &imported.document.pages[0];
        let route = only(page).route.clone().unwrap();
        assert_eq!(bends(only(page)), [(210.0, 50.0), (210.0, 150.0)]);
        assert!(route.bends.iter().all(|bend| bend.pinned) && route.label.unwrap().pinned);
    }
}

#[test]
fn ends_are_found_on_every_symbol() {
    let rect = Rect::new(20.0, 20.0, 140.0, 100.0);
    for kind in StepKind::PALETTE {
        for side in Side::ALL {
            for t in crate::shape::places(kind, side) {
                let at = crate::shape::place(kind, rect, side, *t);
                let end = EndDraft { at: Some(at), ..EndDraft::node(id("a")) };
                let out = at + side.normal() * 50.0;
                let loose = EndDraft { anchor: Anchor::Loose, at: Some(out) };
                let page = page_of(PageDraft {
                    lanes: vec![lane("Front", Rect::new(0.0, 0.0, 900.0, 200.0))],
                    nodes: vec![NodeDraft { kind, ..node("a", rect) }],
                    edges: vec![edge(end, loose)],
                    ..PageDraft::default()
                });
                let line = crate::shape::polyline(&page, only(&page)).unwrap();
                assert!(line.points[0].distance(at) < 0.01, "{kind:?} {side:?} {t}: {:?}", line.points);
            }
        }
    }
}

#[test]
fn phases_begin_where_their_places_are_and_take_in_what_stands_in_them() {
    let phase = |title: &str, from: f64, to: f64| PhaseDraft {
        title: title.to_owned(),
        rect: Some(Rect::new(from, -30.0, to, 0.0)),
    };
    let page =
        page_of(PageDraft { phases: vec![phase("Ask", 10.0, 250.0), phase("Do", 260.0, 900.0)], ..pair() });
    let phases: Vec<_> = page.phases.iter().map(|phase| (say(&phase.title), phase.size)).collect();
    assert_eq!(phases, [("Ask", 260.0), ("Do", 640.0)]);
    let of = |name: &str| step(&page, name).phase.clone().unwrap();
    assert_eq!((of("a"), of("b")), (page.phases[0].id.clone(), page.phases[1].id.clone()));
}

#[test]
fn everything_that_is_said_of_a_record_is_kept() {
    let style = |rgb| Style { fill: Some(Color::hex(rgb)), ..Style::default() };
    let properties = |value: &str| Properties::from([(SOURCE_TYPE.to_owned(), value.to_owned())]);
    let page = page_of(PageDraft {
        title: "Page 2".to_owned(),
        orientation: Some(Orientation::Vertical),
        lanes: vec![LaneDraft {
            name: "Lane_1".to_owned(),
            role: Role::Customer,
            style: style(0x11_22_33),
            ..lane("Caller", None)
        }],
        nodes: vec![
            NodeDraft {
                description: "Look it *up*".to_owned(),
                link: Some("https://example.org".to_owned()),
                style: style(0x44_55_66),
                properties: properties("bpmn:userTask"),
                kind: StepKind::Decision(Branching::Parallel),
                ..node("ask", None)
            },
            NodeDraft { kind: StepKind::Note, ..node("remark", None) },
        ],
        edges: vec![EdgeDraft {
            name: "flow-7".to_owned(),
            kind: ConnectorKind::Association,
            share: Some(40.0),
            style: style(0x77_88_99),
            properties: properties("dotted"),
            ..edge(EndDraft::node(id("remark")), EndDraft::node(id("ask")))
        }],
        ..PageDraft::default()
    });
    assert_eq!((say(&page.title), page.orientation), ("Page 2", Orientation::Vertical));
    let lane = &page.lanes[0];
    assert_eq!((lane.id.as_str(), lane.role, lane.style), ("lane_1", Role::Customer, style(0x11_22_33)));
    let ask = step(&page, "ask");
    assert_eq!(ask.kind, StepKind::Decision(Branching::Parallel));
    assert_eq!(say(&ask.details.description), "Look it \\*up\\*");
    assert_eq!(ask.link, Some(Link::Address("https://example.org".to_owned())));
    assert_eq!((ask.style, &ask.properties), (style(0x44_55_66), &properties("bpmn:userTask")));
    let connector = only(&page);
    assert_eq!((connector.id.as_str(), connector.kind), ("flow-7", ConnectorKind::Association));
    assert_eq!((connector.share, connector.style), (Some(40.0), style(0x77_88_99)));
    assert_eq!(connector.properties, properties("dotted"));
}

#[test]
fn a_draft_of_hostile_size_is_mapped_in_no_time() {
    let many = 20_000;
    let lanes = (0..many).map(|nth: usize| LaneDraft {
        parent: nth.checked_sub(1),
        ..lane("x", Rect::new(0.0, nth as f64, 9.0, nth as f64 + 1.0))
    });
    let nodes =
        (0..many).map(|nth| node(&format!("n{nth}"), Rect::new(1.0, nth as f64, 5.0, nth as f64 + 1.0)));
    let begun = std::time::Instant::now();
    let page = page_of(PageDraft { lanes: lanes.collect(), nodes: nodes.collect(), ..PageDraft::default() });
    assert_eq!(
        (page.lanes.len(), page.steps.len()),
        (2, many),
        "the innermost lane, and one for all that is out of it"
    );
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn texts_are_what_a_document_may_hold() {
    let imported = import(PageDraft {
        lanes: vec![lane("Front\u{7}", None)],
        nodes: vec![NodeDraft {
            lane: Some(0),
            text: "x".repeat(20_000),
            properties: Properties::from([("a\u{1}".to_owned(), "b\u{0}c".to_owned())]),
            ..node("a", None)
        }],
        ..PageDraft::default()
    });
    assert_eq!(codes(&imported), ["chart-cleaned-texts", "chart-cut-texts"]);
    let page = &imported.document.pages[0];
    assert_eq!(say(&step(page, "a").text).len(), 10_000);
    assert_eq!(step(page, "a").properties, Properties::from([("a".to_owned(), "bc".to_owned())]));
}
