//! Closing documents and the window without losing work.

pub(super) mod leave;
