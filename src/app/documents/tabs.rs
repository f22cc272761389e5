//! The documents that are open, as tabs.

use std::{
    fs,
    path::{Path, PathBuf, absolute},
    sync::Arc,
};

use crate::app::{
    documents::open_document::{DocKey, OpenDocument},
    importing::tables::is_table,
    laneway::Laneway,
    services::api::Loaded,
    starting::start_page::counts,
};
use crate::{
    locale::Lang,
    model::Document,
    ui::tabs::{Tab, TabAnswer, TabWords},
};

impl Laneway {
    /// Opens `files`, each in a tab of its own; the last one that could be opened is shown.
    pub fn open_files(&mut self, files: Vec<PathBuf>) {
        let mut failed = Vec::new();
        let mut files = files.into_iter();
        while let Some(path) = files.next() {
            if is_table(&path) {
                // The dialog asks about one file at a time. After one that cannot be read comes the next.
                match self.look_at_tables(&path, files.as_slice()) {
                    Ok(()) => break,
                    Err(reason) => failed.push(reason),
                }
            } else {
                failed.extend(self.load_file(&path).err());
            }
        }
        self.problem = (!failed.is_empty()).then(|| failed.join("\n"));
    }

    /// Opens a file, or shows it where it is open already; what else is open stays.
    pub(crate) fn load(&mut self, path: &Path) {
        self.open_files(vec![path.to_owned()]);
    }

    fn load_file(&mut self, path: &Path) -> Result<(), String> {
        if let Some(at) = self.position_of_file(path) {
            self.current = Some(at);
            return Ok(());
        }
        let loaded = self.services.load(path, self.catalog());
        let inside = loaded.as_ref().ok().map(|loaded| counts(&loaded.document));
        self.note_opened(path, inside);
        match loaded {
            Ok(loaded) => {
                self.add_file(path, loaded);
                Ok(())
            }
            Err(reason) => Err(self.catalog().text_with("ui-open-failed", &[("reason", reason.into())])),
        }
    }

    fn add_file(&mut self, path: &Path, loaded: Loaded) {
        let (services, key, wished) = (Arc::clone(&self.services), self.mint_key(), self.lang.into());
        let open = OpenDocument::from_file(services.as_ref(), key, (path, loaded), &wished);
        self.add(open);
    }

    /// Shows a new document in the language `wished`, or says why there is none.
    pub(crate) fn show(&mut self, opened: Result<Document, String>, wished: &Lang) {
        match opened {
            Ok(document) => {
                let (services, key) = (Arc::clone(&self.services), self.mint_key());
                self.add(OpenDocument::new(services.as_ref(), key, document, wished));
                self.problem = None;
            }
            Err(reason) => {
                self.problem = Some(self.catalog().text_with("ui-open-failed", &[("reason", reason.into())]));
            }
        }
    }

    fn add(&mut self, open: OpenDocument) {
        // Behind the one that is shown, where people look for it.
        let at = self.current.map_or(self.docs.len(), |current| current + 1).min(self.docs.len());
        self.docs.insert(at, open);
        self.current = Some(at);
    }

    fn mint_key(&mut self) -> DocKey {
        self.last_key += 1;
        DocKey(self.last_key)
    }

    /// The document that is shown.
    pub(crate) fn open(&self) -> Option<&OpenDocument> {
        self.docs.get(self.current?)
    }

    /// The document that is shown, to be changed.
    pub(crate) fn open_mut(&mut self) -> Option<&mut OpenDocument> {
        self.docs.get_mut(self.current?)
    }

    /// The document `key`, if it is still open.
    pub(crate) fn doc(&self, key: DocKey) -> Option<&OpenDocument> {
        self.docs.iter().find(|open| open.key == key)
    }

    /// Shows the document `key`.
    pub(crate) fn show_doc(&mut self, key: DocKey) {
        if let Some(at) = self.docs.iter().position(|open| open.key == key) {
            self.current = Some(at);
        }
    }

    /// The position of the document that the file `path` holds.
    fn position_of_file(&self, path: &Path) -> Option<usize> {
        let wanted = identity(path);
        let is_it =
            |open: &OpenDocument| open.file.as_ref().is_some_and(|file| identity(&file.path) == wanted);
        self.docs.iter().position(is_it)
    }

    /// Whether another document than `key` is kept in the file `path`.
    pub(crate) fn is_kept_elsewhere(&self, key: DocKey, path: &Path) -> bool {
        self.position_of_file(path).and_then(|at| self.docs.get(at)).is_some_and(|open| open.key != key)
    }

    /// Takes the documents `keys` out; the neighbour of the one that was shown is shown then.
    pub(crate) fn remove(&mut self, keys: &[DocKey]) {
        let shown = self.open().map(|open| open.key);
        let kept_before =
            |current: usize| self.docs.iter().take(current).filter(|open| !keys.contains(&open.key)).count();
        let next = self.current.map(kept_before);
        self.docs.retain(|open| !keys.contains(&open.key));
        self.current = match next {
            Some(_) if self.docs.is_empty() => None,
            Some(next) => Some(next.min(self.docs.len() - 1)),
            None => None,
        };
        if self.current.is_none() && shown.is_some() {
            self.show_start_page();
        }
    }

    /// Shows the document that is `by` tabs further, in a circle.
    pub(crate) fn step_document(&mut self, is_forward: bool) {
        let count = self.docs.len();
        let next = match (self.current, is_forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + count.saturating_sub(1),
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
        };
        self.current = next.checked_rem(count);
    }

    pub(crate) fn tab_answered(&mut self, answer: TabAnswer) {
        match answer {
            TabAnswer::Show(at) => self.current = Some(at).filter(|at| *at < self.docs.len()),
            TabAnswer::Close(at) => {
                let key = self.docs.get(at).map(|open| open.key);
                self.close(key.into_iter().collect());
            }
            TabAnswer::Move(from, to) if from < self.docs.len() && to < self.docs.len() => {
                let shown = self.open().map(|open| open.key);
                let moved = self.docs.remove(from);
                self.docs.insert(to, moved);
                if let Some(key) = shown {
                    self.show_doc(key);
                }
            }
            TabAnswer::Move(..) => {}
            TabAnswer::Start => self.show_start_page(),
        }
    }

    /// The tabs as they are shown.
    pub(crate) fn tabs(&self) -> Vec<Tab> {
        let tab = |open: &OpenDocument| Tab {
            title: open.name.clone(),
            tooltip: open.file.as_ref().map_or_else(
                || self.catalog().text("ui-tab-no-file"),
                |file| file.path.display().to_string(),
            ),
            is_unsaved: open.is_unsaved(),
        };
        self.docs.iter().map(tab).collect()
    }

    pub(crate) fn tab_words(&self) -> TabWords {
        let catalog = self.catalog();
        TabWords {
            close: catalog.text("ui-close"),
            unsaved: catalog.text("ui-unsaved"),
            start: catalog.text("ui-cmd-start"),
        }
    }
}

/// What `path` means: the same for every way to write it, as far as the system can say.
fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned())
}
