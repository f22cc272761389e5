//! What the program is, and its shortcuts.

use eframe::egui::{Align, Grid, Layout, RichText, ScrollArea, Ui, vec2};

use super::frame::dialog_ui;
use crate::{
    locale::Catalog,
    text::Face,
    ui::{
        chrome::dialog_heading,
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

/// Shows the shortcuts: what each does and its keys; false when it is to be closed.
pub fn shortcuts_ui(ui: &Ui, catalog: &Catalog, rows: &[(String, String)]) -> bool {
    let mut open = true;
    let closed = dialog_ui(ui, "shortcuts", 420.0, |ui| {
        dialog_heading(ui, &catalog.text("ui-cmd-shortcuts"));
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            Grid::new("shortcut-rows").num_columns(2).spacing(vec2(24.0, 6.0)).show(ui, |ui| {
                for (name, keys) in rows {
                    ui.label(name.as_str());
                    ui.label(RichText::new(keys).color(theme::Tokens::of(ui).muted));
                    ui.end_row();
                }
            });
        });
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
