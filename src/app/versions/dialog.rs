//! The versions of the document that is shown.

use std::path::Path;

use eframe::egui::Ui;

use super::opened::{OpenedVersion, Present};
use crate::{
    app::{
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::{Job, Jobs},
    },
    edit,
    locale::{Catalog, say_path, say_system_error},
    model::{Document, DocumentId},
    persist::{KeptCount, Version, VersionStore},
    ui::{
        canvas::Picture,
        dialogs::{Question, VersionView, VersionsAnswer, question_ui, versions_ui},
    },
};

/// The versions of a document, while they are shown.
#[derive(Default)]
pub(crate) struct Versions {
    shown: Option<ShownVersions>,
}

struct ShownVersions {
    key: DocKey,
    id: DocumentId,
    store: VersionStore,
    present: Present,
    /// The newest first.
    entries: Vec<Entry>,
    chosen: usize,
    /// The one that is being opened, by its position.
    opening: Option<(usize, Job<Option<OpenedVersion>>)>,
    /// What would be removed, while it is asked whether it shall be.
    clearing: Option<Vec<String>>,
}

struct Entry {
    version: Version,
    /// When it was written, and in which file where that is not the present one.
    when: String,
    state: EntryState,
}

enum EntryState {
    /// Not opened yet.
    Closed,
    Opened {
        document: Box<Document>,
        summary: String,
        lines: Vec<String>,
        picture: Box<Picture>,
    },
    /// It cannot be opened.
    Broken(String),
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VersionsChoice {
    Shown(VersionsAnswer),
    /// The versions of this chart are to go.
    ClearThis,
    /// Those of all charts are.
    ClearAll,
    /// None are.
    KeepAll,
}

impl Versions {
    /// Shows the versions of the document that is shown.
    pub(crate) fn show(&mut self, documents: &Documents, env: &Env) -> Vec<Effect> {
        let Some(open) = documents.shown() else { return Vec::new() };
        let id = open.editor.document().id.clone();
        let Some((store, id)) = env.version_store().zip(id) else {
            return vec![Effect::Refuse(env.catalog.text("cli-no-state"))];
        };
        let file = open.file.as_ref().map_or(Path::new(""), |file| file.path.as_path());
        let entry = |version: Version| {
            let when = when_of(&version, file, env);
            Entry { version, when, state: EntryState::Closed }
        };
        let versions = match store.list(&id) {
            Ok(versions) => versions,
            Err(error) => {
                let reason = say_system_error(&error, env.catalog);
                return vec![Effect::Refuse(format!("{}: {reason}", say_path(store.folder())))];
            }
        };
        let entries = versions.into_iter().map(entry).collect();
        let (present, key) = (Present::new(open, env), open.key);
        let (chosen, opening, clearing) = (0, None, None);
        self.shown = Some(ShownVersions { key, id, store, present, entries, chosen, opening, clearing });
        vec![Effect::Show(DialogName::Versions)]
    }

    /// The dialog is no longer shown.
    pub(crate) fn close(&mut self) {
        self.shown = None;
    }

    /// Shows the dialog.
    pub(crate) fn ui(&mut self, ui: &Ui, jobs: &mut Jobs, catalog: &Catalog) -> Option<VersionsChoice> {
        let shown = self.shown.as_mut()?;
        shown.open_next(jobs);
        if let Some(what) = &shown.clearing {
            return question_ui(ui, &clear_question(what.clone(), catalog));
        }
        let views: Vec<VersionView<'_>> = shown.entries.iter().map(Entry::view).collect();
        versions_ui(ui, catalog, &views, &mut shown.chosen).map(VersionsChoice::Shown)
    }

    /// Does what was asked for.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        choice: VersionsChoice,
    ) -> Vec<Effect> {
        let Some(shown) = &mut self.shown else { return Vec::new() };
        match choice {
            VersionsChoice::Shown(VersionsAnswer::Clear) => {
                shown.clearing = documents.get(shown.key).map(|open| shown.what_goes(open, env.catalog));
            }
            VersionsChoice::KeepAll => shown.clearing = None,
            VersionsChoice::Shown(VersionsAnswer::Close) => return vec![Effect::CloseDialog],
            VersionsChoice::Shown(VersionsAnswer::Restore) => return shown.restore(documents, env),
            VersionsChoice::Shown(VersionsAnswer::Compare) => return shown.compare(),
            VersionsChoice::Shown(VersionsAnswer::Open) => return shown.open_beside(documents, env),
            VersionsChoice::ClearThis => return cleared(env, shown.store.discard(&shown.id)),
            VersionsChoice::ClearAll => return cleared(env, shown.store.clear()),
        }
        Vec::new()
    }
}

impl ShownVersions {
    /// Opens what is not open yet, one after the other, the chosen one first.
    fn open_next(&mut self, jobs: &mut Jobs) {
        if let Some((at, job)) = &self.opening {
            let Some(found) = job.poll() else { return };
            if let Some(entry) = self.entries.get_mut(*at) {
                entry.state = EntryState::of(found.ok().flatten(), self.present.unreadable());
            }
            self.opening = None;
        }
        let mut order = std::iter::once(self.chosen).chain(0..self.entries.len());
        let is_closed =
            |at: &usize| self.entries.get(*at).is_some_and(|entry| matches!(entry.state, EntryState::Closed));
        let Some(at) = order.find(is_closed) else { return };
        let Some(version) = self.entries.get(at).map(|entry| entry.version.clone()) else { return };
        let (present, store, id) = (self.present.clone(), self.store.clone(), self.id.clone());
        let job = jobs.start("version", None, move |_| Ok(present.open(&store, &id, &version)));
        self.opening = Some((at, job));
    }

