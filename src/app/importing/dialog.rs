//! The dialog about a file of tables, and what became of everything in it.

use std::path::PathBuf;

use eframe::egui::{Context, Ui};

use crate::app::{
    dispatch::Message,
    importing::tables::Found,
    laneway::{Dialog, Laneway},
    services::api::Services,
};
use crate::{
    interop::TableFile,
    locale::Catalog,
    ui::dialogs::{self, ImportAnswer, ImportForm, ImportView, ReportAnswer},
};

/// The import dialog.
pub(crate) struct ImportDialog {
    found: Found,
    form: ImportForm,
    /// Files that wait for this one to be answered.
    pub(crate) waiting: Vec<PathBuf>,
}

impl ImportDialog {
    /// The dialog about what was found in a file; `waiting` files come after it.
    pub(crate) fn new(found: Found, waiting: Vec<PathBuf>) -> Self {
        Self { form: ImportForm::new(found.file.tables.len()), found, waiting }
    }

    /// The tables that are chosen.
    fn chosen(&self) -> TableFile {
        let mut file = self.found.file.clone();
        let mut chosen = self.form.chosen.iter();
        file.tables.retain(|_| chosen.next().is_some_and(|chosen| *chosen));
        file
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, (services, catalog): (&dyn Services, &Catalog)) -> Option<Message> {
        let Found { name, file, outlook } = &mut self.found;
        let view = ImportView { name, outlook };
        let (answer, changed) = dialogs::import_ui(ui, catalog, file, &mut self.form, &view);
        if changed {
            self.found.outlook = services.look_at_tables(&self.chosen(), &catalog.lang().into(), catalog);
            ui.ctx().request_repaint();
        }
        answer.map(Message::Import)
    }
}

impl Laneway {
    pub(crate) fn import_answered(&mut self, ctx: &Context, answer: ImportAnswer) {
        let Some(Dialog::Import(dialog)) = self.dialog.take() else { return };
        if answer == ImportAnswer::Import {
            let tables = dialog.chosen();
            self.make_chart(ctx, (dialog.found.name, tables), dialog.waiting);
        } else {
            self.open_waiting(dialog.waiting, None);
        }
    }

    /// Shows again what became of everything in the table that the chart was made of.
    pub(crate) fn show_import_report(&mut self) {
        let report = self.open().and_then(|open| open.report.clone()).map(Box::new);
        self.dialog = report.map(Dialog::Report);
    }

    pub(crate) fn report_answered(&mut self, ctx: &Context, answer: ReportAnswer) {
        let catalog = self.catalog();
        match answer {
            ReportAnswer::Copy => {
                if let Some(Dialog::Report(report)) = &self.dialog {
                    ctx.copy_text(report.text(catalog));
                }
            }
            ReportAnswer::Close => self.dialog = None,
            ReportAnswer::Show(step) => {
                self.dialog = None;
                let pages = self.open().into_iter().flat_map(|open| open.editor.document().pages.iter());
                let page =
                    pages.into_iter().find(|page| page.steps.contains_key(&step)).map(|page| page.id.clone());
                match page {
                    Some(page) => self.jump(ctx, &page, step),
                    None => self.refuse(ctx, catalog.text("ui-report-gone")),
                }
            }
        }
    }
}
