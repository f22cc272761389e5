//! What files held before they were saved again: shown, opened, restored, removed.

pub(super) mod dialog;
mod opened;
