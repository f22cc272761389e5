//! The import dialog as a whole.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui, Vec2, vec2};

use super::{columns::columns_ui, report::outlook_ui};
use crate::{
    interop::{Report, TableError, TableFile},
    locale::{Catalog, Lang},
    ui::{
        chrome::dialog_heading,
        dialogs::{choice::choice_field, frame::dialog_ui, question::button_width},
        theme::{CONTROL, Tokens},
        widgets::{accent_button, caption, plain_button},
    },
};

/// The largest size of the dialog's inside.
const MOST: Vec2 = vec2(920.0, 560.0);
/// What a window keeps around the dialog's inside: the dialog's own margin and some of the window.
const AROUND: Vec2 = vec2(64.0, 64.0);
/// The height of the list of tables.
const TABLES: f32 = 116.0;
/// The height of the columns with the first rows.
const COLUMNS: f32 = 196.0;
const GAP: f32 = 10.0;

/// What is chosen in the dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportForm {
    /// For each table whether it becomes a page.
    pub chosen: Vec<bool>,
    /// The language that texts are in.
    pub lang: Lang,
    /// The table whose columns are shown.
    shown: usize,
}

impl ImportForm {
    /// All of `count` tables, whose texts are in `lang`.
    pub fn new(count: usize, lang: Lang) -> Self {
        Self { chosen: vec![true; count], lang, shown: 0 }
    }
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportAnswer {
    /// A chart made of the chosen tables.
    Import,
    /// Nothing.
    Cancel,
}

/// What the dialog shows besides its fields.
pub struct ImportView<'a> {
    /// The name of the file.
    pub name: &'a str,
    /// The languages that its texts may be in.
    pub langs: &'a [Lang],
    /// What will become of everything, or why there can be no chart, in words.
    pub outlook: &'a Result<Report, TableError>,
}

/// Shows the dialog; what columns mean is changed in `file`. Gives back what was asked for, and whether `file` or
/// `form` were changed.
pub fn import_ui(
    ui: &Ui,
    catalog: &Catalog,
    file: &mut TableFile,
    form: &mut ImportForm,
    view: &ImportView<'_>,
) -> (Option<ImportAnswer>, bool) {
    let most = (ui.ctx().content_rect().size() - AROUND).min(MOST);
    let (mut answer, mut changed) = (None, false);
    let closed = dialog_ui(ui, "import", most.x, |ui| {
        dialog_heading(ui, &catalog.text_with("ui-import-heading", &[("file", view.name.into())]));
        let body = ScrollArea::vertical().id_salt("import-body").max_height(most.y - CONTROL - 60.0);
        body.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            if file.tables.len() > 1 {
                ui.label(caption(ui, catalog.text("ui-import-tables")));
                changed |= tables_ui(ui, catalog, file, form);
                ui.add_space(GAP);
            }
            if let Some(table) = file.tables.get_mut(form.shown) {
                let title = [("title", table.title.clone().into())];
                ui.label(caption(ui, catalog.text_with("ui-import-columns", &title)));
                changed |= columns_ui(ui, catalog, table, COLUMNS);
                ui.add_space(GAP);
            }
            changed |= language_ui(ui, catalog, form, view.langs);
            match view.outlook {
                Ok(report) => outlook_ui(ui, catalog, report),
                Err(error) => {
                    ui.add(Label::new(RichText::new(error.say(catalog)).color(Tokens::of(ui).error)).wrap());
                }
            }
        });
        ui.add_space(GAP);
        answer = buttons_ui(ui, catalog, view.outlook.is_ok());
    });
    (answer.or(closed.then_some(ImportAnswer::Cancel)), changed)
}

/// The language that the texts are in; whether it is another one now.
fn language_ui(ui: &mut Ui, catalog: &Catalog, form: &mut ImportForm, langs: &[Lang]) -> bool {
    let options: Vec<(Lang, String)> = langs.iter().map(|lang| (lang.clone(), lang.name(catalog))).collect();
    let before = form.lang.clone();
    choice_field(ui, &catalog.text("ui-import-language"), &mut form.lang, &options);
    before != form.lang
}

/// The tables, each to be chosen and to be looked at; whether something else is chosen now.
fn tables_ui(ui: &mut Ui, catalog: &Catalog, file: &TableFile, form: &mut ImportForm) -> bool {
    let mut changed = false;
    let mut all = form.chosen.iter().all(|chosen| *chosen);
    if ui.checkbox(&mut all, catalog.text("ui-import-all")).changed() {
        form.chosen.fill(all);
        changed = true;
    }
    let list = ScrollArea::vertical().id_salt("import-tables").max_height(TABLES);
    list.show(ui, |ui| {
        ui.set_width(ui.available_width());
        for (nth, (table, chosen)) in file.tables.iter().zip(&mut form.chosen).enumerate() {
            ui.horizontal(|ui| {
                let name = [("title", table.title.clone().into())];
                let check = ui.checkbox(chosen, "");
                let label = catalog.text_with("ui-import-choose", &name);
                ui.ctx().accesskit_node_builder(check.id, |node| node.set_label(label.as_str()));
                changed |= check.changed();
                let rows = [("title", table.title.clone().into()), ("rows", table.row_count().into())];
                let words = catalog.text_with("ui-import-table", &rows);
                if ui.selectable_label(form.shown == nth, words).clicked() {
                    form.shown = nth;
                }
            });
        }
    });
    changed
}

fn buttons_ui(ui: &mut Ui, catalog: &Catalog, can_import: bool) -> Option<ImportAnswer> {
    let row = vec2(ui.available_width(), CONTROL);
    let mut answer = None;
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let words = catalog.text("ui-import-accept");
        let size = vec2(button_width(ui, &words), CONTROL);
        let button = ui.add_enabled_ui(can_import, |ui| accent_button(ui, &words, size)).inner;
        if can_import && ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        if button.clicked() {
            answer = Some(ImportAnswer::Import);
        }
        let words = catalog.text("ui-cancel");
        let size = vec2(button_width(ui, &words), CONTROL);
        if plain_button(ui, &words, size).clicked() {
            answer = Some(ImportAnswer::Cancel);
        }
    });
    answer
}
