//! What pointer, wheel and keys do: to the camera, and to the page.
//!
//! Owns which of the two is meant. Changes nothing: gives back the camera that follows from the input, and events
//! in page coordinates.

use eframe::egui::{self, Event, EventFilter, Key, PointerButton, Pos2, Response, Ui, Vec2};

use super::{
    hands::{Hands, MainButton},
    overlay::Steps,
    painter::CanvasPlace,
};
use crate::{
    geom,
    tools::{InputEvent, Modifiers, ToolKey},
};

/// How far an arrow key moves the picture, in points.
const ARROW: f32 = 48.0;
/// The part of egui's zoom that the wheel makes.
const WHEEL: f64 = 0.5;
/// Dragging closer to the edge than this moves the picture, in points.
const EDGE: f32 = 24.0;
/// How fast: so many times the way that the pointer is too far out, each second.
const EDGE_SPEED: f32 = 18.0;
/// Further out than this many points it does not become faster: a pointer beside the window would fling the picture
/// thousands of points away.
const EDGE_MOST: f32 = 72.0;
/// A longer frame than this many seconds does not move the picture further.
const EDGE_FRAME: f32 = 0.05;

/// What of the input belongs to others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Taken {
    /// The place of a field over the canvas.
    pub(super) field: Option<egui::Rect>,
    /// Whether something else has the keyboard.
    pub(super) keys: bool,
    /// Whether arrow keys move steps and not the picture.
    pub(super) arrows: bool,
    /// Whether something is being dragged.
    pub(super) is_dragging: bool,
}

/// The camera after this frame's input.
pub(super) fn steered(
    ui: &Ui,
    response: &Response,
    view: &CanvasPlace,
    hands: &Hands,
    taken: Taken,
) -> geom::Camera {
    let mut camera = view.camera;
    let mut pan = dragged(ui, response, hands);
    if !taken.arrows && !taken.keys {
        pan += keyed(ui, response);
    }
    if taken.is_dragging && hands.is_down() {
        pan += at_edge(ui, view.viewport);
    }
    if pan != Vec2::ZERO {
        camera = camera.panned(geom::Vec2::new(f64::from(pan.x), f64::from(pan.y)));
    }
    wheeled(ui, response, &CanvasPlace { camera, viewport: view.viewport })
}

/// The camera over a picture that is only looked at: any dragging moves it.
pub fn looked(ui: &Ui, response: &Response, view: &CanvasPlace) -> geom::Camera {
    let pan = response.drag_delta();
    let camera = view.camera.panned(geom::Vec2::new(f64::from(pan.x), f64::from(pan.y)));
    wheeled(ui, response, &CanvasPlace { camera, viewport: view.viewport })
}

/// The camera after what the wheel did, or fingers, over the picture.
fn wheeled(ui: &Ui, response: &Response, view: &CanvasPlace) -> geom::Camera {
    let mut camera = view.camera;
    if !response.contains_pointer() {
        return camera;
    }
    let (scroll, pinch, pointer) =
        ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta(), i.pointer.hover_pos()));
    if scroll != Vec2::ZERO {
        camera = camera.panned(geom::Vec2::new(f64::from(scroll.x), f64::from(scroll.y)));
    }
    if pinch != 1.0
        && let Some(pointer) = pointer
    {
        let anchor = pointer - view.viewport.min;
        let anchor = geom::Point::new(f64::from(anchor.x), f64::from(anchor.y));
        camera = camera.zoomed_about(anchor, camera.zoom * gentle(ui, pinch));
    }
    camera
}

/// The zoom that `factor` stands for. egui makes a factor of about 1.5 of one notch of a wheel, more than people
/// expect of one; fingers on a touchpad or screen say exactly what they mean.
fn gentle(ui: &Ui, factor: f32) -> f64 {
    let is_wheel = ui.input(|i| {
        i.multi_touch().is_none() && !i.raw.events.iter().any(|event| matches!(event, Event::Zoom(_)))
    });
    f64::from(factor).powf(if is_wheel { WHEEL } else { 1.0 })
}

