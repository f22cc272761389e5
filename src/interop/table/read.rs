//! A table to a flow, with an account of each of its values.
//!
//! An *element* is a value: what is in a cell, or an item where a cell holds a list.

use std::collections::BTreeMap;

use super::{
    bands::{BandMatch, BandNames, MatchedBand},
    cell::{CellState, TableCell, cell_name, column_name},
    field::StepField,
    found::{Basis, Table, TableRow},
    kinds,
    lists::{labels_for, split},
};
use crate::{
    interop::{
        code::Code,
        report::{Disposition, Report, ReportLine},
        source::{RecordNames, SOURCE_ID, SOURCE_TYPE, SourceGraph, SourceNode},
    },
    locale::fold,
    model::{Properties, StepId, StepKind},
};

/// The flow that `table` describes; what became of its values goes to `report`.
pub(super) fn read(table: &Table, names: &mut RecordNames, report: &mut Report) -> SourceGraph {
    report.expect(table.rows.iter().map(|row| values_in(table, row)).sum());
    let graph = SourceGraph { title: table.title.clone(), ..SourceGraph::default() };
    let mut reader = TableReader {
        table,
        report,
        graph,
        index: Index::default(),
        tally: Tally::default(),
        lanes: BandNames::default(),
        phases: BandNames::default(),
    };
    let rows = reader.steps(names);
    reader.connections(&rows);
    reader.lines_on_columns(rows.len());
    reader.graph
}

/// How many values are in `row`, counted without regard to what will become of them.
fn values_in(table: &Table, row: &TableRow) -> usize {
    let text = |field| Some(cell_of(table, row, field)?.text.as_ref());
    let next = text(StepField::Next).unwrap_or_default();
    let count = |(column, cell): (usize, &Option<TableCell>)| {
        let Some(cell) = cell else { return 0 };
        let list = match table.columns.get(column).map(|column| column.field) {
            Some(StepField::Next) => split(&cell.text),
            Some(StepField::Label) => labels_for(next, &cell.text),
            _ => return 1,
        };
        list.iter().filter(|item| !item.is_empty()).count().max(1)
    };
    row.cells.iter().enumerate().map(count).sum::<usize>() + row.beyond.len()
}

fn cell_of<'a>(table: &Table, row: &'a TableRow, field: StepField) -> Option<&'a TableCell> {
    row.cells.get(table.column_of(field)?)?.as_ref()
}

/// A text without capitals, accents and blanks: two spellings of one name have the same.
pub(super) fn key_of(text: &str) -> String {
    fold(text).split_whitespace().collect()
}

/// Which step an id means.
#[derive(Default)]
pub(super) struct Index {
    pub(super) exact: BTreeMap<String, StepId>,
    /// By the folded id: how it is spelt, and the step.
    pub(super) folded: BTreeMap<String, (String, StepId)>,
}

/// What is said once for a whole table.
#[derive(Default)]
struct Tally {
    formulas: usize,
    missing_ids: usize,
    no_lane: usize,
    /// By column: how many values became properties.
    extra: BTreeMap<usize, usize>,
    /// By column: how many values shall not be read.
    ignored: BTreeMap<usize, usize>,
    beyond: usize,
    first_beyond: String,
}

/// What became of a value, and why.
pub(super) type Verdict = (Disposition, Code);

/// A value with its place.
pub(super) struct PlacedCell<'a> {
    pub(super) cell: &'a TableCell,
    pub(super) place: String,
}

pub(super) struct TableReader<'a> {
    pub(super) table: &'a Table,
    pub(super) report: &'a mut Report,
    pub(super) graph: SourceGraph,
    pub(super) index: Index,
    tally: Tally,
    lanes: BandNames,
    phases: BandNames,
}

