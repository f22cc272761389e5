//! Asking for files.

pub(super) mod file_dialogs;
