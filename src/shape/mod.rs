//! What a symbol looks like: outline, room for text, places for connectors, sizes.
//!
//! The one answer that editing, drawing, checking and hit-testing share. Knows a step's kind, size and text;
//! knows no colours and no pages' layout. Measures text only through `text`.

mod label;
mod marker;
mod outline;
mod port;
mod size;
mod text_area;
mod wire;

pub use label::{
    LABEL_SIZE, Label, NOTE_SIZE, connector_label, connector_label_size, label, placed as placed_label,
};
pub use marker::marker;
pub use outline::{Outline, outline};
pub(crate) use port::is_straight;
pub use port::{place, places};
pub use size::{default_size, fitted_size};
pub use wire::{line_between, polyline};
