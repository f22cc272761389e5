//! PNG: the SVG with its texts as outlines, rasterised: no font is looked for, so every machine makes the same
//! picture.

use resvg::{
    tiny_skia::{Pixmap, Transform},
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
    let mut pixmap = Pixmap::new(width, height).ok_or(PngError::TooLarge(width, height))?;
    let outlined = SvgOptions { background, text: SvgText::Outlines };
    let tree = usvg::Tree::from_str(&svg(scene, fonts, outlined), &usvg::Options::default())?;
    let fill = |pixels: u32, length: f64| f64::from(pixels) / length;
    // A side that was rounded up to whole pixels is stretched by less than a pixel, so no edge is half empty.
    let transform = Transform::from_scale(
        f32_from(fill(width, scene.bounds.width())),
        f32_from(fill(height, scene.bounds.height())),
    );
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    encode(pixmap, resolution.scale(scene.bounds.size()), scene.meta.id.as_ref())
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

fn encode(pixmap: Pixmap, scale: f64, id: Option<&DocumentId>) -> Result<Vec<u8>, PngError> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
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
    writer.write_image_data(&pixmap.take_demultiplied())?;
    writer.finish()?;
    Ok(bytes)
}
