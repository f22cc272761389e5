//! The small card that says what a step's label has no room for.

use eframe::egui::{
    Area, Button, Frame, Id, Label, Margin, Order, Pos2, Rect, RichText, Ui, Vec2, pos2, vec2,
};

use super::{
    theme::{self, Tokens},
    widgets::{caption, strong},
};

const WIDTH: f32 = 248.0;
/// What lies between step and card, in points: the arrows that add a step, and a little more.
const GAP: f32 = 36.0;
/// How high a card is before it was shown.
const USUAL_HEIGHT: f32 = 110.0;
/// The most characters of what a card says of a step: a few lines.
const MOST_CHARACTERS: usize = 140;

/// What a card says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardText {
    /// The step's label.
    pub title: String,
    /// How long it takes.
    pub times: String,
    /// What it is about; only its beginning is shown.
    pub about: String,
    /// Where it leads; empty: nowhere.
    pub link: String,
    /// What the button says that follows the link …
    pub follow: String,
    /// … and the one that shows all details.
    pub more: String,
}

/// What was asked for on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAnswer {
    /// To go where the step leads.
    Follow,
    /// All details.
    More,
}

/// Shows `text` beside `step`, inside `within`; gives back the card's place, and what was asked for on it.
pub fn hover_card_ui(ui: &Ui, text: &CardText, step: Rect, within: Rect) -> (Rect, Option<CardAnswer>) {
    let id = Id::unique("hover-card");
    let usual = vec2(WIDTH, USUAL_HEIGHT);
    let size = ui.ctx().memory(|memory| memory.area_rect(id)).map_or(usual, |rect| rect.size());
    let card =
        Frame::popup(ui.style()).inner_margin(Margin::symmetric(12, 10)).corner_radius(theme::CARD_RADIUS);
    let shown = Area::new(id)
        .order(Order::Middle)
        .constrain_to(within.shrink(4.0))
        .fixed_pos(position(step, size, within))
        .show(ui.ctx(), |ui| {
            card.show(ui, |ui| {
                ui.set_width(WIDTH - 24.0);
                card_ui(ui, text)
            })
        });
    (shown.response.rect, shown.inner.inner)
}

fn card_ui(ui: &mut Ui, text: &CardText) -> Option<CardAnswer> {
    let CardText { title, times, about, link, follow, more } = text;
    ui.spacing_mut().item_spacing.y = 3.0;
    ui.add(Label::new(strong(title, theme::BODY)).wrap());
    if !times.is_empty() {
        ui.add(Label::new(caption(ui, times)).wrap());
    }
    if !about.is_empty() {
        ui.add(Label::new(RichText::new(beginning(about)).color(Tokens::of(ui).text)).wrap());
    }
    let mut answer = None;
    if !link.is_empty() {
        ui.add(Label::new(caption(ui, link)).truncate());
    }
    ui.horizontal(|ui| {
        let follow = (!link.is_empty()).then_some((follow, CardAnswer::Follow));
        for (words, meant) in follow.into_iter().chain([(more, CardAnswer::More)]) {
            let button = Button::new(RichText::new(words).color(Tokens::of(ui).accent)).frame(false);
            if ui.add(button).clicked() {
                answer = Some(meant);
            }
        }
    });
    answer
}

/// The beginning of `text`, cut between words.
fn beginning(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) else { return text.to_owned() };
    let cut = text.get(..end).unwrap_or_default();
    let cut = cut.rsplit_once(char::is_whitespace).map_or(cut, |(words, _)| words);
    format!("{cut}…")
}

/// Right of the step, else left of it, else below or above: never on it, and never on the arrows around it.
fn position(step: Rect, size: Vec2, within: Rect) -> Pos2 {
    let top = step.min.y.min(within.max.y - size.y - 4.0).max(within.min.y + 4.0);
    if step.max.x + GAP + size.x <= within.max.x {
        pos2(step.max.x + GAP, top)
    } else if step.min.x - GAP - size.x >= within.min.x {
        pos2(step.min.x - GAP - size.x, top)
    } else if step.max.y + GAP + size.y <= within.max.y {
        pos2(step.min.x, step.max.y + GAP)
    } else {
        pos2(step.min.x, step.min.y - GAP - size.y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_lies_on_neither_its_step_nor_the_arrows() {
        let within = Rect::from_min_size(Pos2::ZERO, vec2(1000.0, 700.0));
        let size = vec2(WIDTH, 120.0);
        for at in [pos2(100.0, 100.0), pos2(800.0, 600.0), pos2(400.0, 20.0), pos2(20.0, 640.0)] {
            let step = Rect::from_min_size(at, vec2(160.0, 56.0));
            let card = Rect::from_min_size(position(step, size, within), size);
            assert!(!card.intersects(step.expand(GAP - 1.0)), "{card} {step}");
            assert!(within.contains_rect(card), "{card}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_words() {
        assert_eq!(beginning("Ask first"), "Ask first");
        let cut = beginning(&"words ".repeat(60));
        assert!(cut.ends_with("words…") && cut.chars().count() <= MOST_CHARACTERS + 1, "{cut}");
    }
}
