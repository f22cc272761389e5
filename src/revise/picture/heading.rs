//! What is compared and what the marks mean, over the picture.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    badge::{badges, row_size},
    compared::ComparedDocuments,
    look::{SLIGHT, SLIGHT_BAND, TRAIL_START, former_way},
    marks::Sign,
    rings::trail,
};
use crate::{
    geom::{Point, Rect},
    model::Color,
    revise::RevisionKind,
    scene::{Item, Part, Source, TextItem, Turn, caption, one_line, path_item, solid, straight, text_item},
    text::{Align, Face, Layout, markup},
};

const INK: Color = Color::hex(0x1F_29_37);
const RULE: Color = Color::hex(0xC3_CC_D6);
/// From the picture up to the rule.
const GAP: f64 = 18.0;
/// The height of the row that says what the marks mean.
const ROW: f64 = 30.0;
/// Lines are no narrower than this, however narrow the page is.
const LEAST_WIDTH: f64 = 560.0;
const SIZE: f64 = 13.0;
/// The width of a sample of a line.
const LINE_SAMPLE: f64 = 30.0;
/// Between a sample and its word, and between a word and the next sample.
const SAMPLE_GAP: (f64, f64) = (7.0, 24.0);

/// Puts it over all `items` of a page with this frame, on which there are these `signs`.
pub(super) fn put(
    compared: &ComparedDocuments<'_>,
    frame: Rect,
    items: &mut Vec<Arc<Item>>,
    signs: &BTreeSet<Sign>,
) {
    let top = items.iter().map(|item| item.bounds.y0).fold(frame.y0, f64::min) - GAP;
    let width = frame.width().max(LEAST_WIDTH);
    let rule = straight(Point::new(frame.x0, top), Point::new(frame.x0 + width, top));
    let mut heading = vec![path_item(&Source::Mark, Part::Line, rule, None, Some(solid(RULE, 1.0)))];
    let row = Point::new(frame.x0, top - ROW / 2.0);
    heading.extend(samples(compared, row, signs));
    let [before, after] = compared.names;
    let mut bottom = top - ROW;
    for (key, name) in [("revise-picture-after", after), ("revise-picture-before", before)] {
        let said = compared.catalog.text_with(key, &[("name", markup::escape(name).into())]);
        let line = wrapped(compared, &said, Point::new(frame.x0, bottom), width);
        bottom = line.bounds.y0;
        heading.push(line);
    }
    items.extend(heading.into_iter().map(Arc::new));
}

/// A text that ends over `bottom`.
fn wrapped(compared: &ComparedDocuments<'_>, text: &str, bottom: Point, width: f64) -> Item {
    let layout = Layout {
        size: SIZE,
        line_height: SIZE * 1.5,
        face: Face::Regular,
        align: Align::Start,
        balance: false,
        max_width: &|_| width,
        max_height: f64::INFINITY,
    };
    let block = compared.fonts.layout(text, &layout);
    let at = Point::new(bottom.x, bottom.y - block.bounds().y1);
    let text = TextItem { block: block.into(), at, turn: Turn::None, color: INK, halo: None };
    text_item(&Source::Mark, text)
}

/// Each mark that there is with what it means, in a row around `at`.
fn samples(compared: &ComparedDocuments<'_>, at: Point, signs: &BTreeSet<Sign>) -> Vec<Item> {
    let mut row = Row { compared, at, items: Vec::new() };
    for sign in signs {
        row.sign(*sign);
    }
    if signs.is_empty() {
        row.word(0.0, "revise-picture-equal");
    }
    row.items
}

const fn word_of(sign: Sign) -> &'static str {
    match sign {
        Sign::Badge(RevisionKind::Added) => "revise-picture-added",
        Sign::Badge(RevisionKind::Removed) => "revise-picture-removed",
        Sign::Badge(RevisionKind::Changed) => "revise-picture-changed",
        Sign::Badge(RevisionKind::Moved) => "revise-picture-moved",
        Sign::Trail => "revise-picture-trail",
        Sign::FormerWay => "revise-picture-former-way",
        Sign::Slight => "revise-picture-slight",
    }
}

/// Samples and words from left to right.
struct Row<'a> {
    compared: &'a ComparedDocuments<'a>,
    /// Where the next sample begins.
    at: Point,
    items: Vec<Item>,
}

impl Row<'_> {
    /// A mark and what it means.
    fn sign(&mut self, sign: Sign) {
        let (start, end) = (self.at, Point::new(self.at.x + LINE_SAMPLE, self.at.y));
        let line = |stroke| path_item(&Source::Mark, Part::Line, straight(start, end), None, Some(stroke));
        let (sample, width) = match sign {
            Sign::Badge(kind) => {
                let size = row_size(1);
                let place = Rect::from_origin_size(start - (0.0, size.height / 2.0), size);
                (badges([kind], place, String::new()).into_iter().collect(), size.width)
            }
            Sign::Trail => (Vec::from(trail(Point::new(start.x + TRAIL_START, start.y), end)), LINE_SAMPLE),
            Sign::FormerWay => (vec![line(former_way())], LINE_SAMPLE),
            Sign::Slight => (vec![line(solid(SLIGHT, SLIGHT_BAND)), line(solid(INK, 1.25))], LINE_SAMPLE),
        };
        self.items.extend(sample);
        self.word(width, word_of(sign));
    }

    /// The words of a sample that is so wide.
    fn word(&mut self, sample: f64, key: &str) {
        let word = &self.compared.catalog.text(key);
        let gap = if sample > 0.0 { SAMPLE_GAP.0 } else { 0.0 };
        let block = one_line(self.compared.fonts, word, SIZE, Face::Regular, Align::Start);
        let width = block.width();
        let at = Point::new(self.at.x + sample + gap, self.at.y + SIZE * 0.357);
        self.items.push(caption(&Source::Mark, block, at, INK));
        self.at.x += sample + gap + width + SAMPLE_GAP.1;
    }
}
