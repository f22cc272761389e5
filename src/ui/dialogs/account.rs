//! Tells line by line what was done.

use eframe::egui::{Align, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::{frame::dialog_ui, question::button_width};
use crate::{
    locale::Catalog,
    ui::{
        chrome::dialog_heading,
        theme::{self, CONTROL, Tokens},
        widgets::{accent_button, plain_button, strong},
    },
};

/// The width of the dialog, and the height of its lines.
const SIZE: (f32, f32) = (640.0, 360.0);

/// One thing that was done.
pub struct AccountLine {
    /// In words.
    pub text: String,
    /// Whether something is lost by it.
    pub is_loss: bool,
}

/// What a person asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountAnswer {
    /// The lines as text in the clipboard.
    Copy,
    /// Nothing.
    Close,
}

/// Shows the `lines` under a heading and a sentence; what is lost stands out.
pub fn account_ui(
    ui: &Ui,
    catalog: &Catalog,
    words: [&str; 2],
    lines: &[AccountLine],
) -> Option<AccountAnswer> {
    let [heading, sentence] = words;
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 176.0);
    let closed = dialog_ui(ui, "account", SIZE.0.min(room.x), |ui| {
        dialog_heading(ui, heading);
        ui.add(Label::new(strong(sentence, theme::BODY)).wrap());
        ScrollArea::vertical().id_salt("account-lines").max_height(SIZE.1.min(room.y)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            let tokens = Tokens::of(ui);
            for line in lines {
                let color = if line.is_loss { tokens.error } else { tokens.text };
                ui.add(Label::new(RichText::new(&line.text).color(color)).wrap());
            }
        });
        answer = copy_or_close_ui(ui, catalog);
    });
    answer.or(closed.then_some(AccountAnswer::Close))
}

/// The buttons below lines that can be copied.
pub(in crate::ui::dialogs) fn copy_or_close_ui(ui: &mut Ui, catalog: &Catalog) -> Option<AccountAnswer> {
    let mut answer = None;
    ui.add_space(14.0);
    let row = vec2(ui.available_width(), CONTROL);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        let (close, copy) = (catalog.text("ui-close"), catalog.text("ui-report-copy"));
        let size = |ui: &Ui, words: &str| vec2(button_width(ui, words), CONTROL);
        let room = size(ui, &close);
        let button = accent_button(ui, &close, room);
        if ui.memory(|memory| memory.focused().is_none()) {
            button.request_focus();
        }
        if button.clicked() {
            answer = Some(AccountAnswer::Close);
        }
        let room = size(ui, &copy);
        if plain_button(ui, &copy, room).clicked() {
            answer = Some(AccountAnswer::Copy);
        }
    });
    answer
}
