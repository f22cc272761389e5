//! The preview of an export, made in the background of the very bytes that would be written.
//!
//! Owns when it is made and what becomes of results that come too late. Shows nothing: the dialog does.

mod image;
mod make;
mod previewer;

pub(super) use image::decode;
pub(super) use make::Wish;
pub(super) use previewer::Previewer;
