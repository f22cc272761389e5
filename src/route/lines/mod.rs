//! What the router knows of lines: segments, directions, channels between steps, finished lines and their jumps.
//!
//! Owns no decision.

pub(super) mod channel;
pub(super) mod dir;
pub(super) mod index;
pub(super) mod jumps;
pub(super) mod line;
pub(super) mod seg;
