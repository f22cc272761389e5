//! The start page: a new chart, a file, or a template.

use eframe::egui::{
    self, CornerRadius, Frame, Label, Margin, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    canvas::{Picture, View, paint},
    theme::{self, BIG_CONTROL, CARD_RADIUS, Tokens},
    widgets::{accent_button, caption, plain_button, strong, text_field},
};
use crate::{
    geom::{Camera, Size},
    locale::{Catalog, Lang},
    text::Face,
};

const SIDE: f32 = 260.0;
const CARD_LEAST: f32 = 290.0;
const CARD_GAP: f32 = 20.0;
const CARD_PADDING: f32 = 16.0;
const PICTURE_RATIO: f32 = 0.66;
/// The room below a card's picture.
const CARD_TEXT: f32 = 84.0;

/// What is said of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateInfo {
    /// Its name for the program.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// What it is good for.
    pub description: String,
    /// How many lanes it has.
    pub lanes: usize,
    /// How many steps it has.
    pub steps: usize,
    /// The languages its texts are in.
    pub languages: Vec<Lang>,
}

/// A template with its picture.
pub struct Card {
    /// What is said of it.
    pub info: TemplateInfo,
    /// Its first page; `None` where it cannot be drawn.
    pub picture: Option<Picture>,
}

/// What a person chose on the start page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// An empty chart.
    New,
    /// A file.
    Open,
    /// The template of this id.
    Template(String),
}

/// Shows the start page; gives back what was chosen.
pub fn start_ui(ui: &mut Ui, catalog: &Catalog, cards: &[Card], search: &mut String) -> Option<Choice> {
    let tokens = Tokens::of(ui);
    let side = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(32, 36));
    let left = egui::Panel::left("start-side")
        .exact_size(SIDE)
        .resizable(false)
        .frame(side)
        .show(ui, |ui| side_ui(ui, catalog))
        .inner;
    let main =
        Frame::new().fill(tokens.panel).inner_margin(Margin { left: 40, right: 8, top: 36, bottom: 0 });
    let right =
        egui::CentralPanel::default().frame(main).show(ui, |ui| main_ui(ui, catalog, cards, search)).inner;
    left.or(right)
}

fn side_ui(ui: &mut Ui, catalog: &Catalog) -> Option<Choice> {
    ui.label(RichText::new("Laneway").font(theme::font(Face::Bold, 26.0)));
    ui.add_space(14.0);
    ui.spacing_mut().item_spacing.y = 10.0;
    let size = vec2(ui.available_width(), BIG_CONTROL);
    if accent_button(ui, &catalog.text("ui-new-chart"), size).clicked() {
        return Some(Choice::New);
    }
    plain_button(ui, &catalog.text("ui-open"), size).clicked().then_some(Choice::Open)
}

fn main_ui(ui: &mut Ui, catalog: &Catalog, cards: &[Card], search: &mut String) -> Option<Choice> {
    let width = ui.available_width() - 32.0;
    ui.allocate_ui_with_layout(
        vec2(width, BIG_CONTROL),
        egui::Layout::right_to_left(egui::Align::Center),
        |ui| {
            // Narrow windows keep the heading whole.
            let (least, size) = if width < 560.0 { (150.0, 18.0) } else { (200.0, 22.0) };
            let field = vec2((width * 0.3).clamp(least, 288.0), 34.0);
            text_field(ui, search, &catalog.text("ui-search-templates"), field);
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let heading = RichText::new(catalog.text("ui-start-heading"));
                ui.add(Label::new(heading.font(theme::font(Face::Bold, size))).truncate());
            });
        },
    );
    ui.add_space(12.0);
    let found: Vec<&Card> = cards.iter().filter(|card| matches(&card.info, search)).collect();
    if found.is_empty() {
        ui.label(caption(ui, catalog.text("ui-no-template-found")));
        return None;
    }
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| cards_ui(ui, catalog, &found, width))
        .inner
}

fn matches(info: &TemplateInfo, search: &str) -> bool {
    let wanted = search.to_lowercase();
    let text = format!("{} {}", info.title, info.description).to_lowercase();
    wanted.split_whitespace().all(|word| text.contains(word))
}

