//! Where the glyphs of a stretch of text come from, and how wide and how drawn they are there.
//!
//! Owns the three sources (bundled face, system face, box) behind one pair of methods. Must not choose between them;
//! `itemize` does.

use std::sync::Arc;

use kurbo::{BezPath, Point, Rect, Shape as _};

use crate::text::font_face::{FontFace, ShapedGlyph};
use crate::text::{CAP_HEIGHT, Face, Fonts, Glyph};

/// The advance of the box that stands for a character without a font, in em.
const BOX_ADVANCE: f64 = 0.6;
/// The space left and right of the box, in em.
const BOX_SIDE: f64 = 0.06;
/// The width of its outline, in em.
const BOX_STROKE: f64 = 0.05;

/// Where glyphs come from.
pub(super) enum GlyphSource {
    /// A bundled face; every sink has it too.
    Bundled(Face),
    /// A font of the system; sinks get outlines.
    System(Arc<FontFace>),
    /// No font: each character is a box.
    Missing,
}

/// The part of a glyph cluster in the width of a text.
pub(super) struct Advance {
    /// The byte offset of the cluster.
    pub(super) cluster: usize,
    pub(super) width: f64,
    /// Whether the text may be cut before the cluster without shaping the parts again.
    pub(super) is_safe: bool,
}

impl Advance {
    pub(super) fn of(glyph: &ShapedGlyph, size: f64) -> Self {
        Self { cluster: glyph.cluster, width: glyph.advance * size, is_safe: glyph.is_safe_to_break }
    }
}

impl GlyphSource {
    /// The glyphs of a text on its own; none, where each character is a box.
    pub(super) fn shape(&self, fonts: &Fonts, text: &str) -> Option<Vec<ShapedGlyph>> {
        match self {
            Self::Bundled(face) => fonts.face(*face).map(|font| font.shape(text)),
            Self::System(font) => Some(font.shape(text)),
            Self::Missing => None,
        }
    }

    /// What sinks are told of a text on its own that begins at `start` of theirs: the glyphs of a bundled face.
    pub(super) fn told(&self, fonts: &Fonts, text: &str, start: usize) -> Vec<Glyph> {
        match self {
            Self::Bundled(_) => {
                let glyphs = self.shape(fonts, text).unwrap_or_default();
                glyphs.iter().map(|glyph| glyph.told(start)).collect()
            }
            Self::System(_) | Self::Missing => Vec::new(),
        }
    }

    /// Shapes a text on its own; several advances may belong to one cluster.
    pub(super) fn advances(&self, fonts: &Fonts, text: &str, size: f64) -> Vec<Advance> {
        if let Some(glyphs) = self.shape(fonts, text) {
            return glyphs.iter().map(|g| Advance::of(g, size)).collect();
        }
        text.char_indices()
            .map(|(cluster, c)| Advance {
                cluster,
                width: if is_ignorable(c) { 0.0 } else { BOX_ADVANCE * size },
                is_safe: true,
            })
            .collect()
    }

    /// What sinks shall fill with the non-zero rule instead of setting the text; `origin` is the left end of the
    /// baseline.
    pub(super) fn outline(&self, text: &str, size: f64, origin: Point) -> Option<BezPath> {
        match self {
            Self::Bundled(_) => None,
            Self::System(font) => Some(font.outline(font.shape(text).into_iter(), size, origin)),
            Self::Missing => Some(boxes(text, size, origin)),
        }
    }
}

/// Joiners and variation selectors: they select a glyph of their neighbour and need none themselves.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// A hollow box for each character, as high as a capital.
fn boxes(text: &str, size: f64, origin: Point) -> BezPath {
    let mut path = BezPath::new();
    let shown = text.chars().filter(|&c| !is_ignorable(c));
    for (i, _) in shown.enumerate() {
        let x = origin.x + i as f64 * BOX_ADVANCE * size;
        let outer = Rect::new(
            x + BOX_SIDE * size,
            origin.y - CAP_HEIGHT * size,
            x + (BOX_ADVANCE - BOX_SIDE) * size,
            origin.y,
        );
        path.extend(outer.path_elements(0.1));
        // The hole runs the other way round, as the non-zero rule wants it.
        let hole = outer.inset(-BOX_STROKE * size).to_path(0.1);
        path.extend(hole.reverse_subpaths());
    }
    path
}
