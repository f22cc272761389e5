//! Files of tables on their way to a chart.

pub(super) mod dialog;
pub(super) mod tables;
