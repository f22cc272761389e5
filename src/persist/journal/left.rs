//! Journals that nobody keeps any more: what was worked on when a program ended.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::{Account, keep::remove, lock::Lock};
use crate::persist::LIMIT_BYTES;

const ENDING: &str = "journal";
/// A journal that is longer was not written by us.
const LONGEST: u64 = 8 * LIMIT_BYTES;

/// A journal that was left. While this is held nobody else gets it.
#[derive(Debug)]
pub struct LeftJournal {
    id: String,
    time: u64,
    pub(super) path: PathBuf,
    pub(super) lock: Lock,
    pub(super) account: Account,
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

    /// Takes the journal away: the work in it is given up.
    pub fn discard(self) -> io::Result<()> {
        remove(&self.path, self.lock)
    }
}

/// Every journal in `folder` that nobody keeps and in which there is work, the newest first.
///
/// One that cannot be read hides no other. Those without work, which a program left that had saved everything, are taken
/// away.
pub fn claim_all(folder: &Path) -> io::Result<Vec<LeftJournal>> {
    let mut claims = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        let Some(id) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        if path.extension().is_some_and(|ending| ending == ENDING)
            && let Ok(Some(claim)) = claim(folder, id)
        {
            claims.push(claim);
        }
    }
    claims.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.id.cmp(&b.id)));
    Ok(claims)
}

/// The journal `id` in `folder`; `None`: there is none, somebody keeps it, or there is no work in it.
pub fn claim(folder: &Path, id: &str) -> io::Result<Option<LeftJournal>> {
    let path = path_of(folder, id);
    // Nothing outside of the folder is called by an id.
    if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) || !path.is_file() {
        return Ok(None);
    }
    let Some(lock) = Lock::try_take(&path)? else { return Ok(None) };
    let mut lines = Vec::new();
    match File::open(&path) {
        Ok(file) => file.take(LONGEST).read_to_end(&mut lines)?,
        // Whoever kept it has taken it away in the meantime.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return lock.remove().map(|()| None),
        Err(error) => return Err(error),
    };
    // One that cannot be read stays: another version of the program may know it.
    let Some((account, time)) = Account::read(&lines) else { return Ok(None) };
    if account.is_clean() {
        return remove(&path, lock).map(|()| None);
    }
    Ok(Some(LeftJournal { id: id.to_owned(), time, path, lock, account }))
}

/// The file of the journal `id`.
pub(super) fn path_of(folder: &Path, id: &str) -> PathBuf {
    folder.join(format!("{id}.{ENDING}"))
}
