//! A document that holds every field and every word of the format.

use std::{collections::BTreeSet, sync::Arc};

use laneway::{
    geom::{Orientation, Point, Rect, Side},
    locale::Lang,
    model::{
        Bend, Branching, Color, Connector, ConnectorKind, Connectors, Details, Document, DocumentId, End,
        Estimate, Fit, LabelPlace, Lane, LineJumps, Link, Outcome, Page, PageId, Phase, PhaseId, Pool,
        PoolId, Port, Properties, Role, Route, Step, StepId, StepKind, Style, Text, ThemeName, Time,
        TitleBlock, Trigger, ZOrder,
    },
};

use crate::testing::records::{at, connector, en, lane, step};

pub(crate) fn lang(code: &str) -> Lang {
    Lang::parse(code).unwrap()
}

fn both(en: &str, es: &str) -> Text {
    let mut text = Text::new(lang("en"), en);
    text.set(lang("es"), es);
    text
}

fn properties(pairs: &[(&str, &str)]) -> Properties {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn kinds() -> Vec<StepKind> {
    let mut kinds: Vec<StepKind> = StepKind::PALETTE.to_vec();
    for of in [Outcome::Refused, Outcome::Withdrawn, Outcome::HandedOver, Outcome::Other] {
        kinds.push(StepKind::End(of));
    }
    for of in [
        Branching::Exclusive,
        Branching::Inclusive,
        Branching::Parallel,
        Branching::Event,
        Branching::Complex,
    ] {
        kinds.push(StepKind::Decision(of));
    }
    let triggers = [
        Trigger::Message,
        Trigger::Timer,
        Trigger::Condition,
        Trigger::Signal,
        Trigger::Error,
        Trigger::Escalation,
    ];
    kinds.extend(triggers.map(StepKind::Event));
    kinds
}

fn pool(id: &str) -> PoolId {
    PoolId::parse(id).unwrap()
}

fn lanes() -> Vec<Arc<Lane>> {
    let names = ["customer", "employee", "department", "owner", "others"];
    let mut lanes: Vec<Lane> =
        names.into_iter().zip(Role::ALL).map(|(id, role)| lane(id, role, 160.5)).collect();
    lanes[1].title = both("Employee", "Empleado");
    lanes[1].style =
        Style { fill: Some(Color::hex(0x1A_4F_8B)), line: None, text: Some(Color::hex(0xFF_FF_FF)) };
    lanes[1].pool = Some(pool("pool-1"));
    lanes.into_iter().map(Arc::new).collect()
}

/// A step with everything that a step can have.
fn full_step() -> Step {
    Step {
        phase: Some(PhaseId::parse("intake").unwrap()),
        pinned: true,
        fit: Fit::Fixed,
        text: both("**Ask** for \"it\"\nand wait", "Pedirlo y esperar"),
        details: Details {
            goal: en("The goal"),
            description: both(
                "A description that is long enough to need a line of its own for each language.",
                "Una descripción tan larga que cada idioma necesita su propia línea en el archivo.",
            ),
            responsible: en("The agent"),
            channel: en("Telephone"),
            needs: en("The order number"),
            say: en("Good morning.\n\tHow can I help?"),
            record: en("The reason"),
            evidence: en("The ticket"),
            authority: en("Up to 50 €"),
        },
        time: Time {
            handling: Some(Estimate { usual: 5.0, best: Some(2.5), worst: Some(12.25) }),
            waiting: Some(Estimate { usual: 60.0, best: None, worst: None }),
            target: Some(1440.0),
        },
        link: Some(Link::Page(PageId::parse("second").unwrap())),
        style: Style {
            fill: Some(Color::hex(0xFF_EE_DD)),
            line: Some(Color::hex(0x11_22_33)),
            text: Some(Color::hex(0x00_0A_FF)),
        },
        properties: properties(&[("bpmn:type", "userTask"), ("path", "C:\\forms\\ask")]),
        ..step("ask", StepKind::Process, "employee", Rect::new(244.0, 173.5, 380.0, 227.5))
    }
}

fn first_page() -> Page {
    let mut steps: Vec<Step> = vec![full_step()];
    for (i, kind) in kinds().into_iter().enumerate() {
        let x = 400.0 + 160.0 * i as f64;
        steps.push(step(&format!("kind-{i:02}"), kind, "others", Rect::new(x, 700.0, x + 136.0, 754.01)));
    }
    steps[1].link = Some(Link::Step(StepId::parse("ask").unwrap()));
    steps[2].link = Some(Link::Address("https://example.com/?a=(b)#c".to_owned()));
    Page {
        id: PageId::parse("main").unwrap(),
        title: both("Returns", "Devoluciones"),
        orientation: Orientation::Horizontal,
        lanes: lanes(),
        pools: [Pool { id: pool("pool-1"), title: en("Shop"), parent: None }]
            .map(|pool| (pool.id.clone(), Arc::new(pool)))
            .into(),
        phases: vec![
            Arc::new(Phase { id: PhaseId::parse("intake").unwrap(), title: en("Intake"), size: 400.0 }),
            Arc::new(Phase { id: PhaseId::parse("after").unwrap(), title: Text::EMPTY, size: 320.25 }),
        ],
        z_order: ZOrder::raised([steps[3].id.clone(), steps[0].id.clone()]),
        steps: steps.into_iter().map(|step| (step.id.clone(), Arc::new(step))).collect(),
        connectors: connectors(),
    }
}

fn connectors() -> Connectors {
    let port = |side, t, pinned| Some(Port { side, t, pinned });
    let bend = |x, y, pinned| Bend { at: Point::new(x, y), pinned };
    let full = Connector {
        kind: ConnectorKind::Message,
        route: Some(Route {
            bends: vec![bend(300.0, 400.0, false), bend(600.5, 400.0, true), bend(600.5, -20.0, false)],
            label: Some(LabelPlace { at: Point::new(450.0, 390.0), pinned: true }),
        }),
        label: both("Yes", "Sí"),
        share: Some(62.5),
        style: Style { fill: None, line: Some(Color::hex(0xAA_00_00)), text: None },
        properties: properties(&[("source", "survey")]),
        ..connector(
            "full",
            at("ask", port(Side::Bottom, 0.411_765, true)),
            at("kind-00", port(Side::Top, 0.5, false)),
        )
    };
    let straight = Connector {
        route: Some(Route::default()),
        ..connector("straight", at("kind-00", None), at("kind-02", None))
    };
    let free = Connector {
        kind: ConnectorKind::Association,
        route: Some(Route::default()),
        ..connector("free", End::Free(Point::new(10.0, 20.0)), End::Free(Point::new(30.0, 900.0)))
    };
    let sides = connector(
        "sides",
        at("kind-02", port(Side::Left, 0.0, false)),
        at("kind-03", port(Side::Right, 1.0, true)),
    );
    let bare = connector("bare", at("kind-03", None), at("kind-04", None));
    [full, straight, free, sides, bare].into_iter().collect()
}

/// Everything that the newest version can say: the same, and pools in one another.
pub(crate) fn newest() -> Document {
    let mut document = full();
    document.translations = [lang("es"), lang("fr")].into();
    let page = &mut document.pages[0];
    let mut title = both("Company", "Empresa");
    title.set(lang("en"), "Firm");
    let firm = Pool { id: pool("firm"), title, parent: None };
    let shop = Pool { id: pool("pool-1"), title: en("Shop"), parent: Some(firm.id.clone()) };
    Arc::make_mut(&mut page.lanes[2]).pool = Some(firm.id.clone());
    Arc::make_mut(&mut page.lanes[2]).given = Some(140.0);
    page.pools = [firm, shop].map(|pool| (pool.id.clone(), Arc::new(pool))).into();
    document
}

/// Every field and every word of version 1.
pub(crate) fn full() -> Document {
    let mut second = page("second", Orientation::Vertical, vec![lane("only", Role::Other, 200.0)]);
    let below = step("below", StepKind::Note, "only", Rect::new(32.0, 100.0, 168.0, 154.0));
    second.steps.insert(below.id.clone(), Arc::new(below));
    Document {
        id: Some(DocumentId::parse("returns-00000").unwrap()),
        title: both("Returns", "Devoluciones"),
        subtitle: en("From the first call on"),
        description: en("How goods come back."),
        language: lang("en"),
        translations: BTreeSet::new(),
        title_block: TitleBlock { version: "1.2".to_owned(), date: en("May 2024"), author: en("Ana") },
        theme: ThemeName::BlackAndWhite,
        line_jumps: LineJumps::Gap,
        properties: properties(&[("source", "workshop")]),
        pages: vec![first_page(), second],
    }
}

pub(crate) fn page(id: &str, orientation: Orientation, lanes: Vec<Lane>) -> Page {
    Page::blank(PageId::parse(id).unwrap(), orientation, lanes.into_iter().map(Arc::new).collect())
}
