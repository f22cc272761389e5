//! Dragging steps, or copies of them.

use std::collections::BTreeSet;

use super::{
    CursorShape, Feedback, Stage, ToolRequest,
    gesture::{Gesture, Pointer},
    hover::SLOP,
    snap::snapped,
};
use crate::{
    edit::{Command, Fragment, Onto, Selection, StepCommand, rules},
    geom::{Point, Rect, Vec2},
    model::{ConnectorId, Page, StepId},
};

/// Steps that are being dragged.
pub(super) struct MoveSteps {
    /// The page as it was when the drag began.
    start: Page,
    from: Point,
    steps: BTreeSet<StepId>,
    bounds: Rect,
    /// The connector that is made where a step is put into another one; the same in each frame.
    onward: Option<ConnectorId>,
    /// What is dragged instead while Ctrl is held; the same in each frame.
    copy: Option<Fragment>,
}

impl MoveSteps {
    /// `steps` taken hold of at `from`; `None` where none of them is there.
    pub(super) fn new(stage: &Stage<'_>, from: Point, steps: BTreeSet<StepId>) -> Option<Self> {
        let start = stage.view.page.clone();
        let rects = steps.iter().filter_map(|id| start.steps.get(id)).map(|step| step.rect);
        let bounds = rects.reduce(|a, b| a.union(b))?;
        Some(Self { start, from, steps, bounds, onward: None, copy: None })
    }

    /// How far the pointer at `pointer` moves the steps, and what lines up then.
    fn way(&self, pointer: Pointer, zoom: f64) -> (Vec2, Vec<(Point, Point)>) {
        let mut by = pointer.at - self.from;
        if pointer.modifiers.shift {
            if by.x.abs() >= by.y.abs() {
                by.y = 0.0;
            } else {
                by.x = 0.0;
            }
        }
        if pointer.modifiers.alt {
            return (by, Vec::new());
        }
        let rest = snapped(&self.start, self.bounds, by, &self.steps, zoom);
        (rest.by, rest.guides)
    }

    fn copied(&mut self, stage: &mut Stage<'_>) -> Fragment {
        let Self { start, steps, copy, .. } = self;
        let cut = || Fragment::cut_from(start, &Selection::steps(steps.iter().cloned()));
        copy.get_or_insert_with(|| cut().renamed(stage.mint)).clone()
    }

    /// The connector that a single step would be put into with the pointer at `at`.
    fn onto(&mut self, at: Point, stage: &mut Stage<'_>) -> Option<Onto> {
        let step = self.steps.first().filter(|_| self.steps.len() == 1)?;
        let page = &self.start;
        let has_connectors = page.connectors.touching(step).next().is_some();
        // A step that is part of the flow already is only moved.
        page.steps.get(step).filter(|step| step.kind.is_flow() && !has_connectors)?;
        let connector = rules::line_under(page, at, stage.doc(SLOP), Some(step))?;
        let onward = self.onward.get_or_insert_with(|| stage.connector_id()).clone();
        Some(Onto { connector, onward })
    }
}

impl Gesture for MoveSteps {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        let (by, guides) = self.way(pointer, stage.zoom);
        feedback.lane = rules::membership(&self.start, (self.bounds + by).center()).0;
        if pointer.modifiers.ctrl {
            feedback.guides = guides;
            feedback.cursor = CursorShape::Copy;
            let fragment = Box::new(self.copied(stage));
            return vec![ToolRequest::preview(Command::Paste { fragment, by })];
        }
        let onto = self.onto(pointer.at, stage);
        feedback.cursor = CursorShape::Move;
        let lead = self.steps.first().and_then(|id| self.start.steps.get(id));
        feedback.lead = lead.map(|step| (step.id.clone(), step.rect.center() + by));
        feedback.guides = guides;
        feedback.splits = onto.as_ref().map(|onto| onto.connector.clone());
        let steps = self.steps.clone();
        vec![ToolRequest::preview(Command::Step(StepCommand::Move { steps, by, onto }))]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}
