//! The search for the way of one connector.
//!
//! Owns the windows that are tried, the grid of a window, its costs and the search over it. Must not change other lines.

pub(super) mod a_star;
pub(super) mod attempt;
pub(super) mod cost;
pub(super) mod ends;
pub(super) mod grid;
pub(super) mod near;
pub(super) mod window;
