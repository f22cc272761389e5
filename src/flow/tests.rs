//! The flow of small charts, and of random ones.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use proptest::{prelude::*, test_runner::RngSeed};

use super::{Direction, FlowGraph, FlowNode, Flows};
use crate::{
    geom::{Orientation, Point, Rect, Size},
    locale::{Lang, UiLang},
    model::{Branching, Connector, ConnectorKind, Outcome, Page, PageId, Step, StepId, StepKind, Text},
    testing::records,
};

const END: StepKind = StepKind::End(Outcome::Solved);
const DECISION: StepKind = StepKind::Decision(Branching::Plain);

fn lang() -> Lang {
    UiLang::En.into()
}

fn step_id(id: &str) -> StepId {
    StepId::parse(id).unwrap()
}

/// A step of 20 × 20 around `at`.
fn step(id: &str, kind: StepKind, at: (f64, f64)) -> Step {
    let rect = Rect::from_center_size(Point::from(at), Size::new(20.0, 20.0));
    Step { text: records::en(id), ..records::step(id, kind, "lane", rect) }
}

fn page(steps: impl IntoIterator<Item = Step>) -> Page {
    let id = PageId::parse("page").unwrap();
    let steps = steps.into_iter().map(|step| (step.id.clone(), Arc::new(step))).collect();
    Page { steps, ..Page::blank(id, Orientation::Horizontal, Vec::new()) }
}

/// Adds a connector; a branch with a share has it behind its end, as in `b 30`.
fn connect(page: &mut Page, kind: ConnectorKind, from: &str, to: &str) {
    let (to, share) = to.split_once(' ').map_or((to, None), |(to, share)| (to, share.parse().ok()));
    let id = format!("c{}-{from}-{to}", page.connectors.len());
    let blank = records::connector(&id, records::at(from, None), records::at(to, None));
    page.connectors.insert(Connector { kind, share, ..blank });
}

/// `s` is a start, `e` and what begins with it an end, `d…` a decision, `n…` a note, anything else a process; they
/// stand side by side in the order of `ids`. Each connector is `from to` or `from to share`.
fn chart(ids: &str, connectors: &[&str]) -> Page {
    let kind = |id: &str| match id.as_bytes()[0] {
        b's' => StepKind::Start,
        b'e' => END,
        b'd' => DECISION,
        b'n' => StepKind::Note,
        _ => StepKind::Process,
    };
    let steps = ids.split(' ').zip(0..).map(|(id, x)| step(id, kind(id), (f64::from(x) * 50.0, 0.0)));
    let mut page = page(steps);
    for connector in connectors {
        let (from, to) = connector.split_once(' ').unwrap();
        connect(&mut page, ConnectorKind::Sequence, from, to);
    }
    page
}

fn flow(page: &Page) -> FlowGraph {
    FlowGraph::of(page, &lang())
}

fn order(page: &Page) -> String {
    let steps: Vec<&str> = flow(page).order(page).into_iter().map(|step| step.id.as_str()).collect();
    steps.join(" ")
}

fn ids(flow: &FlowGraph, nodes: &[FlowNode]) -> String {
    let steps: Vec<&str> =
        nodes.iter().filter_map(|node| flow.step(*node)).map(|step| step.id.as_str()).collect();
    steps.join(" ")
}

#[test]
fn steps_follow_each_other_as_the_flow_does() {
    let table: [(&str, &[&str], &str); 7] = [
        // Whatever stands where.
        ("e b a s", &["s a", "a b", "b e"], "s a b e"),
        // One branch after the other, the place decides which; what follows both comes after both.
        ("s d a x b y e", &["s d", "d a", "d x", "a b", "x y", "b e", "y e"], "s d a b x y e"),
        // The branch that more cases take comes first.
        ("s d a x b y e", &["s d", "d a 30", "d x 70", "a b", "x y", "b e", "y e"], "s d x y a b e"),
        // What leads back does not count.
        ("s a d b e", &["s a", "a d", "d b", "b a", "d e"], "s a d b e"),
        // What begins at a start comes before what nothing leads to and what turns in a circle.
        ("x y a s b e", &["s e", "a b", "x y", "y x"], "s e x y a b"),
        ("s a", &["a a", "s a"], "s a"),
        ("b a", &[], "b a"),
    ];
    for (steps, connectors, expected) in table {
        assert_eq!(order(&chart(steps, connectors)), expected, "{connectors:?}");
    }
}

