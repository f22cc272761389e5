//! The procedure.

use std::{
    fs,
    io::{self, Read as _, Seek as _, Write as _},
    path::{Path, PathBuf},
};

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
    replace(Until::OnDisk, path, bytes)
}

/// As [`write()`], but returns when the system has the bytes: a loss of power shortly after may leave the old file, or
/// on some file systems an empty one. For what can be made again from a document.
pub fn write_reproducible(path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    replace(Until::Written, path, bytes)
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    Written,
    OnDisk,
}

fn replace(until: Until, path: &Path, bytes: &[u8]) -> Result<Written, SaveError> {
    let failed = |source| SaveError::Failed { file: path.to_owned(), source };
    let target = target_of(path).map_err(failed)?;
    let folder = match target.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => return Err(SaveError::NotAFile { file: path.to_owned() }),
    };
    let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => {}
        Err(error) if !is_missing(&error) => return Err(failed(error)),
        Ok(_) | Err(_) => return Err(SaveError::NoFolder { folder: folder.to_owned() }),
    }
    let old = match fs::metadata(&target) {
        Ok(old) if !old.is_file() => return Err(SaveError::NotAFile { file: path.to_owned() }),
        Ok(old) if old.permissions().readonly() => {
            return Err(SaveError::Protected { file: path.to_owned() });
        }
        Ok(old) => Some(old),
        Err(error) if is_missing(&error) => None,
        Err(error) => return Err(failed(error)),
    };
    if until == Until::OnDisk {
        temp::sweep(folder);
    }
    let birth = if old.is_some() { Birth::SUCCESSOR } else { Birth::of_new_file(folder) };
    let mut temp = temp::create(folder, birth.at_first).map_err(failed)?;
    let file = temp.as_file_mut();
    file.write_all(bytes).map_err(failed)?;
    let refused = match &old {
        Some(old) => inherit(file, &target, old).map_err(failed)?,
        None => birth.end(file),
    };
    if until == Until::OnDisk {
        file.sync_all().map_err(failed)?;
        if !holds(file, bytes).map_err(failed)? {
            return Err(SaveError::Altered { file: path.to_owned() });
        }
    }
    temp.persist(&target).map_err(|error| failed(error.error))?;
    if until == Until::OnDisk {
        // The new content is in place; some file systems cannot sync folders, and that is no failed save.
        sync_folder(folder).unwrap_or_default();
    }
    Ok(Written { refused })
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
