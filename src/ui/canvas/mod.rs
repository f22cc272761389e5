//! The canvas: a picture seen through a camera.
//!
//! Draws a `Scene` and moves the camera. Must not know the document or change it.

mod input;
mod letters;
mod overlay;
mod painter;
mod picture;
mod shelf;
mod widget;

pub use painter::{View, paint, paper_rect};
pub use picture::{Picture, StepMark};
pub use widget::{CanvasOutput, canvas_ui};
