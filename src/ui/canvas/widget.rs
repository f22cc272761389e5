//! The canvas as a widget.

use eframe::egui::{self, DragAndDrop, Role, Sense, Ui, WidgetInfo};

use super::{
    hands::Hands,
    input::{self, Taken},
    marks,
    motion::Moment,
    overlay::{self, Steps},
    painter::{CanvasPlace, paint, paint_moving, paper_rect},
    picture::Picture,
};
use crate::{
    edit::Selection,
    geom::{Camera, Size},
    locale::Catalog,
    model::{Page, StepId, StepKind},
    tools::{Feedback, InputEvent},
    ui::{theme::Tokens, widgets::focus_ring},
};

/// The room around a fitted picture, in points.
const FIT_MARGIN: f64 = 24.0;
/// How much of the paper stays in sight, in points.
const KEPT_IN_SIGHT: f64 = 48.0;
/// How long the pointer rests on a step before its card shows, in seconds.
const HOVER_DELAY_SECS: f32 = 0.6;
/// How long no card shows after a button went down or up, in seconds.
const AFTER_PRESS_SECS: f64 = 0.6;

/// What the canvas shows.
#[derive(Clone, Copy)]
pub struct CanvasView<'a> {
    /// The page's picture.
    pub picture: &'a Picture,
    /// The page.
    pub page: &'a Page,
    /// What is selected on it.
    pub selection: &'a Selection,
    /// What of it is pointed out, because something was found there.
    pub found: &'a Selection,
    /// What the tools draw over it.
    pub feedback: &'a Feedback,
    /// The words of the interface.
    pub catalog: &'a Catalog,
    /// A field or list over the canvas that has the keyboard, and its place on the screen.
    pub field: Option<egui::Rect>,
    /// How far steps, lanes and phases are that are on their way to new places.
    pub moment: Option<Moment<'a>>,
}

/// What the canvas has to say after a frame.
pub struct CanvasOutput {
    /// The camera that the input led to.
    pub camera: Camera,
    /// Whether a person moved it.
    pub steered: bool,
    /// The size of the viewport in points.
    pub viewport: Size,
    /// The step whose card is to be shown, and where it is on the screen.
    pub asked: Option<(StepId, egui::Rect)>,
    /// Where the page is on the screen in this frame.
    pub view: CanvasPlace,
    /// What was done on the page.
    pub events: Vec<InputEvent>,
}

/// Shows a page through `camera` in all the room of `ui`; without a camera, all of the picture.
pub fn canvas_ui(
    ui: &mut Ui,
    shown: &CanvasView<'_>,
    camera: Option<Camera>,
    hands: &mut Hands,
) -> CanvasOutput {
    let CanvasView { picture, selection, feedback, field, .. } = *shown;
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let viewport = Size::new(f64::from(rect.width()), f64::from(rect.height()));
    let start = camera.unwrap_or_else(|| fitted(picture, viewport));
    // A dialog has the keys even where nothing in it has the focus.
    let is_covered = !ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    let mut taken = Taken {
        field,
        keys: field.is_some() || is_covered,
        arrows: !selection.steps.is_empty(),
        is_dragging: feedback.is_dragging,
    };
    let moved = input::steered(ui, &response, &CanvasPlace { camera: start, viewport: rect }, hands, taken);
    let view = CanvasPlace { camera: kept_in_sight(moved, picture, viewport), viewport: rect };
    response.widget_info(|| WidgetInfo::labeled(Role::Canvas, true, &picture.title));
    let is_read = ui
        .ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(&*picture.description))
        .is_some();
    if response.clicked() && field.is_none() {
        response.request_focus();
    }
    if response.has_focus() {
        input::keep_arrows(ui, response.id);
    }

    let clip = ui.clip_rect().intersect(rect);
    ui.set_clip_rect(clip);
    ui.painter().rect_filled(rect, 0, Tokens::of(ui).desk);
    overlay::paper(ui, paper_rect(picture, &view, shown.moment));
    match shown.moment {
        Some(moment) => paint_moving(ui.painter(), picture, &view, moment),
        None => paint(ui.painter(), picture, &view),
    }
    let steps = overlay::steps_ui(ui, &response, shown, &view, is_read);
    if shown.moment.is_none() {
        marks::marks_ui(ui, shown, &view, hands.pointer);
    }
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let focused = ui.memory(egui::Memory::focused);
    let is_elsewhere = focused.is_some_and(|id| id != response.id) && steps.focused.is_none();
    taken.keys |= is_elsewhere || hands.was_elsewhere;
    hands.was_elsewhere = is_elsewhere;
    let mut events = input::events(ui, &view, &steps, hands, taken);
    events.extend(carried(ui, &response, &view));
    let camera = brought_into_sight(view.camera, picture, &steps, &view);
    let steered = moved != start || camera != view.camera;
    let is_writing = ui.ctx().text_edit_focused();
    let may_ask = field.is_none() && !is_writing && !hands.is_down() && !feedback.is_dragging;
    let quiet = hands.secs_at_rest(ui.input(|i| i.time));
    // A pointer that rests where something was just done asks for nothing.
    let has_moved =
        hands.worked_at.is_none() && f64::from(ui.input(|i| i.pointer.time_since_last_movement())) < quiet;
    let is_asking = may_ask && quiet > AFTER_PRESS_SECS && (has_moved || steps.focused.is_some());
    let asked = if is_asking { asked(ui, &response, shown, &view, steps) } else { None };
    CanvasOutput { camera, steered, viewport, asked, view, events }
}

