//! Whatever is done, in whatever order: the document stays sound, and everything can be taken back.

use std::collections::BTreeSet;

use laneway::{
    arrange::{LayoutOptions, lay_out, places_of},
    edit::{
        Arrange, Command, ConnectorCommand, Content, Editor, Fragment, LaneCommand, NewStep, Onto, Owner,
        PageCommand, Patch, PhaseCommand, PoolCommand, PoolPart, Selection, StepCommand, StylePart,
        SubprocessTexts, TextOf, copy_page, subprocess_page,
    },
    flow::FlowGraph,
    geom::{Point, Rect, Size, Vec2},
    layout::{LaneOrder, Start},
    locale::{Catalog, Lang, UiLang},
    model::{
        Bend, Branching, Color, ConnectorEnd, ConnectorId, ConnectorKind, Document, End, Fit, LaneId,
        LineJumps, Link, Outcome, Page, PageId, PhaseId, PoolId, Role, Step, StepId, StepKind, Text,
        ThemeName,
    },
    pipeline,
    progress::Progress,
    shape,
    validate::Code,
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::{editing::edit::template, testing::cases};

/// What is made into a command once the document is known: numbers choose among what is there.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    op: usize,
    a: usize,
    b: usize,
    x: f64,
    y: f64,
    flag: bool,
}

pub(crate) fn picks(most: usize) -> impl Strategy<Value = Vec<Pick>> {
    let pick = (0..OPS, 0..97_usize, 0..89_usize, -220.0..220.0_f64, -160.0..160.0_f64, any::<bool>());
    let pick = pick.prop_map(|(op, a, b, x, y, flag)| Pick { op, a, b, x: x.round(), y: y.round(), flag });
    prop::collection::vec(pick, 1..most)
}

fn en(text: &str) -> Text {
    Text::new(UiLang::En.into(), text)
}

/// One of `all`; where there is none, or now and then, one that is not there.
fn one<Id: Clone>(all: impl Iterator<Item = Id>, n: usize, wrong: Id) -> Id {
    let all: Vec<Id> = all.collect();
    if all.is_empty() || n % 31 == 30 { wrong } else { all[n % all.len()].clone() }
}

pub(crate) struct Chooser<'a> {
    pub(crate) document: &'a Document,
    pub(crate) page: &'a Page,
    /// Makes names new.
    pub(crate) count: u32,
}

