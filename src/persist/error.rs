//! Why a file was not opened.

use std::{error::Error, fmt, io, path::PathBuf};

use super::{Damage, FileFault};
use crate::locale::{Catalog, UiLang, say_path, say_system_error};

/// A line and a column in it, both counted from 1; columns are characters.
pub(super) type LineColumn = (usize, usize);

/// Why a file was not opened, in words for whoever opened it: first what and where, then what to do.
#[derive(Debug)]
pub enum LoadError {
    /// There is no such file.
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// A folder, a pipe or a device.
    NotAFile {
        /// What was named.
        file: PathBuf,
    },
    /// The system refused to read it.
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Too large to be a document.
    TooLarge {
        /// The file.
        file: PathBuf,
    },
    /// Nothing in it.
    Empty {
        /// The file.
        file: PathBuf,
    },
    /// Not text at all.
    Binary {
        /// The file.
        file: PathBuf,
    },
    /// Text in another encoding.
    NotUtf8 {
        /// The file.
        file: PathBuf,
        /// The first byte that does not fit: line, column.
        at: (usize, usize),
        /// The name of that encoding; `None`: it is UTF-8 with wrong bytes in it.
        encoding: Option<&'static str>,
    },
    /// Something else's file.
    NotOurs {
        /// The file.
        file: PathBuf,
        /// Where the beginning stops being a document's: line, column.
        at: (usize, usize),
    },
    /// Written by a program that is newer than this one.
    Newer {
        /// The file.
        file: PathBuf,
        /// Where the version stands: line, column.
        at: (usize, usize),
        /// The version that the file has.
        version: u32,
    },
    /// A version that never was.
    OddVersion {
        /// The file.
        file: PathBuf,
        /// Where the version should stand: line, column.
        at: (usize, usize),
        /// What stands there.
        found: String,
    },
    /// Not the form of a document.
    Damaged {
        /// The file.
        file: PathBuf,
        /// Where reading stopped: line, column.
        at: (usize, usize),
        /// What is wrong there.
        problem: Damage,
    },
    /// Brackets within brackets, too many.
    TooDeep {
        /// The file.
        file: PathBuf,
        /// The first bracket too many: line, column.
        at: (usize, usize),
    },
    /// The form of a document, but it says something that cannot be.
    Content {
        /// The file.
        file: PathBuf,
        /// The record: line, column; `None` where it is the document as a whole.
        at: Option<(usize, usize)>,
        /// What is wrong and what to do.
        problem: FileFault,
    },
}

impl LoadError {
    /// Whether something in the file may be saved although it does not open.
    pub const fn is_damage(&self) -> bool {
        match self {
            Self::NotUtf8 { .. }
            | Self::NotOurs { .. }
            | Self::OddVersion { .. }
            | Self::Damaged { .. }
            | Self::TooDeep { .. }
            | Self::Content { .. } => true,
            Self::Missing { .. }
            | Self::NotAFile { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::Empty { .. }
            | Self::Binary { .. }
            | Self::Newer { .. } => false,
        }
    }

    /// Where in the file, if the error has a place: line and column, counted from 1.
    pub const fn line_column(&self) -> Option<(usize, usize)> {
        match self {
            Self::Missing { .. }
            | Self::NotAFile { .. }
            | Self::Unreadable { .. }
            | Self::TooLarge { .. }
            | Self::Empty { .. }
            | Self::Binary { .. } => None,
            Self::NotUtf8 { at, .. }
            | Self::NotOurs { at, .. }
            | Self::Newer { at, .. }
            | Self::OddVersion { at, .. }
            | Self::Damaged { at, .. }
            | Self::TooDeep { at, .. } => Some(*at),
            Self::Content { at, .. } => *at,
        }
    }
}

impl LoadError {
    /// The error in the language of `catalog`: what and where in the first line, then what to do.
    pub fn say(&self, catalog: &Catalog) -> String {
        let name = say_path(self.file());
        let place = match self.line_column() {
            Some((line, column)) => format!("{name}:{line}:{column}"),
            None => name,
        };
        let detail = self.detail(catalog);
        catalog.text_with(self.key(), &[("place", place.into()), ("detail", detail.into())])
    }

    const fn key(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "file-missing",
            Self::NotAFile { .. } => "file-not-a-file",
            Self::Unreadable { .. } => "file-unreadable",
            Self::TooLarge { .. } => "file-too-large",
            Self::Empty { .. } => "file-empty",
            Self::Binary { .. } => "file-binary",
            Self::NotUtf8 { encoding: None, .. } => "file-not-utf8",
            Self::NotUtf8 { encoding: Some(_), .. } => "file-other-encoding",
            Self::NotOurs { .. } => "file-not-ours",
            Self::Newer { .. } => "file-newer",
            Self::OddVersion { .. } => "file-odd-version",
            Self::Damaged { .. } => "file-damaged",
            Self::TooDeep { .. } => "file-too-deep",
            Self::Content { .. } => "file-content",
        }
    }

    /// What exactly is wrong, where there is more to say than which kind of error it is.
    pub(super) fn detail(&self, catalog: &Catalog) -> String {
        match self {
            Self::Unreadable { source, .. } => say_system_error(source, catalog),
            Self::NotUtf8 { encoding, .. } => encoding.unwrap_or_default().to_owned(),
            Self::Newer { version, .. } => version.to_string(),
            Self::OddVersion { found, .. } => found.clone(),
            Self::Damaged { problem, .. } => problem.say(catalog),
            Self::Content { problem, .. } => problem.say(catalog),
            Self::Missing { .. }
            | Self::NotAFile { .. }
            | Self::TooLarge { .. }
            | Self::Empty { .. }
            | Self::Binary { .. }
            | Self::NotOurs { .. }
            | Self::TooDeep { .. } => String::new(),
        }
    }

    pub(super) const fn file(&self) -> &PathBuf {
        match self {
            Self::Missing { file }
            | Self::NotAFile { file }
            | Self::Unreadable { file, .. }
            | Self::TooLarge { file }
            | Self::Empty { file }
            | Self::Binary { file }
            | Self::NotUtf8 { file, .. }
            | Self::NotOurs { file, .. }
            | Self::Newer { file, .. }
            | Self::OddVersion { file, .. }
            | Self::Damaged { file, .. }
            | Self::TooDeep { file, .. }
            | Self::Content { file, .. } => file,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Catalog::of(UiLang::En)))
    }
}

impl Error for LoadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreadable { source, .. } => Some(source),
            _ => None,
        }
    }
}
