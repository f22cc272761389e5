//! A journal while it is kept: lines are added to its file, and now and then it is written anew.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use super::{
    Account, JournalHead,
    account::{Keeping, done_record},
    left::{LeftJournal, path_of},
    line::{Record, encode},
    lock::{Lock, private},
};
use crate::{edit::Deed, persist::state::make_private_folder};

/// What may be added to a journal before it is written anew, in bytes; or twice the document, if that is more.
const LOG: usize = 4 << 20;

/// A journal that is being kept. What is entered is on the disk after [`Journal::write`].
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    /// `None`: there is no file yet.
    lock: Option<Lock>,
    account: Account,
    /// When the document was last worked on, in seconds since 1970.
    worked: u64,
    /// Open for adding; `None`: the file is to be written anew.
    file: Option<File>,
    /// Lines that are not in the file yet.
    waiting: Vec<u8>,
    /// The text that is being written, if the file does not have it.
    is_writing: bool,
    /// How many bytes of the file are the document, and how many were added.
    document_bytes: usize,
    log_bytes: usize,
}

impl Journal {
    /// A journal called `id` in `folder`, which tells `account` as it is at the `time`. There is no file before there is
    /// work in it, and `folder` need not be there before.
    pub fn new(folder: &Path, id: &str, account: Account, time: u64) -> Self {
        Self::kept(path_of(folder, id), None, account, time)
    }

    /// Goes on with a journal that was claimed.
    pub fn resumed(left: LeftJournal) -> Self {
        let LeftJournal { path, lock, account, time, .. } = left;
        Self::kept(path, Some(lock), account.settled(), time)
    }

    fn kept(path: PathBuf, lock: Option<Lock>, account: Account, worked: u64) -> Self {
        Self {
            path,
            lock,
            account,
            worked,
            file: None,
            waiting: Vec::new(),
            is_writing: false,
            document_bytes: 0,
            log_bytes: 0,
        }
    }

    /// What it tells.
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// Enters that the document is this one now: it was saved elsewhere, say.
    pub fn rename(&mut self, head: JournalHead, time: u64) {
        self.add(time, &Record::Head(head.clone()));
        self.account.head = head;
    }

    /// Enters what happened to the document at the `time`.
    pub fn enter(&mut self, deed: &Deed, time: u64) {
        self.worked = time;
        let keeping = self.account.enter(deed);
        // What was written meanwhile is still to be told.
        self.is_writing &= matches!(deed, Deed::Saved(_) | Deed::Amended(_));
        match (keeping, deed) {
            (Keeping::Anew, _) => self.file = None,
            (Keeping::AsIs, Deed::Done(edit)) | (Keeping::AsDone, Deed::Redone(edit)) => {
                self.add(time, &done_record(edit));
            }
            (_, Deed::Undone(_)) => self.add(time, &Record::Undone),
            (_, Deed::Redone(_) | Deed::Done(_)) => self.add(time, &Record::Redone),
            // Each letter makes the one before out of date: only the last text of all is written.
            (_, Deed::Writing(_)) => self.is_writing = true,
            (_, Deed::Amended(patch)) => self.add(time, &Record::Amended(patch)),
            (_, Deed::Saved(state)) => self.add(time, &Record::Saved(*state)),
            // It is written anew with all else.
            (_, Deed::Lost) => {}
        }
    }

    fn add(&mut self, time: u64, record: &Record<&crate::edit::Patch>) {
        // All of it is written then.
        if self.file.is_some() {
            self.waiting.extend(encode(time, record));
        }
    }

    /// Writes what was entered since the last time, and returns when it is on the disk. After an error the whole of it
    /// is written the next time.
    pub fn write(&mut self) -> io::Result<()> {
        if self.lock.is_none() && self.account.is_clean() {
            return Ok(());
        }
        if std::mem::take(&mut self.is_writing) {
            let patch = self.account.writing().cloned();
            self.add(self.worked, &Record::Writing(patch.as_deref()));
        }
        let lines = std::mem::take(&mut self.waiting);
        self.log_bytes += lines.len();
        let is_full = self.log_bytes > LOG.max(2 * self.document_bytes);
        match self.file.take().filter(|_| !is_full) {
            Some(mut file) => {
                file.write_all(&lines)?;
                file.sync_data()?;
                self.file = Some(file);
                Ok(())
            }
            None => self.write_anew(),
        }
    }

    fn write_anew(&mut self) -> io::Result<()> {
        if let Some(folder) = self.path.parent() {
            make_private_folder(folder)?;
        }
        if self.lock.is_none() {
            let taken = || io::Error::from(io::ErrorKind::ResourceBusy);
            self.lock = Some(Lock::try_take(&self.path)?.ok_or_else(taken)?);
        }
        let budget = LOG.max(self.document_bytes) / 2;
        let (lines, document_bytes) = self.account.lines(self.worked, budget);
        let temporary = self.path.with_extension("tmp");
        let mut file =
            private(OpenOptions::new().create(true).truncate(true).write(true)).open(&temporary)?;
        file.write_all(&lines)?;
        file.sync_all()?;
        fs::rename(&temporary, &self.path)?;
        sync_folder(&self.path)?;
        (self.document_bytes, self.log_bytes) = (document_bytes, lines.len() - document_bytes);
        self.file = Some(file);
        Ok(())
    }

    /// Takes the journal away: what it tells is in a file, or was given up.
    pub fn remove(self) -> io::Result<()> {
        let Self { path, lock, file, .. } = self;
        drop(file);
        lock.map_or(Ok(()), |lock| remove(&path, lock))
    }
}

/// Takes the files of a journal away, the lock last.
pub(super) fn remove(path: &Path, lock: Lock) -> io::Result<()> {
    for file in [path.to_owned(), path.with_extension("tmp")] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    lock.remove()
}

/// A file is there after a loss of power when its folder says so. Not every system can be told.
fn sync_folder(file: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
