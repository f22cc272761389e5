//! What is listed: the steps of a page, in columns.

use eframe::egui::Rect;

use super::{column::Column, rows::Rows};
use crate::ui::panels::Shown;

/// What is shown, and in which columns.
#[derive(Clone, Copy)]
pub(super) struct InColumns<'l> {
    pub(super) shown: &'l Shown<'l>,
    pub(super) columns: &'l [Column],
}

/// What is shown, and in which rows.
#[derive(Clone, Copy)]
pub(super) struct InRows<'l> {
    pub(super) shown: &'l Shown<'l>,
    pub(super) rows: &'l Rows,
}

/// Where on the screen an open cell is, and what is seen of all cells.
#[derive(Clone, Copy)]
pub(super) struct OpenPlace {
    pub(super) cell: Rect,
    pub(super) sight: Rect,
}
