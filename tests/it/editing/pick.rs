//! What lies under the pointer: the first template, pointed at.

use std::sync::Arc;

use laneway::{
    geom::{Point, Rect, Vec2},
    locale::{Lang, UiLang},
    measures::{HEADER, PHASE_BAND, POOL_BAND},
    model::{Connector, ConnectorId, Document, LabelPlace, Page, Pool, PoolId, StepKind, Text},
    pipeline,
    scene::{self, Part, Source, Spot, View},
    shape, template,
};

fn chart() -> Document {
    let template = template::find("customer-service-process").expect("a template");
    pipeline::open_template(template).expect("it opens")
}

fn pick_with(document: &Document, at: Point, slop: f64) -> Spot {
    let lang = Lang::from(UiLang::En);
    let page = &document.pages[0];
    scene::pick(&View { fonts: pipeline::fonts(), document, page, lang: &lang }, at, slop)
}

fn pick(document: &Document, at: Point) -> Spot {
    pick_with(document, at, 4.0)
}

fn line(page: &Page, connector: &Connector) -> Vec<Point> {
    shape::polyline(page, connector).expect("it is routed").points
}

/// The id of a connector that runs straight between two steps, and the middle of it.
fn straight(page: &Page) -> (ConnectorId, Point) {
    let lines = page.connectors.values().map(|c| (c.id.clone(), line(page, c)));
    let (id, points) = lines.into_iter().find(|(_, points)| points.len() == 2).expect("a straight one");
    (id, points[0].midpoint(points[1]))
}

#[test]
fn every_step_is_met_in_its_middle() {
    let document = chart();
    for step in document.pages[0].steps.values() {
        assert_eq!(pick(&document, step.rect.center()), Spot::Step(step.id.clone()));
    }
}

#[test]
fn a_diamond_is_not_met_in_the_corner_of_its_rectangle() {
    let document = chart();
    let mut steps = document.pages[0].steps.values();
    let diamond = steps.find(|step| matches!(step.kind, StepKind::Decision(_))).expect("a decision");
    let corner = diamond.rect.origin() + Vec2::new(2.0, 2.0);
    assert_ne!(pick(&document, corner), Spot::Step(diamond.id.clone()));
    // Its upper point is met from a little above, but not from far above.
    let top = Point::new(diamond.rect.center().x, diamond.rect.y0);
    assert_eq!(pick_with(&document, top - Vec2::new(0.0, 3.0), 4.0), Spot::Step(diamond.id.clone()));
    assert_ne!(pick_with(&document, top - Vec2::new(0.0, 5.0), 4.0), Spot::Step(diamond.id.clone()));
}

#[test]
fn the_upper_one_of_two_steps_is_met() {
    let mut document = chart();
    let page = &mut document.pages[0];
    let [below, above] = [0, 1].map(|i| page.steps.keys().nth(i).expect("a step").clone());
    let place = page.steps[&below].rect;
    Arc::make_mut(page.steps.get_mut(&above).expect("it is there")).rect = place;
    assert_eq!(pick(&document, place.center()), Spot::Step(above));
    document.pages[0].z_order.set(&below, 1);
    assert_eq!(pick(&document, place.center()), Spot::Step(below));
}

#[test]
fn labels_come_before_what_they_lie_on() {
    let mut document = chart();
    let labelled = |c: &&Arc<Connector>| c.route.as_ref().is_some_and(|route| route.label.is_some());
    let page = &document.pages[0];
    for connector in page.connectors.values().filter(labelled) {
        let label = connector.route.as_ref().and_then(|route| route.label).expect("it has a label");
        let at = label.at;
        assert_eq!(pick(&document, at), Spot::Label(connector.id.clone()));
    }
    let id = page.connectors.values().find(labelled).expect("one").id.clone();
    let on_step = page.steps.values().next().expect("a step").rect.center();
    let label = Some(LabelPlace { at: on_step, pinned: false });
    let connectors = &mut document.pages[0].connectors;
    connectors.update(&id, |it| it.route.as_mut().expect("it is routed").label = label);
    assert_eq!(pick(&document, on_step), Spot::Label(id));
}

#[test]
fn lines_are_met_within_reach_and_say_which_piece() {
    let document = chart();
    let page = &document.pages[0];
    let (id, middle) = straight(page);
    let beside = |gap| pick_with(&document, middle + Vec2::new(gap, gap), 3.0);
    assert_eq!(beside(2.0), Spot::Line { connector: id.clone(), segment: 0 });
    assert!(!matches!(beside(4.0), Spot::Line { connector, .. } if connector == id));
    let mut met = 0;
    for connector in page.connectors.values() {
        for (place, ends) in line(page, connector).windows(2).enumerate() {
            let spot = pick_with(&document, ends[0].midpoint(ends[1]), 1.0);
            met += usize::from(spot == Spot::Line { connector: connector.id.clone(), segment: place });
        }
    }
    assert!(met > page.connectors.len(), "{met}");
}

