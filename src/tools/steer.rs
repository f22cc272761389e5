//! The tools as one: which of them is at work, and what it is given.

use super::{
    Feedback, InputEvent, Modifiers, Stage, ToolKey, ToolRequest, create,
    gesture::{Gesture, Pointer},
    hover, keys, place,
    select::{self, Pressed},
};
use crate::{
    edit::{Selection, TextOf},
    geom::Point,
    model::StepKind,
};

/// How far the pointer moves before a press becomes a drag, in screen points.
const THRESHOLD: f64 = 4.0;

/// What the main button does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Selects and moves.
    #[default]
    Select,
    /// Puts a step where it is pressed next.
    Place(StepKind),
}

/// The state of the canvas between events.
#[derive(Default)]
pub struct Tools {
    mode: Mode,
    pressed: Option<Pressed>,
    gesture: Option<Box<dyn Gesture>>,
    /// Where the pointer was last, while something is dragged.
    pointer: Option<Pointer>,
    feedback: Feedback,
}

impl Tools {
    /// What the main button does.
    pub const fn mode(&self) -> Mode {
        self.mode
    }

    /// Makes the main button do something else from the next press on.
    pub const fn set_mode(&mut self, mode: Mode) {
        self.mode = mode;
    }

    /// What is drawn over the page.
    pub const fn feedback(&self) -> &Feedback {
        &self.feedback
    }

    /// Whether something is being dragged.
    pub const fn is_dragging(&self) -> bool {
        self.gesture.is_some()
    }

    /// What `event` asks for, on the page that `stage` shows.
    pub fn handle(&mut self, event: &InputEvent, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        match event {
            InputEvent::Hover { at, modifiers } => {
                self.hover(Pointer { at: *at, modifiers: *modifiers }, stage);
                Vec::new()
            }
            InputEvent::Press { at, modifiers, clicks } => self.press(*at, *modifiers, *clicks, stage),
            InputEvent::Drag { at, modifiers } => {
                self.drag(Pointer { at: *at, modifiers: *modifiers }, stage)
            }
            InputEvent::Release { at, modifiers } => {
                self.release(Pointer { at: *at, modifiers: *modifiers }, stage)
            }
            InputEvent::Leave => {
                if !self.is_dragging() {
                    self.feedback = Feedback::default();
                }
                Vec::new()
            }
            InputEvent::Menu { at } => self.menu(*at, stage),
            InputEvent::Carry { kind, at } => {
                self.carry(*kind, *at, stage);
                Vec::new()
            }
            InputEvent::Put { kind, at } => {
                self.feedback = Feedback::default();
                create::new_step(*kind, *at, None, stage)
            }
            InputEvent::Choose(id) => vec![ToolRequest::select(Selection::step(id.clone()))],
            InputEvent::Open(id) => {
                vec![
                    ToolRequest::select(Selection::step(id.clone())),
                    ToolRequest::edit(TextOf::Step(id.clone())),
                ]
            }
            InputEvent::Key(key, modifiers) => self.key(*key, *modifiers, stage),
            InputEvent::Text(_) if self.is_dragging() => Vec::new(),
            InputEvent::Text(text) => keys::typed(text, stage),
        }
    }

    fn hover(&mut self, pointer: Pointer, stage: &Stage<'_>) {
        if let Mode::Place(kind) = self.mode {
            return self.carry(kind, pointer.at, stage);
        }
        self.feedback = hover::hover(stage, &self.feedback, pointer);
    }

    fn carry(&mut self, kind: StepKind, at: Point, stage: &Stage<'_>) {
        self.feedback = Feedback::default();
        place::carry(kind, at, stage, &mut self.feedback);
    }

    fn press(
        &mut self,
        at: Point,
        modifiers: Modifiers,
        clicks: u8,
        stage: &mut Stage<'_>,
    ) -> Vec<ToolRequest> {
        if let Mode::Place(kind) = self.mode {
            self.mode = Mode::Select;
            self.feedback = Feedback::default();
            return create::new_step(kind, at, None, stage);
        }
        if clicks >= 2 {
            self.pressed = None;
            return select::double_click(stage, at);
        }
        let shown = self.feedback.hovered.as_ref();
        let (pressed, requests) = select::press(stage, shown, at, modifiers);
        self.pressed = Some(pressed);
        requests
    }

    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        if let Some(pressed) = &self.pressed {
            if pressed.at.distance(pointer.at) < stage.doc(THRESHOLD) {
                return Vec::new();
            }
            self.gesture = select::begin(pressed, stage);
            self.pressed = None;
        }
        self.pointer = Some(pointer);
        let Some(gesture) = &mut self.gesture else { return Vec::new() };
        self.feedback = Feedback { is_dragging: true, ..Feedback::default() };
        gesture.drag(pointer, stage, &mut self.feedback)
    }

    fn release(&mut self, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        self.pointer = None;
        if let Some(gesture) = self.gesture.take() {
            self.feedback = Feedback::default();
            self.mode = Mode::Select;
            return gesture.drop(pointer, stage);
        }
        self.pressed.take().map(|pressed| select::click(pressed, stage)).unwrap_or_default()
    }

    fn menu(&mut self, at: Point, stage: &Stage<'_>) -> Vec<ToolRequest> {
        let spot = hover::spot_at(stage, at);
        let record = select::record(stage.view.page, &spot);
        let mut requests = self.give_up();
        if !select::holds(stage.selection, &record) || record.is_empty() && !stage.selection.is_empty() {
            requests.push(ToolRequest::select(record));
        }
        requests.push(ToolRequest::Menu { at, on: spot });
        requests
    }

    fn key(&mut self, key: ToolKey, modifiers: Modifiers, stage: &Stage<'_>) -> Vec<ToolRequest> {
        let is_busy = self.is_dragging() || self.pressed.is_some() || self.mode != Mode::Select;
        match key {
            ToolKey::Escape if is_busy => self.give_up(),
            _ if is_busy => Vec::new(),
            _ => keys::pressed(key, modifiers, stage),
        }
    }

    /// Gives up what is in progress: the page is as it was before.
    pub fn give_up(&mut self) -> Vec<ToolRequest> {
        self.mode = Mode::Select;
        self.pressed = None;
        self.pointer = None;
        self.feedback = Feedback::default();
        self.gesture.take().map(|_| ToolRequest::CANCEL).into_iter().collect()
    }
}
