//! A list from which one thing is chosen by its name, for cells that hold one of several.

use eframe::egui::{Key, Modifiers, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::keys::field_id;
use crate::{
    locale::fold,
    text::Face,
    ui::{
        theme::{self, Tokens},
        widgets::{caption, typed_text},
    },
};

/// The height of a row.
const ROW: f32 = 26.0;
/// How many rows are seen at once.
const ROWS: f32 = 8.0;
/// The most rows that are offered: whoever needs another one types more of its name.
const MOST: usize = 60;

/// What may be chosen, and what was typed to find it.
pub(super) struct Picker<T> {
    options: Vec<(T, String)>,
    /// The folded names.
    folded: Vec<String>,
    filter: String,
    row: usize,
    is_new: bool,
}

/// What was done with the list.
pub(super) enum Picked<T> {
    /// This was chosen.
    Chosen(T),
    Closed,
}

impl<T: Clone> Picker<T> {
    /// A list of `options`, of which the one at `current` would be taken, or the first one that fits what was `typed`.
    pub(super) fn new(options: Vec<(T, String)>, current: Option<usize>, typed: &str) -> Self {
        let folded = options.iter().map(|(_, name)| fold(name)).collect();
        let row = current.filter(|_| typed.is_empty()).unwrap_or_default();
        Self { options, folded, filter: typed.to_owned(), row, is_new: true }
    }

    /// Adds what was typed before the field was there.
    pub(super) fn type_more(&mut self, text: &str) {
        self.filter.push_str(text);
        self.row = 0;
    }

    /// Shows the field, called `hint`, and the list below it; what cannot be chosen is told by `none`.
    pub(super) fn ui(&mut self, ui: &mut Ui, hint: &str, none: &str) -> Option<Picked<T>> {
        let is_here = ui.memory(|memory| memory.has_focus(field_id()));
        let (by, takes, closes) = if is_here { keys(ui) } else { (0, false, false) };
        let edit = eframe::egui::TextEdit::singleline(&mut self.filter)
            .id(field_id())
            .hint_text(caption(ui, hint))
            .margin(eframe::egui::Margin::symmetric(10, 4))
            .desired_width(ui.available_width() - 20.0)
            .min_size(vec2(ui.available_width(), theme::CONTROL));
        let field = crate::ui::widgets::field_ui(ui, edit, false);
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(hint));
        let is_first = std::mem::take(&mut self.is_new);
        // A list is not in sight in its first frame, and what is not in sight loses the keyboard.
        if is_first {
            self.filter.push_str(&typed_text(ui));
            put_cursor_behind(ui, &self.filter);
        }
        if field.changed() {
            self.row = 0;
        }
        ui.add_space(4.0);
        let wanted = fold(self.filter.trim());
        let fits = self.options.iter().zip(&self.folded).filter(|(_, name)| name.contains(&wanted));
        let rows: Vec<&(T, String)> = fits.map(|(option, _)| option).take(MOST).collect();
        if rows.is_empty() {
            ui.label(caption(ui, none));
        }
        let row = self.row.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let mut chosen = rows.get(row).filter(|_| takes).map(|(value, _)| value.clone());
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("panel-table-list").max_height(ROW * ROWS).show(ui, |ui| {
            for (i, (value, name)) in rows.iter().enumerate() {
                let response = row_ui(ui, name, i == row);
                if i == row && (by != 0 || is_first) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(value.clone());
                }
            }
        });
        self.row = row;
        chosen.map(Picked::Chosen).or_else(|| closes.then_some(Picked::Closed))
    }
}

/// Puts the keyboard into the field, behind what was typed.
pub(super) fn put_cursor_behind(ui: &Ui, text: &str) {
    use eframe::egui::{
        text::{CCursor, CCursorRange},
        text_edit::TextEditState,
    };
    let mut state = TextEditState::default();
    let end = CCursor::new(text.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field_id());
    ui.memory_mut(|memory| memory.request_focus(field_id()));
}

/// The list's keys, taken before its field sees them: how far down, and whether the row is taken or the list closed.
fn keys(ui: &Ui) -> (isize, bool, bool) {
    ui.input_mut(|input| {
        let mut took = |key| input.count_and_consume_key(Modifiers::NONE, key).cast_signed();
        let by = took(Key::ArrowDown) - took(Key::ArrowUp);
        (by, took(Key::Enter) > 0, took(Key::Escape) > 0)
    })
}

fn row_ui(ui: &mut Ui, name: &str, is_chosen: bool) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, name));
    let tokens = Tokens::of(ui);
    if is_chosen || response.hovered() {
        let ground = if is_chosen { tokens.selected } else { tokens.hover };
        ui.painter().rect_filled(rect, theme::RADIUS, ground);
    }
    let font = theme::font(Face::Regular, theme::BODY);
    super::paint::line(ui, rect.shrink2(vec2(8.0, 0.0)), name, font, tokens.text);
    response
}
