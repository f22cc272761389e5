//! A document that is being edited.
//!
//! Owns the order of things: a gesture is rolled back to its start before each preview, a command is followed by
//! its consequences, and only what was committed is in the history. Knows no tool and no screen.

use std::sync::Arc;

use super::{
    Change, Command, Deed, FinishedEdit, HeadPatch, Listener, Patch, Prepared, Refusal, Resumed, Selection,
    commands::Showing,
    flow_change::FlowChange,
    history::{Entry, History},
    patch::State,
    prepared::work_out,
    transaction::{Base, Sketch},
};
use crate::{
    flow::{FlowGraph, Flows},
    model::{Document, DocumentId, Page, PageId},
    progress::Progress,
    text::Fonts,
};

/// A document with what is selected and what can be undone.
pub struct Editor {
    doc: Arc<Document>,
    /// The flows of the pages, true for `doc`.
    flows: Flows,
    /// Of the page that was edited last, as it was before that.
    sketch: Sketch,
    fonts: &'static Fonts,
    page: PageId,
    selection: Selection,
    history: History,
    gesture: Option<Gesture>,
    /// Names the document's present state; undoing leads back to the old name.
    state: u64,
    /// The largest name that was given.
    newest_state: u64,
    /// The state that the file holds.
    saved_state: Option<u64>,
    revision: u64,
    listener: Option<Listener>,
}

/// What is asked of an editor by whoever sees it: tools, panels, menus.
#[derive(Clone, Debug, PartialEq)]
pub enum EditRequest {
    /// Do it.
    Run(Command),
    /// Show what it would do; part of a gesture.
    Preview(Command),
    /// End the gesture: what is shown is done.
    Commit,
    /// Give the gesture up.
    Cancel,
    /// Select something else.
    Select(Selection),
}

/// A change that is shown but not done yet.
struct Gesture {
    name: &'static str,
    patch: Option<Arc<Patch>>,
    /// Whether a person is writing a text.
    is_writing: bool,
    /// What will be selected and shown when it is done.
    after: Showing,
    /// What was shown and selected when it began.
    before: (PageId, Selection),
}

impl Editor {
    /// An editor on the first page of `document`, which counts as saved if `is_saved`.
    pub fn new(document: Document, fonts: &'static Fonts, is_saved: bool) -> Self {
        let page = document.pages.first().map_or_else(|| PageId::mint("none", 0), |page| page.id.clone());
        Self {
            flows: Flows::new(&document),
            doc: Arc::new(document),
            sketch: Sketch::default(),
            fonts,
            page,
            selection: Selection::default(),
            history: History::default(),
            gesture: None,
            state: 0,
            newest_state: 0,
            saved_state: is_saved.then_some(0),
            revision: 0,
            listener: None,
        }
    }

    /// An editor that goes on with `document` where another one was left.
    pub fn resumed(document: Document, fonts: &'static Fonts, resumed: Resumed) -> Self {
        let Resumed { done, undone, state, saved } = resumed;
        // No state is named twice: one that is saved may be in no edit that is left.
        let states = done.iter().chain(&undone).flat_map(|edit| [edit.states.0, edit.states.1]);
        let newest_state = states.chain(saved).fold(state, u64::max);
        let mut editor = Self::new(document, fonts, false);
        (editor.state, editor.newest_state, editor.saved_state) = (state, newest_state, saved);
        if let Some(last) = done.last() {
            editor.page = last.pages.1.clone();
            editor.show_shown_page();
        }
        editor.history = History::resumed(done, undone);
        editor
    }

    /// Tells `listener` of everything that happens from now on.
    pub fn listen(&mut self, listener: Listener) {
        self.listener = Some(listener);
    }

    /// Whether somebody is told of what happens.
    pub const fn is_listened_to(&self) -> bool {
        self.listener.is_some()
    }

    fn tell(&self, deed: impl FnOnce() -> Deed) {
        if let Some(listener) = &self.listener {
            listener(deed());
        }
    }

    /// The document as it is shown, a gesture in progress included.
    pub const fn document(&self) -> &Arc<Document> {
        &self.doc
    }

    /// The page that is shown.
    pub fn page(&self) -> Option<&Page> {
        self.doc.page(&self.page)
    }

    /// The flow of each page.
    pub const fn flows(&self) -> &Flows {
        &self.flows
    }

    /// The flow of the page that is shown.
    pub fn flow(&self) -> Option<Arc<FlowGraph>> {
        self.page().map(|page| self.flows.of_page(&self.doc, page))
    }

