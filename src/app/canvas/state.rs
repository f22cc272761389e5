//! What the canvas of a document remembers, and what is asked for on it.

use eframe::egui::{Pos2, Rect};

use crate::{
    app::commands::command::AppCommand,
    edit::{EditRequest, Editor, TextOf},
    geom::{Camera, Point, Size},
    model::StepId,
    scene,
    tools::{ToolRequest, Tools},
    ui::canvas::{AddStep, Hands, TextField},
};

/// What was asked for on the canvas.
#[derive(Clone, Debug)]
pub(crate) enum CanvasAnswer {
    /// Change the document.
    Edit(EditRequest),
    /// Go where a step leads beside its connectors.
    Follow(StepId),
    /// A command of the menu of what was clicked.
    Command(AppCommand),
    /// How the canvas was drawn, and whether a person moved it.
    Camera { camera: Camera, viewport: Size, is_steered: bool },
}

/// What lies over the canvas and has the keyboard.
pub(crate) enum Over {
    Text(Box<TextField>),
    Add(Box<AddStep>),
    Menu { at: Pos2, on: scene::Spot, point: Point },
}

/// A step whose card is shown, and where it and the card are on the screen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OpenCard {
    pub(crate) step: StepId,
    pub(crate) at: Rect,
    pub(crate) card: Rect,
}

/// What the canvas of a document remembers.
#[derive(Default)]
pub(crate) struct CanvasState {
    /// What the main button does, and what it is doing.
    pub(crate) tools: Tools,
    pub(crate) hands: Hands,
    pub(crate) over: Option<Over>,
    /// The place of what lies over the canvas.
    pub(crate) over_rect: Option<Rect>,
    /// The card that is shown beside a step.
    pub(crate) card: Option<OpenCard>,
    /// What is shown when no button is down any more.
    pub(crate) pending: Option<ToolRequest>,
}

impl CanvasState {
    /// Asks for a text to be edited in its place.
    pub(crate) fn write(&mut self, of: TextOf) {
        self.pending = Some(ToolRequest::EditText { of, typed: None });
    }

    /// Ends what is in progress, as if the hands had been taken away: a text that is written is done, a drag is given
    /// up.
    pub(crate) fn rest(&mut self, editor: &mut Editor) {
        if self.tools.is_dragging() {
            editor.cancel();
        } else {
            editor.commit();
        }
        // What was shown of the drag is given up with it.
        drop(self.tools.give_up());
        self.hands = Hands::default();
        self.over = None;
        self.pending = None;
    }

    /// What the menu that is open is about.
    pub(crate) const fn menu(&self) -> Option<&scene::Spot> {
        match &self.over {
            Some(Over::Menu { on, .. }) => Some(on),
            Some(Over::Text(_) | Over::Add(_)) | None => None,
        }
    }

    /// Whether something else than the canvas has the keyboard.
    pub(crate) const fn is_taken(&self) -> bool {
        self.over.is_some() || self.pending.is_some()
    }
}
