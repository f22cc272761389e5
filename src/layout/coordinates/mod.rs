//! From rows, columns and ways to places.
//!
//! Owns the tracks of parallel runs, the room of labels and channels, and the finished drawing. Must not choose cells or
//! ways.

pub(super) mod drawn;
pub(super) mod labels;
pub(super) mod places;
pub(super) mod quality;
pub(super) mod repair;
pub(super) mod runs;
pub(super) mod strips;
pub(super) mod tracks;
