//! How long a document of 10,000 steps takes to load and to save.

use std::{collections::BTreeMap, hint::black_box, sync::Arc};

use criterion::{Criterion, criterion_group, criterion_main};
use laneway::{
    geom::{Orientation, Point, Rect, Side},
    locale::{Lang, UiLang},
    model::{
        Bend, Connector, ConnectorId, ConnectorKind, Details, Document, End, Fit, Lane, LaneId, Page, PageId,
        Port, Properties, Role, Route, Step, StepId, StepKind, Style, Text, ThemeName, Time, TitleBlock,
    },
    persist::{load, to_ron},
};

const STEPS: usize = 10_000;
const LANES: usize = 8;

fn text(en: String, es: String) -> Text {
    let mut text = Text::new(Lang::from(UiLang::En), en);
    text.set(Lang::from(UiLang::Es), es);
    text
}

fn step(i: usize) -> Option<Step> {
    let center = Point::new(100.0 + 200.0 * (i / LANES) as f64, 80.0 + 160.0 * (i % LANES) as f64);
    Some(Step {
        id: StepId::parse(&format!("ask-for-the-number-{i}")).ok()?,
        kind: StepKind::Process,
        lane: LaneId::parse(&format!("lane-{}", i % LANES)).ok()?,
        phase: None,
        rect: Rect::from_center_size(center, (136.0, 54.0)),
        fit: Fit::Grow,
        text: text(format!("Ask for the number {i}"), format!("Pedir el número {i}")),
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

fn connector(i: usize) -> Option<Connector> {
    let end = |i, side| {
        let port = Some(Port { side, t: 0.5, pinned: false });
        StepId::parse(&format!("ask-for-the-number-{i}")).ok().map(|step| End::Attached { step, port })
    };
    let at = |dx| Point::new(100.0 + dx + 200.0 * (i / LANES) as f64, 80.0 + 160.0 * (i % LANES) as f64);
    let bends = [68.0, 100.0].into_iter().map(|dx| Bend { at: at(dx), pinned: false }).collect();
    Some(Connector {
        id: ConnectorId::parse(&format!("then-{i}")).ok()?,
        kind: ConnectorKind::Sequence,
        from: end(i, Side::Right)?,
        to: end((i + 1) % STEPS, Side::Left)?,
        route: Some(Route { bends, label: Some(at(84.0)) }),
        label: text("yes".to_owned(), "sí".to_owned()),
        share: Some(50.0),
        style: Style::default(),
        properties: Properties::new(),
    })
}

fn document() -> Option<Document> {
    let lane = |i| {
        let id = LaneId::parse(&format!("lane-{i}")).ok()?;
        let (title, style, group) = (Text::EMPTY, Style::default(), Text::EMPTY);
        Some(Arc::new(Lane { id, title, role: Role::Other, size: 160.0, style, group }))
    };
    let steps: BTreeMap<_, _> = (0..STEPS).filter_map(step).map(|s| (s.id.clone(), Arc::new(s))).collect();
    let connectors = (0..STEPS).filter_map(connector).map(|c| (c.id.clone(), Arc::new(c))).collect();
    let page = Page {
        id: PageId::parse("main").ok()?,
        title: Text::EMPTY,
        orientation: Orientation::Horizontal,
        lanes: (0..LANES).filter_map(lane).collect(),
        phases: Vec::new(),
        steps,
        connectors,
        z_order: Vec::new(),
    };
    Some(Document {
        title: Text::EMPTY,
        subtitle: Text::EMPTY,
        description: Text::EMPTY,
        language: Lang::from(UiLang::En),
        title_block: TitleBlock::default(),
        theme: ThemeName::Standard,
        properties: Properties::new(),
        pages: vec![page],
    })
}

fn persist(c: &mut Criterion) {
    let Some(document) = document() else { return };
    let file = to_ron(&document);
    c.bench_function(&format!("load 10,000 steps ({} kB)", file.len() / 1000), |b| {
        b.iter(|| load(black_box(file.as_bytes()), "bench.ron").map(|loaded| loaded.version));
    });
    c.bench_function("write 10,000 steps", |b| b.iter(|| to_ron(black_box(&document))));
}

criterion_group!(benches, persist);
criterion_main!(benches);