impl Chooser<'_> {
    fn step(&self, n: usize) -> StepId {
        one(self.page.steps.keys().cloned(), n, StepId::parse("nowhere").unwrap())
    }

    fn steps(&self, pick: &Pick) -> BTreeSet<StepId> {
        let mut steps = BTreeSet::from([self.step(pick.a)]);
        if pick.flag {
            steps.extend((1..4).map(|i| self.step(pick.a + i * (pick.b + 1))));
        }
        steps
    }

    fn connector(&self, n: usize) -> ConnectorId {
        one(self.page.connectors.keys().cloned(), n, ConnectorId::parse("nowhere").unwrap())
    }

    fn lane(&self, n: usize) -> LaneId {
        one(self.page.lanes.iter().map(|lane| lane.id.clone()), n, LaneId::parse("nowhere").unwrap())
    }

    fn pool(&self, n: usize) -> PoolId {
        one(self.page.pools.keys().cloned(), n, PoolId::parse("nowhere").unwrap())
    }

    fn phase(&self, n: usize) -> PhaseId {
        one(self.page.phases.iter().map(|phase| phase.id.clone()), n, PhaseId::parse("nowhere").unwrap())
    }

    fn page(&self, n: usize) -> PageId {
        one(self.document.pages.iter().map(|page| page.id.clone()), n, PageId::parse("nowhere").unwrap())
    }

    fn kind(pick: &Pick) -> StepKind {
        let kinds = [StepKind::Process, StepKind::Decision(Branching::Plain), StepKind::Note];
        let more = [StepKind::End(Outcome::Solved), StepKind::Start, StepKind::Subprocess, StepKind::Process];
        kinds.into_iter().chain(more).nth(pick.b % 7).unwrap()
    }

    fn at(&self, pick: &Pick) -> Point {
        let near = self.page.steps.get(&self.step(pick.a)).map_or(Point::ORIGIN, |step| step.rect.center());
        near + Vec2::new(pick.x, pick.y)
    }

    fn new_step(&self, pick: &Pick) -> NewStep {
        let kind = if pick.b.is_multiple_of(3) { Self::kind(pick) } else { StepKind::Process };
        let id = StepId::mint("new", self.count);
        NewStep { id, kind, at: self.at(pick), text: en("Something that has to be done") }
    }

    fn onto(&self, pick: &Pick) -> Onto {
        let onward = ConnectorId::mint("onward", self.count);
        Onto { connector: self.connector(pick.b), onward }
    }

    fn selection(&self, pick: &Pick) -> Selection {
        let mut selection = Selection::steps(self.steps(pick));
        if pick.b.is_multiple_of(2) {
            selection.connectors.insert(self.connector(pick.b));
        }
        selection.keep_existing(self.page);
        selection
    }

    pub(crate) fn command(&self, pick: &Pick) -> Command {
        match pick.op {
            0..=13 => Command::Step(self.step_command(pick)),
            14..=21 => Command::Connector(self.connector_command(pick)),
            22..=26 => Command::Lane(self.lane_command(pick)),
            27..=30 => Command::Phase(self.phase_command(pick)),
            31..=36 => Command::Page(self.page_command(pick)),
            45 | 46 => self.layout(pick),
            47..=52 => Command::Pool(self.pool_command(pick)),
            _ => self.other_command(pick),
        }
    }

    /// An automatic layout of the page, or of some of its steps.
    fn layout(&self, pick: &Pick) -> Command {
        let start = if pick.flag { Start::Tidy } else { Start::Fresh };
        let lane_order = if pick.a.is_multiple_of(3) { LaneOrder::Best } else { LaneOrder::Keep };
        let aspect = (pick.b.is_multiple_of(2)).then_some(pipeline::Paper::A4Landscape.aspect());
        let options = LayoutOptions { start, lane_order, aspect, ..LayoutOptions::default() };
        if pick.op == 45 {
            let chosen = self.steps(pick);
            let places =
                places_of(self.page, &chosen, options, pipeline::fonts(), &mut Progress::unwatched());
            let places = places.expect("nobody stops it");
            return Command::Step(StepCommand::LayOut { places });
        }
        let mut laid_out = Box::new(self.page.clone());
        lay_out(&mut laid_out, options, pipeline::fonts());
        Command::Page(PageCommand::LayOut { laid_out })
    }

    fn step_command(&self, pick: &Pick) -> StepCommand {
        let (steps, by) = (self.steps(pick), Vec2::new(pick.x, pick.y));
        match pick.op {
            0 => StepCommand::Create { step: self.new_step(pick), onto: None },
            1 => {
                let onto = self.onto(pick);
                let line = self.page.connectors.get(&onto.connector);
                let line = line.and_then(|connector| shape::polyline(self.page, connector));
                let middle = line.and_then(|line| line.segments().next().map(|(a, b)| a.midpoint(b)));
                let mut step = self.new_step(pick);
                step.at = middle.unwrap_or(step.at);
                StepCommand::Create { step, onto: Some(onto) }
            }
            2 => {
                let connector = ConnectorId::mint("line", self.count);
                let label = if pick.flag { en("Then") } else { Text::EMPTY };
                StepCommand::CreateAfter {
                    step: self.new_step(pick),
                    from: self.step(pick.a),
                    connector,
                    label,
                }
            }
            3..=5 => StepCommand::Move { steps, by, onto: None },
            6 => StepCommand::Move { steps, by, onto: Some(self.onto(pick)) },
            7 => StepCommand::PutInLane { steps, lane: self.lane(pick.b) },
            8 => StepCommand::PutInPhase { steps, phase: self.phase(pick.b) },
            9 => {
                let step = self.step(pick.a);
                let rect = self.page.steps.get(&step).map_or(Rect::ZERO, |step| step.rect);
                StepCommand::Resize {
                    step,
                    rect: Rect::new(rect.x0, rect.y0, rect.x1 + pick.x, rect.y1 + pick.y),
                }
            }
            10 if pick.flag => StepCommand::FitSize { steps },
            10 => StepCommand::SetSize { steps, size: Size::new(pick.x.abs(), pick.y.abs()) },
            11 => StepCommand::SetKind { steps, kind: Self::kind(pick) },
            12 if pick.flag && pick.b.is_multiple_of(3) => StepCommand::SetFit { steps, fit: Fit::Fixed },
            12 if pick.flag => StepCommand::Pin { steps, pinned: pick.x > 0.0 },
            12 => {
                let link = if pick.b.is_multiple_of(2) {
                    Link::Step(self.step(pick.b))
                } else {
                    Link::Page(self.page(pick.b))
                };
                StepCommand::SetLink { step: self.step(pick.a), link: Some(link) }
            }
            _ => {
                let all = [Arrange::Left, Arrange::Centre, Arrange::Top, Arrange::Middle, Arrange::Bottom];
                let more = [Arrange::SpreadAcross, Arrange::SpreadDown, Arrange::ToFront, Arrange::ToBack];
                let how = all.into_iter().chain(more).nth(pick.b % 9).unwrap();
                StepCommand::Arrange { steps, how }
            }
        }
    }

    fn connector_command(&self, pick: &Pick) -> ConnectorCommand {
        let end = |n: usize| match n % 7 {
            0 => End::Free(self.at(pick)),
            _ => End::Attached { step: self.step(n), port: None },
        };
        let (connector, kinds) = (
            self.connector(pick.a),
            [ConnectorKind::Sequence, ConnectorKind::Message, ConnectorKind::Association],
        );
        match pick.op {
            14 => ConnectorCommand::Create {
                id: ConnectorId::mint("line", self.count),
                from: end(pick.a),
                to: end(pick.b),
                kind: kinds[pick.b % 3],
                label: Text::EMPTY,
            },
            15 => {
                let which = if pick.flag { ConnectorEnd::From } else { ConnectorEnd::To };
                ConnectorCommand::Reconnect { connector, which, end: end(pick.b) }
            }
            16 => ConnectorCommand::Reverse { connector },
            17 => ConnectorCommand::SetKind { connectors: [connector].into(), kind: kinds[pick.b % 3] },
            18 if pick.flag => ConnectorCommand::EvenShares { step: self.step(pick.a) },
            18 => ConnectorCommand::SetShare { connector, share: Some(pick.x.abs() / 2.0) },
            19 => {
                let found =
                    self.page.connectors.get(&connector).and_then(|connector| connector.route.clone());
                let bends = found.map_or_else(Vec::new, |route| route.bends);
                let bends = bends.into_iter().map(|bend| Bend { pinned: pick.flag, ..bend }).collect();
                ConnectorCommand::SetBends { connector, bends }
            }
            20 if pick.flag => ConnectorCommand::PlaceLabels { connectors: [connector].into() },
            20 => ConnectorCommand::MoveLabel { connector, at: self.at(pick) },
            _ => ConnectorCommand::Tidy { connectors: [connector].into() },
        }
    }

    fn lane_command(&self, pick: &Pick) -> LaneCommand {
        let lane = self.lane(pick.a);
        match pick.op {
            22 => LaneCommand::Add {
                id: LaneId::mint("lane", self.count),
                at: pick.b % 6,
                title: en("Lane"),
                role: Role::Other,
            },
            23 => LaneCommand::Move { lane, to: pick.b % 6 },
            24 => LaneCommand::Resize { lane, size: pick.x + pick.y },
            25 if pick.flag => LaneCommand::Delete { lane, content: Content::MoveTo(self.lane(pick.b)) },
            25 => LaneCommand::Delete { lane, content: Content::Delete },
            _ => LaneCommand::SetRole { lane, role: Role::Customer },
        }
    }

    fn pool_command(&self, pick: &Pick) -> PoolCommand {
        match pick.op {
            47 | 48 => {
                let lanes = self.page.lanes.iter().map(|lane| lane.id.clone());
                let lanes = lanes.skip(pick.a % self.page.lanes.len()).take(1 + pick.b % 3).collect();
                PoolCommand::Add { id: PoolId::mint("pool", self.count), lanes, title: en("Pool") }
            }
            49 => PoolCommand::Move { pool: self.pool(pick.a), to: pick.b % 6 },
            50 | 51 => {
                let part = if pick.flag {
                    PoolPart::Lane(self.lane(pick.a))
                } else {
                    PoolPart::Pool(self.pool(pick.a))
                };
                let pool = (!pick.b.is_multiple_of(4)).then(|| self.pool(pick.b));
                PoolCommand::PutIn { part, pool }
            }
            _ => PoolCommand::Dissolve { pool: self.pool(pick.a) },
        }
    }

    fn phase_command(&self, pick: &Pick) -> PhaseCommand {
        let phase = self.phase(pick.a);
        match pick.op {
            27 => PhaseCommand::Add {
                id: PhaseId::mint("phase", self.count),
                at: pick.b % 5,
                title: en("Phase"),
            },
            28 => PhaseCommand::Move { phase, to: pick.b % 5 },
            29 => PhaseCommand::Resize { phase, size: 3.0 * pick.x },
            _ => {
                let contents = [None, Some(Content::Delete), Some(Content::MoveTo(self.phase(pick.b)))];
                PhaseCommand::Delete { phase, content: contents[pick.a % 3].clone() }
            }
        }
    }

    fn page_command(&self, pick: &Pick) -> PageCommand {
        match pick.op {
            31 => {
                let lanes =
                    (0..self.page.lanes.len()).map(|i| LaneId::mint(&format!("lane {i}"), self.count));
                let id = PageId::mint("page", self.count);
                let pools =
                    (0..self.page.pools.len()).map(|i| PoolId::mint(&format!("pool {i}"), self.count));
                let (lanes, pools) = (lanes.collect(), pools.collect());
                PageCommand::Add { id, lanes, pools, at: pick.b % 3, title: en("Page") }
            }
            32 => {
                let mut chance = self.count << 8;
                let copy = copy_page(self.page, &mut || {
                    chance += 1;
                    chance
                });
                PageCommand::Duplicate { page: self.page.id.clone(), copy: Box::new(copy) }
            }
            33 if pick.flag && !self.page.steps.is_empty() => self.extract(pick),
            33 => PageCommand::Move { page: self.page(pick.a), to: pick.b % 3 },
            34 => PageCommand::Delete { page: self.page(pick.a) },
            35 => PageCommand::Flip,
            _ if pick.flag => PageCommand::SetLanguage(UiLang::Es.into()),
            _ if pick.b.is_multiple_of(2) => PageCommand::SetLineJumps(LineJumps::Gap),
            _ => PageCommand::SetTheme(ThemeName::HighContrast),
        }
    }

    /// Some steps become a page.
    fn extract(&self, pick: &Pick) -> PageCommand {
        let (steps, mut chance) = (self.steps(pick), self.count << 8);
        let texts = SubprocessTexts { title: en("Part"), start: en("Start"), end: en("End") };
        let made = subprocess_page(self.document, self.page, &steps, texts, &mut || {
            chance += 1;
            chance
        });
        let mut page = Box::new(made.unwrap_or_else(|| self.page.clone()));
        lay_out(&mut page, LayoutOptions::default(), pipeline::fonts());
        let step = NewStep { kind: StepKind::Subprocess, ..self.new_step(pick) };
        PageCommand::Extract { steps, page, step }
    }

    fn other_command(&self, pick: &Pick) -> Command {
        let lang = Lang::from(if pick.flag { UiLang::En } else { UiLang::Es });
        match pick.op {
            37 | 38 => {
                let long = "What has to be said at length, with every reason for it. ".repeat(pick.b % 5);
                let of = if pick.op == 37 {
                    TextOf::Step(self.step(pick.a))
                } else {
                    TextOf::Connector(self.connector(pick.a))
                };
                Command::SetText { of, lang, text: long }
            }
            39 => {
                let color = pick.flag.then_some(Color::BLACK);
                Command::SetStyle { of: self.selection(pick), part: StylePart::Line, color }
            }
            40 => {
                let of = Owner::Step(self.step(pick.a));
                Command::SetProperty {
                    of,
                    key: "system".to_owned(),
                    value: pick.flag.then(|| "CRM".to_owned()),
                }
            }
            41 | 42 => Command::Delete { what: self.selection(pick), heal: pick.op == 41 },
            43 => {
                let mut chance = self.count << 8;
                let cutting = Fragment::cut_from(self.page, &self.selection(pick));
                let fragment = Box::new(cutting.renamed(&mut || {
                    chance += 1;
                    chance
                }));
                Command::Paste { fragment, by: Vec2::new(pick.x, pick.y) }
            }
            _ => {
                let first = StepCommand::Create { step: self.new_step(pick), onto: None };
                let then = Command::Delete { what: self.selection(pick), heal: true };
                Command::All(vec![Command::Step(first), then])
            }
        }
    }
}

