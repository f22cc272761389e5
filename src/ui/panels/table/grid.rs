//! The cells: where they are, how they are drawn, and which one the pointer is on.
//!
//! ```text
//!            ┌────┬──────────┬───────┬──────┐
//!   header   │ No.│ Text     │ Kind  │ Lane │   moves across only
//!            ├────┼──────────┼───────┼──────┤
//!   rows     │  1 │ …        │ …     │ …    │   only those in sight
//!            └────┴──────────┴───────┴──────┘
//!              kept in sight │ move across
//! ```

use std::ops::Range;

use eframe::egui::{
    CursorIcon, Id, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    scroll_area::ScrollSource, vec2,
};

use super::{
    cell,
    column::Column,
    cursor::{Cursor, Place},
    keys::table_id,
    paint,
    rows::Rows,
};
use crate::{
    model::Step,
    text::Face,
    ui::{
        panels::Shown,
        theme::{self, BODY, Tokens},
        tip::WithTip as _,
    },
};

/// The height of a row.
pub(super) const ROW: f32 = 26.0;
/// Between the edge of a cell and its text.
const PADDING: f32 = 8.0;
/// The part of the width that the columns which are kept in sight may take.
const MOST_KEPT: f32 = 0.6;

/// Where the columns are.
pub(super) struct Edges {
    /// Where each begins, and where the last one ends.
    starts: Vec<f32>,
    /// How many of them do not move across.
    kept: usize,
}

impl Edges {
    /// Columns of these widths in a table that is `room` wide.
    pub(super) fn new(widths: impl Iterator<Item = f32>, room: f32) -> Self {
        let mut starts = vec![0.0];
        starts.extend(widths.scan(0.0, |end, width| {
            *end += width;
            Some(*end)
        }));
        let fits = |count: &usize| starts.get(*count).is_some_and(|end| *end <= room * MOST_KEPT);
        let kept = [2, 1].into_iter().find(fits).unwrap_or(0);
        Self { starts, kept }
    }

    pub(super) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn total(&self) -> f32 {
        self.starts.last().copied().unwrap_or_default()
    }

    /// Where a column begins and ends, before anything was moved.
    fn span(&self, column: usize) -> (f32, f32) {
        let at = |i: usize| self.starts.get(i).copied().unwrap_or_else(|| self.total());
        (at(column), at(column + 1))
    }

    /// How wide the columns are that do not move.
    fn kept_width(&self) -> f32 {
        self.span(self.kept).0
    }

    /// Where a column is on the screen: `sight` is what is seen of the table, moved by `offset`.
    pub(super) fn on_screen(&self, column: usize, sight: Rect, offset: f32) -> (f32, f32) {
        let (from, to) = self.span(column);
        let left = sight.left() - if column < self.kept { 0.0 } else { offset };
        (left + from, left + to)
    }

    /// The columns of each part with the part of `sight` that they are seen in.
    pub(super) fn parts(&self, sight: Rect) -> [(Range<usize>, Rect); 2] {
        let edge = (sight.left() + self.kept_width()).min(sight.right());
        let (mut kept, mut loose) = (sight, sight);
        kept.set_right(edge);
        loose.set_left(edge);
        [(self.kept..self.count(), loose), (0..self.kept, kept)]
    }

    fn column_at(&self, x: f32, sight: Rect, offset: f32) -> usize {
        let is_kept = x < sight.left() + self.kept_width();
        let x = x - sight.left() + if is_kept { 0.0 } else { offset };
        self.starts.iter().skip(1).filter(|end| **end <= x).count().min(self.count().saturating_sub(1))
    }
}

/// What is seen of the cells.
#[derive(Clone, Copy)]
pub(super) struct Sight {
    /// Where that is on the screen.
    pub(super) rect: Rect,
    /// How far the cells are moved.
    pub(super) offset: Vec2,
}

/// Columns that move together, and where they are seen.
struct Part {
    columns: Range<usize>,
    rect: Rect,
}

/// A cell that is drawn.
struct Drawn<'c> {
    rect: Rect,
    place: Place,
    column: &'c Column,
    /// The step of its row; none in the row for a new one.
    step: Option<&'c Step>,
}

/// What the table shows.
pub(super) struct Grid<'g> {
    pub(super) shown: &'g Shown<'g>,
    pub(super) rows: &'g Rows,
    pub(super) columns: &'g [Column],
    pub(super) cursor: &'g Cursor,
    pub(super) edges: Edges,
    /// The cell that is being written in, which is drawn by others.
    pub(super) written: Option<Place>,
}