    /// The name of the page that is shown.
    pub const fn page_id(&self) -> &PageId {
        &self.page
    }

    /// Shows another page; nothing is selected then. A gesture in progress is committed: it may be a text that is
    /// being written.
    pub fn show_page(&mut self, id: &PageId) {
        if self.doc.page(id).is_some() && *id != self.page {
            self.commit();
            self.page = id.clone();
            self.selection = Selection::default();
            self.revision += 1;
        }
    }

    /// What is selected on the page.
    pub const fn selection(&self) -> &Selection {
        &self.selection
    }

    /// Selects something else; what is not on the page is left out.
    pub fn select(&mut self, selection: Selection) {
        self.selection = selection;
        self.drop_missing();
    }

    fn drop_missing(&mut self) {
        if let Some(page) = self.doc.page(&self.page) {
            self.selection.keep_existing(page);
        }
    }

    /// Counts what changes the look of the document: two equal revisions look the same.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether a gesture is in progress.
    pub const fn is_in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Does `command`. A gesture in progress is committed first.
    pub fn run(&mut self, command: &Command) -> Result<(), Refusal> {
        self.commit();
        let shown = self.preview(command);
        match shown {
            Ok(()) => self.commit(),
            Err(_) => self.cancel(),
        }
        shown
    }

    /// Shows what `command` would do instead of what the gesture showed before, beginning a gesture if there is
    /// none. Where it is refused, the document is as it was before the gesture.
    pub fn preview(&mut self, command: &Command) -> Result<(), Refusal> {
        let mut gesture = self.gesture.take().unwrap_or_else(|| Gesture {
            name: command.key(),
            patch: None,
            is_writing: false,
            after: Showing::default(),
            before: (self.page.clone(), self.selection.clone()),
        });
        self.roll_back(&mut gesture);
        gesture.name = command.key();
        gesture.is_writing = command.is_writing();
        let applied = self.apply(command);
        let result = applied.map(|(patch, outcome)| {
            gesture.patch = Some(Arc::new(patch));
            gesture.after = outcome;
        });
        if gesture.is_writing {
            self.tell(|| Deed::Writing(gesture.patch.clone()));
        }
        self.gesture = Some(gesture);
        self.show_shown_page();
        result
    }

    fn apply(&mut self, command: &Command) -> Result<(Patch, Showing), Refusal> {
        self.revision += 1;
        if let Some(page) = self.doc.page(&self.page) {
            self.sketch.sync(page);
        }
        let doc = Arc::make_mut(&mut self.doc);
        let base = Base { page: &self.page, sketch: &self.sketch, fonts: self.fonts };
        let worked_out = work_out(doc, base, command, &mut Progress::unwatched())?;
        FlowChange::of(&worked_out.0).apply(&mut self.flows, &self.doc);
        debug_assert_eq!(self.doc.check(), Ok(()), "after {command:?}");
        Ok(worked_out)
    }

    /// Does what was [prepared](super::prepare) while the document was in `state`; false, where it is in another one by
    /// now. Where it is about another page than the one that is shown, that stays so; taking it back shows its page.
    pub fn run_prepared(&mut self, state: u64, prepared: Prepared) -> bool {
        self.commit();
        if self.state != state {
            return false;
        }
        let Prepared { name, page, patch, after } = prepared;
        let elsewhere = (page != self.page).then(|| {
            let page = std::mem::replace(&mut self.page, page);
            (page, std::mem::take(&mut self.selection))
        });
        self.put(&patch, State::After);
        let before = (self.page.clone(), self.selection.clone());
        let patch = Some(Arc::new(patch));
        self.gesture = Some(Gesture { name, patch, is_writing: false, after, before });
        self.commit();
        if let Some(shown) = elsewhere {
            (self.page, self.selection) = shown;
        }
        true
    }

    /// Puts the records of `patch` into `state`; what has changed is seen, and flows that it changes are other ones.
    fn put(&mut self, patch: &Patch, state: State) {
        patch.put(Arc::make_mut(&mut self.doc), state);
        FlowChange::of(patch).apply(&mut self.flows, &self.doc);
        self.revision += 1;
    }

    fn roll_back(&mut self, gesture: &mut Gesture) {
        gesture.after = Showing::default();
        if let Some(patch) = gesture.patch.take() {
            self.put(&patch, State::Before);
        }
    }

