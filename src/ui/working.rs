//! What is in progress in the background: how far it is, and a button to end it.

use eframe::egui::{
    Align, Button, Label, Layout, Rect, Response, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2,
};

use super::{
    notice::{area, frame, most_width, name_status},
    theme::{CONTROL, Tokens},
};
use crate::{geom::f32_from, locale::Catalog};

/// How far from the lower edge it stands, so that a notice has room below.
const GAP: f32 = 64.0;
/// The width of a card, however long its text is.
const WIDTH: f32 = 400.0;
/// The height of the bar.
const BAR: f32 = 6.0;
/// The room for `100 %`.
const PERCENT: f32 = 44.0;

/// Something that is in progress.
#[derive(Clone, Debug)]
pub struct Working {
    /// What, as people read it.
    pub text: String,
    /// How much is done, from 0 to 1.
    pub done: f64,
    /// The same as people read it.
    percent: String,
}

impl Working {
    /// Something of which `done` is done, from 0 to 1.
    pub fn new(catalog: &Catalog, text: String, done: f64) -> Self {
        let percent = catalog.text_with("ui-percent", &[("percent", (done * 100.0).floor().into())]);
        Self { text, done, percent }
    }
}

/// Shows what is in progress above the lower edge of `within`, and above a notice; gives the position of that which is
/// to be ended by its button `stop`.
pub fn working_ui(ui: &Ui, all: &[Working], stop: &str, within: Rect) -> Option<usize> {
    if all.is_empty() {
        return None;
    }
    let tokens = Tokens::of(ui);
    let frame = frame(ui).fill(tokens.surface).stroke(Stroke::new(1.0, tokens.border));
    let shown = area("working", within, GAP).show(ui.ctx(), |ui| {
        let mut stopped = None;
        frame.show(ui, |ui| {
            ui.set_width(most_width(within).min(WIDTH));
            ui.spacing_mut().item_spacing.y = 6.0;
            for (nth, working) in all.iter().enumerate() {
                let clicked = ui.push_id(nth, |ui| card_ui(ui, working, stop)).inner;
                stopped = stopped.or(clicked.then_some(nth));
            }
        });
        stopped
    });
    shown.inner
}

fn card_ui(ui: &mut Ui, working: &Working, stop: &str) -> bool {
    let tokens = Tokens::of(ui);
    let row = vec2(ui.available_width(), CONTROL);
    let right = Layout::right_to_left(Align::Center);
    let clicked = ui.allocate_ui_with_layout(row, right, |ui| {
        let clicked = ui.add(Button::new(stop)).clicked();
        let percent = Label::new(RichText::new(&working.percent).color(tokens.muted));
        ui.allocate_ui_with_layout(vec2(PERCENT, CONTROL), right, |ui| ui.add(percent));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let text = RichText::new(&working.text).color(tokens.text);
            let label = ui.add(Label::new(text).truncate());
            name_status(ui, label.id, &working.text);
        });
        clicked
    });
    bar_ui(ui, working);
    clicked.inner
}

fn bar_ui(ui: &mut Ui, working: &Working) -> Response {
    let tokens = Tokens::of(ui);
    let size = Vec2::new(ui.available_width(), BAR);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, &working.text);
        info.value = Some((working.done * 100.0).floor());
        info
    });
    let round = BAR / 2.0;
    ui.painter().rect_filled(rect, round, tokens.border);
    let width = (rect.width() * f32_from(working.done)).max(BAR).min(rect.width());
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(width, BAR)), round, tokens.accent);
    response
}
