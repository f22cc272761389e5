//! What is copied, cut and pasted.

pub(super) mod copy_paste;
pub(super) mod copy_picture;
pub(super) mod pasted_words;
pub(super) mod picture;
pub(super) mod system;
mod words;
#[cfg(all(unix, not(target_os = "macos")))]
pub(super) mod x11;
