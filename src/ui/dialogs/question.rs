//! Asks something that a few buttons answer.

use eframe::egui::{Align, Label, Layout, Ui, vec2};

use super::frame::dialog_ui;
use crate::ui::{
    chrome::dialog_heading,
    theme::CONTROL,
    widgets::{accent_button, plain_button},
};

/// A question and its answers.
pub struct Question<T> {
    /// What is asked.
    pub heading: String,
    /// What is to be known before one answers.
    pub text: String,
    /// What it is about, one a line.
    pub items: Vec<String>,
    /// The answers; the first one leads on.
    pub answers: Vec<(T, String)>,
    /// The answer that leaves everything as it is.
    pub escape: T,
}

/// So wide it is at least; its answers stand beside each other.
const LEAST_WIDTH: f32 = 440.0;
/// More items than this are counted and not named.
const MOST_ITEMS: usize = 6;

/// Shows the question; gives back the answer. Enter is the first answer, Esc the one that leaves everything as it is.
pub fn question_ui<T: Clone>(ui: &Ui, question: &Question<T>) -> Option<T> {
    let mut answer = None;
    let buttons =
        question.answers.iter().map(|(_, words)| button_width(ui, words) + ui.spacing().item_spacing.x);
    let width = buttons.sum::<f32>().max(LEAST_WIDTH);
    let closed = dialog_ui(ui, "question", width, |ui| {
        dialog_heading(ui, &question.heading);
        if !question.text.is_empty() {
            ui.add(Label::new(question.text.as_str()).wrap());
        }
        items_ui(ui, &question.items);
        ui.add_space(14.0);
        let size = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            for (i, (value, words)) in question.answers.iter().enumerate() {
                let size = vec2(button_width(ui, words), CONTROL);
                let button =
                    if i == 0 { accent_button(ui, words, size) } else { plain_button(ui, words, size) };
                if i == 0 && ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    answer = Some(value.clone());
                }
            }
        });
    });
    answer.or_else(|| closed.then(|| question.escape.clone()))
}

fn items_ui(ui: &mut Ui, items: &[String]) {
    ui.spacing_mut().item_spacing.y = 3.0;
    if !items.is_empty() {
        ui.add_space(6.0);
    }
    for item in items.iter().take(MOST_ITEMS) {
        ui.add(Label::new(format!("•  {item}")).truncate());
    }
    if items.len() > MOST_ITEMS {
        ui.label(format!("•  … (+{})", items.len() - MOST_ITEMS));
    }
}

/// Wide enough for `words`, and not narrower than other buttons.
pub(super) fn button_width(ui: &Ui, words: &str) -> f32 {
    let font = crate::ui::theme::font(crate::text::Face::SemiBold, crate::ui::theme::BODY);
    let width = ui.painter().layout_no_wrap(words.to_owned(), font, ui.visuals().text_color()).size().x;
    (width + 28.0).max(84.0)
}
