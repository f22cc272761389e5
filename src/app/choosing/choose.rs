//! The question for a file that is open, and what was typed instead.

use std::path::PathBuf;

use eframe::egui::Ui;

use super::{
    file_dialogs::{FileDialogs, FilesAsked},
    purpose::Purpose,
};
use crate::{
    app::{
        effect::{DialogName, Effect},
        jobs::job::{Job, Jobs},
    },
    locale::{Catalog, say_path},
    ui::dialogs::{LineAnswer, LineWords, line_ui},
};

/// The questions for files.
#[derive(Default)]
pub(crate) struct Choosing {
    /// A question to the system that is not answered yet.
    asked: Option<(Purpose, Job<Vec<PathBuf>>)>,
    typed: Option<TypedPath>,
}

/// A path that is typed.
pub(crate) struct TypedPath {
    pub(crate) purpose: Purpose,
    /// What was suggested.
    suggested: PathBuf,
    /// What is typed.
    text: String,
    /// Why the last path would not do, in words.
    pub(crate) problem: Option<String>,
}

impl TypedPath {
    fn new(purpose: Purpose, suggested: PathBuf) -> Self {
        Self { purpose, text: say_path(&suggested), suggested, problem: None }
    }

    /// The path that is meant. Where nothing else was typed it is the suggested one, which may be no text.
    pub(crate) fn chosen(&self) -> PathBuf {
        let is_suggested = self.text == say_path(&self.suggested);
        if is_suggested { self.suggested.clone() } else { self.text.trim().into() }
    }
}

impl Choosing {
    /// Asks the system for a path, or asks in the window where the system cannot.
    pub(crate) fn ask(
        &mut self,
        jobs: &mut Jobs,
        dialogs: &dyn FileDialogs,
        purpose: Purpose,
        suggested: PathBuf,
    ) -> Vec<Effect> {
        if !dialogs.is_available() {
            return self.type_path(TypedPath::new(purpose, suggested));
        }
        let asked = if purpose == Purpose::Folder {
            dialogs.folder()
        } else if purpose.is_reading() {
            dialogs.open()
        } else {
            dialogs.save(&say_path(suggested.file_name().unwrap_or_default()))
        };
        let job = match asked {
            FilesAsked::Answered(files) => Job::ended(files),
            // Without a thread the question reads as cancelled.
            FilesAsked::Waits(ask) => jobs.start("file-dialog", None, move |_| Ok(ask())),
        };
        self.asked = Some((purpose, job));
        Vec::new()
    }

    /// Lets a path be typed.
    pub(crate) fn type_path(&mut self, typed: TypedPath) -> Vec<Effect> {
        self.typed = Some(typed);
        vec![Effect::Show(DialogName::Path)]
    }

    /// What the system answered since the last frame; no files: it was cancelled.
    pub(crate) fn poll(&mut self) -> Option<(Purpose, Vec<PathBuf>)> {
        let (purpose, job) = self.asked.as_ref()?;
        let answer = (*purpose, job.poll()?.unwrap_or_default());
        self.asked = None;
        Some(answer)
    }

    /// Shows the dialog in which a path is typed.
    pub(crate) fn ui(&mut self, ui: &Ui, catalog: &Catalog) -> Option<LineAnswer> {
        let TypedPath { purpose, text, problem, .. } = self.typed.as_mut()?;
        let words = LineWords { heading: purpose.heading(), label: "ui-path", problem: problem.as_deref() };
        line_ui(ui, catalog, words, text)
    }

    /// Takes the path that was typed.
    pub(crate) const fn take_typed(&mut self) -> Option<TypedPath> {
        self.typed.take()
    }
}
