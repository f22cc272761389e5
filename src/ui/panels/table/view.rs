//! The table as a panel: its bar, its cells, and what keys and pointer do to them.

use std::collections::BTreeMap;

use eframe::egui::{Align, Button, Frame, Layout, Margin, Sense, Ui, Vec2, vec2};

use super::{
    act::delete_steps,
    column::Column,
    cursor::{Cursor, Place},
    grid::{Body, Edges, Grid, ROW},
    header::{HEADER, HeaderAct},
    keys::{self, table_id},
    listing::{InColumns, InRows, OpenPlace},
    open::{self, Listed, Open, What},
    rows::{Rows, Wish},
    writing::{CellTarget, Left, Writing},
};
use crate::{
    edit::{EditRequest, Selection},
    locale::Catalog,
    model::StepId,
    ui::{
        panels::{PanelRequest, Shown},
        theme::{BODY, CONTROL},
        widgets::{caption, strong, text_field},
    },
};

/// The width of the field for words that rows have to hold.
const FIND: f32 = 180.0;

/// What the table of one document remembers.
#[derive(Default)]
pub struct StepTable {
    wish: Wish,
    pub(super) rows: Rows,
    widths: BTreeMap<Column, f32>,
    pub(super) cursor: Cursor,
    pub(super) open: Option<Open>,
    /// What was selected when the cursor was put where it is; `None`: it was not put anywhere yet.
    agreed: Option<Selection>,
    /// Whether a selection that is new does not move the cursor: it follows from what was written here.
    stays: bool,
    /// Whether the cursor's cell is to be brought into sight.
    pub(super) reveals: bool,
    wants_keyboard: bool,
    /// What was seen of the cells in the last frame: how far they were moved, how much of them there was.
    offset: Vec2,
    room: Vec2,
}

/// Shows the steps of the page as rows; whether the table is to be closed. `revision` counts the states of the
/// document and says whether it rests in this one.
pub fn table_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    table: &mut StepTable,
    revision: (u64, bool),
) -> (Vec<PanelRequest>, bool) {
    let mut out = Vec::new();
    let columns = Column::all(shown);
    let is_written = table.open.as_ref().is_some_and(Open::is_text);
    table.rows.refresh(shown, &table.wish, revision.0, revision.1 && !is_written);
    table.agree(shown, columns.len());
    let margin = Margin { left: 16, right: 12, top: 0, bottom: 4 };
    let bar = Frame::new().inner_margin(margin);
    let is_closed = bar.show(ui, |ui| table.bar_ui(ui, shown, &columns, &mut out)).inner;
    ui.spacing_mut().item_spacing.y = 0.0;
    table.cells_ui(ui, shown, &columns, &mut out);
    (out, is_closed)
}

impl StepTable {
    /// Takes the keyboard when it is shown next.
    pub fn take_keyboard(&mut self) {
        self.wants_keyboard = true;
        self.reveals = true;
    }

    /// Leaves the cell that is being written, if any: the table is no longer shown.
    pub fn put_down(&mut self) {
        self.open = None;
    }

    /// Puts the cursor where it belongs: to its step, and to what was selected elsewhere.
    fn agree(&mut self, shown: &Shown<'_>, columns: usize) {
        self.cursor.follow(&self.rows, columns);
        if self.agreed.as_ref() == Some(shown.selection) {
            return;
        }
        let is_first = self.agreed.replace(shown.selection.clone()).is_none();
        if std::mem::take(&mut self.stays) {
            return;
        }
        let row = shown.selection.steps.iter().filter_map(|id| self.rows.row(id)).min();
        let row = row.or(is_first.then_some(0));
        if let Some(row) = row.filter(|row| !self.cursor.rows().contains(row) || is_first) {
            let column = if is_first { 1 } else { self.cursor.at().column };
            self.cursor.go(Place { row, column }, false, &self.rows);
            self.reveals = true;
        }
    }

    /// The bar above the cells; whether the table is to be closed.
    fn bar_ui(
        &mut self,
        ui: &mut Ui,
        shown: &Shown<'_>,
        columns: &[Column],
        out: &mut Vec<PanelRequest>,
    ) -> bool {
        let catalog = shown.catalog;
        ui.horizontal(|ui| {
            ui.label(strong(catalog.text("panel-table"), BODY));
            ui.add_space(8.0);
            text_field(ui, &mut self.wish.filter, &catalog.text("panel-table-find"), vec2(FIND, CONTROL));
            ui.label(caption(ui, self.count(shown)));
            let layout = Layout::right_to_left(Align::Center);
            ui.with_layout(layout, |ui| {
                let is_closed = ui.button(catalog.text("ui-close")).clicked();
                let steps = self.chosen_steps();
                let delete = Button::new(catalog.text("panel-table-delete"));
                if ui.add_enabled(!steps.is_empty(), delete).clicked() {
                    delete_steps(steps, out);
                }
                if ui.button(catalog.text("panel-table-add")).clicked() {
                    let place = Place { row: self.rows.len(), column: 1 };
                    self.cursor.go(place, false, &self.rows);
                    self.reveals = true;
                    self.open_cell(shown, columns, None);
                }
                is_closed
            })
            .inner
        })
        .inner
    }