    /// What each answer removes: the versions of the chart, which is `open`, or those of all charts.
    fn what_goes(&self, open: &OpenDocument, catalog: &Catalog) -> Vec<String> {
        let KeptCount { versions, documents } = self.store.kept();
        let values = [("versions", versions.into()), ("charts", documents.into())];
        vec![self.what_goes_of_this(open, catalog), catalog.text_with("ui-versions-of-all", &values)]
    }

    /// What is removed with the versions of the chart, which is `open`: those of a file of which it is a copy, or which is a
    /// copy of it, go as well.
    fn what_goes_of_this(&self, open: &OpenDocument, catalog: &Catalog) -> String {
        let title = open.editor.document().title.get(&open.lang, &open.editor.document().language).to_owned();
        let values = |file: String| {
            [("title", title.clone().into()), ("count", self.entries.len().into()), ("file", file.into())]
        };
        let own = open.file.as_ref().map(|file| file.path.as_path());
        match self.store.other_file(&self.id, own.unwrap_or(Path::new(""))) {
            Some(other) if other.is_file() => {
                catalog.text_with("ui-versions-of-other", &values(say_path(other)))
            }
            Some(other) => catalog.text_with("ui-versions-of-gone", &values(say_path(other))),
            None => catalog.text_with("ui-versions-of-this", &values(open.name.clone())),
        }
    }

    fn chosen(&self) -> Option<&Document> {
        match &self.entries.get(self.chosen)?.state {
            EntryState::Opened { document, .. } => Some(document),
            EntryState::Closed | EntryState::Broken(_) => None,
        }
    }

    /// Makes the chart what the chosen version is, as one edit.
    fn restore(&self, documents: &mut Documents, env: &Env) -> Vec<Effect> {
        let (Some(version), Some(open)) = (self.chosen(), documents.get_mut(self.key)) else {
            return Vec::new();
        };
        let editor = &mut open.editor;
        editor.commit();
        let restored = edit::restore(editor.document(), editor.page_id(), version.clone());
        editor.run_prepared(editor.state(), restored);
        vec![Effect::CloseDialog, Effect::Say(env.catalog.text("ui-versions-restored"))]
    }

    /// Compares the chosen version with the chart.
    fn compare(&self) -> Vec<Effect> {
        let (Some(version), Some(entry)) = (self.chosen(), self.entries.get(self.chosen)) else {
            return Vec::new();
        };
        vec![Effect::Compare(entry.when.clone(), Box::new(version.clone()))]
    }

    /// Opens the chosen version as a chart of its own.
    fn open_beside(&self, documents: &mut Documents, env: &Env) -> Vec<Effect> {
        let (Some(version), Some(entry), Some(open)) =
            (self.chosen(), self.entries.get(self.chosen), documents.get(self.key))
        else {
            return Vec::new();
        };
        let (name, lang) = (open.name.as_str().into(), open.lang.clone());
        let name = env
            .catalog
            .text_with("ui-versions-name", &[("name", name), ("when", entry.when.as_str().into())]);
        documents.add_new(env.services.as_ref(), env.catalog, version.clone(), &lang);
        if let Some(beside) = documents.shown_mut() {
            beside.name = name;
        }
        vec![Effect::CloseDialog]
    }
}

/// When a version was written, and in which file where that is not the present one.
fn when_of(version: &Version, present: &Path, env: &Env) -> String {
    let when = env.services.time(version.time);
    match version.other_file_than(present) {
        Some(file) => {
            let values = [("when", when.into()), ("file", file.into())];
            env.catalog.text_with("ui-versions-when-of", &values)
        }
        None => when,
    }
}

impl Entry {
    fn view(&self) -> VersionView<'_> {
        let when = self.when.as_str();
        match &self.state {
            EntryState::Closed => {
                VersionView { when, summary: "…", lines: &[], picture: None, is_readable: true }
            }
            EntryState::Opened { summary, lines, picture, .. } => {
                VersionView { when, summary, lines, picture: Some(picture), is_readable: true }
            }
            EntryState::Broken(why) => {
                VersionView { when, summary: why, lines: &[], picture: None, is_readable: false }
            }
        }
    }
}

impl EntryState {
    fn of(opened: Option<OpenedVersion>, unreadable: String) -> Self {
        match opened {
            Some(OpenedVersion { document, summary, lines, scene }) => {
                let (document, picture) = (Box::new(document), Box::new(Picture::new(&scene)));
                Self::Opened { document, summary, lines, picture }
            }
            None => Self::Broken(unreadable),
        }
    }
}

fn clear_question(items: Vec<String>, catalog: &Catalog) -> Question<VersionsChoice> {
    Question {
        heading: catalog.text("ui-versions-clear-heading"),
        text: catalog.text("ui-versions-clear-text"),
        items,
        // Enter must not remove anything.
        answers: vec![
            (VersionsChoice::KeepAll, catalog.text("ui-cancel")),
            (VersionsChoice::ClearThis, catalog.text("ui-versions-clear-this")),
            (VersionsChoice::ClearAll, catalog.text("ui-versions-clear-all")),
        ],
        escape: VersionsChoice::KeepAll,
    }
}

fn cleared(env: &Env, result: std::io::Result<()>) -> Vec<Effect> {
    let told = match result {
        Ok(()) => Effect::Say(env.catalog.text("ui-versions-cleared")),
        Err(error) => Effect::Problem(env.say(
            "ui-versions-not-cleared",
            "reason",
            say_system_error(&error, env.catalog),
        )),
    };
    vec![Effect::CloseDialog, told]
}
