//! Tables on their way into the window.
//!
//! Owns when a file of tables is read and a chart made of it: at once where that is quick, else in the background, and
//! one file after the other. What came of it is used when nothing else is in progress.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::Context;

use crate::app::{
    dispatch::Message,
    importing::dialog::ImportDialog,
    jobs::job::{Broken, Job},
    laneway::{Dialog, Laneway},
    services::api::Services,
};
use crate::{
    interop::{Imported, Report, Table, TableFile},
    locale::{Catalog, Lang},
    progress::{Progress, Stopped},
    ui::working::Working,
};

/// The endings of files that tables come in.
const ENDINGS: [&str; 6] = ["csv", "tsv", "txt", "xlsx", "xlsm", "xls"];
/// Larger files, in bytes, are read in the background, and so is made what has more rows.
const MOST_AT_ONCE: (u64, usize) = (32 << 10, 500);
/// How far reading a file is, by measured times, when it is known what is in it and not yet what would become of that.
const OPENED: f64 = 0.4;

/// Whether the file `path` holds tables, by its name.
pub(crate) fn is_table(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    ENDINGS.contains(&ending.as_str())
}

/// What is in a file.
#[derive(Clone)]
pub(crate) struct Found {
    pub(crate) name: String,
    pub(crate) file: TableFile,
    /// What would become of everything, or why there can be no chart.
    pub(crate) outlook: Result<Report, String>,
}

