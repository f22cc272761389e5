//! A step's text, laid out in its symbol.

use std::sync::Arc;

use super::text_area::text_area;
use crate::{
    geom::{Point, Rect, Size, Vec2},
    model::StepKind,
    text::{Align, Face, Fonts, Layout, TextBlock},
};

/// The size of a step's text.
pub const LABEL_SIZE: f64 = 13.0;
/// The size of a note's text and of a connector's label.
pub const NOTE_SIZE: f64 = 12.0;
/// The most width of a connector's label.
const CONNECTOR_LABEL_WIDTH: f64 = 140.0;

/// A text in its place.
#[derive(Clone, Debug)]
pub struct Label {
    /// The lines, around their own middle.
    pub block: Arc<TextBlock>,
    /// Where that middle stands, in page coordinates.
    pub at: Point,
}

/// The label `text` of a step of `kind` that takes up `rect`.
pub fn label(fonts: &Fonts, kind: StepKind, rect: Rect, text: &str) -> Label {
    let (size, line_height) = metrics(kind);
    let area = text_area(kind, rect.size(), size);
    let layout = Layout {
        size,
        line_height,
        face: Face::Regular,
        align: Align::Middle,
        balance: true,
        max_width: &|y| area.max_width(y),
        max_height: area.max_height,
    };
    placed(kind, rect, fonts.layout(text, &layout).into())
}

/// The label with the lines of `block`, which were laid out for a step of `kind` as large as `rect`.
pub fn placed(kind: StepKind, rect: Rect, block: Arc<TextBlock>) -> Label {
    let area = text_area(kind, rect.size(), metrics(kind).0);
    let hang = if area.below { block.height() / 2.0 } else { 0.0 };
    Label { at: rect.center() + area.offset + Vec2::new(0.0, hang), block }
}

/// The label of a connector, around its own middle; that of a decision's branch is bold.
pub fn connector_label(fonts: &Fonts, text: &str, of_decision: bool) -> TextBlock {
    let layout = Layout {
        size: NOTE_SIZE,
        line_height: 15.0,
        face: if of_decision { Face::Bold } else { Face::Regular },
        align: Align::Middle,
        balance: true,
        max_width: &|_| CONNECTOR_LABEL_WIDTH,
        max_height: f64::INFINITY,
    };
    fonts.layout(text, &layout)
}

/// The size of a connector's label.
pub fn connector_label_size(fonts: &Fonts, text: &str, of_decision: bool) -> Size {
    let measure = || connector_label(fonts, text, of_decision).bounds().size();
    let style = if of_decision { "branch" } else { "connector" };
    fonts.remembered_size(style, text, measure)
}

/// Font size and line height of a step's text.
const fn metrics(kind: StepKind) -> (f64, f64) {
    match kind {
        StepKind::Note | StepKind::Event(_) => (NOTE_SIZE, 15.0),
        _ => (LABEL_SIZE, 16.0),
    }
}