fn cards_ui(ui: &mut Ui, catalog: &Catalog, cards: &[&Card], width: f32) -> Option<Choice> {
    let columns = ((width + CARD_GAP) / (CARD_LEAST + CARD_GAP)).floor().clamp(1.0, 4.0);
    let card_width = ((width - (columns - 1.0) * CARD_GAP) / columns).min(420.0);
    let picture_height = (card_width - 2.0 * CARD_PADDING) * PICTURE_RATIO;
    let size = vec2(card_width, picture_height + CARD_PADDING + CARD_TEXT);
    let mut chosen = None;
    let origin = ui.cursor().min + vec2(0.0, 4.0);
    for (i, card) in cards.iter().enumerate() {
        let (column, row) = (i % columns as usize, i / columns as usize);
        let at = origin + vec2(column as f32 * (size.x + CARD_GAP), row as f32 * (size.y + CARD_GAP));
        let response = card_ui(ui, catalog, card, Rect::from_min_size(at, size));
        if response.clicked() {
            chosen = Some(Choice::Template(card.info.id.clone()));
        }
    }
    let rows = cards.len().div_ceil(columns as usize) as f32;
    ui.allocate_space(vec2(width, rows * (size.y + CARD_GAP) + 12.0));
    chosen
}

fn card_ui(ui: &mut Ui, catalog: &Catalog, card: &Card, rect: Rect) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("card", &card.info.id)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &card.info.title));
    let (fill, stroke) = if response.has_focus() || response.hovered() {
        (tokens.surface, Stroke::new(2.0, tokens.accent))
    } else {
        (tokens.surface, Stroke::new(1.0, tokens.border))
    };
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    ui.painter().rect(rect, CARD_RADIUS, fill, stroke, StrokeKind::Inside);
    let height = (rect.width() - 2.0 * CARD_PADDING) * PICTURE_RATIO;
    let frame = Rect::from_min_size(
        rect.min + vec2(CARD_PADDING, CARD_PADDING),
        vec2(rect.width() - 2.0 * CARD_PADDING, height),
    );
    picture_ui(ui, card.picture.as_ref(), frame);
    let below =
        Rect::from_min_max(pos2(frame.min.x, frame.max.y + 10.0), pos2(frame.max.x, rect.max.y - 8.0));
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(strong(&card.info.title, theme::HEADING)).truncate());
        let counts = counts_text(catalog, card.info.lanes, card.info.steps);
        ui.add(Label::new(caption(ui, counts)).truncate());
        let languages: Vec<String> =
            card.info.languages.iter().map(|lang| language_name(catalog, lang)).collect();
        ui.add(Label::new(caption(ui, languages.join(", "))).truncate());
    });
    if card.info.description.is_empty() {
        response
    } else {
        response.on_hover_text(card.info.description.as_str())
    }
}

fn picture_ui(ui: &Ui, picture: Option<&Picture>, frame: Rect) {
    let tokens = Tokens::of(ui);
    let corners = CornerRadius::same(3);
    ui.painter().rect_filled(frame, corners, theme::PAPER);
    if let Some(picture) = picture {
        let inner = frame.shrink(4.0);
        let size = Size::new(f64::from(inner.width()), f64::from(inner.height()));
        let wanted = (size.width / picture.bounds.width()).min(size.height / picture.bounds.height());
        let camera = Camera { zoom: wanted.min(0.6), ..Camera::default() };
        let camera = camera.centred_on(picture.bounds.center(), size);
        let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(inner));
        paint(&painter, picture, &View { camera, viewport: inner });
    }
    ui.painter().rect_stroke(frame, corners, Stroke::new(1.0, tokens.border), StrokeKind::Inside);
}

/// "4 lanes · 31 steps"; without steps only the lanes.
pub fn counts_text(catalog: &Catalog, lanes: usize, steps: usize) -> String {
    let lanes = catalog.text_with("ui-lanes", &[("count", lanes.into())]);
    if steps == 0 {
        return lanes;
    }
    format!("{lanes} · {}", catalog.text_with("ui-steps", &[("count", steps.into())]))
}

/// The name of a document's language in the interface's language; its code where we know no name.
pub fn language_name(catalog: &Catalog, lang: &Lang) -> String {
    let key = format!("ui-lang-{lang}");
    if catalog.has(&key) { catalog.text(&key) } else { lang.to_string() }
}
