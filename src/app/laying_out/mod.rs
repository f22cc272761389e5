//! Automatic layout of what is shown.

pub(super) mod lay_out;