/// Dragging with the middle button, or with the main one and the space bar.
fn dragged(ui: &Ui, response: &Response, hands: &Hands) -> Vec2 {
    let by = |button| response.dragged_by(button);
    if by(PointerButton::Middle) || (hands.is_panning() && by(PointerButton::Primary)) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        return response.drag_delta();
    }
    Vec2::ZERO
}

/// Arrow keys, while the canvas has the focus.
fn keyed(ui: &Ui, response: &Response) -> Vec2 {
    if !response.has_focus() {
        return Vec2::ZERO;
    }
    let presses = |key| ui.input(|i| i.num_presses(key)) as f32;
    let x = presses(Key::ArrowLeft) - presses(Key::ArrowRight);
    let y = presses(Key::ArrowUp) - presses(Key::ArrowDown);
    egui::vec2(x, y) * ARROW
}

/// Keeps arrow keys from moving the focus away from `id`.
pub(super) fn keep_arrows(ui: &Ui, id: egui::Id) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
}

/// The picture follows what is dragged over its edge.
fn at_edge(ui: &Ui, viewport: egui::Rect) -> Vec2 {
    let Some(pointer) = ui.input(|i| i.pointer.latest_pos()) else { return Vec2::ZERO };
    // A canvas that is all edge follows to neither side.
    let edge = Vec2::splat(EDGE).min(viewport.size().max(Vec2::ZERO) / 2.0);
    let room = viewport.shrink2(edge);
    let out = room.clamp(pointer) - pointer;
    if out != Vec2::ZERO {
        ui.ctx().request_repaint();
    }
    let most = Vec2::splat(EDGE_MOST);
    out.clamp(-most, most) * EDGE_SPEED * ui.input(|i| i.stable_dt).min(EDGE_FRAME)
}

/// What was done on the page in this frame, seen through `view`.
pub(super) fn events(
    ui: &Ui,
    view: &CanvasPlace,
    steps: &Steps,
    hands: &mut Hands,
    taken: Taken,
) -> Vec<InputEvent> {
    let (raw, now, modifiers) = ui.input(|i| (i.events.clone(), i.time, i.modifiers));
    let mut reader = Reader { ui, view, hands, taken, now, out: Vec::new() };
    for event in &raw {
        reader.pointer(event);
    }
    reader.while_down(modifiers);
    let mut out = reader.out;
    out.extend(steps.chosen.iter().cloned().map(InputEvent::Choose));
    if !taken.keys {
        out.extend(raw.iter().flat_map(|event| keys(event, steps)));
    }
    out
}

struct Reader<'a> {
    ui: &'a Ui,
    view: &'a CanvasPlace,
    hands: &'a mut Hands,
    taken: Taken,
    now: f64,
    out: Vec<InputEvent>,
}

