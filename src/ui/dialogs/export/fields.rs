//! The fields of the export dialog.

use eframe::egui::{RichText, Ui, vec2};

use super::{
    dialog::ExportView,
    form::{ExportForm, GroundKind, PagesKind, SizeKind, format_key},
};
use crate::{
    export::{Format, SvgText},
    locale::{Catalog, Lang},
    ui::{
        dialogs::choice::{FIELD_GAP, choice_field, combo_ui},
        theme::{self, CONTROL, Tokens},
        widgets::{caption, text_field},
    },
};

/// Shows the fields for the document of `view`.
pub(super) fn fields_ui(ui: &mut Ui, catalog: &Catalog, form: &mut ExportForm, view: &ExportView<'_>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    let formats = Format::ALL.map(|format| (format, catalog.text(format_key(format))));
    choice_field(ui, &catalog.text("ui-format"), &mut form.format, &formats);
    pages_field(ui, catalog, form, view);
    if form.format == Format::Png {
        size_field(ui, catalog, form);
    }
    if form.format != Format::Json {
        let grounds = GroundKind::ALL.map(|kind| (kind, catalog.text(kind.key())));
        choice_field(ui, &catalog.text("ui-background"), &mut form.ground, &grounds);
        if form.ground == GroundKind::Color {
            let response = ui.color_edit_button_srgb(&mut form.color);
            let name = catalog.text("ui-background-color");
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
        }
    }
    if form.format == Format::Svg {
        let options = [
            (SvgText::Text, catalog.text("ui-text-text")),
            (SvgText::Outlines, catalog.text("ui-text-outlines")),
        ];
        choice_field(ui, &catalog.text("ui-text"), &mut form.text, &options);
    }
    if view.langs.len() > 1 {
        let options: Vec<(Lang, String)> =
            view.langs.iter().map(|lang| (lang.clone(), lang.name(catalog))).collect();
        choice_field(ui, &catalog.text("ui-language"), &mut form.lang, &options);
    }
}

/// Which pages, and which part of the one that is shown.
fn pages_field(ui: &mut Ui, catalog: &Catalog, form: &mut ExportForm, view: &ExportView<'_>) {
    if view.pages > 1 {
        let options = PagesKind::ALL.map(|kind| (kind, catalog.text(kind.key())));
        choice_field(ui, &catalog.text("ui-pages"), &mut form.pages, &options);
        if form.pages == PagesKind::Range {
            let width = ui.available_width();
            text_field(ui, &mut form.range, &catalog.text("ui-page-range"), vec2(width, CONTROL));
            ui.add_space(FIELD_GAP);
        }
    }
    if form.pages == PagesKind::This && view.parts.len() > 1 {
        choice_field(ui, &catalog.text("ui-part"), &mut form.part, view.parts);
    }
}

fn size_field(ui: &mut Ui, catalog: &Catalog, form: &mut ExportForm) {
    let kinds = SizeKind::ALL.map(|kind| (kind, catalog.text(kind.key())));
    let before = form.size;
    let name = catalog.text("ui-size");
    ui.label(caption(ui, &name));
    ui.horizontal(|ui| {
        let width = ui.available_width();
        combo_ui(ui, &name, &mut form.size, &kinds, width * 0.62);
        let amount = catalog.text(form.size.key());
        let width = ui.available_width();
        text_field(ui, &mut form.amount, &amount, vec2(width, CONTROL));
    });
    if before != form.size {
        form.size.start().clone_into(&mut form.amount);
    }
    if form.drawing().is_none() {
        let words = RichText::new(catalog.text("ui-size-bad")).color(Tokens::of(ui).error);
        ui.label(words.font(theme::font(crate::text::Face::Regular, theme::CAPTION)));
    }
    ui.add_space(FIELD_GAP);
}
