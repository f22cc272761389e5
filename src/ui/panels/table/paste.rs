//! What is pasted into the table: a block of cells, from the cursor down and to the right.

use super::{
    block,
    column::Column,
    command,
    cursor::{Cursor, Place},
    listing::{InColumns, InRows},
    next::StepNames,
    rows::Rows,
};
use crate::{
    edit::{Command, EditRequest, NewStep, StepCommand},
    model::{Details, Fit, Properties, Step, StepId, StepKind, Style, Text, Time},
    ui::panels::{PanelRequest, Shown, field_error::FieldError},
};

/// The room from one new step to the next, middle to middle.
const APART: f64 = 192.0;

/// Puts `text` into the cells, as one command. A single cell fills the whole block; rows behind the last one become
/// new steps; a cell that cannot be understood is left as it is, and said.
pub(super) fn paste(
    listing: InColumns<'_>,
    rows: &Rows,
    cursor: &Cursor,
    text: &str,
    out: &mut Vec<PanelRequest>,
) {
    let InColumns { shown, columns } = listing;
    let cells = block::read(text);
    let mut pasted = Pasted {
        shown,
        rows,
        columns,
        names: StepNames::of(shown),
        commands: Vec::new(),
        refused: Vec::new(),
    };
    let first = Place { row: *cursor.rows().start(), column: *cursor.columns().start() };
    match cells.as_slice() {
        [] => return,
        [row] if row.len() == 1 && cursor.is_block() => {
            for at in cursor.rows() {
                let filled: Vec<String> = cursor.columns().flat_map(|_| row.clone()).collect();
                pasted.fill_row(Place { row: at, ..first }, &filled);
            }
        }
        cells => pasted.fill_rows(first, cells),
    }
    let Pasted { commands, refused, .. } = pasted;
    out.extend(command::joined(commands).map(|command| PanelRequest::Edit(EditRequest::Run(command))));
    if let Some(reason) = refused.first() {
        let what = [("count", refused.len().into()), ("reason", reason.say(shown.catalog).into())];
        out.push(PanelRequest::Refuse(shown.catalog.text_with("panel-table-unread", &what)));
    }
}

struct Pasted<'p> {
    shown: &'p Shown<'p>,
    rows: &'p Rows,
    columns: &'p [Column],
    names: StepNames,
    commands: Vec<Command>,
    /// Why cells were not understood.
    refused: Vec<FieldError>,
}

impl Pasted<'_> {
    const fn in_rows(&self) -> InRows<'_> {
        InRows { shown: self.shown, rows: self.rows }
    }

    fn fill_rows(&mut self, first: Place, cells: &[Vec<String>]) {
        let over = (first.row + cells.len()).saturating_sub(self.rows.len()).min(cells.len());
        let (there, new) = cells.split_at(cells.len() - over);
        // All steps are made before anything is said of them: what follows a step may be a new one.
        let new: Vec<(Option<Step>, &Vec<String>)> = {
            let mut nth = 0.0;
            let mut made = Vec::new();
            for row in new {
                made.push((self.new_step(first.column, row, nth), row));
                nth += 1.0;
            }
            made
        };
        for (row, cells) in (first.row..).zip(there) {
            self.fill_row(Place { row, ..first }, cells);
        }
        for (step, cells) in new {
            if let Some(step) = step {
                self.fill_step(&step, first.column, cells);
            }
        }
    }

    fn fill_row(&mut self, place: Place, cells: &[String]) {
        let step = self.rows.step(place.row).and_then(|id| self.shown.step(id));
        if let Some(step) = step {
            self.fill_step(step, place.column, cells);
        }
    }

    fn fill_step(&mut self, step: &Step, from: usize, cells: &[String]) {
        for (column, text) in self.columns.iter().skip(from).zip(cells) {
            match command::write(self.in_rows(), Some(&self.names), step, column, text) {
                Ok(commands) => self.commands.extend(commands),
                Err(reason) => self.refused.push(reason),
            }
        }
    }

    /// The `nth` new step behind the last one, as it is before the cells say anything; `None` where its row is empty.
    fn new_step(&mut self, from: usize, cells: &[String], nth: f64) -> Option<Step> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return None;
        }
        let said = |wanted: &Column| {
            let at = self.columns.iter().position(|column| column == wanted)?;
            cells.get(at.checked_sub(from)?).map(String::as_str).filter(|said| !said.is_empty())
        };
        let (shown, flow) = (self.shown, self.shown.page.orientation);
        let text = said(&Column::Text(shown.lang.clone())).unwrap_or_default();
        let kind = said(&Column::Kind).and_then(|name| command::kind_named(shown, name));
        let id = StepId::mint(if text.is_empty() { "process" } else { text }, (shown.mint)());
        let first = command::behind_last(shown, &id);
        let at = flow.point(flow.along(first) + nth * APART, flow.across(first));
        let kind = kind.unwrap_or(StepKind::Process);
        let text = Text::new(shown.lang.clone(), text);
        self.names.add(&shown.read(&text), &id);
        let step = NewStep { id: id.clone(), kind, at, text: text.clone() };
        self.commands.push(Command::Step(StepCommand::Create { step, onto: None }));
        let (lane, phase) = crate::edit::rules::membership(shown.page, at);
        Some(Step {
            id,
            kind,
            lane: lane?,
            phase,
            rect: crate::geom::Rect::from_center_size(at, crate::shape::default_size(kind)),
            pinned: false,
            fit: Fit::Grow,
            text,
            details: Details::default(),
            time: Time::default(),
            link: None,
            style: Style::default(),
            properties: Properties::new(),
        })
    }
}
