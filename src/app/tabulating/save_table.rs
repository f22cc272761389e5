//! Charts written as tables.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use eframe::egui::Ui;

use crate::{
    app::{
        choosing::{chosen_file::ChosenFile, purpose::Purpose},
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        saving::names::with_extension,
        services::api::WantedTable,
    },
    interop::{Report, WriteTableError, WrittenTable},
    locale::say_path,
    pipeline::{self, Origin, WriteError},
    ui::dialogs::{SaveTableAnswer, TableKind, save_table_ui},
};

/// The dialog that asks how a chart is saved as a table.
struct TableDialog {
    key: DocKey,
    kind: TableKind,
    /// What would become of everything.
    outlook: Report,
}

/// What is asked before a chart is written as a table.
#[derive(Default)]
pub(crate) struct Tabulating {
    dialog: Option<TableDialog>,
}

impl Tabulating {
    /// Asks how the chart that is shown is to be saved as a table.
    pub(crate) fn show(&mut self, documents: &Documents, env: &Env) -> Vec<Effect> {
        let kind = TableKind::default();
        let Some(open) = documents.shown() else { return Vec::new() };
        match table(env, open, &suggested(open, kind), kind) {
            Ok(WrittenTable { report, .. }) => {
                self.dialog = Some(TableDialog { key: open.key, kind, outlook: report });
                vec![Effect::Show(DialogName::SaveTable)]
            }
            Err(error) => failed(env, error.say(env.catalog)),
        }
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, documents: &Documents, env: &Env) -> Option<SaveTableAnswer> {
        let dialog = self.dialog.as_mut()?;
        let open = documents.shown()?;
        let before = dialog.kind;
        let answer = save_table_ui(ui, env.catalog, &mut dialog.kind, &dialog.outlook);
        if before != dialog.kind
            && let Ok(table) = table(env, open, &suggested(open, dialog.kind), dialog.kind)
        {
            dialog.outlook = table.report;
            ui.ctx().request_repaint();
        }
        answer
    }

    /// Goes on after the dialog was answered.
    pub(crate) fn answered(&mut self, documents: &Documents, answer: SaveTableAnswer) -> Vec<Effect> {
        let Some(TableDialog { key, kind, .. }) = self.dialog.take() else { return Vec::new() };
        let open = documents.get(key).filter(|_| answer == SaveTableAnswer::Save);
        let ask = |open: &OpenDocument| Effect::Ask(Purpose::SaveTable(key, kind), suggested(open, kind));
        open.map(ask).into_iter().collect()
    }
}

/// Writes the document `key` as a table to `file`; asks first where something is there that was not made of it.
pub(crate) fn write(
    documents: &Documents,
    env: &Env,
    key: DocKey,
    kind: TableKind,
    file: ChosenFile,
) -> Vec<Effect> {
    let Some(open) = documents.get(key) else { return Vec::new() };
    let file = file.named(kind.extension());
    let table = match table(env, open, &file.path, kind) {
        Ok(table) => table,
        Err(error) => return failed(env, error.say(env.catalog)),
    };
    let source = open.file.as_ref().map(|file| file.path.as_path());
    let origin = Origin::of(open.editor.document(), source, file.may_replace(true));
    match env.services.write_bytes(&file.path, &table.bytes, origin) {
        Ok(()) => {
            let said = env.say("ui-saved-to", "file", say_path(&file.path));
            vec![Effect::ForgetProblems, Effect::Say(said)]
        }
        Err(WriteError::Exists) => vec![Effect::AskReplace(Purpose::SaveTable(key, kind), file.path)],
        Err(error) => failed(env, error.say(env.catalog)),
    }
}

fn failed(env: &Env, reason: String) -> Vec<Effect> {
    vec![Effect::ForgetProblems, Effect::Problem(env.say("ui-save-failed", "reason", reason))]
}

/// The chart that is open as a table for the file `path`.
fn table(
    env: &Env,
    open: &OpenDocument,
    path: &Path,
    kind: TableKind,
) -> Result<WrittenTable, WriteTableError> {
    let wanted = WantedTable { kind, page: open.page_index(), lang: &open.lang, path };
    env.services.table(open.editor.document(), wanted)
}

/// A name for the file.
fn suggested(open: &OpenDocument, kind: TableKind) -> PathBuf {
    let own = open.file.as_ref().and_then(|file| file.path.file_stem());
    let stem = own.map_or_else(|| pipeline::slug(&open.name).into(), OsStr::to_owned);
    let stem = if stem.is_empty() { "chart".into() } else { stem };
    with_extension(stem.into(), kind.extension())
}
