//! What a person can do to a document, as data.
//!
//! Owns the vocabulary. A command says what is meant, never how it is done; ids of what it makes are part of it,
//! so that doing it again (each frame of a gesture, a replay in a test) makes the same document.
//!
//! Commands and [patches](super::Patch) are written and read with serde by *this version of the program alone*: for a
//! journal, another process, a test. They hold records as they are in memory, which change with the program; so
//! whoever keeps them longer than a run writes the program's version beside them and refuses any other. Unknown
//! fields are refused. Documents that are kept go through the frozen structs of `persist`, which alone hold the promise
//! that files of every version open.

use super::{Fragment, Selection, TextOf};
use crate::{
    geom::{Point, Rect, Size, Vec2, serial},
    locale::Lang,
    model::{
        Bend, Color, ConnectorEnd, ConnectorId, ConnectorKind, End, Fit, LaneId, LineJumps, Link, PageId,
        PhaseId, PoolId, Role, StepId, StepKind, Text, ThemeName, Time,
    },
};
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// Something that a person wants to be done. Acts on the page that the editor shows unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Command {
    /// About steps.
    Step(StepCommand),
    /// About connectors.
    Connector(ConnectorCommand),
    /// About lanes.
    Lane(LaneCommand),
    /// About pools.
    Pool(PoolCommand),
    /// About phases.
    Phase(PhaseCommand),
    /// About pages and the document.
    Page(PageCommand),
    /// Writes a text; an empty one takes the language out.
    SetText {
        /// Which text.
        of: TextOf,
        /// In which language.
        lang: Lang,
        /// What it will say.
        text: String,
    },
    /// Sets or takes away an override of the theme.
    SetStyle {
        /// Steps, connectors and lanes; what a record has no such part of is passed over.
        of: Selection,
        /// Which colour.
        part: StylePart,
        /// `None`: as the theme says.
        color: Option<Color>,
    },
    /// Sets or takes away a free property.
    SetProperty {
        /// Whose.
        of: Owner,
        /// Its name.
        key: String,
        /// `None` takes it away.
        value: Option<String>,
    },
    /// Removes steps and connectors, and the lanes and phases in the selection together with nothing else:
    /// see [`LaneCommand::Delete`] for those.
    Delete {
        /// What goes.
        what: Selection,
        /// Whether the flow is closed where a removed step had one way in and one way out.
        heal: bool,
    },
    /// Adds a copy of what was cut out.
    Paste {
        /// What; its ids are new.
        fragment: Box<Fragment>,
        /// How far from where it was cut out; further, where something stands there.
        #[serde(with = "serial::Vec2Form")]
        by: Vec2,
    },
    /// Several commands as one; refused when one of them is.
    All(Vec<Self>),
}

/// A record with free properties.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Owner {
    /// The document.
    Document,
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
}

/// A colour that may differ from the theme's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StylePart {
    /// The inside of a step; the header of a lane.
    Fill,
    /// Outline or line.
    Line,
    /// The text.
    Text,
}

/// A connector that a step is put into: it is cut, and leads through the step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Onto {
    /// The connector; it will lead to the step.
    pub connector: ConnectorId,
    /// The new connector, which leads on from the step.
    pub onward: ConnectorId,
}

/// A new step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewStep {
    /// Its name.
    pub id: StepId,
    /// The symbol.
    pub kind: StepKind,
    /// The middle of its place, in page coordinates.
    #[serde(with = "serial::PointForm")]
    pub at: Point,
    /// The label.
    pub text: Text,
}

