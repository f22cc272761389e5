//! The canvas of the document that is shown: what is done on it goes to the tools, and what they ask for into
//! answers, fields, lists and menus.

use std::sync::Arc;

use eframe::egui::{Rect, Ui};

use super::{
    card::card_ui,
    glide::Clock,
    over::{end_over, over_ui},
    state::{CanvasAnswer, Over},
};
use crate::{
    app::{
        commands::command::AppCommand,
        documents::{open_document::OpenDocument, selected::on_grid},
        services::api::Services,
    },
    edit::{EditRequest, Selection, TextOf},
    geom::Size,
    locale::Catalog,
    model::{Page, StepKind},
    pipeline, scene,
    tools::{self, InputEvent, Stage, ToolRequest, Tools},
    ui::{
        canvas::{self, AddStep, CanvasOutput, CanvasPlace, CanvasView, TextField},
        chrome::Group,
        widgets::typed_text,
    },
};

/// What a frame of the canvas is made with, and what is asked for in it.
pub(crate) struct CanvasFrame<'a> {
    pub(crate) services: &'a dyn Services,
    pub(crate) catalog: &'a Catalog,
    /// What the commands offer in the menu that is open.
    pub(crate) groups: Vec<Group<AppCommand>>,
    /// Whether the properties of what is selected are in sight.
    pub(crate) shows_properties: bool,
    /// What of the page is pointed out, because something was found there.
    pub(crate) found: &'a Selection,
    pub(crate) answers: Vec<CanvasAnswer>,
}

impl CanvasFrame<'_> {
    pub(crate) fn edit(&mut self, request: EditRequest) {
        self.answers.push(CanvasAnswer::Edit(request));
    }
}

/// The page as it is seen in this frame.
#[derive(Clone, Copy)]
pub(crate) struct SeenPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) view: &'a CanvasPlace,
    /// The place of the canvas in the window.
    pub(crate) within: Rect,
    /// Points of the screen per document unit.
    pub(crate) zoom: f64,
}

/// The canvas, the card of the step that is asked about, and what lies over them.
pub(crate) fn canvas_ui(ui: &mut Ui, open: &mut OpenDocument, frame: &mut CanvasFrame<'_>) {
    let within = ui.max_rect();
    let document = Arc::clone(open.editor.document());
    let Some(page) = document.page(open.editor.page_id()) else { return };
    let room = ui.available_size();
    let clock = Clock::of(ui);
    let camera = open.camera_in(Size::new(f64::from(room.x), f64::from(room.y)), clock);
    open.drop_old_motion();
    let is_gliding = open.is_gliding();
    let OpenDocument { editor, picture, canvas: state, motion, .. } = &mut *open;
    let moment = motion.as_mut().and_then(|(motion, _)| motion.at(clock.now)).filter(|_| !clock.is_calm);
    if is_gliding || moment.is_some() {
        ui.ctx().request_repaint();
    }
    let shown = CanvasView {
        picture,
        page,
        selection: editor.selection(),
        found: frame.found,
        feedback: state.tools.feedback(),
        catalog: frame.catalog,
        field: state.is_taken().then(|| state.over_rect.unwrap_or(Rect::NOTHING)),
        moment,
    };
    let out = canvas::canvas_ui(ui, &shown, camera, &mut state.hands);
    if open.camera != Some(out.camera) || open.viewport != out.viewport {
        let CanvasOutput { camera, viewport, steered, .. } = out;
        frame.answers.push(CanvasAnswer::Camera { camera, viewport, is_steered: steered });
    }
    card_ui(ui, out.asked.clone(), within, open, frame);
    if let Some(band) = canvas::headings_ui(ui, &out.view, &document, page, &|text| open.read(text)) {
        frame.edit(EditRequest::Select(band));
    }
    let seen = SeenPage { page, view: &out.view, within, zoom: out.camera.zoom };
    // What is asked for in this frame waits for the next one: its keys have been read already.
    open_pending(ui, &out.view, open);
    tools_at_work(ui, seen, open, &out.events, frame);
    over_ui(ui, seen, open, frame);
    // A button that is down makes a frame of its own when it is let go.
    if open.canvas.pending.is_some() && !ui.input(|input| input.pointer.any_down()) {
        ui.ctx().request_repaint();
    }
}

/// Gives the tools what was done, and does what they ask for.
fn tools_at_work(
    ui: &Ui,
    seen: SeenPage<'_>,
    open: &mut OpenDocument,
    events: &[InputEvent],
    frame: &mut CanvasFrame<'_>,
) {
    for event in events {
        if matches!(event, InputEvent::Press { .. } | InputEvent::Menu { .. }) {
            end_over(open, frame);
        }
        // A field that is asked for takes in all that follows its first letter, spaces too.
        if let InputEvent::Text(more) = event
            && let Some(ToolRequest::EditText { typed: Some(typed), .. }) = &mut open.canvas.pending
        {
            typed.push_str(more);
            continue;
        }
        let before = open.canvas.tools.feedback().clone();
        let requests =
            asked(open, seen.page, seen.zoom, frame.services, |tools, stage| tools.handle(event, stage));
        if *open.canvas.tools.feedback() != before {
            ui.ctx().request_repaint();
        }
        for request in requests {
            frame.answers.extend(answer(open, request));
        }
    }
}

