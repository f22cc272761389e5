//! Pictures of a chart for the clipboard: in print quality and of a size that other programs can take.

use std::sync::Arc;

use eframe::egui::ColorImage;

use super::system::{ClipboardOffer, OfferId, SystemClipboard};
use crate::{
    app::{
        documents::open_document::OpenDocument,
        env::Env,
        exporting::preview::image::{PictureError, decode},
        jobs::job::Jobs,
        services::api::{DrawnPage, Services},
    },
    arrange::PagePart,
    export::{Drawing, LIMIT_SIDE, PngOptions, Resolution},
    geom::Size,
    model::Document,
    pipeline::DrawError,
};

/// Pixels per inch, as printed matter has them …
const DPI: f64 = 300.0;
/// … as long as a picture has no more pixels than this: four sheets of A4.
const MOST_PIXELS: f64 = 35_000_000.0;

/// A picture that can be drawn anywhere.
pub(crate) struct PictureSource {
    pub(crate) services: Arc<dyn Services>,
    pub(crate) document: Arc<Document>,
    pub(crate) page: DrawnPage,
}

impl PictureSource {
    /// A part of the page that is shown in `open`.
    pub(super) fn of_shown(env: &Env, open: &OpenDocument, part: PagePart) -> Self {
        let drawing = Drawing::Png(PngOptions::default());
        let page = DrawnPage { page: open.page_index(), part, lang: open.lang.clone(), drawing };
        let document = Arc::clone(open.editor.document());
        Self { services: Arc::clone(&env.services), document, page }
    }

    /// The same in print quality, or with as many pixels as are of use.
    pub(super) fn in_print(mut self) -> Self {
        self.page.drawing = in_print(self.services.size(&self.document, &self.page));
        self
    }

    /// The bytes of the PNG.
    fn png(&self) -> Result<Vec<u8>, DrawError> {
        self.services.draw(&self.document, &self.page)
    }

    /// Draws the picture of the offer `id` in the background.
    pub(super) fn follow(self, id: OfferId, jobs: &mut Jobs, clipboard: &Arc<dyn SystemClipboard>) {
        let clipboard = Arc::clone(clipboard);
        jobs.start("picture", None, move |_| {
            clipboard.add_picture(id, self.in_print().png().ok());
            Ok(())
        })
        .detach();
    }

    /// Draws the picture and puts nothing else into the clipboard; where only the window's library can do that, it gets
    /// these pixels.
    pub(crate) fn put(
        &self,
        clipboard: &dyn SystemClipboard,
    ) -> Result<Option<Box<ColorImage>>, PictureError> {
        let png = self.png()?;
        match clipboard.offer(ClipboardOffer { has_picture: true, ..ClipboardOffer::default() }) {
            Some(id) => {
                clipboard.add_picture(id, Some(png));
                Ok(None)
            }
            None => Ok(Some(Box::new(decode(&png)?.whole()))),
        }
    }
}

/// A PNG of a picture of `size` that has so many pixels.
fn in_print(size: Size) -> Drawing {
    let side = f64::from(LIMIT_SIDE) - 1.0;
    let scales = [DPI / 96.0, (MOST_PIXELS / size.area()).sqrt(), side / size.width, side / size.height];
    let scale = scales.into_iter().fold(f64::INFINITY, f64::min);
    Drawing::Png(PngOptions { resolution: Resolution::Scale(scale), ..PngOptions::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(width: f64, height: f64) -> f64 {
        match in_print(Size::new(width, height)) {
            Drawing::Png(PngOptions { resolution: Resolution::Scale(scale), .. }) => scale,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_picture_is_as_sharp_as_print_unless_it_would_be_too_large() {
        assert_eq!(scale(960.0, 480.0) * 96.0, 300.0);
        let large = scale(40_000.0, 10_000.0);
        assert!(large * large * 40_000.0 * 10_000.0 <= MOST_PIXELS + 1.0 && large > 0.2, "{large}");
        assert!(scale(1_000_000.0, 10.0) * 1_000_000.0 < 20_000.0);
    }
}
