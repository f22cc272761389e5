//! Temporary files: private, locked while their program is at work, and swept when it is gone.
//!
//! ```text
//! owner    create ── lock ── still there? ── … write … ── rename
//! sweeper            lock ── remove            (only what nobody has locked)
//! ```
//!
//! A lock dies with its program, also on another machine, and no number of a process is used twice for it.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io,
    path::Path,
};

use tempfile::NamedTempFile;

const PREFIX: &str = ".laneway-";
const SUFFIX: &str = ".tmp";
/// How often a file is made anew that somebody swept before it was locked.
const MOST_TRIES: usize = 8;

/// A new temporary file in `folder` with the rights `mode`; dropped, it removes itself.
pub(super) fn create(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let mut temp = create_once(folder, mode)?;
    for _ in 0..MOST_TRIES {
        // Some file systems know no locks. There nobody sweeps either.
        if temp.as_file().lock().is_err() || temp.path().symlink_metadata().is_ok() {
            break;
        }
        temp = create_once(folder, mode)?;
    }
    Ok(temp)
}

fn create_once(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(mode));
    #[cfg(not(unix))]
    let _unused = mode;
    builder.tempfile_in(folder)
}

/// Removes from `folder` the temporary files of saves whose programs ended before they did.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        if is_temporary(&entry.file_name()) && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            // Where that fails, the next one tries again.
            sweep_file(&entry.path()).unwrap_or_default();
        }
    }
}

fn sweep_file(path: &Path) -> io::Result<()> {
    let file = File::open(path)?;
    file.try_lock()?;
    fs::remove_file(path)
}

fn is_temporary(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes())
}
