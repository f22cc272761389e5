//! Choosing one among several in a dialog.

use eframe::egui::{ComboBox, Ui};

use crate::ui::{chrome::chevron, widgets::caption};

/// Below a field.
pub(super) const FIELD_GAP: f32 = 7.0;

/// A label above a choice of one among several.
pub(super) fn choice_field<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, String)],
) {
    ui.label(caption(ui, name));
    let width = ui.available_width();
    combo_ui(ui, name, value, options, width);
    ui.add_space(FIELD_GAP);
}

/// The choice alone, so wide.
pub(super) fn combo_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &mut T,
    options: &[(T, String)],
    width: f32,
) {
    let shown = options.iter().find(|(option, _)| option == value).map_or("", |(_, text)| text).to_owned();
    let field = ComboBox::from_id_salt(name).selected_text(shown.as_str()).width(width).truncate();
    let field = field.icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color));
    let response = field.show_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (option, text) in options {
            ui.selectable_value(value, option.clone(), text.as_str());
        }
    });
    let full = format!("{name}: {shown}");
    ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(full.as_str()));
}