const OPS: usize = 53;

/// How far a line may run outside of the lanes.
const NEAR: f64 = 16.0;

/// How many pairs of steps of the flow stand on each other.
fn overlaps(page: &Page) -> usize {
    let steps: Vec<&Step> =
        page.steps.values().map(AsRef::as_ref).filter(|step| step.kind.is_flow()).collect();
    let pairs = steps.iter().enumerate().flat_map(|(i, a)| steps[..i].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| a.rect.inset(-0.1).overlaps(b.rect)).count()
}

pub(super) fn assert_sound(document: &Document) {
    assert_eq!(document.check(), Ok(()));
    for page in &document.pages {
        for step in page.steps.values() {
            let (_, from, to) = page.lane_band(&step.lane).unwrap();
            let (top, bottom) = page.orientation.span_across(step.rect);
            assert!(
                from + 15.9 <= top && bottom <= to - 15.9,
                "{} in its lane: {top} {bottom} in {from} {to}",
                step.id
            );
            assert!(page.orientation.span_along(step.rect).0 > -0.1, "{} on the page", step.id);
            assert_eq!(step.phase.is_some(), !page.phases.is_empty(), "{}", step.id);
            if let Some(phase) = &step.phase {
                let (_, from, to) = page.phase_band(phase).unwrap();
                let (start, end) = page.orientation.span_along(step.rect);
                assert!(
                    from - 0.1 <= start && end <= to + 0.1,
                    "{} in its phase: {start} {end} in {from} {to}",
                    step.id
                );
            }
        }
        for connector in page.connectors.values() {
            let line = shape::polyline(page, connector).expect("every connector has a line");
            assert!(line.is_orthogonal(), "{}: {line:?}", connector.id);
            let lanes = page.grid().inflate(NEAR, NEAR);
            let is_loose = connector.from.step().is_none() || connector.to.step().is_none();
            let bends = connector.route.iter().flat_map(|route| &route.bends);
            for bend in bends.filter(|bend| !is_loose && !bend.pinned) {
                assert!(lanes.contains(bend.at), "{} leaves the lanes: {line:?}", connector.id);
            }
        }
    }
}

