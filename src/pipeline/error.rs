//! Why a file was not opened, in words for whoever opened it.

use std::{fmt, path::PathBuf};

use super::recognise::{Foreign, Way};
use crate::{
    interop::{DrawingError, TableError},
    locale::{Catalog, UiLang, say_path},
    persist::LoadError,
};

/// Why a file was not opened.
#[derive(Debug)]
pub enum OpenError {
    /// A chart that cannot be read, or no file at all.
    Document(LoadError),
    /// A table that cannot be read.
    Table(TableError),
    /// A drawing that cannot be read.
    Drawing(DrawingError),
    /// A file of another program.
    Foreign {
        /// The file.
        file: PathBuf,
        /// What it is.
        what: Foreign,
    },
    /// A table where a chart is needed.
    IsTable {
        /// The file.
        file: PathBuf,
    },
    /// A chart where a table is needed.
    IsDocument {
        /// The file.
        file: PathBuf,
    },
    /// The geometry of a chart where a chart or a table itself is needed.
    IsGeometry {
        /// The file.
        file: PathBuf,
    },
    /// Nothing that is known.
    Unknown {
        /// The file.
        file: PathBuf,
    },
}

impl OpenError {
    /// Whether it is a chart that is damaged, so that something in it may be saved.
    pub const fn is_damage(&self) -> bool {
        matches!(self, Self::Document(error) if error.is_damage())
    }

    /// The error in the language of `catalog`: what and where in the first line, then what to do.
    pub fn say(&self, catalog: &Catalog) -> String {
        let (key, file, what) = match self {
            Self::Document(error) => return error.say(catalog),
            Self::Table(error) => return error.say(catalog),
            Self::Drawing(error) => return error.say(catalog),
            Self::Foreign { file, what } => (key_of(what.way()), file, what.name(catalog)),
            Self::IsTable { file } => ("open-is-table", file, String::new()),
            Self::IsDocument { file } => ("open-is-document", file, String::new()),
            Self::IsGeometry { file } => ("open-is-geometry", file, String::new()),
            Self::Unknown { file } => ("open-unknown", file, String::new()),
        };
        catalog.text_with(key, &[("place", say_path(file).into()), ("what", what.into())])
    }
}

const fn key_of(way: Way) -> &'static str {
    match way {
        Way::ListSteps => "open-foreign-drawing",
        Way::RemoveDirectives => "open-foreign-directives",
        Way::SaveAsWorkbook => "open-foreign-sheet",
        Way::CopySteps => "open-foreign-text",
        Way::OpenOriginal => "open-foreign-picture",
        Way::ChooseOther => "open-foreign-other",
    }
}

impl From<LoadError> for OpenError {
    fn from(error: LoadError) -> Self {
        Self::Document(error)
    }
}

impl From<TableError> for OpenError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}

impl From<DrawingError> for OpenError {
    fn from(error: DrawingError) -> Self {
        Self::Drawing(error)
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Catalog::of(UiLang::En)))
    }
}

impl std::error::Error for OpenError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Document(error) => Some(error),
            Self::Table(error) => Some(error),
            Self::Drawing(error) => Some(error),
            Self::Foreign { .. }
            | Self::IsTable { .. }
            | Self::IsDocument { .. }
            | Self::IsGeometry { .. }
            | Self::Unknown { .. } => None,
        }
    }
}
