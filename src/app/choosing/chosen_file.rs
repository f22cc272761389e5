//! Files that a person chose to be written.

use std::path::PathBuf;

use crate::app::saving::names::with_extension;

/// A file that is to be written.
#[derive(Clone, Debug)]
pub(crate) struct ChosenFile {
    pub(crate) path: PathBuf,
    pub(crate) agreed: Agreed,
}

/// What a person agreed to lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// Nothing: nobody asked.
    Nothing,
    /// What the file of this very name holds: the system's dialog asked about it.
    OneFile,
    /// What any file of this name holds, and those that are numbered after it.
    AllFiles,
}

impl ChosenFile {
    /// The same with `extension`. What was agreed to for another name holds no longer.
    pub(crate) fn named(self, extension: &str) -> Self {
        let path = with_extension(self.path.clone(), extension);
        let is_other = path != self.path && self.agreed == Agreed::OneFile;
        Self { path, agreed: if is_other { Agreed::Nothing } else { self.agreed } }
    }

    /// Whether what is there may be replaced, where `is_one_file` all that is written.
    pub(crate) fn may_replace(&self, is_one_file: bool) -> bool {
        match self.agreed {
            Agreed::Nothing => false,
            Agreed::OneFile => is_one_file,
            Agreed::AllFiles => true,
        }
    }
}
