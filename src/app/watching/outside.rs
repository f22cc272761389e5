//! What is to be done when the file of an open document is no longer what it was.

use std::collections::BTreeMap;

use eframe::egui::Ui;

use super::{
    question::{merge, outside_question, reload},
    watcher::{FileChange, FileHolds, WatchedFile, WatchedFiles, Watcher},
};
use crate::{
    app::{
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        effect::{DialogName, Effect},
        env::Env,
        jobs::job::Jobs,
    },
    locale::{Catalog, say_path},
    persist::Opener,
    ui::dialogs::question_ui,
};

/// Files that somebody else changed.
#[derive(Default)]
pub(crate) struct Outside {
    watcher: Option<Watcher>,
    /// What the watcher was told last.
    told: WatchedFiles,
    /// Changes that nobody was told of yet.
    waiting: Vec<FileChange>,
    /// What of each file was told last, so that a person is asked once.
    known: BTreeMap<DocKey, FileHolds>,
    /// The document whose file is asked about.
    asked: Option<DocKey>,
    /// Who else has files open, as far as the person does not know yet.
    openers: BTreeMap<DocKey, Opener>,
}

/// What a person answered about a file that somebody else changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OutsideAnswer {
    /// What was done here and what was done there become one.
    Merge,
    /// The file is read again.
    Reload,
    /// Everything stays as it is.
    Keep,
}

impl Outside {
    /// Tells the watcher which files there are; begins it with the first one.
    pub(crate) fn follow(&mut self, documents: &Documents, jobs: &mut Jobs, env: &Env) {
        let known = |open: &OpenDocument| {
            let file = open.file.as_ref()?;
            Some((open.key, WatchedFile { path: file.path.clone(), stamp: file.holds.stamp }))
        };
        let files: WatchedFiles = documents.iter().filter_map(known).collect();
        if files != self.told {
            self.known.retain(|key, _| files.get(key) == self.told.get(key));
            self.told.clone_from(&files);
            self.watcher.get_or_insert_with(|| Watcher::start(jobs, env)).tell(files);
        }
    }

    /// Notes who else has files open now.
    pub(crate) fn hear(&mut self) {
        for (key, opener) in self.watcher.iter().flat_map(Watcher::openers) {
            match opener {
                Some(opener) => self.openers.insert(key, opener),
                None => self.openers.remove(&key),
            };
        }
    }

    /// Says of the document `key` that somebody else has its file open, too.
    pub(crate) fn hint(&self, key: DocKey, env: &Env) -> Option<String> {
        let Opener { user, host, since, .. } = self.openers.get(&key)?;
        // Somebody else wrote that.
        let [user, host] = [user, host].map(say_path);
        let user = if user.is_empty() { env.catalog.text("ui-elsewhere-somebody") } else { user };
        let values =
            [("user", user.into()), ("host", host.into()), ("time", env.services.time(*since).into())];
        Some(env.catalog.text_with("ui-elsewhere", &values))
    }

    /// The person knows that somebody else has the file open, too.
    pub(crate) fn forget_opener(&mut self, key: DocKey) {
        self.openers.remove(&key);
    }

    /// What is to be done where the program ends otherwise than by its window being closed.
    pub(crate) fn farewell(&mut self, jobs: &mut Jobs, env: &Env) -> impl Fn() + Send + Sync + use<> {
        self.watcher.get_or_insert_with(|| Watcher::start(jobs, env)).farewell()
    }

    /// The window closes: the files are no longer open here.
    pub(crate) fn end(&mut self) {
        if let Some(watcher) = self.watcher.take() {
            (watcher.farewell())();
        }
    }

    /// What a person is to be told or asked about the file of a document, when the window `is_free` for it.
    pub(crate) fn poll(&mut self, documents: &Documents, is_free: bool) -> Option<FileChange> {
        self.waiting.extend(self.watcher.iter().flat_map(Watcher::changes));
        while let Some(change) = self.waiting.pop_if(|_| is_free) {
            let FileChange { key, holds } = change;
            let file = documents.get(key).and_then(|open| open.file.as_ref());
            // Meanwhile it may have been saved or read again.
            let is_other = file.is_some_and(|file| match holds {
                FileHolds::Chart(stamp) | FileHolds::Other(stamp) => file.holds.stamp != stamp,
                FileHolds::Nothing => true,
            });
            if is_other && self.known.insert(key, holds) != Some(holds) {
                return Some(change);
            }
        }
        None
    }

    /// Asks what to do about another chart in the file of a document. Where there is none any more, the document is
    /// unsaved from now on, and that is said.
    pub(crate) fn ask(&mut self, documents: &mut Documents, env: &Env, change: FileChange) -> Vec<Effect> {
        let FileChange { key, holds } = change;
        if !matches!(holds, FileHolds::Chart(_)) {
            let Some(open) = documents.get_mut(key) else { return Vec::new() };
            open.editor.lost();
            return vec![Effect::Warn(env.say("ui-outside-gone", "name", open.name.clone()))];
        }
        documents.show(key);
        self.asked = Some(key);
        vec![Effect::Show(DialogName::Outside)]
    }

    /// Shows the question.
    pub(crate) fn ui(&self, ui: &Ui, documents: &Documents, catalog: &Catalog) -> Option<OutsideAnswer> {
        let open = documents.get(self.asked?)?;
        question_ui(ui, &outside_question(open, catalog))
    }

    /// Does what was answered.
    pub(crate) fn answered(
        &mut self,
        documents: &mut Documents,
        env: &Env,
        answer: OutsideAnswer,
    ) -> Vec<Effect> {
        let Some(key) = self.asked.take() else { return Vec::new() };
        match answer {
            OutsideAnswer::Merge => merge(documents, env, key),
            OutsideAnswer::Reload => reload(documents, env, key),
            OutsideAnswer::Keep => Vec::new(),
        }
    }
}
