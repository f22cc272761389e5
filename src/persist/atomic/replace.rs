//! The procedure.

use std::{
    fs,
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use super::{
    SaveError,
    inherit::{Birth, Inherited, inherit},
    temp,
};
use crate::locale::Catalog;

/// What a file that was written is not, though the one before was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// What the system did not let it inherit.
    pub refused: Vec<Inherited>,
}

impl Written {
    /// What was not kept, in the language of `catalog`; `None`: everything was.
    pub fn say(&self, catalog: &Catalog) -> Option<String> {
        let refused: Vec<String> = self.refused.iter().map(|of| of.say(catalog)).collect();
        let what = refused.join(", ").into();
        (!refused.is_empty()).then(|| catalog.text_with("save-not-kept", &[("what", what)]))
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
/// The new file inherits owner, group, rights and attributes of an existing one as far as the system allows it. A
/// symbolic link stays one: what it points to is replaced. After an error the old file is what it was, and no
/// temporary file is left; those of programs that ended while they saved go, too.
pub fn write(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    Replacement { until: Until::OnDisk, birth: None, check: None }.write(path, bytes)
}

/// As [`write()`], unless `check` finds something wrong with it, which it looks for meanwhile.
pub fn write_checked(path: &Path, bytes: &[u8], check: &Check<'_>) -> Result<Written, SaveError> {
    Replacement { until: Until::OnDisk, birth: None, check: Some(check) }.write(path, bytes)
}

/// As [`write()`], but a new file is for its owner alone.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    Replacement { until: Until::OnDisk, birth: Some(Birth::PRIVATE), check: None }.write(path, bytes)
}

/// As [`write()`], but returns when the system has the bytes: a loss of power shortly after may leave the old file, or
/// on some file systems an empty one. For what can be made again from a document.
pub fn write_reproducible(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    Replacement { until: Until::Written, birth: None, check: None }.write(path, bytes)
}

/// Whether a file may take its name.
type Check<'c> = dyn Fn() -> Result<(), SaveError> + Sync + 'c;

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Written,
    OnDisk,
}

/// How a file is replaced.
struct Replacement<'c> {
    until: Until,
    /// The rights of a new file; `None`: those of any.
    birth: Option<Birth>,
    check: Option<&'c Check<'c>>,
}

/// The file that is replaced.
struct OldFile<'p> {
    /// What the error calls it.
    name: &'p Path,
    /// Where it is, with all links followed.
    target: PathBuf,
    /// `None`: it is not there yet.
    metadata: Option<fs::Metadata>,
}

impl<'p> OldFile<'p> {
    /// The file at `path`, which may be replaced.
    fn look_at(path: &'p Path) -> Result<Self, SaveError> {
        let failed = |source| SaveError::Failed { file: path.to_owned(), source };
        let target = target_of(path).map_err(failed)?;
        let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let folder = folder_of(&target).ok_or_else(|| SaveError::NotAFile { file: path.to_owned() })?;
        match fs::metadata(folder) {
            Ok(found) if found.is_dir() => {}
            Err(error) if !is_missing(&error) => return Err(failed(error)),
            Ok(_) | Err(_) => return Err(SaveError::NoFolder { folder: folder.to_owned() }),
        }
        let metadata = match fs::metadata(&target) {
            Ok(old) if !old.is_file() => return Err(SaveError::NotAFile { file: path.to_owned() }),
            Ok(old) if old.permissions().readonly() => {
                return Err(SaveError::Protected { file: path.to_owned() });
            }
            Ok(old) => Some(old),
            Err(error) if is_missing(&error) => None,
            Err(error) => return Err(failed(error)),
        };
        Ok(Self { name: path, target, metadata })
    }

    fn failed(&self, source: io::Error) -> SaveError {
        SaveError::Failed { file: self.name.to_owned(), source }
    }

    fn folder(&self) -> &Path {
        folder_of(&self.target).unwrap_or(Path::new("."))
    }
}

/// The folder of the file at `path`; `None`: it is none.
fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

impl Replacement<'_> {
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
        let old = OldFile::look_at(path)?;
        if self.until == Until::OnDisk {
            temp::sweep(old.folder());
        }
        // Neither waits for the other.
        let mut checked = Ok(());
        let filled = rayon::in_place_scope(|scope| {
            if let Some(check) = self.check {
                scope.spawn(|_| checked = check());
            }
            self.filled(&old, bytes)
        });
        let (temp, written) = checked.and(filled)?;
        temp.persist(&old.target).map_err(|error| old.failed(error.error))?;
        if self.until == Until::OnDisk {
            // The new content is in place; some file systems cannot sync folders, and that is no failed save.
            sync_folder(old.folder()).unwrap_or_default();
        }
        Ok(written)
    }

    /// A temporary file that holds `bytes` and has inherited what it may.
    fn filled(&self, old: &OldFile<'_>, bytes: &[u8]) -> Result<(NamedTempFile, Written), SaveError> {
        let birth = match (&old.metadata, self.birth) {
            (Some(_), _) => Birth::PRIVATE,
            (None, Some(birth)) => birth,
            (None, None) => Birth::of_new_file(old.folder()),
        };
        let failed = |source| old.failed(source);
        let mut temp = temp::create(old.folder(), birth.at_first).map_err(failed)?;
        let file = temp.as_file_mut();
        file.write_all(bytes).map_err(failed)?;
        let refused = match &old.metadata {
            Some(metadata) => inherit(file, &old.target, metadata).map_err(failed)?,
            None => birth.end(file),
        };
        if self.until == Until::OnDisk {
            file.sync_all().map_err(failed)?;
            if !holds(file, bytes).map_err(failed)? {
                return Err(SaveError::Altered { file: old.name.to_owned() });
            }
        }
        Ok((temp, Written { refused }))
    }
}

/// Whether `file` is read as `bytes`.
fn holds(file: &mut fs::File, bytes: &[u8]) -> io::Result<bool> {
    let mut read = Vec::with_capacity(bytes.len());
    file.rewind()?;
    file.read_to_end(&mut read)?;
    Ok(read == bytes)
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

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
