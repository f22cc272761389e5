//! Drawing a rectangle around things.

use std::collections::BTreeSet;

use super::{
    Feedback, Stage, ToolRequest,
    gesture::{Gesture, Pointer},
};
use crate::{
    edit::Selection,
    geom::{Point, Rect, segment_crosses_rect},
    model::{ConnectorId, Page, StepId},
    scene::pick_in,
    shape,
};

/// A rectangle that is being drawn.
pub(super) struct Marquee {
    pub(super) from: Point,
    /// What was selected before, where it is added to.
    pub(super) before: Selection,
}

impl Marquee {
    /// What lies inside; with Alt or drawn from right to left, also what is touched.
    fn caught(&self, pointer: Pointer, stage: &Stage<'_>) -> Selection {
        let rect = Rect::from_points(self.from, pointer.at);
        let page = stage.view.page;
        let touching = pointer.modifiers.alt || pointer.at.x < self.from.x;
        let (steps, connectors) = if touching { pick_touching(page, rect) } else { pick_in(page, rect) };
        let mut caught = self.before.clone();
        caught.steps.extend(steps);
        caught.connectors.extend(connectors);
        caught.lanes = BTreeSet::new();
        caught.phases = BTreeSet::new();
        caught
    }
}

/// The steps and the connectors that lie in `rect`, be it in part.
fn pick_touching(page: &Page, rect: Rect) -> (BTreeSet<StepId>, BTreeSet<ConnectorId>) {
    let steps = page.steps.values().filter(|step| step.rect.overlaps(rect)).map(|step| step.id.clone());
    let connectors = page.connectors.values().filter(|connector| {
        shape::polyline(page, connector)
            .is_some_and(|line| line.segments().any(|(a, b)| segment_crosses_rect(a, b, rect)))
    });
    (steps.collect(), connectors.map(|connector| connector.id.clone()).collect())
}

impl Gesture for Marquee {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        feedback.marquee = Some(Rect::from_points(self.from, pointer.at));
        let caught = self.caught(pointer, stage);
        if caught == *stage.selection { Vec::new() } else { vec![ToolRequest::select(caught)] }
    }

    fn drop(self: Box<Self>, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::select(self.caught(pointer, stage))]
    }
}
