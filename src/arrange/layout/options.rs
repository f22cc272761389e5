//! What may be chosen about a layout.

use crate::layout::{LaneOrder, Spacing, Start};

/// How a page is to be laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LayoutOptions {
    /// How far things stand apart.
    pub spacing: Spacing,
    /// Whether the present order of things is kept.
    pub start: Start,
    /// Whether lanes keep their order.
    pub lane_order: LaneOrder,
    /// Wanted width of the chart divided by its height, for paper; `None`: whatever reads best.
    pub aspect: Option<f64>,
}
