//! A chart of any size: lanes full of steps, each with one and a half connectors.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use laneway::{
    geom::{Orientation, Point, Rect, Side},
    locale::{Lang, UiLang},
    model::{
        Bend, Branching, Connector, ConnectorId, ConnectorKind, Details, Document, End, Fit, LabelPlace,
        Lane, LaneId, LineJumps, Page, PageId, Port, Properties, Role, Route, Step, StepId, StepKind, Style,
        Text, ThemeName, Time, TitleBlock,
    },
};

const LANES: usize = 8;
const PITCH: (f64, f64) = (200.0, 160.0);

fn text(en: String, es: String) -> Text {
    let mut text = Text::new(Lang::from(UiLang::En), en);
    text.set(Lang::from(UiLang::Es), es);
    text
}

fn center(i: usize) -> Point {
    Point::new(100.0 + PITCH.0 * (i / LANES) as f64, 80.0 + PITCH.1 * (i % LANES) as f64)
}

/// Every second step is left by two connectors.
const fn branches(i: usize) -> bool {
    i.is_multiple_of(2)
}

fn step(i: usize) -> Option<Step> {
    let kind = if branches(i) { StepKind::Decision(Branching::Plain) } else { StepKind::Process };
    Some(Step {
        id: StepId::parse(&format!("ask-for-the-number-{i}")).ok()?,
        kind,
        lane: LaneId::parse(&format!("lane-{}", i % LANES)).ok()?,
        phase: None,
        rect: Rect::from_center_size(center(i), (136.0, 54.0)),
        pinned: false,
        fit: Fit::Grow,
        text: text(format!("Ask for {i}"), format!("Pedir {i}")),
        details: Details {
            description: Text::new(Lang::from(UiLang::En), "Look it up in the system."),
            ..Details::default()
        },
        time: Time::default(),
        link: None,
        style: Style::default(),
        properties: Properties::new(),
    })
}

fn connector(name: &str, from: usize, out: Side, to: usize, into: Side) -> Option<Connector> {
    let end = |i, side| {
        let port = Some(Port { side, t: 0.5, pinned: false });
        StepId::parse(&format!("ask-for-the-number-{i}")).ok().map(|step| End::Attached { step, port })
    };
    let rect = |i| Rect::from_center_size(center(i), (136.0, 54.0));
    let (a, b) = (out.at(rect(from), 0.5), into.at(rect(to), 0.5));
    let label = LabelPlace { at: a + out.normal() * 16.0, pinned: false };
    let corner = Point::new(if out.is_horizontal() { b.x } else { a.x }, a.y.midpoint(b.y));
    let bends = if (a.y - b.y).abs() < 0.01 {
        Vec::new()
    } else {
        [Point::new(a.x, corner.y), Point::new(b.x, corner.y)].map(|at| Bend { at, pinned: false }).to_vec()
    };
    Some(Connector {
        id: ConnectorId::parse(&format!("{name}-{from}")).ok()?,
        kind: ConnectorKind::Sequence,
        from: end(from, out)?,
        to: end(to, into)?,
        route: Some(Route { bends, label: Some(label) }),
        label: text("yes".to_owned(), "sí".to_owned()),
        share: Some(50.0),
        style: Style::default(),
        properties: Properties::new(),
    })
}

/// The next step of the lane, and for every second step one of the next column in the lane below.
fn connectors(steps: usize) -> impl Iterator<Item = Connector> {
    let ahead = (0..steps.saturating_sub(LANES))
        .filter_map(|i| connector("then", i, Side::Right, i + LANES, Side::Left));
    let aside = (0..steps.saturating_sub(LANES + 1))
        .filter(|i| branches(*i))
        .filter_map(|i| connector("else", i, Side::Bottom, i + LANES + 1, Side::Top));
    ahead.chain(aside)
}

/// A document with one page of `steps` steps.
pub(crate) fn document(steps: usize) -> Option<Document> {
    let lane = |i| {
        let id = LaneId::parse(&format!("lane-{i}")).ok()?;
        let (title, style) = (Text::EMPTY, Style::default());
        Some(Arc::new(Lane { id, title, role: Role::Other, size: PITCH.1, given: None, style, pool: None }))
    };
    let by_id: BTreeMap<_, _> = (0..steps).filter_map(step).map(|s| (s.id.clone(), Arc::new(s))).collect();
    let lanes = (0..LANES).filter_map(lane).collect();
    let page = Page {
        steps: by_id,
        connectors: connectors(steps).collect(),
        ..Page::blank(PageId::parse("main").ok()?, Orientation::Horizontal, lanes)
    };
    Some(Document {
        id: None,
        title: Text::EMPTY,
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: Lang::from(UiLang::En),
        translations: BTreeSet::new(),
        title_block: TitleBlock::default(),
        theme: ThemeName::Standard,
        line_jumps: LineJumps::Arc,
        properties: Properties::new(),
        pages: vec![page],
    })
}
