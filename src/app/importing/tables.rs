//! Tables on their way into the window.
//!
//! Owns when a file of tables is read and a chart made of it: at once where that is quick, else in the background, and
//! one file after the other. What came of it is used when nothing else is in progress.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::dialog::{ImportDialog, TablesFound};
use crate::{
    app::{
        documents::tabs::Documents,
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Caption, Job, Jobs, NotFound},
        services::api::Services,
    },
    interop::{Imported, Table},
    locale::{Catalog, Lang},
    progress::{Progress, Stopped},
    ui::dialogs::ImportAnswer,
};

/// Larger files, in bytes, are read in the background.
const MOST_BYTES: u64 = 32 << 10;
/// Of more rows a chart is made in the background.
const MOST_ROWS: usize = 500;
/// How far reading a file is, by measured times, when it is known what is in it and not yet what would become of that.
const OPENED: f64 = 0.4;

/// Reads the file `path`, or says in words why that does not work.
fn read(
    path: &Path,
    lang: &Lang,
    services: &dyn Services,
    catalog: &Catalog,
    progress: &mut Progress<'_>,
) -> Result<Result<TablesDone, String>, Stopped> {
    let file = match services.tables(path, catalog) {
        Ok(file) => file,
        Err(reason) => return Ok(Err(catalog.text_with("ui-open-failed", &[("reason", reason.into())]))),
    };
    progress.at(OPENED)?;
    let outlook = services.look_at_tables(&file, lang, catalog);
    progress.at(1.0)?;
    Ok(Ok(TablesDone::Read(Box::new(TablesFound { name: name_of(path), file, outlook }))))
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What came of a work on tables.
#[derive(Clone)]
pub(crate) enum TablesDone {
    /// This is in the file.
    Read(Box<TablesFound>),
    /// This chart was made, read in that language.
    Made(Box<Imported>, Lang),
}

/// How a work on tables in the background ended: with what came of it, or why nothing did in words.
pub(crate) type TablesResult = Result<Result<TablesDone, String>, NotFound>;

/// A file of tables that is read or made into a chart in the background.
struct TablesJob {
    /// Files that come after it.
    waiting: Vec<PathBuf>,
    job: Job<Result<TablesDone, String>>,
}

/// A file of tables, and the files that come after it.
pub(crate) struct FilesInLine {
    pub(crate) path: PathBuf,
    pub(crate) waiting: Vec<PathBuf>,
}

/// A file of tables on its way to a chart.
#[derive(Default)]
pub(crate) struct Importing {
    /// What is asked about it.
    dialog: Option<ImportDialog>,
    /// What is done with it in the background.
    running: Option<TablesJob>,
}

impl Importing {
    /// The dialog that is open.
    pub(crate) const fn dialog_mut(&mut self) -> Option<&mut ImportDialog> {
        self.dialog.as_mut()
    }

    /// The dialog is no longer shown.
    pub(crate) fn close(&mut self) {
        self.dialog = None;
    }

    /// Shows what is in a file of tables; `waiting` files come after it. Where another one is asked about or worked on,
    /// it waits, too.
    pub(crate) fn look_at(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        files: FilesInLine,
    ) -> Vec<Effect> {
        let FilesInLine { path, waiting } = files;
        if let Some(before) = self.files_waiting() {
            before.push(path);
            before.extend(waiting);
            return Vec::new();
        }
        let (services, catalog, lang) = (Arc::clone(&env.services), env.catalog, env.lang());
        if fs::metadata(&path).is_ok_and(|found| found.len() > MOST_BYTES) {
            let caption = caption("ui-tables-reading", name_of(&path));
            let job = jobs.start("tables", Some(caption), move |progress| {
                read(&path, &lang, services.as_ref(), catalog, progress)
            });
            self.running = Some(TablesJob { waiting, job });
            return Vec::new();
        }
        match read(&path, &lang, services.as_ref(), catalog, &mut Progress::unwatched()) {
            Ok(found) => self.done(documents, env, found, waiting),
            Err(Stopped) => Vec::new(),
        }
    }

    /// The files that wait for the one that is asked about or worked on, if there is such a one.
    fn files_waiting(&mut self) -> Option<&mut Vec<PathBuf>> {
        match (&mut self.dialog, &mut self.running) {
            (Some(asked), _) => Some(&mut asked.waiting),
            (None, Some(running)) => Some(&mut running.waiting),
            (None, None) => None,
        }
    }

    /// Goes on after the dialog was answered.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        answer: ImportAnswer,
    ) -> Vec<Effect> {
        let Some(dialog) = self.dialog.take() else { return Vec::new() };
        if answer == ImportAnswer::Import {
            return self.make_chart(documents, jobs, env, dialog);
        }
        after(dialog.waiting).into_iter().collect()
    }

    /// Makes a chart of the tables that were chosen, and opens the files that wait after that.
    fn make_chart(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        dialog: ImportDialog,
    ) -> Vec<Effect> {
        let (name, tables, waiting) = (dialog.name().to_owned(), dialog.chosen(), dialog.waiting);
        let (services, catalog, lang) = (Arc::clone(&env.services), env.catalog, env.lang());
        let rows: usize = tables.tables.iter().map(Table::row_count).sum();
        let make = move |progress: &mut Progress<'_>| {
            let made =
                services.import_tables(&tables, &lang, catalog, progress).transpose().ok_or(Stopped)?;
            Ok(made.map(|imported| TablesDone::Made(Box::new(imported), lang)))
        };
        if rows > MOST_ROWS {
            let job = jobs.start("tables", Some(caption("ui-tables-making", name)), make);
            self.running = Some(TablesJob { waiting, job });
            return Vec::new();
        }
        match make(&mut Progress::unwatched()) {
            Ok(made) => self.done(documents, env, made, waiting),
            Err(Stopped) => Vec::new(),
        }
    }

    /// What has become of the tables in the background; a chart or a question waits until the window `is_free`.
    pub(crate) fn poll(&self, is_free: bool) -> Option<TablesResult> {
        let job = &self.running.as_ref()?.job;
        if job.is_stopped() {
            return Some(Err(NotFound::Stopped));
        }
        if is_free { job.poll() } else { None }
    }

    /// Uses what came of the tables in the background.
    pub(crate) fn ended(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        result: TablesResult,
    ) -> Vec<Effect> {
        let Some(TablesJob { waiting, .. }) = self.running.take() else { return Vec::new() };
        match result {
            Ok(found) => self.done(documents, env, found, waiting),
            Err(NotFound::Broken) => {
                self.done(documents, env, Err(env.catalog.text("ui-tables-broke")), waiting)
            }
            Err(NotFound::Stopped) => {
                let said = Effect::Say(env.catalog.text("ui-tables-stopped"));
                after(waiting).into_iter().chain([said]).collect()
            }
        }
    }

    fn done(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        found: Result<TablesDone, String>,
        waiting: Vec<PathBuf>,
    ) -> Vec<Effect> {
        let mut effects = match found {
            Ok(TablesDone::Read(found)) => {
                self.dialog = Some(ImportDialog::new(*found, waiting));
                return vec![Effect::Show(DialogName::Import)];
            }
            Ok(TablesDone::Made(imported, lang)) => {
                let Imported { document, report, .. } = *imported;
                documents.add_new(env.services.as_ref(), document, &lang);
                let said = Effect::Say(report.summary(env.catalog));
                if let Some(open) = documents.shown_mut() {
                    open.report = Some(report);
                }
                vec![Effect::ForgetProblems, said]
            }
            Err(reason) => vec![Effect::Problem(reason)],
        };
        effects.extend(after(waiting));
        effects
    }
}

/// Opens the files that waited.
fn after(waiting: Vec<PathBuf>) -> Option<Effect> {
    (!waiting.is_empty()).then_some(Effect::Open(waiting))
}

/// What is said of the file `name` while something is done with it.
fn caption(key: &'static str, name: String) -> Caption {
    Box::new(move |catalog: &Catalog| catalog.text_with(key, &[("file", name.as_str().into())]))
}
