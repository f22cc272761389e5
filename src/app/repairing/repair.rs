//! Offers to repair a file that does not open, and shows what came of it as a new chart.
//!
//! Files that did not open wait here until nothing else lies over the window, so that no dialog takes the place of
//! another one. The damaged file is only read.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use eframe::egui::Ui;

use crate::{
    app::{
        documents::tabs::Documents,
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Caption, Job, Jobs, NotFound},
        services::api::RepairedFile,
    },
    locale::{Catalog, say_path},
    persist::{NoteLine, RepairNote, note_lines},
    ui::dialogs::{AccountAnswer, AccountLine, Question, account_ui, question_ui},
};

/// A file that did not open, and why in words.
#[derive(Clone, Debug)]
pub(crate) struct RefusedFile {
    pub(crate) path: PathBuf,
    pub(crate) reason: String,
}

/// What a person is told of a file.
enum Told {
    /// That it does not open and may be repaired.
    Damaged(RefusedFile),
    /// That nothing in it can be saved.
    Lost(PathBuf),
}

/// What a person answered about a file that does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DamagedAnswer {
    Repair,
    Leave,
}

/// How a repair ended: with what could be saved, if anything.
pub(crate) type RepairResult = Result<Option<RepairedFile>, NotFound>;

/// Files that did not open, and the one that is repaired.
#[derive(Default)]
pub(crate) struct Repairing {
    waiting: Vec<RefusedFile>,
    told: Option<Told>,
    running: Option<(PathBuf, Job<Option<RepairedFile>>)>,
}

impl Repairing {
    /// Keeps a file that did not open until a person can be told of it.
    pub(crate) fn offer(&mut self, refused: RefusedFile) {
        if self.waiting.iter().all(|other| other.path != refused.path) {
            self.waiting.push(refused);
        }
    }

    /// Whether a person can be told of a file that did not open, when the window `is_free` for it.
    pub(crate) const fn is_due(&self, is_free: bool) -> bool {
        is_free && !self.waiting.is_empty()
    }

    /// Tells of the file that has waited longest.
    pub(crate) fn tell_next(&mut self) -> Vec<Effect> {
        if self.waiting.is_empty() {
            return Vec::new();
        }
        self.told = Some(Told::Damaged(self.waiting.remove(0)));
        vec![Effect::Show(DialogName::Damaged)]
    }

    /// Shows what is told of a file.
    pub(crate) fn ui(&self, ui: &Ui, catalog: &Catalog) -> Option<DamagedAnswer> {
        question_ui(ui, &question(self.told.as_ref()?, catalog))
    }

    /// Does what was answered.
    pub(crate) fn answered(&mut self, jobs: &mut Jobs, env: &Env, answer: DamagedAnswer) {
        if let (Some(Told::Damaged(refused)), DamagedAnswer::Repair) = (self.told.take(), answer) {
            self.begin(jobs, env, refused.path);
        }
    }

    /// Repairs the file `path` in the background.
    pub(crate) fn begin(&mut self, jobs: &mut Jobs, env: &Env, path: PathBuf) {
        let (services, damaged) = (Arc::clone(&env.services), path.clone());
        let job = jobs.start("repair", Some(caption(&path)), move |_| Ok(services.repair(&damaged)));
        self.running = Some((path, job));
    }

    /// What came of the repair, when the window `is_free` for it.
    pub(crate) fn poll(&self, is_free: bool) -> Option<RepairResult> {
        let (_, job) = self.running.as_ref()?;
        if job.is_stopped() {
            return Some(Err(NotFound::Stopped));
        }
        if is_free { job.poll() } else { None }
    }

    /// Shows what could be saved as a new chart, and what was done to it.
    pub(crate) fn ended(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        result: RepairResult,
    ) -> Vec<Effect> {
        let Some((path, _)) = self.running.take() else { return Vec::new() };
        match result {
            Ok(Some(RepairedFile { document, notes })) => {
                documents.add_new(env.services.as_ref(), env.catalog, document, &env.lang());
                let is_whole = notes.is_empty();
                if let Some(open) = documents.shown_mut() {
                    open.repair = Some(notes);
                }
                if is_whole {
                    return vec![Effect::Say(env.catalog.text("ui-repaired-whole"))];
                }
                vec![Effect::Show(DialogName::Repaired)]
            }
            Ok(None) | Err(NotFound::Broken) => {
                self.told = Some(Told::Lost(path));
                vec![Effect::Show(DialogName::Damaged)]
            }
            Err(NotFound::Stopped) => Vec::new(),
        }
    }
}

/// Shows what was done to the file of which the shown chart was made.
pub(crate) fn repair_account_ui(ui: &Ui, documents: &Documents, catalog: &Catalog) -> Option<AccountAnswer> {
    let lines = note_lines(notes(documents), catalog).into_iter();
    let lines: Vec<AccountLine> =
        lines.map(|NoteLine { text, is_loss }| AccountLine { text, is_loss }).collect();
    let has_loss = lines.iter().any(|line| line.is_loss);
    let sentence = catalog.text(if has_loss { "ui-repaired-lost" } else { "ui-repaired-kept" });
    account_ui(ui, catalog, [&catalog.text("ui-repaired"), &sentence], &lines)
}

/// Does what was asked for while that is shown.
pub(crate) fn account_answered(documents: &Documents, env: &Env, answer: AccountAnswer) -> Vec<Effect> {
    match answer {
        AccountAnswer::Copy => {
            let lines = note_lines(notes(documents), env.catalog).into_iter();
            let lines: Vec<String> = lines.map(|line| line.text).collect();
            vec![Effect::CopyText(lines.join("\n"))]
        }
        AccountAnswer::Close => vec![Effect::CloseDialog],
    }
}

fn notes(documents: &Documents) -> &[RepairNote] {
    documents.shown().and_then(|open| open.repair.as_deref()).unwrap_or_default()
}

fn question(told: &Told, catalog: &Catalog) -> Question<DamagedAnswer> {
    let leave = (DamagedAnswer::Leave, catalog.text("ui-close"));
    match told {
        Told::Damaged(RefusedFile { reason, .. }) => Question {
            heading: catalog.text("ui-damaged"),
            text: format!("{reason}\n\n{}", catalog.text("ui-damaged-offer")),
            items: Vec::new(),
            answers: vec![(DamagedAnswer::Repair, catalog.text("ui-repair")), leave],
            escape: DamagedAnswer::Leave,
        },
        Told::Lost(path) => Question {
            heading: catalog.text("ui-damaged-lost"),
            text: catalog.text("ui-damaged-lost-text"),
            items: vec![say_path(path)],
            answers: vec![leave],
            escape: DamagedAnswer::Leave,
        },
    }
}

/// What is said of a file while it is repaired.
fn caption(path: &Path) -> Caption {
    let name = path.file_name().map(say_path).unwrap_or_default();
    Box::new(move |catalog: &Catalog| catalog.text_with("ui-repairing", &[("file", name.as_str().into())]))
}
