//! Drawing a connector, and leading one elsewhere.

use crate::{
    edit::{Command, ConnectorCommand, Refusal, rules},
    geom::{Point, Side, Vec2},
    model::{ConnectorEnd, ConnectorId, ConnectorKind, End, Page, Port, Step, StepId, Text},
    scene::{Spot, pick},
    tools::{
        CursorShape, Drop, Feedback, Stage, ToolRequest,
        gesture::{Gesture, Pointer},
        grip::Metrics,
    },
};

/// How far beside a step the pointer may be to mean it, in screen points.
const REACH: f64 = 10.0;
/// How far a line that is drawn leads away from its step before it turns back, in document units.
const STUB: f64 = 16.0;

/// A connector whose end follows the pointer.
pub(in crate::tools) struct Connect {
    /// The page as it was when the drag began.
    start: Page,
    what: What,
    /// Where the line is held at its other end.
    anchor: Point,
    /// The side of the step that it leaves there by; `None` at a loose end.
    side: Option<Side>,
    /// Whether the pointer was away from the step that is held: before that it is only leaving it.
    has_left: bool,
    /// The step and side that are shown as connected.
    shown: Option<(StepId, Option<Side>)>,
}

enum What {
    /// A new one out of a step.
    New { id: ConnectorId, from: StepId, port: Option<Port> },
    /// One that is there.
    Old { id: ConnectorId, which: ConnectorEnd, other: End, kind: ConnectorKind },
}

impl Connect {
    /// A new connector that leaves `step` on `side`, exactly from the dot there if it `is_pinned`.
    pub(in crate::tools) fn from_step(
        stage: &mut Stage<'_>,
        step: &Step,
        side: Side,
        is_pinned: bool,
    ) -> Self {
        let port = is_pinned.then(|| pinned(side));
        let anchor = crate::shape::place(step.kind, step.rect, side, 0.5);
        let what = What::New { id: stage.connector_id(), from: step.id.clone(), port };
        Self { start: stage.view.page.clone(), what, anchor, side: Some(side), has_left: false, shown: None }
    }

    /// An end of a connector that is there; `None` where it is not.
    pub(in crate::tools) fn end_of(stage: &Stage<'_>, id: &ConnectorId, which: ConnectorEnd) -> Option<Self> {
        let page = stage.view.page;
        let connector = page.connectors.get(id)?;
        let ends = Metrics { zoom: stage.zoom }.ends(page, id);
        let anchor = ends.into_iter().find(|(end, _)| *end != which)?.1;
        let other = match which {
            ConnectorEnd::From => connector.to.clone(),
            ConnectorEnd::To => connector.from.clone(),
        };
        let port = match &other {
            End::Attached { port, .. } => *port,
            End::Free(_) => None,
        };
        let what = What::Old { id: id.clone(), which, other, kind: connector.kind };
        let side = port.map(|port| port.side);
        Some(Self { start: page.clone(), what, anchor, side, has_left: false, shown: None })
    }

    /// The line that follows the pointer: it leaves its step at a right angle, also where the pointer is behind it.
    fn ghost(&self, to: Point) -> Vec<Point> {
        let from = self.anchor;
        let normal = self.side.map_or(Vec2::new(1.0, 0.0), Side::normal);
        let is_level = self.side.is_none_or(Side::is_horizontal);
        let is_ahead = self.side.is_none() || (to - from).dot(normal) > STUB;
        let start = if is_ahead { from } else { from + normal * STUB };
        let corner = match (is_level, is_ahead) {
            (true, true) | (false, false) => Point::new(to.x, start.y),
            (true, false) | (false, true) => Point::new(start.x, to.y),
        };
        vec![from, start, corner, to]
    }

    /// The step at the end that is not dragged.
    const fn held(&self) -> Option<&StepId> {
        match &self.what {
            What::New { from, .. } => Some(from),
            What::Old { other, .. } => other.step(),
        }
    }

