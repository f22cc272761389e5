//! Documents into files.

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use eframe::egui::Ui;

use super::{names::with_extension, template_name::TemplateName};
use crate::{
    app::{
        choosing::purpose::Purpose,
        commands::command::SaveCommand,
        documents::{
            counts::Counts,
            key::DocKey,
            open_document::{DocFile, OpenDocument},
            tabs::Documents,
        },
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs, NotFound},
        opening::open_files::not_read,
        services::api::{Replaceable, SaveEnd, SaveWish, SavedFile},
    },
    locale::{Catalog, say_path},
    model::{Document, DocumentId},
    persist::SaveError,
    pipeline::{self, FileKind},
    ui::dialogs::{LineAnswer, Question, question_ui},
};

/// What a document's file name ends in.
pub(crate) const ENDING: &str = "ron";

/// What is asked before a document goes into its file or comes from it again.
#[derive(Default)]
pub(crate) struct Saving {
    asked: Option<FileQuestion>,
    /// Documents that are being written.
    pending: Vec<PendingSave>,
    /// The template that is to be kept.
    pub(crate) template: Option<TemplateName>,
}

/// A document on its way into a file.
struct PendingSave {
    file: NamedFile,
    /// What is written, and the state of the document in which it is that.
    document: Arc<Document>,
    state: u64,
    /// The id that the document has from then on; `None`: its own.
    copy_id: Option<DocumentId>,
    /// What it may replace.
    replaces: Replaceable,
    job: Job<Result<SaveEnd, SaveError>>,
    /// What is to be written next: it may have changed since, or be wanted in another file.
    again: Option<WantedSave>,
}

/// A document and the file that it goes into.
#[derive(Clone, Debug)]
pub(crate) struct NamedFile {
    pub(crate) key: DocKey,
    pub(crate) path: PathBuf,
}

/// A document, the file that it goes into, and what that may replace.
#[derive(Clone, Debug)]
struct WantedSave {
    file: NamedFile,
    replaces: Replaceable,
}

/// What came of the save of a document.
pub(crate) struct SaveResult {
    save: PendingSave,
    end: Result<SaveEnd, SaveError>,
}

/// So long the window waits for a save. Nearly all end within that, and nobody sees them pending.
const PATIENCE: Duration = Duration::from_millis(100);

/// A question about a file.
#[derive(Clone, Debug)]
enum FileQuestion {
    /// The file of a document is not what it was.
    Changed(OtherFile),
    /// There is a file already where a document is to be saved.
    Exists(OtherFile),
    /// There is a file where a document is to be saved, and nobody knows what is in it.
    Unreadable(NamedFile),
    /// A document could not be saved, for this reason.
    Failed(WantedSave, String),
    /// The changes of a document are to be given up.
    Revert(DocKey),
}

/// A file that holds something else than its document.
#[derive(Clone, Debug)]
struct OtherFile {
    file: NamedFile,
    /// Whether what it holds stays among the versions when it is overwritten.
    is_kept: bool,
}

/// What a person answered to a question about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveAnswer {
    /// What leads on: the file is overwritten, read again, or tried again.
    GoOn,
    /// The document goes into another file.
    SaveAs,
    /// The document and what the file holds become one.
    Merge,
    /// It is shown in what they differ.
    Compare,
    /// Everything stays as it is.
    Cancel,
}

impl Saving {
    /// Does a command to the document that is shown. What waits for documents to be saved does not happen then.
    pub(crate) fn update(&mut self, documents: &Documents, command: SaveCommand) -> Vec<Effect> {
        let Some(open) = documents.shown() else { return Vec::new() };
        let key = open.key;
        match command {
            SaveCommand::Save => vec![Effect::StopLeaving, Effect::Save(key)],
            SaveCommand::SaveAs => vec![Effect::StopLeaving, Effect::SaveAs(key)],
            SaveCommand::Template => {
                self.template = Some(TemplateName::new(open));
                vec![Effect::Show(DialogName::Template)]
            }
            SaveCommand::Revert => self.ask(FileQuestion::Revert(key)),
        }
    }

    fn ask(&mut self, question: FileQuestion) -> Vec<Effect> {
        self.asked = Some(question);
        vec![Effect::Show(DialogName::Saving)]
    }

    /// Saves the document `key` in its file; asks for one where it has none.
    pub(crate) fn save(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        key: DocKey,
    ) -> Vec<Effect> {
        let Some(open) = documents.get(key) else { return vec![Effect::SaveEnded { is_saved: true }] };
        let Some((DocFile { path, .. }, basis)) = open.file.as_ref().zip(open.basis()) else {
            return vec![Effect::SaveAs(key)];
        };
        let (file, only) = (NamedFile { key, path: path.clone() }, Replaceable::Only(basis.stamp));
        self.write(documents, jobs, env, WantedSave { file, replaces: only })
    }

