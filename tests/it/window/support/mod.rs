//! What tests of the window share: its surroundings, charts in files, and patience.

pub(crate) mod fake;
pub(crate) mod on_file;
#[cfg(all(feature = "inspection", target_os = "linux"))]
pub(crate) mod robot;
pub(crate) mod wait;
