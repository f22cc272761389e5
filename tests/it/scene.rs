//! Scenes that are made from the last one are the scenes that would be made from scratch.

use std::{collections::BTreeSet, sync::Arc};

use laneway::{
    arrange::{self, Routed},
    geom::Vec2,
    locale::{Lang, UiLang},
    measures::{HEADER, POOL_BAND},
    model::{
        ConnectorId, ConnectorKind, Document, End, LineJumps, Link, Page, Pool, PoolId, StepId, StepKind,
        Text, ThemeName,
    },
    pipeline,
    scene::{self, Cache, Item, Prim, Scene, Source, TextItem, View},
    template,
};
use proptest::prelude::*;

fn chart() -> Document {
    let template = template::find("customer-service-process").expect("a template");
    pipeline::open_template(template).expect("it opens")
}

/// A change of the document; the numbers choose what is changed.
#[derive(Clone, Debug)]
enum Change {
    MoveStep(usize, f64, f64),
    DragStep(usize, f64, f64),
    Rename(usize, String),
    Kind(usize),
    OtherLane(usize),
    Raise(usize),
    RemoveStep(usize),
    RemoveConnector(usize),
    Connect(usize, usize),
    ConnectorKind(usize),
    Label(usize, String),
    LaneSize(usize, f64),
    LaneTitle(usize, String),
    SwapLanes,
    Pool(usize, String),
    LaneInPool(usize, bool),
    Title(String),
    Theme(bool),
    Jumps(usize),
    Spanish(bool),
    Nothing,
}

fn changes() -> impl Strategy<Value = Change> {
    let at = || 0..100_usize;
    let by = || -300.0..300.0_f64;
    let text = || "[a-z]{0,12}";
    prop_oneof![
        (at(), by(), by()).prop_map(|(i, x, y)| Change::MoveStep(i, x, y)),
        (at(), by(), by()).prop_map(|(i, x, y)| Change::DragStep(i, x, y)),
        (at(), text()).prop_map(|(i, text)| Change::Rename(i, text)),
        at().prop_map(Change::Kind),
        at().prop_map(Change::OtherLane),
        at().prop_map(Change::Raise),
        at().prop_map(Change::RemoveStep),
        at().prop_map(Change::RemoveConnector),
        (at(), at()).prop_map(|(i, k)| Change::Connect(i, k)),
        at().prop_map(Change::ConnectorKind),
        (at(), text()).prop_map(|(i, text)| Change::Label(i, text)),
        (at(), 100.0..400.0_f64).prop_map(|(i, size)| Change::LaneSize(i, size)),
        (at(), text()).prop_map(|(i, text)| Change::LaneTitle(i, text)),
        Just(Change::SwapLanes),
        (at(), text()).prop_map(|(i, text)| Change::Pool(i, text)),
        (at(), any::<bool>()).prop_map(|(i, inside)| Change::LaneInPool(i, inside)),
        text().prop_map(Change::Title),
        any::<bool>().prop_map(Change::Theme),
        at().prop_map(Change::Jumps),
        any::<bool>().prop_map(Change::Spanish),
        Just(Change::Nothing),
    ]
}

fn text(text: &str) -> Text {
    Text::new(Lang::from(UiLang::En), text)
}

fn step_at(page: &Page, i: usize) -> StepId {
    page.steps.keys().nth(i % page.steps.len()).expect("a step").clone()
}

fn connector_at(page: &Page, i: usize) -> Option<ConnectorId> {
    page.connectors.keys().nth(i % page.connectors.len().max(1)).cloned()
}

fn connectors_of(page: &Page, step: &StepId) -> BTreeSet<ConnectorId> {
    page.connectors.touching(step).map(|connector| connector.id.clone()).collect()
}

fn reroute(page: &mut Page, touched: &BTreeSet<ConnectorId>) {
    for (id, Routed { from, to, route }) in arrange::reroute(page, touched, pipeline::fonts()) {
        page.connectors
            .update(&id, |connector| {
                for (end, chosen) in [(&mut connector.from, from), (&mut connector.to, to)] {
                    if let (End::Attached { port, .. }, Some(_)) = (end, chosen) {
                        *port = chosen;
                    }
                }
                connector.route = Some(route);
            })
            .expect("it is there");
    }
}

