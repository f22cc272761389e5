//! The result of a layout: lines of runs with positions.
//!
//! Owns the types that sinks read. Must not measure anything: every number in here was computed by `layout`.

use kurbo::{Affine, BezPath, Rect, Vec2};

use crate::text::{CAP_HEIGHT, Face};

/// A glyph of a run. Lengths are in em, y down: 1 is the font size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// Where the characters that it stands for begin: a byte offset in the text of the run.
    ///
    /// Several glyphs may stand for the same characters, and one for several of them.
    pub cluster: u32,
    /// How far the pen moves to the right.
    pub advance: f32,
    /// From the pen to the origin of the glyph.
    pub offset: [f32; 2],
}

/// A stretch of a line that is drawn with one font.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The characters as a reader sees them, without markup; may begin or end with spaces inside a line.
    pub text: String,
    /// The bundled face; for a run with an [`outline`](Self::outline) only the style that was asked for.
    pub face: Face,
    /// The left edge in block coordinates.
    pub x: f64,
    /// The advance width of the shaped run, kerning included.
    pub width: f64,
    /// The glyphs of the text in the face, from left to right, so that no sink has to shape; none for a run with an
    /// [`outline`](Self::outline).
    pub glyphs: Box<[Glyph]>,
    /// Glyph outlines in block coordinates when the bundled face lacks these characters.
    ///
    /// To be filled with the non-zero rule. `None`: draw [`text`](Self::text) with [`face`](Self::face).
    pub outline: Option<BezPath>,
}

/// A line of a block: its runs from left to right.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The runs; empty for a blank line.
    pub runs: Vec<Run>,
    /// The left edge in block coordinates.
    pub x: f64,
    /// The width without white space at the end.
    pub width: f64,
    /// The y of the baseline in block coordinates.
    pub baseline: f64,
}

impl Line {
    /// The characters of the line without markup.
    pub fn plain(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// Text broken into positioned lines, ready to be drawn by any sink.
///
/// The origin of a fresh block is its anchor: vertically the centre (by cap height), horizontally what
/// [`Align`](crate::text::Align) says. [`translated`](Self::translated) moves it to its place.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBlock {
    /// The lines from top to bottom; none when the text is blank.
    pub lines: Vec<Line>,
    /// The font size.
    pub size: f64,
    /// The distance between baselines.
    pub line_height: f64,
    /// Whether the text does not fit its widths or its height; it is laid out whole all the same.
    pub overflow: bool,
    /// Characters that no font has, in order of appearance; they are drawn as boxes.
    pub missing: Vec<char>,
}

impl TextBlock {
    /// The union of the line boxes in block coordinates; empty at the origin for a block without lines.
    ///
    /// A line box is as wide as its line and [`line_height`](Self::line_height) high, centred on the cap height.
    /// Ink may leave it by a hair where a glyph hangs over its advance.
    pub fn bounds(&self) -> Rect {
        let middle = CAP_HEIGHT * self.size / 2.0;
        let half = self.line_height / 2.0;
        self.lines
            .iter()
            .map(|line| {
                let centre = line.baseline - middle;
                Rect::new(line.x, centre - half, line.x + line.width, centre + half)
            })
            .reduce(|all, line| all.union(line))
            .unwrap_or(Rect::ZERO)
    }

    /// The width of [`bounds`](Self::bounds).
    pub fn width(&self) -> f64 {
        self.bounds().width()
    }

    /// The height of [`bounds`](Self::bounds): line height times lines.
    pub fn height(&self) -> f64 {
        self.bounds().height()
    }

    /// The visible characters without markup, lines joined by `'\n'`.
    pub fn plain(&self) -> String {
        let lines: Vec<String> = self.lines.iter().map(Line::plain).collect();
        lines.join("\n")
    }

    /// The block moved by an offset.
    #[must_use]
    pub fn translated(mut self, offset: Vec2) -> Self {
        for line in &mut self.lines {
            line.x += offset.x;
            line.baseline += offset.y;
            for run in &mut line.runs {
                run.x += offset.x;
                if let Some(outline) = &mut run.outline {
                    outline.apply_affine(Affine::translate(offset));
                }
            }
        }
        self
    }
}
