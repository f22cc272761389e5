//! What was done and can be taken back.

use super::{Patch, Selection};
use crate::model::PageId;

/// How many bytes of patches are kept.
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
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: Vec<Entry>,
    undone: Vec<Entry>,
}

impl History {
    /// Adds what was just done; what was undone can no longer be done again.
    pub(super) fn push(&mut self, entry: Entry) {
        self.undone.clear();
        self.done.push(entry);
        self.forget(BUDGET);
    }

    /// Keeps the newest entries that weigh no more than `budget` bytes together; the last one whatever it weighs.
    fn forget(&mut self, budget: usize) {
        let mut bytes = 0;
        let fits = |entry: &&Entry| {
            bytes += entry.patch.bytes();
            bytes <= budget
        };
        let kept = self.done.iter().rev().take_while(fits).count().max(1);
        self.done.drain(..self.done.len().saturating_sub(kept));
    }

    /// Takes the last entry over to those that can be done again.
    pub(super) fn undo(&mut self) -> Option<&Entry> {
        let entry = self.done.pop()?;
        self.undone.push(entry);
        self.undone.last()
    }

    /// Takes the last undone entry back.
    pub(super) fn redo(&mut self) -> Option<&Entry> {
        let entry = self.undone.pop()?;
        self.done.push(entry);
        self.done.last()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &'static str) -> Entry {
        let page = PageId::parse("p").unwrap();
        let at = (page, Selection::default());
        Entry { name, patch: Patch::default(), before: at.clone(), after: at, states: (0, 1) }
    }

    #[test]
    fn the_oldest_is_forgotten_first_and_the_last_one_never() {
        let weight = entry("a").patch.bytes();
        let kept = |budget: usize| {
            let mut history = History::default();
            for name in ["a", "b", "c"] {
                history.push(entry(name));
            }
            history.forget(budget);
            history.done().collect::<Vec<_>>()
        };
        assert_eq!(kept(3 * weight), ["a", "b", "c"]);
        assert_eq!(kept(3 * weight - 1), ["b", "c"]);
        assert_eq!(kept(0), ["c"]);
    }
}
