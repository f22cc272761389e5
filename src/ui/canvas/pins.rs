//! The marks of pinned steps.
//!
//! Owns where on a step its mark is and what it looks like. Drawn over the page in the screen's size, because a pin is a
//! matter of editing: no picture that leaves the program shows it.

use eframe::egui::{Pos2, Stroke, vec2};
use kurbo::Shape as _;

use super::pen::Pen;
use crate::{
    geom::Point,
    model::{Page, Step},
    shape,
    ui::theme,
};

/// A step that is lower on the screen has no mark, in points.
const LEAST: f64 = 22.0;
/// From the outline to the mark, in points.
const INSET: f32 = 8.0;
/// The ground of the mark keeps it apart from lines and texts.
const GROUND: f32 = 6.5;
/// How often the way from the middle of a step to its corner is halved to find the outline.
const HALVINGS: usize = 8;

/// Draws the marks of the pinned steps in sight.
pub(super) fn pins(pen: &Pen<'_>, page: &Page) {
    for step in page.steps.values().filter(|step| step.pinned) {
        let rect = pen.view.screen_rect(step.rect);
        let is_large = step.rect.width().min(step.rect.height()) * pen.view.camera.zoom >= LEAST;
        if is_large && rect.intersects(pen.view.viewport) {
            let at = pen.view.screen_from_doc(upper_right(step));
            mark(pen, at + vec2(-INSET, INSET));
        }
    }
}

/// Where the way from the middle of a step to its upper right corner meets the outline.
fn upper_right(step: &Step) -> Point {
    let body = shape::outline(step.kind, step.rect).body;
    let (mut inside, mut outside) = (step.rect.center(), Point::new(step.rect.x1, step.rect.y0));
    for _ in 0..HALVINGS {
        let middle = inside.midpoint(outside);
        if body.contains(middle) {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    inside
}

/// A pin with its head to the upper right.
fn mark(pen: &Pen<'_>, at: Pos2) {
    let ink = pen.tokens.muted;
    pen.painter.circle_filled(at, GROUND, theme::PAPER.gamma_multiply(0.9));
    pen.painter.line_segment([at + vec2(-4.5, 4.5), at], Stroke::new(1.25, ink));
    pen.painter.circle_filled(at + vec2(1.25, -1.25), 3.25, ink);
}
