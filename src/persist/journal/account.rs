//! What a journal tells of a document, in memory: the same while it is kept and when it was read again.

use std::{ffi::OsString, sync::Arc};

use serde::{Deserialize, Serialize};

use super::line::{Record, decode, encode};
use crate::{
    edit::{Deed, FinishedEdit, Patch, Resumed},
    model::Document,
    persist::{load, to_ron},
};

/// The name in the history of a text that was being written when the program ended.
const WRITING: &str = "edit-text";

/// Which document a journal is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalHead {
    /// What the window calls it.
    pub name: String,
    /// The file that holds it, if any does; as the system names it, so that no name is lost.
    pub file: Option<OsString>,
    /// What tells the content that the file had from any other.
    pub stamp: Option<u64>,
    /// The process that keeps the journal.
    pub process: u32,
}

/// A document with what was done to it: what a journal tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    pub(super) head: JournalHead,
    pub(super) document: Document,
    /// What was done, oldest first.
    done: Vec<FinishedEdit>,
    /// What was taken back, the last one last.
    undone: Vec<FinishedEdit>,
    state: u64,
    clean: Option<u64>,
    writing: Option<Arc<Patch>>,
    /// Whether something that was done may be missing, since damage took it.
    is_damaged: bool,
}

/// What was recovered of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovered {
    /// The document with everything that was done to it.
    pub document: Document,
    /// How an editor goes on with it.
    pub resumed: Resumed,
}

/// How a deed gets into a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeping {
    /// As the line of its own that it is.
    AsIs,
    /// As an edit that is done: the journal does not know that it was done before.
    AsDone,
    /// With the whole document: it takes back what the journal does not know, or no file holds it any more.
    Anew,
}

impl Account {
    /// Nothing was done to `document`, whose state is called `state`, since it was `clean`, if ever.
    pub const fn new(head: JournalHead, document: Document, state: u64, clean: Option<u64>) -> Self {
        Self {
            head,
            document,
            done: Vec::new(),
            undone: Vec::new(),
            state,
            clean,
            writing: None,
            is_damaged: false,
        }
    }

    /// The same where damage took something of it.
    pub(super) fn damaged(self) -> Self {
        Self { is_damaged: true, ..self }
    }

    /// Which document it is.
    pub const fn head(&self) -> &JournalHead {
        &self.head
    }

    /// What the text that is being written has changed so far.
    pub(super) const fn writing(&self) -> Option<&Arc<Patch>> {
        self.writing.as_ref()
    }

    /// Whether damage took something of it, which nobody has saved as it is since.
    pub(super) const fn is_damaged(&self) -> bool {
        self.is_damaged
    }

    /// Whether nothing would be lost with it.
    pub fn is_clean(&self) -> bool {
        self.clean == Some(self.state) && self.writing.is_none()
    }

    /// Enters a deed; says how a journal is to keep it.
    pub(super) fn enter(&mut self, deed: &Deed) -> Keeping {
        match deed {
            Deed::Done(edit) => self.done(edit.clone()),
            Deed::Undone(edit) => {
                let is_known = self.done.last().is_some_and(|last| last.states == edit.states);
                self.undone(edit.clone());
                return if is_known { Keeping::AsIs } else { Keeping::Anew };
            }
            Deed::Redone(edit) => {
                if self.undone.last().is_some_and(|last| last.states == edit.states) {
                    self.redone(edit.clone());
                } else {
                    self.done(edit.clone());
                    return Keeping::AsDone;
                }
            }
            Deed::Writing(patch) => self.writing.clone_from(patch),
            Deed::Amended(patch) => patch.apply(&mut self.document),
            Deed::Saved(state) => self.saved(*state),
            Deed::Lost => {
                self.clean = None;
                return Keeping::Anew;
            }
        }
        Keeping::AsIs
    }

    fn saved(&mut self, state: u64) {
        (self.clean, self.is_damaged) = (Some(state), false);
    }

    fn done(&mut self, edit: FinishedEdit) {
        edit.patch.apply(&mut self.document);
        (self.state, self.writing) = (edit.states.1, None);
        self.undone.clear();
        self.done.push(edit);
    }

    fn undone(&mut self, edit: FinishedEdit) {
        edit.patch.take_back(&mut self.document);
        (self.state, self.writing) = (edit.states.0, None);
        self.done.pop();
        self.undone.push(edit);
    }

    fn redone(&mut self, edit: FinishedEdit) {
        edit.patch.apply(&mut self.document);
        (self.state, self.writing) = (edit.states.1, None);
        self.undone.pop();
        self.done.push(edit);
    }

    /// The same when the text that was being written is done: whoever goes on with the document goes on from there.
    pub(super) fn settled(mut self) -> Self {
        let Some(patch) = self.writing.take() else { return self };
        let edits = self.done.iter().chain(&self.undone);
        let states = edits.flat_map(|edit| [edit.states.0, edit.states.1]).chain(self.clean);
        let next = states.fold(self.state, u64::max) + 1;
        let page = self.document.pages.first().map(|page| page.id.clone());
        let page = patch.on_pages.keys().next().cloned().or(page);
        if let Some(page) = page {
            let (pages, states) = ((page.clone(), page), (self.state, next));
            self.done(FinishedEdit { name: WRITING.into(), patch, pages, states });
        }
        self
    }

    /// The document as its file held it last, if what was done since is known.
    pub fn saved_document(&self) -> Option<Document> {
        let clean = self.clean.filter(|_| self.head.file.is_some())?;
        let (mut document, mut state) = (self.document.clone(), self.state);
        for edit in self.done.iter().rev() {
            if state == clean {
                break;
            }
            edit.patch.take_back(&mut document);
            state = edit.states.0;
        }
        (state == clean).then_some(document)
    }

