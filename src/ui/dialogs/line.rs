//! Asks for one line of text: a name, or a path where the system has no dialog for that.

use eframe::egui::{Align, Key, Label, Layout, RichText, Ui, vec2};

use super::frame::dialog_ui;
use crate::{
    locale::Catalog,
    text::Face,
    ui::{
        chrome::dialog_heading,
        theme::{self, CONTROL, Tokens},
        widgets::{accent_button, caption, plain_button, text_field},
    },
};

/// What a person answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineAnswer {
    /// The line as it stands.
    Take,
    /// Nothing.
    Cancel,
}

/// What it says.
#[derive(Clone, Copy, Debug)]
pub struct LineWords<'w> {
    /// The heading's key in the catalogue.
    pub heading: &'w str,
    /// The key of what is asked for.
    pub label: &'w str,
    /// Why the last line would not do, in words.
    pub problem: Option<&'w str>,
}

/// Shows the dialog.
pub fn line_ui(ui: &Ui, catalog: &Catalog, words: LineWords<'_>, line: &mut String) -> Option<LineAnswer> {
    let LineWords { heading, label, problem } = words;
    let mut answer = None;
    let closed = dialog_ui(ui, "line", 460.0, |ui| {
        dialog_heading(ui, &catalog.text(heading));
        ui.label(caption(ui, catalog.text(label)));
        let size = vec2(ui.available_width(), CONTROL);
        let field = text_field(ui, line, &catalog.text(label), size);
        let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if !entered && ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        if let Some(problem) = problem {
            ui.add_space(4.0);
            let words = RichText::new(problem).color(Tokens::of(ui).error);
            ui.add(Label::new(words.font(theme::font(Face::Regular, theme::CAPTION))).wrap());
        }
        ui.add_space(12.0);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let filled = !line.trim().is_empty();
            let words = catalog.text("ui-ok");
            let ok = ui.add_enabled_ui(filled, |ui| accent_button(ui, &words, vec2(84.0, CONTROL))).inner;
            if filled && (entered || ok.clicked()) {
                answer = Some(LineAnswer::Take);
            }
            if plain_button(ui, &catalog.text("ui-cancel"), vec2(84.0, CONTROL)).clicked() {
                answer = Some(LineAnswer::Cancel);
            }
        });
    });
    answer.or(closed.then_some(LineAnswer::Cancel))
}
