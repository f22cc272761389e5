//! A table to a flow, with an account of each of its values.
//!
//! An *element* is a value: what is in a cell, or an item where a cell holds a list.

use std::collections::BTreeMap;

use super::bands::{BandMatch, BandNames, NestedLanes};
use crate::{
    interop::{
        code::TableCode,
        draft::{NodeDraft, PageDraft, PhaseDraft, RecordNames, SOURCE_ID, SOURCE_TYPE},
        report::{Disposition, Report, ReportLine},
        table::{
            cells::cell::{CellState, TableCell, cell_name, column_name},
            columns::{
                field::StepField,
                found::{Basis, Table, TableRow},
                kinds,
                lists::{POOLS_APART, labels_for, split},
            },
        },
    },
    locale::fold,
    model::{LIMIT_NESTING, Properties, StepId, StepKind},
};

/// The flow that `table` describes; what became of its values goes to `report`.
pub(in crate::interop::table) fn read(
    table: &Table,
    names: &mut RecordNames,
    report: &mut Report,
) -> PageDraft {
    report.expect(table.rows.iter().map(|row| values_in(table, row)).sum());
    let page = PageDraft { title: table.title.clone(), ..PageDraft::default() };
    let mut reader = TableReader {
        table,
        report,
        page,
        index: Index::default(),
        tally: Tally::default(),
        lanes: BandNames::default(),
        pools: BTreeMap::new(),
        phases: BandNames::default(),
    };
    let rows = reader.steps(names);
    reader.connections(&rows);
    reader.lines_on_columns(rows.len());
    let TableReader { page, lanes, pools, phases, .. } = reader;
    let NestedLanes { lanes, places } = NestedLanes::new(lanes.into_titles(), &pools);
    let place = |node: NodeDraft| {
        let lane = node.lane.and_then(|lane| places.get(lane)).copied();
        NodeDraft { lane, ..node }
    };
    let phase = |title| PhaseDraft { title, rect: None };
    PageDraft {
        lanes,
        phases: phases.into_titles().into_iter().map(phase).collect(),
        nodes: page.nodes.into_iter().map(place).collect(),
        ..page
    }
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
    pub(in crate::interop::table) exact: BTreeMap<String, StepId>,
    /// By the folded id: how it is spelt, and the step.
    pub(in crate::interop::table) folded: BTreeMap<String, (String, StepId)>,
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

/// A value with its place.
pub(super) struct PlacedCell<'a> {
    pub(in crate::interop::table) cell: &'a TableCell,
    pub(in crate::interop::table) place: String,
}

impl PlacedCell<'_> {
    /// A line on the value.
    fn line(&self, disposition: Disposition, code: TableCode) -> ReportLine {
        ReportLine::new(disposition, code).of(&*self.cell.text).at(&*self.place)
    }
}

pub(super) struct TableReader<'a> {
    pub(in crate::interop::table) table: &'a Table,
    pub(in crate::interop::table) report: &'a mut Report,
    pub(in crate::interop::table) page: PageDraft,
    pub(in crate::interop::table) index: Index,
    tally: Tally,
    lanes: BandNames,
    /// The pools around each lane of which a row says them, from the outside.
    pools: BTreeMap<usize, Vec<String>>,
    phases: BandNames,
}

