//! Pictures from a scene: SVG, and PNG made from that SVG.
//!
//! Sees the display list only: what a step is or where a connector runs was decided when the scene was built.
//! Returns bytes; writing them is the caller's part.

mod options;
mod path_data;
mod png;
mod svg;

pub use options::{Background, Drawing, Format, PngOptions, Resolution, SvgOptions, SvgText};
pub use png::{LIMIT_SIDE, PNG_KEY, PngError, pixel_size, png};
pub use svg::{FONT_STACK, SVG_MARK, svg};
