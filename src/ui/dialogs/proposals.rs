//! Asks which of several ways to put something right is meant.

use eframe::egui::{Align, Key, Label, Layout, Modifiers, ScrollArea, Ui, vec2};

use super::{frame::dialog_ui, question::button_width};
use crate::ui::{
    chrome::dialog_heading,
    theme::CONTROL,
    widgets::{accent_button, plain_button},
};

/// The words of the question.
pub struct ProposalQuestion<'a> {
    /// What is asked.
    pub heading: &'a str,
    /// What is to be known before one answers.
    pub text: &'a str,
    /// The ways, the likeliest first.
    pub proposals: &'a [String],
    /// Doing it, and leaving everything as it is.
    pub answers: [String; 2],
}

/// The proposals take up no more than this.
const LIST: f32 = 260.0;

/// Shows the question; `chosen` is the position of the proposal, which the arrow keys move. Gives back whether it is to
/// be done, once that was answered.
pub fn proposals_ui(ui: &Ui, question: &ProposalQuestion<'_>, chosen: &mut usize) -> Option<bool> {
    let mut answer = None;
    move_by_keys(ui, question.proposals.len(), chosen);
    let closed = dialog_ui(ui, "proposals", 440.0, |ui| {
        dialog_heading(ui, question.heading);
        ui.add(Label::new(question.text).wrap());
        ui.add_space(8.0);
        ScrollArea::vertical().max_height(LIST).show(ui, |ui| {
            for (at, proposal) in question.proposals.iter().enumerate() {
                ui.radio_value(chosen, at, proposal.as_str());
            }
        });
        ui.add_space(14.0);
        let size = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let [done, cancel] = &question.answers;
            let (done_size, cancel_size) =
                (vec2(button_width(ui, done), CONTROL), vec2(button_width(ui, cancel), CONTROL));
            let button = accent_button(ui, done, done_size);
            if ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                answer = Some(true);
            }
            if plain_button(ui, cancel, cancel_size).clicked() {
                answer = Some(false);
            }
        });
    });
    answer.or(closed.then_some(false))
}

fn move_by_keys(ui: &Ui, count: usize, chosen: &mut usize) {
    let (up, down) = ui.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::ArrowUp), input.consume_key(Modifiers::NONE, Key::ArrowDown))
    });
    if down && *chosen + 1 < count {
        *chosen += 1;
    }
    if up {
        *chosen = chosen.saturating_sub(1);
    }
}
