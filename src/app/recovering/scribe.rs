//! Writes the journals of the documents that are open, on a thread of its own.
//!
//! The window's thread hands over what happened and goes on. What was handed over is on the disk soon after, however
//! much comes: it is gathered for a moment, so that the disk is not kept busy by somebody who types.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    time::{Duration, Instant},
};

use eframe::egui::Context;

use crate::{
    app::{documents::key::DocKey, jobs::job::Jobs, services::api::Services},
    edit::Deed,
    model::Document,
    persist::{
        StateFolder,
        journal::{Account, Journal, JournalHead, LeftJournal},
    },
};

/// How long it is gathered what happened before it is written.
const GATHERED: Duration = Duration::from_millis(400);
/// When it is tried again after the disk was full, say.
const TRIED_AGAIN: Duration = Duration::from_secs(5);

/// What the scribe is told.
pub(super) enum Order {
    /// A document is open, which may be edited; no journal before that.
    Begin {
        key: DocKey,
        head: JournalHead,
        document: Arc<Document>,
        state: u64,
        /// Whether nothing would be lost with it.
        is_clean: bool,
    },
    /// A document is open that was found in a journal.
    Resume { key: DocKey, left: Box<LeftJournal> },
    /// A document is called otherwise, or is in another file.
    Rename(DocKey, JournalHead),
    /// Something happened to a document.
    Enter(DocKey, Deed),
    /// What was not saved of a document is of no interest any more.
    Close(DocKey),
    /// Everything is to be written now; it is said when that is done.
    Flush(Sender<()>),
}

/// The time in seconds since 1970.
pub(super) type Clock = fn() -> u64;

/// Who writes the journals. Clones speak to the same one.
#[derive(Clone)]
pub(super) struct Scribe {
    orders: Sender<Order>,
}

impl Scribe {
    /// Begins the thread. It tells the receiver what keeps it from writing, and when nothing does any more.
    pub(super) fn start(
        jobs: &mut Jobs,
        folder: StateFolder,
        services: Arc<dyn Services>,
        clock: Clock,
    ) -> (Self, Receiver<Option<io::Error>>) {
        let (orders, received) = channel();
        let (problems, told) = channel();
        let (journals, unwritten) = (BTreeMap::new(), BTreeSet::new());
        let ctx = jobs.ctx().clone();
        let mut desk =
            Desk { folder, services, ctx, clock, problems, journals, unwritten, is_kept_from_it: false };
        // It ends when nobody gives orders any more.
        let job = jobs.start("scribe", None, move |_| {
            desk.work(&received);
            Ok(())
        });
        job.detach();
        (Self { orders }, told)
    }

    /// Tells it something; where it has ended there is nobody to be told.
    pub(super) fn tell(&self, order: Order) {
        drop(self.orders.send(order));
    }

    /// Waits until everything is written, but no longer than `patience`.
    pub(super) fn flush(&self, patience: Duration) {
        let (done, is_done) = channel();
        self.tell(Order::Flush(done));
        is_done.recv_timeout(patience).unwrap_or_default();
    }
}

/// What the scribe works on.
struct Desk {
    folder: StateFolder,
    services: Arc<dyn Services>,
    /// Of the window, which is woken where it is to be told something.
    ctx: Context,
    clock: Clock,
    problems: Sender<Option<io::Error>>,
    journals: BTreeMap<DocKey, Journal>,
    /// Those that have something which is not on the disk.
    unwritten: BTreeSet<DocKey>,
    /// Whether the window was told last that something keeps it from writing.
    is_kept_from_it: bool,
}

impl Desk {
    fn work(&mut self, orders: &Receiver<Order>) {
        let mut due: Option<Instant> = None;
        loop {
            let left = due.map_or(Duration::MAX, |due| due.saturating_duration_since(Instant::now()));
            if left.is_zero() {
                due = self.write();
                continue;
            }
            match orders.recv_timeout(left) {
                Ok(Order::Flush(done)) => {
                    due = self.write();
                    done.send(()).unwrap_or_default();
                }
                Ok(order) => {
                    if let Err(error) = self.take(order) {
                        self.tell_problem(Some(error));
                    }
                    if !self.unwritten.is_empty() && due.is_none() {
                        due = Some(Instant::now() + GATHERED);
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    self.write();
                    return;
                }
            }
        }
    }

    fn take(&mut self, order: Order) -> io::Result<()> {
        match order {
            Order::Begin { key, head, document, state, is_clean } => {
                // What becomes of the journal before is nothing to the new one.
                let closed = self.close(key);
                let account =
                    Account::new(head, Document::clone(&document), state, is_clean.then_some(state));
                let id = format!("{:08x}", self.services.entropy());
                let journal = Journal::new(&self.folder.recovery_path(), &id, account, (self.clock)());
                self.journals.insert(key, journal);
                self.unwritten.insert(key);
                return closed;
            }
            Order::Resume { key, left } => {
                self.close(key)?;
                self.journals.insert(key, Journal::resumed(*left));
            }
            Order::Rename(key, head) => {
                let time = (self.clock)();
                if let Some(journal) = self.journals.get_mut(&key) {
                    journal.rename(head, time);
                    self.unwritten.insert(key);
                }
            }
            Order::Enter(key, deed) => {
                let time = (self.clock)();
                if let Some(journal) = self.journals.get_mut(&key) {
                    journal.enter(&deed, time);
                    self.unwritten.insert(key);
                }
            }
            Order::Close(key) => self.close(key)?,
            Order::Flush(_) => {}
        }
        Ok(())
    }

    fn close(&mut self, key: DocKey) -> io::Result<()> {
        self.unwritten.remove(&key);
        self.journals.remove(&key).map_or(Ok(()), Journal::remove)
    }

    /// Writes what is not on the disk; when it is to be tried again.
    fn write(&mut self) -> Option<Instant> {
        let mut failed = BTreeSet::new();
        let mut problem = None;
        for key in std::mem::take(&mut self.unwritten) {
            if let Some(Err(error)) = self.journals.get_mut(&key).map(Journal::write) {
                failed.insert(key);
                problem = Some(error);
            }
        }
        self.unwritten = failed;
        if problem.is_some() || self.is_kept_from_it {
            self.tell_problem(problem);
        }
        (!self.unwritten.is_empty()).then(|| Instant::now() + TRIED_AGAIN)
    }

    /// Tells the window what keeps it from writing, if anything does; where that has ended there is nobody to be told.
    fn tell_problem(&mut self, problem: Option<io::Error>) {
        self.is_kept_from_it = problem.is_some();
        drop(self.problems.send(problem));
        self.ctx.request_repaint();
    }
}
