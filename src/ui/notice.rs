//! The short notice at the bottom of the canvas.

use eframe::egui::{Align2, Area, Frame, Id, Label, Margin, Order, Rect, RichText, Role, Stroke, Ui, vec2};

use super::theme::{RADIUS, Tokens};

/// How far a notice stays from the canvas's lower edge.
const GAP: f32 = 16.0;
const WIDEST: f32 = 520.0;
/// In a window that leaves no room it lies over what is beside the canvas.
const NARROWEST: f32 = 120.0;

/// Shows `text` above the lower edge of `within`; in the colours of errors where something `is_refused`.
pub fn notice_ui(ui: &Ui, text: &str, is_refused: bool, within: Rect) {
    let tokens = Tokens::of(ui);
    let (ground, ink) =
        if is_refused { (tokens.error_ground, tokens.error) } else { (tokens.surface, tokens.text) };
    let frame = Frame::popup(ui.style())
        .fill(ground)
        .stroke(Stroke::new(1.0, if is_refused { tokens.error } else { tokens.border }))
        .corner_radius(RADIUS)
        .inner_margin(Margin::symmetric(14, 8));
    Area::new(Id::unique("notice"))
        .order(Order::Foreground)
        .interactable(false)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(within.center_bottom() - vec2(0.0, GAP))
        .constrain_to(within)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.set_max_width((within.width() - 60.0).clamp(NARROWEST, WIDEST));
                let label = ui.add(Label::new(RichText::new(text).color(ink)).wrap());
                ui.ctx().accesskit_node_builder(label.id, |node| {
                    node.set_role(Role::Status);
                    node.set_label(text);
                });
            });
        });
}
