//! What is shown of a thing that the pointer is over.

use super::{
    CursorShape, Feedback, Stage,
    gesture::Pointer,
    grip::{Grip, Metrics, grip_at},
    lanes::Band,
    select::leading_on,
};
use crate::{
    geom::Point,
    model::StepId,
    scene::{Spot, pick},
};

/// How far beside a thing the pointer may be, in screen points.
pub(super) const SLOP: f64 = 4.0;

/// What lies under the pointer at `at`.
pub(super) fn spot_at(stage: &Stage<'_>, at: Point) -> Spot {
    pick(stage.view, at, stage.doc(SLOP))
}

/// The step whose arrows and dots are shown with the pointer at `at`, if they were shown for `before`.
pub(super) fn hovered(stage: &Stage<'_>, before: Option<&StepId>, at: Point) -> Option<StepId> {
    if let Spot::Step(id) = spot_at(stage, at) {
        return Some(id);
    }
    let metrics = Metrics { zoom: stage.zoom };
    let step = before.and_then(|id| stage.view.page.steps.get(id))?;
    metrics.is_near(step, at).then(|| step.id.clone())
}

/// What is shown with the pointer at a place.
pub(super) fn hover(stage: &Stage<'_>, before: &Feedback, pointer: Pointer) -> Feedback {
    let Pointer { at, modifiers } = pointer;
    let hovered = hovered(stage, before.hovered.as_ref(), at);
    let hot = grip_at(stage, hovered.as_ref(), at);
    let spot = spot_at(stage, at);
    let cursor = match &hot {
        Some(grip) => grip_cursor(grip),
        None if modifiers.ctrl && leading_on(stage, &spot).is_some() => CursorShape::Hand,
        None => spot_cursor(stage, &spot),
    };
    Feedback { hovered, hot, cursor, ..Feedback::default() }
}

const fn grip_cursor(grip: &Grip) -> CursorShape {
    match grip {
        Grip::Resize(_, handle) => handle.cursor(),
        Grip::Next(..) => CursorShape::Hand,
        Grip::Dot(..) | Grip::End(..) => CursorShape::Cross,
        Grip::Bend(..) => CursorShape::Move,
    }
}

fn spot_cursor(stage: &Stage<'_>, spot: &Spot) -> CursorShape {
    let orientation = stage.view.page.orientation;
    match spot {
        Spot::Step(_) => CursorShape::Move,
        Spot::Label(_) | Spot::Line { .. } => line_cursor(stage, spot),
        Spot::LaneBorder(id) => Band::Lane(id.clone()).border_cursor(orientation),
        Spot::PhaseBorder(id) => Band::Phase(id.clone()).border_cursor(orientation),
        Spot::LaneHeader(_) | Spot::PoolHeader(_) | Spot::PhaseHeader(_) => CursorShape::Hand,
        Spot::Lane(_) | Spot::Title | Spot::Subtitle | Spot::Desk => CursorShape::Arrow,
    }
}

/// A selected line can be dragged at right angles, its label anywhere; another one can be clicked.
fn line_cursor(stage: &Stage<'_>, spot: &Spot) -> CursorShape {
    let page = stage.view.page;
    match spot {
        Spot::Label(_) => CursorShape::Move,
        Spot::Line { connector, segment } if stage.selection.only_connector() == Some(connector) => {
            let line = page.connectors.get(connector).and_then(|it| crate::shape::polyline(page, it));
            let piece = line.and_then(|line| line.segments().nth(*segment));
            match piece {
                Some((a, b)) if (a.y - b.y).abs() <= (a.x - b.x).abs() => CursorShape::UpDown,
                Some(_) => CursorShape::LeftRight,
                None => CursorShape::Hand,
            }
        }
        _ => CursorShape::Hand,
    }
}
