//! The canvas: a page seen through a camera, and what lies over it while it is edited.
//!
//! Draws a `Scene`, moves the camera, and turns input into events in page coordinates. Draws what the tools say
//! (selection, handles, guides), and has the field in which texts are written, the list of symbols and the menu.
//! Changes no document.

mod add_step;
mod flat;
mod hands;
mod headings;
mod input;
mod letters;
mod marks;
mod menu;
mod motion;
mod overlay;
mod painter;
mod pen;
mod picture;
mod pins;
mod shelf;
mod text_field;
mod text_place;
mod warp;
mod widget;

pub use add_step::{AddAnswer, AddStep, add_step_ui};
pub use hands::Hands;
pub use headings::headings_ui;
pub use input::looked;
pub use menu::{MenuAnswer, menu_ui};
pub use motion::{Moment, Motion};
pub use painter::{CanvasPlace, paint};
pub use picture::{Picture, StepMark};
pub use text_field::{FieldUse, TextEnd, TextField};
pub use text_place::{TextPlace, text_place};
pub use widget::{CanvasOutput, CanvasView, canvas_ui, fitted, fitted_to, opened};