    /// The step that the pointer means, and the side where it is near a dot.
    fn target(&self, at: Point, stage: &Stage<'_>) -> Option<(StepId, Option<Side>)> {
        let metrics = Metrics { zoom: stage.zoom };
        let view = crate::scene::View { page: &self.start, ..*stage.view };
        let near = |step: &&std::sync::Arc<Step>| metrics.dot_at(step, at).is_some();
        let step = match pick(&view, at, 0.0) {
            Spot::Step(id) => Some(id),
            _ => None,
        };
        let step = step.or_else(|| self.start.steps.values().find(near).map(|step| step.id.clone()));
        let step = step.or_else(|| match pick(&view, at, stage.doc(REACH)) {
            Spot::Step(id) => Some(id),
            _ => None,
        });
        let step = self.start.steps.get(&step?)?;
        Some((step.id.clone(), metrics.dot_at(step, at)))
    }

    /// Why the connector may not lead to `end`, if it may not.
    fn verdict(&self, end: &End) -> Option<Refusal> {
        let page = &self.start;
        let verdict = match &self.what {
            What::New { from, port, .. } => {
                let from = End::Attached { step: from.clone(), port: *port };
                let kind = rules::natural_kind(page, &from, end);
                rules::can_connect(page, &from, end, kind, None)
            }
            What::Old { id, which, other, kind } => {
                let (from, to) = match which {
                    ConnectorEnd::From => (end, other),
                    ConnectorEnd::To => (other, end),
                };
                rules::can_connect(page, from, to, *kind, Some(id))
            }
        };
        verdict.err()
    }

    fn command(&self, end: End) -> Command {
        Command::Connector(match &self.what {
            What::New { id, from, port } => {
                let from = End::Attached { step: from.clone(), port: *port };
                let kind = rules::natural_kind(&self.start, &from, &end);
                ConnectorCommand::Create { id: id.clone(), from, to: end, kind, label: Text::EMPTY }
            }
            What::Old { id, which, .. } => {
                ConnectorCommand::Reconnect { connector: id.clone(), which: *which, end }
            }
        })
    }
}

const fn pinned(side: Side) -> Port {
    Port { side, t: 0.5, pinned: true }
}

impl Gesture for Connect {
    fn drag(&mut self, pointer: Pointer, stage: &mut Stage<'_>, feedback: &mut Feedback) -> Vec<ToolRequest> {
        feedback.cursor = CursorShape::Cross;
        let held = self.held().and_then(|id| self.start.steps.get(id));
        self.has_left |= held.is_none_or(|step| !Metrics { zoom: stage.zoom }.is_near(step, pointer.at));
        // The step that it comes from is no mistake while the pointer is only leaving it.
        let target = self.target(pointer.at, stage);
        let target = target.filter(|(step, _)| self.has_left || Some(step) != self.held());
        let allowed = target.filter(|(step, side)| {
            let end = End::Attached { step: step.clone(), port: side.map(pinned) };
            let refusal = self.verdict(&end);
            feedback.drop = Some(Drop { step: step.clone(), side: *side, refusal });
            feedback.cursor = if refusal.is_some() { CursorShape::No } else { CursorShape::Cross };
            refusal.is_none()
        });
        if allowed.is_none() {
            feedback.ghost = self.ghost(pointer.at);
        }
        if allowed == self.shown {
            return Vec::new();
        }
        self.shown.clone_from(&allowed);
        match allowed {
            Some((step, side)) => {
                let end = End::Attached { step, port: side.map(pinned) };
                vec![ToolRequest::preview(self.command(end))]
            }
            None => vec![ToolRequest::CANCEL],
        }
    }

    fn drop(self: Box<Self>, pointer: Pointer, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
        if self.shown.is_some() {
            return vec![ToolRequest::COMMIT];
        }
        if self.target(pointer.at, stage).is_some() {
            return vec![ToolRequest::CANCEL];
        }
        match &self.what {
            What::New { from, .. } => vec![ToolRequest::AddStep { at: pointer.at, from: Some(from.clone()) }],
            What::Old { .. } => vec![ToolRequest::run(self.command(End::Free(pointer.at)))],
        }
    }
}
