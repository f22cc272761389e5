//! Pictures of a chart into files and the clipboard, and their preview.

pub(super) mod export;
pub(super) mod preview;
