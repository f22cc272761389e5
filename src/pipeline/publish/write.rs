//! The one rule of what an export may replace.

use std::path::Path;

use crate::{
    export::Format,
    locale::Catalog,
    persist::{self, SaveError},
    pipeline::{FileKind, recognise},
};

/// Why a picture was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// A chart is there, or the name is that of one.
    #[error("an export never replaces a chart")]
    OntoDocument,
    /// A file of another kind is there.
    #[error("the file there is of another kind")]
    OtherKind,
    /// It could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
}

impl WriteError {
    /// The error in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::OntoDocument => catalog.text("write-onto-document"),
            Self::OtherKind => catalog.text("write-other-kind"),
            Self::Save(error) => error.say(catalog),
        }
    }
}

/// Whether a chart is at `path`, or its name is that of one. A chart is known by what is in it, under any name.
fn is_chart(path: &Path) -> bool {
    let is_called = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    // A link may hide a chart behind another name.
    is_called(path)
        || path.canonicalize().is_ok_and(|real| is_called(&real))
        || persist::read_head(path).is_ok_and(|head| recognise(&head).is_document())
}

/// Whether the file at `path` is one that an export in `format` may have made. Many programs write `.json`, so there
/// the name does not do.
fn is_of_format(path: &Path, format: Format) -> bool {
    let ending = path.extension().unwrap_or_default();
    let is_ours = || match format {
        Format::Svg | Format::Png => true,
        Format::Json => persist::read_head(path)
            .is_ok_and(|head| matches!(recognise(&head), FileKind::Geometry | FileKind::Empty)),
    };
    ending.eq_ignore_ascii_case(format.extension()) && is_ours()
}

/// Writes what is not a chart (a table, an account) to `path`, replacing any file there but a chart.
pub fn write_beside_charts(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if is_chart(path) {
        return Err(WriteError::OntoDocument);
    }
    persist::atomic::write(path, bytes)?;
    Ok(())
}

/// Writes a picture of `format` to `path`, replacing a picture of the same kind; `replaces` allows any kind but
/// a chart.
///
/// Whole or not at all, but without waiting for the disk: what is lost with the power can be made again, and of two
/// hundred small files each would wait longer than it takes to draw it.
pub fn write(path: &Path, bytes: &[u8], format: Format, replaces: bool) -> Result<(), WriteError> {
    if is_chart(path) {
        return Err(WriteError::OntoDocument);
    }
    if !replaces && path.symlink_metadata().is_ok() && !is_of_format(path, format) {
        return Err(WriteError::OtherKind);
    }
    persist::atomic::write_reproducible(path, bytes)?;
    Ok(())
}
