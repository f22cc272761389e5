//! The properties of a step.

use super::{
    PanelRequest,
    choice::{lane_choice, phase_choice},
    field::Lines,
    form::Form,
    free, link, size,
    times::{self, takes_time},
};
use crate::{
    edit::{Command, Selection, StepCommand, TextOf},
    locale::Lang,
    model::{Branching, Detail, Outcome, Step, StepKind, Trigger},
    ui::{theme::Tokens, tip::WithTip as _},
};

pub(super) fn step(form: &mut Form<'_>, step: &Step) {
    let heading = form.say("panel-step");
    form.heading(&heading);
    let langs = form.shown.languages;
    form.texts("panel-text", &TextOf::Step(step.id.clone()), langs, Lines::Label);
    kind_and_place(form, step);
    if takes_time(step.kind) {
        form.group("panel-times", true, |form| times::times(form, step));
    }
    // A note has what it says; what it was given as another kind of step can still be seen and taken away.
    let is_note = step.kind == StepKind::Note;
    if !is_note || has_details(step) {
        form.group("panel-details", true, |form| details(form, step, langs));
    }
    if !is_note || step.link.is_some() {
        form.group("panel-link", false, |form| link::link(form, step));
    }
    form.group("panel-size", false, |form| size::size(form, step));
    super::colours::colours(form, &Selection::step(step.id.clone()));
    if !is_note || !step.properties.is_empty() {
        form.group("panel-properties", false, |form| {
            let owner = crate::edit::Owner::Step(step.id.clone());
            free::properties(form, &owner, &step.properties);
        });
    }
}

fn kind_and_place(form: &mut Form<'_>, step: &Step) {
    if step.kind == StepKind::Note {
        return kind(form, step);
    }
    let steps = || [step.id.clone()].into();
    form.pair(
        |form| kind(form, step),
        |form| {
            if let Some(lane) = lane_choice(form, Some(&step.lane)) {
                form.run(Command::Step(StepCommand::PutInLane { steps: steps(), lane }));
            }
        },
    );
    if let Some(kind) = variant(form, step.kind) {
        form.run(Command::Step(StepCommand::SetKind { steps: steps(), kind }));
    }
    if let Some(phase) = phase_choice(form, step.phase.as_ref()) {
        form.run(Command::Step(StepCommand::PutInPhase { steps: steps(), phase }));
    }
}

fn kind(form: &mut Form<'_>, step: &Step) {
    let label = form.say("panel-kind");
    if let Some(kind) = form.kind_choice(&label, Some(step.kind)) {
        form.run(Command::Step(StepCommand::SetKind { steps: [step.id.clone()].into(), kind }));
    }
}

fn has_details(step: &Step) -> bool {
    step.details.iter().any(|(_, text)| !text.is_empty())
}

/// How a decision branches, what makes an event happen, how an end turned out.
fn variant(form: &mut Form<'_>, kind: StepKind) -> Option<StepKind> {
    match kind {
        StepKind::Decision(now) => {
            let options = BRANCHINGS.map(|value| (value, form.say(value.key())));
            let label = form.say("panel-branching");
            form.choice(&label, Some(&now), &options).map(StepKind::Decision)
        }
        StepKind::Event(now) => {
            let options = TRIGGERS.map(|value| (value, form.say(value.key())));
            let label = form.say("panel-trigger");
            form.choice(&label, Some(&now), &options).map(StepKind::Event)
        }
        StepKind::End(now) => {
            let options = OUTCOMES.map(|value| (value, form.say(value.key())));
            let label = form.say("panel-outcome");
            form.choice(&label, Some(&now), &options).map(StepKind::End)
        }
        _ => None,
    }
}

const BRANCHINGS: [Branching; 6] = [
    Branching::Plain,
    Branching::Exclusive,
    Branching::Inclusive,
    Branching::Parallel,
    Branching::Event,
    Branching::Complex,
];
const TRIGGERS: [Trigger; 7] = [
    Trigger::None,
    Trigger::Message,
    Trigger::Timer,
    Trigger::Condition,
    Trigger::Signal,
    Trigger::Error,
    Trigger::Escalation,
];
const OUTCOMES: [Outcome; 5] =
    [Outcome::Solved, Outcome::Refused, Outcome::Withdrawn, Outcome::HandedOver, Outcome::Other];

/// The particulars in the language in which the chart is read.
fn details(form: &mut Form<'_>, step: &Step, langs: &[Lang]) {
    if langs.len() > 1 {
        language_switch(form, langs);
    }
    let lang = form.shown.lang.clone();
    for detail in Detail::ALL {
        let label = form.say(&format!("ui-detail-{}", detail.name()));
        form.text(&label, &TextOf::Detail(step.id.clone(), detail), &lang, lines(detail));
    }
}

const fn lines(detail: Detail) -> Lines {
    match detail {
        Detail::Description | Detail::Say => Lines::Several(3),
        Detail::Responsible | Detail::Channel => Lines::Several(1),
        Detail::Goal | Detail::Needs | Detail::Record | Detail::Evidence | Detail::Authority => Lines::LONG,
    }
}

/// `EN  ES`: the language in which the chart and these fields are read.
fn language_switch(form: &mut Form<'_>, langs: &[Lang]) {
    let (catalog, current) = (form.shown.catalog, form.shown.lang);
    let chosen = form.ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding = eframe::egui::vec2(8.0, 1.0);
        ui.spacing_mut().interact_size.y = 22.0;
        let mut chosen = None;
        for lang in langs {
            let text = crate::ui::widgets::strong(lang.as_str().to_uppercase(), crate::ui::theme::CAPTION);
            let is_current = lang == current;
            let fill = if is_current { Tokens::of(ui).selected } else { eframe::egui::Color32::TRANSPARENT };
            let button = eframe::egui::Button::new(text).fill(fill).selected(is_current);
            let response = ui.add(button);
            let name = lang.name(catalog);
            let name = format!("{}: {name}", catalog.text("panel-details"));
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
            if response.with_tip(name).clicked() {
                chosen = Some(lang.clone());
            }
        }
        chosen
    });
    form.out.extend(chosen.inner.map(PanelRequest::Read));
}
