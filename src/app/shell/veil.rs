//! The veil over the window while a file is held over it.

use eframe::egui::{self, Ui, vec2};

use crate::{
    locale::Catalog,
    ui::theme::{self, Tokens},
};

/// Says that a file may be let go.
pub(crate) fn drop_veil_ui(ui: &Ui, catalog: &Catalog) {
    if ui.input(|i| i.raw.hovered_files.is_empty()) {
        return;
    }
    let id = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop-veil"));
    let painter = ui.ctx().layer_painter(id);
    let (rect, tokens) = (ui.ctx().content_rect(), Tokens::of(ui));
    painter.rect_filled(rect, 0, tokens.veil);
    let font = theme::font(crate::text::Face::SemiBold, theme::HEADING);
    let galley = painter.layout_no_wrap(catalog.text("ui-drop-here"), font, tokens.text);
    let card = egui::Rect::from_center_size(rect.center(), galley.size() + vec2(48.0, 32.0));
    painter.rect_filled(card, theme::CARD_RADIUS, tokens.surface);
    painter.galley(card.center() - galley.size() / 2.0, galley, tokens.text);
}
