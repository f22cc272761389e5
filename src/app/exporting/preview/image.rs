//! Pixels: out of a PNG, and fewer of them.

use std::io::Cursor;

use eframe::egui::ColorImage;

use crate::{
    app::services::api::{DrawnPage, Services},
    locale::Catalog,
    model::Document,
    pipeline::DrawError,
};

/// The pixels of a PNG with 8-bit RGBA, row by row, the colours not multiplied by the alpha.
pub(crate) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    rgba: Vec<u8>,
}

/// Reads a PNG as an export writes it.
pub(crate) fn decode(png: &[u8]) -> Result<Pixels, png::DecodingError> {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info()?;
    let mut rgba = vec![0; reader.output_buffer_size().unwrap_or_default()];
    let info = reader.next_frame(&mut rgba)?;
    rgba.truncate(info.buffer_size());
    Ok(Pixels { width: info.width, height: info.height, rgba })
}

/// Why there is no picture for the screen.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PictureError {
    /// The page was not drawn.
    #[error(transparent)]
    Draw(#[from] DrawError),
    /// What was drawn cannot be read.
    #[error(transparent)]
    Decode(#[from] png::DecodingError),
}

impl PictureError {
    /// The error in the language of `catalog`; what the reader says stays in English.
    pub(crate) fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Draw(error) => error.say(catalog),
            Self::Decode(error) => catalog.text_with("draw-failed", &[("detail", error.to_string().into())]),
        }
    }
}

/// The picture that an export of `page` as a PNG would write.
pub(crate) fn picture(
    services: &dyn Services,
    document: &Document,
    page: &DrawnPage,
) -> Result<Pixels, PictureError> {
    Ok(decode(&services.draw(document, page)?)?)
}

/// Which pixels of the old row or column make a new one, and how much of each.
struct Share {
    start: usize,
    weights: Vec<f32>,
}

/// The shares of `new` pixels of `old` ones; not more than there were.
fn shares(old: u32, new: u32) -> Vec<Share> {
    let ratio = f64::from(old) / f64::from(new);
    let share = |i: u32| {
        let (from, to) = (f64::from(i) * ratio, f64::from(i + 1) * ratio);
        let (first, last) = (from.floor() as usize, (to.ceil() as usize).min(old as usize));
        let weight = |at: usize| {
            let covered = to.min(at as f64 + 1.0) - from.max(at as f64);
            (covered / ratio) as f32
        };
        Share { start: first, weights: (first..last).map(weight).collect() }
    };
    (0..new).map(share).collect()
}

impl Pixels {
    /// All of them.
    pub(crate) fn whole(&self) -> ColorImage {
        ColorImage::from_rgba_unmultiplied([self.width as usize, self.height as usize], &self.rgba)
    }

    /// The picture as large as fits into `room`, each pixel the mean of those it stands for; never larger than
    /// it is.
    pub(super) fn fitted(&self, room: (u32, u32)) -> ColorImage {
        let fit = |room: u32, side: u32| f64::from(room) / f64::from(side);
        let scale = fit(room.0, self.width).min(fit(room.1, self.height));
        if scale >= 1.0 {
            return self.whole();
        }
        let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).clamp(1, side);
        let (width, height) = (scaled(self.width), scaled(self.height));
        let (across, down) = (shares(self.width, width), shares(self.height, height));
        let stride = self.width as usize * 4;
        let mut out = Vec::with_capacity(width as usize * height as usize * 4);
        for share in &down {
            let mut sums = vec![0.0_f32; width as usize * 4];
            let rows = self.rgba.chunks_exact(stride).skip(share.start);
            for (row, weight) in rows.zip(&share.weights) {
                add_row(row, &across, *weight, &mut sums);
            }
            out.extend(sums.iter().map(|value| value.round().clamp(0.0, 255.0) as u8));
        }
        ColorImage::from_rgba_premultiplied([width as usize, height as usize], &out)
    }
}

/// Adds `weight` of `row`, narrowed by `across`, to `sums`; colours get multiplied by the alpha.
fn add_row(row: &[u8], across: &[Share], weight: f32, sums: &mut [f32]) {
    for (share, sum) in across.iter().zip(sums.chunks_exact_mut(4)) {
        let pixels = row.get(share.start * 4..).unwrap_or_default().chunks_exact(4);
        for (pixel, part) in pixels.zip(&share.weights) {
            let &[r, g, b, a] = pixel else { continue };
            let whole = weight * part;
            let shine = whole * f32::from(a) / 255.0;
            let added =
                [f32::from(r) * shine, f32::from(g) * shine, f32::from(b) * shine, f32::from(a) * whole];
            for (sum, value) in sum.iter_mut().zip(added) {
                *sum += value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::Color32;

    #[test]
    fn a_smaller_picture_is_the_mean_of_the_larger_one() {
        let mut rgba = Vec::new();
        for i in 0..6 {
            let one = if i % 3 == 0 { [255, 255, 255, 255] } else { [0, 0, 0, 255] };
            rgba.extend(one);
        }
        let pixels = Pixels { width: 3, height: 2, rgba };
        let small = pixels.fitted((1, 9));
        assert_eq!((small.size, small.pixels[0]), ([1, 1], Color32::from_gray(85)));
        assert_eq!(pixels.fitted((30, 20)).size, [3, 2]);
    }

    #[test]
    fn what_is_transparent_lends_no_colour() {
        let pixels = Pixels { width: 2, height: 1, rgba: vec![255, 0, 0, 0, 0, 0, 255, 255] };
        let small = pixels.fitted((1, 1));
        assert_eq!(small.pixels[0], Color32::from_rgba_premultiplied(0, 0, 128, 128));
    }
}
