//! What lies over the canvas and has the keyboard, one at a time: a text field, the list of symbols, a menu.

use std::sync::Arc;

use eframe::egui::Ui;

use super::{
    state::{CanvasAnswer, Over},
    step_menu::step_choices,
    surface::{CanvasFrame, SeenPage, answer, asked},
};
use crate::{
    app::{commands::command::AppCommand, documents::open_document::OpenDocument},
    edit::{Command, EditRequest, Selection, TextOf},
    flow::FlowGraph,
    geom::Point,
    locale::Catalog,
    model::{Page, StepId, StepKind},
    pipeline, scene,
    tools::{self, ToolRequest},
    ui::{
        canvas::{self, AddAnswer, AddStep, FieldUse, MenuAnswer, TextEnd, TextField, text_place},
        chrome::{Group, Menu, MenuEntry, MenuItem},
    },
};

/// How near a bend has to be to be meant by a menu, in points.
const BEND: f64 = 8.0;

/// What an entry of a menu does.
#[derive(Clone)]
enum MenuAction {
    EditText(TextOf),
    AddStep(Point),
    Run(Command),
    Other(AppCommand),
}

/// Ends what lies over the canvas as a click beside it does.
pub(crate) fn end_over(open: &mut OpenDocument, frame: &mut CanvasFrame<'_>) {
    if let Some(Over::Text(_)) = open.canvas.over.take() {
        frame.edit(EditRequest::Commit);
    }
}

/// Shows what lies over the canvas, if anything does.
pub(crate) fn over_ui(ui: &mut Ui, seen: SeenPage<'_>, open: &mut OpenDocument, frame: &mut CanvasFrame<'_>) {
    let Some(over) = open.canvas.over.take() else { return };
    match over {
        Over::Text(field) => text_ui(ui, seen, field, open, frame),
        Over::Add(mut list) => {
            let pos = seen.view.screen_from_doc(list.at);
            let (answer, rect) = canvas::add_step_ui(ui, frame.catalog, &mut list, pos, seen.within);
            open.canvas.over_rect = Some(rect);
            match answer {
                Some(AddAnswer::Add(kind)) => add_step(seen.page, open, &list, kind, frame),
                Some(AddAnswer::Close) => {}
                None => open.canvas.over = Some(Over::Add(list)),
            }
        }
        Over::Menu { at, on, point } => {
            let mut groups = menu(seen.page, open, &on, point, frame.catalog);
            let of_table = std::mem::take(&mut frame.groups).into_iter();
            groups.extend(of_table.map(|group| wrapped(group, &MenuAction::Other)));
            match canvas::menu_ui(ui, at, &groups) {
                Some(MenuAnswer::Choose(MenuAction::EditText(of))) => {
                    open.canvas.pending = Some(ToolRequest::EditText { of, typed: None });
                }
                Some(MenuAnswer::Choose(MenuAction::Run(command))) => frame.edit(EditRequest::Run(command)),
                Some(MenuAnswer::Choose(MenuAction::Other(command))) => {
                    frame.answers.push(CanvasAnswer::Command(command));
                }
                Some(MenuAnswer::Choose(MenuAction::AddStep(at))) => {
                    open.canvas.pending = Some(ToolRequest::AddStep { at, from: None });
                }
                Some(MenuAnswer::Close) => {}
                None => open.canvas.over = Some(Over::Menu { at, on, point }),
            }
        }
    }
    if open.canvas.over.is_none() {
        ui.ctx().request_repaint();
    }
}

fn add_step(
    page: &Page,
    open: &mut OpenDocument,
    list: &AddStep,
    kind: StepKind,
    frame: &mut CanvasFrame<'_>,
) {
    let zoom = open.camera.map_or(1.0, |camera| camera.zoom);
    let requests = asked(open, page, zoom, frame.services, |_, stage| {
        tools::new_step(kind, list.at, list.from.as_ref(), stage)
    });
    for request in requests {
        frame.answers.extend(answer(open, request));
    }
}

