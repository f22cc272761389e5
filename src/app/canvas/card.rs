//! The card of the step that the pointer rests on: how long it stays, what it says, and what is asked for on it.

use eframe::egui::{Event, Rect, Ui};

use super::{
    state::{CanvasAnswer, OpenCard},
    surface::CanvasFrame,
};
use crate::{
    app::{
        commands::command::AppCommand,
        documents::open_document::OpenDocument,
        following::{follow::destination_of, trail::page_name},
        panels::state::PanelName,
    },
    edit::{EditRequest, Selection},
    flow::{Destination, Outward},
    locale::{Catalog, say_duration},
    model::{Estimate, Step, StepId},
    ui::hover_card::{CardAnswer, CardText, hover_card_ui},
};

/// Shows the card of the step that is `asked` about, else the one that was shown while the pointer is on its way to it.
pub(super) fn card_ui(
    ui: &Ui,
    asked: Option<(StepId, Rect)>,
    within: Rect,
    open: &mut OpenDocument,
    frame: &mut CanvasFrame<'_>,
) {
    let held = open.canvas.card.take().filter(|card| is_held(ui, card) && !open.is_at_work());
    let Some((step, at)) = asked.or_else(|| held.map(|card| (card.step, card.at))) else { return };
    // What the properties say already needs no card.
    let is_told = frame.shows_properties && open.editor.selection().only_step() == Some(&step);
    let Some(text) = card_text(open, frame.catalog, &step).filter(|_| !is_told) else { return };
    let (card, answer) = hover_card_ui(ui, &text, at, within);
    match answer {
        None => open.canvas.card = Some(OpenCard { step, at, card }),
        Some(CardAnswer::Follow) => {
            frame.edit(EditRequest::Select(Selection::step(step.clone())));
            frame.answers.push(CanvasAnswer::Follow(step));
        }
        Some(CardAnswer::More) => {
            frame.edit(EditRequest::Select(Selection::step(step)));
            if !frame.shows_properties {
                frame.answers.push(CanvasAnswer::Command(AppCommand::Toggle(PanelName::Properties)));
            }
        }
    }
}

/// Whether the pointer is on a card or on its way there, and nothing else was done.
fn is_held(ui: &Ui, open: &OpenCard) -> bool {
    ui.input(|input| {
        let Some(pointer) = input.pointer.latest_pos() else { return false };
        let is_other = |event: &Event| match event {
            Event::Key { pressed, .. } => *pressed,
            Event::Text(_) | Event::MouseWheel { .. } | Event::Zoom(_) => true,
            Event::PointerButton { pos, .. } => !open.card.contains(*pos),
            _ => false,
        };
        open.card.union(open.at).contains(pointer) && !input.events.iter().any(is_other)
    })
}

/// What the card of a step says; `None` where that is nothing but its label.
fn card_text(open: &OpenDocument, catalog: &Catalog, id: &StepId) -> Option<CardText> {
    let step = open.page()?.steps.get(id)?;
    let about = step.details.iter().map(|(_, text)| open.read(text)).find(|text| !text.is_empty());
    let times = times(catalog, step).join(" · ");
    let link = destination_of(open, id).map(|to| said(open, catalog, &to));
    if about.is_none() && times.is_empty() && link.is_none() {
        return None;
    }
    Some(CardText {
        title: open.step_name(catalog, step),
        times,
        about: about.unwrap_or_default(),
        link: link.unwrap_or_default(),
        follow: catalog.text("ui-cmd-link-open"),
        more: catalog.text("ui-card-more"),
    })
}

/// Where a step leads, in words.
fn said(open: &OpenDocument, catalog: &Catalog, to: &Destination) -> String {
    let place = match to {
        Destination::Page(page) => page_name(open, page),
        Destination::Step(page, step) => {
            let step = open.editor.document().page(page).and_then(|page| page.steps.get(step));
            step.map(|step| open.step_name(catalog, step)).unwrap_or_default()
        }
        Destination::Outward(Outward::Web(to) | Outward::File(to) | Outward::Unknown(to)) => to.clone(),
    };
    catalog.text_with("ui-card-link", &[("place", place.into())])
}

fn times(catalog: &Catalog, step: &Step) -> Vec<String> {
    let target = step.time.target.map(|usual| Estimate { usual, best: None, worst: None });
    let all = [
        ("ui-time-handling", step.time.handling),
        ("ui-time-waiting", step.time.waiting),
        ("ui-time-target", target),
    ];
    let say = |key: &str, time: &Estimate| format!("{}: {}", catalog.text(key), estimate(catalog, time));
    all.into_iter().filter_map(|(key, time)| Some(say(key, &time?))).collect()
}

fn estimate(catalog: &Catalog, time: &Estimate) -> String {
    let usual = say_duration(catalog, time.usual);
    match (time.best, time.worst) {
        (None, None) => usual,
        (best, worst) => {
            let (best, worst) = (best.unwrap_or(time.usual), worst.unwrap_or(time.usual));
            format!("{usual} ({} – {})", say_duration(catalog, best), say_duration(catalog, worst))
        }
    }
}
