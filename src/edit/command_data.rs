//! Commands as data: each of them is written and read back.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{
    prelude::*,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

use super::{
    Arrange, Command, ConnectorCommand, Content, Fragment, LaneCommand, NewStep, Onto, Owner, PageCommand,
    PhaseCommand, PoolCommand, PoolPart, Selection, StepCommand, StylePart, TextOf,
    fixture::{Chart, en, lane_id, line_id, phase_id, step_id},
};
use crate::{
    geom::{Orientation, Point, Rect, Size, Vec2},
    locale::UiLang,
    model::{
        Bend, Color, ConnectorEnd, ConnectorKind, Detail, End, Estimate, Fit, LineJumps, Link, Page, PageId,
        PoolId, Role, StepId, StepKind, ThemeName, Time,
    },
};

/// What commands are filled with.
#[derive(Clone, Debug)]
struct Filling {
    id: String,
    text: String,
    x: f64,
    y: f64,
    n: usize,
    flag: bool,
}

impl Filling {
    fn step(&self) -> StepId {
        step_id(&self.id)
    }

    fn steps(&self) -> BTreeSet<StepId> {
        BTreeSet::from([self.step(), step_id("other")])
    }

    fn at(&self) -> Point {
        Point::new(self.x, self.y)
    }

    fn new_step(&self) -> NewStep {
        NewStep { id: self.step(), kind: StepKind::Process, at: self.at(), text: en(&self.text) }
    }

    fn onto(&self) -> Option<Onto> {
        self.flag.then(|| Onto { connector: line_id(&self.id), onward: line_id("onward") })
    }

    fn end(&self) -> End {
        if self.flag { End::Free(self.at()) } else { End::Attached { step: self.step(), port: None } }
    }

    fn steps_commands(&self) -> Vec<StepCommand> {
        let (steps, step) = (self.steps(), self.step());
        let estimate = Estimate { usual: self.x.abs(), best: None, worst: Some(self.y.abs()) };
        let time = Time { handling: self.flag.then_some(estimate), waiting: None, target: Some(1.0) };
        let by = Vec2::new(self.x, self.y);
        vec![
            StepCommand::Create { step: self.new_step(), onto: self.onto() },
            StepCommand::CreateAfter {
                step: self.new_step(),
                from: step.clone(),
                connector: line_id(&self.id),
                label: en(&self.text),
            },
            StepCommand::Move { steps: steps.clone(), by, onto: self.onto() },
            StepCommand::PutInLane { steps: steps.clone(), lane: lane_id(&self.id) },
            StepCommand::PutInPhase { steps: steps.clone(), phase: phase_id(&self.id) },
            StepCommand::LeavePhase { steps: steps.clone() },
            StepCommand::Resize { step: step.clone(), rect: Rect::new(0.0, self.x, self.y, 1.5) },
            StepCommand::FitSize { steps: steps.clone() },
            StepCommand::SetSize { steps: steps.clone(), size: Size::new(self.x, self.y) },
            StepCommand::SetFit { steps: steps.clone(), fit: Fit::Fixed },
            StepCommand::Pin { steps: steps.clone(), pinned: self.flag },
            StepCommand::SetKind { steps: steps.clone(), kind: StepKind::PALETTE[self.n % 18] },
            StepCommand::SetTime { step: step.clone(), time },
            StepCommand::SetLink { step, link: self.flag.then(|| Link::Address(self.text.clone())) },
            StepCommand::LayOut { places: BTreeMap::from([(self.step(), self.at())]) },
            StepCommand::Arrange { steps, how: Arrange::SpreadDown },
        ]
    }

    fn connector_commands(&self) -> Vec<ConnectorCommand> {
        let connector = line_id(&self.id);
        let connectors = BTreeSet::from([connector.clone()]);
        let kind = ConnectorKind::Message;
        vec![
            ConnectorCommand::Create {
                id: connector.clone(),
                from: self.end(),
                to: self.end(),
                kind,
                label: en(&self.text),
            },
            ConnectorCommand::Reconnect {
                connector: connector.clone(),
                which: ConnectorEnd::To,
                end: self.end(),
            },
            ConnectorCommand::Reverse { connector: connector.clone() },
            ConnectorCommand::SetKind { connectors: connectors.clone(), kind },
            ConnectorCommand::SetShare {
                connector: connector.clone(),
                share: self.flag.then_some(self.x.abs()),
            },
            ConnectorCommand::EvenShares { step: self.step() },
            ConnectorCommand::SetBends {
                connector: connector.clone(),
                bends: vec![Bend { at: self.at(), pinned: self.flag }],
            },
            ConnectorCommand::MoveLabel { connector, at: self.at() },
            ConnectorCommand::PlaceLabels { connectors: connectors.clone() },
            ConnectorCommand::Tidy { connectors },
        ]
    }

