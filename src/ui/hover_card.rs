//! The card that says what a step's label has no room for.

use eframe::egui::{self, Area, Frame, Id, Label, Order, Pos2, Rect, RichText, Ui, pos2, vec2};

use super::{
    theme::{self, Tokens},
    widgets::{caption, strong},
};

const WIDTH: f32 = 320.0;
/// The width of a card whose text stands in two columns.
const WIDE: f32 = 620.0;
const COLUMN_GAP: f32 = 24.0;
/// The length of text, in characters, from which one column would be taller than most windows.
const LONG: usize = 480;
/// What a field's name and gap take, in characters of text.
const ROW: usize = 60;
const GAP: f32 = 10.0;

/// What a card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardText {
    /// The step's label.
    pub title: String,
    /// Where it belongs: lane, phase.
    pub place: String,
    /// What each field is called and says.
    pub rows: Vec<(String, String)>,
}

/// Shows `text` beside `step`, inside `within`.
pub fn hover_card_ui(ui: &Ui, text: &CardText, step: Rect, within: Rect) {
    let id = Id::unique("hover-card");
    let size = ui.ctx().memory(|memory| memory.area_rect(id)).map_or(vec2(WIDTH, 200.0), |r| r.size());
    Area::new(id)
        .order(Order::Tooltip)
        .interactable(false)
        .constrain_to(within.shrink(4.0))
        .fixed_pos(position(step, size, within))
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(16).corner_radius(theme::CARD_RADIUS).show(ui, |ui| {
                ui.set_width(if length(&text.rows) > LONG { WIDE } else { WIDTH } - 32.0);
                card_ui(ui, text);
            });
        });
}

fn card_ui(ui: &mut Ui, text: &CardText) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.add(Label::new(strong(&text.title, theme::HEADING)).wrap());
    ui.label(caption(ui, &text.place));
    if length(&text.rows) <= LONG {
        return rows_ui(ui, &text.rows);
    }
    let half = length(&text.rows) / 2;
    let fits = |count: &usize| length(text.rows.get(..*count).unwrap_or_default()) <= half;
    let middle = (1..text.rows.len()).take_while(fits).last().unwrap_or(1);
    let Some((first, rest)) = text.rows.split_at_checked(middle) else { return };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = COLUMN_GAP;
        let width = (ui.available_width() - COLUMN_GAP) / 2.0;
        for rows in [first, rest] {
            ui.vertical(|ui| {
                ui.set_width(width);
                rows_ui(ui, rows);
            });
        }
    });
}

fn rows_ui(ui: &mut Ui, rows: &[(String, String)]) {
    for (name, value) in rows {
        ui.add_space(8.0);
        ui.label(caption(ui, name));
        ui.add(Label::new(RichText::new(value).color(Tokens::of(ui).text)).wrap());
    }
}

/// About how much room `rows` take, in characters.
fn length(rows: &[(String, String)]) -> usize {
    rows.iter().map(|(_, value)| value.chars().count() + ROW).sum()
}

/// Right of the step, else left of it, else below.
fn position(step: Rect, size: egui::Vec2, within: Rect) -> Pos2 {
    let top = step.min.y.min(within.max.y - size.y - GAP).max(within.min.y + GAP);
    if step.max.x + GAP + size.x <= within.max.x {
        pos2(step.max.x + GAP, top)
    } else if step.min.x - GAP - size.x >= within.min.x {
        pos2(step.min.x - GAP - size.x, top)
    } else {
        pos2(step.min.x, step.max.y + GAP)
    }
}
