//! Files in other forms than our own on their way into the window.
//!
//! Owns when such a file is read and a chart made of it: at once where that is quick, else in the background, and one
//! file after the other. What came of it is used when nothing else is in progress.

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
        opening::open_files::problem,
        services::api::{Importable, Services},
    },
    interop::{Imported, Table},
    locale::{Catalog, Lang, say_path},
    pipeline::{self, OpenError},
    progress::{Progress, Stopped},
    ui::dialogs::ImportAnswer,
};

/// Larger files, in bytes, are read in the background.
const MOST_BYTES: u64 = 32 << 10;
/// Of more rows a chart is made in the background.
const MOST_ROWS: usize = 500;
/// How far reading a file of tables is, by measured times, when it is known what is in it and not yet what would become
/// of that.
const OPENED: f64 = 0.4;

/// Reads the file `path`, or says why that does not work.
fn read(
    path: &Path,
    lang: &Lang,
    services: &dyn Services,
    progress: &mut Progress<'_>,
) -> Result<Result<ImportDone, OpenError>, Stopped> {
    let found = progress.part((0.0, OPENED), |progress| {
        services.importable(path, lang, progress).transpose().ok_or(Stopped)
    })?;
    let done = found.map(|found| match found {
        Importable::Tables(file) => {
            let lang = pipeline::language_of(file.texts()).unwrap_or_else(|| lang.clone());
            let outlook = services.look_at_tables(&file, &lang);
            ImportDone::Read(Box::new(TablesFound { name: name_of(path), file, lang, outlook }))
        }
        Importable::Chart(imported) => {
            ImportDone::Made(ChartMade { imported, lang: lang.clone(), was_foretold: false })
        }
    });
    progress.at(1.0)?;
    Ok(done)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(say_path).unwrap_or_default()
}

/// What came of a work on a file.
pub(crate) enum ImportDone {
    /// These tables are in the file.
    Read(Box<TablesFound>),
    /// A chart was made.
    Made(ChartMade),
}

/// A chart that was made of a file.
pub(crate) struct ChartMade {
    imported: Box<Imported>,
    /// The language that it was read in.
    lang: Lang,
    /// Whether the person saw before what would become of everything.
    was_foretold: bool,
}

/// How a work on a file in the background ended: with what came of it, or why nothing did.
pub(crate) type ImportResult = Result<Result<ImportDone, OpenError>, NotFound>;

/// A file that is read or made into a chart in the background.
struct ImportJob {
    /// Files that come after it.
    waiting: Vec<PathBuf>,
    job: Job<Result<ImportDone, OpenError>>,
}

/// A file in another form than our own, and the files that come after it.
pub(crate) struct FilesInLine {
    pub(crate) path: PathBuf,
    pub(crate) waiting: Vec<PathBuf>,
}

/// A file on its way to a chart.
#[derive(Default)]
pub(crate) struct Importing {
    /// What is asked about it.
    dialog: Option<ImportDialog>,
    /// What is done with it in the background.
    running: Option<ImportJob>,
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

    /// Makes a chart of a file or asks about the tables in it; `waiting` files come after it. Where another one is asked
    /// about or worked on, it waits, too.
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
        let (services, lang) = (Arc::clone(&env.services), env.lang());
        if fs::metadata(&path).is_ok_and(|found| found.len() > MOST_BYTES) {
            let caption = caption("ui-import-reading", name_of(&path));
            let job = jobs.start("import", Some(caption), move |progress| {
                read(&path, &lang, services.as_ref(), progress)
            });
            self.running = Some(ImportJob { waiting, job });
            return Vec::new();
        }
        match read(&path, &lang, services.as_ref(), &mut Progress::unwatched()) {
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
        let (name, tables, lang) = (dialog.name().to_owned(), dialog.chosen(), dialog.lang().clone());
        let (services, waiting) = (Arc::clone(&env.services), dialog.waiting);
        let rows: usize = tables.tables.iter().map(Table::row_count).sum();
        let make = move |progress: &mut Progress<'_>| {
            let made = services.import_tables(&tables, &lang, progress).transpose().ok_or(Stopped)?;
            let made =
                made.map(|imported| ChartMade { imported: Box::new(imported), lang, was_foretold: true });
            Ok(made.map(ImportDone::Made).map_err(OpenError::from))
        };
        if rows > MOST_ROWS {
            let job = jobs.start("import", Some(caption("ui-import-making", name)), make);
            self.running = Some(ImportJob { waiting, job });
            return Vec::new();
        }
        match make(&mut Progress::unwatched()) {
            Ok(made) => self.done(documents, env, made, waiting),
            Err(Stopped) => Vec::new(),
        }
    }

    /// What has become of the file in the background; a chart or a question waits until the window `is_free`.
    pub(crate) fn poll(&self, is_free: bool) -> Option<ImportResult> {
        let job = &self.running.as_ref()?.job;
        if job.is_stopped() {
            return Some(Err(NotFound::Stopped));
        }
        if is_free { job.poll() } else { None }
    }

    /// Uses what came of the file in the background.
    pub(crate) fn ended(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        result: ImportResult,
    ) -> Vec<Effect> {
        let Some(ImportJob { waiting, .. }) = self.running.take() else { return Vec::new() };
        match result {
            Ok(found) => self.done(documents, env, found, waiting),
            Err(NotFound::Broken) => {
                let told = Effect::Problem(env.catalog.text("ui-import-broke"));
                std::iter::once(told).chain(after(waiting)).collect()
            }
            Err(NotFound::Stopped) => {
                let said = Effect::Say(env.catalog.text("ui-import-stopped"));
                after(waiting).into_iter().chain([said]).collect()
            }
        }
    }

    fn done(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        found: Result<ImportDone, OpenError>,
        waiting: Vec<PathBuf>,
    ) -> Vec<Effect> {
        let mut effects = match found {
            Ok(ImportDone::Read(found)) => {
                self.dialog = Some(ImportDialog::new(*found, waiting));
                return vec![Effect::Show(DialogName::Import)];
            }
            Ok(ImportDone::Made(made)) => show(documents, env, made, waiting.is_empty()),
            Err(error) => vec![problem(env, &error)],
        };
        effects.extend(after(waiting));
        effects
    }
}

/// Shows a chart that was made of a file, and what was lost where that `may_be_shown` and was not seen before.
fn show(documents: &mut Documents, env: &Env, made: ChartMade, may_be_shown: bool) -> Vec<Effect> {
    let ChartMade { imported, lang, was_foretold } = made;
    let Imported { document, report, .. } = *imported;
    documents.add_new(env.services.as_ref(), env.catalog, document, &lang);
    let mut effects = vec![Effect::Say(report.summary(env.catalog))];
    if may_be_shown && !was_foretold && !report.items().is_empty() {
        effects.push(Effect::Account(Box::new(report.clone())));
    }
    if let Some(open) = documents.shown_mut() {
        open.report = Some(report);
    }
    effects
}

/// Opens the files that waited.
fn after(waiting: Vec<PathBuf>) -> Option<Effect> {
    (!waiting.is_empty()).then_some(Effect::Open(waiting))
}

/// What is said of the file `name` while something is done with it.
fn caption(key: &'static str, name: String) -> Caption {
    Box::new(move |catalog: &Catalog| catalog.text_with(key, &[("file", name.as_str().into())]))
}
