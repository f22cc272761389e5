//! What is asked for in the panels, and what follows from it.

use super::state::{PanelName, Panels};
use crate::{
    app::{
        commands::command::{AppCommand, EditCommand},
        documents::tabs::Documents,
        effect::Effect,
        env::Env,
    },
    edit::{Selection, TextOf},
    model::{StepId, StepKind},
    tools::Mode,
    ui::panels::PanelRequest,
};

/// What a person asked for in the panels.
#[derive(Clone, Debug)]
pub(crate) enum PanelAnswer {
    /// Of the document.
    Request(PanelRequest),
    /// To have the panel closed.
    Close(PanelName),
    /// To have the panel in the place of its strip.
    Unfold(PanelName),
}

/// Does to `documents`, or to the panels themselves, what a panel asked for.
pub(crate) fn update(
    panels: &mut Panels,
    documents: &mut Documents,
    env: &Env,
    answer: PanelAnswer,
) -> Vec<Effect> {
    let request = match answer {
        PanelAnswer::Request(request) => request,
        PanelAnswer::Close(panel) | PanelAnswer::Unfold(panel) => {
            return vec![Effect::Run(AppCommand::Toggle(panel))];
        }
    };
    let Some(open) = documents.shown_mut() else { return Vec::new() };
    let services = env.services.as_ref();
    match request {
        PanelRequest::Edit(request) => return vec![Effect::Edit(request)],
        PanelRequest::DeleteSelected => return vec![Effect::Change(EditCommand::DeleteLeavingGap)],
        PanelRequest::Arm(kind) => arm(documents, kind),
        PanelRequest::Add(kind) => {
            open.canvas.tools.set_mode(Mode::Select);
            return vec![Effect::Run(AppCommand::Step(kind))];
        }
        PanelRequest::ListSymbols(is_list) => panels.lists_symbols = is_list,
        PanelRequest::Fold { group, is_open } => drop(panels.groups.insert(group, is_open)),
        PanelRequest::OrderOutline(order) => panels.outline_order = order,
        PanelRequest::ShowPage(page) => open.show_page(services, &page),
        PanelRequest::Jump { page, to } => {
            open.show_page(services, &page);
            open.editor.select(to);
            open.bring_selection_into_sight();
        }
        PanelRequest::Write(step) => write(documents, step),
        PanelRequest::Read(lang) => open.show_lang(services, lang),
        PanelRequest::AddLanguage => return vec![Effect::Run(AppCommand::Edit(EditCommand::AddLanguage))],
        PanelRequest::RemoveLanguage => {
            return vec![Effect::Run(AppCommand::Edit(EditCommand::RemoveLanguage))];
        }
        PanelRequest::AskFix(fix) => return vec![Effect::AskFix(Box::new(fix))],
        PanelRequest::Refuse(reason) => return vec![Effect::Refuse(reason)],
        PanelRequest::Centre(point) => open.centre_on(point),
    }
    Vec::new()
}

/// Shows or hides a panel; one that is folded takes the room of another one. A table that is shown has the keyboard.
pub(crate) fn toggle(panels: &mut Panels, documents: &mut Documents, panel: PanelName) {
    if let Some(open) = documents.shown_mut().filter(|open| open.panels.folded.contains(&panel)) {
        open.panels.opened = Some(panel);
        return;
    }
    panels.toggle(panel);
    let is_visible = panels.state(panel).is_visible;
    let Some(open) = documents.shown_mut().filter(|_| panel == PanelName::Table) else { return };
    if is_visible {
        open.panels.table.take_keyboard();
    } else {
        open.panels.table.put_down();
        open.editor.commit();
    }
}

/// Makes the next press on the canvas put a symbol there, or no longer do so.
fn arm(documents: &mut Documents, kind: StepKind) {
    let Some(open) = documents.shown_mut() else { return };
    let tools = &mut open.canvas.tools;
    let is_armed = tools.mode() == Mode::Place(kind);
    tools.set_mode(if is_armed { Mode::Select } else { Mode::Place(kind) });
}

/// Selects a step and lets its text be written in its place.
fn write(documents: &mut Documents, step: StepId) {
    let Some(open) = documents.shown_mut() else { return };
    open.editor.select(Selection::step(step.clone()));
    open.bring_selection_into_sight();
    open.canvas.write(TextOf::Step(step));
}
