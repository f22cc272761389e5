//! One hard line of text, shaped once as a whole, so that the width of any part of it is cheap to ask for.
//!
//! Owns the segments (one font each), their widths and the break opportunities. Must not decide where
//! lines end. Its input are the spans of the markup.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use kurbo::Point;
use unicode_linebreak::linebreaks;

use crate::text::itemize::{itemize, missing_ranges};
use crate::text::markup::Span;
use crate::text::source::{Advance, GlyphSource, is_ignorable};
use crate::text::{Face, Fonts, Glyph, Run};

/// A part of a text without places where a line may end is broken where it is wider than this …
const WIDEST_PART: f64 = 28.0;
/// … into parts about as wide as this, both in multiples of the letters' size.
const BROKEN_PART: f64 = 5.0;

/// A place where a line may end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The end of the line, white space at its end left out (byte offset).
    pub(super) end: usize,
    /// Where the next line would begin.
    pub(super) next: usize,
}

/// Shaped text without line separators; byte offsets refer to its cleaned characters.
pub(super) struct ShapedText<'a> {
    fonts: &'a Fonts,
    text: String,
    size: f64,
    /// Adjacent, in order, covering the text.
    segments: Vec<Segment>,
    /// One for each byte of the text and one for its end.
    edges: Vec<Edge>,
    /// Widths that could not be read off the edges.
    measured: RefCell<BTreeMap<(usize, usize), f64>>,
}

/// A part of the text that is drawn with one font.
struct Segment {
    range: Range<usize>,
    /// The face that was asked for.
    face: Face,
    source: GlyphSource,
    /// What a bundled face draws, from left to right; clusters are byte offsets in the whole text.
    glyphs: Vec<Glyph>,
    /// Whether their clusters never go back.
    is_forward: bool,
}

impl Segment {
    fn new(range: Range<usize>, face: Face, source: GlyphSource, glyphs: Vec<Glyph>) -> Self {
        let is_forward = glyphs.is_sorted_by_key(|glyph| glyph.cluster);
        Self { range, face, source, glyphs, is_forward }
    }

    /// Glyphs among which all of those are whose clusters lie in `range`.
    fn glyphs_near(&self, range: &Range<usize>) -> &[Glyph] {
        // From right to left, and where scripts mix, they are looked through.
        if !self.is_forward {
            return &self.glyphs;
        }
        let before = |at: usize| self.glyphs.partition_point(|glyph| (glyph.cluster as usize) < at);
        self.glyphs.get(before(range.start)..before(range.end)).unwrap_or_default()
    }
}

/// What is known about a place between two bytes.
#[derive(Clone, Copy, Default)]
struct Edge {
    /// The advance from the start of the text to here.
    x: f64,
    /// Whether the text may be cut here without shaping the parts again.
    is_safe: bool,
}

impl Fonts {
    /// The advance width of a plain text (no markup) set on one line, kerning included.
    pub fn width(&self, text: &str, face: Face, size: f64) -> f64 {
        let span = Span { text: text.replace('\n', " "), ..Span::default() };
        ShapedText::new(self, &[span], face, size).full_width()
    }
}

impl<'a> ShapedText<'a> {
    /// Shapes spans as one line in the given base face and size.
    pub(super) fn new(fonts: &'a Fonts, spans: &[Span], face: Face, size: f64) -> Self {
        let mut shaped = Self {
            fonts,
            text: String::new(),
            size,
            segments: Vec::new(),
            edges: Vec::new(),
            measured: RefCell::default(),
        };
        // Spans of the same face are shaped together: kerning crosses emphasis that changes nothing.
        let mut stretch = (0, face);
        for span in spans {
            let styled = face_of(span, face);
            let start = shaped.text.len();
            if styled != stretch.1 {
                shaped.push_stretch(stretch.0..start, stretch.1);
                stretch = (start, styled);
            }
            shaped.text.extend(span.text.chars().filter_map(cleaned));
        }
        shaped.push_stretch(stretch.0..shaped.text.len(), stretch.1);
        debug_assert_eq!(shaped.edges.len(), shaped.text.len(), "an edge for every byte");
        shaped.edges.push(Edge { x: 0.0, is_safe: true });
        shaped.accumulate();
        shaped
    }

    /// The width of the whole line, white space at its end included.
    pub(super) fn full_width(&self) -> f64 {
        self.width(0, self.text.len())
    }

    /// The width of a part of the text set on a line of its own.
    pub(super) fn width(&self, start: usize, end: usize) -> f64 {
        if start >= end {
            return 0.0;
        }
        if let (Some(from), Some(to)) = (self.edges.get(start), self.edges.get(end))
            && from.is_safe
            && to.is_safe
        {
            return to.x - from.x;
        }
        let mut measured = self.measured.borrow_mut();
        *measured.entry((start, end)).or_insert_with(|| self.parts(start, end).map(|part| part.width).sum())
    }

