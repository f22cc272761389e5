//! What follows from what was asked for on the canvas, and from commands that end there.

use super::{state::CanvasAnswer, surface::insert};
use crate::{
    app::{documents::tabs::Documents, effect::Effect, env::Env},
    edit::{Selection, TextOf},
    model::StepKind,
};

/// Takes over how the canvas was drawn, or gives back what is to be done.
pub(crate) fn update(documents: &mut Documents, answer: CanvasAnswer) -> Option<Effect> {
    match answer {
        CanvasAnswer::Edit(request) => Some(Effect::Edit(request)),
        CanvasAnswer::Follow(step) => Some(Effect::Follow(step)),
        CanvasAnswer::Command(command) => Some(Effect::Run(command)),
        CanvasAnswer::Camera { camera, viewport, is_steered } => {
            let open = documents.shown_mut()?;
            open.camera = Some(camera);
            open.viewport = viewport;
            open.fitted &= !is_steered;
            None
        }
    }
}

/// Adds a step behind the selected one, or in the middle of what is seen; its text is written next.
pub(crate) fn insert_step(documents: &mut Documents, env: &Env, kind: StepKind) -> Vec<Effect> {
    let Some(open) = documents.shown_mut() else { return Vec::new() };
    let answers = insert(open, kind, env.services.as_ref());
    let effects = answers.into_iter().filter_map(|answer| update(documents, answer));
    effects.chain([Effect::ShowSelection]).collect()
}

/// Lets the text of what is selected be written in its place.
pub(crate) fn rename(documents: &mut Documents) {
    let Some(open) = documents.shown_mut() else { return };
    if let Some(of) = text_of_only(open.editor.selection()) {
        open.canvas.write(of);
    }
}

/// The text of the only thing that is selected.
fn text_of_only(selection: &Selection) -> Option<TextOf> {
    let step = selection.only_step().map(|id| TextOf::Step(id.clone()));
    let connector = selection.only_connector().map(|id| TextOf::Connector(id.clone()));
    let lane = selection.only_lane().map(|id| TextOf::Lane(id.clone()));
    let phase = selection.only_phase().map(|id| TextOf::Phase(id.clone()));
    step.or(connector).or(lane).or(phase)
}