    fn lane_commands(&self) -> Vec<LaneCommand> {
        let lane = lane_id(&self.id);
        vec![
            LaneCommand::Add { id: lane.clone(), at: self.n, title: en(&self.text), role: Role::Customer },
            LaneCommand::Move { lane: lane.clone(), to: self.n },
            LaneCommand::Resize { lane: lane.clone(), size: self.x },
            LaneCommand::Delete { lane: lane.clone(), content: Content::MoveTo(lane_id("other")) },
            LaneCommand::SetRole { lane, role: Role::ProcessOwner },
        ]
    }

    fn pool_commands(&self) -> Vec<PoolCommand> {
        let pool = PoolId::mint(&self.id, 0);
        let lanes = BTreeSet::from([lane_id(&self.id)]);
        let part = PoolPart::Lane(lane_id(&self.id));
        vec![
            PoolCommand::Add { id: pool.clone(), lanes, title: en(&self.text) },
            PoolCommand::Move { pool: pool.clone(), to: self.n },
            PoolCommand::PutIn { part, pool: self.flag.then(|| pool.clone()) },
            PoolCommand::Dissolve { pool },
        ]
    }

    fn phase_commands(&self) -> Vec<PhaseCommand> {
        let phase = phase_id(&self.id);
        vec![
            PhaseCommand::Add { id: phase.clone(), at: self.n, title: en(&self.text) },
            PhaseCommand::Move { phase: phase.clone(), to: self.n },
            PhaseCommand::Resize { phase: phase.clone(), size: self.x },
            PhaseCommand::Delete { phase, content: self.flag.then_some(Content::Delete) },
        ]
    }

    fn page_commands(&self, page: &Page) -> Vec<PageCommand> {
        let id = PageId::parse(&self.id).unwrap();
        vec![
            PageCommand::Add {
                id: id.clone(),
                lanes: vec![lane_id(&self.id)],
                pools: vec![PoolId::mint(&self.id, 0)],
                at: self.n,
                title: en(&self.text),
            },
            PageCommand::Duplicate { page: id.clone(), copy: Box::new(page.clone()) },
            PageCommand::Move { page: id.clone(), to: self.n },
            PageCommand::Delete { page: id },
            PageCommand::Flip,
            PageCommand::LayOut { laid_out: Box::new(page.clone()) },
            PageCommand::SetLanguage(UiLang::Es.into()),
            PageCommand::AddLanguage(UiLang::Es.into()),
            PageCommand::Extract { steps: self.steps(), page: Box::new(page.clone()), step: self.new_step() },
            PageCommand::RemoveLanguage(UiLang::En.into()),
            PageCommand::SetTheme(ThemeName::HighContrast),
            PageCommand::SetLineJumps(LineJumps::Gap),
            PageCommand::SetVersion(self.text.clone()),
        ]
    }

    /// One of each command.
    fn commands(&self, page: &Page) -> Vec<Command> {
        let steps = self.steps_commands().into_iter().map(Command::Step);
        let connectors = self.connector_commands().into_iter().map(Command::Connector);
        let lanes = self.lane_commands().into_iter().map(Command::Lane);
        let pools = self.pool_commands().into_iter().map(Command::Pool);
        let phases = self.phase_commands().into_iter().map(Command::Phase);
        let pages = self.page_commands(page).into_iter().map(Command::Page);
        let what = Selection::steps(page.steps.keys().cloned());
        let of = TextOf::Detail(self.step(), Detail::Say);
        let others = [
            Command::SetText { of: of.clone(), lang: UiLang::Es.into(), text: self.text.clone() },
            Command::ConfirmTranslation { of, lang: UiLang::En.into() },
            Command::SetStyle {
                of: what.clone(),
                part: StylePart::Line,
                color: Some(Color::hex(0x1A_4F_8B)),
            },
            Command::SetProperty { of: Owner::Document, key: self.text.clone(), value: None },
            Command::Delete { what: what.clone(), heal: self.flag },
            Command::Paste {
                fragment: Box::new(Fragment::cut_from(page, &what)),
                by: Vec2::new(self.x, self.y),
            },
            Command::All(vec![Command::Page(PageCommand::Flip)]),
        ];
        steps.chain(connectors).chain(lanes).chain(pools).chain(phases).chain(pages).chain(others).collect()
    }
}

