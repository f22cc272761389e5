//! A layout around steps that stay where they are.
//!
//! Owns how a finished layout, which knows nothing of pins, is bent so that it goes through them. Must not draw lines:
//! those of the layout no longer fit, and whoever asked routes them anew.
//!
//! ```text
//!  layout:   ┌─┐   ┌─┐   ┌─┐   ┌─┐        carried:   ┌─┐     ┌─┐     ┌▼┐   ┌─┐
//!            └─┘   └─┘   └─┘   └─┘                   └─┘     └─┘     └─┘   └─┘
//!                         └── pinned there ──▶▼       between them gaps open or close
//! ```
//!
//! Columns go with the pinned steps in them, and so do the rows of a lane, as far as the pins agree with the order of
//! the layout and leave room for what is between them: columns stay columns and straight lines straight. A pin that does
//! not agree carries nothing. What would come to stand on a pinned step then gets the nearest free place of its lane.

mod around;
mod bands;
mod carry;
mod free;
mod strips;
#[cfg(test)]
mod tests;

pub use around::{Pins, PlacesAroundPins, RestOfPage, lay_out_around};