/// What is done to steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StepCommand {
    /// Adds a step; its lane and phase follow from its place.
    Create {
        /// The step.
        step: NewStep,
        /// The connector it is put into, if any.
        onto: Option<Onto>,
    },
    /// Adds a step and a connector that leads to it.
    CreateAfter {
        /// The step; where it does not stand free, it comes to the nearest place that is, and only where there is none
        /// nearby, room is made.
        step: NewStep,
        /// The step before it.
        from: StepId,
        /// The new connector.
        connector: ConnectorId,
        /// What the connector says.
        label: Text,
    },
    /// Moves steps and the free ends and bends between them.
    Move {
        /// Which.
        steps: BTreeSet<StepId>,
        /// How far.
        #[serde(with = "serial::Vec2Form")]
        by: Vec2,
        /// The connector that a single step is dropped on, if any.
        onto: Option<Onto>,
    },
    /// Puts steps into a lane, at the place along the flow where they are.
    PutInLane {
        /// Which.
        steps: BTreeSet<StepId>,
        /// Where.
        lane: LaneId,
    },
    /// Puts steps into a phase, across the flow where they are.
    PutInPhase {
        /// Which.
        steps: BTreeSet<StepId>,
        /// Where.
        phase: PhaseId,
    },
    /// Takes steps out of their phases; they stay where they are, and belong to a phase again when they are moved.
    LeavePhase {
        /// Which.
        steps: BTreeSet<StepId>,
    },
    /// Gives a step another place and size.
    Resize {
        /// Which.
        step: StepId,
        /// Place and size; made larger where the text needs it and the step grows with its text.
        #[serde(with = "serial::RectForm")]
        rect: Rect,
    },
    /// Gives steps the size that their kind and text need.
    FitSize {
        /// Which.
        steps: BTreeSet<StepId>,
    },
    /// Gives steps the same size.
    SetSize {
        /// Which.
        steps: BTreeSet<StepId>,
        /// The size.
        #[serde(with = "serial::SizeForm")]
        size: Size,
    },
    /// Says what happens when the text no longer fits.
    SetFit {
        /// Which.
        steps: BTreeSet<StepId>,
        /// What happens.
        fit: Fit,
    },
    /// Pins steps in place, so that automatic layout leaves them where they are, or takes the pins away.
    Pin {
        /// Which.
        steps: BTreeSet<StepId>,
        /// Whether they are pinned afterwards.
        pinned: bool,
    },
    /// Makes steps another symbol; the size follows where it was that of kind and text.
    SetKind {
        /// Which.
        steps: BTreeSet<StepId>,
        /// What they become.
        kind: StepKind,
    },
    /// Sets a step's times.
    SetTime {
        /// Which.
        step: StepId,
        /// All of them.
        time: Time,
    },
    /// Sets where a click leads.
    SetLink {
        /// Which.
        step: StepId,
        /// Where to; `None`: nowhere.
        link: Option<Link>,
    },
    /// Puts the middles of steps where [`places_of`](crate::arrange::places_of) would have them, with new lines between them.
    /// Pinned steps stay.
    LayOut {
        /// Which, and where to.
        #[serde(with = "serial::points")]
        places: BTreeMap<StepId, Point>,
    },
    /// Lines steps up, spreads them or changes which lies on top.
    Arrange {
        /// Which.
        steps: BTreeSet<StepId>,
        /// How.
        how: Arrange,
    },
}

/// Ways of putting steps in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Arrange {
    /// Left edges on one line.
    Left,
    /// Centres on one upright line.
    Centre,
    /// Right edges on one line.
    Right,
    /// Upper edges on one line.
    Top,
    /// Centres on one level line.
    Middle,
    /// Lower edges on one line.
    Bottom,
    /// Equal gaps from left to right.
    SpreadAcross,
    /// Equal gaps from top to bottom.
    SpreadDown,
    /// On top of everything.
    ToFront,
    /// Below everything.
    ToBack,
}

/// What is done to connectors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConnectorCommand {
    /// Adds a connector.
    Create {
        /// Its name.
        id: ConnectorId,
        /// Where it begins.
        from: End,
        /// Where it ends.
        to: End,
        /// What it means.
        kind: ConnectorKind,
        /// What it says.
        label: Text,
    },
    /// Puts an end somewhere else: on a step, or on nothing.
    Reconnect {
        /// Which.
        connector: ConnectorId,
        /// Which end.
        which: ConnectorEnd,
        /// Where to.
        end: End,
    },
    /// Makes beginning and end change places.
    Reverse {
        /// Which.
        connector: ConnectorId,
    },
    /// Changes what connectors mean.
    SetKind {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
        /// What they become.
        kind: ConnectorKind,
    },
    /// Sets how many of the cases take a connector; where a decision has two branches with shares, the other one
    /// follows.
    SetShare {
        /// Which.
        connector: ConnectorId,
        /// Percent; `None`: not said.
        share: Option<f64>,
    },
    /// Makes the shares of a decision's branches add up to 100: missing ones get what is left, or all are scaled.
    EvenShares {
        /// The decision.
        step: StepId,
    },
    /// Gives a connector the corners that a person placed; the ends keep their ports.
    SetBends {
        /// Which.
        connector: ConnectorId,
        /// The corners.
        bends: Vec<Bend>,
    },
    /// Puts a connector's label somewhere else, where it stays: it keeps that place beside its line.
    MoveLabel {
        /// Which.
        connector: ConnectorId,
        /// The label's middle, in page coordinates.
        #[serde(with = "serial::PointForm")]
        at: Point,
    },
    /// Finds places for the labels of connectors, forgetting where a person put them.
    PlaceLabels {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
    },
    /// Finds the way of connectors anew, forgetting pinned bends, ports and labels.
    Tidy {
        /// Which.
        connectors: BTreeSet<ConnectorId>,
    },
}

/// What becomes of the steps of a lane or phase that goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Content<Id> {
    /// They go too.
    Delete,
    /// They move there.
    MoveTo(Id),
}

