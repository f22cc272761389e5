//! The way from a marked-up text to a positioned block.
//!
//! Owns the description of a layout and the vertical and horizontal placing of lines. Must not shape or break by
//! itself.

use std::collections::BTreeSet;

use kurbo::Point;

use crate::text::breaking::{Frame, HardLine, Piece, Plan, break_lines, count_lines};
use crate::text::markup::{self, Span};
use crate::text::shaped_text::ShapedText;
use crate::text::{CAP_HEIGHT, Face, Fonts, Line, TextBlock};

/// Where the anchor (x = 0) of a block is in each line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// The left edge.
    Start,
    /// The middle.
    #[default]
    Middle,
    /// The right edge.
    End,
}

/// How a text is to be set.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    /// The font size.
    pub size: f64,
    /// The distance between baselines.
    pub line_height: f64,
    /// The face of text that is not emphasised.
    pub face: Face,
    /// The horizontal anchor.
    pub align: Align,
    /// Whether lines shall be of similar length: the narrowest common width that keeps the number of lines.
    pub balance: bool,
    /// The width available to a line whose vertical centre is at this y, measured from the centre of the block.
    ///
    /// A box ignores y; a diamond gives `w · (1 − |y| / (h / 2)) − padding`. Must be widest at 0.
    pub max_width: &'a dyn Fn(f64) -> f64,
    /// The height available to the line boxes; infinite for none.
    pub max_height: f64,
}

#[cfg(test)]
impl Layout<'static> {
    /// Lines of any length and number in the regular face, centred: breaks only where the text has line ends.
    pub(crate) fn unbounded(size: f64, line_height: f64) -> Self {
        Self {
            size,
            line_height,
            face: Face::Regular,
            align: Align::Middle,
            balance: false,
            max_width: &|_| f64::INFINITY,
            max_height: f64::INFINITY,
        }
    }
}

impl Fonts {
    /// Breaks a marked-up text into lines and positions them around the origin.
    ///
    /// White space around the whole text is ignored; blank lines inside it count. The result is complete even when
    /// it does not fit, see [`TextBlock::overflow`].
    pub fn layout(&self, text: &str, layout: &Layout<'_>) -> TextBlock {
        lay_out(&shaped(self, text, layout.face, layout.size), layout)
    }

    /// The same text for several layouts of one face and size: it is shaped once.
    pub fn measured(&self, text: &str, face: Face, size: f64) -> MeasuredText<'_> {
        MeasuredText(shaped(self, text, face, size))
    }
}

/// A marked-up text that can be asked how it breaks.
pub struct MeasuredText<'a>(Vec<HardLine<'a>>);

impl MeasuredText<'_> {
    /// Into how many lines it breaks in `layout`, which has the face and the size of the text; `None`: it does not fit.
    pub fn line_count(&self, layout: &Layout<'_>) -> Option<usize> {
        count_lines(&self.0, &frame(layout))
    }
}

fn shaped<'a>(fonts: &'a Fonts, text: &str, face: Face, size: f64) -> Vec<HardLine<'a>> {
    let lines = hard_lines(&markup::parse(text.trim()));
    lines.iter().map(|spans| HardLine::new(ShapedText::new(fonts, spans, face, size))).collect()
}

fn frame<'a>(layout: &Layout<'a>) -> Frame<'a> {
    let Layout { line_height, balance, max_width, max_height, .. } = *layout;
    // The cast saturates: without a bound on the height every number of lines is fine.
    let max_lines = (max_height / line_height + 1e-6) as usize;
    Frame { max_width, line_height, max_lines, balance }
}

fn lay_out(lines: &[HardLine<'_>], layout: &Layout<'_>) -> TextBlock {
    let Layout { size, line_height, align, .. } = *layout;
    let Plan { pieces, overflow } = break_lines(lines, &frame(layout));
    let first = CAP_HEIGHT * size / 2.0 - (pieces.len() as f64 - 1.0) / 2.0 * line_height;
    let place = |(index, piece): (usize, &Piece)| {
        let x = match align {
            Align::Start => 0.0,
            Align::Middle => -piece.width / 2.0,
            Align::End => -piece.width,
        };
        let baseline = first + index as f64 * line_height;
        let runs = lines
            .get(piece.source)
            .map(|line| line.text.runs(piece.start, piece.end, Point::new(x, baseline)));
        Line { runs: runs.unwrap_or_default(), x, width: piece.width, baseline }
    };
    TextBlock {
        lines: pieces.iter().enumerate().map(place).collect(),
        size,
        line_height,
        overflow,
        missing: distinct(lines.iter().flat_map(|line| line.text.missing())),
    }
}

/// Splits spans at line separators; no lines for an empty text.
fn hard_lines(spans: &[Span]) -> Vec<Vec<Span>> {
    if spans.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Vec::new()];
    for span in spans {
        let text = span.text.replace("\r\n", "\n");
        for (i, part) in text.split(is_line_separator).enumerate() {
            if i > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), part.is_empty()) {
                line.push(Span { text: part.to_owned(), ..*span });
            }
        }
    }
    lines
}

