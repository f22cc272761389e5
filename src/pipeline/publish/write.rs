//! The one rule of what a file that is made of a document may replace.

use std::path::Path;

use super::maker::{Maker, maker};
use crate::{
    locale::Catalog,
    model::{Document, DocumentId},
    persist::{self, SaveError},
    pipeline::recognise,
};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The name is that of a chart.
    #[error("a name that ends in .ron is that of a chart")]
    ChartName,
    /// A chart is there, whatever its name says.
    #[error("a chart is there")]
    OntoChart,
    /// A file is there that was not made of this document.
    #[error("there is a file already")]
    Exists,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl WriteError {
    /// The error in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::ChartName => catalog.text("write-chart-name"),
            Self::OntoChart => catalog.text("write-onto-chart"),
            Self::Exists => catalog.text("write-exists"),
            Self::Save(error) => error.say(catalog),
        }
    }
}

/// What a file is made of, and what it may replace.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'o> {
    /// The document.
    pub id: Option<&'o DocumentId>,
    /// The document's file; `None`: not known.
    pub source: Option<&'o Path>,
    /// Whether a person said that any file may be replaced; a chart never is.
    pub replaces: bool,
}

impl<'o> Origin<'o> {
    /// What is made of `document`, which is in the file `source`.
    pub fn of(document: &'o Document, source: Option<&'o Path>, replaces: bool) -> Self {
        Self { id: document.id.as_ref(), source, replaces }
    }
}

/// Whether a file that comes from `origin` may be written to `path`.
///
/// Nothing replaces a chart. A picture or a workbook that carries the id of the same document is replaced, and so is one
/// without any id that is called like the document's file, as earlier versions of the program made them. Everything else
/// is somebody's work.
pub fn may_write(path: &Path, origin: Origin<'_>) -> Result<(), WriteError> {
    let Origin { id, source, replaces } = origin;
    if is_called_chart(path) {
        return Err(WriteError::ChartName);
    }
    if is_chart(path) {
        return Err(WriteError::OntoChart);
    }
    if replaces || path.symlink_metadata().is_err() {
        return Ok(());
    }
    let is_ours = match maker(path) {
        Maker::Document(of) => id.is_some_and(|id| id.as_str() == of),
        Maker::Nameless => source.is_some_and(|source| is_called_like(path, source)),
        Maker::Other => false,
    };
    if is_ours { Ok(()) } else { Err(WriteError::Exists) }
}

/// Whether `path` ends as the names of charts do.
fn is_called_chart(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Whether a chart is at `path`. It is known by what is in it, under any name.
fn is_chart(path: &Path) -> bool {
    // A link may hide a chart behind another name.
    path.canonicalize().is_ok_and(|real| is_called_chart(&real))
        || persist::read_head(path).is_ok_and(|head| recognise(&head).is_document())
}

/// Whether the file at `path` is called like the document's file `source`, perhaps with the name of a page or a part.
fn is_called_like(path: &Path, source: &Path) -> bool {
    let Some((own, of)) = path.file_stem().zip(source.file_stem()) else { return false };
    let rest = own.as_encoded_bytes().strip_prefix(of.as_encoded_bytes());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"-"))
}

/// Writes what comes from `origin` and is no picture (a table, an account) to `path`.
pub fn write_output(path: &Path, bytes: &[u8], origin: Origin<'_>) -> Result<(), WriteError> {
    may_write(path, origin)?;
    persist::atomic::write(path, bytes)?;
    Ok(())
}

/// Writes a picture that comes from `origin` to `path`.
///
/// Whole or not at all, but without waiting for the disk: what is lost with the power can be made again, and of two
/// hundred small files each would wait longer than it takes to draw it.
pub fn write(path: &Path, bytes: &[u8], origin: Origin<'_>) -> Result<(), WriteError> {
    may_write(path, origin)?;
    persist::atomic::write_reproducible(path, bytes)?;
    Ok(())
}
