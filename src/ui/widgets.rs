//! Controls that several places share.

use eframe::egui::{
    self, Button, Color32, Frame, Margin, Response, RichText, Role, Sense, Stroke, TextEdit, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::{
    icons::{Icon, paint_icon},
    theme::{self, CONTROL, RADIUS, Tokens},
};
use crate::text::Face;

/// Text in semi-bold.
pub fn strong(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(theme::font(Face::SemiBold, size))
}

/// A small text of less weight.
pub fn caption(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).font(theme::font(Face::Regular, theme::CAPTION)).color(Tokens::of(ui).muted)
}

/// The button that leads on.
pub fn accent_button(ui: &mut Ui, label: &str, size: Vec2) -> Response {
    let tokens = Tokens::of(ui);
    let text = strong(label, theme::BODY).color(tokens.on_accent);
    ui.scope(|ui| {
        // A lighter or darker accent under the pointer, so that the button answers.
        let lift = tokens.accent.lerp_to_gamma(tokens.on_accent, 0.12);
        let widgets = &mut ui.visuals_mut().widgets;
        for (state, fill) in [
            (&mut widgets.inactive, tokens.accent),
            (&mut widgets.hovered, lift),
            (&mut widgets.active, lift),
        ] {
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::NONE;
        }
        let response = ui.add_sized(size, Button::new(text));
        ring_around(ui, &response);
        response
    })
    .inner
}

/// A button beside the one that leads on.
pub fn plain_button(ui: &mut Ui, label: &str, size: Vec2) -> Response {
    let button = Button::new(strong(label, theme::BODY)).fill(Tokens::of(ui).panel);
    let response = ui.add_sized(size, button);
    ring_around(ui, &response);
    response
}

/// The frame around a filled button that has the keyboard's focus: outside, where the accent can be told from it.
fn ring_around(ui: &Ui, response: &Response) {
    if response.has_focus() {
        focus_ring(ui, response.rect.expand(3.0));
    }
}

/// A button that shows only a sign; `label` is its name for screen readers.
pub fn icon_button(ui: &mut Ui, icon: Icon, label: &str, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(CONTROL), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    let tokens = Tokens::of(ui);
    let ground = match (response.is_pointer_button_down_on(), response.hovered() && enabled) {
        (true, _) => tokens.selected,
        (false, true) => tokens.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, RADIUS, ground);
    if response.has_focus() {
        focus_ring(ui, rect);
    }
    let color = if enabled { tokens.text } else { tokens.strong_border };
    paint_icon(ui.painter(), icon, rect, color);
    response
}

/// The frame around a control that has the keyboard's focus.
pub fn focus_ring(ui: &Ui, rect: egui::Rect) {
    let stroke = Stroke::new(2.0, Tokens::of(ui).accent);
    ui.painter().rect_stroke(rect, RADIUS, stroke, egui::StrokeKind::Inside);
}

/// A field for one line of text, named by `hint`.
pub fn text_field(ui: &mut Ui, text: &mut String, hint: &str, size: Vec2) -> Response {
    let tokens = Tokens::of(ui);
    let edit = TextEdit::singleline(text)
        .hint_text(RichText::new(hint).color(tokens.muted))
        .margin(Margin::symmetric(10, 4))
        .desired_width(size.x - 20.0)
        .min_size(vec2(size.x, size.y))
        .align(egui::Align2::LEFT_CENTER);
    let response = field_ui(ui, edit, false);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
    response
}

/// The letters that were typed in this frame, for a field that has not the keyboard yet.
pub fn typed_text(ui: &Ui) -> String {
    ui.input(|input| {
        let letters = input.events.iter().filter_map(|event| match event {
            egui::Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        letters.collect()
    })
}

/// Shows a field with a frame that says where the keyboard is, and whether what is written there `is_wrong`.
pub fn field_ui(ui: &mut Ui, edit: TextEdit<'_>, is_wrong: bool) -> Response {
    let tokens = Tokens::of(ui);
    ui.scope(|ui| {
        let visuals = ui.visuals_mut();
        if is_wrong {
            let edge = Stroke::new(1.0, tokens.error);
            visuals.widgets.inactive.bg_stroke = edge;
            visuals.widgets.hovered.bg_stroke = edge;
        }
        // egui draws the frame of the field with the focus in the stroke of selected text.
        visuals.selection.stroke = Stroke::new(2.0, if is_wrong { tokens.error } else { tokens.accent });
        ui.add(edit)
    })
    .inner
}

/// A note of what went wrong, with a way to take it away; true when it was taken away.
pub fn error_banner(ui: &mut Ui, text: &str, dismiss: &str) -> bool {
    let tokens = Tokens::of(ui);
    banner(ui, [tokens.error_ground, tokens.error], text, dismiss)
}

/// A note of what is to be known before one goes on, with a way to take it away; true when it was taken away.
pub fn warning_banner(ui: &mut Ui, text: &str, dismiss: &str) -> bool {
    let tokens = Tokens::of(ui);
    banner(ui, [tokens.warning_ground, tokens.warning], text, dismiss)
}

fn banner(ui: &mut Ui, [ground, ink]: [Color32; 2], text: &str, dismiss: &str) -> bool {
    let frame = Frame::new().fill(ground).inner_margin(Margin::symmetric(16, 8));
    frame
        .show(ui, |ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let clicked = ui.button(dismiss).clicked();
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(RichText::new(text).color(ink)).wrap());
                });
                clicked
            })
            .inner
        })
        .inner
}
