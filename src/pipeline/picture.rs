//! Pages as the bytes of files.

use std::sync::OnceLock;

use super::fonts;
use crate::{
    export::{self, Drawing, PngError},
    interop,
    locale::{Catalog, Lang},
    model::{Document, Page},
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
            Self::Png(PngError::Memory(_)) => catalog.text("draw-no-memory"),
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

/// A page of which files are made, perhaps several at a time: its scene is built once.
pub(super) struct PageDrawing<'a> {
    pub(super) document: &'a Document,
    pub(super) page: &'a Page,
    pub(super) lang: &'a Lang,
    /// The scene, once it is needed.
    pub(super) scene: &'a OnceLock<Scene>,
}

impl PageDrawing<'_> {
    fn scene(&self) -> &Scene {
        self.scene.get_or_init(|| scene_of(self.document, self.page, self.lang))
    }

    /// The bytes of a file.
    pub(super) fn draw(&self, drawing: &Drawing) -> Result<Vec<u8>, DrawError> {
        match drawing {
            Drawing::Svg(options) => Ok(export::svg(self.scene(), fonts(), *options).into_bytes()),
            Drawing::Png(options) => Ok(export::png(self.scene(), fonts(), *options)?),
            Drawing::Json => {
                Ok(interop::geometry_json(self.document, self.page, self.lang, fonts())?.into_bytes())
            }
        }
    }
}

/// Draws `page` in `lang` as the bytes of a file.
pub fn draw(document: &Document, page: &Page, lang: &Lang, drawing: &Drawing) -> Result<Vec<u8>, DrawError> {
    PageDrawing { document, page, lang, scene: &OnceLock::new() }.draw(drawing)
}
