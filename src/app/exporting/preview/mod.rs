//! The preview of an export, made in the background of the very bytes that would be written.
//!
//! Owns when it is made and what becomes of results that come too late. Shows nothing: the dialog does.

pub(in crate::app) mod image;
pub(super) mod make;
pub(super) mod previewer;