/// The characters that end a line in Unicode.
fn is_line_separator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Each of `chars` once, where it comes first.
fn distinct(chars: impl Iterator<Item = char>) -> Vec<char> {
    let mut seen = BTreeSet::new();
    chars.filter(|c| seen.insert(*c)).collect()
}

#[cfg(test)]
mod tests {
    use kurbo::{Shape as _, Vec2};

    use crate::text::{Align, CAP_HEIGHT, Face, Fonts, Glyph, Layout, TextBlock};

    const LABEL: &str = "Check the application for completeness and forward it";

    fn step(max_width: &dyn Fn(f64) -> f64) -> Layout<'_> {
        Layout { max_width, ..Layout::unbounded(13.0, 16.0) }
    }

    fn lines(block: &TextBlock) -> Vec<String> {
        block.plain().split('\n').map(str::to_owned).collect()
    }

    #[test]
    fn single_line_is_centred_by_cap_height() {
        let block = Fonts::bundled().layout("Approve", &Layout::unbounded(13.0, 16.0));
        let line = &block.lines[0];
        assert!((line.baseline - 0.357 * 13.0).abs() < 1e-9);
        assert!((line.x + line.width / 2.0).abs() < 1e-9);
        let bounds = block.bounds();
        assert!((bounds.y0 + 8.0).abs() < 1e-9 && (bounds.y1 - 8.0).abs() < 1e-9);
    }

    #[test]
    fn lines_of_a_box_fit_and_cannot_take_the_next_word() {
        let fonts = Fonts::bundled();
        let block = fonts.layout(LABEL, &step(&|_| 122.0));
        assert!(!block.overflow && block.lines.len() > 2);
        assert_eq!(lines(&block).join(" "), LABEL);
        for pair in block.lines.windows(2) {
            let next = pair[1].plain();
            let word = next.split(' ').next().unwrap();
            let longer = format!("{} {word}", pair[0].plain());
            assert!(pair[0].width <= 122.01);
            assert!(fonts.width(&longer, Face::Regular, 13.0) > 122.0);
        }
    }

    #[test]
    fn lines_of_a_diamond_respect_their_own_width() {
        let (w, h) = (180.0, 96.0);
        let diamond = |y: f64| w * (1.0 - y.abs() / (h / 2.0)) - 6.0;
        let layout = Layout { balance: true, max_height: h, ..step(&diamond) };
        let block = Fonts::bundled().layout("Is the claim valid and fully paid?", &layout);
        assert!(!block.overflow && block.lines.len() >= 2, "{block:?}");
        for line in &block.lines {
            let y = line.baseline - CAP_HEIGHT * 13.0 / 2.0;
            assert!(line.width <= diamond(y) + 0.01, "{}", line.plain());
        }
    }

    #[test]
    fn balance_keeps_the_number_of_lines() {
        let fonts = Fonts::bundled();
        for width in 60..300 {
            let limit = |_| f64::from(width);
            let plain = fonts.layout(LABEL, &step(&limit));
            let balanced = fonts.layout(LABEL, &Layout { balance: true, ..step(&limit) });
            assert_eq!(balanced.lines.len(), plain.lines.len(), "{width}");
            assert!(balanced.width() <= plain.width(), "{width}");
        }
        let two =
            fonts.layout("Send the invoice to the customer", &Layout { balance: true, ..step(&|_| 170.0) });
        assert_eq!(lines(&two), ["Send the invoice", "to the customer"]);
    }

    #[test]
    fn hard_breaks_hold_and_blank_lines_count() {
        let block = Fonts::bundled().layout(" One\r\n\nTwo\tthree\n", &step(&|_| 500.0));
        assert_eq!(lines(&block), ["One", "", "Two three"]);
        assert_eq!(block.height(), 48.0);
        assert!(Fonts::bundled().layout(" \n ", &step(&|_| 9.0)).lines.is_empty());
    }

    #[test]
    fn bold_run_follows_the_run_before_it() {
        let block = Fonts::bundled().layout("within **5 days** only", &step(&|_| 500.0));
        let runs = &block.lines[0].runs;
        let texts: Vec<&str> = runs.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(texts, ["within ", "5 days", " only"]);
        assert_eq!(runs[1].face, Face::Bold);
        assert!((runs[0].x + runs[0].width - runs[1].x).abs() < 1e-9);
        let end = runs[2].x + runs[2].width;
        assert!((end - block.bounds().x1).abs() < 1e-9);
    }

    #[test]
    fn glyphs_of_a_run_are_those_of_its_text_alone() {
        let fonts = Fonts::bundled();
        let text =
            "To Tyler: **WAVE** an office, an AVATAR, a fjord; e\u{301}tage \u{5D0}\u{5D1} *and* so on";
        for width in [60.0, 90.0, 140.0] {
            let block = fonts.layout(text, &step(&|_| width));
            for run in block.lines.iter().flat_map(|line| &line.runs).filter(|run| run.outline.is_none()) {
                let alone = fonts.face(run.face).unwrap().shape(&run.text);
                let alone: Vec<Glyph> = alone.iter().map(|glyph| glyph.told(0)).collect();
                assert_eq!(*run.glyphs, *alone, "{:?}", run.text);
                let advance: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
                assert!((f64::from(advance) * 13.0 - run.width).abs() < 1e-3, "{:?}", run.text);
            }
        }
    }

    #[test]
    fn too_wide_word_stays_whole_and_overflows() {
        let layout = step(&|_| 60.0);
        let block = Fonts::bundled().layout("on Donaudampfschifffahrt etc.", &layout);
        assert!(block.overflow);
        assert_eq!(lines(&block), ["on", "Donaudampfschifffahrt", "etc."]);
    }

    #[test]
    fn a_word_that_no_box_could_hold_is_broken_anywhere() {
        let word = "a".repeat(6000);
        let block = Fonts::bundled().layout(&word, &step(&|_| 200.0));
        assert!(!block.overflow);
        assert!(block.lines.iter().all(|line| line.width <= 200.01));
        let said: String =
            block.lines.iter().flat_map(|line| &line.runs).map(|run| run.text.as_str()).collect();
        assert_eq!(said, word);
    }

    #[test]
    fn too_many_lines_overflow() {
        let layout = Layout { max_height: 40.0, ..step(&|_| 100.0) };
        let block = Fonts::bundled().layout(LABEL, &layout);
        assert!(block.overflow && block.height() > 40.0);
        assert!(block.width() <= 100.01);
    }

    #[test]
    fn character_without_font_is_listed_and_drawn_as_box() {
        let block = Fonts::bundled().layout("Form \u{65E5}\u{672C}\u{65E5} A", &step(&|_| 500.0));
        assert_eq!(block.missing, ['\u{65E5}', '\u{672C}']);
        let runs = &block.lines[0].runs;
        assert_eq!(runs.len(), 3);
        assert_eq!(runs[1].text, "\u{65E5}\u{672C}\u{65E5}");
        let ink = runs[1].outline.as_ref().unwrap().bounding_box();
        assert!(ink.x0 > runs[1].x && ink.x1 < runs[2].x && ink.area() > 0.0);
        assert!(runs[0].outline.is_none() && runs[2].outline.is_none());
    }

    #[test]
    fn moving_a_block_moves_its_ink() {
        let fonts = Fonts::bundled();
        let block = fonts.layout("\u{65E5}a", &step(&|_| 500.0));
        let moved = block.clone().translated(Vec2::new(30.0, 40.0));
        let ink = |block: &TextBlock, run: usize| {
            let line = &block.lines[0];
            let path = fonts.outline(&line.runs[run], block.size, line.baseline);
            path.bounding_box().center()
        };
        for run in 0..2 {
            let shift = ink(&moved, run) - ink(&block, run);
            assert!((shift - Vec2::new(30.0, 40.0)).hypot() < 1e-6);
        }
    }

    #[test]
    fn anchor_follows_the_alignment() {
        let fonts = Fonts::bundled();
        for (align, share) in [(Align::Start, 0.0), (Align::Middle, 0.5), (Align::End, 1.0)] {
            let layout = Layout { align, ..Layout::unbounded(12.0, 15.0) };
            for line in fonts.layout("wide line\nx", &layout).lines {
                assert!((line.x + share * line.width).abs() < 1e-9);
            }
        }
    }
}
