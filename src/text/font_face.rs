//! One font face, opened for shaping and for outlines.
//!
//! Owns the contact with the font libraries: font units and y-up glyph coordinates end here. Must not choose between
//! faces or break lines. All lengths that leave this file are in em (multiply by the font size), y down.

use std::borrow::Cow;

use harfrust::{Direction, FontRef, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer, script};
use kurbo::{Affine, BezPath, Point, Vec2};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};

use crate::geom::f32_from;
use crate::text::Glyph;

/// A positioned glyph of a shaped string, in visual order (left to right). Lengths in em.
#[derive(Clone, Copy, Debug)]
pub(super) struct ShapedGlyph {
    id: GlyphId,
    /// The byte offset of the cluster in the shaped string.
    pub(super) cluster: usize,
    /// How far the pen moves to the right.
    pub(super) advance: f64,
    /// From the pen to the origin of the glyph.
    offset: Vec2,
    /// Whether text may be cut before the cluster without changing the advances on either side.
    pub(super) is_safe_to_break: bool,
}

impl ShapedGlyph {
    /// Whether the face has no glyph for the cluster.
    pub(super) fn is_missing(&self) -> bool {
        self.id == GlyphId::NOTDEF
    }

    /// What sinks are told of it, where the string begins at `start` of theirs.
    pub(super) fn told(&self, start: usize) -> Glyph {
        Glyph {
            // A face of the formats that are opened here has no more glyphs than that.
            id: u16::try_from(self.id.to_u32()).unwrap_or_default(),
            cluster: u32::try_from(start + self.cluster).unwrap_or(u32::MAX),
            advance: f32_from(self.advance),
            offset: [f32_from(self.offset.x), f32_from(self.offset.y)],
        }
    }
}

impl From<&Glyph> for ShapedGlyph {
    fn from(glyph: &Glyph) -> Self {
        let [dx, dy] = glyph.offset.map(f64::from);
        Self {
            id: GlyphId::new(glyph.id.into()),
            cluster: glyph.cluster as usize,
            advance: glyph.advance.into(),
            offset: Vec2::new(dx, dy),
            is_safe_to_break: true,
        }
    }
}

/// An opened face with its shaping tables.
pub(super) struct FontFace {
    bytes: Cow<'static, [u8]>,
    /// The index of the face in a font collection.
    index: u32,
    data: ShaperData,
    /// Making a plan costs more than shaping a label, so those of the usual scripts are kept: Latin, and none (digits
    /// and punctuation only).
    plans: [ShapePlan; 2],
}

impl FontFace {
    /// Opens a face of a font file; `None` when the file cannot be read as a font.
    pub(super) fn open(bytes: Cow<'static, [u8]>, index: u32) -> Option<Self> {
        let font = FontRef::from_index(&bytes, index).ok()?;
        let data = ShaperData::new(&font);
        let plans = {
            let shaper = data.shaper(&font).build();
            [Some(script::LATIN), None]
                .map(|script| ShapePlan::new(&shaper, Direction::LeftToRight, script, None, &[]))
        };
        Some(Self { bytes, index, data, plans })
    }

    /// Shapes one line of text; direction and script are guessed from the characters.
    pub(super) fn shape(&self, text: &str) -> Vec<ShapedGlyph> {
        let Ok(font) = FontRef::from_index(&self.bytes, self.index) else {
            return Vec::new();
        };
        let shaper = self.data.shaper(&font).build();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let plan = self.plans.iter().find(|plan| {
            plan.direction() == buffer.direction()
                && plan.script().unwrap_or(script::UNKNOWN) == buffer.script()
        });
        let em = 1.0 / f64::from(shaper.units_per_em().max(1));
        let glyphs = shaper.shape(buffer, ShapeOptions::new().plan(plan));
        glyphs
            .glyph_infos()
            .iter()
            .zip(glyphs.glyph_positions())
            .map(|(info, position)| ShapedGlyph {
                id: GlyphId::new(info.glyph_id),
                cluster: info.cluster as usize,
                advance: f64::from(position.x_advance) * em,
                offset: Vec2::new(f64::from(position.x_offset), -f64::from(position.y_offset)) * em,
                is_safe_to_break: !info.unsafe_to_break(),
            })
            .collect()
    }

    /// The outlines of glyphs of this face with the pen starting at `origin`.
    pub(super) fn outline(
        &self,
        glyphs: impl Iterator<Item = ShapedGlyph>,
        size: f64,
        origin: Point,
    ) -> BezPath {
        let mut path = BezPath::new();
        let Ok(font) = FontRef::from_index(&self.bytes, self.index) else {
            return path;
        };
        let mut pen = origin;
        for glyph in glyphs {
            let at = pen + glyph.offset * size;
            path.extend(glyph_outline(&font, glyph.id, size, at));
            pen.x += glyph.advance * size;
        }
        path
    }

    /// Whether the face maps a character at all; it may still be drawn as nothing.
    pub(super) fn has(&self, c: char) -> bool {
        FontRef::from_index(&self.bytes, self.index)
            .is_ok_and(|font| font.charmap().map(c).is_some_and(|id| id != GlyphId::NOTDEF))
    }
}

/// Whether a font in memory can draw a character: it maps it, and to an outline rather than a bitmap.
pub(super) fn can_draw(bytes: &[u8], index: u32, c: char) -> bool {
    let Ok(font) = FontRef::from_index(bytes, index) else {
        return false;
    };
    let Some(id) = font.charmap().map(c).filter(|&id| id != GlyphId::NOTDEF) else {
        return false;
    };
    c.is_whitespace() || !glyph_outline(&font, id, 1.0, Point::ORIGIN).is_empty()
}

fn glyph_outline(font: &FontRef<'_>, id: GlyphId, size: f64, at: Point) -> BezPath {
    let mut pen = PathPen::default();
    if let Some(outline) = font.outline_glyphs().get(id) {
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        if outline.draw(settings, &mut pen).is_err() {
            // A damaged glyph is drawn as nothing; its advance still keeps its place.
            return BezPath::new();
        }
    }
    let units = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
    let scale = size / f64::from(units.max(1));
    Affine::translate(at.to_vec2()) * Affine::scale_non_uniform(scale, -scale) * pen.path
}

/// Collects an outline in font units, y up.
#[derive(Default)]
struct PathPen {
    path: BezPath,
}

fn point(x: f32, y: f32) -> Point {
    Point::new(f64::from(x), f64::from(y))
}

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(point(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(point(cx0, cy0), point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(point(cx0, cy0), point(cx1, cy1), point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
