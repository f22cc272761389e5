//! The distances of each kind of spacing.

use crate::{
    layout::request::Spacing,
    measures::{LABEL_CORNER_GAP, LABEL_ROW_GAP, LABEL_SIDE_GAP},
};

/// Distances in document units.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distances {
    /// Between columns and between the rows of a lane, when nothing runs there.
    pub(super) gap: (f64, f64),
    /// Between a step and the border of its phase and of its lane.
    pub(super) padding: (f64, f64),
    /// Between parallel lines.
    pub(super) track: f64,
}

/// Between a step and a line along it: where lines leave, where they arrive with their arrowheads.
pub(super) const CLEARANCE: (f64, f64) = (14.0, 18.0);
/// Between a border and a line along it.
pub(super) const BORDER: f64 = 9.0;
/// Around a label: to the corner and to the line that it stands above, to the line that it stands beside.
pub(super) const LABEL: LabelGaps =
    LabelGaps { corner: LABEL_CORNER_GAP, above: LABEL_ROW_GAP, beside: LABEL_SIDE_GAP };

/// Distances of labels from steps and lines.
#[derive(Clone, Copy, Debug)]
pub(super) struct LabelGaps {
    pub(super) corner: f64,
    pub(super) above: f64,
    pub(super) beside: f64,
}

impl Distances {
    pub(super) const fn of(spacing: Spacing) -> Self {
        match spacing {
            Spacing::Compact => Self { gap: (30.0, 20.0), padding: (14.0, 16.0), track: 10.0 },
            Spacing::Normal => Self { gap: (38.0, 28.0), padding: (20.0, 18.0), track: 10.0 },
            Spacing::Roomy => Self { gap: (56.0, 44.0), padding: (28.0, 26.0), track: 12.0 },
        }
    }
}
