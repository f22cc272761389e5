//! New steps.

use super::{Stage, ToolRequest, hover::SLOP, snap::point_on_grid};
use crate::{
    edit::{Command, NewStep, Onto, StepCommand, TextOf, rules},
    geom::{Orientation, Point, Rect, Side},
    model::{ConnectorId, Page, Step, StepId, StepKind, Text},
    shape,
};

/// The room between steps that follow each other along the flow.
const ALONG_GAP: f64 = 36.0;
/// The room between steps that follow each other across the flow.
const ACROSS_GAP: f64 = 28.0;

/// A step that is put no further than this from the row of what it follows belongs there.
const ROW_REACH: f64 = 32.0;

/// The place of a new step of `kind` whose middle is wished at `at`.
pub(super) fn place_of(kind: StepKind, at: Point) -> Rect {
    Rect::from_center_size(point_on_grid(at), shape::default_size(kind))
}

/// A new step of `kind` with its middle near `at`: behind `from` where there is one, else put into the connector
/// that runs through `at`. Its text is edited next.
pub fn new_step(kind: StepKind, at: Point, from: Option<&StepId>, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
    let id = stage.step_id(kind.name());
    let onto = split(stage, kind, at);
    let at = place_of(kind, at).center();
    let step = NewStep { id: id.clone(), kind, at, text: Text::EMPTY };
    let command = if let Some(from) = from {
        let at = in_row_of(stage.view.page, from, at);
        after(NewStep { at, ..step }, from, stage)
    } else {
        let onto = onto.map(|connector| Onto { connector, onward: stage.connector_id() });
        StepCommand::Create { step, onto }
    };
    vec![ToolRequest::run(Command::Step(command)), ToolRequest::edit(TextOf::Step(id))]
}

/// `at`, or where that is nearly in the row of `from`, exactly there.
fn in_row_of(page: &Page, from: &StepId, at: Point) -> Point {
    let Some(from) = page.steps.get(from) else { return at };
    let row = page.orientation.across(from.rect.center());
    let is_near = (page.orientation.across(at) - row).abs() <= ROW_REACH;
    if is_near { page.orientation.point(page.orientation.along(at), row) } else { at }
}

/// A new step of `kind` near `at`, where nobody points, so that it is put into no connector. Its text is edited next.
pub fn loose_step(kind: StepKind, at: Point, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
    let id = stage.step_id(kind.name());
    let at = place_of(kind, at).center();
    let step = NewStep { id: id.clone(), kind, at, text: Text::EMPTY };
    let command = StepCommand::Create { step, onto: None };
    vec![ToolRequest::run(Command::Step(command)), ToolRequest::edit(TextOf::Step(id))]
}

/// The connector that a new step of `kind` which is let go at `at` would be put into.
pub(super) fn split(stage: &Stage<'_>, kind: StepKind, at: Point) -> Option<ConnectorId> {
    kind.is_flow().then(|| rules::line_under(stage.view.page, at, stage.doc(SLOP), None))?
}

/// A new step of `kind` on that side of `from`, connected with it: put between `from` and what follows where it
/// stands in the way of the flow. Its text is edited next.
pub fn next_to(kind: StepKind, from: &Step, side: Side, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
    let id = stage.step_id(kind.name());
    let at = beside(stage.view.page, from, kind, side);
    let step = NewStep { id: id.clone(), kind, at, text: Text::EMPTY };
    let is_forward = side == stage.view.page.orientation.forward();
    let way_on = rules::way_on(stage.view.page, &from.id).filter(|_| is_forward && kind_goes_on(kind));
    let command = match way_on {
        Some(connector) => {
            let onto = Some(Onto { connector, onward: stage.connector_id() });
            StepCommand::Create { step, onto }
        }
        None => after(step, &from.id, stage),
    };
    vec![ToolRequest::run(Command::Step(command)), ToolRequest::edit(TextOf::Step(id))]
}

fn after(step: NewStep, from: &StepId, stage: &mut Stage<'_>) -> StepCommand {
    let (from, connector) = (from.clone(), stage.connector_id());
    StepCommand::CreateAfter { step, from, connector, label: Text::EMPTY }
}

/// Whether the flow can go on behind a step of `kind`.
const fn kind_goes_on(kind: StepKind) -> bool {
    kind.is_flow() && !matches!(kind, StepKind::Start | StepKind::End(_))
}

/// The middle of a step of that kind on that side of `from`, still in reach of a lane.
fn beside(page: &Page, from: &Step, kind: StepKind, side: Side) -> Point {
    let size = shape::default_size(kind);
    let is_along = side.is_horizontal() == (page.orientation == Orientation::Horizontal);
    let gap = if is_along { ALONG_GAP } else { ACROSS_GAP };
    let half = if side.is_horizontal() { size.width } else { size.height } / 2.0;
    let at = side.at(from.rect, 0.5) + side.normal() * (gap + half);
    let (along, across) = (page.orientation.along(at), page.orientation.across(at));
    // The last lane grows for what is put below its end.
    page.orientation.point(along, across.clamp(1.0, (page.breadth() - 1.0).max(1.0)))
}