impl Reader<'_> {
    fn is_over(&self, at: Pos2) -> bool {
        self.view.viewport.shrink(2.0).contains(at)
            && self.ui.clip_rect().contains(at)
            && self.ui.ctx().layer_id_at(at) == Some(self.ui.layer_id())
            && self.taken.field.is_none_or(|field| !field.contains(at))
    }

    fn pointer(&mut self, event: &Event) {
        if matches!(event, Event::PointerButton { .. } | Event::Key { .. }) {
            self.hands.worked = Some(self.now);
        }
        if let Event::PointerButton { pos, .. } = event {
            self.hands.worked_at = Some(*pos);
        }
        match event {
            Event::PointerMoved(at) => self.moved(*at),
            Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers } => {
                self.hands.pointer = Some(*pos);
                let modifiers = tool_modifiers(*modifiers);
                if *pressed && self.is_over(*pos) {
                    self.press(*pos, modifiers);
                } else if !*pressed {
                    self.release(*pos, modifiers);
                }
            }
            Event::PointerButton { pos, button: PointerButton::Secondary, pressed: true, .. }
                if self.is_over(*pos) =>
            {
                if self.hands.is_down() {
                    self.hands.main_button = MainButton::Up;
                }
                self.out.push(InputEvent::Menu { at: self.view.doc_from_screen(*pos) });
            }
            Event::PointerGone if !self.hands.is_down() => self.leave(),
            _ => {}
        }
    }

    fn moved(&mut self, at: Pos2) {
        self.hands.moved(at);
        let modifiers = tool_modifiers(self.hands.modifiers);
        let doc = self.view.doc_from_screen(at);
        if self.hands.is_down() {
            self.out.push(InputEvent::Drag { at: doc, modifiers });
        } else if self.is_over(at) && !self.hands.is_panning() {
            self.hands.was_over = true;
            self.out.push(InputEvent::Hover { at: doc, modifiers });
        } else {
            self.leave();
        }
    }

    fn leave(&mut self) {
        if std::mem::take(&mut self.hands.was_over) {
            self.out.push(InputEvent::Leave);
        }
    }

    fn press(&mut self, pos: Pos2, modifiers: Modifiers) {
        if self.ui.input(|i| i.key_down(Key::Space)) && !self.taken.keys {
            self.hands.main_button = MainButton::Panning;
            return;
        }
        let clicks = self.hands.pressed(self.now, pos);
        self.hands.main_button = MainButton::OnPage;
        self.out.push(InputEvent::Press { at: self.view.doc_from_screen(pos), modifiers, clicks });
    }

    fn release(&mut self, pos: Pos2, modifiers: Modifiers) {
        if std::mem::take(&mut self.hands.main_button) == MainButton::OnPage {
            self.out.push(InputEvent::Release { at: self.view.doc_from_screen(pos), modifiers });
        }
    }

    /// Keys that are pressed while dragging count at once, and so does a picture that moves below the pointer.
    fn while_down(&mut self, modifiers: egui::Modifiers) {
        let has_moved = self.taken.is_dragging && at_edge(self.ui, self.view.viewport) != Vec2::ZERO;
        let is_other = std::mem::replace(&mut self.hands.modifiers, modifiers) != modifiers;
        if self.hands.is_down()
            && (has_moved || is_other)
            && let Some(at) = self.hands.pointer
        {
            let (at, modifiers) = (self.view.doc_from_screen(at), tool_modifiers(modifiers));
            self.out.push(InputEvent::Drag { at, modifiers });
        }
    }
}

const fn tool_modifiers(held: egui::Modifiers) -> Modifiers {
    Modifiers { shift: held.shift, ctrl: held.command, alt: held.alt }
}

/// What a key means to the page; a step with the focus is opened by keys that would open the selection.
fn keys(event: &Event, steps: &Steps) -> Vec<InputEvent> {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command && !modifiers.alt => {
            let Some(meant) = tool_key(*key) else { return Vec::new() };
            match (meant, &steps.focused) {
                (ToolKey::Enter | ToolKey::F2, Some(step)) => vec![InputEvent::Open(step.clone())],
                _ => vec![InputEvent::Key(meant, tool_modifiers(*modifiers))],
            }
        }
        Event::Text(text) => vec![InputEvent::Text(text.clone())],
        _ => Vec::new(),
    }
}

const fn tool_key(key: Key) -> Option<ToolKey> {
    Some(match key {
        Key::Escape => ToolKey::Escape,
        Key::Enter => ToolKey::Enter,
        Key::F2 => ToolKey::F2,
        Key::ArrowLeft => ToolKey::Left,
        Key::ArrowRight => ToolKey::Right,
        Key::ArrowUp => ToolKey::Up,
        Key::ArrowDown => ToolKey::Down,
        _ => return None,
    })
}
