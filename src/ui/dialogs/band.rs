//! Asks what becomes of the steps of a lane or phase that goes.

use eframe::egui::{Align, ComboBox, Label, Layout, Ui, vec2};

use super::{frame::dialog_ui, question::button_width};
use crate::ui::{
    chrome::{chevron, dialog_heading},
    theme::CONTROL,
    widgets::{accent_button, caption, plain_button},
};

/// The words of the question.
pub struct BandQuestion<'a> {
    /// What is asked.
    pub heading: String,
    /// How much is in it.
    pub text: String,
    /// What the list of places is called.
    pub where_to: String,
    /// The places to move to.
    pub places: &'a [String],
    /// Moving, deleting, leaving everything as it is.
    pub answers: [String; 3],
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BandAnswer {
    /// To move the steps to the chosen place.
    Move,
    /// To delete the steps, too.
    Delete,
    /// Nothing.
    Cancel,
}

/// Shows the question; `chosen` is the position of the place to move to.
pub fn band_ui(ui: &Ui, question: &BandQuestion<'_>, chosen: &mut usize) -> Option<BandAnswer> {
    let mut answer = None;
    let closed = dialog_ui(ui, "band", 440.0, |ui| {
        dialog_heading(ui, &question.heading);
        ui.add(Label::new(question.text.as_str()).wrap());
        ui.add_space(8.0);
        if !question.places.is_empty() {
            ui.label(caption(ui, question.where_to.as_str()));
            let shown = question.places.get(*chosen).map_or("", String::as_str);
            let field = ComboBox::from_id_salt("band-places").selected_text(shown);
            let field = field.width(ui.available_width());
            let field = field.icon(|ui, rect, visuals, _| chevron(ui, rect, visuals.fg_stroke.color));
            let response = field.show_ui(ui, |ui| {
                for (at, place) in question.places.iter().enumerate() {
                    ui.selectable_value(chosen, at, place.as_str());
                }
            });
            let full = format!("{}: {shown}", question.where_to);
            ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(full.as_str()));
        }
        ui.add_space(14.0);
        let size = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let [to, delete, cancel] = &question.answers;
            let size = |words: &String| vec2(button_width(ui, words), CONTROL);
            let (to_size, delete_size, cancel_size) = (size(to), size(delete), size(cancel));
            if !question.places.is_empty() {
                let button = accent_button(ui, to, to_size);
                if ui.memory(|memory| memory.focused().is_none()) {
                    button.request_focus();
                }
                if button.clicked() {
                    answer = Some(BandAnswer::Move);
                }
            }
            if plain_button(ui, delete, delete_size).clicked() {
                answer = Some(BandAnswer::Delete);
            }
            if plain_button(ui, cancel, cancel_size).clicked() {
                answer = Some(BandAnswer::Cancel);
            }
        });
    });
    answer.or(closed.then_some(BandAnswer::Cancel))
}
