//! The labels of connectors.
//!
//! Owns where a label stands beside a finished line, and where one that a person placed goes when its line runs another
//! way. Must not move lines.

pub(super) mod carry;
pub(super) mod place;