    /// Saves a document in the file that a person named.
    pub(crate) fn save_to(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        file: NamedFile,
    ) -> Vec<Effect> {
        let NamedFile { key, path } = file;
        let named = with_extension(path.clone(), ENDING);
        if documents.of_file(&named).is_some_and(|other| other != key) {
            let problem = Effect::Problem(env.catalog.text("ui-save-elsewhere"));
            return vec![Effect::ForgetProblems, problem, Effect::SaveEnded { is_saved: false }];
        }
        let own = documents.get(key).and_then(|open| open.file.as_ref().zip(open.basis()));
        // The system's dialog asked already, but for the name that was typed.
        let was_asked = env.dialogs.is_available() && named == path;
        let replaces = match own {
            _ if was_asked => Replaceable::Anything,
            Some((file, basis)) if file.path == named => Replaceable::Only(basis.stamp),
            Some(_) | None => Replaceable::Nothing,
        };
        let file = NamedFile { key, path: named };
        self.write(documents, jobs, env, WantedSave { file, replaces })
    }

    /// Writes a document to a file where that may be replaced.
    fn write(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        wanted: WantedSave,
    ) -> Vec<Effect> {
        let WantedSave { file, replaces } = wanted;
        let Some(open) = documents.get_mut(file.key) else {
            return vec![Effect::SaveEnded { is_saved: true }];
        };
        if let Some(save) = self.pending.iter_mut().find(|save| save.file.key == file.key) {
            save.again = Some(WantedSave { file, replaces });
            return Vec::new();
        }
        // What is shown is what is saved.
        open.editor.commit();
        let (state, copy_id) = (open.editor.state(), copy_id(open, env, &file.path));
        let mut document = Document::clone(open.editor.document());
        document.id = copy_id.clone().or(document.id);
        let document = Arc::new(document);
        let (services, path, written) = (Arc::clone(&env.services), file.path.clone(), Arc::clone(&document));
        let wish = SaveWish { path, replaces, versions: env.versions(), now: env.now() };
        let job = jobs.start("save", None, move |_| Ok(services.save(&written, &wish)));
        let quick = job.wait(PATIENCE);
        let save = PendingSave { file, document, state, copy_id, replaces, job, again: None };
        if let Some(end) = quick {
            return self.ended(documents, jobs, env, SaveResult::new(save, end));
        }
        self.pending.push(save);
        vec![Effect::Say(env.catalog.text("ui-saving"))]
    }

    /// Whether something is being written: what its file holds is not known then.
    pub(crate) const fn is_writing(&self) -> bool {
        !self.pending.is_empty()
    }

    /// Forgets that the document `key` is being written: it is another one now.
    pub(crate) fn forget(&mut self, key: DocKey) -> Option<Effect> {
        let before = self.pending.len();
        self.pending.retain(|save| save.file.key != key);
        (self.pending.len() < before).then_some(Effect::SaveEnded { is_saved: false })
    }

    /// What came of a save since the last frame.
    pub(crate) fn poll(&mut self) -> Option<SaveResult> {
        let mut ends = self.pending.iter().enumerate();
        let (at, end) = ends.find_map(|(at, save)| Some((at, save.job.poll()?)))?;
        Some(SaveResult::new(self.pending.remove(at), end))
    }

    /// Goes on when a save has ended.
    pub(crate) fn ended(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        result: SaveResult,
    ) -> Vec<Effect> {
        let SaveResult { mut save, end } = result;
        let again = save.again.take();
        if let Some(other) = again.as_ref().filter(|again| again.file.path != save.file.path) {
            // Whoever named another file wants it there, whatever became of this one.
            let other = WantedSave { file: other.file.clone(), replaces: other.replaces };
            if let Ok(SaveEnd::Saved(saved)) = end {
                saved_in(documents, env, save, &saved);
            }
            return self.write(documents, jobs, env, other);
        }
        let again = again.map(|again| Effect::Save(again.file.key));
        let effects = match end {
            Ok(SaveEnd::Saved(saved)) => saved_in(documents, env, save, &saved),
            Ok(SaveEnd::Changed) => return self.ask(FileQuestion::Changed(OtherFile::of(save.file, env))),
            Ok(SaveEnd::Exists) => return self.ask(FileQuestion::Exists(OtherFile::of(save.file, env))),
            Ok(SaveEnd::Unreadable) => return self.ask(FileQuestion::Unreadable(save.file)),
            Err(error) => return self.failed(env, save, &error),
        };
        effects.into_iter().chain(again).collect()
    }

