//! What was done and can be taken back.

use super::FinishedEdit;
use crate::edit::Selection;

/// How many bytes of patches are kept.
const BUDGET: usize = 64 << 20;

/// One thing that was done.
#[derive(Clone, Debug)]
pub(in crate::edit) struct Entry {
    pub(in crate::edit) edit: FinishedEdit,
    /// What was selected on the pages that were shown before and after.
    pub(in crate::edit) before: Selection,
    pub(in crate::edit) after: Selection,
    /// How many bytes its patch holds on to.
    bytes: usize,
}

impl Entry {
    /// An edit that led from one selection to the other.
    pub(in crate::edit) fn new(edit: FinishedEdit, before: Selection, after: Selection) -> Self {
        let bytes = edit.patch.bytes();
        Self { edit, before, after, bytes }
    }
}

impl From<FinishedEdit> for Entry {
    fn from(edit: FinishedEdit) -> Self {
        Self::new(edit, Selection::default(), Selection::default())
    }
}

/// Everything that was done, in a byte budget: what is oldest is forgotten first.
#[derive(Clone, Debug, Default)]
pub(in crate::edit) struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    /// What the entries of `done` hold on to.
    bytes: usize,
}

impl History {
    /// What was `done`, oldest first, and `undone`, the next one last.
    pub(in crate::edit) fn resumed(done: Vec<FinishedEdit>, undone: Vec<FinishedEdit>) -> Self {
        let entries = |edits: Vec<FinishedEdit>| edits.into_iter().map(Entry::from).collect::<Vec<_>>();
        let (done, undone) = (entries(done), entries(undone));
        let bytes = done.iter().map(|entry| entry.bytes).sum();
        Self { done, undone, bytes }
    }

    /// Adds what was just done; what was undone can no longer be done again.
    pub(in crate::edit) fn push(&mut self, entry: Entry) {
        self.undone.clear();
        self.bytes += entry.bytes;
        self.done.push(entry);
        self.forget(BUDGET);
    }

    /// Keeps the newest entries that weigh no more than `budget` bytes together; the last one whatever it weighs.
    fn forget(&mut self, budget: usize) {
        let others = self.done.len().saturating_sub(1);
        let mut left = self.bytes;
        let is_too_much = |entry: &&Entry| {
            let is_too_much = left > budget;
            left -= if is_too_much { entry.bytes } else { 0 };
            is_too_much
        };
        let gone = self.done.iter().take(others).take_while(is_too_much).count();
        self.bytes = left;
        self.done.drain(..gone);
    }

    /// Takes the last entry over to those that can be done again.
    pub(in crate::edit) fn undo(&mut self) -> Option<&Entry> {
        let entry = self.done.pop()?;
        self.bytes -= entry.bytes;
        self.undone.push(entry);
        self.undone.last()
    }

    /// Takes the last undone entry back.
    pub(in crate::edit) fn redo(&mut self) -> Option<&Entry> {
        let entry = self.undone.pop()?;
        self.bytes += entry.bytes;
        self.done.push(entry);
        self.done.last()
    }

    /// Whether what led to `state` can be undone.
    pub(in crate::edit) fn is_done(&self, state: u64) -> bool {
        self.done.iter().rev().any(|entry| entry.edit.states.1 == state)
    }

    /// The names of what can be undone, oldest first.
    pub(in crate::edit) fn done(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.done.iter().map(|entry| entry.edit.name.as_ref())
    }

    /// The names of what can be done again, the next one last.
    pub(in crate::edit) fn undone(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.undone.iter().map(|entry| entry.edit.name.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{edit::Patch, model::PageId};

    fn entry(name: &'static str) -> Entry {
        let page = PageId::parse("p").unwrap();
        let pages = (page.clone(), page);
        FinishedEdit { name: name.into(), patch: Arc::new(Patch::default()), pages, states: (0, 1) }.into()
    }

    #[test]
    fn the_oldest_is_forgotten_first_and_the_last_one_never() {
        let weight = entry("a").edit.patch.bytes();
        let kept = |budget: usize| {
            let mut history = History::default();
            for name in ["a", "b", "c"] {
                history.push(entry(name));
            }
            history.forget(budget);
            history.done().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(kept(3 * weight), ["a", "b", "c"]);
        assert_eq!(kept(3 * weight - 1), ["b", "c"]);
        assert_eq!(kept(0), ["c"]);
    }
}
