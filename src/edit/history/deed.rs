//! What happens to a document while it is edited, as whoever keeps a record of it is told.

use std::{borrow::Cow, sync::Arc};

use crate::{edit::Patch, model::PageId};

/// An edit that was done, and can be taken back and done again.
#[derive(Clone, Debug, PartialEq)]
pub struct FinishedEdit {
    /// What it is called: a key in the catalogue.
    pub name: Cow<'static, str>,
    /// What it changed.
    pub patch: Arc<Patch>,
    /// The page that was shown before and after.
    pub pages: (PageId, PageId),
    /// The [state](crate::edit::Editor::state) of the document that it led from and to.
    pub states: (u64, u64),
}

/// One thing that happened to a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// An edit was done.
    Done(FinishedEdit),
    /// An edit was taken back.
    Undone(FinishedEdit),
    /// An edit was done again.
    Redone(FinishedEdit),
    /// A text is being written, and has changed this so far; `None`: it was given up.
    Writing(Option<Arc<Patch>>),
    /// It was changed beside the history, which leaves that alone.
    Amended(Arc<Patch>),
    /// A file holds the document in this state.
    Saved(u64),
    /// The file that held it holds it no more.
    Lost,
}

/// Who is told of every deed, at once and in order. It must not take its time.
pub type Listener = Box<dyn Fn(Deed) + Send>;

/// Where an editor goes on that was left: a document, and what was done to it before.
#[derive(Clone, Debug, PartialEq)]
pub struct Resumed {
    /// What was done, oldest first; the document is in the state after it.
    pub done: Vec<FinishedEdit>,
    /// What was taken back and can be done again, the next one last.
    pub undone: Vec<FinishedEdit>,
    /// The name of the document's present state.
    pub state: u64,
    /// The state that a file holds; `None`: none does.
    pub saved: Option<u64>,
}
