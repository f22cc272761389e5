//! Chips: small round buttons of which one is chosen.

use std::sync::Arc;

use eframe::egui::{Galley, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::{
    text::Face,
    ui::theme::{self, Tokens},
};

const HEIGHT: f32 = 30.0;
const PADDING: f32 = 14.0;

/// Shows a chip; `name` is what a screen reader calls it.
pub(super) fn chip_ui(ui: &mut Ui, label: &str, name: &str, is_chosen: bool) -> Response {
    let tokens = Tokens::of(ui);
    let galley = galley(ui, label);
    let size = vec2(galley.size().x + 2.0 * PADDING, HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => tokens.selected,
        (false, true) => tokens.hover,
        (false, false) => tokens.panel,
    };
    let stroke =
        if response.has_focus() { Stroke::new(2.0, tokens.accent) } else { Stroke::new(1.0, tokens.border) };
    ui.painter().rect(rect, HEIGHT / 2.0, fill, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, tokens.text);
    response
}

/// How wide a chip is.
pub(super) fn chip_width(ui: &Ui, label: &str) -> f32 {
    galley(ui, label).size().x + 2.0 * PADDING
}

fn galley(ui: &Ui, label: &str) -> Arc<Galley> {
    let font = theme::font(Face::Regular, theme::BODY);
    ui.painter().layout_no_wrap(label.to_owned(), font, Tokens::of(ui).text)
}
