//! Where the program keeps what is nobody's document: work that was not saved, and files that were replaced.
//!
//! Charts can be confidential, so folders that are made here are for their person alone.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy as _;

/// The program's own folder for what it keeps between two runs. Nothing is made before it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateFolder {
    root: PathBuf,
}

impl StateFolder {
    /// The folder that the system has for it: `$XDG_STATE_HOME/laneway`, `%LOCALAPPDATA%\laneway`, or `laneway` in
    /// `Library/Application Support`; `None` where a person has no home.
    pub fn of_system() -> Option<Self> {
        let system = etcetera::base_strategy::choose_native_strategy().ok()?;
        let machine = if cfg!(windows) { system.cache_dir() } else { system.data_dir() };
        Some(Self::at(&system.state_dir().unwrap_or(machine).join("laneway")))
    }

    /// The folder `root`.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// The folder itself, which may not be there.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The folder of work that was not saved, made where it is missing.
    pub fn recovery(&self) -> io::Result<PathBuf> {
        let folder = self.recovery_path();
        make_private_folder(&folder)?;
        Ok(folder)
    }

    /// Where the folder of work that was not saved is or will be.
    pub fn recovery_path(&self) -> PathBuf {
        self.root.join("recovery")
    }

    /// The folder of files that were replaced, which may be missing.
    pub fn versions(&self) -> PathBuf {
        self.root.join("versions")
    }
}

/// Makes `folder`, and those that it lies in, for their person alone where they are missing.
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_made_when_they_are_asked_for() {
        let place = tempfile::tempdir().expect("a folder");
        let state = StateFolder::at(&place.path().join("state").join("laneway"));
        assert!(!state.root().exists());
        for _ in 0..2 {
            assert_eq!(state.recovery().expect("made"), state.root().join("recovery"));
        }
        assert!(state.root().join("recovery").is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn folders_are_for_their_person_alone() {
        use std::os::unix::fs::PermissionsExt as _;

        let place = tempfile::tempdir().expect("a folder");
        let state = StateFolder::at(&place.path().join("laneway"));
        let recovery = state.recovery().expect("made");
        for folder in [state.root(), recovery.as_path()] {
            let mode = fs::metadata(folder).expect("there").permissions().mode();
            assert_eq!(mode & 0o777, 0o700, "{}", folder.display());
        }
    }
}
