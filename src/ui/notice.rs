//! The short notice at the bottom of the canvas.

use eframe::egui::{
    Align, Align2, Area, Frame, Id, Label, Layout, Margin, Order, Rect, RichText, Role, Spinner, Stroke, Ui,
    vec2,
};

use super::theme::{RADIUS, Tokens};

/// How far a notice stays from the canvas's lower edge.
const GAP: f32 = 16.0;
/// How far above it what is in progress is told, so that a notice has room below.
const WORKING_GAP: f32 = 64.0;
const WIDEST: f32 = 520.0;
/// In a window that leaves no room it lies over what is beside the canvas.
const NARROWEST: f32 = 120.0;

/// Shows `text` above the lower edge of `within`; in the colours of errors where something `is_refused`.
pub fn notice_ui(ui: &Ui, text: &str, is_refused: bool, within: Rect) {
    let tokens = Tokens::of(ui);
    let (ground, ink) =
        if is_refused { (tokens.error_ground, tokens.error) } else { (tokens.surface, tokens.text) };
    let edge = if is_refused { tokens.error } else { tokens.border };
    let frame = frame(ui).fill(ground).stroke(Stroke::new(1.0, edge));
    area("notice", within, GAP).interactable(false).show(ui.ctx(), |ui| {
        frame.show(ui, |ui| {
            ui.set_max_width(most_width(within));
            let label = ui.add(Label::new(RichText::new(text).color(ink)).wrap());
            name_status(ui, label.id, text);
        });
    });
}

/// Shows that what `text` says is in progress, above the lower edge of `within` and above a notice; says whether it is
/// to be ended, by the button `stop`.
pub fn working_ui(ui: &Ui, text: &str, stop: &str, within: Rect) -> bool {
    let tokens = Tokens::of(ui);
    let frame = frame(ui).fill(tokens.surface).stroke(Stroke::new(1.0, tokens.border));
    let shown = area("working", within, WORKING_GAP).show(ui.ctx(), |ui| {
        let row = |ui: &mut Ui| {
            ui.set_max_width(most_width(within));
            ui.add(Spinner::new().size(16.0));
            let label = ui.label(RichText::new(text).color(tokens.text));
            name_status(ui, label.id, text);
            ui.add_space(8.0);
            ui.button(stop).clicked()
        };
        frame.show(ui, |ui| ui.with_layout(Layout::left_to_right(Align::Center), row).inner).inner
    });
    shown.inner
}

fn frame(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).corner_radius(RADIUS).inner_margin(Margin::symmetric(14, 8))
}

fn area(name: &str, within: Rect, gap: f32) -> Area {
    Area::new(Id::unique(name))
        .order(Order::Foreground)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(within.center_bottom() - vec2(0.0, gap))
        .constrain_to(within)
}

fn most_width(within: Rect) -> f32 {
    (within.width() - 60.0).clamp(NARROWEST, WIDEST)
}

fn name_status(ui: &Ui, id: Id, text: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Status);
        node.set_label(text);
    });
}
