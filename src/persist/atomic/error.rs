//! Why a file was not written.

use std::{
    error::Error,
    fmt,
    io::{self, ErrorKind},
    path::PathBuf,
};

use crate::{
    locale::{Catalog, UiLang, say_path, say_system_error},
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
    pub fn say(&self, catalog: &Catalog) -> String {
        let (key, place, detail) = match self {
            Self::NoFolder { folder } => ("save-no-folder", folder, String::new()),
            Self::NotAFile { file } => ("save-not-a-file", file, String::new()),
            Self::Protected { file } => ("save-protected", file, String::new()),
            Self::Failed { file, source } => (key_of(source.kind()), file, say_system_error(source, catalog)),
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

/// What is said of a file that the system refused to write for this.
const fn key_of(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "save-no-room",
        ErrorKind::PermissionDenied => "save-not-allowed",
        ErrorKind::ReadOnlyFilesystem => "save-read-only",
        ErrorKind::NotFound
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut => "save-place-gone",
        _ => "save-failed",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_said_in_the_language_of_the_person() {
        for (number, en, es) in [
            (28, "There is no room left on the disk", "No queda espacio en el disco"),
            (122, "There is no room left on the disk", "No queda espacio en el disco"),
            (13, "You may not write there", "No tiene permiso para escribir ahí"),
            (1, "You may not write there", "No tiene permiso para escribir ahí"),
            (30, "The disk can only be read", "El disco es de solo lectura"),
            (116, "The place is gone", "El lugar ya no está"),
            (
                5,
                "The file cannot be saved (Input/output error)",
                "El archivo no se puede guardar (Input/output error)",
            ),
        ] {
            let temp = tempfile::Builder::new().make(|_| Err::<(), _>(io::Error::from_raw_os_error(number)));
            let source = temp.expect_err("it was refused");
            let error = SaveError::Failed { file: "/charts/calls.ron".into(), source };
            for (lang, begin) in [(UiLang::En, en), (UiLang::Es, es)] {
                let said = error.say(Catalog::of(lang));
                assert!(said.starts_with(begin) && said.contains("/charts/calls.ron"), "{said}");
                assert!(!said.contains("os error") && !said.contains(".tmp"), "{said}");
            }
        }
    }
}
