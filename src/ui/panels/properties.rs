//! The properties: what is selected, in words and fields.

use eframe::egui::{Frame, Margin, ScrollArea, Ui};

use super::{
    PanelRequest, Shown,
    choice::{common, connector_kind_choice, lane_choice, phase_choice},
    connector,
    form::Form,
    lanes, problems, sheet, step,
};
use crate::{
    edit::{Arrange, Command, ConnectorCommand, Selection, StepCommand},
    model::Step,
    ui::theme::UNIT,
};

/// Shows the properties of what is selected; of page and document where nothing is.
pub fn properties_ui(ui: &mut Ui, shown: &Shown<'_>) -> Vec<PanelRequest> {
    let mut out = Vec::new();
    problems::cards_ui(ui, shown, &mut out);
    ScrollArea::vertical().id_salt("properties").min_scrolled_height(0.0).auto_shrink(false).show(ui, |ui| {
        let margin = Margin { left: 16, right: 16, top: 12, bottom: 16 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = UNIT;
            let mut form = Form { ui, shown, out: &mut out };
            selected(&mut form);
            form.finish_what_is_gone();
        });
    });
    out
}

fn selected(form: &mut Form<'_>) {
    let (shown, selection) = (form.shown, form.shown.selection);
    if let Some(step) = selection.only_step().and_then(|id| shown.step(id)) {
        step::step(form, step);
    } else if let Some(connector) = selection.only_connector().and_then(|id| shown.connector(id)) {
        connector::connector(form, connector);
    } else if let Some(lane) = selection.only_lane().and_then(|id| shown.lane(id)) {
        lanes::lane(form, lane);
    } else if let Some(phase) = selection.only_phase().and_then(|id| shown.phase(id)) {
        lanes::phase(form, phase);
    } else if selection.is_empty() {
        sheet::page_and_document(form);
    } else {
        several(form, selection);
    }
}

fn several(form: &mut Form<'_>, selection: &Selection) {
    let count = [("count", selection.len().into())];
    let heading = form.shown.catalog.text_with("panel-selected", &count);
    form.heading(&heading);
    let steps: Vec<&Step> = selection.steps.iter().filter_map(|id| form.shown.step(id)).collect();
    if !steps.is_empty() {
        several_steps(form, &steps);
    }
    if steps.len() > 1 {
        arrange(form);
    }
    if !selection.connectors.is_empty() {
        several_connectors(form, selection);
    }
    if selection.lanes.len() == selection.len() {
        lanes::pools(form, &selection.lanes);
    }
    super::colours::colours(form, selection);
}

fn several_steps(form: &mut Form<'_>, steps: &[&Step]) {
    let ids = form.shown.selection.steps.clone();
    let kind = common(steps.iter().map(|step| step.kind.name())).and(steps.first()).map(|step| step.kind);
    let name = form.say("panel-kind");
    if let Some(kind) = form.kind_choice(&name, kind) {
        form.run(Command::Step(StepCommand::SetKind { steps: ids.clone(), kind }));
    }
    if let Some(lane) = lane_choice(form, common(steps.iter().map(|step| &step.lane))) {
        form.run(Command::Step(StepCommand::PutInLane { steps: ids.clone(), lane }));
    }
    let phase = common(steps.iter().map(|step| step.phase.as_ref())).flatten();
    if let Some(phase) = phase_choice(form, phase) {
        form.run(Command::Step(StepCommand::PutInPhase { steps: ids.clone(), phase }));
    }
    if form.button("panel-fit") {
        form.run(Command::Step(StepCommand::FitSize { steps: ids }));
    }
}

const ALIGN: [(&str, Arrange); 6] = [
    ("panel-align-left", Arrange::Left),
    ("panel-align-centre", Arrange::Centre),
    ("panel-align-right", Arrange::Right),
    ("panel-align-top", Arrange::Top),
    ("panel-align-middle", Arrange::Middle),
    ("panel-align-bottom", Arrange::Bottom),
];
const SPREAD: [(&str, Arrange); 2] =
    [("panel-spread-across", Arrange::SpreadAcross), ("panel-spread-down", Arrange::SpreadDown)];

fn arrange(form: &mut Form<'_>) {
    form.group("panel-arrange", true, |form| {
        let steps = form.shown.selection.steps.clone();
        let chosen = form.buttons(&ALIGN);
        let chosen = chosen.or(if steps.len() > 2 { form.buttons(&SPREAD) } else { None });
        if let Some(how) = chosen {
            form.run(Command::Step(StepCommand::Arrange { steps, how }));
        }
    });
}

fn several_connectors(form: &mut Form<'_>, selection: &Selection) {
    let shown = form.shown;
    let kinds = selection.connectors.iter().filter_map(|id| shown.connector(id)).map(|one| one.kind);
    let kind = common(kinds);
    let connectors = selection.connectors.clone();
    if let Some(kind) = connector_kind_choice(form, kind) {
        form.run(Command::Connector(ConnectorCommand::SetKind { connectors: connectors.clone(), kind }));
    }
    if form.button("panel-tidy") {
        form.run(Command::Connector(ConnectorCommand::Tidy { connectors }));
    }
}
