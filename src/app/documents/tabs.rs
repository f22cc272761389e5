//! The documents that are open, as tabs.

use std::{
    fs,
    path::{Path, PathBuf, absolute},
};

use super::{key::DocKey, open_document::OpenDocument};
use crate::{
    app::{
        effect::Effect,
        services::api::{LoadedFile, Services},
    },
    edit::{EditRequest, Selection},
    locale::{Catalog, Lang, say_path},
    model::{Document, PageId, StepId},
    persist::journal::Recovered,
    pipeline::title_of,
    ui::tabs::{Tab, TabWords},
};

/// The documents that are open.
#[derive(Default)]
pub(crate) struct Documents {
    /// In the order of their tabs.
    all: Vec<OpenDocument>,
    /// The position of the one that is shown; `None`: the start page.
    current: Option<usize>,
    /// The name that was given last.
    last_key: u64,
}

impl Documents {
    /// The document that is shown.
    pub(crate) fn shown(&self) -> Option<&OpenDocument> {
        self.all.get(self.current?)
    }

    /// Brings what is selected in the document that is shown into sight.
    pub(crate) fn bring_selection_into_sight(&mut self) {
        self.shown_mut().into_iter().for_each(OpenDocument::bring_selection_into_sight);
    }

    /// Shows a step of the document that is shown, and selects it.
    pub(crate) fn jump(&mut self, services: &dyn Services, page: &PageId, step: StepId) -> Vec<Effect> {
        if let Some(open) = self.shown_mut() {
            open.centre_step(services, page, &step);
        }
        vec![Effect::Edit(EditRequest::Select(Selection::step(step)))]
    }

    /// The document that is shown, to be changed.
    pub(crate) fn shown_mut(&mut self) -> Option<&mut OpenDocument> {
        self.all.get_mut(self.current?)
    }

    /// The name of the document that is shown.
    pub(crate) fn shown_key(&self) -> Option<DocKey> {
        self.shown().map(|open| open.key)
    }

    /// The position of the document that is shown.
    pub(crate) const fn current(&self) -> Option<usize> {
        self.current
    }

    /// The document `key`, if it is still open.
    pub(crate) fn get(&self, key: DocKey) -> Option<&OpenDocument> {
        self.all.iter().find(|open| open.key == key)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, key: DocKey) -> Option<&mut OpenDocument> {
        self.all.iter_mut().find(|open| open.key == key)
    }

