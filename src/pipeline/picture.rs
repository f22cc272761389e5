//! Pages as picture files.

use std::path::Path;

use super::fonts;
use crate::{
    export::{self, Format, Options, PngError},
    interop,
    locale::{Catalog, Lang},
    model::{Document, Page},
    persist::{self, SaveError},
    scene::{self, Scene, View},
};

/// Why a page was not drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// As pixels.
    #[error(transparent)]
    Png(#[from] PngError),
    /// As JSON.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

impl DrawError {
    /// The error in the language of `catalog`.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Png(PngError::TooLarge(width, height)) => {
                // As text: a catalogue would write 20,001 its own way.
                let numbers = [("width", width), ("height", height), ("most", &export::LIMIT_SIDE)];
                let values = numbers.map(|(name, number)| (name, number.to_string().into()));
                catalog.text_with("draw-too-large", &values)
            }
            Self::Png(PngError::Nothing) => catalog.text("draw-nothing"),
            Self::Png(PngError::Svg(_) | PngError::Encode(_)) | Self::Json(_) => {
                catalog.text_with("draw-failed", &[("detail", self.to_string().into())])
            }
        }
    }
}

/// The picture of `page` in `lang`.
pub fn scene_of(document: &Document, page: &Page, lang: &Lang) -> Scene {
    scene::build(&View { fonts: fonts(), document, page, lang })
}

/// Draws `page` as the bytes of a file.
pub fn draw(document: &Document, page: &Page, options: &Options) -> Result<Vec<u8>, DrawError> {
    let Options { format, resolution, background, text, lang } = options;
    let lang = lang.as_ref().unwrap_or(&document.language);
    let scene = || scene_of(document, page, lang);
    match format {
        Format::Svg => Ok(export::svg(&scene(), fonts(), *background, *text).into_bytes()),
        Format::Png => Ok(export::png(&scene(), fonts(), *background, *resolution)?),
        Format::Json => Ok(interop::geometry_json(document, page, lang, fonts())?.into_bytes()),
    }
}

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

/// Writes a picture of `format` to `path`, replacing a picture of the same kind; `replace` allows any kind but
/// a chart.
pub fn write(path: &Path, bytes: &[u8], format: Format, replace: bool) -> Result<(), WriteError> {
    let is_chart = |path: &Path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
    // A link may hide a chart behind another name.
    if is_chart(path) || path.canonicalize().is_ok_and(|real| is_chart(&real)) {
        return Err(WriteError::OntoDocument);
    }
    let ending = path.extension().unwrap_or_default();
    if !replace && !ending.eq_ignore_ascii_case(format.extension()) && path.symlink_metadata().is_ok() {
        return Err(WriteError::OtherKind);
    }
    Ok(persist::atomic::write(path, bytes)?)
}
