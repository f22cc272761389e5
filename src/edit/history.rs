//! What was done and can be taken back.

use super::{Patch, Selection};
use crate::model::PageId;

/// How many bytes of patches are kept, unless said otherwise.
const BUDGET: usize = 64 << 20;

/// One thing that was done.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// What it is called: a key in the catalogue.
    pub(super) name: &'static str,
    pub(super) patch: Patch,
    /// The page that was shown, and what was selected on it, before and after.
    pub(super) before: (PageId, Selection),
    pub(super) after: (PageId, Selection),
    /// The state of the document that it led from and to.
    pub(super) states: (u64, u64),
}

/// Everything that was done, in a byte budget: what is oldest is forgotten first.
#[derive(Clone, Debug)]
pub(super) struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
    bytes: usize,
    budget: usize,
}

impl Default for History {
    fn default() -> Self {
        Self { done: Vec::new(), undone: Vec::new(), bytes: 0, budget: BUDGET }
    }
}

impl History {
    pub(super) fn with_budget(budget: usize) -> Self {
        Self { budget, ..Self::default() }
    }

    /// Adds what was just done; what was undone can no longer be done again.
    pub(super) fn push(&mut self, entry: Entry) {
        self.undone.clear();
        self.done.push(entry);
        self.bytes = self.done.iter().map(|entry| entry.patch.bytes()).sum();
        let mut forgotten = 0;
        // The last entry stays whatever it weighs.
        for entry in self.done.iter().take(self.done.len().saturating_sub(1)) {
            if self.bytes <= self.budget {
                break;
            }
            self.bytes -= entry.patch.bytes().min(self.bytes);
            forgotten += 1;
        }
        self.done.drain(..forgotten);
    }

    /// Takes the last entry over to those that can be done again.
    pub(super) fn undo(&mut self) -> Option<Entry> {
        let entry = self.done.pop()?;
        self.undone.push(entry.clone());
        Some(entry)
    }

    /// Takes the last undone entry back.
    pub(super) fn redo(&mut self) -> Option<Entry> {
        let entry = self.undone.pop()?;
        self.done.push(entry.clone());
        Some(entry)
    }

    /// The names of what can be undone, oldest first.
    pub(super) fn done(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.done.iter().map(|entry| entry.name)
    }

    /// The names of what can be done again, the next one last.
    pub(super) fn undone(&self) -> impl DoubleEndedIterator<Item = &'static str> {
        self.undone.iter().map(|entry| entry.name)
    }
}