#[test]
fn notes_and_papers_come_behind_what_they_hang_on() {
    let mut page = chart("n1 s a form n2 e", &["s a", "a e"]);
    Arc::make_mut(page.steps.get_mut(&step_id("form")).unwrap()).kind = StepKind::Document;
    connect(&mut page, ConnectorKind::Association, "form", "s");
    connect(&mut page, ConnectorKind::Association, "n1", "a");
    assert_eq!(order(&page), "s form a n1 e n2");
}

#[test]
fn a_jump_leads_on_where_its_letter_is_again() {
    let mut page = chart("x s a b e", &["s a", "b x", "x e"]);
    for id in ["a", "b"] {
        let step = Arc::make_mut(page.steps.get_mut(&step_id(id)).unwrap());
        (step.kind, step.text) = (StepKind::OnPageConnector, Text::new(lang(), " **A**"));
    }
    assert_eq!(order(&page), "s a b x e");
    let flow = flow(&page);
    assert_eq!(ids(&flow, &flow.main_path().unwrap()), "s a b x e");
}

#[test]
fn paths_run_from_start_to_end_and_the_main_one_first() {
    let page = chart("s d a b e1 e2", &["s d", "d a 20", "d b 80", "a e1", "b e2", "b d"]);
    let flow = flow(&page);
    let paths: Vec<String> = flow.paths().map(|path| ids(&flow, &path)).collect();
    assert_eq!(paths, ["s d b e2", "s d a e1"]);
    assert_eq!(ids(&flow, &flow.main_path().unwrap()), paths[0]);
    let stuck = chart("s a e", &["s a"]);
    assert_eq!(self::flow(&stuck).main_path(), None);
}

#[test]
fn splits_joins_and_loops_are_told_apart() {
    let page = chart("s d a b e", &["s d", "d a", "d b", "a e", "b e", "b d"]);
    let flow = flow(&page);
    let which = |test: &dyn Fn(FlowNode) -> bool| {
        ids(&flow, &flow.steps().map(|(node, _)| node).filter(|node| test(*node)).collect::<Vec<_>>())
    };
    assert_eq!(which(&|node| flow.is_split(node)), "b d");
    assert_eq!(which(&|node| flow.is_join(node)), "d e");
    let loops = flow.loops();
    assert_eq!(
        loops.iter().map(|of| (ids(&flow, &of.nodes), of.has_exit)).collect::<Vec<_>>(),
        [("b d".to_owned(), true)]
    );
}

#[test]
fn a_flow_is_shared_until_it_is_renewed() {
    let page = chart("s a e", &["s a", "a e"]);
    let document = records::document(vec![page]);
    let page = &document.pages[0];
    let mut flows = Flows::new(&document);
    let copy = flows.clone();
    let first = flows.of_page(&document, page);
    assert!(Arc::ptr_eq(&first, &copy.of_page(&document, page)));
    flows.renew(&page.id);
    assert!(!Arc::ptr_eq(&first, &flows.of_page(&document, page)));
    assert!(Arc::ptr_eq(&first, &copy.of_page(&document, page)));
}

const KINDS: [StepKind; 8] = [
    StepKind::Start,
    StepKind::Process,
    StepKind::Process,
    DECISION,
    END,
    StepKind::Note,
    StepKind::OnPageConnector,
    StepKind::Document,
];