    fn count(&self, shown: &Shown<'_>) -> String {
        let (some, all) = (self.rows.len(), self.rows.total());
        if some == all {
            return shown.catalog.text_with("ui-steps", &[("count", all.into())]);
        }
        shown.catalog.text_with("panel-table-found", &[("some", some.into()), ("all", all.into())])
    }

    /// The steps of the rows in the block.
    pub(super) fn chosen_steps(&self) -> Vec<StepId> {
        self.cursor.rows().filter_map(|row| self.rows.step(row)).cloned().collect()
    }

    fn cells_ui(&mut self, ui: &mut Ui, shown: &Shown<'_>, columns: &[Column], out: &mut Vec<PanelRequest>) {
        let (header, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
        let width = |column: &Column| self.widths.get(column).copied().unwrap_or(column.usual_width());
        let grid = Grid {
            shown,
            rows: &self.rows,
            columns,
            cursor: &self.cursor,
            edges: Edges::new(columns.iter().map(width), header.width()),
            written: self.open.as_ref().filter(|open| open.is_text()).map(|open| open.place),
        };
        let reveals = std::mem::take(&mut self.reveals) && self.room != Vec2::ZERO;
        let target = reveals.then(|| grid.revealing(self.cursor.at(), self.room, self.offset));
        let body = ui.scope(|ui| grid.ui(ui, target)).inner;
        let sort = self.wish.sort.as_ref();
        let sort =
            sort.and_then(|(by, is_up)| Some((columns.iter().position(|column| column == by)?, *is_up)));
        let act = grid.header_ui(ui, header, body.sight.offset, sort);
        let cell = self.open.as_ref().map(|open| grid.rect(open.place, body.sight));
        (self.offset, self.room) = (body.sight.offset, body.sight.rect.size());
        self.heading_used(act.as_ref(), columns);
        let before = (self.cursor.at(), self.cursor.rows());
        if std::mem::take(&mut self.wants_keyboard) {
            ui.memory_mut(|memory| memory.request_focus(table_id()));
        }
        self.pointed(ui, shown, columns, &body);
        if let Some(cell) = cell {
            let listing = InColumns { shown, columns };
            self.open_ui(ui, listing, OpenPlace { cell, sight: body.sight.rect }, out);
        } else {
            let page = crate::geom::whole_from(f64::from(self.room.y / ROW));
            for act in keys::acts(ui, page) {
                self.act(ui, InColumns { shown, columns }, act, out);
            }
        }
        if before != (self.cursor.at(), self.cursor.rows()) {
            self.select(shown, out);
        }
    }

    fn heading_used(&mut self, act: Option<&HeaderAct>, columns: &[Column]) {
        match act {
            Some(HeaderAct::Sort(at)) => {
                let by = columns.get(*at);
                let sort = self.wish.sort.take();
                self.wish.sort = match sort.filter(|(now, _)| Some(now) == by) {
                    None => by.map(|by| (by.clone(), true)),
                    Some((by, true)) => Some((by, false)),
                    Some((_, false)) => None,
                };
            }
            Some(HeaderAct::Width(at, width)) => {
                self.widths.extend(columns.get(*at).map(|column| (column.clone(), *width)));
            }
            Some(HeaderAct::UsualWidth(at)) => {
                columns.get(*at).map(|column| self.widths.remove(column));
            }
            None => {}
        }
    }

    /// What the pointer did to the cells.
    fn pointed(&mut self, ui: &Ui, shown: &Shown<'_>, columns: &[Column], body: &Body) {
        // What is open is left by a press, and says so itself. The table would lose the keyboard with the end of a
        // click, which is on a cell and not on itself.
        if (body.pressed.is_some() || body.is_clicked) && self.open.is_none() {
            ui.memory_mut(|memory| memory.request_focus(table_id()));
        }
        if let Some((place, extends)) = body.pressed {
            self.cursor.go(place, extends, &self.rows);
        }
        if let Some(place) = body.dragged
            && place != self.cursor.at()
        {
            self.cursor.go(place, true, &self.rows);
        }
        if body.opened.is_some() && self.open.is_none() {
            self.open_cell(shown, columns, None);
        }
    }

    /// Tells the page which steps are chosen here.
    fn select(&mut self, shown: &Shown<'_>, out: &mut Vec<PanelRequest>) {
        let steps = self.chosen_steps();
        if steps.is_empty() {
            return;
        }
        let is_one = steps.len() == 1;
        let to = Selection::steps(steps);
        if to == *shown.selection {
            return;
        }
        self.agreed = Some(to.clone());
        let page = shown.page.id.clone();
        out.push(if is_one {
            PanelRequest::Jump { page, to }
        } else {
            PanelRequest::Edit(EditRequest::Select(to))
        });
    }

    fn open_ui(
        &mut self,
        ui: &mut Ui,
        listing: InColumns<'_>,
        place: OpenPlace,
        out: &mut Vec<PanelRequest>,
    ) {
        let InColumns { shown, columns } = listing;
        let Some(mut open) = self.open.take() else { return };
        match &mut open.what {
            What::Text(writing) => {
                let name = open.column.heading(shown);
                let (is_changed, left) = writing.ui(ui, place, &name, shown.catalog);
                if is_changed {
                    self.written(shown, writing, &open.column, out);
                }
                // What cannot be taken is mended more easily than written again.
                let left =
                    left.filter(|left| writing.problem.is_none() || matches!(left, Left::Gone | Left::Stays));
                match left {
                    Some(left) => {
                        end_writing(writing, shown.catalog, out);
                        self.leave(ui, &open, left, columns.len());
                    }
                    None => self.open = Some(open),
                }
            }
            What::Choice(_) | What::Links(_) => {
                let is_gone = open.step.as_ref().is_none_or(|id| shown.step(id).is_none());
                let answer = open.what.list_ui(ui, place.cell, InRows { shown, rows: &self.rows }, out);
                open.place = self.cursor.at();
                match answer.or(is_gone.then_some(Listed::Closed)) {
                    Some(Listed::Chosen(command)) => {
                        out.push(PanelRequest::Edit(EditRequest::Run(command)));
                        self.leave(ui, &open, Left::Down, columns.len());
                    }
                    Some(Listed::Closed) => self.leave(ui, &open, Left::Stays, columns.len()),
                    None => self.open = Some(open),
                }
            }
        }
    }

    /// Shows on the page what is written in a cell, or says why it cannot be taken.
    fn written(
        &self,
        shown: &Shown<'_>,
        writing: &mut Writing,
        column: &Column,
        out: &mut Vec<PanelRequest>,
    ) {
        let meant = open::meant(shown, &self.rows, writing, column);
        writing.problem = meant.as_ref().err().copied();
        match meant {
            Ok(Some(command)) => {
                writing.is_previewed = true;
                out.push(PanelRequest::Edit(EditRequest::Preview(command)));
            }
            Ok(None) | Err(_) if writing.is_previewed => {
                writing.is_previewed = false;
                out.push(PanelRequest::Edit(EditRequest::Cancel));
            }
            Ok(None) | Err(_) => {}
        }
    }

    /// Goes on from a cell that was open.
    fn leave(&mut self, ui: &Ui, open: &Open, left: Left, columns: usize) {
        if left != Left::Gone {
            ui.memory_mut(|memory| memory.request_focus(table_id()));
        }
        // The cursor is elsewhere already where a click left the cell.
        if self.cursor.at() != open.place {
            return;
        }
        let new = match &open.what {
            What::Text(writing) => match &writing.target {
                CellTarget::New(step, _) if writing.is_previewed => Some(step),
                CellTarget::New(..) | CellTarget::Step(_) => None,
            },
            What::Choice(_) | What::Links(_) => None,
        };
        self.stays = new.is_some();
        match (left, new) {
            // Behind the new step there is again a row for a new one.
            (Left::Down, Some(_)) => self.reveals = true,
            (Left::Next { .. }, Some(step)) => {
                self.go_next(false, columns);
                self.cursor.go_to_new(step);
            }
            (Left::Down, None) => self.go(1, 0, false, columns),
            (Left::Next { is_back }, None) => self.go_next(is_back, columns),
            (Left::Gone | Left::Stays, _) => {}
        }
    }
}

/// Keeps what the page shows of a cell that was left, and says what cannot be kept.
fn end_writing(writing: &Writing, catalog: &Catalog, out: &mut Vec<PanelRequest>) {
    if writing.is_previewed {
        out.push(PanelRequest::Edit(EditRequest::Commit));
    }
    if let Some(problem) = writing.problem {
        let values = [("text", writing.text.as_str().into()), ("reason", problem.say(catalog).into())];
        out.push(PanelRequest::Refuse(catalog.text_with("panel-table-not-taken", &values)));
    }
}
