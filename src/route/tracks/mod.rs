//! Parallel stretches beside each other.
//!
//! Owns the order and the distances of tracks in one channel, after all ways were found. Must not change who bends where.

pub(super) mod nudge;
pub(super) mod rank;
pub(super) mod spread;