fn text_ui(
    ui: &mut Ui,
    seen: SeenPage<'_>,
    mut field: Box<TextField>,
    open: &mut OpenDocument,
    frame: &mut CanvasFrame<'_>,
) {
    let page = seen.page;
    let document = Arc::clone(open.editor.document());
    let read = scene::View { fonts: pipeline::fonts(), document: &document, page, lang: &open.lang };
    let Some(place) = text_place(&read, seen.view, field.of(), field.text()) else {
        return frame.edit(EditRequest::Commit);
    };
    let FieldUse { is_changed, ended, rect } = field.ui(ui, &place, &frame.catalog.text("canvas-text-field"));
    open.canvas.over_rect = Some(rect);
    if is_changed {
        let (of, lang, text) = (field.of().clone(), open.lang.clone(), field.text().to_owned());
        frame.edit(EditRequest::Preview(Command::SetText { of, lang, text }));
    }
    match ended {
        Some(TextEnd::Done) => {
            frame.edit(EditRequest::Commit);
            free_keyboard(ui);
        }
        Some(TextEnd::Next) => {
            frame.edit(EditRequest::Commit);
            if let TextOf::Step(id) = field.of()
                && let Some(next) = open.editor.flow().and_then(|flow| next_step(page, &flow, id))
            {
                frame.edit(EditRequest::Select(Selection::step(next.clone())));
                open.canvas.pending = Some(ToolRequest::EditText { of: TextOf::Step(next), typed: None });
            }
        }
        None => open.canvas.over = Some(Over::Text(field)),
    }
}

/// The keyboard goes back to nobody in particular, so that the canvas has it.
fn free_keyboard(ui: &Ui) {
    ui.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

/// The step after `id` in the order of the flow; after the last one, the first.
fn next_step(page: &Page, flow: &FlowGraph, id: &StepId) -> Option<StepId> {
    let steps = flow.order(page);
    let at = steps.iter().position(|step| step.id == *id)?;
    steps.get(at + 1).or_else(|| steps.first()).map(|step| step.id.clone())
}

/// The entries of `group`, each of which does what `action` makes of it.
fn wrapped<C>(group: Group<C>, action: &dyn Fn(C) -> MenuAction) -> Group<MenuAction> {
    let entry = |entry: MenuEntry<C>| {
        let MenuEntry { command, label, tooltip, shortcut, enabled, chosen, icon } = entry;
        MenuEntry { command: action(command), label, tooltip, shortcut, enabled, chosen, icon }
    };
    let item = |item| match item {
        MenuItem::Entry(one) => MenuItem::Entry(entry(one)),
        MenuItem::Menu(menu) => chosen(menu, action),
    };
    group.into_iter().map(item).collect()
}

/// The same for a menu inside of the menu.
fn chosen<C>(menu: Menu<C>, action: &dyn Fn(C) -> MenuAction) -> MenuItem<MenuAction> {
    let Menu { title, groups } = menu;
    let groups = groups.into_iter().map(|group| wrapped(group, action)).collect();
    MenuItem::Menu(Menu { title, groups })
}

/// What the canvas itself can do with what was clicked.
fn menu(
    page: &Page,
    open: &OpenDocument,
    on: &scene::Spot,
    at: Point,
    catalog: &Catalog,
) -> Vec<Group<MenuAction>> {
    let document = open.editor.document();
    let view = scene::View { fonts: pipeline::fonts(), document, page, lang: &open.lang };
    let entry = |key: &str, shortcut: &str, command: MenuAction| MenuEntry {
        command,
        label: catalog.text(key),
        tooltip: String::new(),
        shortcut: shortcut.to_owned(),
        enabled: true,
        chosen: None,
        icon: None,
    };
    let text = tools::text_of(&view, on).map(|of| entry("canvas-edit-text", "F2", MenuAction::EditText(of)));
    let bend = bend(page, open, on, at).map(|(key, command)| entry(key, "", MenuAction::Run(command)));
    let add = entry("canvas-add-step", "", MenuAction::AddStep(at));
    let own = text.into_iter().chain(bend).chain([add]).map(MenuItem::Entry).collect();
    let choices: Group<MenuAction> = step_choices(page, open, on, catalog)
        .into_iter()
        .map(|menu| chosen(menu, &MenuAction::Run))
        .collect();
    [own, choices].into_iter().filter(|group: &Group<MenuAction>| !group.is_empty()).collect()
}

/// What can be done with the bend that was clicked, or where there is none; with its key in the catalogue.
fn bend(page: &Page, open: &OpenDocument, on: &scene::Spot, at: Point) -> Option<(&'static str, Command)> {
    let scene::Spot::Line { connector, segment } = on else { return None };
    let connector = page.connectors.get(connector)?;
    let reach = BEND / open.camera.map_or(1.0, |camera| camera.zoom);
    let removes = tools::remove_bend(page, connector, at, reach);
    let removes = removes.map(|command| ("canvas-remove-bend", command));
    removes.or_else(|| Some(("canvas-add-bend", tools::add_bend(page, connector, *segment, at)?)))
}
