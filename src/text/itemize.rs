//! Which font draws which part of a text whose bundled face lacks some of its characters.
//!
//! Owns the division by coverage. Only called for such texts; must not measure.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::font_face::ShapedGlyph;
use crate::text::source::{GlyphSource, is_ignorable};
use crate::text::{Face, Fonts};

/// The clusters without a glyph, neighbours joined; empty when the face has everything.
///
/// `glyphs` is the text shaped with the bundled face: asking the shaper rather than the character map finds accents
/// that the face can compose. Two right-to-left stretches with only spaces or punctuation between them are joined as
/// well: the words of such a phrase follow each other from right to left only when they are shaped together.
pub(super) fn missing_ranges(text: &str, glyphs: &[ShapedGlyph]) -> Vec<Range<usize>> {
    if !glyphs.iter().any(ShapedGlyph::is_missing) {
        return Vec::new();
    }
    let mut starts: BTreeMap<usize, bool> = BTreeMap::new();
    for glyph in glyphs {
        *starts.entry(glyph.cluster).or_default() |= glyph.is_missing();
    }
    let ends = starts.keys().copied().skip(1).chain([text.len()]);
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for ((&start, &is_missing), end) in starts.iter().zip(ends) {
        match ranges.last_mut() {
            _ if !is_missing => {}
            Some(last) if joins(text, last.end, start) => last.end = end,
            _ => ranges.push(start..end),
        }
    }
    for range in &mut ranges {
        range.end += closing_brackets(text, range);
    }
    ranges
}

/// Divides the whole text by the fonts that have its characters, given its [`missing_ranges`].
pub(super) fn itemize(
    fonts: &Fonts,
    text: &str,
    face: Face,
    missing: Vec<Range<usize>>,
) -> Vec<(Range<usize>, GlyphSource)> {
    let mut parts = Vec::new();
    let mut done = 0;
    for gap in missing {
        parts.push((done..gap.start, GlyphSource::Bundled(face)));
        done = gap.end;
        parts.extend(fallbacks(fonts, text, gap, face));
    }
    parts.push((done..text.len(), GlyphSource::Bundled(face)));
    parts.retain(|(range, _)| !range.is_empty());
    parts
}

/// Divides a stretch with missing characters; a font is kept for as long as it has the characters.
fn fallbacks(fonts: &Fonts, text: &str, gap: Range<usize>, face: Face) -> Vec<(Range<usize>, GlyphSource)> {
    let mut parts: Vec<(Range<usize>, GlyphSource)> = Vec::new();
    let chars = text.get(gap.clone()).unwrap_or_default();
    for (at, c) in chars.char_indices() {
        let start = gap.start + at;
        let end = start + c.len_utf8();
        if let Some((range, current)) = parts.last_mut()
            && (is_ignorable(c) || matches!(current, GlyphSource::System(font) if font.has(c)))
        {
            range.end = end;
            continue;
        }
        let source = match fonts.fallback(c, face) {
            Some(font) => GlyphSource::System(font),
            // Part of a missing cluster or phrase, but not what is missing in it.
            None if fonts.face(face).is_some_and(|font| font.has(c)) => GlyphSource::Bundled(face),
            None => GlyphSource::Missing,
        };
        match (parts.last_mut(), &source) {
            (Some((range, GlyphSource::Bundled(_))), GlyphSource::Bundled(_))
            | (Some((range, GlyphSource::Missing)), GlyphSource::Missing) => range.end = end,
            _ => parts.push((start..end, source)),
        }
    }
    parts
}

/// Whether two missing stretches that end and begin at these offsets belong together.
fn joins(text: &str, end: usize, start: usize) -> bool {
    let (Some(before), Some(between), Some(after)) =
        (text.get(..end), text.get(end..start), text.get(start..))
    else {
        return false;
    };
    between.is_empty()
        || (before.chars().next_back().is_some_and(is_right_to_left)
            && after.chars().next().is_some_and(is_right_to_left)
            && !between.chars().any(char::is_alphanumeric))
}

/// The length of the brackets after a range that close brackets inside it: they must turn with their partners.
fn closing_brackets(text: &str, range: &Range<usize>) -> usize {
    let (Some(inside), Some(after)) = (text.get(range.clone()), text.get(range.end..)) else {
        return 0;
    };
    let opened = inside.matches(['(', '[', '{']).count();
    let closed = inside.matches([')', ']', '}']).count();
    after
        .chars()
        .take(opened.saturating_sub(closed))
        .take_while(|c| matches!(c, ')' | ']' | '}'))
        .map(char::len_utf8)
        .sum()
}

/// Scripts that run from right to left, by block.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::missing_ranges;
    use crate::text::{Face, Fonts};

    fn missing(text: &str) -> Vec<&str> {
        let fonts = Fonts::bundled();
        let glyphs = fonts.face(Face::Regular).unwrap().shape(text);
        missing_ranges(text, &glyphs).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn right_to_left_phrase_stays_together() {
        let phrase = "\u{5D0}\u{5D1} (\u{5D2})";
        assert_eq!(missing(&format!("to {phrase}, then")), [phrase]);
    }

    #[test]
    fn other_scripts_are_divided_at_spaces() {
        assert_eq!(missing("\u{65E5} \u{672C}"), ["\u{65E5}", "\u{672C}"]);
    }

    #[test]
    fn accent_that_the_face_can_compose_is_not_missing() {
        assert!(missing("e\u{301}tape").is_empty());
    }
}