    /// Asks what to do where a document could not be saved. A path that was typed is mended where it was typed.
    fn failed(&mut self, env: &Env, save: PendingSave, error: &SaveError) -> Vec<Effect> {
        let reason = error.say(env.catalog);
        let PendingSave { file, replaces, .. } = save;
        if replaces == Replaceable::Nothing && !env.dialogs.is_available() {
            let problem = Effect::Problem(env.say("ui-save-failed", "reason", reason));
            return vec![Effect::ForgetProblems, problem, Effect::SaveEnded { is_saved: false }];
        }
        self.ask(FileQuestion::Failed(WantedSave { file, replaces }, reason))
    }

    /// Shows the question.
    pub(crate) fn ui(&self, ui: &Ui, documents: &Documents, env: &Env) -> Option<SaveAnswer> {
        let catalog = env.catalog;
        let question = match self.asked.as_ref()? {
            FileQuestion::Changed(OtherFile { file, is_kept }) => {
                let text = if *is_kept { "ui-changed-text-kept" } else { "ui-changed-text" };
                let question = file_question(catalog, "ui-changed-heading", text, &file.path);
                let open = documents.get(file.key).and_then(OpenDocument::basis);
                with_other_version(question, open.is_some_and(|basis| basis.document.is_some()), catalog)
            }
            FileQuestion::Exists(OtherFile { file, is_kept }) => {
                let text = if *is_kept { "ui-exists-text-kept" } else { "ui-exists-text" };
                file_question(catalog, "ui-exists-heading", text, &file.path)
            }
            FileQuestion::Unreadable(file) => {
                file_question(catalog, "ui-exists-heading", "ui-unreadable-text", &file.path)
            }
            FileQuestion::Failed(_, reason) => Question {
                heading: catalog.text("ui-save-failed-heading"),
                text: reason.clone(),
                items: Vec::new(),
                answers: vec![
                    (SaveAnswer::SaveAs, catalog.text("ui-cmd-save-as")),
                    (SaveAnswer::GoOn, catalog.text("ui-try-again")),
                    (SaveAnswer::Cancel, catalog.text("ui-cancel")),
                ],
                escape: SaveAnswer::Cancel,
            },
            FileQuestion::Revert(key) => Question {
                heading: catalog.text("ui-revert-heading"),
                text: catalog.text("ui-revert-text"),
                items: documents.get(*key).map(|open| open.name.clone()).into_iter().collect(),
                answers: vec![
                    (SaveAnswer::GoOn, catalog.text("ui-revert")),
                    (SaveAnswer::Cancel, catalog.text("ui-cancel")),
                ],
                escape: SaveAnswer::Cancel,
            },
        };
        question_ui(ui, &question)
    }

    /// Goes on after the question was answered.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        jobs: &mut Jobs,
        env: &Env,
        answer: SaveAnswer,
    ) -> Vec<Effect> {
        let Some(question) = self.asked.take() else { return Vec::new() };
        if answer == SaveAnswer::Compare {
            return self.compare(documents, question);
        }
        let overwrite = |file| WantedSave { file, replaces: Replaceable::Anything };
        let wanted = match question {
            FileQuestion::Changed(OtherFile { file, .. })
            | FileQuestion::Exists(OtherFile { file, .. })
            | FileQuestion::Unreadable(file) => overwrite(file),
            FileQuestion::Failed(wanted, _) => wanted,
            FileQuestion::Revert(key) if answer == SaveAnswer::GoOn => return revert(documents, env, key),
            FileQuestion::Revert(_) => return vec![Effect::StopLeaving],
        };
        match answer {
            SaveAnswer::GoOn => self.write(documents, jobs, env, wanted),
            SaveAnswer::SaveAs => vec![Effect::SaveAs(wanted.file.key)],
            SaveAnswer::Merge => vec![Effect::StopLeaving, Effect::MergeFile(wanted.file.key)],
            SaveAnswer::Compare | SaveAnswer::Cancel => vec![Effect::StopLeaving],
        }
    }

    /// Shows in what a document differs from its file; the question is asked again afterwards.
    fn compare(&mut self, documents: &mut Documents, question: FileQuestion) -> Vec<Effect> {
        let FileQuestion::Changed(OtherFile { file, .. }) = &question else { return Vec::new() };
        documents.show(file.key);
        let path = file.path.clone();
        self.asked = Some(question);
        vec![Effect::CompareChanged(path)]
    }

    /// Keeps the document that is shown as a template under the name that was typed.
    pub(crate) fn template_named(
        &mut self,
        documents: &Documents,
        env: &Env,
        answer: LineAnswer,
    ) -> Vec<Effect> {
        match (self.template.take(), answer) {
            (Some(template), LineAnswer::Take) => template.keep(documents, env),
            (_, LineAnswer::Take | LineAnswer::Cancel) => Vec::new(),
        }
    }
}

