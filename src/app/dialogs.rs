//! What lies over the window: whose dialog is shown, and whose answer it is.

use eframe::egui::Ui;

use super::{
    effect::{DialogName, Effect},
    finding::folder_search::FolderTold,
    laneway::Laneway,
    message::Message,
    repairing::repair::repair_account_ui,
    shell::shortcuts::shortcut_groups,
};
use crate::{
    edit::EditRequest,
    ui::dialogs::{about_ui, promises_ui, shortcuts_ui},
};

impl Laneway {
    /// Shows the dialog that is open, if any.
    pub(super) fn dialog_ui(&mut self, ui: &Ui) -> Option<Message> {
        let env = self.env();
        let (catalog, documents, jobs) = (env.catalog, &self.documents, &mut self.jobs);
        let all = &mut self.capabilities;
        match self.shell.dialog? {
            DialogName::About => (!about_ui(ui, catalog)).then_some(Message::CloseDialog),
            DialogName::Shortcuts => {
                let groups = shortcut_groups(ui.ctx(), catalog);
                let sought = &mut self.shell.sought_shortcuts;
                (!shortcuts_ui(ui, catalog, &groups, sought)).then_some(Message::CloseDialog)
            }
            DialogName::Promises => (!promises_ui(ui, catalog)).then_some(Message::CloseDialog),
            DialogName::Path => all.choosing.ui(ui, catalog).map(Message::PathTyped),
            DialogName::Replace => all.replacing.ui(ui, catalog).map(Message::Replace),
            DialogName::Leaving => all.leaving.ui(ui, documents, catalog).map(Message::Leaving),
            DialogName::Saving => all.saving.ui(ui, documents, &env).map(Message::Saving),
            DialogName::Outside => all.outside.ui(ui, documents, catalog).map(Message::Outside),
            DialogName::Template => {
                let template = all.saving.template.as_mut()?;
                template.ui(ui, catalog).map(Message::TemplateNamed)
            }
            DialogName::Band => all.editing.band.as_mut()?.ui(ui, catalog).map(Message::Band),
            DialogName::Language => all.editing.language.as_ref()?.ui(ui, catalog).map(Message::Language),
            DialogName::Fix => all.editing.fix.as_mut()?.ui(ui, catalog).map(Message::Fix),
            DialogName::Outward => all.following.ui(ui, catalog).map(Message::Following),
            DialogName::Search => all.searching.finder.as_mut()?.ui(ui, catalog).map(Message::Found),
            DialogName::ReplaceText => all.replacing_text.ui(ui, documents, &env).map(Message::ReplaceText),
            DialogName::FindInFolder => {
                all.folder_search.ui(ui, jobs, &env).map(FolderTold::Answered).map(Message::Folder)
            }
            DialogName::Export => all.exporting.ui(ui, documents, jobs, &env).map(Message::Export),
            DialogName::Import => all.importing.dialog_mut()?.ui(ui, &env).map(Message::Import),
            DialogName::Recovery => all.recovering.ui(ui, &env).map(Message::Recovery),
            DialogName::Report => all.import_report.ui(ui, catalog).map(Message::Report),
            DialogName::Damaged => all.repairing.ui(ui, catalog).map(Message::DamagedAnswered),
            DialogName::Repaired => repair_account_ui(ui, documents, catalog).map(Message::Account),
            DialogName::Versions => all.versions.ui(ui, jobs, catalog).map(Message::Versions),
            DialogName::Compare => all.comparing.ui(ui, catalog).map(Message::Compare),
            DialogName::SaveTable => all.tabulating.ui(ui, documents, &env).map(Message::SaveTable),
        }
    }

    /// Shows another dialog, or none. The one that was shown before is closed; only a path is asked for over others, and
    /// what may be replaced there, and a version is compared over the list of all, a changed file over the question about it.
    pub(super) fn show_dialog(&mut self, dialog: Option<DialogName>) {
        let before = std::mem::replace(&mut self.shell.dialog, dialog);
        let is_over = matches!(dialog, Some(DialogName::Path | DialogName::Replace))
            || dialog == Some(DialogName::Compare)
                && matches!(before, Some(DialogName::Versions | DialogName::Saving));
        if is_over || before == dialog {
            return;
        }
        match before {
            Some(DialogName::Export) => self.capabilities.exporting.close(),
            Some(DialogName::Import) => self.capabilities.importing.close(),
            Some(DialogName::Versions) => self.capabilities.versions.close(),
            Some(DialogName::Compare) => self.capabilities.comparing.close(),
            // What is shown of a fix that was not chosen is given up.
            Some(DialogName::Fix) => self.perform(vec![Effect::Edit(EditRequest::Cancel)]),
            // What these keep is replaced when they are shown again.
            Some(
                DialogName::About
                | DialogName::Shortcuts
                | DialogName::Promises
                | DialogName::Path
                | DialogName::Replace
                | DialogName::Leaving
                | DialogName::Saving
                | DialogName::Outside
                | DialogName::Template
                | DialogName::Band
                | DialogName::Language
                | DialogName::Outward
                | DialogName::Search
                | DialogName::ReplaceText
                | DialogName::FindInFolder
                | DialogName::Recovery
                | DialogName::Report
                | DialogName::Damaged
                | DialogName::Repaired
                | DialogName::SaveTable,
            )
            | None => {}
        }
    }
}
