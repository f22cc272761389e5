//! The headings: a click sorts, dragging an edge makes a column wider.

use eframe::egui::{
    CursorIcon, Id, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::{grid::Grid, paint};
use crate::{
    text::Face,
    ui::{
        theme::{self, CAPTION, Tokens},
        tip::WithTip as _,
        widgets::focus_ring,
    },
};

/// The height of the headings.
pub(super) const HEADER: f32 = 28.0;
/// How near to an edge the pointer has to be.
const GRIP: f32 = 4.0;
/// The widths that a column may have.
const WIDTHS: std::ops::RangeInclusive<f32> = 36.0..=720.0;

/// What was done with a heading.
pub(super) enum HeaderAct {
    /// Sort by this column, or the other way round, or no longer.
    Sort(usize),
    /// This column becomes so wide.
    Width(usize, f32),
    /// This column becomes as wide as it was at first.
    UsualWidth(usize),
}

impl Grid<'_> {
    /// Shows the headings in `rect`, above the cells that are moved by `offset`; `sort` is the column that the rows
    /// are sorted by and whether upwards.
    pub(super) fn header_ui(
        &self,
        ui: &mut Ui,
        rect: Rect,
        offset: Vec2,
        sort: Option<(usize, bool)>,
    ) -> Option<HeaderAct> {
        let mut act = None;
        let clip = ui.clip_rect();
        let line = Stroke::new(1.0, Tokens::of(ui).border);
        ui.painter().rect_filled(rect, 0, Tokens::of(ui).panel);
        for (columns, part) in self.edges.parts(rect) {
            ui.set_clip_rect(clip.intersect(part));
            for at in columns {
                let (left, right) = self.edges.on_screen(at, rect, offset.x);
                let place = Rect::from_x_y_ranges(left..=right, rect.y_range());
                if !place.intersects(part) {
                    continue;
                }
                let order = sort.filter(|(column, _)| *column == at).map(|(_, is_up)| is_up);
                if self.heading_ui(ui, at, place, order) {
                    act = Some(HeaderAct::Sort(at));
                }
                act = edge_ui(ui, at, place).or(act);
            }
        }
        ui.set_clip_rect(clip);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, line);
        act
    }

    /// One heading; whether it was clicked.
    fn heading_ui(&self, ui: &Ui, at: usize, rect: Rect, order: Option<bool>) -> bool {
        let Some(column) = self.columns.get(at) else { return false };
        let (tokens, name) = (Tokens::of(ui), column.heading(self.shown));
        let id = Id::unique(("panel-table-heading", at));
        let response = ui.interact(rect.intersect(ui.clip_rect()), id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, order.is_some(), &name));
        if response.hovered() {
            ui.painter().rect_filled(rect, 0, tokens.hover);
        }
        if response.has_focus() {
            focus_ring(ui, rect);
        }
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, tokens.border));
        let mut inner = rect.shrink2(vec2(8.0, 0.0));
        if let Some(is_up) = order {
            let at = pos2(inner.right() - 4.0, inner.center().y);
            ui.painter().add(triangle(at, is_up, tokens.accent));
            inner.set_right(inner.right() - 12.0);
        }
        let is_cut = paint::line(ui, inner, &name, theme::font(Face::SemiBold, CAPTION), tokens.muted);
        let tip = self.shown.catalog.text("panel-table-sort");
        let tip = if is_cut { format!("{name}\n{tip}") } else { tip };
        response.with_tip(tip).clicked()
    }
}

fn triangle(at: Pos2, is_up: bool, color: eframe::egui::Color32) -> Shape {
    let tip = if is_up { -3.0 } else { 3.0 };
    let corners = vec![at + vec2(-4.0, -tip), at + vec2(4.0, -tip), at + vec2(0.0, tip)];
    Shape::convex_polygon(corners, color, Stroke::NONE)
}

/// The right edge of a heading, by which the column is made wider.
fn edge_ui(ui: &Ui, at: usize, rect: Rect) -> Option<HeaderAct> {
    let grip = Rect::from_x_y_ranges(rect.right() - GRIP..=rect.right() + GRIP, rect.y_range());
    let sense = Sense::CLICK | Sense::DRAG;
    let response = ui.interact(grip, Id::unique(("panel-table-edge", at)), sense);
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.double_clicked() {
        return Some(HeaderAct::UsualWidth(at));
    }
    let pointer = response.interact_pointer_pos().filter(|_| response.dragged())?;
    Some(HeaderAct::Width(at, (pointer.x - rect.left()).clamp(*WIDTHS.start(), *WIDTHS.end())))
}