    /// The width of all that is no white space.
    pub(super) fn ink_width(&self) -> f64 {
        let edge = |at: usize| self.edges.get(at).map_or(0.0, |edge| edge.x);
        let ink = self.text.char_indices().filter(|(_, c)| !c.is_whitespace());
        ink.map(|(at, c)| edge(at + c.len_utf8()) - edge(at)).sum()
    }

    /// The places where a line may end by UAX #14, the end of the text included, and within what would be wider than any
    /// box without them.
    pub(super) fn stops(&self) -> Vec<Stop> {
        let mut stops = Vec::new();
        let mut start = 0;
        for (next, _) in linebreaks(&self.text) {
            let line = self.text.get(..next).unwrap_or_default();
            let end = line.trim_end_matches(is_breaking_space).len();
            stops.extend(self.emergency_stops(start, end));
            stops.push(Stop { end, next });
            start = next;
        }
        stops
    }

    /// Where a part without other stops is broken nevertheless: between any letters, not too often.
    fn emergency_stops(&self, start: usize, end: usize) -> Vec<Stop> {
        let x = |at: usize| self.edges.get(at).map_or(0.0, |edge| edge.x);
        if x(end) - x(start) <= WIDEST_PART * self.size {
            return Vec::new();
        }
        let part = self.text.get(start..end).unwrap_or_default();
        let mut last = start;
        let inside = part.char_indices().map(|(at, _)| start + at).skip(1);
        let is_safe = |at: usize| self.edges.get(at).is_some_and(|edge| edge.is_safe);
        let stops = inside.filter(|at| {
            let is_due = is_safe(*at) && x(*at) - x(last) >= BROKEN_PART * self.size;
            last = if is_due { *at } else { last };
            is_due
        });
        stops.map(|at| Stop { end: at, next: at }).collect()
    }

    /// The runs of a part of the text set on a line of its own that starts at `origin` (left end of the baseline).
    pub(super) fn runs(&self, start: usize, end: usize, origin: Point) -> Vec<Run> {
        let mut x = origin.x;
        self.parts(start, end)
            .map(|part| {
                let at = Point::new(x, origin.y);
                x += part.width;
                Run {
                    text: part.text.to_owned(),
                    face: part.segment.face,
                    x: at.x,
                    width: part.width,
                    glyphs: self.glyphs(&part),
                    outline: part.segment.source.outline(part.text, self.size, at),
                }
            })
            .collect()
    }

    /// Characters that no font has, in order of appearance, with repetitions.
    pub(super) fn missing(&self) -> impl Iterator<Item = char> {
        self.segments
            .iter()
            .filter(|segment| match segment.source {
                GlyphSource::Missing => true,
                GlyphSource::Bundled(_) | GlyphSource::System(_) => false,
            })
            .flat_map(|segment| self.slice(&segment.range).chars())
            .filter(|&c| !is_ignorable(c))
    }

