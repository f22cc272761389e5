//! The steps as controls: reached by keyboard, named for screen readers. And the paper below them.

use eframe::egui::{
    Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit, epaint::CornerRadius,
};

use super::{input, painter::CanvasPlace, picture::StepMark, widget::CanvasView};
use crate::{geom::Size, model::StepId, ui::theme::Tokens};

/// More steps than this on the screen are named but no controls of their own.
const MOST_CONTROLS: usize = 600;
/// A step smaller than this, in points, is no control.
const LEAST_CONTROL: f32 = 8.0;

/// What the steps on the screen have to say.
#[derive(Default)]
pub(super) struct Steps {
    /// The step that has the keyboard's focus.
    pub(super) focused: Option<StepId>,
    /// Whether the focus came this frame.
    pub(super) gained_focus: bool,
    /// The step that was chosen without the pointer.
    pub(super) chosen: Option<StepId>,
}

/// Makes the visible steps reachable by keyboard and screen reader; `is_read`: whether one is listening.
pub(super) fn steps_ui(
    ui: &Ui,
    canvas: &Response,
    shown: &CanvasView<'_>,
    view: &CanvasPlace,
    is_read: bool,
) -> Steps {
    let mut out = Steps::default();
    let size = Size::new(f64::from(canvas.rect.width()), f64::from(canvas.rect.height()));
    let seen = view.camera.visible(size);
    let seen: Vec<_> = shown.picture.steps_in(seen).collect();
    let is_crowded = seen.len() > MOST_CONTROLS;
    if is_crowded && !is_read {
        return out;
    }
    let is_by_pointer = ui.input(|i| i.pointer.any_released());
    for step in seen {
        let rect = view.screen_rect(step.bounds);
        let id = canvas.id.with(step.id.as_str());
        let is_selected = shown.selection.steps.contains(step.id);
        if is_crowded || rect.height() < LEAST_CONTROL {
            name(ui, id, rect, step.title);
            continue;
        }
        let response = ui.interact(rect.intersect(canvas.rect), id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, step.title));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_description(description(shown, &step));
            node.set_selected(is_selected);
        });
        if response.clicked() && shown.field.is_none() {
            response.request_focus();
            out.chosen = out.chosen.or_else(|| (!is_by_pointer).then(|| step.id.clone()));
        }
        if response.has_focus() {
            out.gained_focus = response.gained_focus();
            out.focused = Some(step.id.clone());
            if !shown.selection.steps.is_empty() {
                input::keep_arrows(ui, id);
            }
            if !is_selected {
                focus_ring(ui, rect.expand(2.0));
            }
        }
    }
    out
}

/// What there is to know about a step, for readers who do not see it.
fn description(shown: &CanvasView<'_>, step: &StepMark<'_>) -> String {
    let is_pinned = shown.page.steps.get(step.id).is_some_and(|step| step.pinned);
    let pinned = if is_pinned { shown.catalog.text("ui-pinned") } else { String::new() };
    format!("{}\n{pinned}", step.description).trim().to_owned()
}

fn name(ui: &Ui, id: Id, rect: Rect, title: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::Button);
        node.set_label(title);
        node.set_bounds(accesskit::Rect {
            x0: f64::from(rect.min.x),
            y0: f64::from(rect.min.y),
            x1: f64::from(rect.max.x),
            y1: f64::from(rect.max.y),
        });
    });
}

/// The frame around what has the keyboard's focus; drawn on the paper, so always in the light look's accent.
fn focus_ring(ui: &Ui, rect: Rect) {
    let accent = Tokens::in_theme(eframe::egui::Theme::Light).accent;
    ui.painter().rect_stroke(rect, CornerRadius::same(4), Stroke::new(2.0, accent), StrokeKind::Middle);
}

/// The paper's ground and edge.
pub(super) fn paper(ui: &Ui, rect: Rect) {
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, crate::ui::theme::PAPER);
    let edge = Stroke::new(1.0, Tokens::of(ui).border);
    painter.rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Outside);
}
