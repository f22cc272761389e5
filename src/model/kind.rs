//! The symbols.

use serde::{Deserialize, Serialize};

/// What a step is, drawn with the outline that ISO 5807 gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum StepKind {
    /// A terminator where the flow begins.
    Start,
    /// A terminator where a path ends.
    End(Outcome),
    /// Work that somebody does.
    Process,
    /// A place where the flow divides or joins.
    Decision(Branching),
    /// Input or output.
    Data,
    /// A document.
    Document,
    /// Several documents.
    MultiDocument,
    /// A process drawn elsewhere.
    Subprocess,
    /// Stored data.
    Database,
    /// Work by hand.
    ManualOperation,
    /// Something typed in.
    ManualInput,
    /// Something made ready.
    Preparation,
    /// Waiting.
    Delay,
    /// Something shown.
    Display,
    /// Something that happens.
    Event(Trigger),
    /// A jump to the same letter elsewhere on the page.
    OnPageConnector,
    /// A jump to another page.
    OffPageConnector,
    /// A remark; never part of the flow.
    Note,
}

impl StepKind {
    /// One of each outline, in the order of a palette.
    pub const PALETTE: [Self; 18] = [
        Self::Start,
        Self::End(Outcome::Solved),
        Self::Process,
        Self::Decision(Branching::Plain),
        Self::Data,
        Self::Document,
        Self::MultiDocument,
        Self::Subprocess,
        Self::Database,
        Self::ManualOperation,
        Self::ManualInput,
        Self::Preparation,
        Self::Delay,
        Self::Display,
        Self::Event(Trigger::None),
        Self::OnPageConnector,
        Self::OffPageConnector,
        Self::Note,
    ];

    /// A word for the kind, the same in every language: used in file geometry and as a catalogue key.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::End(_) => "end",
            Self::Process => "process",
            Self::Decision(_) => "decision",
            Self::Data => "data",
            Self::Document => "document",
            Self::MultiDocument => "multi-document",
            Self::Subprocess => "subprocess",
            Self::Database => "database",
            Self::ManualOperation => "manual-operation",
            Self::ManualInput => "manual-input",
            Self::Preparation => "preparation",
            Self::Delay => "delay",
            Self::Display => "display",
            Self::Event(_) => "event",
            Self::OnPageConnector => "on-page-connector",
            Self::OffPageConnector => "off-page-connector",
            Self::Note => "note",
        }
    }

    /// Whether the step takes part in the flow.
    pub const fn is_flow(self) -> bool {
        !matches!(self, Self::Note)
    }

    /// Whether several ways may lead out.
    pub const fn can_branch(self) -> bool {
        matches!(self, Self::Decision(_))
    }
}

/// How the branches of a decision work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Branching {
    /// One branch is taken; no marker is drawn.
    #[default]
    Plain,
    /// One branch is taken (×).
    Exclusive,
    /// One or more branches are taken (○).
    Inclusive,
    /// All branches are taken (+).
    Parallel,
    /// The first event to happen chooses the branch (pentagon).
    Event,
    /// Described in words (✳).
    Complex,
}

impl Branching {
    /// Whether exactly one branch is taken each time, so that shares add up to 100 %.
    pub const fn is_exclusive(self) -> bool {
        matches!(self, Self::Plain | Self::Exclusive | Self::Event)
    }
}

/// What makes an event happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Trigger {
    /// Not said.
    #[default]
    None,
    /// A message arrives.
    Message,
    /// A time comes.
    Timer,
    /// A condition comes true.
    Condition,
    /// A signal to everybody.
    Signal,
    /// Something goes wrong.
    Error,
    /// It is taken to somebody higher.
    Escalation,
}

/// How a path ended, so that shares can be counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Outcome {
    /// The customer has what was needed.
    #[default]
    Solved,
    /// It was refused.
    Refused,
    /// The customer gave up or did not answer.
    Withdrawn,
    /// It goes on elsewhere.
    HandedOver,
    /// None of these.
    Other,
}
