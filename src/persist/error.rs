//! Why a file was not opened.

use std::{io, path::PathBuf};

/// A line and a column in it, both counted from 1; columns are characters.
pub(super) type LineColumn = (usize, usize);

/// Why a file was not opened, in words for whoever opened it: first what and where, then what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("There is no such file: {}\nCheck the name; perhaps it was moved or renamed.", file.display())]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// A folder, a pipe or a device.
    #[error("This is not a file but a folder or a device: {}\nChoose a document file.", file.display())]
    NotAFile {
        /// What was named.
        file: PathBuf,
    },
    /// The system refused to read it.
    #[error("The file cannot be read ({source}): {}\nCheck that you may read it and that its drive is connected.", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Too large to be a document.
    #[error("The file is larger than 64 MiB: {}\nDocuments are far smaller; check that this is the right file.", file.display())]
    TooLarge {
        /// The file.
        file: PathBuf,
    },
    /// Nothing in it.
    #[error("The file is empty: {}\nOpen an older copy of it.", file.display())]
    Empty {
        /// The file.
        file: PathBuf,
    },
    /// Not text at all.
    #[error("The file is not text but a picture, an archive or a program: {}\nChoose a Laneway document.", file.display())]
    Binary {
        /// The file.
        file: PathBuf,
    },
    /// Text in another encoding.
    #[error("The file is not UTF-8 text: {}:{}:{}\nSave it as UTF-8 in a text editor, or open an older copy.", file.display(), at.0, at.1)]
    NotUtf8 {
        /// The file.
        file: PathBuf,
        /// The first byte that does not fit: line, column.
        at: (usize, usize),
    },
    /// Something else's file.
    #[error("The file is not a Laneway document: {}:{}:{}\nA document begins with (format: \"laneway\", version: 1, …).", file.display(), at.0, at.1)]
    NotOurs {
        /// The file.
        file: PathBuf,
        /// Where the beginning stops being a document's: line, column.
        at: (usize, usize),
    },
    /// Written by a program that is newer than this one.
    #[error("The file was made by a newer Laneway (version {version} of the format): {}:{}:{}\nUpdate Laneway to open it.", file.display(), at.0, at.1)]
    Newer {
        /// The file.
        file: PathBuf,
        /// Where the version stands: line, column.
        at: (usize, usize),
        /// The version that the file has.
        version: u32,
    },
    /// A version that never was.
    #[error("The file has no version that Laneway knows (found {found}): {}:{}:{}\nWrite version: 1 there, or open an older copy.", file.display(), at.0, at.1)]
    OddVersion {
        /// The file.
        file: PathBuf,
        /// Where the version should stand: line, column.
        at: (usize, usize),
        /// What stands there.
        found: String,
    },
    /// Not the form of a document.
    #[error("The file is damaged ({problem}): {}:{}:{}\nCorrect that place in a text editor, or open an older copy.", file.display(), at.0, at.1)]
    Damaged {
        /// The file.
        file: PathBuf,
        /// Where reading stopped: line, column.
        at: (usize, usize),
        /// What is wrong there.
        problem: String,
    },
    /// Brackets within brackets, too many.
    #[error("The file has more than 32 brackets within each other: {}:{}:{}\nDocuments never do; open an older copy.", file.display(), at.0, at.1)]
    TooDeep {
        /// The file.
        file: PathBuf,
        /// The first bracket too many: line, column.
        at: (usize, usize),
    },
    /// The form of a document, but it says something that cannot be.
    #[error("The file cannot be opened: {problem}: {}\nCorrect that place in a text editor, or open an older copy.", place(file, *at))]
    Content {
        /// The file.
        file: PathBuf,
        /// The record: line, column; `None` where it is the document as a whole.
        at: Option<(usize, usize)>,
        /// What is wrong and what to do.
        problem: String,
    },
}

fn place(file: &std::path::Path, at: Option<LineColumn>) -> String {
    match at {
        Some((line, column)) => format!("{}:{line}:{column}", file.display()),
        None => file.display().to_string(),
    }
}

impl LoadError {
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
