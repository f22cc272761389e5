//! Files of tables: looked at, then opened as new documents.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Ui};

use super::{
    Services,
    dispatch::Message,
    laneway::{Dialog, Laneway},
};
use crate::{
    interop::{Report, TableFile},
    locale::{Catalog, Lang},
    ui::dialogs::{self, ImportAnswer, ImportForm, ImportView, ReportAnswer},
};

/// The endings of files that tables come in.
const ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls"];

/// The import dialog.
pub(super) struct ImportDialog {
    name: String,
    file: TableFile,
    form: ImportForm,
    /// What will become of everything, or why there can be no chart.
    outlook: Result<Report, String>,
    /// Files that wait for this one to be answered.
    waiting: Vec<PathBuf>,
}

impl ImportDialog {
    /// The tables that are chosen.
    fn chosen(&self) -> TableFile {
        let mut file = self.file.clone();
        let mut chosen = self.form.chosen.iter();
        file.tables.retain(|_| chosen.next().is_some_and(|chosen| *chosen));
        file
    }

    /// Shows the dialog.
    pub(super) fn ui(&mut self, ui: &Ui, (services, catalog): (&dyn Services, &Catalog)) -> Option<Message> {
        let view = ImportView { name: &self.name, outlook: &self.outlook };
        let (answer, changed) = dialogs::import_ui(ui, catalog, &mut self.file, &mut self.form, &view);
        if changed {
            self.outlook = services.look_at_tables(&self.chosen(), &catalog.lang().into(), catalog);
            ui.ctx().request_repaint();
        }
        answer.map(Message::Import)
    }
}

/// Whether the file `path` holds tables, by its name.
pub(super) fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

impl Laneway {
    /// Shows what is in a file of tables; `waiting` files come after it.
    pub(super) fn look_at_tables(&mut self, path: &Path, waiting: Vec<PathBuf>) -> Result<(), String> {
        let (catalog, lang): (_, Lang) = (self.catalog(), self.lang.into());
        let reason = |reason: String| catalog.text_with("ui-open-failed", &[("reason", reason.into())]);
        let file = self.services.tables(path, catalog).map_err(reason)?;
        let outlook = self.services.look_at_tables(&file, &lang, catalog);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let form = ImportForm::new(file.tables.len());
        self.dialog = Some(Dialog::Import(Box::new(ImportDialog { name, file, form, outlook, waiting })));
        Ok(())
    }

    pub(super) fn import_answered(&mut self, ctx: &Context, answer: ImportAnswer) {
        let Some(Dialog::Import(dialog)) = self.dialog.take() else { return };
        if answer == ImportAnswer::Import {
            let (catalog, lang): (_, Lang) = (self.catalog(), self.lang.into());
            match self.services.import_tables(&dialog.chosen(), &lang, catalog) {
                Ok(imported) => {
                    self.show(Ok(imported.document), &lang);
                    self.say(ctx, imported.report.summary(catalog));
                    self.with_open(|_, open| open.report = Some(imported.report));
                }
                Err(reason) => self.problem = Some(reason),
            }
        }
        if !dialog.waiting.is_empty() {
            self.open_files(dialog.waiting);
        }
    }

    /// Shows again what became of everything in the table that the chart was made of.
    pub(super) fn show_import_report(&mut self) {
        let report = self.open().and_then(|open| open.report.clone()).map(Box::new);
        self.dialog = report.map(Dialog::Report);
    }

    pub(super) fn report_answered(&mut self, ctx: &Context, answer: ReportAnswer) {
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
