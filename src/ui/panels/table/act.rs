//! What keys do to the table.

use eframe::egui::Ui;

use super::{
    block, cell,
    column::Column,
    command,
    cursor::Place,
    keys::{Act, table_id},
    listing::{InColumns, InRows},
    open::Open,
    paste,
    view::StepTable,
};
use crate::{
    edit::{Command, EditRequest, Selection},
    model::StepId,
    ui::panels::{PanelRequest, Shown},
};

impl StepTable {
    pub(super) fn act(&mut self, ui: &Ui, listing: InColumns<'_>, act: Act, out: &mut Vec<PanelRequest>) {
        let InColumns { shown, columns } = listing;
        match act {
            Act::Move { rows, columns: across, extends } => self.go(rows, across, extends, columns.len()),
            Act::Edge { is_last, whole, extends } => {
                let last = Place { row: self.rows.len(), column: columns.len().saturating_sub(1) };
                let place = match (is_last, whole) {
                    (true, true) => last,
                    (true, false) => Place { column: last.column, ..self.cursor.at() },
                    (false, true) => Place::default(),
                    (false, false) => Place { column: 0, ..self.cursor.at() },
                };
                self.cursor.go(place, extends, &self.rows);
                self.reveals = true;
            }
            Act::Next { is_back } => self.go_next(is_back, columns.len()),
            Act::All => {
                let row = self.rows.len().saturating_sub(1);
                self.cursor.take_all(Place { row, column: columns.len().saturating_sub(1) }, &self.rows);
            }
            Act::Open => self.open_cell(shown, columns, None),
            Act::Type(text) => match &mut self.open {
                Some(open) => open.type_more(&text),
                None => self.open_cell(shown, columns, Some(text)),
            },
            Act::Clear => self.clear(shown, columns, out),
            Act::Copy => self.copy(ui, shown, columns),
            Act::Cut => {
                self.copy(ui, shown, columns);
                self.clear(shown, columns, out);
            }
            Act::Paste(text) => paste::paste(listing, &self.rows, &self.cursor, &text, out),
            Act::Leave if self.cursor.is_block() => self.cursor.go(self.cursor.at(), false, &self.rows),
            Act::Leave => ui.memory_mut(|memory| memory.surrender_focus(table_id())),
        }
    }

    pub(super) fn go(&mut self, down: isize, across: isize, extends: bool, columns: usize) {
        let at = self.cursor.at();
        let row = at.row.saturating_add_signed(down).min(self.rows.len());
        let column = at.column.saturating_add_signed(across).min(columns.saturating_sub(1));
        self.cursor.go(Place { row, column }, extends, &self.rows);
        self.reveals = true;
    }

    /// To the next cell; behind the last of a row follows the first of the next one.
    pub(super) fn go_next(&mut self, is_back: bool, columns: usize) {
        let Place { row, column } = self.cursor.at();
        match (is_back, column) {
            (true, 0) if row > 0 => {
                self.cursor.go(Place { row: row - 1, column: columns.saturating_sub(1) }, false, &self.rows);
            }
            (true, _) => self.go(0, -1, false, columns),
            (false, _) if column + 1 >= columns && row < self.rows.len() => {
                self.cursor.go(Place { row: row + 1, column: 1 }, false, &self.rows);
            }
            (false, _) => self.go(0, 1, false, columns),
        }
        self.reveals = true;
    }

    pub(super) fn open_cell(&mut self, shown: &Shown<'_>, columns: &[Column], typed: Option<String>) {
        let mut place = self.cursor.at();
        if self.rows.step(place.row).is_none() {
            // A new step begins with its text.
            place.column = 1;
        }
        self.cursor.go(place, false, &self.rows);
        self.open =
            columns.get(place.column).and_then(|column| Open::new(shown, &self.rows, place, column, typed));
        self.reveals = true;
    }

    /// Empties the cells of the block; where the numbers are in it, the steps go.
    fn clear(&self, shown: &Shown<'_>, columns: &[Column], out: &mut Vec<PanelRequest>) {
        if self.cursor.columns().contains(&0) {
            return delete_steps(self.chosen_steps(), out);
        }
        let columns: Vec<&Column> = columns
            .get(self.cursor.columns())
            .unwrap_or_default()
            .iter()
            .filter(|column| column.can_be_empty())
            .collect();
        let mut commands = Vec::new();
        for step in self.cursor.rows().filter_map(|row| shown.step(self.rows.step(row)?)) {
            for column in &columns {
                let written = command::write(InRows { shown, rows: &self.rows }, None, step, column, "");
                commands.extend(written.into_iter().flatten());
            }
        }
        out.extend(command::joined(commands).map(|command| PanelRequest::Edit(EditRequest::Run(command))));
    }

    fn copy(&self, ui: &Ui, shown: &Shown<'_>, columns: &[Column]) {
        let columns = columns.get(self.cursor.columns()).unwrap_or_default();
        let rows = self.cursor.rows().filter_map(|row| shown.step(self.rows.step(row)?));
        let row = |step| columns.iter().map(|column| cell::source(shown, &self.rows, step, column)).collect();
        let cells: Vec<Vec<String>> = rows.map(row).collect();
        if !cells.is_empty() {
            ui.ctx().copy_text(block::written(&cells));
        }
    }
}

pub(super) fn delete_steps(steps: Vec<StepId>, out: &mut Vec<PanelRequest>) {
    if !steps.is_empty() {
        let what = Selection::steps(steps);
        out.push(PanelRequest::Edit(EditRequest::Run(Command::Delete { what, heal: true })));
    }
}
