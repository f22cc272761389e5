//! A step's text, laid out in its symbol.

use std::sync::Arc;

use super::text_area::text_area;
use crate::{
    geom::{Point, Rect, Size, Vec2},
    model::StepKind,
    text::{Align, Face, Fonts, Layout, MeasuredText, TextBlock},
};

/// The size of a step's text.
pub const LABEL_SIZE: f64 = 13.0;
/// The size of a note's text and of a connector's label.
pub const NOTE_SIZE: f64 = 12.0;
/// The face of a step's text.
const FACE: Face = Face::Regular;
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
    let block = in_symbol(kind, rect.size(), |layout| fonts.layout(text, layout));
    placed(kind, rect, block.into())
}

/// The label `text` of a step of `kind`, to be asked whether it fits into one of some size.
pub(super) fn measured<'a>(fonts: &'a Fonts, kind: StepKind, text: &str) -> MeasuredText<'a> {
    fonts.measured(text, FACE, metrics(kind).0)
}

/// How many lines `text` has in a step of `kind` of the size `of`; `None`: it does not fit.
pub(super) fn line_count(text: &MeasuredText<'_>, kind: StepKind, of: Size) -> Option<usize> {
    in_symbol(kind, of, |layout| text.line_count(layout))
}

/// What `set` makes with the layout of a label in a step of `kind` of the size `of`.
fn in_symbol<T>(kind: StepKind, of: Size, set: impl FnOnce(&Layout<'_>) -> T) -> T {
    let (size, line_height) = metrics(kind);
    let area = text_area(kind, of, size);
    set(&Layout {
        size,
        line_height,
        face: FACE,
        align: Align::Middle,
        balance: true,
        max_width: &|y| area.max_width(y),
        max_height: area.max_height,
    })
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
