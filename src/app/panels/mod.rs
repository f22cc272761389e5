//! The panels around the canvas.

pub(super) mod docks;
pub(super) mod state;
