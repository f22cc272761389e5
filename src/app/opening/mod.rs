//! Charts on their way into the window: files that are opened, and new charts.

pub(super) mod new_chart;
pub(super) mod open_files;
pub(super) mod sweeping;
