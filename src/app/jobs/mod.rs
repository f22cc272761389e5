//! What runs in the background.

pub(super) mod job;
pub(super) mod works;
