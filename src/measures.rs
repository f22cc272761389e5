//! Distances that several rooms have to agree on, in document units.
//!
//! Owns one value for each meaning. What one algorithm alone weighs or tolerates stays with it, and so do the distances
//! of a layout, which a person chooses (`layout::Spacing`).

/// How far a lane's header reaches before the lane's beginning.
pub const HEADER: f64 = 40.0;
/// How far the phase band reaches before the first lane.
pub const PHASE_BAND: f64 = 28.0;
/// How far a pool's header reaches before the headers of its lanes.
pub const POOL_BAND: f64 = 28.0;
/// The least length of a page without phases, so that an empty one is a page.
pub const LEAST_LENGTH: f64 = 960.0;
/// The furthest that anything is put from the origin by a person, well within the invariants' limit.
pub const FURTHEST: f64 = 1e6;

/// The size of a new lane: one row of steps with room around it.
pub const NEW_LANE: f64 = 120.0;
/// The size of a new phase: two columns of steps.
pub const NEW_PHASE: f64 = 240.0;
/// No lane and no phase can be made smaller than this by hand.
pub const LEAST_BAND: f64 = 64.0;
/// No lane becomes smaller than this by itself, so that its heading can be read.
pub const LEAST_FITTED_LANE: f64 = 96.0;
/// No phase becomes smaller than this by itself.
pub const LEAST_FITTED_PHASE: f64 = 120.0;

/// The room kept between a lane's border and its steps, and between the page's beginning or end and anything.
pub const LANE_PADDING: f64 = 16.0;
/// The room that is made between a phase's borders and its steps.
pub const PHASE_PADDING: f64 = 22.0;
/// The least of it.
pub const LEAST_PHASE_PADDING: f64 = 12.0;
/// The room between a line and the border of its lane or phase.
pub const LINE_PADDING: f64 = 12.0;

/// The least extent of a step, in either direction.
pub const LEAST_STEP: f64 = 24.0;
/// Closer than this, two steps are in each other's way.
pub const CLEARANCE: f64 = 12.0;
/// So much room a step that is new or has grown keeps for the lines to its neighbours.
pub const LINE_GAP: f64 = 28.0;
/// The room that is made between rows of steps in a lane.
pub const ROW_GAP: f64 = 28.0;
/// The room that is made between columns of steps.
pub const COLUMN_GAP: f64 = 36.0;

/// Between a line and any step beside it.
pub const LINE_CLEARANCE: f64 = 12.0;
/// Between an outline's corner and a label above a line that runs level there.
pub const LABEL_CORNER_GAP: f64 = 3.0;
/// Between a level line and the label above or below it.
pub const LABEL_ROW_GAP: f64 = 6.0;
/// Between an upright line and the label beside it.
pub const LABEL_SIDE_GAP: f64 = 7.0;