    /// Does what was asked for.
    pub fn perform(&mut self, request: EditRequest) -> Result<(), Refusal> {
        match request {
            EditRequest::Run(command) => return self.run(&command),
            EditRequest::Preview(command) => return self.preview(&command),
            EditRequest::Commit => self.commit(),
            EditRequest::Cancel => self.cancel(),
            EditRequest::Select(selection) => self.select(selection),
        }
        Ok(())
    }

    /// Ends the gesture in progress: what is shown is done, as one entry of the history.
    pub fn commit(&mut self) {
        let Some(Gesture { name, patch, is_writing, after, before }) = self.gesture.take() else { return };
        if let Some(page) = after.show {
            self.page = page;
        }
        if let Some(select) = after.select {
            self.selection = select;
        }
        self.drop_missing();
        let Some(patch) = patch.filter(|patch| !patch.is_empty()) else {
            if is_writing {
                self.tell(|| Deed::Writing(None));
            }
            return;
        };
        self.newest_state += 1;
        let states = (self.state, self.newest_state);
        self.state = self.newest_state;
        let (page, before) = before;
        let edit = FinishedEdit { name: name.into(), patch, pages: (page, self.page.clone()), states };
        self.tell(|| Deed::Done(edit.clone()));
        self.history.push(Entry::new(edit, before, self.selection.clone()));
    }

    /// Gives the gesture in progress up: everything is as it was before it.
    pub fn cancel(&mut self) {
        let Some(mut gesture) = self.gesture.take() else { return };
        self.roll_back(&mut gesture);
        if gesture.is_writing {
            self.tell(|| Deed::Writing(None));
        }
        (self.page, self.selection) = gesture.before;
    }

    /// Takes back what was done last; false where there is nothing. A gesture in progress is given up instead.
    pub fn undo(&mut self) -> bool {
        if self.is_in_gesture() {
            self.cancel();
            return true;
        }
        let Some(entry) = self.history.undo() else { return false };
        let (edit, selection) = (entry.edit.clone(), entry.before.clone());
        self.put(&edit.patch, State::Before);
        self.show_again(edit.pages.0.clone(), selection, edit.states.0);
        self.tell(|| Deed::Undone(edit));
        true
    }

    /// Does again what was undone last; false where there is nothing.
    pub fn redo(&mut self) -> bool {
        self.cancel();
        let Some(entry) = self.history.redo() else { return false };
        let (edit, selection) = (entry.edit.clone(), entry.after.clone());
        self.put(&edit.patch, State::After);
        self.show_again(edit.pages.1.clone(), selection, edit.states.1);
        self.tell(|| Deed::Redone(edit));
        true
    }

    /// Shows what was shown when the document was in `state`, in which it is again.
    fn show_again(&mut self, page: PageId, selection: Selection, state: u64) {
        self.state = state;
        self.page = page;
        self.selection = selection;
        self.show_shown_page();
        self.drop_missing();
    }

    /// Shows a page that exists: the one that was shown may have gone.
    fn show_shown_page(&mut self) {
        if self.doc.page(&self.page).is_none()
            && let Some(first) = self.doc.pages.first()
        {
            self.page = first.id.clone();
        }
    }

    /// What `undo` would take back: a key in the catalogue.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.done().next_back()
    }

    /// What `redo` would do again: a key in the catalogue.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.undone().next_back()
    }

    /// Says that it is another document from now on: a copy that goes its own way. That is no edit, and undoing leaves
    /// it alone.
    pub fn set_id(&mut self, id: DocumentId) {
        let id = Change { before: self.doc.id.clone(), after: Some(id) };
        let head = HeadPatch { id: Some(id), ..HeadPatch::default() };
        let patch = Arc::new(Patch { head, ..Patch::default() });
        self.put(&patch, State::After);
        self.tell(|| Deed::Amended(patch));
    }

    /// Whether the document differs from what was saved.
    pub fn is_dirty(&self) -> bool {
        self.saved_state != Some(self.state)
    }

    /// Names the document's present state, to be handed to [`Editor::saved`] when it has been written.
    pub const fn state(&self) -> u64 {
        self.state
    }

    /// Whether the edit that led to `state` is among what can be undone.
    pub fn is_done(&self, state: u64) -> bool {
        self.history.is_done(state)
    }

    /// Says that no file holds the document any more, in whatever state.
    pub fn lost(&mut self) {
        self.saved_state = None;
        self.tell(|| Deed::Lost);
    }

    /// Says that the document was written to its file in `state`.
    pub fn saved(&mut self, state: u64) {
        self.saved_state = Some(state);
        self.tell(|| Deed::Saved(state));
    }
}
