//! The short notice at the bottom of the canvas.

use eframe::egui::{
    Align2, Area, Button, Frame, Id, Label, Margin, Order, Rect, RichText, Role, Stroke, Ui, vec2,
};

use super::theme::{RADIUS, Tokens};

/// How far a notice stays from the canvas's lower edge.
const GAP: f32 = 16.0;
const WIDEST: f32 = 520.0;
/// In a window that leaves no room it lies over what is beside the canvas.
const NARROWEST: f32 = 120.0;

/// Shows `text` above the lower edge of `within`, in the colours of errors where something `is_refused`, with a button
/// for what is offered; true when that was clicked.
pub fn notice_ui(ui: &Ui, text: &str, is_refused: bool, offer: Option<&str>, within: Rect) -> bool {
    let tokens = Tokens::of(ui);
    let (ground, ink) =
        if is_refused { (tokens.error_ground, tokens.error) } else { (tokens.surface, tokens.text) };
    let edge = if is_refused { tokens.error } else { tokens.border };
    let frame = frame(ui).fill(ground).stroke(Stroke::new(1.0, edge));
    let area = area("notice", within, GAP).interactable(offer.is_some());
    let shown = area.show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_max_width(most_width(within));
            let label = ui.add(Label::new(RichText::new(text).color(ink)).wrap());
            name_status(ui, label.id, text);
            offer.is_some_and(|offer| ui.add(Button::new(offer)).clicked())
        })
    });
    shown.inner.inner
}

pub(super) fn frame(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).corner_radius(RADIUS).inner_margin(Margin::symmetric(14, 8))
}

pub(super) fn area(name: &str, within: Rect, gap: f32) -> Area {
    Area::new(Id::unique(name))
        .order(Order::Foreground)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(within.center_bottom() - vec2(0.0, gap))
        .constrain_to(within)
}

pub(super) fn most_width(within: Rect) -> f32 {
    (within.width() - 60.0).clamp(NARROWEST, WIDEST)
}

pub(super) fn name_status(ui: &Ui, id: Id, text: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_label(text);
    });
}
