//! Which cells are selected.

use std::ops::RangeInclusive;

use super::rows::Rows;
use crate::model::StepId;

/// A cell by its place; the row behind the last step is the one in which a new step is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) row: usize,
    pub(super) column: usize,
}

/// The cell that keys act on, and the block of cells from there to where the selection began.
#[derive(Default)]
pub(super) struct Cursor {
    at: Place,
    anchor: Place,
    /// The step of the row; the cursor goes where that goes.
    step: Option<StepId>,
}

impl Cursor {
    pub(super) const fn at(&self) -> Place {
        self.at
    }

    /// The rows of the block.
    pub(super) fn rows(&self) -> RangeInclusive<usize> {
        self.at.row.min(self.anchor.row)..=self.at.row.max(self.anchor.row)
    }

    /// The columns of the block.
    pub(super) fn columns(&self) -> RangeInclusive<usize> {
        self.at.column.min(self.anchor.column)..=self.at.column.max(self.anchor.column)
    }

    pub(super) fn contains(&self, place: Place) -> bool {
        self.rows().contains(&place.row) && self.columns().contains(&place.column)
    }

    pub(super) fn is_block(&self) -> bool {
        self.at != self.anchor
    }

    /// Goes to `place`; with `extends` the block reaches from where it began to there.
    pub(super) fn go(&mut self, place: Place, extends: bool, rows: &Rows) {
        self.at = place;
        if !extends {
            self.anchor = place;
        }
        self.step = rows.step(place.row).cloned();
    }

    /// Goes to the row of a step that has none yet.
    pub(super) fn go_to_new(&mut self, step: &StepId) {
        self.step = Some(step.clone());
    }

    /// All cells.
    pub(super) fn take_all(&mut self, last: Place, rows: &Rows) {
        self.anchor = last;
        self.at = Place::default();
        self.step = rows.step(0).cloned();
    }

    /// Stays on its step when rows are ordered anew, and on the table when rows or columns are gone.
    pub(super) fn follow(&mut self, rows: &Rows, columns: usize) {
        let last = Place { row: rows.len(), column: columns.saturating_sub(1) };
        if let Some(row) = self.step.as_ref().and_then(|step| rows.row(step))
            && row != self.at.row
        {
            self.at.row = row;
            self.anchor = self.at;
        }
        if self.step.is_none() {
            // The row of the new step is always the last one.
            let is_block = self.is_block();
            self.at.row = last.row;
            if !is_block {
                self.anchor = self.at;
            }
        }
        for place in [&mut self.at, &mut self.anchor] {
            *place = Place { row: place.row.min(last.row), column: place.column.min(last.column) };
        }
    }
}
