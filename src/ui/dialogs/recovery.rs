//! Offers charts that were not saved when the program ended.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Sense, Ui, Vec2, vec2};

use super::{
    frame::dialog_ui,
    question::{Question, button_width, question_ui},
};
use crate::{
    locale::Catalog,
    ui::{
        canvas::Picture,
        chrome::dialog_heading,
        theme::{self, CONTROL, RADIUS, Tokens},
        thumbnail::thumbnail_ui,
        widgets::{accent_button, caption, plain_button, strong},
    },
};

const WIDTH: f32 = 600.0;
/// The picture of a chart.
const PICTURE: Vec2 = vec2(188.0, 124.0);
const GAP: f32 = 14.0;
/// Between the words of a row and its buttons, at least.
const LEAST_GAP: f32 = 8.0;

/// A chart that can be recovered.
pub struct RecoveryRow<'r> {
    /// What the window called it.
    pub name: String,
    /// Where its file is, or that it has none.
    pub place: String,
    /// How long ago it was worked on.
    pub when: String,
    /// In what it differs from its file.
    pub difference: String,
    /// Its first page; none where nothing of it can be read, and so it cannot be recovered.
    pub picture: Option<&'r Picture>,
    /// Whether there is a file that holds it as it was before.
    pub is_in_file: bool,
}

impl RecoveryRow<'_> {
    /// When it was worked on, as a sentence.
    fn time_words(&self, catalog: &Catalog) -> String {
        catalog.text_with("ui-recover-when", &[("when", self.when.as_str().into())])
    }

    /// What is asked before the work in it, which is offered in the row `at`, is given up.
    fn question(&self, catalog: &Catalog, at: usize) -> Question<RecoveryAnswer> {
        let is_final =
            if self.is_in_file { "ui-recover-give-up-keeps-file" } else { "ui-recover-give-up-final" };
        let text = [&self.time_words(catalog), &self.difference, &catalog.text(is_final)];
        Question {
            heading: catalog.text_with("ui-recover-give-up-heading", &[("name", self.name.as_str().into())]),
            text: text.map(String::as_str).join("\n"),
            items: Vec::new(),
            answers: vec![
                (RecoveryAnswer::Hold, catalog.text("ui-recover-hold")),
                (RecoveryAnswer::GiveUp(at), catalog.text("ui-recover-give-up")),
            ],
            escape: RecoveryAnswer::Hold,
        }
    }
}

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// To open this chart with the work in it.
    Recover(usize),
    /// To give the work in this chart up, which is asked first.
    AskGiveUp(usize),
    /// To give it up, as it was asked.
    GiveUp(usize),
    /// Not to give it up, as it was asked.
    Hold,
    /// Nothing yet.
    Later,
}

/// Shows the charts of `rows`, and above them how the program `ended` if that is known.
pub fn recovery_ui(
    ui: &Ui,
    catalog: &Catalog,
    ended: Option<&str>,
    rows: &[RecoveryRow<'_>],
) -> Option<RecoveryAnswer> {
    let mut answer = None;
    let room = ui.ctx().content_rect().size() - vec2(64.0, 220.0);
    let closed = dialog_ui(ui, "recovery", WIDTH.min(room.x), |ui| {
        dialog_heading(ui, &catalog.text_with("ui-recover-heading", &[("count", rows.len().into())]));
        if let Some(text) = text_of(catalog, ended, rows) {
            ui.add(Label::new(text).wrap());
            ui.add_space(12.0);
        }
        ScrollArea::vertical().max_height(room.y.max(PICTURE.y)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            for (at, row) in rows.iter().enumerate() {
                let chosen = ui.push_id(at, |ui| row_ui(ui, catalog, row, at)).inner;
                answer = answer.or(chosen);
            }
        });
        ui.add_space(GAP);
        let size = vec2(ui.available_width(), CONTROL);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            let later = catalog.text(if rows.is_empty() { "ui-close" } else { "ui-recover-later" });
            let size = vec2(button_width(ui, &later), CONTROL);
            if plain_button(ui, &later, size).clicked() {
                answer = Some(RecoveryAnswer::Later);
            }
        });
    });
    answer.or(closed.then_some(RecoveryAnswer::Later))
}

/// Asks whether the work in the chart of `row`, which is offered in the row `at`, is to be given up.
pub fn give_up_ui(ui: &Ui, catalog: &Catalog, row: &RecoveryRow<'_>, at: usize) -> Option<RecoveryAnswer> {
    question_ui(ui, &row.question(catalog, at))
}

/// How the program ended, as far as that is known and there is something to be said of it.
fn text_of(catalog: &Catalog, ended: Option<&str>, rows: &[RecoveryRow<'_>]) -> Option<String> {
    let usual = || (!rows.is_empty()).then(|| catalog.text("ui-recover-text"));
    ended.map(str::to_owned).or_else(usual)
}

fn row_ui(ui: &mut Ui, catalog: &Catalog, row: &RecoveryRow<'_>, at: usize) -> Option<RecoveryAnswer> {
    let tokens = Tokens::of(ui);
    let frame = Frame::new().fill(tokens.panel).corner_radius(RADIUS).inner_margin(Margin::same(12));
    frame
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                let (rect, _) = ui.allocate_exact_size(PICTURE, Sense::hover());
                thumbnail_ui(ui, row.picture, rect);
                let size = vec2(ui.available_width(), PICTURE.y);
                ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                    ui.set_width(size.x);
                    words_ui(ui, catalog, row);
                    let free = rect.max.y - CONTROL - ui.cursor().min.y;
                    ui.add_space(free.max(LEAST_GAP));
                    buttons_ui(ui, catalog, row, at)
                })
                .inner
            })
            .inner
        })
        .inner
}

fn words_ui(ui: &mut Ui, catalog: &Catalog, row: &RecoveryRow<'_>) {
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.add(Label::new(strong(row.name.as_str(), theme::HEADING)).truncate());
    ui.add(Label::new(caption(ui, row.place.as_str())).truncate());
    ui.add(Label::new(caption(ui, row.time_words(catalog))).truncate());
    ui.add_space(2.0);
    ui.add(Label::new(RichText::new(&row.difference)).wrap());
}

/// The buttons below the words of the row.
fn buttons_ui(ui: &mut Ui, catalog: &Catalog, row: &RecoveryRow<'_>, at: usize) -> Option<RecoveryAnswer> {
    let (recover, key) =
        (catalog.text("ui-recover"), if row.is_in_file { "ui-recover-keep" } else { "ui-recover-discard" });
    let give_up = catalog.text(key);
    let mut answer = None;
    ui.horizontal(|ui| {
        if row.picture.is_some() {
            let size = vec2(button_width(ui, &recover), CONTROL);
            let button = accent_button(ui, &recover, size);
            if at == 0 && ui.memory(|memory| memory.focused().is_none()) {
                button.request_focus();
            }
            if button.clicked() {
                answer = Some(RecoveryAnswer::Recover(at));
            }
        }
        let size = vec2(button_width(ui, &give_up), CONTROL);
        if plain_button(ui, &give_up, size).clicked() {
            answer = Some(RecoveryAnswer::AskGiveUp(at));
        }
    });
    answer
}