fn drag(page: &mut Page, i: usize, by: (f64, f64)) -> StepId {
    let id = step_at(page, i);
    let step = Arc::make_mut(page.steps.get_mut(&id).expect("it is there"));
    step.rect = step.rect + Vec2::from(by);
    let touched = connectors_of(page, &id);
    reroute(page, &touched);
    id
}

fn change_step(page: &mut Page, change: &Change) {
    match change {
        Change::RemoveStep(i) if page.steps.len() > 2 => {
            let id = step_at(page, *i);
            for connector in connectors_of(page, &id) {
                page.connectors.remove(&connector);
            }
            page.z_order.set(&id, 0);
            page.steps.remove(&id);
        }
        Change::Raise(i) => {
            let id = step_at(page, *i);
            let rank = page.z_order.over_all_but(&BTreeSet::new());
            page.z_order.set(&id, rank);
        }
        Change::MoveStep(i, ..) | Change::Rename(i, _) | Change::Kind(i) | Change::OtherLane(i) => {
            let (id, lane) = (step_at(page, *i), page.lanes[i % page.lanes.len()].id.clone());
            let step = Arc::make_mut(page.steps.get_mut(&id).expect("it is there"));
            match change {
                Change::MoveStep(_, x, y) => step.rect = step.rect + Vec2::new(*x, *y),
                Change::Rename(_, name) => step.text = text(name),
                Change::Kind(_) => step.kind = StepKind::PALETTE[i % StepKind::PALETTE.len()],
                _ => step.lane = lane,
            }
        }
        _ => {}
    }
}

fn change_connector(page: &mut Page, change: &Change) {
    let (Change::RemoveConnector(i) | Change::Connect(i, _) | Change::ConnectorKind(i) | Change::Label(i, _)) =
        change
    else {
        return;
    };
    let Some(id) = connector_at(page, *i) else { return };
    let mut connector = page.connectors.remove(&id).expect("it is there");
    let changed = Arc::make_mut(&mut connector);
    match change {
        Change::RemoveConnector(_) => return,
        Change::Connect(_, k) => {
            changed.id = ConnectorId::mint("new", u32::try_from(*k).expect("small"));
            changed.to = End::Attached { step: step_at(page, *k), port: None };
            changed.route = None;
        }
        Change::ConnectorKind(_) => {
            changed.kind =
                [ConnectorKind::Sequence, ConnectorKind::Message, ConnectorKind::Association][i % 3];
        }
        Change::Label(_, label) => changed.label = text(label),
        _ => {}
    }
    let id = connector.id.clone();
    page.connectors.insert(connector);
    if matches!(change, Change::Connect(..)) {
        reroute(page, &BTreeSet::from([id]));
    }
}

fn apply(document: &mut Document, lang: &mut Lang, change: &Change) {
    let page = &mut document.pages[0];
    let lanes = page.lanes.len();
    match change {
        Change::DragStep(i, x, y) => {
            drag(page, *i, (*x, *y));
        }
        Change::LaneSize(i, size) => Arc::make_mut(&mut page.lanes[i % lanes]).size = *size,
        Change::LaneTitle(i, title) => Arc::make_mut(&mut page.lanes[i % lanes]).title = text(title),
        Change::SwapLanes => page.lanes.swap(0, lanes - 1),
        Change::Pool(i, title) => {
            let id = PoolId::mint("pool", *i as u32 % 2);
            let parent = page.pools.keys().find(|other| **other < id).cloned();
            let pool = Pool { id: id.clone(), title: text(title), parent };
            page.pools.insert(id, Arc::new(pool));
        }
        Change::LaneInPool(i, inside) => {
            let pool = page.pools.keys().nth(i % 2).filter(|_| *inside).cloned();
            Arc::make_mut(&mut page.lanes[i % lanes]).pool = pool;
        }
        Change::Title(title) => document.title = text(title),
        Change::Theme(plain) => {
            document.theme = if *plain { ThemeName::BlackAndWhite } else { ThemeName::Standard };
        }
        Change::Jumps(i) => {
            document.line_jumps = [LineJumps::Arc, LineJumps::Gap, LineJumps::Plain][i % 3];
        }
        Change::Spanish(spanish) => *lang = Lang::from(if *spanish { UiLang::Es } else { UiLang::En }),
        _ => {
            change_step(page, change);
            change_connector(page, change);
        }
    }
}

