//! PNG: the SVG with its texts as outlines, rasterised: no font is looked for, so every machine makes the same
//! picture.

use std::{collections::TryReserveError, io::Write as _};

use resvg::{
    tiny_skia::{PixmapMut, PremultipliedColorU8, Transform},
    usvg,
};

use super::{
    options::{PngOptions, Resolution, SvgOptions, SvgText},
    svg::svg,
};
use crate::{
    geom::{Rect, f32_from, pixels_from},
    model::DocumentId,
    scene::Scene,
    text::Fonts,
};

/// The most pixels that a side may have.
pub const LIMIT_SIDE: u32 = 20_000;
/// A picture of more pixels is drawn in bands …
const WHOLE: u64 = 32_000_000;
/// … of about so many, each of which is written before the next one is drawn: the largest picture takes less room than
/// one of [`WHOLE`] pixels.
const BAND: u32 = 8_000_000;

/// The text of this name is the id of the document that the picture is of.
pub const PNG_KEY: &str = "Laneway";

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture would be larger than [`LIMIT_SIDE`].
    #[error(
        "the picture would be {0} × {1} pixels; at most {LIMIT_SIDE} a side are possible, choose a smaller size"
    )]
    TooLarge(u32, u32),
    /// The resolution is zero, negative or not a number.
    #[error("a picture of this size has no pixels; choose a larger size")]
    Nothing,
    /// There is no room for it.
    #[error("there is not enough memory for a picture of this size; choose a smaller one")]
    Memory(#[from] TryReserveError),
    /// The rasteriser refused our own SVG.
    #[error("the picture could not be drawn: {0}")]
    Svg(#[from] usvg::Error),
    /// The encoder failed.
    #[error("the picture could not be encoded: {0}")]
    Encode(#[from] png::EncodingError),
}

/// Draws `scene` as a PNG file with 8-bit RGBA pixels and its resolution in `pHYs`.
pub fn png(scene: &Scene, fonts: &Fonts, options: PngOptions) -> Result<Vec<u8>, PngError> {
    let PngOptions { background, resolution } = options;
    let (width, height) = pixel_size(scene.bounds, resolution)?;
    let outlined = SvgOptions { background, text: SvgText::Outlines };
    let tree = usvg::Tree::from_str(&svg(scene, fonts, outlined), &usvg::Options::default())?;
    let fill = |pixels: u32, length: f64| f64::from(pixels) / length;
    // A side that was rounded up to whole pixels is stretched by less than a pixel, so no edge is half empty.
    let transform = Transform::from_scale(
        f32_from(fill(width, scene.bounds.width())),
        f32_from(fill(height, scene.bounds.height())),
    );
    let raster = Raster { tree, transform, width, height };
    raster.encoded(resolution.scale(scene.bounds.size()), scene.meta.id.as_ref())
}

/// How many pixels a picture of `bounds` has, across and down; why there can be none.
pub fn pixel_size(bounds: Rect, resolution: Resolution) -> Result<(u32, u32), PngError> {
    let scale = resolution.scale(bounds.size());
    if !scale.is_finite() || scale <= 0.0 {
        return Err(PngError::Nothing);
    }
    let (width, height) = (pixels_from(bounds.width() * scale), pixels_from(bounds.height() * scale));
    let (width, height) = match resolution {
        Resolution::Width(pixels) => (pixels, height),
        Resolution::Height(pixels) => (width, pixels),
        Resolution::Scale(_) | Resolution::Dpi(_) => (width, height),
    };
    if width > LIMIT_SIDE || height > LIMIT_SIDE {
        return Err(PngError::TooLarge(width, height));
    }
    Ok((width, height))
}

/// A picture that becomes pixels, as much of it at a time as there is room for.
struct Raster {
    tree: usvg::Tree,
    transform: Transform,
    width: u32,
    height: u32,
}

impl Raster {
    /// The file, drawn at `scale`, with the `id` of its document.
    fn encoded(&self, scale: f64, id: Option<&DocumentId>) -> Result<Vec<u8>, PngError> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let per_metre = (scale * 96.0 / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: png::Unit::Meter,
        }));
        if let Some(id) = id {
            encoder.add_text_chunk(PNG_KEY.to_owned(), id.to_string())?;
        }
        let mut writer = encoder.write_header()?;
        if u64::from(self.width) * u64::from(self.height) <= WHOLE {
            let mut pixels = self.room(self.height)?;
            self.draw(0, &mut pixels);
            writer.write_image_data(&pixels)?;
        } else {
            self.write_bands(&mut writer)?;
        }
        writer.finish()?;
        Ok(bytes)
    }

    /// Writes the picture band by band, from the top.
    fn write_bands(&self, writer: &mut png::Writer<&mut Vec<u8>>) -> Result<(), PngError> {
        let rows = (BAND / self.width).max(1);
        let mut pixels = self.room(rows)?;
        let mut stream = writer.stream_writer()?;
        for top in (0..self.height).step_by(rows as usize) {
            pixels.truncate(self.bytes(self.height - top));
            self.draw(top, &mut pixels);
            stream.write_all(&pixels).map_err(png::EncodingError::from)?;
        }
        stream.finish()?;
        Ok(())
    }

    /// How many bytes so many rows have.
    const fn bytes(&self, rows: u32) -> usize {
        4 * self.width as usize * rows as usize
    }

    /// Room for so many rows; that there is none is no reason to end the program.
    fn room(&self, rows: u32) -> Result<Vec<u8>, PngError> {
        let mut pixels = Vec::new();
        pixels.try_reserve_exact(self.bytes(rows))?;
        pixels.resize(self.bytes(rows), 0);
        Ok(pixels)
    }

    /// Fills `pixels`, which are whole rows, with what lies from the row `top` on.
    fn draw(&self, top: u32, pixels: &mut [u8]) {
        pixels.fill(0);
        let rows = (pixels.len() / self.bytes(1)) as u32;
        if let Some(mut band) = PixmapMut::from_bytes(pixels, self.width, rows) {
            resvg::render(&self.tree, self.transform.post_translate(0.0, -(top as f32)), &mut band);
        }
        for pixel in pixels.as_chunks_mut().0 {
            let [red, green, blue, alpha] = *pixel;
            if let Some(color) = PremultipliedColorU8::from_rgba(red, green, blue, alpha) {
                let color = color.demultiply();
                *pixel = [color.red(), color.green(), color.blue(), color.alpha()];
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture with slanting edges, thin lines and areas that let others shine through.
    fn raster() -> Raster {
        let tree = usvg::Tree::from_str(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="90" height="70">
                <circle cx="40" cy="35" r="30" fill="#1a5fb4"/>
                <path d="M5 5 L80 61 L20 66 Z" fill="#b3261e" fill-opacity="0.5"/>
                <path d="M0 69 C30 0 60 70 90 3" fill="none" stroke="#000" stroke-width="0.7"/>
            </svg>"##,
            &usvg::Options::default(),
        );
        let transform = Transform::from_scale(3.0, 3.0);
        Raster { tree: tree.expect("a picture"), transform, width: 270, height: 210 }
    }

    /// How dark each pixel is on white paper, row by row.
    fn inked(pixels: &[u8], width: u32) -> Vec<Vec<f64>> {
        let ink = |pixel: &[u8]| {
            let [red, green, blue, alpha] = [0, 1, 2, 3].map(|channel: usize| f64::from(pixel[channel]));
            alpha * (1.0 - (red + green + blue) / (3.0 * 255.0))
        };
        pixels.chunks(4 * width as usize).map(|row| row.chunks(4).map(ink).collect()).collect()
    }

    /// Curves are cut where a band ends, which moves their edges by a shade; a row that is missing, doubled or shifted
    /// would be another one altogether.
    #[test]
    fn bands_join_without_a_seam() {
        let raster = raster();
        let mut whole = raster.room(raster.height).expect("room");
        raster.draw(0, &mut whole);
        let whole = inked(&whole, raster.width);
        for rows in [13, 64, 209] {
            let mut joined = Vec::new();
            for top in (0..raster.height).step_by(rows) {
                let mut band = raster.room((rows as u32).min(raster.height - top)).expect("room");
                raster.draw(top, &mut band);
                joined.extend(inked(&band, raster.width));
            }
            assert_eq!(joined.len(), whole.len());
            for (row, (a, b)) in joined.iter().zip(&whole).enumerate() {
                let sum: f64 = a.iter().zip(b).map(|(a, b)| (a - b).abs()).sum();
                let mean = sum / a.len() as f64;
                assert!(mean < 1.0, "row {row} differs by {mean:.2} of 255 in bands of {rows} rows");
            }
        }
    }

    #[test]
    fn room_that_there_is_not_is_an_error() {
        let raster = Raster { width: 1 << 30, ..raster() };
        assert!(matches!(raster.room(1 << 30), Err(PngError::Memory(_))));
    }
}