    /// All of them in the order of their tabs.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &OpenDocument> {
        self.all.iter()
    }

    /// The same, to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut OpenDocument> {
        self.all.iter_mut()
    }

    /// The document of the tab at the position `at`.
    pub(crate) fn at(&self, at: usize) -> Option<&OpenDocument> {
        self.all.get(at)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many there are beside the one that is shown.
    pub(crate) fn others(&self) -> usize {
        self.all.len() - usize::from(self.current.is_some())
    }

    /// The names of all of them.
    pub(crate) fn keys(&self) -> Vec<DocKey> {
        self.all.iter().map(|open| open.key).collect()
    }

    /// Ends what is in progress: a text that is being written is part of the work.
    pub(crate) fn rest_all(&mut self) {
        for open in &mut self.all {
            open.rest();
        }
    }

    /// Puts in a document that no file holds yet, under an id of its own, and shows it in the language `wished`.
    pub(crate) fn add_new(
        &mut self,
        services: &dyn Services,
        catalog: &Catalog,
        mut document: Document,
        wished: &Lang,
    ) {
        document.id = Some(document.mint_id(services.entropy()));
        let mut open = OpenDocument::new(services, self.mint_key(), document, wished);
        open.name = title_of(open.editor.document(), &open.lang, catalog);
        self.add(open);
    }

    /// Puts in what was read from the file `path`, and shows it.
    pub(crate) fn add_file(
        &mut self,
        services: &dyn Services,
        path: &Path,
        loaded: LoadedFile,
        wished: &Lang,
    ) {
        let mut open = OpenDocument::new(services, self.mint_key(), loaded.document, wished);
        open.is_in_file(path, loaded.stamp, loaded.comments_dropped);
        self.add(open);
    }

    /// Puts in what was recovered of a document, and shows it.
    pub(crate) fn add_recovered(
        &mut self,
        services: &dyn Services,
        recovered: Recovered,
        wished: &Lang,
    ) -> Option<&mut OpenDocument> {
        let Recovered { document, resumed } = recovered;
        let mut open = OpenDocument::new(services, self.mint_key(), document, wished);
        open.resume(services, resumed);
        self.add(open);
        self.shown_mut()
    }

    fn add(&mut self, open: OpenDocument) {
        // Behind the one that is shown, where people look for it.
        let at = self.current.map_or(self.all.len(), |current| current + 1).min(self.all.len());
        self.current = Some(at);
        self.all.insert(at, open);
    }

    const fn mint_key(&mut self) -> DocKey {
        self.last_key += 1;
        DocKey(self.last_key)
    }

    /// Shows the document `key`, if it is still open.
    pub(crate) fn show(&mut self, key: DocKey) {
        if let Some(at) = self.all.iter().position(|open| open.key == key) {
            self.current = Some(at);
        }
    }

    /// Shows the document of the tab at the position `at`.
    pub(crate) fn show_at(&mut self, at: usize) {
        self.current = Some(at).filter(|at| *at < self.all.len());
    }

    /// Shows none of them.
    pub(crate) const fn show_none(&mut self) {
        self.current = None;
    }

    /// The document that the file `path` holds.
    pub(crate) fn of_file(&self, path: &Path) -> Option<DocKey> {
        let wanted = identity(path);
        let is_it =
            |open: &&OpenDocument| open.file.as_ref().is_some_and(|file| identity(&file.path) == wanted);
        self.all.iter().find(is_it).map(|open| open.key)
    }

    /// Takes the documents `keys` out; the neighbour of the one that was shown is shown then. Gives back whether none is
    /// shown any more.
    pub(crate) fn remove(&mut self, keys: &[DocKey]) -> bool {
        let kept_before =
            |current: usize| self.all.iter().take(current).filter(|open| !keys.contains(&open.key)).count();
        let next = self.current.map(kept_before);
        let was_shown = self.current.is_some();
        self.all.retain(|open| !keys.contains(&open.key));
        self.current = next.filter(|_| !self.all.is_empty()).map(|next| next.min(self.all.len() - 1));
        was_shown && self.current.is_none()
    }

    /// Shows the document of the next tab or of the one before, in a circle.
    pub(crate) fn step(&mut self, is_forward: bool) {
        let count = self.all.len();
        let next = match (self.current, is_forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at + count.saturating_sub(1),
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
        };
        self.current = next.checked_rem(count);
    }

    /// Puts the tab at the position `from` to the position `to`.
    pub(crate) fn move_tab(&mut self, from: usize, to: usize) {
        if from < self.all.len() && to < self.all.len() {
            let shown = self.shown_key();
            let moved = self.all.remove(from);
            self.all.insert(to, moved);
            if let Some(key) = shown {
                self.show(key);
            }
        }
    }

    /// The tabs as they are shown.
    pub(crate) fn tabs(&self, catalog: &Catalog) -> Vec<Tab> {
        let tab = |open: &OpenDocument| Tab {
            title: open.name.clone(),
            tooltip: open
                .file
                .as_ref()
                .map_or_else(|| catalog.text("ui-tab-no-file"), |file| say_path(&file.path)),
            is_unsaved: open.is_unsaved(),
        };
        self.all.iter().map(tab).collect()
    }
}

/// What the tabs say.
pub(crate) fn tab_words(catalog: &Catalog) -> TabWords {
    TabWords {
        close: catalog.text("ui-close"),
        unsaved: catalog.text("ui-unsaved"),
        start: catalog.text("ui-cmd-start"),
    }
}

/// What `path` means: the same for every way to write it, as far as the system can say.
fn identity(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| absolute(path)).unwrap_or_else(|_| path.to_owned())
}