/// The place of a command among all of its kind: a new command has to be given one here, and is then missed below.
fn ordinal(command: &Command) -> usize {
    match command {
        Command::Step(command) => step_ordinal(command),
        Command::Connector(command) => 20 + connector_ordinal(command),
        Command::Lane(command) => match command {
            LaneCommand::Add { .. } => 40,
            LaneCommand::Move { .. } => 41,
            LaneCommand::Resize { .. } => 42,
            LaneCommand::Delete { .. } => 43,
            LaneCommand::SetRole { .. } => 44,
        },
        Command::Pool(command) => match command {
            PoolCommand::Add { .. } => 45,
            PoolCommand::Move { .. } => 46,
            PoolCommand::PutIn { .. } => 47,
            PoolCommand::Dissolve { .. } => 48,
        },
        Command::Phase(command) => match command {
            PhaseCommand::Add { .. } => 50,
            PhaseCommand::Move { .. } => 51,
            PhaseCommand::Resize { .. } => 52,
            PhaseCommand::Delete { .. } => 53,
        },
        Command::Page(command) => 60 + page_ordinal(command),
        Command::SetText { .. } => 80,
        Command::SetStyle { .. } => 81,
        Command::SetProperty { .. } => 82,
        Command::Delete { .. } => 83,
        Command::Paste { .. } => 84,
        Command::All(_) => 85,
        Command::ConfirmTranslation { .. } => 86,
    }
}

const fn step_ordinal(command: &StepCommand) -> usize {
    match command {
        StepCommand::Create { .. } => 0,
        StepCommand::CreateAfter { .. } => 1,
        StepCommand::Move { .. } => 2,
        StepCommand::PutInLane { .. } => 3,
        StepCommand::PutInPhase { .. } => 4,
        StepCommand::Resize { .. } => 5,
        StepCommand::FitSize { .. } => 6,
        StepCommand::SetSize { .. } => 7,
        StepCommand::SetFit { .. } => 8,
        StepCommand::Pin { .. } => 9,
        StepCommand::SetKind { .. } => 10,
        StepCommand::SetTime { .. } => 11,
        StepCommand::SetLink { .. } => 12,
        StepCommand::LayOut { .. } => 13,
        StepCommand::Arrange { .. } => 14,
        StepCommand::LeavePhase { .. } => 15,
    }
}

const fn connector_ordinal(command: &ConnectorCommand) -> usize {
    match command {
        ConnectorCommand::Create { .. } => 0,
        ConnectorCommand::Reconnect { .. } => 1,
        ConnectorCommand::Reverse { .. } => 2,
        ConnectorCommand::SetKind { .. } => 3,
        ConnectorCommand::SetShare { .. } => 4,
        ConnectorCommand::EvenShares { .. } => 5,
        ConnectorCommand::SetBends { .. } => 6,
        ConnectorCommand::MoveLabel { .. } => 7,
        ConnectorCommand::PlaceLabels { .. } => 8,
        ConnectorCommand::Tidy { .. } => 9,
    }
}

const fn page_ordinal(command: &PageCommand) -> usize {
    match command {
        PageCommand::Add { .. } => 0,
        PageCommand::Duplicate { .. } => 1,
        PageCommand::Move { .. } => 2,
        PageCommand::Delete { .. } => 3,
        PageCommand::Flip => 4,
        PageCommand::LayOut { .. } => 5,
        PageCommand::SetLanguage(_) => 6,
        PageCommand::SetTheme(_) => 7,
        PageCommand::SetLineJumps(_) => 8,
        PageCommand::SetVersion(_) => 9,
        PageCommand::AddLanguage(_) => 10,
        PageCommand::RemoveLanguage(_) => 11,
        PageCommand::Extract { .. } => 12,
    }
}

/// How many commands there are.
const COMMANDS: usize = 16 + 10 + 5 + 4 + 4 + 13 + 7;

#[test]
fn every_command_is_read_as_it_was_written() {
    let chart = Chart::with_phases(Orientation::Vertical, &["a ──?b ──c", "d"], &[("b", "d")], &[("p", 3)]);
    let filling =
        ("[a-z][a-z0-9-]{0,20}", "\\PC{0,20}", -1e7..1e7_f64, any::<f64>(), 0..1000_usize, any::<bool>());
    let filling = filling
        .prop_filter("numbers of documents are finite", |(_, _, _, y, _, _)| y.is_finite())
        .prop_map(|(id, text, x, y, n, flag)| Filling { id, text, x, y, n, flag });
    let config = Config { cases: 32, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let result = runner.run(&filling, |filling| {
        let commands = filling.commands(chart.page());
        let kinds: BTreeSet<usize> = commands.iter().map(ordinal).collect();
        prop_assert_eq!(kinds.len(), COMMANDS);
        for command in commands {
            let written = ron::to_string(&command).expect("it is written");
            let read: Command = ron::from_str(&written).expect("it is read");
            prop_assert_eq!(read, command);
        }
        Ok(())
    });
    assert!(result.is_ok(), "{}", result.unwrap_err());
}

#[test]
fn an_unknown_field_of_a_command_is_refused() {
    let command = Command::Step(StepCommand::FitSize { steps: BTreeSet::new() });
    let written = ron::to_string(&command).unwrap();
    assert!(ron::from_str::<Command>(&written).is_ok());
    let more = written.replace("steps:[]", "steps:[],more:1");
    assert_ne!(more, written);
    assert!(ron::from_str::<Command>(&more).is_err(), "{more}");
}
