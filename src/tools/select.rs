//! What a press, a click and a double click mean.

use super::{
    Modifiers, Stage, ToolRequest,
    connector::{Connect, DragBend, DragLabel, DragSegment, remove_bend},
    create,
    gesture::Gesture,
    grip::{Grip, grip_at},
    hover::{hovered, spot_at},
    lanes::{Band, DragBorder, DragHeader, DragPool},
    marquee::Marquee,
    move_steps::MoveSteps,
    resize::Resize,
    text_of::text_of,
};
use crate::{
    edit::Selection,
    flow::destination,
    geom::Point,
    model::{Page, StepId, StepKind},
    scene::{Spot, View},
};
use std::collections::BTreeSet;

/// How near a corner has to be to be meant by a double click, in screen points.
const CORNER: f64 = 8.0;

/// The button is down, and the pointer has not moved yet.
#[derive(Clone, Debug)]
pub(super) struct Pressed {
    pub(super) at: Point,
    pub(super) modifiers: Modifiers,
    pub(super) on: On,
}

/// What was pressed.
#[derive(Clone, Debug)]
pub(super) enum On {
    Grip(Grip),
    Spot {
        spot: Spot,
        /// Whether it was selected before.
        was_selected: bool,
    },
}

/// The record at `spot` as a selection; empty for ground.
pub(super) fn record(page: &Page, spot: &Spot) -> Selection {
    match spot {
        Spot::Step(id) => Selection::step(id.clone()),
        Spot::Label(connector) | Spot::Line { connector, .. } => Selection::connector(connector.clone()),
        Spot::LaneHeader(id) => Selection::lane(id.clone()),
        // A pool is its lanes.
        Spot::PoolHeader(id) => {
            let lanes = page.lanes_in(id).map(|lane| lane.id.clone()).collect();
            Selection { lanes, ..Selection::default() }
        }
        Spot::PhaseHeader(id) => Selection::phase(id.clone()),
        Spot::LaneBorder(_)
        | Spot::PhaseBorder(_)
        | Spot::Lane(_)
        | Spot::Title
        | Spot::Subtitle
        | Spot::Desk => Selection::default(),
    }
}

/// Whether all of `part` is in `whole`.
pub(super) fn holds(whole: &Selection, part: &Selection) -> bool {
    part.steps.is_subset(&whole.steps)
        && part.connectors.is_subset(&whole.connectors)
        && part.lanes.is_subset(&whole.lanes)
        && part.phases.is_subset(&whole.phases)
}

/// The first press: what is dragged from now on, and what is selected at once.
pub(super) fn press(
    stage: &Stage<'_>,
    shown: Option<&StepId>,
    at: Point,
    modifiers: Modifiers,
) -> (Pressed, Vec<ToolRequest>) {
    let hovered = hovered(stage, shown, at);
    if let Some(grip) = grip_at(stage, hovered.as_ref(), at) {
        return (Pressed { at, modifiers, on: On::Grip(grip) }, Vec::new());
    }
    let spot = spot_at(stage, at);
    let record = record(stage.view.page, &spot);
    let was_selected = !record.is_empty() && holds(stage.selection, &record);
    let adds = modifiers.shift || modifiers.ctrl;
    let is_header = !record.lanes.is_empty() || !record.phases.is_empty();
    let selects = !record.is_empty() && !was_selected && !adds && !is_header;
    let requests = if selects { vec![ToolRequest::select(record)] } else { Vec::new() };
    (Pressed { at, modifiers, on: On::Spot { spot, was_selected } }, requests)
}

/// The button went up where it went down.
pub(super) fn click(pressed: Pressed, stage: &mut Stage<'_>) -> Vec<ToolRequest> {
    let Pressed { at: _, modifiers, on } = pressed;
    let spot = match on {
        On::Grip(Grip::Next(id, side)) => {
            let step = stage.view.page.steps.get(&id).cloned();
            return step
                .map(|step| create::next_to(StepKind::Process, &step, side, stage))
                .unwrap_or_default();
        }
        On::Grip(Grip::Dot(id, _)) => return vec![ToolRequest::select(Selection::step(id))],
        On::Grip(Grip::Resize(..) | Grip::End(..) | Grip::Bend(..)) => return Vec::new(),
        On::Spot { spot, .. } => spot,
    };
    if modifiers.ctrl
        && let Some(step) = leading_on(stage, &spot)
    {
        return vec![ToolRequest::select(Selection::step(step.clone())), ToolRequest::Follow(step)];
    }
    let record = record(stage.view.page, &spot);
    let mut selection = stage.selection.clone();
    if modifiers.shift || modifiers.ctrl {
        selection.toggle(&record);
    } else {
        selection = record;
    }
    if selection == *stage.selection { Vec::new() } else { vec![ToolRequest::select(selection)] }
}

