//! The cell that is open: a field, a list of choices or the steps that follow.

use eframe::egui::{Align2, Area, Frame, Id, Key, Modifiers, Order, Rect, Ui};

use super::{
    cell,
    column::Column,
    command,
    cursor::Place,
    links::Links,
    listing::InRows,
    picker::{Picked, Picker},
    rows::Rows,
    writing::{CellTarget, Writing},
};
use crate::{
    edit::{Command, StepCommand},
    model::{ConnectorId, Step, StepId, StepKind},
    scene::kind_name,
    ui::{
        panels::{PanelRequest, Shown, field_error::FieldError},
        theme,
    },
};

/// The width of a list below a cell.
const WIDTH: f32 = 264.0;
/// The room that a list needs.
const HEIGHT: f32 = 300.0;

/// A cell that is open.
pub(super) struct Open {
    pub(super) place: Place,
    pub(super) column: Column,
    /// The step of the row; `None`: a new one.
    pub(super) step: Option<StepId>,
    pub(super) what: What,
}

/// What it is open as.
pub(super) enum What {
    Text(Box<Writing>),
    Choice(Picker<Command>),
    Links(Box<Links>),
}

impl Open {
    /// Opens a cell; `typed` takes the place of what it says. `None`: it cannot be written in.
    pub(super) fn new(
        shown: &Shown<'_>,
        rows: &Rows,
        place: Place,
        column: &Column,
        typed: Option<String>,
    ) -> Option<Self> {
        let step = rows.step(place.row).and_then(|id| shown.step(id));
        let what = match (step, column) {
            (None, _) => {
                let chance = || (shown.mint)();
                let ids = (StepId::mint("process", chance()), ConnectorId::mint("connector", chance()));
                What::Text(Box::new(Writing::new(CellTarget::New(ids.0, ids.1), String::new(), typed)))
            }
            (Some(_), Column::Number) => return None,
            (Some(step), Column::Next) => {
                What::Links(Box::new(Links::new(shown, &step.id, &typed.unwrap_or_default())))
            }
            (Some(step), Column::Kind | Column::Lane | Column::Phase) => {
                What::Choice(choices(shown, step, column, &typed.unwrap_or_default()))
            }
            (Some(step), Column::Text(_) | Column::Time(_) | Column::Detail(_)) => {
                let text = cell::source(shown, rows, step, column);
                What::Text(Box::new(Writing::new(CellTarget::Step(Box::new(step.clone())), text, typed)))
            }
        };
        Some(Self { place, column: column.clone(), step: step.map(|step| step.id.clone()), what })
    }

    /// Whether it is a field over its cell.
    pub(super) const fn is_text(&self) -> bool {
        matches!(self.what, What::Text(_))
    }

    /// Adds what was typed before the field was there.
    pub(super) fn type_more(&mut self, text: &str) {
        match &mut self.what {
            What::Text(writing) => writing.type_more(text),
            What::Choice(picker) => picker.type_more(text),
            What::Links(links) => links.type_more(text),
        }
    }
}

/// What a cell may say, each with what makes it say that.
fn choices(shown: &Shown<'_>, step: &Step, column: &Column, typed: &str) -> Picker<Command> {
    let steps = || [step.id.clone()].into();
    let kind = |kind: StepKind| {
        let kind_now = if kind.name() == step.kind.name() { step.kind } else { kind };
        let command = Command::Step(StepCommand::SetKind { steps: steps(), kind: kind_now });
        (command, kind_name(shown.catalog, kind), kind.name() == step.kind.name())
    };
    let options: Vec<(Command, String, bool)> = match column {
        Column::Lane => {
            let lanes = shown.page.lanes.iter().map(|lane| {
                let command = StepCommand::PutInLane { steps: steps(), lane: lane.id.clone() };
                let name = shown.band_name(&lane.title, lane.id.as_str());
                (Command::Step(command), name, lane.id == step.lane)
            });
            lanes.collect()
        }
        Column::Phase => {
            let phases = shown.page.phases.iter().map(|phase| {
                let command = StepCommand::PutInPhase { steps: steps(), phase: phase.id.clone() };
                let name = shown.band_name(&phase.title, phase.id.as_str());
                (Command::Step(command), name, Some(&phase.id) == step.phase.as_ref())
            });
            phases.collect()
        }
        Column::Number
        | Column::Text(_)
        | Column::Kind
        | Column::Next
        | Column::Time(_)
        | Column::Detail(_) => StepKind::PALETTE.into_iter().map(kind).collect(),
    };
    let current = options.iter().position(|(_, _, is_current)| *is_current);
    let options = options.into_iter().map(|(command, name, _)| (command, name)).collect();
    Picker::new(options, current, typed)
}

/// What happened to a list.
pub(super) enum Listed {
    Chosen(Command),
    Closed,
}

impl What {
    /// Shows the list below its cell; nothing for a field.
    pub(super) fn list_ui(
        &mut self,
        ui: &Ui,
        cell: Rect,
        listing: InRows<'_>,
        out: &mut Vec<PanelRequest>,
    ) -> Option<Listed> {
        let InRows { shown, rows } = listing;
        let below = ui.ctx().content_rect().bottom() - cell.bottom();
        let (pivot, at) = if below < HEIGHT {
            (Align2::LEFT_BOTTOM, cell.left_top())
        } else {
            (Align2::LEFT_TOP, cell.left_bottom())
        };
        let area = Area::new(Id::unique("panel-table-popup")).order(Order::Foreground).constrain(true);
        let answer = area.pivot(pivot).fixed_pos(at).show(ui.ctx(), |ui| {
            let frame = Frame::popup(ui.style()).inner_margin(8).corner_radius(theme::CARD_RADIUS);
            frame
                .show(ui, |ui| {
                    ui.set_width(WIDTH);
                    match self {
                        Self::Text(_) => None,
                        Self::Choice(picker) => {
                            let words = ["panel-table-choose", "panel-table-no-choice"];
                            let [hint, none] = words.map(|key| shown.catalog.text(key));
                            picker.ui(ui, &hint, &none).map(|picked| match picked {
                                Picked::Chosen(command) => Listed::Chosen(command),
                                Picked::Closed => Listed::Closed,
                            })
                        }
                        Self::Links(links) => links.ui(ui, shown, rows, out).then_some(Listed::Closed),
                    }
                })
                .inner
        });
        let rect = answer.response.rect;
        let is_outside = ui.input(|input| {
            let at = input.pointer.interact_pos().filter(|_| input.pointer.any_pressed());
            at.is_some_and(|at| !rect.contains(at) && !cell.contains(at))
        });
        // A field has its own Escape; without one the key is the list's.
        let is_escaped = !ui.ctx().text_edit_focused()
            && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        answer.inner.or((is_outside || is_escaped).then_some(Listed::Closed))
    }
}

/// What makes the document say what is written, or why that cannot be.
pub(super) fn meant(
    shown: &Shown<'_>,
    rows: &Rows,
    writing: &Writing,
    column: &Column,
) -> Result<Option<Command>, FieldError> {
    match &writing.target {
        CellTarget::Step(step) => {
            command::write(InRows { shown, rows }, None, step, column, &writing.text).map(command::joined)
        }
        CellTarget::New(..) if writing.text.trim().is_empty() => Ok(None),
        CellTarget::New(step, connector) => Ok(Some(command::append(shown, step, connector, &writing.text))),
    }
}
