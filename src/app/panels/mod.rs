//! The panels around the canvas: where they are, and what happens to what they ask for.

pub(super) mod answer;
pub(super) mod docks;
pub(super) mod remembered;
mod room;
pub(super) mod state;
