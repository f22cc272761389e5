//! The card that says what a step's label has no room for.

use eframe::egui::{self, Area, Frame, Id, Label, Order, Pos2, Rect, RichText, Ui, pos2, vec2};

use super::{
    theme::{self, Tokens},
    widgets::{caption, strong},
};

const WIDTH: f32 = 320.0;
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
                ui.set_width(WIDTH - 32.0);
                card_ui(ui, text);
            });
        });
}

fn card_ui(ui: &mut Ui, text: &CardText) {
    ui.spacing_mut().item_spacing.y = 1.0;
    ui.add(Label::new(strong(&text.title, theme::HEADING)).wrap());
    ui.label(caption(ui, &text.place));
    for (name, value) in &text.rows {
        ui.add_space(8.0);
        ui.label(caption(ui, name));
        ui.add(Label::new(RichText::new(value).color(Tokens::of(ui).text)).wrap());
    }
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
