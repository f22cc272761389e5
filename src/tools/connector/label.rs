//! Dragging the label of a connector.

use crate::{
    edit::{Command, ConnectorCommand},
    geom::{Point, Vec2},
    model::{Connector, ConnectorId},
    shape,
    tools::{
        CursorShape, Feedback, Stage, ToolRequest,
        gesture::{Gesture, Pointer},
    },
};

/// A label that is being dragged.
pub(in crate::tools) struct DragLabel {
    connector: ConnectorId,
    /// From the pointer to the label's middle.
    hold: Vec2,
}

impl DragLabel {
    /// The label of `connector` taken hold of at `from`; `None` where it has none.
    pub(in crate::tools) fn new(connector: &Connector, from: Point) -> Option<Self> {
        let at = connector.route.as_ref()?.label?.at;
        Some(Self { connector: connector.id.clone(), hold: at - from })
    }
}

impl Gesture for DragLabel {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        feedback.cursor = CursorShape::Move;
        let (connector, at) = (self.connector.clone(), pointer.at + self.hold);
        let page = stage.view.page;
        let line = page.connectors.get(&connector).and_then(|connector| shape::polyline(page, connector));
        // Far from its line, or near to another one, it would not be seen where a label belongs.
        feedback.guides.extend(line.map(|line| (at, line.nearest(at))));
        vec![ToolRequest::preview(Command::Connector(ConnectorCommand::MoveLabel { connector, at }))]
    }

    fn drop(self: Box<Self>, _pointer: Pointer, _stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        vec![ToolRequest::COMMIT]
    }
}