/// The step at `spot` that leads somewhere beside its connectors.
pub(super) fn leading_on(stage: &Stage<'_>, spot: &Spot) -> Option<StepId> {
    let Spot::Step(id) = spot else { return None };
    let View { document, page, .. } = stage.view;
    destination(document, page, page.steps.get(id)?).map(|_| id.clone())
}

/// The second press of a double click.
pub(super) fn double_click(stage: &mut Stage<'_>, at: Point) -> Vec<ToolRequest> {
    let spot = spot_at(stage, at);
    if let Spot::Line { connector, .. } = &spot
        && let Some(connector) = stage.view.page.connectors.get(connector)
        && let Some(command) = remove_bend(stage.view.page, connector, at, stage.doc(CORNER))
    {
        return vec![ToolRequest::run(command)];
    }
    match text_of(stage.view, &spot) {
        Some(of) => vec![ToolRequest::select(record(stage.view.page, &spot)), ToolRequest::edit(of)],
        None if matches!(spot, Spot::Lane(_) | Spot::Desk) => vec![ToolRequest::AddStep { at, from: None }],
        None => Vec::new(),
    }
}

/// What a press becomes when the pointer moves; `None`: nothing can be dragged.
pub(super) fn begin(pressed: &Pressed, stage: &mut Stage<'_>) -> Option<Box<dyn Gesture>> {
    let from = pressed.at;
    let page = stage.view.page;
    match &pressed.on {
        On::Grip(grip) => begin_grip(grip, from, stage),
        On::Spot { spot, was_selected } => match spot {
            Spot::Step(id) => {
                let steps =
                    if *was_selected { stage.selection.steps.clone() } else { BTreeSet::from([id.clone()]) };
                Some(Box::new(MoveSteps::new(stage, from, steps)?))
            }
            Spot::Label(id) => Some(Box::new(DragLabel::new(page.connectors.get(id)?, from)?)),
            Spot::Line { connector, segment } if *was_selected => {
                let connector = page.connectors.get(connector)?;
                Some(Box::new(DragSegment::new(page, connector, *segment, from)?))
            }
            Spot::LaneBorder(id) => Some(Box::new(DragBorder::new(page, Band::Lane(id.clone()), from)?)),
            Spot::PhaseBorder(id) => Some(Box::new(DragBorder::new(page, Band::Phase(id.clone()), from)?)),
            Spot::LaneHeader(id) => Some(Box::new(DragHeader { band: Band::Lane(id.clone()) })),
            Spot::PhaseHeader(id) => Some(Box::new(DragHeader { band: Band::Phase(id.clone()) })),
            Spot::PoolHeader(id) => Some(Box::new(DragPool { pool: id.clone() })),
            Spot::Line { .. } | Spot::Lane(_) | Spot::Title | Spot::Subtitle | Spot::Desk => {
                let adds = pressed.modifiers.shift || pressed.modifiers.ctrl;
                let before = if adds { stage.selection.clone() } else { Selection::default() };
                Some(Box::new(Marquee { from, before }))
            }
        },
    }
}

fn begin_grip(grip: &Grip, from: Point, stage: &mut Stage<'_>) -> Option<Box<dyn Gesture>> {
    let page = stage.view.page;
    match grip {
        Grip::Resize(id, handle) => Some(Box::new(Resize::new(page.steps.get(id)?, *handle, from))),
        Grip::Next(id, side) => Some(Box::new(Connect::from_step(stage, page.steps.get(id)?, *side, false))),
        Grip::Dot(id, side) => Some(Box::new(Connect::from_step(stage, page.steps.get(id)?, *side, true))),
        Grip::End(id, which) => Some(Box::new(Connect::end_of(stage, id, *which)?)),
        Grip::Bend(id, nth) => {
            Some(Box::new(DragBend::new(page, page.connectors.get(id)?.as_ref(), *nth, from)?))
        }
    }
}
