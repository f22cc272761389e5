//! What pointer, wheel and keys do to the camera.
//!
//! Owns the gestures. Changes nothing: gives back the camera that follows from the input.

use eframe::egui::{self, EventFilter, Key, PointerButton, Response, Ui, Vec2};

use super::painter::View;
use crate::geom;

/// How far an arrow key moves the picture, in points.
const ARROW: f32 = 48.0;

/// The camera after this frame's input.
pub(super) fn steered(ui: &Ui, response: &Response, view: &View) -> geom::Camera {
    let mut camera = view.camera;
    let pan = dragged(ui, response) + keyed(ui, response);
    if pan != Vec2::ZERO {
        camera = camera.panned(geom::Vec2::new(f64::from(pan.x), f64::from(pan.y)));
    }
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
        camera = camera.zoomed_about(anchor, camera.zoom * f64::from(pinch));
    }
    camera
}

/// Dragging with the primary or the middle button; the space bar makes no difference on ground and lets the
/// primary button drag from steps too.
fn dragged(ui: &Ui, response: &Response) -> Vec2 {
    let by = |button| response.dragged_by(button);
    if by(PointerButton::Middle) || by(PointerButton::Primary) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        return response.drag_delta();
    }
    if response.contains_pointer() && ui.input(|i| i.key_down(Key::Space)) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
    }
    Vec2::ZERO
}

/// Arrow keys, while the canvas has the focus.
fn keyed(ui: &Ui, response: &Response) -> Vec2 {
    if !response.has_focus() {
        return Vec2::ZERO;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let presses = |key| ui.input(|i| i.num_presses(key)) as f32;
    let x = presses(Key::ArrowLeft) - presses(Key::ArrowRight);
    let y = presses(Key::ArrowUp) - presses(Key::ArrowDown);
    egui::vec2(x, y) * ARROW
}