#[test]
fn borders_headers_and_grounds() {
    let document = chart();
    let page = &document.pages[0];
    let at = |along, across| page.orientation.point(along, across);
    for (lane, from, to) in page.lane_bands() {
        assert_eq!(pick(&document, at(-HEADER / 2.0, to - 3.0)), Spot::LaneBorder(lane.id.clone()));
        let middle = f64::midpoint(from, to);
        assert_eq!(pick(&document, at(-HEADER / 2.0, middle)), Spot::LaneHeader(lane.id.clone()));
        assert_eq!(pick(&document, at(1.0, from + 1.0)), Spot::Lane(lane.id.clone()));
    }
    for (phase, from, to) in page.phase_bands() {
        assert_eq!(pick(&document, at(to + 3.0, -5.0)), Spot::PhaseBorder(phase.id.clone()));
        let middle = f64::midpoint(from, to);
        assert_eq!(pick(&document, at(middle, -5.0)), Spot::PhaseHeader(phase.id.clone()));
    }
    assert_eq!(pick(&document, at(-HEADER - 1.0, -PHASE_BAND - 1.0)), Spot::Desk);
    assert_eq!(pick(&document, at(page.length() + 1.0, 20.0)), Spot::Desk);
}

/// A chart with four lanes, of which `inner` holds the first two, `outer` those and the third.
fn pooled() -> Document {
    let mut document = chart();
    let page = &mut document.pages[0];
    let pool = |id: &str, parent: Option<&str>| Pool {
        id: PoolId::parse(id).expect("an id"),
        title: Text::new(UiLang::En.into(), id),
        parent: parent.map(|id| PoolId::parse(id).expect("an id")),
    };
    let pools = [pool("outer", None), pool("inner", Some("outer"))];
    page.pools = pools.map(|pool| (pool.id.clone(), Arc::new(pool))).into();
    for (nth, id) in [(0, "inner"), (1, "inner"), (2, "outer")] {
        Arc::make_mut(&mut page.lanes[nth]).pool = PoolId::parse(id).ok();
    }
    assert_eq!(document.check(), Ok(()));
    document
}

#[test]
fn pools_are_met_before_the_lanes_that_they_hold_the_outer_one_outside() {
    let document = pooled();
    let page = &document.pages[0];
    let middles: Vec<f64> = page.lane_bands().map(|(_, from, to)| f64::midpoint(from, to)).collect();
    let met = |column: f64, lane: usize| {
        let along = -HEADER - POOL_BAND * (column + 0.5);
        match pick(&document, page.orientation.point(along, middles[lane])) {
            Spot::PoolHeader(id) => id.to_string(),
            spot => format!("{spot:?}"),
        }
    };
    assert_eq!([met(0.0, 0), met(0.0, 1), met(1.0, 0)], ["inner", "inner", "outer"]);
    // Beside a lane that is in no inner pool, the outer one reaches to its header.
    assert_eq!([met(0.0, 2), met(1.0, 2), met(0.0, 3)], ["outer", "outer", "Desk"]);
    assert_eq!(page.frame().x0, -HEADER - 2.0 * POOL_BAND);
}

#[test]
fn a_reader_hears_which_lanes_a_pool_holds() {
    let document = pooled();
    let drawn = pipeline::scene_of(&document, &document.pages[0], &Lang::from(UiLang::En));
    let said: Vec<&str> = drawn.meta.description.lines().skip(1).take(2).collect();
    assert_eq!(
        said,
        ["Pool outer: Customer, Employee, Customer service department.", "Pool inner: Customer, Employee."]
    );
    let svg = pipeline::draw(
        &document,
        &document.pages[0],
        &document.language,
        &laneway::export::Drawing::usual(laneway::export::Format::Svg),
    );
    let svg = String::from_utf8(svg.expect("a picture")).expect("text");
    assert!(svg.contains("<g id=\"pool-inner\">"));
}

#[test]
fn the_heading_is_met_where_it_is_drawn() {
    let document = chart();
    let lang = Lang::from(UiLang::En);
    let drawn = pipeline::scene_of(&document, &document.pages[0], &lang);
    let mut lines = drawn.items.iter().filter(|i| i.source == Source::Page && i.part == Part::Label);
    let title = lines.next().expect("a heading").bounds;
    assert_eq!(pick(&document, title.center()), Spot::Title);
    if !document.subtitle.is_empty() {
        let subtitle = lines.next().expect("a line below").bounds;
        assert_eq!(pick(&document, subtitle.center()), Spot::Subtitle);
    }
}

#[test]
fn a_frame_holds_what_lies_wholly_in_it() {
    let document = chart();
    let page = &document.pages[0];
    let (steps, connectors) = scene::pick_in(page, page.frame());
    assert_eq!((steps.len(), connectors.len()), (page.steps.len(), page.connectors.len()));
    let step = page.steps.values().next().expect("a step");
    let (steps, connectors) = scene::pick_in(page, step.rect);
    assert_eq!(steps.into_iter().collect::<Vec<_>>(), std::slice::from_ref(&step.id));
    assert!(connectors.is_empty());
    assert!(scene::pick_in(page, step.rect.inflate(-1.0, 0.0)).0.is_empty());
    let (id, _) = straight(page);
    let ends = line(page, &page.connectors[&id]);
    assert!(scene::pick_in(page, Rect::from_points(ends[0], ends[1])).1.contains(&id));
}
