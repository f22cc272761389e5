//! Documents into files.

pub(super) mod name_template;
pub(super) mod save;
