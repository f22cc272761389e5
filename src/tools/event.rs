//! What a person does, in page coordinates.

use crate::{
    geom::Point,
    model::{StepId, StepKind},
};

/// Something that a person did on the canvas.
#[derive(Clone, Debug, PartialEq)]
pub enum InputEvent {
    /// The pointer moved with no button down.
    Hover {
        /// Where it is.
        at: Point,
        /// The keys that are held.
        modifiers: Modifiers,
    },
    /// The main button went down.
    Press {
        /// Where.
        at: Point,
        /// The keys that are held.
        modifiers: Modifiers,
        /// 1 for a single press, 2 for the second one of a double click.
        clicks: u8,
    },
    /// The pointer moved with the main button down.
    Drag {
        /// Where it is.
        at: Point,
        /// The keys that are held.
        modifiers: Modifiers,
    },
    /// The main button went up.
    Release {
        /// Where.
        at: Point,
        /// The keys that are held.
        modifiers: Modifiers,
    },
    /// The pointer left the canvas.
    Leave,
    /// The other button asks what can be done here.
    Menu {
        /// Where.
        at: Point,
    },
    /// A symbol is carried over the canvas from elsewhere.
    Carry {
        /// Which symbol.
        kind: StepKind,
        /// Where it is.
        at: Point,
    },
    /// A symbol that was carried is let go.
    Put {
        /// Which symbol.
        kind: StepKind,
        /// Where.
        at: Point,
    },
    /// A step was chosen without the pointer.
    Choose(StepId),
    /// A step was opened without the pointer.
    Open(StepId),
    /// A key went down.
    Key(ToolKey, Modifiers),
    /// Letters were typed.
    Text(String),
}

/// The keys that are held while something happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Modifiers {
    /// Shift.
    pub shift: bool,
    /// Ctrl, or Command on a Mac.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
}

impl Modifiers {
    /// None of them.
    pub const NONE: Self = Self { shift: false, ctrl: false, alt: false };
    /// Shift alone.
    pub const SHIFT: Self = Self { shift: true, ..Self::NONE };
    /// Ctrl alone.
    pub const CTRL: Self = Self { ctrl: true, ..Self::NONE };
    /// Alt alone.
    pub const ALT: Self = Self { alt: true, ..Self::NONE };
}

/// A key that means something on the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToolKey {
    /// Gives up what is in progress.
    Escape,
    /// Opens what is selected.
    Enter,
    /// Opens what is selected.
    F2,
    /// Nudges to the left.
    Left,
    /// Nudges to the right.
    Right,
    /// Nudges up.
    Up,
    /// Nudges down.
    Down,
}
