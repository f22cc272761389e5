//! What lies over the page while it is edited: selection, handles, guides, what is being drawn.

use eframe::egui::{Color32, CursorIcon, Pos2, Theme, Ui};

use super::{painter::CanvasPlace, pen::Pen, pins::pins, widget::CanvasView};
use crate::{
    edit::Selection,
    geom::{Point, Rect, Side},
    model::{ConnectorId, LaneId, PhaseId, Step},
    shape,
    tools::{CursorShape, Feedback, Grip, HANDLE, Metrics},
    ui::theme::{self, Tokens},
};

/// The width of a frame around what is selected.
const FRAME_WIDTH: f32 = 2.0;
/// The radius of the dots on an outline.
const DOT: f32 = 4.0;
/// How much of the accent tints what is meant.
const TINT: f32 = 0.08;
/// How wide lines are, and how strong the colour, where something was found.
const FOUND_WIDTH: f32 = 6.0;
const FOUND_TINT: f32 = 0.4;

/// Draws what is selected and what the tools say, and gives the pointer its look.
pub(super) fn marks_ui(ui: &Ui, shown: &CanvasView<'_>, view: &CanvasPlace, pointer: Option<Pos2>) {
    let tokens = Tokens::in_theme(Theme::Light);
    let marks = Marks {
        pen: Pen { painter: ui.painter(), view, tokens },
        shown,
        metrics: Metrics { zoom: view.camera.zoom },
    };
    marks.lane();
    marks.found();
    pins(&marks.pen, shown.page);
    marks.selection();
    if shown.field.is_none() {
        marks.grips();
    }
    marks.lines();
    marks.carried();
    marks.drop(pointer);
    let over = pointer.is_some_and(|at| {
        view.viewport.contains(at) && ui.ctx().layer_id_at(at) == Some(ui.layer_id()) && shown.field.is_none()
    });
    if over && shown.feedback.cursor != CursorShape::Arrow {
        ui.ctx().set_cursor_icon(icon(shown.feedback.cursor));
    }
}

struct Marks<'a> {
    pen: Pen<'a>,
    shown: &'a CanvasView<'a>,
    metrics: Metrics,
}

