//! Replacing a file as a whole or not at all.
//!
//! The new content goes into a temporary file in the same folder, which then takes the old file's name. The
//! only copy is never truncated. Owner, group and hard links of the old file are not kept.

use std::{
    error::Error,
    fmt, fs, io,
    io::Write as _,
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::locale::{Catalog, UiLang};

/// Why a file was not written; the old one is untouched.
#[derive(Debug)]
pub enum SaveError {
    /// The folder is not there.
    NoFolder {
        /// The folder.
        folder: PathBuf,
    },
    /// The name belongs to a folder or a device.
    NotAFile {
        /// What was named.
        file: PathBuf,
    },
    /// The old file is write-protected.
    Protected {
        /// The file.
        file: PathBuf,
    },
    /// The system refused to write.
    Failed {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl SaveError {
    /// The error in the language of `catalog`: what and where in the first line, then what to do.
    ///
    /// What the system says stays in the system's language.
    pub fn say(&self, catalog: &Catalog) -> String {
        let (key, place, detail) = match self {
            Self::NoFolder { folder } => ("save-no-folder", folder, String::new()),
            Self::NotAFile { file } => ("save-not-a-file", file, String::new()),
            Self::Protected { file } => ("save-protected", file, String::new()),
            Self::Failed { file, source } => ("save-failed", file, source.to_string()),
        };
        catalog.text_with(key, &[("place", place.display().to_string().into()), ("detail", detail.into())])
    }
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Catalog::of(UiLang::En)))
    }
}

impl Error for SaveError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Failed { source, .. } => Some(source),
            Self::NoFolder { .. } | Self::NotAFile { .. } | Self::Protected { .. } => None,
        }
    }
}

/// Makes the folder `path` where it is not there and its parent is. That it could not be made, whoever writes into it
/// is told.
pub fn make_folder(path: &Path) {
    fs::create_dir(path).unwrap_or_default();
}

/// Longest chain of symbolic links that is followed.
const LONGEST_CHAIN: usize = 32;

/// Writes `bytes` to `path`, whole or not at all, and returns when they are on the disk.
///
/// Keeps the permissions of an existing file. A symbolic link stays one: what it points to is replaced.
/// After an error the old file is what it was, and no temporary file is left.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write_until(Until::OnDisk, path, bytes)
}

/// As [`write()`], but returns when the system has the bytes: a loss of power shortly after may leave the old file, or
/// on some file systems an empty one. For what can be made again from a document.
pub fn write_reproducible(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    write_until(Until::Written, path, bytes)
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Written,
    OnDisk,
}

fn write_until(until: Until, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |source| SaveError::Failed { file: path.to_owned(), source };
    let target = target_of(path).map_err(failed)?;
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(SaveError::NotAFile { file: path.to_owned() }),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder { folder: folder.to_owned() });
    }
    let old = match fs::metadata(&target) {
        Ok(old) if !old.is_file() => return Err(SaveError::NotAFile { file: path.to_owned() }),
        Ok(old) if old.permissions().readonly() => {
            return Err(SaveError::Protected { file: path.to_owned() });
        }
        Ok(old) => Some(old.permissions()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed(error)),
    };
    let mut temp = filled(folder, bytes, old).map_err(failed)?;
    if until == Until::OnDisk {
        temp.as_file_mut().sync_all().map_err(failed)?;
    }
    temp.persist(&target).map_err(|error| failed(error.error))?;
    if until == Until::OnDisk {
        // The new content is in place; some file systems cannot sync folders, and that is no failed save.
        sync_folder(folder).unwrap_or_default();
    }
    Ok(())
}

/// The file that `path` names when every symbolic link is followed, also one that points to nothing yet.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..LONGEST_CHAIN {
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_symlink() => {
                let next = fs::read_link(&target)?;
                target = target.parent().map_or_else(|| next.clone(), |folder| folder.join(&next));
            }
            Ok(_) => return Ok(target),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(target),
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// A temporary file with the content and the permissions; dropped, on any error, it removes itself.
fn filled(folder: &Path, bytes: &[u8], old: Option<fs::Permissions>) -> io::Result<NamedTempFile> {
    let mut temp = builder().tempfile_in(folder)?;
    temp.write_all(bytes)?;
    if let Some(permissions) = old {
        temp.as_file().set_permissions(permissions)?;
    }
    Ok(temp)
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".laneway-").suffix(".tmp");
    // Temporary files are private; a new document is as readable as any new file (less the umask).
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