/// What the tools say to `ask` about `page`, seen at `zoom`.
pub(crate) fn asked(
    open: &mut OpenDocument,
    page: &Page,
    zoom: f64,
    services: &dyn Services,
    ask: impl FnOnce(&mut Tools, &mut Stage<'_>) -> Vec<ToolRequest>,
) -> Vec<ToolRequest> {
    let OpenDocument { editor, lang, canvas, .. } = open;
    let view = scene::View { fonts: pipeline::fonts(), document: editor.document(), page, lang };
    let mut mint = || services.entropy();
    let mut stage = Stage { view: &view, selection: editor.selection(), zoom, mint: &mut mint };
    ask(&mut canvas.tools, &mut stage)
}

/// Keeps what is to be shown, and gives back what is to be done.
pub(crate) fn answer(open: &mut OpenDocument, request: ToolRequest) -> Option<CanvasAnswer> {
    match request {
        ToolRequest::Edit(request) => return Some(CanvasAnswer::Edit(request)),
        ToolRequest::Follow(step) => return Some(CanvasAnswer::Follow(step)),
        ToolRequest::EditText { of, typed: Some(more) } => {
            // Of what is typed in one frame, the first letters come first.
            let mut typed = match open.canvas.pending.take() {
                Some(ToolRequest::EditText { typed: Some(typed), .. }) => typed,
                _ => String::new(),
            };
            typed.push_str(&more);
            open.canvas.pending = Some(ToolRequest::EditText { of, typed: Some(typed) });
        }
        other @ (ToolRequest::EditText { .. } | ToolRequest::AddStep { .. } | ToolRequest::Menu { .. }) => {
            open.canvas.pending = Some(other);
        }
    }
    None
}

/// Opens what was asked for, once no button is down: letting it go would close it at once.
fn open_pending(ui: &Ui, view: &CanvasPlace, open: &mut OpenDocument) {
    let is_down = ui.input(|i| i.pointer.any_down() || i.pointer.any_released());
    // A dialog that was closed in the last frame still keeps the keyboard from what lies below it.
    let is_covered = !ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    if is_down || is_covered {
        gather(ui, open);
        return;
    }
    let Some(pending) = open.canvas.pending.take() else { return };
    open.canvas.over_rect = None;
    open.canvas.over = match pending {
        // What was to be written on is not there where adding it was refused.
        ToolRequest::EditText { of, typed } => {
            text_of(open, &of).map(|text| Over::Text(Box::new(TextField::new(of, text, typed))))
        }
        ToolRequest::AddStep { at, from } => Some(Over::Add(Box::new(AddStep::new(at, from)))),
        ToolRequest::Menu { at, on } => Some(Over::Menu { at: view.screen_from_doc(at), on, point: at }),
        ToolRequest::Edit(_) | ToolRequest::Follow(_) => None,
    };
    ui.ctx().request_repaint();
}

/// Keeps what is typed while a field is asked for and not there yet.
fn gather(ui: &Ui, open: &mut OpenDocument) {
    let Some(ToolRequest::EditText { typed, .. }) = &mut open.canvas.pending else { return };
    let more = typed_text(ui);
    if !more.is_empty() {
        typed.get_or_insert_default().push_str(&more);
    }
}

/// What a text says in the language that is shown; `None` where there is no such text.
fn text_of(open: &OpenDocument, of: &TextOf) -> Option<String> {
    let document = open.editor.document();
    let text = of.find(document, open.page()?)?;
    Some(text.get(&open.lang, &document.language).to_owned())
}

/// Adds a step behind the selected one, or in the middle of what is seen; its text is written next.
pub(crate) fn insert(open: &mut OpenDocument, kind: StepKind, services: &dyn Services) -> Vec<CanvasAnswer> {
    let document = Arc::clone(open.editor.document());
    let Some(page) = document.page(open.editor.page_id()) else { return Vec::new() };
    let (at, zoom) = (on_grid(page, open.middle()), open.camera.map_or(1.0, |camera| camera.zoom));
    let requests = asked(open, page, zoom, services, |_, stage| {
        match stage.selection.only_step().and_then(|id| page.steps.get(id)) {
            Some(before) => tools::next_to(kind, before, page.orientation.forward(), stage),
            None => tools::loose_step(kind, at, stage),
        }
    });
    requests.into_iter().filter_map(|request| answer(open, request)).collect()
}