/// What the pointer did, and where the cells are.
pub(super) struct Body {
    /// The cell in which a button went down, and whether the block reaches to there.
    pub(super) pressed: Option<(Place, bool)>,
    /// Whether a click on a cell ended.
    pub(super) is_clicked: bool,
    /// The cell that was dragged to.
    pub(super) dragged: Option<Place>,
    /// The cell that was clicked twice.
    pub(super) opened: Option<Place>,
    pub(super) sight: Sight,
}

impl Grid<'_> {
    /// Shows the cells, moved to `offset` where there is one.
    pub(super) fn ui(&self, ui: &mut Ui, offset: Option<Vec2>) -> Body {
        let source = ScrollSource { scroll_bar: true, mouse_wheel: true, ..ScrollSource::NONE };
        let mut area = ScrollArea::both().id_salt("table").auto_shrink(false).scroll_source(source);
        if let Some(offset) = offset {
            area = area.scroll_offset(offset);
        }
        ui.painter().rect_filled(ui.available_rect_before_wrap(), 0, Tokens::of(ui).surface);
        let count = self.rows.len() + 1;
        let content = vec2(self.edges.total(), count as f32 * ROW);
        area.content_margin(0)
            .show_viewport(ui, |ui, view| {
                ui.set_min_size(content);
                let rect = Rect::from_min_size(ui.min_rect().min + view.min.to_vec2(), view.size());
                let first = crate::geom::whole_from(f64::from(view.top() / ROW));
                let last = crate::geom::whole_from(f64::from(view.bottom() / ROW)) + 1;
                let sight = Sight { rect, offset: view.min.to_vec2() };
                self.rows_ui(ui, first..last.min(count), count, sight)
            })
            .inner
    }

    fn rows_ui(&self, ui: &mut Ui, seen: Range<usize>, count: usize, sight: Sight) -> Body {
        let mut body = Body { pressed: None, is_clicked: false, dragged: None, opened: None, sight };
        let clip = ui.clip_rect();
        self.container_ui(ui, sight.rect, count);
        for (columns, rect) in self.edges.parts(sight.rect) {
            let part = Part { columns, rect };
            ui.set_clip_rect(clip.intersect(rect));
            for row in seen.clone() {
                self.row_ui(ui, row, &part, &mut body);
            }
            if part.columns.start == 0 && !part.columns.is_empty() && sight.offset.x > 0.0 {
                let line = Stroke::new(1.0, Tokens::of(ui).strong_border);
                ui.painter().vline(rect.right() - 0.5, rect.y_range(), line);
            }
        }
        ui.set_clip_rect(clip);
        body
    }

    /// The table as a whole, which has the keyboard.
    fn container_ui(&self, ui: &Ui, sight: Rect, count: usize) {
        let response = ui.interact(sight, table_id(), Sense::focusable_noninteractive());
        let name = self.shown.catalog.text("panel-table");
        response.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &name));
        let active = cell_id(self.cursor.at());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_count(count);
            node.set_column_count(self.columns.len());
            if self.written.is_none() {
                node.set_active_descendant(active.accesskit_id());
            }
        });
    }

    fn row_ui(&self, ui: &Ui, row: usize, part: &Part, body: &mut Body) {
        let step = self.rows.step(row).and_then(|id| self.shown.step(id));
        for at in part.columns.clone() {
            let place = Place { row, column: at };
            let rect = self.rect(place, body.sight);
            if !rect.intersects(part.rect) {
                continue;
            }
            if let Some(column) = self.columns.get(at) {
                self.cell_ui(ui, &Drawn { rect, place, column, step }, body);
            }
        }
    }

    fn cell_ui(&self, ui: &Ui, cell: &Drawn<'_>, body: &mut Body) {
        let Drawn { rect, place, column, step } = *cell;
        let line = step.map(|step| cell::line(self.shown, self.rows, step, column)).unwrap_or_default();
        let sense = Sense::CLICK | Sense::DRAG;
        let response = ui.interact(rect.intersect(ui.clip_rect()), cell_id(place), sense);
        let name = self.name(place.row, column);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_value(line.as_str());
            node.set_row_index(place.row);
            node.set_column_index(place.column);
        });
        let response = response.on_hover_cursor(CursorIcon::Cell);
        if response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_pressed()) {
            body.pressed = Some((place, ui.input(|input| input.modifiers.shift)));
        }
        body.is_clicked |= response.clicked();
        if response.double_clicked() {
            body.opened = Some(place);
        }
        if response.dragged()
            && let Some(at) = response.interact_pointer_pos()
        {
            body.dragged = Some(self.place_at(at, body.sight));
        }
        let is_cut = self.paint_cell(ui, cell, &line);
        if is_cut {
            response.with_tip(line);
        }
    }

    fn paint_cell(&self, ui: &Ui, cell: &Drawn<'_>, line: &str) -> bool {
        let Drawn { rect, place, column, step } = *cell;
        let tokens = Tokens::of(ui);
        let is_selected = step.is_some_and(|step| self.shown.selection.steps.contains(&step.id));
        let is_in_block = self.cursor.is_block() && self.cursor.contains(place);
        let is_number = *column == Column::Number;
        let ground = match (is_in_block || (is_selected && is_number), is_number) {
            (true, _) => tokens.selected,
            (false, true) => tokens.panel,
            (false, false) => tokens.surface,
        };
        ui.painter().rect_filled(rect, 0, ground);
        let line_of = Stroke::new(1.0, tokens.border);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line_of);
        ui.painter().vline(rect.right() - 0.5, rect.y_range(), line_of);
        let hint = self.shown.catalog.text("panel-table-new");
        let is_hint = step.is_none() && place.column == 1;
        let text = if is_hint { &hint } else { line };
        let color = if is_hint || is_number { tokens.muted } else { tokens.text };
        let is_cut = self.written != Some(place) && {
            let inner = rect.shrink2(vec2(PADDING, 0.0));
            paint::line(ui, inner, text, theme::font(Face::Regular, BODY), color)
        };
        if self.cursor.at() == place {
            let has_keyboard = ui.memory(|memory| memory.has_focus(table_id()));
            let color = if has_keyboard { tokens.accent } else { tokens.strong_border };
            let frame = rect.with_max_y(rect.bottom() - 1.0).with_max_x(rect.right() - 1.0);
            ui.painter().rect_stroke(frame, 2, Stroke::new(2.0, color), StrokeKind::Inside);
        }
        is_cut
    }

    /// What a screen reader calls a cell.
    fn name(&self, row: usize, column: &Column) -> String {
        let number = self.rows.step(row).and_then(|id| self.rows.number(id));
        let heading = column.heading(self.shown);
        match number {
            Some(number) => format!("{heading} {number}"),
            None => format!("{heading}, {}", self.shown.catalog.text("panel-table-new")),
        }
    }

    fn place_at(&self, at: eframe::egui::Pos2, sight: Sight) -> Place {
        let Sight { rect: sight, offset } = sight;
        let down = f64::from((at.y.min(sight.bottom()).max(sight.top()) - sight.top() + offset.y) / ROW);
        let row = crate::geom::whole_from(down).min(self.rows.len());
        Place {
            row,
            column: self.edges.column_at(at.x.min(sight.right()).max(sight.left()), sight, offset.x),
        }
    }

    /// Where a cell is on the screen.
    pub(super) fn rect(&self, place: Place, sight: Sight) -> Rect {
        let Sight { rect: sight, offset } = sight;
        let (left, right) = self.edges.on_screen(place.column, sight, offset.x);
        let top = sight.top() - offset.y + place.row as f32 * ROW;
        Rect::from_min_max(pos2(left, top), pos2(right, top + ROW))
    }

    /// How far the cells have to be moved for `place` to be seen in a room of the size `room`; `now` is how far they
    /// are.
    pub(super) fn revealing(&self, place: Place, room: Vec2, now: Vec2) -> Vec2 {
        let (from, to) = self.edges.span(place.column);
        let top = place.row as f32 * ROW;
        let into = |now: f32, (from, to): (f32, f32), room: f32| now.max(to - room).min(from).max(0.0);
        let x = if place.column < self.edges.kept {
            now.x
        } else {
            into(now.x, (from - self.edges.kept_width(), to), room.x)
        };
        vec2(x, into(now.y, (top, top + ROW), room.y))
    }
}

fn cell_id(place: Place) -> Id {
    Id::unique(("panel-table-cell", place.row, place.column))
}
