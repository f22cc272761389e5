//! Columns and rows: which steps stand one behind the other and which side by side.
//!
//! Owns the cell of every step before anything has a place: the flow without its circles, the layering, the straight
//! chains, the rows of each lane and the order of lanes. Must not know lines or coordinates.

pub(super) mod cells;
pub(super) mod chains;
pub(super) mod columns;
pub(super) mod graph;
pub(super) mod lane_order;
pub(super) mod present;
pub(super) mod rows;
