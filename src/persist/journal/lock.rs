//! Who keeps a journal: an empty file beside it, locked as long as its program lives.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// A locked file; the system lets it go with the process, however that ends.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Locks the journal in the file `journal`; `None`: somebody else has it.
    pub(super) fn try_take(journal: &Path) -> io::Result<Option<Self>> {
        let path = journal.with_extension("lock");
        let file = private(OpenOptions::new().create(true).truncate(false).write(true)).open(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { path, file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    /// Lets it go and takes the file away.
    pub(super) fn remove(self) -> io::Result<()> {
        fs::remove_file(&self.path)
    }
}

impl Drop for Lock {
    /// Lets it go at once: a process that is just being started has the file, too, until it has begun.
    fn drop(&mut self) {
        self.file.unlock().unwrap_or_default();
    }
}

/// Whatever is made is for its person alone.
pub(super) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
