//! The cards of the gallery.

use eframe::egui::{
    Align2, CornerRadius, Label, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::{
    gallery::{Card, EntryId},
    words::counts_text,
};
use crate::{
    locale::{Catalog, Lang},
    model::Document,
    scene::Scene,
    text::Face,
    ui::{
        theme::{self, CARD_RADIUS, Tokens},
        thumbnail::thumbnail_ui,
        tip::WithTip as _,
        widgets::{caption, strong},
    },
};

const LEAST_WIDTH: f32 = 290.0;
const MOST_WIDTH: f32 = 420.0;
const GAP: f32 = 20.0;
const PADDING: f32 = 16.0;
const PICTURE_RATIO: f32 = 0.66;
/// The room below a card's picture.
const TEXT: f32 = 84.0;

/// The cards to be shown.
pub(super) struct FoundCards<'c> {
    /// All there are.
    pub(super) cards: &'c mut [Card],
    /// Which of them, by number.
    pub(super) shown: &'c [usize],
}

/// Shows the cards that were found in as many columns as fit; gives back the one that was chosen.
///
/// Pictures are drawn by `draw` when their cards are first seen, one in a frame, so that the page is there at
/// once.
pub(super) fn cards_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    found: FoundCards<'_>,
    lang: &Lang,
    draw: &dyn Fn(&Document, &Lang) -> Scene,
) -> Option<EntryId> {
    let FoundCards { cards, shown } = found;
    let width = ui.available_width();
    let columns = ((width + GAP) / (LEAST_WIDTH + GAP)).floor().clamp(1.0, 4.0);
    let card_width = ((width - (columns - 1.0) * GAP) / columns).clamp(120.0, MOST_WIDTH);
    let size = vec2(card_width, picture_height(card_width) + PADDING + TEXT);
    let columns = columns as usize;
    let rows = shown.len().div_ceil(columns) as f32;
    let (area, _) = ui.allocate_exact_size(vec2(width, rows * (size.y + GAP)), Sense::hover());
    let (mut chosen, mut may_draw) = (None, true);
    for (i, number) in shown.iter().enumerate() {
        let Some(card) = cards.get_mut(*number) else { continue };
        let (column, row) = (i % columns, i / columns);
        let at = area.min + vec2(column as f32 * (size.x + GAP), row as f32 * (size.y + GAP));
        let rect = Rect::from_min_size(at, size);
        if ui.is_rect_visible(rect) && !card.has_picture(lang) {
            if may_draw {
                card.draw(lang, draw);
            }
            may_draw = false;
            ui.ctx().request_repaint();
        }
        if card_ui(ui, catalog, card, lang, rect).clicked() {
            chosen = Some(card.entry.id.clone());
        }
    }
    chosen
}

fn picture_height(card_width: f32) -> f32 {
    (card_width - 2.0 * PADDING) * PICTURE_RATIO
}

fn card_ui(ui: &mut Ui, catalog: &Catalog, card: &Card, lang: &Lang, rect: Rect) -> Response {
    let tokens = Tokens::of(ui);
    let id = match &card.entry.id {
        EntryId::Bundled(id) => ui.scope_id().with(("card", id)),
        EntryId::Yours(path) => ui.scope_id().with(("own card", path)),
    };
    let response = ui.interact(rect, id, Sense::click());
    let (title, description) = (card.title(lang), card.description(catalog, lang));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &title));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(description.as_str()));
    let stroke = if response.has_focus() || response.hovered() {
        Stroke::new(2.0, tokens.accent)
    } else {
        Stroke::new(1.0, tokens.border)
    };
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    ui.painter().rect(rect, CARD_RADIUS, tokens.surface, stroke, StrokeKind::Inside);
    let inner = vec2(rect.width() - 2.0 * PADDING, picture_height(rect.width()));
    let frame = Rect::from_min_size(rect.min + vec2(PADDING, PADDING), inner);
    match (&card.entry.document, card.picture()) {
        (Err(_), _) => no_picture_ui(ui, catalog, frame),
        (Ok(_), picture) => thumbnail_ui(ui, picture, frame),
    }
    let below =
        Rect::from_min_max(pos2(frame.min.x, frame.max.y + 10.0), pos2(frame.max.x, rect.max.y - 8.0));
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(strong(&title, theme::HEADING)).truncate());
        if card.entry.document.is_ok() {
            ui.add(Label::new(caption(ui, counts_text(catalog, card.lanes, card.steps))).truncate());
        }
        let languages: Vec<String> = card.languages.iter().map(|lang| lang.name(catalog)).collect();
        ui.add(Label::new(caption(ui, languages.join(", "))).truncate());
    });
    if description.is_empty() { response } else { response.with_tip(description) }
}

/// In the place of a picture: that the file cannot be opened.
fn no_picture_ui(ui: &Ui, catalog: &Catalog, frame: Rect) {
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(frame, CornerRadius::same(3), tokens.error_ground);
    let font = theme::font(Face::Regular, theme::CAPTION);
    let words = catalog.text("ui-template-broken");
    ui.painter().text(frame.center(), Align2::CENTER_CENTER, words, font, tokens.error);
}