/// What is done to lanes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum LaneCommand {
    /// Adds a lane; between two of a pool, it lies in the pool.
    Add {
        /// Its name.
        id: LaneId,
        /// Its place among the lanes; 0: first.
        at: usize,
        /// The heading.
        title: Text,
        /// Who it is.
        role: Role,
    },
    /// Moves a lane with everything in it; where it leaves its pool or comes amid another one, it belongs to what is
    /// there.
    Move {
        /// Which.
        lane: LaneId,
        /// Its new place among the lanes.
        to: usize,
    },
    /// Sets how far a lane reaches across the page; never less than its content needs.
    Resize {
        /// Which.
        lane: LaneId,
        /// Document units.
        size: f64,
    },
    /// Removes a lane; the last one stays.
    Delete {
        /// Which.
        lane: LaneId,
        /// What becomes of its steps.
        content: Content<LaneId>,
    },
    /// Says who a lane is.
    SetRole {
        /// Which.
        lane: LaneId,
        /// Who.
        role: Role,
    },
}

/// What lies in a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PoolPart {
    /// A lane.
    Lane(LaneId),
    /// Another pool, with everything in it.
    Pool(PoolId),
}

/// What is done to pools; [`Command::SetText`] gives one its heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PoolCommand {
    /// Puts a new pool around lanes that stand side by side. It lies in the nearest pool around all of them, and takes
    /// whole pools of that in.
    Add {
        /// Its name.
        id: PoolId,
        /// Which lanes.
        lanes: BTreeSet<LaneId>,
        /// The heading.
        title: Text,
    },
    /// Moves a pool with everything in it; where it leaves the pool around it or comes amid another one, it belongs to
    /// what is there.
    Move {
        /// Which.
        pool: PoolId,
        /// How many other lanes come before it afterwards.
        to: usize,
    },
    /// Puts a lane or a pool into another one, or out of all; it moves to the nearest place where that goes.
    PutIn {
        /// What.
        part: PoolPart,
        /// Where; `None`: in no pool.
        pool: Option<PoolId>,
    },
    /// Takes a pool away; what lies in it stays, in the pool around it.
    Dissolve {
        /// Which.
        pool: PoolId,
    },
}

/// What is done to phases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PhaseCommand {
    /// Adds a phase. The first one of a page takes in all steps.
    Add {
        /// Its name.
        id: PhaseId,
        /// Its place among the phases; 0: first.
        at: usize,
        /// The heading.
        title: Text,
    },
    /// Moves a phase with everything in it.
    Move {
        /// Which.
        phase: PhaseId,
        /// Its new place among the phases.
        to: usize,
    },
    /// Sets how far a phase reaches along the page; never less than its content needs.
    Resize {
        /// Which.
        phase: PhaseId,
        /// Document units.
        size: f64,
    },
    /// Removes a phase; its steps go too or belong to another one. Without phases they belong to none.
    Delete {
        /// Which.
        phase: PhaseId,
        /// What becomes of its steps; `None`: they stay where they are and belong to what is there.
        content: Option<Content<PhaseId>>,
    },
}

/// What is done to pages and the document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PageCommand {
    /// Adds an empty page with the lanes of the page that is shown.
    Add {
        /// Its name.
        id: PageId,
        /// Names for its lanes, as many as the shown page has.
        lanes: Vec<LaneId>,
        /// Names for its pools, as many as the shown page has.
        pools: Vec<PoolId>,
        /// Its place among the pages.
        at: usize,
        /// The heading.
        title: Text,
    },
    /// Adds a copy of a page behind it.
    Duplicate {
        /// Which.
        page: PageId,
        /// The copy; its ids are new.
        copy: Box<crate::model::Page>,
    },
    /// Moves a page.
    Move {
        /// Which.
        page: PageId,
        /// Its new place among the pages.
        to: usize,
    },
    /// Removes a page; the last one stays.
    Delete {
        /// Which.
        page: PageId,
    },
    /// Turns the flow of the shown page from across to down or back; everything is placed anew accordingly.
    Flip,
    /// Places everything on the shown page as a copy of it has it, which [`lay_out`](crate::arrange::lay_out) made: steps, lines
    /// and labels, lanes and phases. What came or went since then stays as it is.
    LayOut {
        /// The copy.
        laid_out: Box<crate::model::Page>,
    },
    /// Sets the language that the document is read in first.
    SetLanguage(Lang),
    /// The document is to be read in another language, too.
    AddLanguage(Lang),
    /// Takes a language out with all that is written in it, but what is written in no other one; the last one stays.
    RemoveLanguage(Lang),
    /// Sets the look.
    SetTheme(ThemeName),
    /// Sets how lines cross each other.
    SetLineJumps(LineJumps),
    /// Sets the title block's version.
    SetVersion(String),
}