/// Asks where to save the document `key`.
pub(crate) fn save_as(documents: &Documents, env: &Env, key: DocKey) -> Vec<Effect> {
    let Some(open) = documents.get(key) else { return vec![Effect::SaveEnded { is_saved: true }] };
    let suggested = match &open.file {
        Some(file) if env.dialogs.is_available() => file.path.file_name().unwrap_or_default().into(),
        Some(file) => file.path.clone(),
        None => suggested_name(open),
    };
    vec![Effect::Ask(Purpose::Save(key), suggested)]
}

impl OtherFile {
    fn of(file: NamedFile, env: &Env) -> Self {
        let is_chart = || env.services.recognise(&file.path).is_some_and(FileKind::is_document);
        Self { is_kept: env.versions().is_some() && is_chart(), file }
    }
}

impl SaveResult {
    fn new(save: PendingSave, end: Result<Result<SaveEnd, SaveError>, NotFound>) -> Self {
        let file = || save.file.path.clone();
        let broken = |_| Err(SaveError::Failed { file: file(), source: io::ErrorKind::OutOfMemory.into() });
        Self { end: end.unwrap_or_else(broken), save }
    }
}

/// Notes that the file holds the document, and says so.
fn saved_in(documents: &mut Documents, env: &Env, save: PendingSave, saved: &SavedFile) -> Vec<Effect> {
    let PendingSave { file: NamedFile { key, path }, document, state, copy_id, .. } = save;
    let SavedFile { stamp, written, is_version_lost } = saved;
    let mut text = env.say("ui-saved-to", "file", say_path(&path));
    let (mut counts, mut dropped) = (None, None);
    if let Some(open) = documents.get_mut(key) {
        dropped = open.has_comments.then(|| env.catalog.text("ui-comments-dropped"));
        if let Some(id) = copy_id {
            open.editor.set_id(id);
        }
        open.saved(&path, state, *stamp, env.services.time_of_day());
        open.is_based_on(document);
        counts = Some(Counts::of(open.editor.document()));
    }
    let lost = is_version_lost.then(|| env.catalog.text("ui-version-lost"));
    for said in dropped.into_iter().chain(written.say(env.catalog)).chain(lost) {
        text = format!("{text}\n{said}");
    }
    let told = [Effect::Opened(path, counts), Effect::Say(text), Effect::SaveEnded { is_saved: true }];
    std::iter::once(Effect::ForgetProblems).chain(told).collect()
}

/// The id of the copy that the file `path` is to hold of a document with a file of its own; `None`: it is no copy. The
/// old file goes its own way from then on.
fn copy_id(open: &OpenDocument, env: &Env, path: &Path) -> Option<DocumentId> {
    let is_copy = open.file.as_ref().is_some_and(|file| file.path != path);
    is_copy.then(|| open.editor.document().mint_id(env.services.entropy()))
}

/// Reads the document `key` from its file again.
pub(crate) fn revert(documents: &mut Documents, env: &Env, key: DocKey) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return Vec::new() };
    let Some(path) = open.file.as_ref().map(|file| file.path.clone()) else { return Vec::new() };
    match env.services.load(&path) {
        Ok(loaded) => {
            open.read_again(env.services.as_ref(), &path, loaded);
            vec![Effect::Reverted(key), Effect::ForgetProblems]
        }
        Err(error) => not_read(env, &path, &error),
    }
}

fn file_question(catalog: &Catalog, heading: &str, text: &str, path: &Path) -> Question<SaveAnswer> {
    Question {
        heading: catalog.text(heading),
        text: catalog.text(text),
        items: vec![say_path(path)],
        // Enter must not overwrite anything.
        answers: vec![
            (SaveAnswer::SaveAs, catalog.text("ui-cmd-save-as")),
            (SaveAnswer::GoOn, catalog.text("ui-overwrite")),
            (SaveAnswer::Cancel, catalog.text("ui-cancel")),
        ],
        escape: SaveAnswer::Cancel,
    }
}

/// The file name for a document that has none yet.
fn suggested_name(open: &OpenDocument) -> PathBuf {
    // What was recovered of a file is called as that.
    let name = open.name.strip_suffix(&format!(".{ENDING}")).unwrap_or(&open.name);
    let slug = pipeline::slug(name);
    let stem = if slug.is_empty() { "chart" } else { slug.as_str() };
    format!("{stem}.{ENDING}").into()
}

/// The question with what else may be done about a chart that somebody else wrote there; merging gives nothing up, so
/// Enter does that.
fn with_other_version(
    mut question: Question<SaveAnswer>,
    can_merge: bool,
    catalog: &Catalog,
) -> Question<SaveAnswer> {
    let merge = can_merge.then(|| (SaveAnswer::Merge, catalog.text("ui-merge")));
    let compare = (SaveAnswer::Compare, catalog.text("ui-versions-compare"));
    question.answers = merge.into_iter().chain([compare]).chain(question.answers).collect();
    question
}
