//! The marks of pinned steps.
//!
//! Owns where on a step its mark is and what it looks like. Drawn over the page in the screen's size, because a pin is a
//! matter of editing: no picture that leaves the program shows it.

use eframe::egui::{Pos2, Stroke, vec2};
use kurbo::Shape as _;

use super::pen::Pen;
use crate::{
    geom::{Point, f32_from},
    model::{Page, Step},
    shape,
    ui::theme,
};

/// Marks become smaller with the page, down to this part of their size; where the page is smaller still, there are none.
const SMALLEST: (f32, f32) = (0.45, 0.25);
/// From the corner of a step to the middle of the mark, inside.
const INSET: f32 = 8.0;
/// Where an outline is further than this from its corner, the mark sticks in the outline, out of the text's way.
const ROUND: f32 = 10.0;
/// The radius of the mark's ground, which keeps it apart from lines and texts.
const GROUND: f32 = 6.5;
/// How often the way from the middle of a step to its corner is halved to find the outline.
const HALVINGS: usize = 8;

/// Draws the marks of the pinned steps in sight.
pub(super) fn pins(pen: &Pen<'_>, page: &Page) {
    let zoom = f32_from(pen.view.camera.zoom);
    if zoom < SMALLEST.1 {
        return;
    }
    let scale = zoom.clamp(SMALLEST.0, 1.0);
    for step in page.steps.values().filter(|step| step.pinned) {
        let rect = pen.view.screen_rect(step.rect);
        if rect.intersects(pen.view.viewport) {
            let edge = pen.view.screen_from_doc(upper_right(step));
            let is_round = edge.distance(rect.right_top()) > ROUND * scale;
            let off = if is_round { vec2(2.0, -2.0) } else { vec2(-INSET, INSET) };
            mark(pen, edge + off * scale, scale);
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
fn mark(pen: &Pen<'_>, at: Pos2, scale: f32) {
    let ink = pen.tokens.muted;
    pen.painter.circle_filled(at, GROUND * scale, theme::PAPER.gamma_multiply(0.9));
    pen.painter.line_segment([at + vec2(-4.5, 4.5) * scale, at], Stroke::new(1.25 * scale, ink));
    pen.painter.circle_filled(at + vec2(1.25, -1.25) * scale, 3.25 * scale, ink);
}
