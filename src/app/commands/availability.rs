//! Which commands can be used now, what they are called and which of them are chosen.

use super::{
    command::{AppCommand, EditCommand, SettingsCommand},
    info::{CommandInfo, Needs},
    table::TABLE,
};
use crate::{
    app::{
        documents::{open_document::OpenDocument, tabs::Documents},
        following::follow::destination_of,
        panels::state::Panels,
        settings::stored::Settings,
    },
    edit::Editor,
    locale::Catalog,
};

/// What the commands are looked at with.
#[derive(Clone, Copy)]
pub(crate) struct CommandState<'a> {
    pub(crate) documents: &'a Documents,
    pub(crate) settings: &'a Settings,
    pub(crate) panels: &'a Panels,
    pub(crate) catalog: &'static Catalog,
    /// Whether there is a place for templates of one's own.
    pub(crate) has_home: bool,
    /// Whether there is a place from which a link was followed.
    pub(crate) leads_back: bool,
}

impl CommandState<'_> {
    /// Why a command cannot be used now: a key in the catalogue.
    pub(crate) fn lack(&self, row: &CommandInfo) -> Option<&'static str> {
        let reason = row.needs.reason();
        if row.needs == Needs::Nothing {
            return None;
        }
        if row.needs == Needs::OtherDocument {
            return (self.documents.others() == 0).then_some(reason);
        }
        let Some(open) = self.documents.shown() else { return Some(Needs::Document.reason()) };
        let selection = open.editor.selection();
        let is_met = match row.needs {
            Needs::Nothing | Needs::Document | Needs::OtherDocument => true,
            Needs::File => open.file.is_some(),
            Needs::Report => open.report.is_some(),
            Needs::Home => self.has_home,
            Needs::MissingLanguage => !open.editor.document().missing_languages().is_empty(),
            Needs::TwoLanguages => open.editor.document().languages().len() > 1,
            Needs::Done => open.editor.undo_name().is_some(),
            Needs::Undone => open.editor.redo_name().is_some(),
            Needs::Selection => !selection.is_empty(),
            Needs::Records => !(selection.steps.is_empty() && selection.connectors.is_empty()),
            Needs::OneText => selection.len() == 1,
            Needs::OneStep => selection.only_step().is_some(),
            Needs::Link => selection.only_step().is_some_and(|step| destination_of(open, step).is_some()),
            Needs::WayBack => self.leads_back,
            Needs::OneConnector => selection.only_connector().is_some(),
            Needs::PlacedLabel => !open.placed_labels().is_empty(),
            Needs::AnyStep => open.page().is_some_and(|page| !page.steps.is_empty()),
            Needs::LaneWithSteps => open.steps_of_lane().is_some_and(|steps| steps.len() > 1),
            Needs::InLane => open.lanes_area().is_some(),
            Needs::InPhase => open.phases_area().is_some(),
            Needs::OneLane => open.only_lane().is_some(),
            Needs::Lane => !selection.lanes.is_empty(),
            Needs::Pool => open.pool_of_lanes().is_some(),
            Needs::Step => !selection.steps.is_empty(),
            Needs::TwoSteps => selection.steps.len() > 1,
            Needs::ThreeSteps => selection.steps.len() > 2,
        };
        (!is_met).then_some(reason)
    }

    pub(crate) fn is_enabled(&self, command: AppCommand) -> bool {
        TABLE.iter().find(|row| row.command == command).is_none_or(|row| self.lack(row).is_none())
    }

    /// What a command is called now: undo and redo say what, and what is meant is one or several.
    pub(crate) fn label(&self, row: &CommandInfo) -> String {
        let catalog = self.catalog;
        let editor = self.documents.shown().map(|open| &open.editor);
        let what = match row.command {
            AppCommand::Edit(EditCommand::Undo) => ("ui-undo-what", editor.and_then(Editor::undo_name)),
            AppCommand::Edit(EditCommand::Redo) => ("ui-redo-what", editor.and_then(Editor::redo_name)),
            AppCommand::Edit(EditCommand::TidyLines)
                if editor.is_some_and(|it| it.selection().only_connector().is_some()) =>
            {
                return catalog.text("ui-cmd-tidy-one");
            }
            _ => (row.key, None),
        };
        match what {
            (key, Some(name)) => catalog.text_with(key, &[("what", catalog.text(name).into())]),
            (_, None) => catalog.text(row.key),
        }
    }

    /// Whether what a command stands for is so now; `None` where it stands for nothing that can be so.
    pub(crate) fn is_chosen(&self, command: AppCommand) -> Option<bool> {
        match command {
            AppCommand::Toggle(panel) => Some(self.panels.state(panel).is_visible),
            AppCommand::OrderOutline(order) => Some(self.panels.outline_order == order),
            AppCommand::ListSymbols => Some(self.panels.lists_symbols),
            AppCommand::Settings(SettingsCommand::Look(look)) => Some(self.settings.look == look),
            AppCommand::Settings(SettingsCommand::LessMotion) => Some(self.settings.is_calm),
            AppCommand::Settings(SettingsCommand::KeepVersions) => Some(self.settings.keeps_versions),
            AppCommand::Settings(SettingsCommand::Space(spacing)) => Some(self.settings.spacing == spacing),
            AppCommand::Settings(SettingsCommand::Speak(lang)) => Some(self.catalog.lang() == lang),
            AppCommand::Edit(EditCommand::Pin) => {
                Some(self.documents.shown().is_some_and(OpenDocument::is_selection_pinned))
            }
            _ => None,
        }
    }
}
