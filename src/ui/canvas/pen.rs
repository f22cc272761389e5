//! Lines over the page in page coordinates, in widths and sizes of the screen.

use eframe::egui::{
    Align2, Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind,
    epaint::{PathShape, PathStroke},
    vec2,
};
use kurbo::PathEl;

use super::painter::CanvasPlace;
use crate::{
    geom::{self, BezPath, Side},
    text::Face,
    ui::theme::{self, Tokens},
};

/// How far a drawn line may lie beside the curve, in document units.
const TOLERANCE: f64 = 0.1;
/// The dashes of guides.
const DASH: f32 = 3.0;

/// Draws over the page.
pub(super) struct Pen<'a> {
    pub(super) painter: &'a Painter,
    pub(super) view: &'a CanvasPlace,
    /// The paper is white in both looks, and so are the colours on it.
    pub(super) tokens: &'static Tokens,
}

impl Pen<'_> {
    pub(super) fn frame(&self, rect: geom::Rect, width: f32, color: Color32) {
        let rect = self.view.screen_rect(rect);
        self.painter.rect_stroke(rect, 2, Stroke::new(width, color), StrokeKind::Middle);
    }

    pub(super) fn fill(&self, rect: geom::Rect, color: Color32) {
        self.painter.rect_filled(self.view.screen_rect(rect), 0, color);
    }

    pub(super) fn line(&self, points: &[geom::Point], width: f32, color: Color32) {
        let points: Vec<Pos2> = points.iter().map(|p| self.view.screen_from_doc(*p)).collect();
        self.painter.add(Shape::line(points, Stroke::new(width, color)));
    }

    pub(super) fn dashed(&self, a: geom::Point, b: geom::Point, color: Color32) {
        let points = [self.view.screen_from_doc(a), self.view.screen_from_doc(b)];
        self.painter.extend(Shape::dashed_line(&points, Stroke::new(1.0, color), DASH, DASH));
    }

    pub(super) fn square(&self, at: geom::Point, edge: f32, color: Color32) {
        let rect = Rect::from_center_size(self.view.screen_from_doc(at), vec2(edge, edge));
        self.painter.rect_filled(rect, 1, theme::PAPER);
        self.painter.rect_stroke(rect, 1, Stroke::new(1.5, color), StrokeKind::Inside);
    }

    pub(super) fn dot(&self, at: geom::Point, radius: f32, fill: Color32, line: Color32) {
        self.painter.circle(self.view.screen_from_doc(at), radius, fill, Stroke::new(1.5, line));
    }

    /// An arrow to `side` in a circle.
    pub(super) fn arrow(&self, at: geom::Point, side: Side, is_hot: bool) {
        let accent = self.tokens.accent;
        let centre = self.view.screen_from_doc(at);
        let (ground, ink) = if is_hot {
            (accent, self.tokens.on_accent)
        } else {
            (theme::PAPER.lerp_to_gamma(accent, 0.16), accent)
        };
        self.painter.circle_filled(centre, geom::f32_from(crate::tools::ARROW_RADIUS), ground);
        let normal = side.normal();
        let out = vec2(geom::f32_from(normal.x), geom::f32_from(normal.y));
        let across = out.rot90();
        let tip = centre + out * 4.5;
        let stroke = Stroke::new(1.5, ink);
        self.painter.line_segment([centre - out * 4.5, tip], stroke);
        for way in [across, -across] {
            self.painter.line_segment([tip, tip - out * 3.5 + way * 3.5], stroke);
        }
    }

    /// The lines of `path`.
    pub(super) fn outline(&self, path: &BezPath, width: f32, color: Color32) {
        let mut lines: Vec<Vec<Pos2>> = Vec::new();
        kurbo::flatten(path, TOLERANCE, |element| match element {
            PathEl::MoveTo(p) => lines.push(vec![self.view.screen_from_doc(p)]),
            PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => {
                if let Some(line) = lines.last_mut() {
                    line.push(self.view.screen_from_doc(p));
                }
            }
            PathEl::ClosePath => {
                if let Some(line) = lines.last_mut() {
                    line.extend(line.first().copied());
                }
            }
        });
        for line in lines {
            self.painter.add(PathShape::line(line, PathStroke::new(width, color)));
        }
    }

    /// Words beside the pointer that say why something does not go.
    pub(super) fn refusal(&self, at: Pos2, words: String, within: Rect) {
        let font = theme::font(Face::SemiBold, theme::CAPTION);
        let galley = self.painter.layout(words, font, self.tokens.error, 260.0);
        let size = galley.size() + vec2(16.0, 8.0);
        let place = Align2::LEFT_TOP.anchor_size(at + vec2(16.0, 12.0), size);
        let inside = within.shrink(4.0);
        let shift =
            (inside.max - place.max).min(vec2(0.0, 0.0)) + (inside.min - place.min).max(vec2(0.0, 0.0));
        let place = place.translate(shift);
        self.painter.rect_filled(place, theme::RADIUS, self.tokens.error_ground);
        let edge = Stroke::new(1.0, self.tokens.error);
        self.painter.rect_stroke(place, theme::RADIUS, edge, StrokeKind::Inside);
        self.painter.galley(place.min + vec2(8.0, 4.0), galley, self.tokens.error);
    }
}
