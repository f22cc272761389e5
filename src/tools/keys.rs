//! What keys do to what is selected.

use super::{Modifiers, Stage, ToolKey, ToolRequest, text_of::text_of_selected};
use crate::{
    edit::{Command, Selection, StepCommand, TextOf},
    geom::Vec2,
};

/// How far an arrow key nudges, in document units.
const NUDGE: f64 = 8.0;
/// How far it nudges with Shift.
const FINE_NUDGE: f64 = 1.0;

/// A key with nothing in progress.
pub(super) fn pressed(key: ToolKey, modifiers: Modifiers, stage: &Stage<'_>) -> Vec<ToolRequest> {
    let by = |x: f64, y: f64| nudge(stage, modifiers, Vec2::new(x, y));
    match key {
        ToolKey::Escape if stage.selection.is_empty() => Vec::new(),
        ToolKey::Escape => vec![ToolRequest::select(Selection::default())],
        ToolKey::Enter | ToolKey::F2 => {
            text_of_selected(stage.selection).map(ToolRequest::edit).into_iter().collect()
        }
        ToolKey::Left => by(-1.0, 0.0),
        ToolKey::Right => by(1.0, 0.0),
        ToolKey::Up => by(0.0, -1.0),
        ToolKey::Down => by(0.0, 1.0),
    }
}

fn nudge(stage: &Stage<'_>, modifiers: Modifiers, way: Vec2) -> Vec<ToolRequest> {
    let steps = stage.selection.steps.clone();
    if steps.is_empty() {
        return Vec::new();
    }
    let by = way * if modifiers.shift { FINE_NUDGE } else { NUDGE };
    vec![ToolRequest::run(Command::Step(StepCommand::Move { steps, by, onto: None }))]
}

/// What is typed on the one step or connector that is selected takes the place of its text.
pub(super) fn typed(text: &str, stage: &Stage<'_>) -> Vec<ToolRequest> {
    let begins = |c: char| c.is_alphanumeric() || "¿¡".contains(c);
    let of = text_of_selected(stage.selection).filter(|_| text.starts_with(begins));
    let of = of.filter(|of| matches!(of, TextOf::Step(_) | TextOf::Connector(_)));
    of.map(|of| ToolRequest::EditText { of, typed: Some(text.to_owned()) }).into_iter().collect()
}