/// Decisions whose branches all have shares, and the sum of those.
fn shares(page: &Page) -> Vec<(StepId, f64)> {
    let decisions = page.steps.values().filter(
        |step| matches!(step.kind, StepKind::Decision(branching) if Branching::is_exclusive(branching)),
    );
    let sum = |step: &Step| {
        let branches = page.connectors.values().filter(|connector| {
            connector.kind == ConnectorKind::Sequence && connector.from.step() == Some(&step.id)
        });
        let shares: Option<Vec<f64>> = branches.map(|connector| connector.share).collect();
        shares.filter(|shares| shares.len() > 1).map(|shares| shares.iter().sum())
    };
    decisions.filter_map(|step| Some((step.id.clone(), sum(step)?))).collect()
}

fn assert_shares_stay_whole(before: &Page, after: &Page) {
    let after_all = shares(after);
    for (step, sum) in shares(before) {
        let now = after_all.iter().find(|(other, _)| *other == step).map(|(_, sum)| *sum);
        if (sum - 100.0).abs() < 0.01
            && let Some(now) = now
        {
            assert!((now - 100.0).abs() < 0.01, "{step}: {now}");
        }
    }
}

/// The patch between two documents leads from each to the other.
fn assert_patched(a: &Document, b: &Document) {
    let patch = Patch::between(a, b);
    let mut document = a.clone();
    patch.apply(&mut document);
    assert!(document == *b, "applied");
    let written = ron::to_string(&patch).expect("it is written");
    let read: Patch = ron::from_str(&written).expect("it is read");
    assert!(read == patch, "read back");
    read.inverted().apply(&mut document);
    assert!(document == *a, "inverted");
    assert_eq!(patch.is_empty(), a == b);
}

