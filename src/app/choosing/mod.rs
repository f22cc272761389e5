//! Asking for files: by the system's dialogs, or in the window where there are none.

pub(super) mod choose;
pub(super) mod chosen_file;
pub(super) mod file_dialogs;
pub(super) mod purpose;
pub(super) mod replace_question;