    /// The intersections of the segments with a part of the text.
    fn parts(&self, start: usize, end: usize) -> impl Iterator<Item = Part<'_>> {
        self.segments.iter().filter_map(move |segment| {
            let range = segment.range.start.max(start)..segment.range.end.min(end);
            (range.start < range.end).then(|| {
                let text = self.slice(&range);
                let ends = (self.edges.get(range.start), self.edges.get(range.end));
                let (width, is_cut_safely) = match ends {
                    (Some(from), Some(to)) if from.is_safe && to.is_safe => (to.x - from.x, true),
                    _ => {
                        let advances = segment.source.advances(self.fonts, text, self.size);
                        (advances.iter().map(|advance| advance.width).sum(), false)
                    }
                };
                Part { segment, range, text, width, is_cut_safely }
            })
        })
    }

    /// The glyphs of a part that a bundled face draws.
    fn glyphs(&self, part: &Part<'_>) -> Box<[Glyph]> {
        let Part { segment, range, text, is_cut_safely, .. } = part;
        if !is_cut_safely {
            return segment.source.told(self.fonts, text, 0).into();
        }
        let inside = |glyph: &Glyph| {
            let at = glyph.cluster as usize;
            Some(Glyph { cluster: u32::try_from(at.checked_sub(range.start)?).ok()?, ..*glyph })
                .filter(|_| at < range.end)
        };
        segment.glyphs_near(range).iter().filter_map(inside).collect()
    }

    fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Divides a stretch of one face into segments by the fonts that have its characters.
    fn push_stretch(&mut self, range: Range<usize>, face: Face) {
        if range.is_empty() {
            return;
        }
        let Self { fonts, size, .. } = *self;
        let text = self.slice(&range).to_owned();
        let glyphs = fonts.face(face).map(|font| font.shape(&text));
        let glyphs = glyphs.unwrap_or_default();
        let missing = missing_ranges(&text, &glyphs);
        if missing.is_empty() {
            // The usual case: what was shaped to find missing characters is the segment.
            self.push_edges(text.len(), glyphs.iter().map(|glyph| Advance::of(glyph, size)));
            let glyphs = glyphs.iter().map(|glyph| glyph.told(range.start)).collect();
            self.segments.push(Segment::new(range, face, GlyphSource::Bundled(face), glyphs));
            return;
        }
        for (part, source) in itemize(fonts, &text, face, missing) {
            let piece = text.get(part.clone()).unwrap_or_default();
            let range = range.start + part.start..range.start + part.end;
            let advances = source.advances(fonts, piece, size);
            self.push_edges(piece.len(), advances.into_iter());
            let glyphs = source.told(fonts, piece, range.start);
            self.segments.push(Segment::new(range, face, source, glyphs));
        }
    }

    /// Appends the edges of a segment; `x` of each is the advance of its cluster until [`accumulate`] sums up.
    ///
    /// [`accumulate`]: Self::accumulate
    fn push_edges(&mut self, len: usize, advances: impl Iterator<Item = Advance>) {
        let start = self.edges.len();
        self.edges.resize(start + len, Edge::default());
        let Some(edges) = self.edges.get_mut(start..) else {
            return;
        };
        // A glyph that forbids a cut speaks for all glyphs of its cluster.
        let mut last = None;
        for advance in advances {
            if let Some(edge) = edges.get_mut(advance.cluster) {
                edge.x += advance.width;
                edge.is_safe = advance.is_safe && (edge.is_safe || last != Some(advance.cluster));
            }
            last = Some(advance.cluster);
        }
        if let Some(first) = edges.first_mut() {
            first.is_safe = true;
        }
    }

    /// Turns the advances in the edges into positions.
    fn accumulate(&mut self) {
        let mut x = 0.0;
        for edge in &mut self.edges {
            let advance = std::mem::replace(&mut edge.x, x);
            x += advance;
        }
    }
}

/// A part of a segment that lies in a line.
struct Part<'t> {
    segment: &'t Segment,
    /// Where it lies in the whole text.
    range: Range<usize>,
    text: &'t str,
    width: f64,
    /// Whether it is drawn as in the whole text.
    is_cut_safely: bool,
}

/// The face of a span in a text of a base face.
fn face_of(span: &Span, base: Face) -> Face {
    let weighted = if span.bold { base.with_bold() } else { base };
    if span.italic { weighted.with_italic() } else { weighted }
}

/// The character to set for a character of the source; control characters and soft hyphens are dropped.
fn cleaned(c: char) -> Option<char> {
    match c {
        '\t' => Some(' '),
        // The program never hyphenates, and some renderers would draw the hyphen inside a line.
        '\u{AD}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

/// White space that may hang over the end of a line.
fn is_breaking_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use kurbo::Point;

    use super::{ShapedText, Stop};
    use crate::text::markup;
    use crate::text::{Face, Fonts};

    fn shaped<'a>(fonts: &'a Fonts, text: &str) -> ShapedText<'a> {
        ShapedText::new(fonts, &markup::parse(text), Face::Regular, 13.0)
    }

    #[test]
    fn part_is_as_wide_as_when_shaped_alone() {
        let fonts = Fonts::bundled();
        for text in ["To Tyler: WAVE Type AV", "office, affluent, fjord", "Año, señor; e\u{301}tage"] {
            let whole = shaped(&fonts, text);
            let ends = || text.char_indices().map(|(i, _)| i).chain([text.len()]);
            for (start, end) in ends().flat_map(|a| ends().map(move |b| (a, b))) {
                let Some(part) = text.get(start..end) else {
                    continue;
                };
                let alone = fonts.width(part, Face::Regular, 13.0);
                let width = whole.width(start, end);
                assert!((width - alone).abs() < 1e-9, "{part:?}: {width} {alone}");
            }
        }
    }

    #[test]
    fn emphasis_that_changes_nothing_does_not_divide() {
        let fonts = Fonts::bundled();
        let spans = markup::parse("A**V**");
        let bold = ShapedText::new(&fonts, &spans, Face::Bold, 13.0);
        assert_eq!(bold.runs(0, 2, Point::ORIGIN).len(), 1);
        assert_eq!(bold.full_width(), fonts.width("AV", Face::Bold, 13.0));
    }

    #[test]
    fn lines_may_end_where_uax14_allows() {
        let fonts = Fonts::bundled();
        let text = "Re-check 3/4 (all) items";
        let stops = shaped(&fonts, text).stops();
        let ends: Vec<&str> = stops.iter().map(|stop| text.get(..stop.end).unwrap()).collect();
        assert_eq!(ends, ["Re-", "Re-check", "Re-check 3/4", "Re-check 3/4 (all)", text]);
        assert_eq!(stops[1], Stop { end: 8, next: 9 });
    }
}