impl Marks<'_> {
    const fn feedback(&self) -> &Feedback {
        self.shown.feedback
    }

    /// The lane that something would come to.
    fn lane(&self) {
        if let Some(band) = self.feedback().lane.as_ref().and_then(|id| self.lane_rect(id)) {
            self.pen.fill(band, self.pen.tokens.accent.gamma_multiply(TINT));
        }
    }

    fn lane_rect(&self, id: &LaneId) -> Option<Rect> {
        let page = self.shown.page;
        let (_, from, to) = page.lane_band(id)?;
        let (start, end) = page.orientation.span_along(page.frame());
        Some(page.orientation.rect((start, end), (from, to)))
    }

    fn phase_rect(&self, id: &PhaseId) -> Option<Rect> {
        let page = self.shown.page;
        let (_, from, to) = page.phase_band(id)?;
        Some(page.orientation.rect((from, to), page.orientation.span_across(page.frame())))
    }

    /// The lanes and phases of a selection.
    fn bands(&self, of: &Selection) -> impl Iterator<Item = Rect> {
        let lanes = of.lanes.iter().filter_map(|id| self.lane_rect(id));
        lanes.chain(of.phases.iter().filter_map(|id| self.phase_rect(id)))
    }

    /// Where something was found.
    fn found(&self) {
        let CanvasView { page, found, .. } = *self.shown;
        let color = self.pen.tokens.warning;
        for band in self.bands(found) {
            self.pen.frame(band, FOUND_WIDTH, color.gamma_multiply(FOUND_TINT));
        }
        for connector in &found.connectors {
            self.connector(connector, FOUND_WIDTH, color.gamma_multiply(FOUND_TINT));
        }
        for step in found.steps.iter().filter_map(|id| page.steps.get(id)) {
            let frame = self.metrics.frame(step.rect);
            self.pen.fill(frame, color.gamma_multiply(FOUND_TINT / 2.0));
            self.pen.frame(frame, 1.0, color);
        }
    }

    fn selection(&self) {
        let CanvasView { page, selection, .. } = *self.shown;
        let accent = self.pen.tokens.accent;
        for band in self.bands(selection) {
            self.pen.frame(band, FRAME_WIDTH, accent);
        }
        for connector in &selection.connectors {
            self.connector(connector, FRAME_WIDTH, accent);
        }
        for step in selection.steps.iter().filter_map(|id| page.steps.get(id)) {
            self.pen.frame(self.metrics.frame(step.rect), FRAME_WIDTH, accent);
        }
    }

    fn connector(&self, id: &ConnectorId, width: f32, color: Color32) {
        let page = self.shown.page;
        if let Some(line) = page.connectors.get(id).and_then(|it| shape::polyline(page, it)) {
            self.pen.line(&line.points, width, color);
        }
    }

    /// What can be taken hold of.
    fn grips(&self) {
        let CanvasView { page, selection, feedback, .. } = *self.shown;
        if feedback.is_dragging || feedback.carried.is_some() {
            return;
        }
        let accent = self.pen.tokens.accent;
        if let Some(connector) = selection.only_connector() {
            let bends = page.connectors.get(connector).and_then(|it| it.route.as_ref());
            for (nth, bend) in bends.iter().flat_map(|route| &route.bends).enumerate() {
                let is_hot = feedback.hot == Some(Grip::Bend(connector.clone(), nth));
                let usual = if bend.pinned { 7.0 } else { 5.0 };
                self.pen.square(bend.at, if is_hot { 10.0 } else { usual }, accent);
            }
            for (_, at) in self.metrics.ends(page, connector) {
                self.pen.dot(at, DOT + 1.0, theme::PAPER, accent);
            }
        }
        let selected = selection.only_step().and_then(|id| page.steps.get(id));
        let hovered = feedback.hovered.as_ref().and_then(|id| page.steps.get(id));
        if let Some(step) = selected {
            let is_hovered = hovered.is_some_and(|other| other.id == step.id);
            let lasting = || self.metrics.lasting_arrows(page, step);
            self.arrows(step, if is_hovered { self.metrics.arrows(page, step) } else { lasting() });
            for (_, at) in self.metrics.handles(step.rect) {
                self.pen.square(at, crate::geom::f32_from(HANDLE), accent);
            }
        }
        if let Some(step) = hovered.filter(|step| selected.is_none_or(|other| other.id != step.id)) {
            self.arrows(step, self.metrics.arrows(page, step));
            if !selection.steps.contains(&step.id) {
                self.dots(step, None);
            }
        }
    }

    fn arrows(&self, step: &Step, arrows: Vec<(Side, Point)>) {
        for (side, at) in arrows {
            let grip = Grip::Next(step.id.clone(), side);
            self.pen.arrow(at, side, self.feedback().hot.as_ref() == Some(&grip));
        }
    }

    fn dots(&self, step: &Step, chosen: Option<Side>) {
        let accent = self.pen.tokens.accent;
        for (side, at) in self.metrics.dots(step) {
            let grip = Grip::Dot(step.id.clone(), side);
            let is_hot = chosen == Some(side) || self.feedback().hot.as_ref() == Some(&grip);
            let (radius, fill) = if is_hot { (DOT + 2.0, accent) } else { (DOT, theme::PAPER) };
            self.pen.dot(at, radius, fill, accent);
        }
    }

    /// Guides, the rectangle around things, the gap between lanes, a connector that is cut.
    fn lines(&self) {
        let accent = self.pen.tokens.accent;
        let lead = self.feedback().lead.as_ref();
        let moved_on = lead.and_then(|(id, at)| Some(self.shown.page.steps.get(id)?.rect.center() - *at));
        let moved_on = moved_on.unwrap_or_default();
        for (a, b) in &self.feedback().guides {
            self.pen.dashed(*a + moved_on, *b + moved_on, accent);
        }
        if let Some(connector) = &self.feedback().splits {
            self.connector(connector, 3.0, accent);
        }
        if let Some((a, b)) = self.feedback().gap {
            self.pen.line(&[a, b], 3.0, accent);
        }
        if let Some(rect) = self.feedback().marquee {
            self.pen.fill(rect, accent.gamma_multiply(TINT));
            self.pen.frame(rect, 1.0, accent);
        }
        if let Some(end) = self.feedback().ghost.last() {
            self.pen.line(&self.feedback().ghost, FRAME_WIDTH, accent);
            self.pen.dot(*end, DOT, accent, accent);
        }
    }

    /// The outline of a symbol on its way.
    fn carried(&self) {
        let Some((kind, rect)) = self.feedback().carried else { return };
        // What lies behind the body would show through: the outline has no fill.
        let shape::Outline { body, inner, .. } = shape::outline(kind, rect);
        for path in std::iter::once(&body).chain(&inner) {
            self.pen.outline(path, 1.5, self.pen.tokens.accent);
        }
    }

    /// The step under the end of a connector, and why it will not have it.
    fn drop(&self, pointer: Option<Pos2>) {
        let Some(drop) = &self.feedback().drop else { return };
        let Some(step) = self.shown.page.steps.get(&drop.step) else { return };
        let frame = self.metrics.frame(step.rect);
        let Some(refusal) = drop.refusal else {
            self.pen.frame(frame, FRAME_WIDTH, self.pen.tokens.accent);
            return self.dots(step, drop.side);
        };
        self.pen.frame(frame, FRAME_WIDTH, self.pen.tokens.error);
        if let Some(at) = pointer {
            self.pen.refusal(at, refusal.say(self.shown.catalog), self.pen.view.viewport);
        }
    }
}

const fn icon(cursor: CursorShape) -> CursorIcon {
    match cursor {
        CursorShape::Arrow => CursorIcon::Default,
        CursorShape::Move => CursorIcon::Move,
        CursorShape::Copy => CursorIcon::Copy,
        CursorShape::Hand => CursorIcon::PointingHand,
        CursorShape::Cross => CursorIcon::Crosshair,
        CursorShape::No => CursorIcon::NotAllowed,
        CursorShape::LeftRight => CursorIcon::ResizeHorizontal,
        CursorShape::UpDown => CursorIcon::ResizeVertical,
        CursorShape::Falling => CursorIcon::ResizeNwSe,
        CursorShape::Rising => CursorIcon::ResizeNeSw,
    }
}
