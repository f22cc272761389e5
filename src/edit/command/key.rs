//! The stable name of each command: by it a history says in the reader's language what was done.
//!
//! Must not know what a command does.

use super::{
    any::Command,
    band::{LaneCommand, PhaseCommand, PoolCommand},
    connector::ConnectorCommand,
    page::PageCommand,
    step::StepCommand,
};

/// What it is called when a step is put into a line.
pub const INTO_LINE: &str = "edit-step-into-line";

impl Command {
    /// What the command is called in the history: a key in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Step(command) => command.key(),
            Self::Connector(command) => command.key(),
            Self::Lane(command) => command.key(),
            Self::Pool(command) => command.key(),
            Self::Phase(command) => command.key(),
            Self::Page(command) => command.key(),
            Self::SetText { .. } => "edit-text",
            Self::ConfirmTranslation { .. } => "edit-translation-confirm",
            Self::SetStyle { .. } => "edit-style",
            Self::SetProperty { .. } => "edit-property",
            Self::Delete { .. } => "edit-delete",
            Self::Paste { .. } => "edit-paste",
            Self::All(commands) => commands.first().map_or("edit-nothing", Self::key),
        }
    }

    /// Whether a person is writing while the command is shown.
    pub(in crate::edit) fn is_writing(&self) -> bool {
        match self {
            Self::SetText { .. }
            | Self::SetProperty { .. }
            | Self::Step(StepCommand::SetLink { .. } | StepCommand::SetTime { .. })
            | Self::Connector(ConnectorCommand::SetShare { .. })
            | Self::Page(PageCommand::SetVersion(_)) => true,
            Self::All(commands) => commands.iter().any(Self::is_writing),
            Self::Step(_)
            | Self::Connector(_)
            | Self::Lane(_)
            | Self::Pool(_)
            | Self::Phase(_)
            | Self::Page(_)
            | Self::ConfirmTranslation { .. }
            | Self::SetStyle { .. }
            | Self::Delete { .. }
            | Self::Paste { .. } => false,
        }
    }
}

impl StepCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Create { onto: Some(_), .. } | Self::Move { onto: Some(_), .. } => INTO_LINE,
            Self::Create { onto: None, .. } | Self::CreateAfter { .. } => "edit-step-add",
            Self::Move { onto: None, .. } => "edit-step-move",
            Self::PutInLane { .. } => "edit-step-lane",
            Self::PutInPhase { .. } | Self::LeavePhase { .. } => "edit-step-phase",
            Self::Resize { .. } | Self::FitSize { .. } | Self::SetSize { .. } | Self::SetFit { .. } => {
                "edit-step-size"
            }
            Self::Pin { pinned: true, .. } => "edit-step-pin",
            Self::Pin { pinned: false, .. } => "edit-step-unpin",
            Self::SetKind { .. } => "edit-step-kind",
            Self::SetTime { .. } => "edit-step-time",
            Self::SetLink { .. } => "edit-step-link",
            Self::LayOut { .. } => "edit-layout",
            Self::Arrange { .. } => "edit-step-arrange",
        }
    }
}

impl ConnectorCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Create { .. } => "edit-connect",
            Self::Reconnect { .. } => "edit-reconnect",
            Self::Reverse { .. } => "edit-reverse",
            Self::SetKind { .. } => "edit-connector-kind",
            Self::SetShare { .. } | Self::EvenShares { .. } => "edit-share",
            Self::SetBends { .. } => "edit-bends",
            Self::MoveLabel { .. } => "edit-label-move",
            Self::PlaceLabels { .. } => "edit-label-place",
            Self::Tidy { .. } => "edit-tidy",
        }
    }
}

impl LaneCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Add { .. } => "edit-lane-add",
            Self::Move { .. } => "edit-lane-move",
            Self::Resize { .. } => "edit-lane-size",
            Self::Delete { .. } => "edit-lane-delete",
            Self::SetRole { .. } => "edit-lane-role",
        }
    }
}

impl PoolCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Add { .. } => "edit-pool-add",
            Self::Move { .. } => "edit-pool-move",
            Self::PutIn { .. } => "edit-pool-put-in",
            Self::Dissolve { .. } => "edit-pool-dissolve",
        }
    }
}

impl PhaseCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Add { .. } => "edit-phase-add",
            Self::Move { .. } => "edit-phase-move",
            Self::Resize { .. } => "edit-phase-size",
            Self::Delete { .. } => "edit-phase-delete",
        }
    }
}

impl PageCommand {
    const fn key(&self) -> &'static str {
        match self {
            Self::Add { .. } | Self::Duplicate { .. } => "edit-page-add",
            Self::Extract { .. } => "edit-page-extract",
            Self::Move { .. } => "edit-page-move",
            Self::Delete { .. } => "edit-page-delete",
            Self::Flip => "edit-flip",
            Self::LayOut { .. } => "edit-layout",
            Self::SetLanguage(_) => "edit-language",
            Self::AddLanguage(_) => "edit-language-add",
            Self::RemoveLanguage(_) => "edit-language-remove",
            Self::SetTheme(_) | Self::SetLineJumps(_) => "edit-theme",
            Self::SetVersion(_) => "edit-title-block",
        }
    }
}