fn view<'a>(document: &'a Document, lang: &'a Lang) -> View<'a> {
    View { fonts: pipeline::fonts(), document, page: &document.pages[0], lang }
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(24))]

        #[test]
        fn a_scene_made_from_the_last_one_is_that_made_from_scratch(
            changes in prop::collection::vec(changes(), 1..16),
        ) {
            let (mut document, mut lang) = (chart(), Lang::from(UiLang::En));
            let mut cache = Cache::default();
            cache.build(&view(&document, &lang));
            for change in changes {
                apply(&mut document, &mut lang, &change);
                let view = view(&document, &lang);
                prop_assert!(cache.build(&view) == scene::build(&view), "{:?}", change);
            }
        }
    }
}

/// The records whose items are not shared by two scenes.
fn differing(a: &Scene, b: &Scene) -> BTreeSet<Source> {
    let items = b.items.iter().filter(|item| !a.items.iter().any(|other| Arc::ptr_eq(item, other)));
    items.map(|item| item.source.clone()).collect()
}

#[test]
fn only_what_changed_is_made_again() {
    let (mut document, lang) = (chart(), Lang::from(UiLang::En));
    let mut cache = Cache::default();
    let first = cache.build(&view(&document, &lang));
    assert!(differing(&first, &cache.build(&view(&document, &lang))).is_empty());
    let step = drag(&mut document.pages[0], 7, (3.0, 2.0));
    let touched = connectors_of(&document.pages[0], &step);
    let changed = differing(&first, &cache.build(&view(&document, &lang)));
    assert!(changed.contains(&Source::Step(step)));
    for source in changed {
        match source {
            Source::Connector(id) => assert!(touched.contains(&id), "{id}"),
            Source::Step(_) => {}
            other => panic!("{other:?} was drawn again"),
        }
    }
}

/// A sink that can lead somewhere finds where in the scene.
#[test]
fn a_step_that_leads_somewhere_says_so() {
    let (mut document, lang) = (chart(), Lang::from(UiLang::En));
    let mut cache = Cache::default();
    cache.build(&view(&document, &lang));
    let id = step_at(&document.pages[0], 3);
    let returns = Link::Address("https://example.org/returns".to_owned());
    let step = document.pages[0].steps.get_mut(&id).expect("it is there");
    Arc::make_mut(step).link = Some(returns.clone());
    let scene = cache.build(&view(&document, &lang));
    let links = scene.items.iter().filter_map(|item| match &item.prim {
        Prim::Group { link: Some(link), .. } => Some((&item.source, link)),
        _ => None,
    });
    assert_eq!(links.collect::<Vec<_>>(), [(&Source::Step(id), &returns)]);
}

/// The texts of a record.
fn texts(scene: &Scene, source: &Source) -> Vec<TextItem> {
    fn of(item: &Item, found: &mut Vec<TextItem>) {
        match &item.prim {
            Prim::Text(text) => found.push(text.clone()),
            Prim::Group { items, .. } => items.iter().for_each(|item| of(item, found)),
            Prim::Path { .. } => {}
        }
    }
    let mut found = Vec::new();
    scene.items.iter().filter(|item| item.source == *source).for_each(|item| of(item, &mut found));
    found
}

#[test]
fn a_heading_however_long_stays_in_its_header() {
    let (mut document, lang) = (chart(), Lang::from(UiLang::En));
    let page = &mut document.pages[0];
    let title = text(&"Everybody who answers for something in one of our houses ".repeat(9));
    let pool = Pool { id: PoolId::mint("pool", 0), title: title.clone(), parent: None };
    for lane in page.lanes.iter_mut().take(2).map(Arc::make_mut) {
        (lane.pool, lane.title) = (Some(pool.id.clone()), title.clone());
    }
    let room = page.lanes.iter().take(2).map(|lane| lane.size).sum::<f64>();
    let (pool_source, lane_source) = (Source::Pool(pool.id.clone()), Source::Lane(page.lanes[0].id.clone()));
    page.pools.insert(pool.id.clone(), Arc::new(pool));
    let scene = scene::build(&view(&document, &lang));
    for (source, room, across) in
        [(pool_source, room, POOL_BAND), (lane_source, document.pages[0].lanes[0].size, HEADER)]
    {
        let found = texts(&scene, &source);
        let [heading] = found.as_slice() else { panic!("{found:?}") };
        let block = &heading.block;
        let said: String =
            block.lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
        assert!(said.starts_with("Everybody who") && said.ends_with('…'), "{said}");
        assert!(block.height() <= across && block.lines.iter().all(|line| line.width <= room), "{said}");
    }
}
