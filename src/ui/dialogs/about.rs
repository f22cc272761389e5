//! What the program is.

use eframe::egui::{Align, Layout, RichText, Ui, vec2};

use super::frame::dialog_ui;
use crate::{
    locale::Catalog,
    text::Face,
    ui::{
        theme::{self, CONTROL},
        widgets::{accent_button, caption},
    },
};

/// Shows what the program is; false when it is to be closed.
pub fn about_ui(ui: &Ui, catalog: &Catalog) -> bool {
    let mut open = true;
    let closed = dialog_ui(ui, "about", 360.0, |ui| {
        ui.label(RichText::new("Laneway").font(theme::font(Face::Bold, 22.0)));
        let version = [("version", env!("CARGO_PKG_VERSION").into())];
        ui.label(caption(ui, catalog.text_with("ui-version", &version)));
        ui.add_space(8.0);
        ui.label(catalog.text("ui-about-text"));
        ui.label(caption(ui, catalog.text("ui-about-fonts")));
        open = !close_row(ui, catalog);
    });
    open && !closed
}

pub(super) fn close_row(ui: &mut Ui, catalog: &Catalog) -> bool {
    ui.add_space(12.0);
    let size = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        accent_button(ui, &catalog.text("ui-close"), vec2(84.0, CONTROL)).clicked()
    })
    .inner
}