    /// The document with everything that was done to it, a text that was being written included.
    pub fn recovered(self) -> Recovered {
        let Self { head, document, done, undone, state, clean, writing: _, is_damaged: _ } = self.settled();
        let saved = clean.filter(|_| head.file.is_some());
        Recovered { document, resumed: Resumed { done, undone, state, saved } }
    }

    /// The whole account as the lines of a journal, with as much of the history as `budget` bytes hold; how many bytes
    /// of them are the document. The rest of the history is forgotten: only what the journal tells can be taken back
    /// in it.
    pub(super) fn lines(&mut self, time: u64, budget: usize) -> (Vec<u8>, usize) {
        let line = |edit: &FinishedEdit| encode(time, &done_record(edit));
        let redo: Vec<Vec<u8>> = self.undone.iter().rev().map(line).collect();
        let redo_bytes: usize = redo.iter().map(Vec::len).sum();
        let redo = if redo_bytes <= budget { redo } else { Vec::new() };
        let mut left = budget.saturating_sub(redo_bytes);
        let (mut document, mut state) = (self.document.clone(), self.state);
        let mut undo = Vec::new();
        for edit in self.done.iter().rev() {
            let line = line(edit);
            let Some(rest) = left.checked_sub(line.len()) else { break };
            left = rest;
            edit.patch.take_back(&mut document);
            state = edit.states.0;
            undo.push(line);
        }
        let first = Record::document(to_ron(&document), state, self.clean);
        let mut lines = encode(time, &first);
        let document_bytes = lines.len();
        lines.extend(encode(time, &Record::Head(self.head.clone())));
        if self.is_damaged {
            lines.extend(encode(time, &Record::Damaged));
        }
        undo.iter().rev().chain(&redo).for_each(|line| lines.extend(line));
        lines.extend(encode(time, &Record::Undone).repeat(redo.len()));
        if let Some(patch) = &self.writing {
            lines.extend(encode(time, &Record::Writing(Some(patch))));
        }
        self.done.drain(..self.done.len() - undo.len());
        if redo.is_empty() {
            self.undone.clear();
        }
        (lines, document_bytes)
    }

    /// What `lines` tell, and when the last of it happened; as far as they are whole and lead to a sound document.
    /// `None`: there is not even the document that they begin with.
    pub(super) fn read(lines: &[u8]) -> Option<(Self, u64)> {
        let (first, begun, rest) = Self::first(lines)?;
        let mut account = first.clone();
        let time = account.follow(rest, begun);
        if account.is_sound() {
            return Some((account, time));
        }
        // Rare, and slow: where the document stops being sound is found line by line.
        Some(first.follow_while_sound(rest, begun))
    }

    fn first(lines: &[u8]) -> Option<(Self, u64, &[u8])> {
        let ((time, record), rest) = decode(lines)?;
        let Record::Document { version, text, state, clean } = record else { return None };
        if !Record::<Patch>::is_known(version) {
            return None;
        }
        let loaded = load(text.as_bytes(), "journal").ok()?;
        Some((Self::new(JournalHead::default(), loaded.document, state, clean), time, rest))
    }

    /// Enters what `lines` tell, up to what is damaged; when the last of it happened, or `time`.
    fn follow(&mut self, mut lines: &[u8], mut time: u64) -> u64 {
        while let Some(((at, record), rest)) = decode(lines) {
            if !self.tell(record) {
                break;
            }
            (lines, time) = (rest, at);
        }
        self.is_damaged |= is_loss(lines);
        time
    }

    /// The same with what `lines` tell, up to where that is damaged or leads to no sound document; when the last of it
    /// happened, or `time`.
    pub(super) fn follow_while_sound(mut self, mut lines: &[u8], mut time: u64) -> (Self, u64) {
        while let Some(((at, record), rest)) = decode(lines) {
            let mut next = self.clone();
            if !next.tell(record) || !next.is_sound() {
                break;
            }
            (self, lines, time) = (next, rest, at);
        }
        self.is_damaged |= is_loss(lines);
        (self, time)
    }

    /// Enters what a line tells; false where it cannot come after what was told before.
    fn tell(&mut self, record: Record<Patch>) -> bool {
        match record {
            Record::Document { .. } => return false,
            Record::Head(head) => self.head = head,
            Record::Done { name, pages, states, patch } => {
                if states.0 != self.state {
                    return false;
                }
                let patch = Arc::new(patch);
                self.done(FinishedEdit { name: name.into(), patch, pages, states });
            }
            Record::Undone => match self.done.last().cloned() {
                Some(edit) => self.undone(edit),
                None => return false,
            },
            Record::Redone => match self.undone.last().cloned() {
                Some(edit) => self.redone(edit),
                None => return false,
            },
            Record::Writing(patch) => self.writing = patch.map(Arc::new),
            Record::Amended(patch) => patch.apply(&mut self.document),
            Record::Saved(state) => self.saved(state),
            Record::Damaged => self.is_damaged = true,
        }
        true
    }

    /// Whether it leads to a document that keeps its hard invariants.
    fn is_sound(&self) -> bool {
        self.clone().recovered().document.check().is_ok()
    }
}

/// Whether something is lost with `lines`, which cannot be read or followed: one without an end was still being written
/// when the program ended.
fn is_loss(lines: &[u8]) -> bool {
    lines.contains(&b'\n')
}

/// An edit as the record that it was done.
pub(super) fn done_record(edit: &FinishedEdit) -> Record<&Patch> {
    Record::Done {
        name: edit.name.clone().into_owned(),
        pages: edit.pages.clone(),
        states: edit.states,
        patch: &edit.patch,
    }
}