/// Does everything, looking at the document after each command; then takes it all back and does it again.
fn run(start: &Document, picks: &[Pick]) {
    let mut editor = Editor::new(start.clone(), pipeline::fonts(), true);
    for (count, pick) in picks.iter().enumerate() {
        let page = editor.page().unwrap().clone();
        let chooser = Chooser { document: editor.document(), page: &page, count: 1 + count as u32 };
        let command = chooser.command(pick);
        let before = Document::clone(editor.document());
        let seen = (editor.selection().clone(), editor.page_id().clone(), editor.state());
        let shown = editor.preview(&command);
        editor.cancel();
        assert_eq!(**editor.document(), before, "cancelled: {command:?}");
        let now = (editor.selection().clone(), editor.page_id().clone(), editor.state());
        assert_eq!(now, seen, "{command:?}");
        let done = editor.run(&command);
        assert_eq!(done, shown);
        if done.is_err() {
            assert_eq!(**editor.document(), before, "refused: {command:?}");
            continue;
        }
        assert_sound(editor.document());
        assert_patched(&before, editor.document());
        assert_flows_are_true(&editor);
        let after = editor.document().page(&page.id).unwrap_or(&page);
        assert!(overlaps(after) <= overlaps(&page), "{command:?}");
        if !matches!(command, Command::Paste { .. }) {
            assert_shares_stay_whole(&page, after);
        }
    }
    let end = Document::clone(editor.document());
    assert_patched(start, &end);
    while editor.undo() {}
    assert_eq!(**editor.document(), *start);
    assert_flows_are_true(&editor);
    assert!(!editor.is_dirty());
    while editor.redo() {}
    assert_eq!(**editor.document(), end);
    assert_flows_are_true(&editor);
}

