//! Offers charts that were not saved when the program ended.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, ScrollArea, Sense, Ui, Vec2, vec2};

use super::{frame::dialog_ui, question::button_width};
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

/// A chart that can be recovered.
pub struct RecoveryRow<'r> {
    /// What the window called it.
    pub name: &'r str,
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

/// What a person decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// To open this chart with the work in it.
    Recover(usize),
    /// To give the work in this chart up.
    GiveUp(usize),
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
                    ui.set_min_size(size);
                    words_ui(ui, catalog, row);
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
    ui.add(Label::new(strong(row.name, theme::HEADING)).truncate());
    ui.add(Label::new(caption(ui, row.place.as_str())).truncate());
    let when = catalog.text_with("ui-recover-when", &[("when", row.when.as_str().into())]);
    ui.add(Label::new(caption(ui, when)).truncate());
    ui.add_space(2.0);
    ui.add(Label::new(RichText::new(&row.difference)).wrap());
}

/// The buttons at the lower edge of the row.
fn buttons_ui(ui: &mut Ui, catalog: &Catalog, row: &RecoveryRow<'_>, at: usize) -> Option<RecoveryAnswer> {
    let (recover, key) =
        (catalog.text("ui-recover"), if row.is_in_file { "ui-recover-keep" } else { "ui-recover-discard" });
    let give_up = catalog.text(key);
    let mut answer = None;
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
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
                answer = Some(RecoveryAnswer::GiveUp(at));
            }
        });
    });
    answer
}
