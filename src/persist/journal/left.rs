//! Journals that nobody keeps any more: what was worked on when a program ended.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
    time::SystemTime,
};

use super::{
    Account, JournalHead,
    damaged::{Salvaged, salvage},
    keep::remove,
    lock::Lock,
};
use crate::persist::{LIMIT_BYTES, RepairNote};

const ENDING: &str = "journal";
/// A journal that is longer was not written by us.
const LONGEST: u64 = 8 * LIMIT_BYTES;

/// A journal that was left. While this is held nobody else gets it.
#[derive(Debug)]
pub struct LeftJournal {
    id: String,
    pub(super) time: u64,
    pub(super) path: PathBuf,
    pub(super) lock: Lock,
    pub(super) account: Account,
    /// What was done to its beginning where that is damaged.
    notes: Vec<RepairNote>,
}

impl LeftJournal {
    /// What the journal is called.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When it was last written, in seconds since 1970.
    pub const fn time(&self) -> u64 {
        self.time
    }

    /// What it tells.
    pub const fn account(&self) -> &Account {
        &self.account
    }

    /// Whether something of the work may be missing, since the journal is damaged, or was before it was recovered.
    pub const fn is_damaged(&self) -> bool {
        self.account.is_damaged()
    }

    /// What was done to its beginning so that it can be read.
    pub fn repair_notes(&self) -> &[RepairNote] {
        &self.notes
    }

    /// Whether it tells which file held the document, or that none did: damage may have taken that.
    pub fn is_file_known(&self) -> bool {
        !self.is_damaged() || *self.account.head() != JournalHead::default()
    }

    /// Takes the journal away: the work in it is given up.
    pub fn discard(self) -> io::Result<()> {
        remove(&self.path, self.lock)
    }
}

/// A journal in which nothing can be read. While this is held nobody else gets it.
#[derive(Debug)]
pub struct UnreadableJournal {
    id: String,
    path: PathBuf,
    lock: Lock,
}

impl UnreadableJournal {
    /// What the journal is called.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// When its file was last written, in seconds since 1970.
    pub fn time(&self) -> u64 {
        let written = fs::metadata(&self.path).and_then(|file| file.modified()).ok();
        written
            .and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok())
            .map_or(0, |time| time.as_secs())
    }

    /// Takes the journal away.
    pub fn discard(self) -> io::Result<()> {
        remove(&self.path, self.lock)
    }
}

/// What is found of a journal.
enum JournalFound {
    Work(Box<LeftJournal>),
    /// Another version of the program may know it.
    Unreadable(UnreadableJournal),
    /// Somebody else has it.
    Kept,
    /// There is none, or there is no work in it.
    Nothing,
}

/// Every journal in `folder` that nobody keeps and in which there is work, the newest first.
///
/// One that cannot be read hides no other. Those without work, which a program left that had saved everything, are taken
/// away.
pub fn claim_all(folder: &Path) -> io::Result<Vec<LeftJournal>> {
    let claims = all(folder)?;
    let mut claims: Vec<LeftJournal> = claims.filter_map(JournalFound::work).collect();
    claims.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.id.cmp(&b.id)));
    Ok(claims)
}

/// Every journal in `folder` that nobody keeps and that cannot be read.
pub fn claim_unreadable(folder: &Path) -> io::Result<Vec<UnreadableJournal>> {
    let mut claims: Vec<UnreadableJournal> = all(folder)?.filter_map(JournalFound::unreadable).collect();
    claims.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(claims)
}

/// How many journals in `folder` have work in them and are somebody's: a window has the chart open, or asks about it.
pub fn count_kept(folder: &Path) -> io::Result<usize> {
    Ok(all(folder)?.filter(|found| matches!(found, JournalFound::Kept)).count())
}

/// The journal `id` in `folder`; `None`: there is none, somebody keeps it, or there is no work in it.
pub fn claim(folder: &Path, id: &str) -> io::Result<Option<LeftJournal>> {
    look(folder, id).map(JournalFound::work)
}

impl JournalFound {
    fn work(self) -> Option<LeftJournal> {
        if let Self::Work(left) = self { Some(*left) } else { None }
    }

    fn unreadable(self) -> Option<UnreadableJournal> {
        if let Self::Unreadable(journal) = self { Some(journal) } else { None }
    }
}

fn all(folder: &Path) -> io::Result<impl Iterator<Item = JournalFound>> {
    let entries = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    let journals = entries.filter(|path| path.extension().is_some_and(|ending| ending == ENDING));
    let ids = journals.filter_map(|path| path.file_stem()?.to_str().map(str::to_owned));
    Ok(ids.filter_map(|id| look(folder, &id).ok()))
}

fn look(folder: &Path, id: &str) -> io::Result<JournalFound> {
    let path = path_of(folder, id);
    // Nothing outside of the folder is called by an id.
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) || !path.is_file() {
        return Ok(JournalFound::Nothing);
    }
    let Some(lock) = Lock::try_take(&path)? else { return look_at_kept(&path) };
    let lines = match read(&path) {
        Ok(lines) => lines,
        // Whoever kept it has taken it away in the meantime.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return lock.remove().map(|()| JournalFound::Nothing);
        }
        Err(error) => return Err(error),
    };
    let whole = Account::read(&lines).map(|(account, time)| Salvaged { account, time, notes: Vec::new() });
    let Some(Salvaged { account, time, notes }) = whole.or_else(|| salvage(&lines)) else {
        return Ok(JournalFound::Unreadable(UnreadableJournal { id: id.to_owned(), path, lock }));
    };
    if has_no_work(&account) {
        return remove(&path, lock).map(|()| JournalFound::Nothing);
    }
    Ok(JournalFound::Work(Box::new(LeftJournal { id: id.to_owned(), time, path, lock, account, notes })))
}

/// What is found of a journal that somebody else has.
fn look_at_kept(path: &Path) -> io::Result<JournalFound> {
    let has_no_work = Account::read(&read(path)?).is_some_and(|(account, _)| has_no_work(&account));
    Ok(if has_no_work { JournalFound::Nothing } else { JournalFound::Kept })
}

/// Whether there was no work in what `account` tells: of what is damaged nobody knows.
fn has_no_work(account: &Account) -> bool {
    account.is_clean() && !account.is_damaged()
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    File::open(path)?.take(LONGEST).read_to_end(&mut lines)?;
    Ok(lines)
}

/// The file of the journal `id`.
pub(super) fn path_of(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.{ENDING}"))
}
