//! Documents into files, and back to what their files have.

pub(super) mod names;
pub(super) mod save;
pub(super) mod template_name;
