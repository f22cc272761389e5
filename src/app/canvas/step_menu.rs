//! What the menu of steps offers to choose from: symbol, lane and colour.

use std::collections::BTreeSet;

use crate::{
    app::documents::open_document::OpenDocument,
    edit::{Command, Selection, StepCommand, StylePart},
    locale::Catalog,
    model::{Color, Page, Step, StepId, StepKind},
    scene::{self, kind_name},
    ui::{
        chrome::{Menu, MenuEntry, MenuItem},
        panels::fill_colors,
    },
};

/// A choice among commands.
type Choice = Menu<Command>;

/// The choices for the step that was clicked and all that are selected with it; none for anything else.
pub(super) fn step_choices(
    page: &Page,
    open: &OpenDocument,
    on: &scene::Spot,
    catalog: &Catalog,
) -> Vec<Choice> {
    let scene::Spot::Step(id) = on else { return Vec::new() };
    let Some(step) = page.steps.get(id) else { return Vec::new() };
    let selected = &open.editor.selection().steps;
    let steps = if selected.contains(id) { selected.clone() } else { [id.clone()].into() };
    vec![
        choice(catalog, "panel-kind", kinds(step, &steps, catalog)),
        choice(catalog, "panel-lane", lanes(page, step, &steps, open)),
        choice(catalog, "panel-style-fill", fills(step, &steps, open, catalog)),
    ]
}

fn choice(catalog: &Catalog, key: &str, entries: Vec<MenuItem<Command>>) -> Choice {
    Menu { title: catalog.text(key), groups: vec![entries] }
}

fn entry(command: Command, label: String, is_chosen: bool) -> MenuItem<Command> {
    MenuItem::Entry(MenuEntry::plain(command, label.clone(), label, Some(is_chosen)))
}

fn kinds(step: &Step, steps: &BTreeSet<StepId>, catalog: &Catalog) -> Vec<MenuItem<Command>> {
    let set = |kind| Command::Step(StepCommand::SetKind { steps: steps.clone(), kind });
    let kinds = StepKind::PALETTE.into_iter();
    kinds.map(|kind| entry(set(kind), kind_name(catalog, kind), kind.name() == step.kind.name())).collect()
}

fn lanes(page: &Page, step: &Step, steps: &BTreeSet<StepId>, open: &OpenDocument) -> Vec<MenuItem<Command>> {
    let put = |lane| Command::Step(StepCommand::PutInLane { steps: steps.clone(), lane });
    let lanes = page.lanes.iter();
    lanes.map(|lane| entry(put(lane.id.clone()), open.read(&lane.title), lane.id == step.lane)).collect()
}

/// The theme's colours by the roles whose they are.
fn fills(
    step: &Step,
    steps: &BTreeSet<StepId>,
    open: &OpenDocument,
    catalog: &Catalog,
) -> Vec<MenuItem<Command>> {
    let of = Selection::steps(steps.clone());
    let set = |color: Option<Color>| Command::SetStyle { of: of.clone(), part: StylePart::Fill, color };
    let item =
        |(key, color): (&str, Option<Color>)| entry(set(color), catalog.text(key), step.style.fill == color);
    let colors = fill_colors(open.editor.document().theme).map(|(key, color)| (key, Some(color)));
    [("panel-style-reset", None)].into_iter().chain(colors).map(item).collect()
}
