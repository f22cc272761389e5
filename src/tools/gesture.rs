//! Something that is done with the button down.

use super::{Feedback, Modifiers, Stage, ToolRequest};
use crate::geom::Point;

/// Where the pointer is, and what is held.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer {
    pub(super) at: Point,
    pub(super) modifiers: Modifiers,
}

/// A drag from its beginning to its end.
pub(super) trait Gesture {
    /// The pointer is at another place, or other keys are held. `feedback` comes blank.
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest>;

    /// The button went up where the pointer was last.
    fn drop(self: Box<Self>, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest>;
}
