//! What a person does with pointer and keys on a page, and what is meant by it.
//!
//! Owns the state machines of the canvas: selecting, moving, resizing, connecting, placing. Input comes as
//! [`InputEvent`]s in page coordinates; what is meant goes out as [`ToolRequest`]s, and what the canvas draws meanwhile
//! as [`Feedback`]. A gesture is computed from the page as it was when the gesture began and from the whole way
//! since, so that nothing adds up; whether something goes is asked of `edit::rules`.
//!
//! Changes no document. Must not know egui, the clock or chance: numbers for new ids come with the [`Stage`].

mod connector;
mod create;
mod event;
mod feedback;
mod gesture;
mod grip;
mod hover;
mod keys;
mod lanes;
mod marquee;
mod move_steps;
mod place;
mod request;
mod resize;
mod select;
mod snap;
mod steer;
mod text_of;

pub use connector::{add_bend, remove_bend};
pub use create::{loose_step, new_step, next_to};
pub use event::{InputEvent, Modifiers, ToolKey};
pub use feedback::{CursorShape, Drop, Feedback};
pub use grip::{ARROW_RADIUS, Edge, Grip, HANDLE, Handle, Metrics};
pub use request::{Stage, ToolRequest};
pub use steer::{Mode, Tools};
pub use text_of::text_of;