impl Found {
    /// Reads a file, or says in words why that does not work.
    fn read(
        path: &Path,
        lang: &Lang,
        (services, catalog): (&dyn Services, &Catalog),
        progress: &mut Progress<'_>,
    ) -> Result<Result<Self, String>, Stopped> {
        let file = match services.tables(path, catalog) {
            Ok(file) => file,
            Err(reason) => return Ok(Err(catalog.text_with("ui-open-failed", &[("reason", reason.into())]))),
        };
        progress.at(OPENED)?;
        let outlook = services.look_at_tables(&file, lang, catalog);
        progress.at(1.0)?;
        Ok(Ok(Self { name: name_of(path), file, outlook }))
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What came of a work on tables.
#[derive(Clone)]
pub(crate) enum Outcome {
    /// This is in the file.
    Read(Box<Found>),
    /// This chart was made, read in that language.
    Made(Box<Imported>, Lang),
}

/// A file of tables that is read or made into a chart in the background.
pub(crate) struct TablesJob {
    /// The file's name.
    name: String,
    /// The key of what is said meanwhile.
    says: &'static str,
    /// Files that come after it.
    waiting: Vec<PathBuf>,
    job: Job<Result<Outcome, String>>,
}

impl TablesJob {
    /// How far it is.
    pub(crate) fn working(&self, catalog: &Catalog) -> Working {
        let text = catalog.text_with(self.says, &[("file", self.name.as_str().into())]);
        Working::new(catalog, text, self.job.done())
    }
}

impl Laneway {
    /// Shows what is in a file of tables; `waiting` files come after it, unless it cannot be read. Where another one is
    /// asked about or worked on, it waits, too.
    pub(crate) fn look_at_tables(&mut self, path: &Path, waiting: &[PathBuf]) -> Result<(), String> {
        if let Some(before) = self.files_waiting() {
            before.push(path.to_owned());
            before.extend_from_slice(waiting);
            return Ok(());
        }
        let waiting = waiting.to_vec();
        let (services, catalog, lang) = (Arc::clone(&self.services), self.catalog(), Lang::from(self.lang));
        if fs::metadata(path).is_ok_and(|found| found.len() > MOST_AT_ONCE.0) {
            let (name, path) = (name_of(path), path.to_owned());
            self.work_on_tables((name, "ui-tables-reading", waiting), move |progress| {
                let found = Found::read(&path, &lang, (services.as_ref(), catalog), progress)?;
                Ok(found.map(|found| Outcome::Read(Box::new(found))))
            });
            return Ok(());
        }
        let below = (services.as_ref(), catalog);
        let Ok(found) = Found::read(path, &lang, below, &mut Progress::unwatched()) else { return Ok(()) };
        let found = found?;
        self.dialog = Some(Dialog::Import(Box::new(ImportDialog::new(found, waiting))));
        Ok(())
    }

    /// The files that wait for the one that is asked about or worked on, if there is such a one.
    fn files_waiting(&mut self) -> Option<&mut Vec<PathBuf>> {
        match (&mut self.dialog, &mut self.tables) {
            (Some(Dialog::Import(asked)), _) => Some(&mut asked.waiting),
            (_, Some(job)) => Some(&mut job.waiting),
            (_, None) => None,
        }
    }

    /// Makes a chart of the tables of a file, and opens the `waiting` files after that.
    pub(crate) fn make_chart(
        &mut self,
        ctx: &Context,
        (name, tables): (String, TableFile),
        waiting: Vec<PathBuf>,
    ) {
        let (services, catalog, lang) = (Arc::clone(&self.services), self.catalog(), Lang::from(self.lang));
        let rows: usize = tables.tables.iter().map(Table::row_count).sum();
        let make = move |progress: &mut Progress<'_>| {
            let made =
                services.import_tables(&tables, &lang, catalog, progress).transpose().ok_or(Stopped)?;
            Ok(made.map(|imported| Outcome::Made(Box::new(imported), lang)))
        };
        if rows > MOST_AT_ONCE.1 {
            self.work_on_tables((name, "ui-tables-making", waiting), make);
        } else if let Ok(made) = make(&mut Progress::unwatched()) {
            self.tables_done(ctx, made, waiting);
        }
    }

    fn work_on_tables(
        &mut self,
        (name, says, waiting): (String, &'static str, Vec<PathBuf>),
        work: impl FnOnce(&mut Progress<'_>) -> Result<Result<Outcome, String>, Stopped> + Send + 'static,
    ) {
        match Job::start("tables", work) {
            Ok(job) => self.tables = Some(TablesJob { name, says, waiting, job }),
            Err(error) => self.problem = Some(error.to_string()),
        }
    }

    /// What has become of the tables in the background, once nothing else is in progress.
    pub(crate) fn poll_tables(&self) -> Option<Message> {
        let job = self.tables.as_ref()?;
        if self.dialog.is_some()
            || self.open().is_some_and(crate::app::documents::open_document::OpenDocument::is_at_work)
        {
            return None;
        }
        let broken = |Broken| Err(self.catalog().text("ui-tables-broke"));
        job.job.poll().map(|found| Message::Tables(found.unwrap_or_else(broken)))
    }

    /// Uses what came of the tables in the background.
    pub(crate) fn tables_worked(&mut self, ctx: &Context, found: Result<Outcome, String>) {
        if let Some(job) = self.tables.take() {
            self.tables_done(ctx, found, job.waiting);
        }
    }

    fn tables_done(&mut self, ctx: &Context, found: Result<Outcome, String>, waiting: Vec<PathBuf>) {
        let mut problem = None;
        match found {
            Ok(Outcome::Read(found)) => {
                self.dialog = Some(Dialog::Import(Box::new(ImportDialog::new(*found, waiting))));
                return;
            }
            Ok(Outcome::Made(imported, lang)) => {
                let Imported { document, report } = *imported;
                self.show(Ok(document), &lang);
                self.say(ctx, report.summary(self.catalog()));
                self.with_open(|_, open| open.report = Some(report));
            }
            Err(reason) => problem = Some(reason),
        }
        self.open_waiting(waiting, problem);
    }

    /// Opens the files that waited; what went wrong before that is said, too.
    pub(crate) fn open_waiting(&mut self, waiting: Vec<PathBuf>, problem: Option<String>) {
        if !waiting.is_empty() {
            self.open_files(waiting);
        }
        if let Some(problem) = problem {
            let other = self.problem.take().filter(|other| *other != problem);
            self.problem = Some(other.map_or_else(|| problem.clone(), |other| format!("{problem}\n{other}")));
        }
    }

    /// Ends what is done with tables in the background; whether there was anything.
    pub(crate) fn stop_tables(&mut self) -> bool {
        let Some(job) = self.tables.take() else { return false };
        let waiting = job.waiting.clone();
        drop(job);
        self.open_waiting(waiting, None);
        true
    }
}
