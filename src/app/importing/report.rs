//! What became of everything in the file that a chart was made of.

use eframe::egui::Ui;

use crate::{
    app::{
        documents::tabs::Documents,
        effect::{DialogName, Effect},
        env::Env,
    },
    interop::Report,
    locale::Catalog,
    ui::dialogs::{ReportAnswer, report_ui},
};

/// Tells what became of everything in the file that the document was made of, if it was made of one.
pub(crate) fn of_shown(documents: &Documents) -> Vec<Effect> {
    let report = documents.shown().and_then(|open| open.report.clone());
    report.map(|report| Effect::Account(Box::new(report))).into_iter().collect()
}

/// The report, while it is shown.
#[derive(Default)]
pub(crate) struct ImportReport {
    shown: Option<Report>,
}

impl ImportReport {
    /// Shows `report`.
    pub(crate) fn show(&mut self, report: Report) -> Vec<Effect> {
        self.shown = Some(report);
        vec![Effect::Show(DialogName::Report)]
    }

    /// Shows the dialog.
    pub(crate) fn ui(&self, ui: &Ui, catalog: &Catalog) -> Option<ReportAnswer> {
        report_ui(ui, catalog, &catalog.text("ui-report"), self.shown.as_ref()?)
    }

    /// Does what was asked for in the dialog.
    pub(crate) fn answered(&mut self, documents: &Documents, env: &Env, answer: ReportAnswer) -> Vec<Effect> {
        let text = |report: &Report| Effect::CopyText(report.text(env.catalog));
        match answer {
            ReportAnswer::Copy => self.shown.as_ref().map(text).into_iter().collect(),
            ReportAnswer::Close => vec![Effect::CloseDialog],
            ReportAnswer::Show(step) => {
                let pages = documents.shown().into_iter().flat_map(|open| &open.editor.document().pages);
                let page =
                    pages.into_iter().find(|page| page.steps.contains_key(&step)).map(|page| page.id.clone());
                let shown = match page {
                    Some(page) => Effect::Jump(page, step),
                    None => Effect::Refuse(env.catalog.text("ui-report-gone")),
                };
                vec![Effect::CloseDialog, shown]
            }
        }
    }
}
