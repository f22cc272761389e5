//! Documents into files.

use std::path::{Path, PathBuf};

use eframe::egui::Ui;

use super::{names::with_extension, template_name::TemplateName};
use crate::{
    app::{
        choosing::purpose::Purpose,
        commands::command::SaveCommand,
        documents::{counts::Counts, key::DocKey, open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        opening::open_files::not_opened,
        services::api::SavedFile,
    },
    locale::Catalog,
    model::{Document, DocumentId},
    pipeline,
    ui::dialogs::{LineAnswer, Question, question_ui},
};

/// What a document's file name ends in.
const ENDING: &str = "ron";

/// What is asked before a document goes into its file or comes from it again.
#[derive(Default)]
pub(crate) struct Saving {
    asked: Option<FileQuestion>,
    /// The template that is to be kept.
    pub(crate) template: Option<TemplateName>,
}

/// A question about a file.
#[derive(Clone, Debug)]
enum FileQuestion {
    /// The file of a document is not what it was.
    Changed(DocKey, PathBuf),
    /// There is a file already where a document is to be saved.
    Exists(DocKey, PathBuf),
    /// The changes of a document are to be given up.
    Revert(DocKey),
}

/// What a person answered to a question about a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SaveAnswer {
    /// What leads on: the file is overwritten, or read again.
    GoOn,
    /// The document goes into another file.
    SaveAs,
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
    pub(crate) fn save(&mut self, documents: &mut Documents, env: &Env, key: DocKey) -> Vec<Effect> {
        let Some(open) = documents.get(key) else { return vec![Effect::SaveEnded { is_saved: true }] };
        let Some(file) = &open.file else { return vec![Effect::SaveAs(key)] };
        let path = file.path.clone();
        // A file that is gone is written anew.
        if env.services.stamp(&path).is_some_and(|stamp| stamp != file.stamp) {
            return self.ask(FileQuestion::Changed(key, path));
        }
        write(documents, env, key, &path)
    }

    /// Saves the document `key` in the file `path`, which a person named.
    pub(crate) fn save_to(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        key: DocKey,
        path: &Path,
    ) -> Vec<Effect> {
        let named = with_extension(path.to_owned(), ENDING);
        if documents.of_file(&named).is_some_and(|other| other != key) {
            let problem = Effect::Problem(env.catalog.text("ui-save-elsewhere"));
            return vec![Effect::ForgetProblems, problem, Effect::SaveEnded { is_saved: false }];
        }
        let own = documents.get(key).and_then(|open| open.file.as_ref());
        let is_own = own.is_some_and(|file| file.path == named);
        // The system's dialog asked already, but for the name that was typed.
        let was_asked = env.dialogs.is_available() && named == path;
        if !is_own && !was_asked && env.services.stamp(&named).is_some() {
            return self.ask(FileQuestion::Exists(key, named));
        }
        write(documents, env, key, &named)
    }

    /// Shows the question.
    pub(crate) fn ui(&self, ui: &Ui, documents: &Documents, catalog: &Catalog) -> Option<SaveAnswer> {
        let question = match self.asked.as_ref()? {
            FileQuestion::Changed(_, path) => {
                file_question(catalog, "ui-changed-heading", "ui-changed-text", path)
            }
            FileQuestion::Exists(_, path) => {
                file_question(catalog, "ui-exists-heading", "ui-exists-text", path)
            }
            FileQuestion::Revert(key) => Question {
                heading: catalog.text("ui-revert-heading"),
                text: catalog.text("ui-revert-text"),
                items: documents.get(*key).map(|open| open.name.clone()).into_iter().collect(),
                answers: vec![
                    (SaveAnswer::GoOn, catalog.text("ui-revert")),
                    (SaveAnswer::Cancel, catalog.text("ui-cancel")),
                ],
            },
        };
        question_ui(ui, &question)
    }

    /// Goes on after the question was answered.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        answer: SaveAnswer,
    ) -> Vec<Effect> {
        let Some(question) = self.asked.take() else { return Vec::new() };
        match (question, answer) {
            (FileQuestion::Changed(key, path) | FileQuestion::Exists(key, path), SaveAnswer::GoOn) => {
                write(documents, env, key, &path)
            }
            (FileQuestion::Changed(key, _) | FileQuestion::Exists(key, _), SaveAnswer::SaveAs) => {
                vec![Effect::SaveAs(key)]
            }
            (FileQuestion::Revert(key), SaveAnswer::GoOn) => revert(documents, env, key),
            (FileQuestion::Revert(_), SaveAnswer::SaveAs) | (_, SaveAnswer::Cancel) => {
                vec![Effect::StopLeaving]
            }
        }
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
        Some(file) if env.dialogs.is_available() => {
            file.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
        }
        Some(file) => file.path.display().to_string(),
        None => suggested_name(open),
    };
    vec![Effect::Ask(Purpose::Save(key), suggested)]
}

