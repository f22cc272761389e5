//! What the columns of a table mean, with its first rows below.

use eframe::egui::{ComboBox, Grid, Label, ScrollArea, Ui};

use crate::{
    interop::{StepField, Table},
    locale::Catalog,
    ui::{
        chrome::chevron,
        theme,
        widgets::{caption, strong},
    },
};

/// How many rows are shown.
const ROWS: usize = 5;
/// The width of a column.
const COLUMN: f32 = 148.0;

/// Shows the columns; whether one of them means something else now.
pub(super) fn columns_ui(ui: &mut Ui, catalog: &Catalog, table: &mut Table, height: f32) -> bool {
    let mut changed = false;
    if table.is_headless() {
        let mut is_header = false;
        if ui.checkbox(&mut is_header, catalog.text("ui-import-headers")).changed() {
            changed |= table.take_first_row_as_headers();
        }
    }
    let area = ScrollArea::both().id_salt("import-columns").max_height(height);
    area.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        Grid::new("import-grid").striped(true).min_col_width(COLUMN).max_col_width(COLUMN).show(ui, |ui| {
            for column in &table.columns {
                ui.add(Label::new(strong(column.name(), theme::BODY)).truncate());
            }
            ui.end_row();
            let mut chosen = None;
            for (nth, column) in table.columns.iter().enumerate() {
                let picked = field_ui(ui, catalog, nth, &column.name(), column.field);
                chosen = chosen.or_else(|| picked.map(|field| (nth, field)));
            }
            ui.end_row();
            for row in table.preview(ROWS) {
                for text in row {
                    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    ui.add(Label::new(caption(ui, line)).truncate());
                }
                ui.end_row();
            }
            if let Some((nth, field)) = chosen {
                table.assign_nth(nth, field);
                changed = true;
            }
        });
    });
    changed
}

/// What a column means, to be chosen; another meaning if one was.
fn field_ui(ui: &mut Ui, catalog: &Catalog, nth: usize, name: &str, field: StepField) -> Option<StepField> {
    let words = |field: StepField| catalog.text(&format!("ui-field-{}", field.name()));
    let mut chosen = field;
    let list = ComboBox::from_id_salt(("import-field", nth)).selected_text(words(field)).width(COLUMN - 8.0);
    let list = list.icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color));
    let response = list.show_ui(ui, |ui| {
        for other in StepField::ALL {
            ui.selectable_value(&mut chosen, other, words(other));
        }
    });
    let full = format!("{name}: {}", words(chosen));
    ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(full.as_str()));
    (chosen != field).then_some(chosen)
}
