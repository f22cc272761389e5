//! Asks how a chart is to be saved as a table, and shows what a table cannot say.

use eframe::egui::{Align, ComboBox, Layout, Ui, vec2};

use super::{frame::dialog_ui, import::lines_ui, question::button_width};
use crate::{
    interop::Report,
    locale::Catalog,
    ui::{
        chrome::{chevron, dialog_heading},
        theme::CONTROL,
        widgets::{accent_button, caption, plain_button},
    },
};

/// The kinds of tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableKind {
    /// A workbook with a sheet for each page.
    #[default]
    Workbook,
    /// The page that is shown as CSV with commas.
    Comma,
    /// The page that is shown as CSV with semicolons.
    Semicolon,
    /// The page that is shown as text with tabs.
    Tab,
}

impl TableKind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Workbook, Self::Comma, Self::Semicolon, Self::Tab];

    /// The ending of a file of that kind.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Workbook => "xlsx",
            Self::Comma | Self::Semicolon => "csv",
            Self::Tab => "tsv",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Workbook => "ui-table-workbook",
            Self::Comma => "ui-table-comma",
            Self::Semicolon => "ui-table-semicolon",
            Self::Tab => "ui-table-tab",
        }
    }
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveTableAnswer {
    /// To choose a file and write the table.
    Save,
    /// Nothing.
    Cancel,
}

/// Shows the question; `outlook` says what becomes of everything in a table of that kind.
pub fn save_table_ui(
    ui: &Ui,
    catalog: &Catalog,
    kind: &mut TableKind,
    outlook: &Report,
) -> Option<SaveTableAnswer> {
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 240.0);
    let closed = dialog_ui(ui, "save-table", room.x.min(560.0), |ui| {
        dialog_heading(ui, &catalog.text("ui-table-heading"));
        ui.label(caption(ui, catalog.text("ui-format")));
        let words = catalog.text(kind.key());
        let field =
            ComboBox::from_id_salt("table-kind").selected_text(words.as_str()).width(ui.available_width());
        let field = field.icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color));
        let response = field.show_ui(ui, |ui| {
            for other in TableKind::ALL {
                ui.selectable_value(kind, other, catalog.text(other.key()));
            }
        });
        let full = format!("{}: {words}", catalog.text("ui-format"));
        ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(full.as_str()));
        ui.add_space(10.0);
        lines_ui(ui, catalog, &outlook.outlook(catalog), outlook, room.y.min(240.0));
        ui.add_space(14.0);
        let row = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let (save, cancel) = (catalog.text("ui-cmd-save-as"), catalog.text("ui-cancel"));
            let size = |ui: &Ui, words: &str| vec2(button_width(ui, words), CONTROL);
            let wide = size(ui, &save);
            if accent_button(ui, &save, wide).clicked() {
                answer = Some(SaveTableAnswer::Save);
            }
            let wide = size(ui, &cancel);
            if plain_button(ui, &cancel, wide).clicked() {
                answer = Some(SaveTableAnswer::Cancel);
            }
        });
    });
    answer.or(closed.then_some(SaveTableAnswer::Cancel))
}
