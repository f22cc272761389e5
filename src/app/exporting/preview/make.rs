//! Makes a preview of the bytes that an export would write.

use eframe::egui::ColorImage;

use super::image::{PictureError, decode, picture};
use crate::{
    app::services::api::{DrawnPage, Services},
    export::{Background, Drawing, PngOptions, Resolution, pixel_size},
    geom::Size,
    model::Document,
    pipeline::DrawError,
    ui::dialogs::PictureFacts,
};

/// A PNG of more pixels is previewed smaller, and its length estimated: drawing it takes many seconds.
const MOST_PIXELS: f64 = 32e6;
/// How many lines and characters of a text are shown.
const MOST_LINES: usize = 60;
const MOST_CHARS: usize = 120;

/// What a preview is wished of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PreviewWish {
    /// The page, and what it is written as.
    pub(crate) page: DrawnPage,
    /// How many pixels of the screen it may have.
    pub(crate) room: (u32, u32),
}

/// A preview that is not on the screen's graphics card yet.
pub(super) enum MadePreview {
    Picture(ColorImage, PictureFacts),
    Text(String, PictureFacts),
}

/// Makes the preview.
pub(super) fn make(
    services: &dyn Services,
    document: &Document,
    wish: &PreviewWish,
) -> Result<MadePreview, PictureError> {
    let maker = Maker { services, document, wish };
    match wish.page.drawing {
        Drawing::Svg(options) => maker.svg(options.background),
        Drawing::Png(options) => maker.png(options),
        Drawing::Json => maker.json(),
    }
}

struct Maker<'a> {
    services: &'a dyn Services,
    document: &'a Document,
    wish: &'a PreviewWish,
}

impl Maker<'_> {
    /// The file.
    fn draw(&self) -> Result<Vec<u8>, DrawError> {
        self.services.draw(self.document, &self.wish.page)
    }

    fn page_size(&self) -> Size {
        self.services.size(self.document, &self.wish.page)
    }

    /// The resolution at which a picture of `size` just fills the room.
    fn filling(&self, size: Size) -> Resolution {
        let (width, height) = self.wish.room;
        let wide = f64::from(width) / size.width <= f64::from(height) / size.height;
        if wide { Resolution::Width(width) } else { Resolution::Height(height) }
    }

    fn svg(&self, background: Background) -> Result<MadePreview, PictureError> {
        let bytes = self.draw()?.len();
        let size = self.page_size();
        let resolution = self.filling(size);
        let drawing = Drawing::Png(PngOptions { background, resolution });
        let page = DrawnPage { drawing, ..self.wish.page.clone() };
        let picture = picture(self.services, self.document, &page)?;
        let millimetres = Some(millimetres(size));
        let facts = PictureFacts { pixels: None, millimetres, bytes, is_estimate: false };
        Ok(MadePreview::Picture(picture.fitted(self.wish.room), facts))
    }

    fn png(&self, options: PngOptions) -> Result<MadePreview, PictureError> {
        let PngOptions { background, resolution } = options;
        let size = self.page_size();
        let bounds = size.to_rect();
        // A size that is refused is refused by the same words as when it is written.
        let pixels = pixel_size(bounds, resolution).ok();
        let count = pixels.map_or(0.0, |(width, height)| f64::from(width) * f64::from(height));
        let is_estimate = count > MOST_PIXELS;
        let drawn = if is_estimate {
            Resolution::Scale(resolution.scale(size) * (MOST_PIXELS / count).sqrt())
        } else {
            resolution
        };
        let drawing = Drawing::Png(PngOptions { background, resolution: drawn });
        let page = DrawnPage { drawing, ..self.wish.page.clone() };
        let file = self.services.draw(self.document, &page)?;
        let picture = decode(&file)?;
        let drawn_count = f64::from(picture.width) * f64::from(picture.height);
        // Lines and letters grow with the sides, plain ground hardly at all: a chart's file grows in between.
        let growth = if is_estimate { (count / drawn_count).powf(0.75) } else { 1.0 };
        let bytes = (file.len() as f64 * growth).round() as usize;
        let facts = PictureFacts { pixels, millimetres: Some(millimetres(size)), bytes, is_estimate };
        Ok(MadePreview::Picture(picture.fitted(self.wish.room), facts))
    }

    fn json(&self) -> Result<MadePreview, PictureError> {
        let file = self.draw()?;
        let text = String::from_utf8_lossy(&file);
        let cut = |line: &str| line.chars().take(MOST_CHARS).collect::<String>();
        let mut lines: Vec<String> = text.lines().take(MOST_LINES).map(cut).collect();
        if text.lines().nth(MOST_LINES).is_some() {
            lines.push("…".to_owned());
        }
        let facts = PictureFacts { pixels: None, millimetres: None, bytes: file.len(), is_estimate: false };
        Ok(MadePreview::Text(lines.join("\n"), facts))
    }
}

/// Document units are 1/96 inch.
fn millimetres(size: Size) -> (f64, f64) {
    (size.width / 96.0 * 25.4, size.height / 96.0 * 25.4)
}
