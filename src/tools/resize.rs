//! Making a step larger or smaller.

use super::{
    Feedback, Modifiers, Stage, ToolRequest,
    gesture::{Gesture, Pointer},
    grip::{Edge, Handle},
    snap::on_grid,
};
use crate::{
    edit::{Command, StepCommand},
    geom::{Point, Rect, Vec2},
    model::{Step, StepId},
};

/// The least extent that a step is drawn to.
const LEAST: f64 = 24.0;

/// A step whose handle is being dragged.
pub(super) struct Resize {
    step: StepId,
    handle: Handle,
    from: Point,
    start: Rect,
}

impl Resize {
    pub(super) fn new(step: &Step, handle: Handle, from: Point) -> Self {
        Self { step: step.id.clone(), handle, from, start: step.rect }
    }

    fn rect(&self, pointer: Pointer) -> Rect {
        let by = pointer.at - self.from;
        let Modifiers { shift, alt, ctrl: _ } = pointer.modifiers;
        let rest = |value: f64| if alt { value } else { on_grid(value) };
        let (x0, x1) = moved(self.handle.x, self.start.x0, self.start.x1, by.x, &rest);
        let (y0, y1) = moved(self.handle.y, self.start.y0, self.start.y1, by.y, &rest);
        let rect = Rect::new(x0, y0, x1, y1);
        if shift && self.handle.is_corner() { self.in_proportion(rect) } else { rect }
    }

    /// `rect` made as wide as it is high in the step's own proportion, the opposite corner staying.
    fn in_proportion(&self, rect: Rect) -> Rect {
        let scale = (rect.width() / self.start.width()).max(rect.height() / self.start.height());
        let size = Vec2::new(self.start.width(), self.start.height()) * scale;
        let edge = |edge: Edge, (low, high): (f64, f64), extent: f64| match edge {
            Edge::Low => (high - extent, high),
            Edge::Neither | Edge::High => (low, low + extent),
        };
        let (x0, x1) = edge(self.handle.x, (self.start.x0, self.start.x1), size.x);
        let (y0, y1) = edge(self.handle.y, (self.start.y0, self.start.y1), size.y);
        Rect::new(x0, y0, x1, y1)
    }
}

fn moved(edge: Edge, low: f64, high: f64, by: f64, rest: &dyn Fn(f64) -> f64) -> (f64, f64) {
    match edge {
        Edge::Low => (rest(low + by).min(high - LEAST), high),
        Edge::Neither => (low, high),
        Edge::High => (low, rest(high + by).max(low + LEAST)),
    }
}

impl Gesture for Resize {
    fn drag(
        &mut self,
        pointer: Pointer,
        _stage: &mut Stage<'_>,
        feedback: &mut Feedback,
    ) -> Vec<ToolRequest> {
        feedback.cursor = self.handle.cursor();
        let command = StepCommand::Resize { step: self.step.clone(), rect: self.rect(pointer) };
        vec![ToolRequest::preview(Command::Step(command))]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}