impl<'a> TableReader<'a> {
    /// The value of `row` for `field`, if there is one; an error in its place is left out here.
    pub(in crate::interop::table) fn value(
        &mut self,
        row: &'a TableRow,
        field: StepField,
    ) -> Option<PlacedCell<'a>> {
        let column = self.table.column_of(field)?;
        let cell = row.cells.get(column)?.as_ref()?;
        let place = self.table.place(row, column);
        if cell.state == CellState::Error {
            self.report.add(PlacedCell { cell, place }.line(Disposition::Dropped, TableCode::ErrorValue));
            return None;
        }
        self.tally.formulas += usize::from(cell.state == CellState::Formula);
        let is_list = matches!(field, StepField::Next | StepField::Label);
        match cell.state {
            // What is in a list is accounted for item by item.
            CellState::Cut if is_list => self.remark_on(TableCode::CutText, &cell.text, &place),
            CellState::Cleaned if is_list => self.remark_on(TableCode::CleanedText, &cell.text, &place),
            CellState::Plain
            | CellState::Formula
            | CellState::Error
            | CellState::Cut
            | CellState::Cleaned => {}
        }
        Some(PlacedCell { cell, place })
    }

    /// A line that speaks of `what` at `place` and accounts for nothing.
    fn remark_on(&mut self, code: TableCode, what: &str, place: &str) {
        self.report.add(ReportLine::note(code).of(what).at(place));
    }

    /// A line on `count` things of the whole table.
    pub(in crate::interop::table) fn remark(&mut self, code: TableCode, count: usize) {
        self.report.add(ReportLine::note(code).of(&*self.table.title).many(count, 0));
    }

    /// Notes that `value` was taken, as it was if nothing was wrong with it.
    fn keep(&mut self, value: &PlacedCell<'_>, step: &StepId) {
        match value.cell.state {
            CellState::Plain | CellState::Formula | CellState::Error => self.report.keep(1),
            CellState::Cut => self.approximate(value, TableCode::CutText, step),
            CellState::Cleaned => self.approximate(value, TableCode::CleanedText, step),
        }
    }

    /// Notes that `value` was taken, but not as it was.
    fn approximate(&mut self, value: &PlacedCell<'_>, code: TableCode, step: &StepId) {
        self.report.add(value.line(Disposition::Approximated, code).step(step));
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
            cell_name(&self.table.sheet, row.number, self.table.columns.first().map_or(0, |of| of.index));
        let line = ReportLine::new(Disposition::Dropped, TableCode::NoStep).of(cells.join(", ")).at(place);
        self.report.add(line.many(1, values_in(self.table, row)));
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
            self.keep(value, &id);
        }
        let text = if self.table.column_of(StepField::Description).is_none() { source_id } else { text };
        let kind = self.kind(row, &id, &mut properties);
        let description = self.value(row, StepField::AltText).map(|value| {
            self.keep(&value, &id);
            value.cell.text.to_string()
        });
        let lane = self.lane(row, &id);
        self.pool(row, &id, lane);
        let phase = self.phase(row, &id);
        self.others(row, &id, &mut properties);
        self.page.nodes.push(NodeDraft {
            description: description.unwrap_or_default(),
            lane: Some(lane),
            phase,
            properties,
            ..NodeDraft::new(id.clone(), kind, text)
        });
        id
    }

    fn source_id(&mut self, value: &PlacedCell<'_>, id: &StepId) {
        let text = value.cell.text.as_ref();
        if self.index.exact.contains_key(text) {
            return self.approximate(value, TableCode::DuplicateId, id);
        }
        self.index.exact.insert(text.to_owned(), id.clone());
        self.index.folded.entry(key_of(text)).or_insert_with(|| (text.to_owned(), id.clone()));
        self.keep(value, id);
    }

    fn kind(&mut self, row: &'a TableRow, id: &StepId, properties: &mut Properties) -> StepKind {
        let Some(value) = self.value(row, StepField::Kind) else { return StepKind::Process };
        let (kind, code) = match kinds::read(&value.cell.text) {
            kinds::KindReading::Exact(kind) => (kind, None),
            kinds::KindReading::Close(kind) => (kind, Some(TableCode::KindSpelling)),
            kinds::KindReading::Nearest(kind) => (kind, Some(TableCode::OtherKind)),
            kinds::KindReading::Unknown => (StepKind::Process, Some(TableCode::UnknownKind)),
        };
        let word = kinds::word_for(kind).unwrap_or_default();
        if !value.cell.text.eq_ignore_ascii_case(word) {
            properties.insert(SOURCE_TYPE.to_owned(), value.cell.text.to_string());
        }
        match code {
            None => self.keep(&value, id),
            Some(code) => {
                let line = value.line(Disposition::Approximated, code);
                self.report.add(line.became(word).step(id));
            }
        }
        kind
    }

    fn lane(&mut self, row: &'a TableRow, id: &StepId) -> usize {
        let has_column = self.table.column_of(StepField::Function).is_some();
        let value = self.value(row, StepField::Function);
        self.tally.no_lane += usize::from(has_column && value.is_none());
        let title = value.as_ref().map_or("", |value| &value.cell.text);
        let found = self.lanes.find(title);
        if let Some(value) = value {
            let title = self.lanes.title(found.index).to_owned();
            match found.fit {
                BandMatch::Same => self.keep(&value, id),
                BandMatch::Spelling => self.band(&value, TableCode::LaneSpelling, &title, id),
                BandMatch::Full => self.band(&value, TableCode::TooManyLanes, &title, id),
            }
        }
        found.index
    }

    /// Takes the pools of a lane from the first row that says them.
    fn pool(&mut self, row: &'a TableRow, id: &StepId, lane: usize) {
        let Some(value) = self.value(row, StepField::Pool) else { return };
        let names =
            value.cell.text.split('/').map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        let names: Vec<String> = names.filter(|name| !name.is_empty()).take(LIMIT_NESTING).collect();
        let said = self.pools.entry(lane).or_insert_with(|| names.clone());
        if said.iter().map(|name| key_of(name)).eq(names.iter().map(|name| key_of(name))) {
            self.keep(&value, id);
        } else {
            let result = said.join(POOLS_APART);
            let line = value.line(Disposition::Approximated, TableCode::OtherPool);
            self.report.add(line.became(result).step(id));
        }
    }

    fn phase(&mut self, row: &'a TableRow, id: &StepId) -> Option<usize> {
        let value = self.value(row, StepField::Phase)?;
        let found = self.phases.find(&value.cell.text);
        let title = self.phases.title(found.index).to_owned();
        match found.fit {
            BandMatch::Same => self.keep(&value, id),
            BandMatch::Spelling => self.band(&value, TableCode::PhaseSpelling, &title, id),
            BandMatch::Full => self.band(&value, TableCode::TooManyPhases, &title, id),
        }
        Some(found.index)
    }

    /// Notes that `value` became the lane or phase `title`, because there were too many or it is spelt otherwise.
    fn band(&mut self, value: &PlacedCell<'_>, code: TableCode, title: &str, id: &StepId) {
        let is_full = matches!(code, TableCode::TooManyLanes | TableCode::TooManyPhases);
        let disposition = if is_full { Disposition::Refused } else { Disposition::Approximated };
        self.report.add(value.line(disposition, code).became(title).step(id));
    }

    /// The columns that a step has no field for, and what stands to the right of all of them.
    fn others(&mut self, row: &'a TableRow, id: &StepId, properties: &mut Properties) {
        for (i, cell) in row.cells.iter().enumerate() {
            let (Some(cell), Some(column)) = (cell, self.table.columns.get(i)) else { continue };
            match column.field {
                StepField::Ignored => *self.tally.ignored.entry(i).or_default() += 1,
                StepField::Property => {
                    let value = PlacedCell { cell, place: self.table.place(row, i) };
                    self.property(i, &value, id, properties);
                }
                _ => {}
            }
        }
        if let Some((column, _)) = row.beyond.first() {
            self.tally.beyond += row.beyond.len();
            if self.tally.first_beyond.is_empty() {
                self.tally.first_beyond = cell_name(&self.table.sheet, row.number, *column);
            }
        }
    }

    /// Keeps what is in a further column under its header; under its letter too where another has the same.
    fn property(&mut self, nth: usize, value: &PlacedCell<'_>, id: &StepId, properties: &mut Properties) {
        let (Some(column), cell) = (self.table.columns.get(nth), value.cell) else { return };
        if cell.state == CellState::Error {
            return self.report.add(value.line(Disposition::Dropped, TableCode::ErrorValue).step(id));
        }
        let mut key = column.name();
        if properties.contains_key(&key) {
            key = format!("{key} ({})", column_name(column.index));
        }
        properties.insert(key, cell.text.to_string());
        match cell.state {
            CellState::Plain | CellState::Formula | CellState::Error => {
                *self.tally.extra.entry(nth).or_default() += 1;
            }
            CellState::Cut | CellState::Cleaned => self.keep(value, id),
        }
    }

    /// What is said once for the whole table.
    fn lines_on_columns(&mut self, steps: usize) {
        let table = self.table;
        let Tally { formulas, missing_ids, no_lane, extra, ignored, beyond, first_beyond } =
            std::mem::take(&mut self.tally);
        let columns = [
            (extra, Disposition::AsProperty, TableCode::ExtraColumn),
            (ignored, Disposition::Dropped, TableCode::IgnoredColumn),
        ];
        for (counts, disposition, code) in columns {
            for (column, count) in counts {
                let Some(column) = table.columns.get(column) else { continue };
                let line = ReportLine::new(disposition, code).of(column.name()).at(&*table.title);
                self.report.add(line.many(count, count));
            }
        }
        if beyond > 0 {
            let line = ReportLine::new(Disposition::Dropped, TableCode::BeyondColumns);
            self.report.add(line.of(&*table.title).at(first_beyond).many(beyond, beyond));
        }
        for column in table.columns.iter().filter(|column| column.field.is_single()) {
            if matches!(column.basis, Basis::Guess | Basis::CloseHeader) {
                let mut headers = StepField::HEADERS.iter().chain([&StepField::POOL_HEADER]);
                let field = headers.find(|(field, _)| *field == column.field);
                let result = field.map_or("", |(_, name)| name);
                let line = ReportLine::note(TableCode::GuessedColumn).of(column.name());
                self.report.add(line.at(&*table.title).became(result));
            }
        }
        let has = |field| table.column_of(field).is_some();
        let remarks = [
            (formulas > 0, TableCode::Formulas, formulas),
            (has(StepField::Id) && missing_ids > 0, TableCode::MissingId, missing_ids),
            (no_lane > 0, TableCode::NoLane, no_lane),
            (!has(StepField::Description), TableCode::IdAsText, steps),
        ];
        for (applies, code, number) in remarks {
            if applies {
                self.remark(code, number);
            }
        }
    }
}
