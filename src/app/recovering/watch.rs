//! Which documents have a journal, and that it hears of everything.

use std::{collections::BTreeMap, io, path::absolute, sync::Arc, sync::mpsc::Receiver, time::Duration};

use super::scribe::{Clock, Order, Scribe};
use crate::{
    app::{
        documents::{key::DocKey, open_document::OpenDocument, tabs::Documents},
        env::Env,
        jobs::job::Jobs,
    },
    persist::{
        StateFolder,
        journal::{JournalHead, LeftJournal},
    },
};

/// How long the end of the program waits for the disk.
pub(super) const PATIENCE: Duration = Duration::from_secs(2);

/// The documents that the scribe knows.
pub(super) struct Watch {
    pub(super) scribe: Scribe,
    problems: Receiver<Option<io::Error>>,
    /// What keeps the scribe from writing.
    problem: Option<io::Error>,
    /// What the scribe knows each of them by.
    known: BTreeMap<DocKey, JournalHead>,
}

impl Watch {
    pub(super) fn new(jobs: &mut Jobs, env: &Env, folder: StateFolder, clock: Clock) -> Self {
        let (scribe, problems) = Scribe::start(jobs, folder, Arc::clone(&env.services), clock);
        Self { scribe, problems, problem: None, known: BTreeMap::new() }
    }

    /// Looks which documents came, went or were saved elsewhere. What is done to them the scribe hears from their
    /// editors.
    pub(super) fn follow(&mut self, documents: &mut Documents) {
        if let Some(problem) = self.problems.try_iter().last() {
            self.problem = problem;
        }
        for open in documents.iter_mut() {
            // What a gesture shows is no state to begin with.
            if open.editor.is_listened_to() || open.editor.is_in_gesture() {
                self.rename(open);
            } else {
                self.begin(open);
            }
        }
        self.known.retain(|key, _| {
            let is_open = documents.get(*key).is_some();
            if !is_open {
                self.scribe.tell(Order::Close(*key));
            }
            is_open
        });
    }

    fn begin(&mut self, open: &mut OpenDocument) {
        let (key, head) = (open.key, head_of(open));
        self.scribe.tell(Order::Begin {
            key,
            head: head.clone(),
            document: Arc::clone(open.editor.document()),
            state: open.editor.state(),
            is_clean: !open.is_unsaved(),
        });
        self.listen(open, head);
    }

    /// Goes on with the journal in which the document was found.
    pub(super) fn resume(&mut self, open: &mut OpenDocument, left: LeftJournal) {
        self.scribe.tell(Order::Resume { key: open.key, left: Box::new(left) });
        let head = JournalHead::default();
        self.listen(open, head);
        self.rename(open);
    }

    fn listen(&mut self, open: &mut OpenDocument, head: JournalHead) {
        let (key, scribe) = (open.key, self.scribe.clone());
        open.editor.listen(Box::new(move |deed| scribe.tell(Order::Enter(key, deed))));
        self.known.insert(key, head);
    }

    fn rename(&mut self, open: &OpenDocument) {
        let Some(known) = self.known.get_mut(&open.key) else { return };
        let head = head_of(open);
        if *known != head {
            known.clone_from(&head);
            self.scribe.tell(Order::Rename(open.key, head));
        }
    }

    /// The program ends: the journals of documents that are saved or given up go, the others stay.
    pub(super) fn end(&self, documents: &Documents, is_answered: bool) {
        for open in documents.iter().filter(|open| is_answered || !open.is_unsaved()) {
            self.scribe.tell(Order::Close(open.key));
        }
        self.scribe.flush(PATIENCE);
    }

    /// What keeps unsaved work from being kept now.
    pub(super) const fn problem(&self) -> Option<&io::Error> {
        self.problem.as_ref()
    }
}

/// What a document's journal says of it.
fn head_of(open: &OpenDocument) -> JournalHead {
    let file = open.file.as_ref();
    JournalHead {
        name: open.name.clone(),
        // A relative name would mean another file the next time.
        file: file.map(|file| absolute(&file.path).unwrap_or_else(|_| file.path.clone()).into_os_string()),
        stamp: open.basis().map(|basis| basis.stamp.bits()),
        process: std::process::id(),
    }
}
