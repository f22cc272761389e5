//! What is done to steps.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{
    geom::{Point, Rect, Size, Vec2, serial},
    model::{ConnectorId, Fit, LaneId, Link, PhaseId, StepId, StepKind, Text, Time},
};

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

/// A connector that a step is put into: it is cut, and leads through the step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Onto {
    /// The connector; it will lead to the step.
    pub connector: ConnectorId,
    /// The new connector, which leads on from the step.
    pub onward: ConnectorId,
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
