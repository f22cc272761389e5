//! The export dialog and what runs for it.

pub(super) mod export;
pub(super) mod preview;