/// `start` after everything that can be done.
pub(crate) fn edited(start: &Document, picks: &[Pick]) -> Document {
    let mut editor = Editor::new(start.clone(), pipeline::fonts(), true);
    for (count, pick) in picks.iter().enumerate() {
        let page = editor.page().unwrap().clone();
        let chooser = Chooser { document: editor.document(), page: &page, count: 1 + count as u32 };
        let command = chooser.command(pick);
        // What is refused changes nothing.
        editor.run(&command).unwrap_or_default();
    }
    Document::clone(editor.document())
}

/// The flows that were kept from before are those that would be built now.
fn assert_flows_are_true(editor: &Editor) {
    let document = editor.document();
    for page in &document.pages {
        assert_eq!(*editor.flows().of_page(document, page), FlowGraph::of(page, &document.language));
    }
}

/// Tries as many cases; the failing one is made as small as can be.
fn try_all(usual: u32, most: usize, starts: &[Document]) {
    let mut runner = TestRunner::new(Config { max_shrink_iters: 400, ..cases(usual) });
    let strategy = (picks(most), 0..starts.len());
    let result = runner.run(&strategy, |(picks, start)| {
        run(&starts[start], &picks);
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

fn turned(document: &Document) -> Document {
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    editor.run(&Command::Page(PageCommand::Flip)).expect("it turns");
    Document::clone(editor.document())
}

/// The same with a pool around its first three lanes and one in that.
fn with_pools(document: &Document) -> Document {
    let mut editor = Editor::new(document.clone(), pipeline::fonts(), true);
    let lanes: Vec<LaneId> = document.pages[0].lanes.iter().map(|lane| lane.id.clone()).collect();
    for (id, count) in [("outer", 3), ("inner", 2)] {
        let (id, lanes) = (PoolId::parse(id).unwrap(), lanes.iter().take(count).cloned().collect());
        let command = PoolCommand::Add { id, lanes, title: en("Pool") };
        editor.run(&Command::Pool(command)).expect("it goes");
    }
    Document::clone(editor.document())
}

#[test]
fn a_patch_leads_from_any_document_to_any_other() {
    let names = ["customer-service-process", "blank-four-lanes", "tiered-support", "returns-and-refunds"];
    let mut documents: Vec<Document> = names.into_iter().map(template).collect();
    documents.push(with_pools(&documents[1]));
    for a in &documents {
        for b in &documents {
            assert_patched(a, b);
            let other = Page { id: PageId::parse("other").unwrap(), ..b.pages[0].clone() };
            let both = Document { pages: a.pages.iter().cloned().chain([other]).collect(), ..a.clone() };
            assert_patched(&both, b);
            let turned = Document { pages: both.pages.iter().rev().cloned().collect(), ..b.clone() };
            assert_patched(&both, &turned);
        }
    }
}

#[test]
fn a_template_survives_whatever_is_done_to_it() {
    let document = template("customer-service-process");
    try_all(16, 8, &[turned(&document), document]);
}

#[test]
fn a_small_chart_survives_whatever_is_done_to_it() {
    let empty = template("blank-four-lanes");
    let mut small = template("customer-service-process");
    let keep: Vec<StepId> = small.pages[0].steps.keys().take(24).cloned().collect();
    let mut editor = Editor::new(small.clone(), pipeline::fonts(), true);
    let what = Selection::steps(keep);
    editor.run(&Command::Delete { what, heal: true }).expect("they go");
    small = Document::clone(editor.document());
    let mut bare = small.clone();
    bare.pages[0].phases.clear();
    for step in bare.pages[0].steps.values_mut() {
        std::sync::Arc::make_mut(step).phase = None;
    }
    try_all(60, 14, &[turned(&small), turned(&bare), with_pools(&small), small, bare, empty]);
}

#[test]
fn nothing_is_found_wrong_with_where_edited_parts_stand() {
    let places = [Code::OutsideLane, Code::OutsidePhase, Code::NotOrthogonal, Code::ThroughStep];
    let document = template("customer-service-process");
    let mut editor = Editor::new(document, pipeline::fonts(), true);
    for round in 0..40 {
        let page = editor.page().unwrap().clone();
        let pick = Pick {
            op: round * 7 % 14,
            a: round * 5,
            b: round * 11,
            x: (round * 37 % 400) as f64 - 200.0,
            y: (round * 53 % 300) as f64 - 150.0,
            flag: round.is_multiple_of(4),
        };
        let chooser = Chooser { document: editor.document(), page: &page, count: 1 + round as u32 };
        let command = chooser.command(&pick);
        if editor.run(&command).is_ok() {
            let found = pipeline::diagnose(editor.document(), editor.flows(), Catalog::of(UiLang::En));
            let wrong: Vec<_> = found.iter().filter(|found| places.contains(&found.code)).collect();
            assert!(wrong.is_empty(), "{command:?}: {wrong:#?}");
        }
    }
}
