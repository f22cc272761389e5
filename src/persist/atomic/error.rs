//! Why a file was not written.

use std::{error::Error, fmt, io, path::PathBuf};

use crate::{
    locale::{Catalog, UiLang, say_path},
    persist::LoadError,
};

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
    /// The disk did not keep what was written.
    Altered {
        /// The file.
        file: PathBuf,
    },
    /// The program could not open the file that it would write.
    Unopenable {
        /// What would be said on opening it.
        source: Box<LoadError>,
    },
    /// The file would be opened as another document.
    Unfaithful {
        /// The file.
        file: PathBuf,
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
            Self::Altered { file } => ("save-altered", file, String::new()),
            Self::Unopenable { source } => match **source {
                LoadError::TooLarge { .. } => ("save-too-large", source.file(), String::new()),
                _ => ("save-unopenable", source.file(), source.detail(catalog)),
            },
            Self::Unfaithful { file } => ("save-unfaithful", file, String::new()),
        };
        catalog.text_with(key, &[("place", say_path(place).into()), ("detail", detail.into())])
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
            Self::Unopenable { source } => Some(source),
            Self::NoFolder { .. }
            | Self::NotAFile { .. }
            | Self::Protected { .. }
            | Self::Altered { .. }
            | Self::Unfaithful { .. } => None,
        }
    }
}
