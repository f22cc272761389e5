//! The way that led to the page: the pages that were passed, over the canvas.

use eframe::egui::{Area, Button, Frame, Id, Label, Margin, Order, Rect, RichText, Ui, Vec2, vec2};

use super::{
    chrome::chevron_right,
    theme::{CONTROL, EDGE, RADIUS, Tokens},
    tip::WithTip as _,
    widgets::strong,
};

/// How far the way stays from the canvas's edges.
const GAP: f32 = 8.0;
/// The widest name of a page.
const WIDEST: f32 = 200.0;
const ARROW: f32 = 14.0;

/// Shows the pages `passed` on the way to the page `here`, the first one first, at the upper left of `within`; gives back
/// the position of the one that is wanted again.
pub fn passed_pages_ui(ui: &Ui, within: Rect, passed: &[String], here: &str, tip: &str) -> Option<usize> {
    let frame = Frame::popup(ui.style()).corner_radius(RADIUS).inner_margin(Margin::symmetric(6, 2));
    let area = Area::new(Id::unique("passed-pages"))
        .order(Order::Middle)
        // Beside the names of lanes and phases at the edges.
        .fixed_pos(within.left_top() + vec2(GAP, GAP) + Vec2::splat(EDGE))
        .constrain_to(within);
    let row = |ui: &mut Ui| {
        let mut wanted = None;
        ui.horizontal(|ui| {
            for (at, name) in passed.iter().enumerate() {
                let link =
                    Button::new(RichText::new(name).color(Tokens::of(ui).accent)).frame(false).truncate();
                if sized(ui, |ui| ui.add(link)).with_tip(tip).clicked() {
                    wanted = Some(at);
                }
                let (rect, _) = ui.allocate_exact_size(vec2(ARROW, CONTROL), eframe::egui::Sense::hover());
                chevron_right(ui, rect, Tokens::of(ui).muted);
            }
            sized(ui, |ui| ui.add(Label::new(strong(here, super::theme::BODY)).truncate()));
        });
        wanted
    };
    area.show(ui.ctx(), |ui| frame.show(ui, row).inner).inner
}

/// What is not wider than a name may be.
fn sized<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.set_max_width(WIDEST);
        add(ui)
    })
    .inner
}
