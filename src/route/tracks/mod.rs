//! Parallel stretches beside each other.
//!
//! Owns the order and the distances of tracks in one channel, after all ways were found, and which jogs can go. Must not
//! change else who bends where.

pub(super) mod jogs;
pub(super) mod nudge;
pub(super) mod rank;
pub(super) mod spread;
