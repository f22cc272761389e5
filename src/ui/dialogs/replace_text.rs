//! Asks what is to be replaced by what, and shows each text before and after.

use eframe::egui::{Align, Label, Layout, ScrollArea, TextWrapMode, Ui, vec2};

use super::{frame::dialog_ui, question::button_width};
use crate::{
    find::{Replacement, Sought},
    locale::{Catalog, Lang},
    ui::{
        chrome::dialog_heading,
        find_bar::{excerpt_job, language_ui},
        theme::CONTROL,
        widgets::{accent_button, caption, plain_button, text_field},
    },
};

/// The width of the dialog, and the height of its list.
const SIZE: (f32, f32) = (720.0, 320.0);
/// The height of a row: where a text is, what it says and what it will say.
const ROW: f32 = 56.0;

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplaceForm {
    /// What is looked for.
    pub sought: Sought,
    /// What is put in its place.
    pub new: String,
}

/// A text that will say something else.
pub struct ReplaceRow {
    /// Where it is.
    pub place: String,
    /// Before and after.
    pub replacement: Replacement,
    /// Whether it is to be replaced.
    pub is_ticked: bool,
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplaceTextAnswer {
    /// To replace what is ticked.
    Replace,
    /// To open the chart of the row with this number.
    Open(usize),
    /// Nothing.
    Cancel,
}

/// What the question is shown with.
#[derive(Clone, Copy)]
pub struct ReplaceView<'v> {
    /// The words of the interface.
    pub catalog: &'v Catalog,
    /// The languages of the chart, or the charts.
    pub languages: &'v [Lang],
    /// What is looked through.
    pub heading: &'v str,
    /// What is to be known of it.
    pub remark: Option<&'v str>,
    /// Whether the chart of a row can be opened.
    pub opens: bool,
    /// Whether it is shown for the first time.
    pub is_new: bool,
}

/// Shows the question, and each text before and after.
pub fn replace_text_ui(
    ui: &Ui,
    view: ReplaceView<'_>,
    form: &mut ReplaceForm,
    rows: &mut [ReplaceRow],
) -> Option<ReplaceTextAnswer> {
    let catalog = view.catalog;
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 320.0);
    let closed = dialog_ui(ui, "replace-text", SIZE.0.min(room.x), |ui| {
        dialog_heading(ui, view.heading);
        if let Some(remark) = view.remark {
            ui.add(Label::new(caption(ui, remark)).wrap());
        }
        form_ui(ui, view, form);
        ui.add_space(8.0);
        let opened = list_ui(ui, view, rows, SIZE.1.min(room.y.max(ROW)));
        ui.add_space(14.0);
        let key = if form.new.is_empty() { "ui-replace-remove" } else { "ui-replace-do" };
        answer = opened.or(buttons_ui(ui, catalog, key, rows));
    });
    answer.or(closed.then_some(ReplaceTextAnswer::Cancel))
}

fn form_ui(ui: &mut Ui, view: ReplaceView<'_>, form: &mut ReplaceForm) {
    let ReplaceView { catalog, languages, is_new, .. } = view;
    let ReplaceForm { sought, new } = form;
    let size = vec2(ui.available_width(), CONTROL);
    let words = text_field(ui, &mut sought.words, &catalog.text("ui-find-words"), size);
    ui.add_space(4.0);
    let by = text_field(ui, new, &catalog.text("ui-replace-by"), size);
    if is_new {
        if sought.words.is_empty() { words.request_focus() } else { by.request_focus() }
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.checkbox(&mut sought.is_whole_word, catalog.text("ui-find-word"));
        ui.checkbox(&mut sought.matches_case, catalog.text("ui-find-case"));
        language_ui(ui, catalog, languages, &mut sought.lang);
    });
}

/// The texts, each with a tick, and one for all of them; gives back whose chart is to be opened.
fn list_ui(
    ui: &mut Ui,
    view: ReplaceView<'_>,
    rows: &mut [ReplaceRow],
    height: f32,
) -> Option<ReplaceTextAnswer> {
    let catalog = view.catalog;
    if rows.is_empty() {
        ui.label(caption(ui, catalog.text("ui-replace-nothing")));
        return None;
    }
    let mut all = rows.iter().all(|row| row.is_ticked || row.replacement.after.is_none());
    if ui.checkbox(&mut all, catalog.text("ui-replace-each")).changed() {
        for row in rows.iter_mut() {
            row.is_ticked = all && row.replacement.after.is_some();
        }
    }
    let list = ScrollArea::vertical().id_salt("replace-texts").max_height(height);
    let list = list.show_rows(ui, ROW, rows.len(), |ui, seen| {
        ui.set_width(ui.available_width());
        let first = seen.start;
        let seen = rows.get_mut(seen).unwrap_or_default().iter_mut().zip(first..);
        let opened = seen.filter_map(|(row, nth)| row_ui(ui, view, row).then_some(nth));
        opened.last().map(ReplaceTextAnswer::Open)
    });
    list.inner
}

/// A text; whether its chart is to be opened.
fn row_ui(ui: &mut Ui, view: ReplaceView<'_>, row: &mut ReplaceRow) -> bool {
    let catalog = view.catalog;
    let Replacement { hit, after } = &row.replacement;
    let size = vec2(ui.available_width(), ROW);
    let row = ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
        ui.set_min_height(ROW);
        ui.spacing_mut().item_spacing.y = 1.0;
        let tick = |ui: &mut Ui| ui.checkbox(&mut row.is_ticked, row.place.as_str());
        let line = vec2(ui.available_width(), ui.spacing().interact_size.y);
        let opens = ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
            ui.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
            let opens = view.opens && ui.link(catalog.text("ui-folder-open")).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add_enabled_ui(after.is_some(), tick)
            });
            opens
        });
        ui.add(Label::new(excerpt_job(ui, None, &hit.shown)).truncate());
        match after {
            Some(after) => ui.add(Label::new(excerpt_job(ui, Some("→ "), &after.shown)).truncate()),
            None => ui.label(caption(ui, catalog.text("ui-replace-kept"))),
        };
        opens.inner
    });
    row.inner
}

/// What can be done; `key` says what becomes of what is found.
fn buttons_ui(ui: &mut Ui, catalog: &Catalog, key: &str, rows: &[ReplaceRow]) -> Option<ReplaceTextAnswer> {
    let mut answer = None;
    let ticked = rows.iter().filter(|row| row.is_ticked).map(|row| row.replacement.count());
    let count: usize = ticked.sum();
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let replace = catalog.text_with(key, &[("count", count.into())]);
        let size = vec2(button_width(ui, &replace), CONTROL);
        if ui.add_enabled_ui(count > 0, |ui| accent_button(ui, &replace, size)).inner.clicked() {
            answer = Some(ReplaceTextAnswer::Replace);
        }
        let cancel = catalog.text("ui-cancel");
        let size = vec2(button_width(ui, &cancel), CONTROL);
        if plain_button(ui, &cancel, size).clicked() {
            answer = Some(ReplaceTextAnswer::Cancel);
        }
    });
    answer
}
