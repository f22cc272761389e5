//! What is copied, cut and pasted.

pub(super) mod copy_paste;
