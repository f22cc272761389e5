//! The dialog about a file of tables.

use std::path::PathBuf;

use eframe::egui::Ui;

use crate::{
    app::env::Env,
    interop::{Report, TableError, TableFile},
    locale::{Lang, UiLang},
    ui::dialogs::{self, ImportAnswer, ImportForm, ImportView},
};

/// What is in a file.
pub(crate) struct TablesFound {
    pub(crate) name: String,
    pub(crate) file: TableFile,
    /// The language that its texts are in, as far as that can be known.
    pub(crate) lang: Lang,
    /// What would become of everything, or why there can be no chart.
    pub(crate) outlook: Result<Report, TableError>,
}

/// The import dialog.
pub(crate) struct ImportDialog {
    found: TablesFound,
    form: ImportForm,
    /// Files that wait for this one to be answered.
    pub(crate) waiting: Vec<PathBuf>,
}

impl ImportDialog {
    /// The dialog about what was found in a file; `waiting` files come after it.
    pub(crate) fn new(found: TablesFound, waiting: Vec<PathBuf>) -> Self {
        let form = ImportForm::new(found.file.tables.len(), found.lang.clone());
        Self { found, form, waiting }
    }

    /// The language that its texts are in.
    pub(crate) const fn lang(&self) -> &Lang {
        &self.form.lang
    }

    /// The name of the file.
    pub(crate) fn name(&self) -> &str {
        &self.found.name
    }

    /// The tables that are chosen.
    pub(crate) fn chosen(&self) -> TableFile {
        let mut file = self.found.file.clone();
        let mut chosen = self.form.chosen.iter();
        file.tables.retain(|_| chosen.next().is_some_and(|chosen| *chosen));
        file
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, env: &Env) -> Option<ImportAnswer> {
        let TablesFound { name, file, lang, outlook } = &mut self.found;
        let mut langs: Vec<Lang> = UiLang::ALL.map(Lang::from).into();
        if !langs.contains(lang) {
            langs.push(lang.clone());
        }
        let view = ImportView { name, langs: &langs, outlook };
        let (answer, changed) = dialogs::import_ui(ui, env.catalog, file, &mut self.form, &view);
        if changed {
            self.found.outlook = env.services.look_at_tables(&self.chosen(), self.lang());
            ui.ctx().request_repaint();
        }
        answer
    }
}
