//! What is known of a command.

use eframe::egui::KeyboardShortcut;

use super::command::AppCommand;
use crate::ui::icons::Icon;

/// The menu that a command stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MenuName {
    /// Documents.
    File,
    /// What is selected.
    Edit,
    /// How things are seen.
    View,
    /// What is added.
    Insert,
    /// What is put in order.
    Arrange,
    /// Which document is seen.
    Window,
    /// What to know.
    Help,
}

impl MenuName {
    /// All of them, from left to right.
    pub(crate) const ALL: [Self; 7] =
        [Self::File, Self::Edit, Self::View, Self::Insert, Self::Arrange, Self::Window, Self::Help];

    /// The heading's key in the catalogue.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::File => "ui-menu-file",
            Self::Edit => "ui-menu-edit",
            Self::View => "ui-menu-view",
            Self::Insert => "ui-menu-insert",
            Self::Arrange => "ui-menu-arrange",
            Self::Window => "ui-menu-window",
            Self::Help => "ui-menu-help",
        }
    }
}

/// When a command can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    /// Always.
    Nothing,
    /// While a document is shown.
    Document,
    /// While a document is shown that has a file.
    File,
    /// While a document is shown that was made of a table.
    Report,
    /// While there is a place for templates of one's own.
    Home,
    /// While there are several documents.
    OtherDocument,
    /// While a document is shown that lacks a language which the program speaks.
    MissingLanguage,
    /// While a document is shown that has several languages.
    TwoLanguages,
    /// When something was done.
    Done,
    /// When something was taken back.
    Undone,
    /// While anything is selected.
    Selection,
    /// While steps or connectors are selected.
    Records,
    /// While a single thing that has a text is selected.
    OneText,
    /// While a step is all that is selected.
    OneStep,
    /// While a step is all that is selected that leads somewhere beside its connectors.
    Link,
    /// While there is a place from which a link was followed.
    WayBack,
    /// While a connector is all that is selected.
    OneConnector,
    /// While a connector is selected whose label a person placed.
    PlacedLabel,
    /// While the page has a step.
    AnyStep,
    /// While a lane with at least two steps is selected, or a step in it.
    LaneWithSteps,
    /// While a lane is selected, or anything in one.
    InLane,
    /// While a phase is selected, or anything in one.
    InPhase,
    /// While one lane is selected, or steps of one.
    OneLane,
    /// While lanes are selected.
    Lane,
    /// While lanes are selected that lie in a pool.
    Pool,
    /// While at least one step is selected.
    Step,
    /// While at least two steps are selected.
    TwoSteps,
    /// While at least three steps are selected.
    ThreeSteps,
}

impl Needs {
    /// What is said where it is not so: a key in the catalogue.
    pub(crate) const fn reason(self) -> &'static str {
        match self {
            Self::Nothing | Self::Document => "ui-needs-document",
            Self::File => "ui-needs-file",
            Self::Report => "ui-needs-report",
            Self::Home => "ui-needs-home",
            Self::OtherDocument => "ui-needs-other-document",
            Self::MissingLanguage => "ui-needs-missing-language",
            Self::TwoLanguages => "ui-needs-two-languages",
            Self::Done => "ui-needs-done",
            Self::Undone => "ui-needs-undone",
            Self::Selection => "ui-needs-selection",
            Self::Records => "ui-needs-records",
            Self::OneText => "ui-needs-one-text",
            Self::OneStep => "ui-needs-one-step",
            Self::Link => "ui-needs-link",
            Self::WayBack => "ui-needs-way-back",
            Self::OneConnector => "ui-needs-one-connector",
            Self::PlacedLabel => "ui-needs-placed-label",
            Self::AnyStep => "ui-needs-any-step",
            Self::LaneWithSteps => "ui-needs-lane-with-steps",
            Self::InLane => "ui-needs-in-lane",
            Self::InPhase => "ui-needs-in-phase",
            Self::OneLane => "ui-needs-one-lane",
            Self::Lane => "ui-needs-lane",
            Self::Pool => "ui-needs-pool",
            Self::Step => "ui-needs-step",
            Self::TwoSteps => "ui-needs-two-steps",
            Self::ThreeSteps => "ui-needs-three-steps",
        }
    }
}

/// What is known of a command.
pub(crate) struct CommandInfo {
    /// What it does.
    pub(crate) command: AppCommand,
    /// Its label's key in the catalogue; the tooltip's is the same with `-tip`.
    pub(crate) key: &'static str,
    /// Its keys; the first is the one that is shown.
    pub(crate) shortcuts: &'static [KeyboardShortcut],
    /// Whether its keys mean something else in a text field.
    pub(crate) is_texts: bool,
    /// When it can be used.
    pub(crate) needs: Needs,
    /// Where it stands: menu and group in the menu.
    pub(crate) menu: (MenuName, u8),
    /// The menu inside of that menu, if any: the heading's key in the catalogue.
    pub(crate) submenu: Option<&'static str>,
    /// Its sign, if it has one: toolbar group and sign.
    pub(crate) toolbar: Option<(u8, Icon)>,
    /// What else people call it, which is searched and never shown: keys in the catalogue.
    pub(crate) synonyms: &'static [&'static str],
}

/// A command that has words and a place.
pub(crate) const fn row(command: AppCommand, key: &'static str, menu: (MenuName, u8)) -> CommandInfo {
    CommandInfo {
        command,
        key,
        shortcuts: &[],
        is_texts: false,
        needs: Needs::Nothing,
        menu,
        submenu: None,
        toolbar: None,
        synonyms: &[],
    }
}

impl CommandInfo {
    pub(crate) const fn keys(self, shortcuts: &'static [KeyboardShortcut]) -> Self {
        Self { shortcuts, ..self }
    }

    /// Keys that text fields know, too.
    pub(crate) const fn text_keys(self, shortcuts: &'static [KeyboardShortcut]) -> Self {
        Self { shortcuts, is_texts: true, ..self }
    }

    pub(crate) const fn needs(self, needs: Needs) -> Self {
        Self { needs, ..self }
    }

    pub(crate) const fn inside(self, submenu: &'static str) -> Self {
        Self { submenu: Some(submenu), ..self }
    }

    pub(crate) const fn synonyms(self, synonyms: &'static [&'static str]) -> Self {
        Self { synonyms, ..self }
    }

    pub(crate) const fn sign(self, group: u8, icon: Icon) -> Self {
        Self { toolbar: Some((group, icon)), ..self }
    }
}