impl<'a> TableReader<'a> {
    /// The value of `row` for `field`, if there is one; an error in its place is left out here.
    pub(super) fn value(&mut self, row: &'a TableRow, field: StepField) -> Option<PlacedCell<'a>> {
        let column = self.table.column_of(field)?;
        let cell = row.cells.get(column)?.as_ref()?;
        let place = self.table.place(row, column);
        if cell.state == CellState::Error {
            self.line((Disposition::Dropped, Code::ErrorValue), &PlacedCell { cell, place }, "", None);
            return None;
        }
        self.tally.formulas += usize::from(cell.state == CellState::Formula);
        let is_list = matches!(field, StepField::Next | StepField::Label);
        match cell.state {
            // What is in a list is accounted for item by item.
            CellState::Cut if is_list => self.remark(Code::CutText, (&cell.text, &place), "", 1),
            CellState::Cleaned if is_list => self.remark(Code::CleanedText, (&cell.text, &place), "", 1),
            CellState::Plain
            | CellState::Formula
            | CellState::Error
            | CellState::Cut
            | CellState::Cleaned => {}
        }
        Some(PlacedCell { cell, place })
    }

    fn line(
        &mut self,
        (outcome, code): Verdict,
        value: &PlacedCell<'_>,
        result: &str,
        step: Option<&StepId>,
    ) {
        let PlacedCell { cell, place } = value;
        let (what, place) = (cell.text.to_string(), place.clone());
        self.report.add(ReportLine {
            outcome,
            code,
            what,
            place,
            result: result.to_owned(),
            step: step.cloned(),
            count: 1,
            elements: 1,
        });
    }

    /// A line that speaks of something the source does not have.
    pub(super) fn remark(&mut self, code: Code, (what, place): (&str, &str), result: &str, count: usize) {
        self.report.add(ReportLine {
            outcome: Disposition::Approximated,
            code,
            what: what.to_owned(),
            place: place.to_owned(),
            result: result.to_owned(),
            step: None,
            count,
            elements: 0,
        });
    }

    /// Notes that `value` was taken, as it was if nothing was wrong with it.
    fn keep(&mut self, value: &PlacedCell<'_>, step: Option<&StepId>) {
        match value.cell.state {
            CellState::Plain | CellState::Formula | CellState::Error => self.report.keep(1),
            CellState::Cut => self.line((Disposition::Approximated, Code::CutText), value, "", step),
            CellState::Cleaned => self.line((Disposition::Approximated, Code::CleanedText), value, "", step),
        }
    }

    /// Makes a step of each row; returns the rows and their steps.
    fn steps(&mut self, names: &mut RecordNames) -> Vec<(&'a TableRow, StepId)> {
        let table = self.table;
        let mut rows = Vec::new();
        for row in &table.rows {
            let is_step = [StepField::Id, StepField::Description]
                .iter()
                .any(|field| cell_of(table, row, *field).is_some());
            if is_step {
                let id = self.step(row, names);
                rows.push((row, id));
            } else {
                self.no_step(row);
            }
        }
        rows
    }

    fn no_step(&mut self, row: &TableRow) {
        let cells: Vec<&str> = row.cells.iter().flatten().map(|cell| cell.text.as_ref()).collect();
        let place =
            cell_name(&self.table.sheet, (row.number, self.table.columns.first().map_or(0, |of| of.index)));
        self.report.add(ReportLine {
            outcome: Disposition::Dropped,
            code: Code::NoStep,
            what: cells.join(", "),
            place,
            result: String::new(),
            step: None,
            count: 1,
            elements: values_in(self.table, row),
        });
    }

    fn step(&mut self, row: &'a TableRow, names: &mut RecordNames) -> StepId {
        let id_value = self.value(row, StepField::Id);
        let text_value = self.value(row, StepField::Description);
        let source_id = id_value.as_ref().map_or("", |value| &value.cell.text);
        let text = text_value.as_ref().map_or("", |value| &value.cell.text);
        let id = names.step(if source_id.is_empty() { text } else { source_id });
        let mut properties = Properties::new();
        match &id_value {
            Some(value) => {
                self.source_id(value, &id);
                properties.insert(SOURCE_ID.to_owned(), source_id.to_owned());
            }
            None => self.tally.missing_ids += 1,
        }
        if let Some(value) = &text_value {
            self.keep(value, Some(&id));
        }
        let text = if self.table.column_of(StepField::Description).is_none() { source_id } else { text };
        let kind = self.kind(row, &id, &mut properties);
        let description = self.value(row, StepField::AltText).map(|value| {
            self.keep(&value, Some(&id));
            value.cell.text.to_string()
        });
        let lane = self.lane(row, &id);
        let phase = self.phase(row, &id);
        self.others(row, &id, &mut properties);
        self.graph.nodes.push(SourceNode {
            id: id.clone(),
            kind,
            text: text.to_owned(),
            description: description.unwrap_or_default(),
            lane,
            phase,
            properties,
        });
        id
    }

    fn source_id(&mut self, value: &PlacedCell<'_>, id: &StepId) {
        let text = value.cell.text.as_ref();
        if self.index.exact.contains_key(text) {
            return self.line((Disposition::Approximated, Code::DuplicateId), value, "", Some(id));
        }
        self.index.exact.insert(text.to_owned(), id.clone());
        self.index.folded.entry(key_of(text)).or_insert_with(|| (text.to_owned(), id.clone()));
        self.keep(value, Some(id));
    }

    fn kind(&mut self, row: &'a TableRow, id: &StepId, properties: &mut Properties) -> StepKind {
        let Some(value) = self.value(row, StepField::Kind) else { return StepKind::Process };
        let (kind, code) = match kinds::read(&value.cell.text) {
            kinds::KindReading::Exact(kind) => (kind, None),
            kinds::KindReading::Close(kind) => (kind, Some(Code::KindSpelling)),
            kinds::KindReading::Nearest(kind) => (kind, Some(Code::OtherKind)),
            kinds::KindReading::Unknown => (StepKind::Process, Some(Code::UnknownKind)),
        };
        let word = kinds::word_for(kind).unwrap_or_default();
        if !value.cell.text.eq_ignore_ascii_case(word) {
            properties.insert(SOURCE_TYPE.to_owned(), value.cell.text.to_string());
        }
        match code {
            None => self.keep(&value, Some(id)),
            Some(code) => self.line((Disposition::Approximated, code), &value, word, Some(id)),
        }
        kind
    }

    fn lane(&mut self, row: &'a TableRow, id: &StepId) -> usize {
        let has_column = self.table.column_of(StepField::Function).is_some();
        let value = self.value(row, StepField::Function);
        self.tally.no_lane += usize::from(has_column && value.is_none());
        let title = value.as_ref().map_or("", |value| &value.cell.text);
        let MatchedBand { index, fit } = self.lanes.find(title, &mut self.graph.lanes);
        let title = self.graph.lanes.get(index).cloned().unwrap_or_default();
        if let Some(value) = value {
            self.band(&value, (fit, &title), (Code::LaneSpelling, Code::TooManyLanes), id);
        }
        index
    }

    fn phase(&mut self, row: &'a TableRow, id: &StepId) -> Option<usize> {
        let value = self.value(row, StepField::Phase)?;
        let MatchedBand { index, fit } = self.phases.find(&value.cell.text, &mut self.graph.phases);
        let title = self.graph.phases.get(index).cloned().unwrap_or_default();
        self.band(&value, (fit, &title), (Code::PhaseSpelling, Code::TooManyPhases), id);
        Some(index)
    }

    /// Notes that `value` became the lane or phase `title`.
    fn band(
        &mut self,
        value: &PlacedCell<'_>,
        (fit, title): (BandMatch, &str),
        (spelling, full): (Code, Code),
        id: &StepId,
    ) {
        match fit {
            BandMatch::Same => self.keep(value, Some(id)),
            BandMatch::Spelling => self.line((Disposition::Approximated, spelling), value, title, Some(id)),
            BandMatch::Full => self.line((Disposition::Refused, full), value, title, Some(id)),
        }
    }

    /// The columns that a step has no field for, and what stands to the right of all of them.
    fn others(&mut self, row: &'a TableRow, id: &StepId, properties: &mut Properties) {
        for (i, cell) in row.cells.iter().enumerate() {
            let (Some(cell), Some(column)) = (cell, self.table.columns.get(i)) else { continue };
            match column.field {
                StepField::Ignored => *self.tally.ignored.entry(i).or_default() += 1,
                StepField::Property => self.property((row, i), cell, id, properties),
                _ => {}
            }
        }
        if let Some((column, _)) = row.beyond.first() {
            self.tally.beyond += row.beyond.len();
            if self.tally.first_beyond.is_empty() {
                self.tally.first_beyond = cell_name(&self.table.sheet, (row.number, *column));
            }
        }
    }

    /// Keeps what is in a further column under its header; under its letter too where another has the same.
    fn property(
        &mut self,
        at: (&TableRow, usize),
        cell: &TableCell,
        id: &StepId,
        properties: &mut Properties,
    ) {
        let Some(column) = self.table.columns.get(at.1) else { return };
        let value = PlacedCell { cell, place: self.table.place(at.0, at.1) };
        if cell.state == CellState::Error {
            return self.line((Disposition::Dropped, Code::ErrorValue), &value, "", Some(id));
        }
        let mut key = column.name();
        if properties.contains_key(&key) {
            key = format!("{key} ({})", column_name(column.index));
        }
        properties.insert(key, cell.text.to_string());
        match cell.state {
            CellState::Plain | CellState::Formula | CellState::Error => {
                *self.tally.extra.entry(at.1).or_default() += 1;
            }
            CellState::Cut | CellState::Cleaned => self.keep(&value, Some(id)),
        }
    }

    /// What is said once for the whole table.
    fn lines_on_columns(&mut self, steps: usize) {
        let table = self.table;
        let Tally { formulas, missing_ids, no_lane, extra, ignored, beyond, first_beyond } =
            std::mem::take(&mut self.tally);
        let columns = [
            (extra, Disposition::AsProperty, Code::ExtraColumn),
            (ignored, Disposition::Dropped, Code::IgnoredColumn),
        ];
        for (counts, outcome, code) in columns {
            for (column, count) in counts {
                let Some(column) = table.columns.get(column) else { continue };
                let (what, place) = (column.name(), table.title.clone());
                self.report.add(ReportLine {
                    outcome,
                    code,
                    what,
                    place,
                    result: String::new(),
                    step: None,
                    count,
                    elements: count,
                });
            }
        }
        if beyond > 0 {
            let (outcome, code, count) = (Disposition::Dropped, Code::BeyondColumns, beyond);
            let (what, place, result) = (table.title.clone(), first_beyond, String::new());
            self.report.add(ReportLine {
                outcome,
                code,
                what,
                place,
                result,
                step: None,
                count,
                elements: count,
            });
        }
        for column in table.columns.iter().filter(|column| column.field.is_single()) {
            if matches!(column.basis, Basis::Guess | Basis::CloseHeader) {
                let field = StepField::HEADERS.iter().find(|(field, _)| *field == column.field);
                let result = field.map_or("", |(_, name)| name);
                self.remark(Code::GuessedColumn, (&column.name(), &table.title), result, 1);
            }
        }
        let has = |field| table.column_of(field).is_some();
        let remarks = [
            (formulas > 0, Code::Formulas, formulas),
            (has(StepField::Id) && missing_ids > 0, Code::MissingId, missing_ids),
            (no_lane > 0, Code::NoLane, no_lane),
            (!has(StepField::Description), Code::IdAsText, steps),
        ];
        for (applies, code, number) in remarks {
            if applies {
                self.remark(code, (&table.title, ""), "", number);
            }
        }
    }
}
