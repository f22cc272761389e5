//! Charts written as tables.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Ui};

use crate::app::{
    dispatch::Message,
    documents::open_document::{DocKey, OpenDocument},
    exporting::export::with_extension,
    laneway::{Dialog, Laneway, Purpose},
    services::api::Services,
};
use crate::{
    interop::{Report, WrittenTable},
    locale::Catalog,
    pipeline,
    ui::dialogs::{self, SaveTableAnswer, TableKind},
};

/// The dialog that asks how a chart is saved as a table.
pub(crate) struct TableDialog {
    key: DocKey,
    kind: TableKind,
    /// What would become of everything.
    outlook: Report,
}

impl TableDialog {
    /// Shows the dialog for `open`.
    pub(crate) fn ui(
        &mut self,
        ui: &Ui,
        (services, catalog): (&dyn Services, &Catalog),
        open: &OpenDocument,
    ) -> Option<Message> {
        let before = self.kind;
        let answer = dialogs::save_table_ui(ui, catalog, &mut self.kind, &self.outlook);
        if before != self.kind
            && let Ok(table) = table(services, open, (&suggested(open, self.kind), self.kind))
        {
            self.outlook = table.report;
            ui.ctx().request_repaint();
        }
        answer.map(Message::SaveTable)
    }
}

/// The chart that is open as a table for the file `path`.
fn table(
    services: &dyn Services,
    open: &OpenDocument,
    (path, kind): (&Path, TableKind),
) -> Result<WrittenTable, String> {
    services.table(open.editor.document(), (open.page_index(), &open.lang), (path, kind))
}

/// A name for the file.
fn suggested(open: &OpenDocument, kind: TableKind) -> PathBuf {
    let own = open.file.as_ref().and_then(|file| file.path.file_stem());
    let stem = own.map_or_else(|| pipeline::slug(&open.name), |stem| stem.to_string_lossy().into_owned());
    let stem = if stem.is_empty() { "chart" } else { stem.as_str() };
    format!("{stem}.{}", kind.extension()).into()
}

impl Laneway {
    /// Asks how the chart that is shown is to be saved as a table.
    pub(crate) fn show_save_table(&mut self) {
        let kind = TableKind::default();
        let Some(open) = self.open() else { return };
        match table(self.services.as_ref(), open, (&suggested(open, kind), kind)) {
            Ok(WrittenTable { report, .. }) => {
                let key = open.key;
                self.dialog = Some(Dialog::Table(Box::new(TableDialog { key, kind, outlook: report })));
            }
            Err(reason) => self.table_failed(reason),
        }
    }

    pub(crate) fn save_table_answered(&mut self, ctx: &Context, answer: SaveTableAnswer) {
        let Some(Dialog::Table(dialog)) = self.dialog.take() else { return };
        let TableDialog { key, kind, outlook: _ } = *dialog;
        if answer == SaveTableAnswer::Save
            && let Some(open) = self.doc(key)
        {
            let name = suggested(open, kind).display().to_string();
            self.ask(ctx, Purpose::Table(key, kind), &name);
        }
    }

    /// Writes the document `key` as a table to `path`.
    pub(crate) fn write_table(&mut self, ctx: &Context, (key, kind): (DocKey, TableKind), path: PathBuf) {
        let catalog = self.catalog();
        let Some(open) = self.doc(key) else { return };
        let path = with_extension(path, kind.extension());
        let written = table(self.services.as_ref(), open, (&path, kind))
            .and_then(|table| self.services.write_bytes(&path, &table.bytes, catalog));
        match written {
            Ok(()) => {
                self.problem = None;
                let to = [("file", path.display().to_string().into())];
                self.say(ctx, catalog.text_with("ui-saved-to", &to));
            }
            Err(reason) => self.table_failed(reason),
        }
    }

    fn table_failed(&mut self, reason: String) {
        self.problem = Some(self.catalog().text_with("ui-save-failed", &[("reason", reason.into())]));
    }
}
