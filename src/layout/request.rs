//! What a caller asks of the layout and what it gets back.
//!
//! Owns the public data types. Must not hold any layout logic.

use kurbo::{Point, Size};

use crate::geom::{Side, indices};

indices!(pub,
    /// Position of a step in [`LayoutRequest::steps`].
    StepIx,
    /// Position of a connector in [`LayoutRequest::edges`].
    EdgeIx,
    /// Position of a lane, first lane first.
    LaneIx,
);

/// How much of the room beside a step's middle belongs to it.
///
/// More than half of its size where a label stands outside of the symbol.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct StepRoom {
    /// Before the middle along the flow.
    pub before: f64,
    /// After the middle along the flow.
    pub after: f64,
    /// Above the middle across the flow.
    pub above: f64,
    /// Below the middle across the flow.
    pub below: f64,
}

/// A step to be placed.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct StepBox {
    /// Extent along the flow (width) and across it (height).
    pub size: Size,
    /// The room that it takes up about its middle.
    pub room: StepRoom,
    /// Its lane.
    pub lane: LaneIx,
    /// Its phase, when it belongs to one.
    pub phase: Option<usize>,
    /// Whether lines meet it in the middle of its sides only (a diamond, a circle).
    pub is_pointed: bool,
    /// Whether its outgoing connectors are branches.
    pub can_branch: bool,
    /// Where its middle is now; used by [`Start::Tidy`] only.
    pub now: Point,
}

/// A connector between two steps.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct LayoutEdge {
    /// Where it leaves.
    pub from: StepIx,
    /// Where it arrives, at the arrowhead.
    pub to: StepIx,
    /// Extent of its label along (width) and across (height) the flow.
    pub label: Option<Size>,
}

/// How far things stand apart.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Spacing {
    /// For charts that must fit a page.
    Compact,
    /// As the bundled templates.
    #[default]
    Normal,
    /// For charts that are shown on a wall.
    Roomy,
}

/// What the layout begins with.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Start {
    /// Nothing: all places are found anew.
    #[default]
    Fresh,
    /// The present places: their order along and across the flow is kept.
    Tidy,
}

/// Which lane comes first.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum LaneOrder {
    /// As given.
    #[default]
    Keep,
    /// The order with the fewest crossings that was found.
    Best,
}

/// Everything the layout needs, in terms of *along* and *across* the flow, in document units.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct LayoutRequest {
    /// The steps; their order is the reading order where nothing else decides.
    pub steps: Vec<StepBox>,
    /// The connectors; the first one that leaves a step is its main branch.
    pub edges: Vec<LayoutEdge>,
    /// How many lanes there are; at least 1.
    pub lanes: usize,
    /// How many phases there are.
    pub phases: usize,
    /// Least size of a lane across the flow.
    pub least_lane: f64,
    /// Least size of a phase along the flow.
    pub least_phase: f64,
    /// Distances between things.
    pub spacing: Spacing,
    /// Wanted length along the flow divided by the breadth across it; `None`: whatever reads best.
    pub aspect: Option<f64>,
    /// What happens to the order of lanes.
    pub lane_order: LaneOrder,
    /// What the layout begins with.
    pub start: Start,
}

/// Where a connector meets its step.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Exit {
    /// In terms of the flow: `Right` looks along it, `Bottom` to the next lane.
    pub side: Side,
    /// The place on the side, 0 to 1.
    pub t: f64,
}

/// The line of a connector.
#[derive(Clone, PartialEq, Debug)]
pub struct Path {
    /// The bends, without the ends.
    pub bends: Vec<Point>,
    /// Where it leaves.
    pub from: Exit,
    /// Where it arrives.
    pub to: Exit,
    /// Middle of its label, when it has one.
    pub label: Option<Point>,
}

/// A finished layout. The origin is where the first lane and the flow begin.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct LayoutPlan {
    /// Middle of each step.
    pub steps: Vec<Point>,
    /// Line of each connector.
    pub edges: Vec<Path>,
    /// The lanes from the first to the last, each with its size across the flow.
    pub lanes: Vec<(LaneIx, f64)>,
    /// Size of each phase along the flow.
    pub phases: Vec<f64>,
    /// Length of the chart along the flow.
    pub length: f64,
}
