//! What keys and the mouse do.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::{about::close_row, frame::dialog_ui};
use crate::{
    locale::{Catalog, fold},
    ui::{
        chrome::dialog_heading,
        theme::{BODY, CONTROL, Tokens, UNIT},
        widgets::{caption, strong, text_field},
    },
};

/// The width and height of the dialog's inside where the window is large enough.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 480.0;
/// What a window keeps around the list: the dialog's margin, its heading, field and button, and some of the window.
const AROUND: eframe::egui::Vec2 = vec2(64.0, 210.0);

/// What belongs together: what is done on the chart, or the commands of a menu.
pub struct ShortcutGroup {
    /// Its heading.
    pub title: String,
    /// What is done, and how.
    pub rows: Vec<ShortcutRow>,
}

/// Something that is done with keys or the mouse.
pub struct ShortcutRow {
    /// What is done.
    pub name: String,
    /// How.
    pub keys: String,
    /// What else it is called, which is searched and not shown.
    pub synonyms: String,
}

impl ShortcutRow {
    /// Whether its words hold all of `words`, which are folded.
    fn holds(&self, words: &str) -> bool {
        let text = fold(&format!("{} {} {}", self.name, self.keys, self.synonyms));
        words.split_whitespace().all(|word| text.contains(word))
    }
}

/// Shows what in `groups` holds the words that are `sought`; false when it is to be closed.
pub fn shortcuts_ui(ui: &Ui, catalog: &Catalog, groups: &[ShortcutGroup], sought: &mut String) -> bool {
    let mut open = true;
    let room = (ui.ctx().content_rect().size() - AROUND).min(vec2(WIDTH, HEIGHT));
    let closed = dialog_ui(ui, "shortcuts", room.x, |ui| {
        dialog_heading(ui, &catalog.text("ui-cmd-shortcuts"));
        let field = text_field(ui, sought, &catalog.text("ui-shortcuts-find"), vec2(room.x, CONTROL));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(UNIT);
        // The dialog stays where it is, however little is found.
        ScrollArea::vertical().auto_shrink(false).max_height(room.y).show(ui, |ui| {
            ui.set_min_height(room.y);
            groups_ui(ui, catalog, groups, &fold(sought));
        });
        open = !close_row(ui, catalog);
    });
    open && !closed
}

fn groups_ui(ui: &mut Ui, catalog: &Catalog, groups: &[ShortcutGroup], words: &str) {
    let mut is_found = false;
    for group in groups {
        let rows: Vec<_> = group.rows.iter().filter(|row| row.holds(words)).collect();
        if rows.is_empty() {
            continue;
        }
        is_found = true;
        ui.add_space(2.0 * UNIT);
        ui.label(strong(group.title.as_str(), BODY));
        for row in rows {
            row_ui(ui, row);
        }
    }
    if !is_found {
        ui.label(caption(ui, catalog.text("ui-shortcuts-none")));
    }
}

/// What is done and how side by side, in as many lines as it takes.
fn row_ui(ui: &mut Ui, row: &ShortcutRow) {
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        left.add(Label::new(row.name.as_str()).wrap());
        let keys = RichText::new(row.keys.as_str()).color(Tokens::of(right).muted);
        right.with_layout(Layout::top_down(Align::Min), |ui| ui.add(Label::new(keys).wrap()));
    });
}