fn pages() -> impl Strategy<Value = Page> {
    let steps = prop::collection::vec((0..KINDS.len(), 0..6u8, 0..4u8), 1..14);
    let connectors = prop::collection::vec((0..14usize, 0..14usize, 0..6u8, 0..100u8), 0..26);
    (steps, connectors).prop_map(|(steps, connectors)| {
        let count = steps.len();
        let steps = steps.into_iter().enumerate().map(|(i, (kind, x, y))| {
            let at = (f64::from(x) * 50.0, f64::from(y) * 50.0);
            // Few letters, so that on-page connectors meet.
            let text = Text::new(lang(), ["A", "B"][i % 2]);
            Step { text, ..step(&format!("s{i}"), KINDS[kind], at) }
        });
        let mut page = page(steps);
        for (from, to, kind, share) in connectors {
            let kind = match kind {
                0 => ConnectorKind::Message,
                1 => ConnectorKind::Association,
                _ => ConnectorKind::Sequence,
            };
            let (from, to) = (format!("s{}", from % count), format!("s{} {share}", to % count));
            connect(&mut page, kind, &from, &to);
        }
        page
    })
}

/// Which nodes lead to which, by trying all.
fn closure(flow: &FlowGraph) -> BTreeSet<(FlowNode, FlowNode)> {
    let graph = flow.graph();
    let mut pairs: BTreeSet<_> =
        graph.nodes().flat_map(|from| graph.next(from).iter().map(move |to| (from, *to))).collect();
    loop {
        let more: Vec<_> = pairs
            .iter()
            .flat_map(|(from, via)| graph.next(*via).iter().map(|to| (*from, *to)))
            .filter(|pair| !pairs.contains(pair))
            .collect();
        if more.is_empty() {
            return pairs;
        }
        pairs.extend(more);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(11), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_holds_every_step_once_and_no_step_before_what_leads_to_it(page in pages()) {
        let flow = flow(&page);
        let order = flow.order(&page);
        let place: BTreeMap<&StepId, usize> = order.iter().map(|step| &step.id).zip(0..).collect();
        prop_assert_eq!((order.len(), place.len()), (page.steps.len(), page.steps.len()));
        let leads = closure(&flow);
        let edges = flow.graph().nodes().flat_map(|from| flow.graph().next(from).iter().map(move |to| (from, *to)));
        for (from, to) in edges.filter(|(from, to)| !leads.contains(&(*to, *from))) {
            if let Some((from, to)) = flow.step(from).zip(flow.step(to)) {
                prop_assert!(place[&from.id] < place[&to.id], "{} {}", from.id, to.id);
            }
        }
    }

    #[test]
    fn what_is_reached_and_what_turns_is_as_trying_all_says(page in pages()) {
        let flow = flow(&page);
        let leads = closure(&flow);
        let reached = flow.graph().reached(flow.beginnings(), Direction::Forward);
        let reaching = flow.graph().reached(flow.ends(), Direction::Backward);
        for node in flow.graph().nodes() {
            let from = |root: FlowNode| root == node || leads.contains(&(root, node));
            prop_assert_eq!(reached[node], flow.beginnings().any(from));
            let to = |end: FlowNode| end == node || leads.contains(&(node, end));
            prop_assert_eq!(reaching[node], flow.ends().any(to));
        }
        let turning: BTreeSet<FlowNode> = flow.loops().into_iter().flat_map(|of| of.nodes).collect();
        let expected = flow.graph().nodes().filter(|node| leads.contains(&(*node, *node)));
        prop_assert_eq!(turning, expected.collect::<BTreeSet<_>>());
    }

    #[test]
    fn paths_begin_and_stop_where_they_may_and_are_all_different(page in pages()) {
        let flow = flow(&page);
        let leads = closure(&flow);
        let paths: Vec<Vec<FlowNode>> = flow.paths().take(200).collect();
        prop_assert_eq!(flow.main_path(), paths.first().cloned());
        for path in &paths {
            prop_assert!(flow.is_beginning(path[0]), "{path:?}");
            prop_assert!(flow.is_end(path[path.len() - 1]), "{path:?}");
            for (from, to) in path.iter().zip(path.iter().skip(1)) {
                prop_assert!(leads.contains(&(*from, *to)), "{path:?}");
            }
            prop_assert_eq!(path.iter().collect::<BTreeSet<_>>().len(), path.len());
        }
        prop_assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len());
        // Where an end can be reached along ways that do not turn back, there is a path.
        let has_way = flow.beginnings().any(|from| flow.is_end(from) || flow.graph().next(from).iter().any(|to| flow.is_end(*to)));
        prop_assert!(!has_way || !paths.is_empty());
    }
}