/// Writes the document `key` to the file `path`, whatever is there.
fn write(documents: &mut Documents, env: &Env, key: DocKey, path: &Path) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return vec![Effect::SaveEnded { is_saved: true }] };
    // What is shown is what is saved.
    open.editor.commit();
    let copy_id = copy_id(open, env, path);
    let mut document = Document::clone(open.editor.document());
    document.id = copy_id.clone().or(document.id);
    let SavedFile { stamp, written } = match env.services.save(&document, path) {
        Ok(saved) => saved,
        Err(error) => {
            let problem = Effect::Problem(env.say("ui-save-failed", "reason", error.say(env.catalog)));
            return vec![Effect::ForgetProblems, problem, Effect::SaveEnded { is_saved: false }];
        }
    };
    if let Some(id) = copy_id {
        open.editor.set_id(id);
    }
    let had_comments = open.has_comments;
    open.saved(path, stamp, env.services.time_of_day());
    let mut text = env.say("ui-saved-to", "file", path.display().to_string());
    let dropped = had_comments.then(|| env.catalog.text("ui-comments-dropped"));
    for said in dropped.into_iter().chain(written.say(env.catalog)) {
        text = format!("{text}\n{said}");
    }
    vec![
        Effect::ForgetProblems,
        Effect::Opened(path.to_owned(), Some(Counts::of(open.editor.document()))),
        Effect::Say(text),
        Effect::SaveEnded { is_saved: true },
    ]
}

/// The id of the copy that the file `path` is to hold of a document with a file of its own; `None`: it is no copy. The
/// old file goes its own way from then on.
fn copy_id(open: &OpenDocument, env: &Env, path: &Path) -> Option<DocumentId> {
    let is_copy = open.file.as_ref().is_some_and(|file| file.path != path);
    is_copy.then(|| open.editor.document().mint_id(env.services.entropy()))
}

/// Reads the document `key` from its file again.
fn revert(documents: &mut Documents, env: &Env, key: DocKey) -> Vec<Effect> {
    let Some(open) = documents.get_mut(key) else { return Vec::new() };
    let Some(path) = open.file.as_ref().map(|file| file.path.clone()) else { return Vec::new() };
    match env.services.load(&path) {
        Ok(loaded) => {
            open.read_again(env.services.as_ref(), &path, loaded);
            vec![Effect::Reverted(key), Effect::ForgetProblems]
        }
        Err(error) => not_opened(env, &error),
    }
}

fn file_question(catalog: &Catalog, heading: &str, text: &str, path: &Path) -> Question<SaveAnswer> {
    Question {
        heading: catalog.text(heading),
        text: catalog.text(text),
        items: vec![path.display().to_string()],
        // Enter must not overwrite anything.
        answers: vec![
            (SaveAnswer::SaveAs, catalog.text("ui-cmd-save-as")),
            (SaveAnswer::GoOn, catalog.text("ui-overwrite")),
            (SaveAnswer::Cancel, catalog.text("ui-cancel")),
        ],
    }
}

/// The file name for a document that has none yet.
fn suggested_name(open: &OpenDocument) -> String {
    let slug = pipeline::slug(&open.name);
    format!("{}.{ENDING}", if slug.is_empty() { "chart" } else { slug.as_str() })
}
