//! The one rule of what an export may replace.

use std::path::Path;

use crate::{
    export::Format,
    locale::Catalog,
    persist::{self, SaveError},
};

/// Why a picture was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The name is that of a chart.
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

/// Writes a picture of `format` to `path`, replacing a picture of the same kind; `replaces` allows any kind but
/// a chart.
///
/// Whole or not at all, but without waiting for the disk: what is lost with the power can be made again, and of two
/// hundred small files each would wait longer than it takes to draw it.
pub fn write(path: &Path, bytes: &[u8], format: Format, replaces: bool) -> Result<(), WriteError> {
    let is_chart = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    // A link may hide a chart behind another name.
    if is_chart(path) || path.canonicalize().is_ok_and(|real| is_chart(&real)) {
        return Err(WriteError::OntoDocument);
    }
    let ending = path.extension().unwrap_or_default();
    if !replaces && !ending.eq_ignore_ascii_case(format.extension()) && path.symlink_metadata().is_ok() {
        return Err(WriteError::OtherKind);
    }
    Ok(persist::atomic::write_reproducible(path, bytes)?)
}
