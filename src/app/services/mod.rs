//! What the window needs from below.

pub(super) mod api;
pub(super) mod bundled;
