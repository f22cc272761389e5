//! The room that a symbol leaves for its text.

use super::outline;
use crate::{
    geom::{Size, Vec2},
    model::{Branching, StepKind},
    text::CAP_HEIGHT,
};

/// The least padding between text and the sides of an outline, twice.
const PADDING: f64 = 14.0;
/// The same for a diamond, measured at the corners of its letters.
const DIAMOND_PADDING: f64 = 8.0;
/// The share of a diamond's width that even a single line leaves free to the points.
const DIAMOND_SHARE: f64 = 0.72;
/// The room above and below the line boxes of a text, together: with what the line boxes leave it makes 6 to 7.
const PADDING_UPRIGHT: f64 = 6.0;
/// How far a decision's text moves down for its marker.
const MARKER_SHIFT: f64 = 5.0;
/// The width of a label that stands below its symbol.
const BELOW: f64 = 112.0;

/// The room for a label inside (or, for events, below) a symbol.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextArea {
    /// From the middle of the symbol to the middle of the text.
    pub offset: Vec2,
    /// The most height of all line boxes together.
    pub max_height: f64,
    width: Width,
    /// Whether the text hangs below the symbol: `offset` is then the middle of its upper edge.
    pub below: bool,
}

#[derive(Clone, Copy, Debug)]
enum Width {
    Constant(f64),
    /// A diamond of this size, its text lowered by so much.
    Diamond {
        size: Size,
        lowered: f64,
        half_cap: f64,
    },
}

impl TextArea {
    /// The most width of a line whose middle is `y` below the middle of the text.
    pub(super) fn max_width(&self, y: f64) -> f64 {
        match self.width {
            Width::Constant(width) => width,
            Width::Diamond { size, lowered, half_cap } => {
                // The corners of the letters count, not the middle of the line.
                let corner = (y + lowered).abs() + half_cap;
                let room = size.width * (1.0 - corner / (size.height / 2.0)) - DIAMOND_PADDING;
                room.clamp(0.0, DIAMOND_SHARE * size.width)
            }
        }
    }
}

/// The room in a step of `kind` and `size`, its text set in `font_size`.
pub(super) fn text_area(kind: StepKind, size: Size, font_size: f64) -> TextArea {
    let Size { width: w, height: h } = size;
    let area = |width: f64, height: f64, offset: Vec2| TextArea {
        offset,
        max_height: height - PADDING_UPRIGHT,
        width: Width::Constant(width.max(0.0)),
        below: false,
    };
    match kind {
        StepKind::Start | StepKind::End(_) => area(w - 0.5 * h - 8.0, h, Vec2::ZERO),
        StepKind::Process | StepKind::Note => area(w - PADDING, h, Vec2::ZERO),
        StepKind::Decision(branching) => {
            let lowered = if branching == Branching::Plain { 0.0 } else { MARKER_SHIFT };
            let half_cap = CAP_HEIGHT * font_size / 2.0;
            TextArea {
                offset: Vec2::new(0.0, lowered),
                max_height: h,
                width: Width::Diamond { size, lowered, half_cap },
                below: false,
            }
        }
        StepKind::Data | StepKind::ManualOperation => area(w - outline::slant(h) - PADDING, h, Vec2::ZERO),
        StepKind::ManualInput => area(w - PADDING, h - 8.0, Vec2::new(0.0, 4.0)),
        StepKind::Document => {
            let a = outline::wave(h);
            area(w - PADDING, h - 1.6 * a, Vec2::new(0.0, -0.8 * a))
        }
        StepKind::MultiDocument => {
            let (stack, a) = (2.0 * outline::SHEET, outline::wave(h - 2.0 * outline::SHEET));
            let offset = Vec2::new(-outline::SHEET, outline::SHEET - 0.8 * a);
            area(w - stack - PADDING, h - stack - 1.6 * a, offset)
        }
        StepKind::Subprocess => area(w - 28.0, h, Vec2::ZERO),
        StepKind::Database => {
            let e = outline::lid(h);
            area(w - PADDING, h - 2.0 * e, Vec2::new(0.0, 0.8 * e))
        }
        StepKind::Preparation => area(w - outline::tip(h) - PADDING, h, Vec2::ZERO),
        StepKind::Delay => area(w - 0.25 * h - PADDING, h, Vec2::new(-0.1 * h, 0.0)),
        StepKind::Display => area(w - 0.4 * h - PADDING, h, Vec2::new(0.04 * h, 0.0)),
        StepKind::Event(_) => TextArea {
            offset: Vec2::new(0.0, h / 2.0 + 6.0),
            max_height: f64::INFINITY,
            width: Width::Constant(BELOW),
            below: true,
        },
        StepKind::OnPageConnector => area(w - 10.0, h, Vec2::ZERO),
        StepKind::OffPageConnector => {
            let point = outline::off_page_point(h);
            area(w - PADDING, h - point, Vec2::new(0.0, -0.4 * point))
        }
    }
}