/// A symbol that is dragged over the canvas from elsewhere, or let go on it.
fn carried(ui: &Ui, response: &egui::Response, view: &CanvasPlace) -> Option<InputEvent> {
    let kind = *DragAndDrop::payload::<StepKind>(ui.ctx())?;
    let pointer = ui.input(|i| i.pointer.latest_pos())?;
    let at = view.doc_from_screen(pointer);
    if !ui.ctx().rect_contains_pointer(ui.layer_id(), response.rect) {
        return Some(InputEvent::Leave);
    }
    if ui.input(|i| i.pointer.any_released()) {
        DragAndDrop::clear_payload(ui.ctx());
        return Some(InputEvent::Put { kind, at });
    }
    Some(InputEvent::Carry { kind, at })
}

/// The camera that shows all of `picture`.
pub fn fitted(picture: &Picture, viewport: Size) -> Camera {
    fitted_to(picture.bounds, viewport)
}

/// The camera that shows all of `area`.
pub fn fitted_to(area: crate::geom::Rect, viewport: Size) -> Camera {
    Camera::fitting(area, viewport, FIT_MARGIN)
}

/// The camera that shows where `picture` begins, with its `first` step.
pub fn opened(picture: &Picture, first: crate::geom::Rect, zoom: f64, viewport: Size) -> Camera {
    Camera::opening(picture.bounds, first, zoom, viewport, FIT_MARGIN)
}

/// Keeps a part of the paper on the screen, so that nobody gets lost.
fn kept_in_sight(camera: Camera, picture: &Picture, viewport: Size) -> Camera {
    let margin = KEPT_IN_SIGHT / camera.zoom;
    let paper = picture.bounds;
    let keep = |origin: f64, extent: f64, from: f64, to: f64| {
        let (low, high) = (from + margin - extent, to - margin);
        if low < high { origin.clamp(low, high) } else { f64::midpoint(low, high) }
    };
    let mut camera = camera;
    camera.origin.x = keep(camera.origin.x, viewport.width / camera.zoom, paper.x0, paper.x1);
    camera.origin.y = keep(camera.origin.y, viewport.height / camera.zoom, paper.y0, paper.y1);
    camera
}

/// Moves the camera just far enough to show all of a step that was reached by keyboard.
fn brought_into_sight(camera: Camera, picture: &Picture, steps: &Steps, view: &CanvasPlace) -> Camera {
    let Some(step) = steps.focused.as_ref().filter(|_| steps.gained_focus).and_then(|id| picture.step(id))
    else {
        return camera;
    };
    let (rect, room) = (view.screen_rect(step.bounds), view.viewport.shrink(24.0));
    let along = |from: f32, to: f32, low: f32, high: f32| (low - from).max(0.0) + (high - to).min(0.0);
    let x = along(rect.min.x, rect.max.x, room.min.x, room.max.x);
    let y = along(rect.min.y, rect.max.y, room.min.y, room.max.y);
    camera.panned(crate::geom::Vec2::new(f64::from(x), f64::from(y)))
}

/// The step that the pointer rests on, or else the one with the focus.
fn asked(
    ui: &Ui,
    response: &egui::Response,
    shown: &CanvasView<'_>,
    view: &CanvasPlace,
    steps: Steps,
) -> Option<(StepId, egui::Rect)> {
    let (pointer, rest, down) =
        ui.input(|i| (i.pointer.latest_pos(), i.pointer.time_since_last_movement(), i.pointer.any_down()));
    let over = ui.ctx().rect_contains_pointer(ui.layer_id(), response.rect) && !down;
    let hovered = pointer.filter(|_| over).and_then(|p| shown.picture.step_at(view.doc_from_screen(p)));
    if let Some(step) = hovered {
        let left = HOVER_DELAY_SECS - rest;
        if left <= 0.0 {
            return Some((step.id.clone(), view.screen_rect(step.bounds)));
        }
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f32(left + 0.01));
        return None;
    }
    // What is selected is being worked on: its card would be in the way.
    let focused = steps.focused.filter(|id| !shown.selection.steps.contains(id))?;
    let step = shown.picture.step(&focused)?;
    Some((step.id.clone(), view.screen_rect(step.bounds)))
}
