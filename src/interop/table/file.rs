//! A file of tables: opened, perhaps corrected by a person, then imported.

use std::path::Path;

use super::{
    cells::{
        cell::{CellPlace, cell_name, clean_name},
        delimited,
        grid::CellGrid,
        workbook,
    },
    columns::{
        field::StepField,
        find::{find, without_headers},
        found::Table,
    },
    error::{TableError, TableProblem},
    read::reader::read,
};
use crate::{
    encoding::decode,
    interop::{
        code::TableCode,
        draft::{ChartDraft, DraftMapping, Imported, RecordNames},
        report::{Disposition, Report, ReportLine, SourceInfo},
    },
    locale::Lang,
    model::LIMIT_STEPS,
    text::Fonts,
};

/// The most bytes that a file may have.
const LIMIT_BYTES: usize = 64 << 20;
/// The most cells of a table, the empty ones too: a lone cell in each of many rows below a wide one.
const MOST_SPAN: usize = 4_000_000;

/// What was found in a file.
#[derive(Clone, Debug)]
pub struct TableFile {
    /// The file as it was named.
    path: std::path::PathBuf,
    /// The tables, in the order of the file. May be corrected and thinned out before they are imported.
    pub tables: Vec<Table>,
    format: &'static str,
    facts: Vec<(&'static str, String)>,
    /// For each sheet the cells that belong to no table.
    loose: Vec<Loose>,
    /// Characters that could not be read.
    replaced: usize,
}

#[derive(Clone, Debug)]
struct Loose {
    sheet: String,
    count: usize,
    first: CellPlace,
}

impl TableFile {
    /// Finds the tables of steps in `bytes`, a workbook or text in rows; `path` is what messages call the file.
    ///
    /// Whether the bytes are meant to be a table at all is for the caller to know. Never panics, whatever they are.
    pub fn open(bytes: &[u8], path: &Path) -> Result<Self, TableError> {
        Self::read(bytes, path).map_err(|problem| TableError { file: path.to_owned(), problem })
    }

    fn read(bytes: &[u8], path: &Path) -> Result<Self, TableProblem> {
        if bytes.len() > LIMIT_BYTES {
            return Err(TableProblem::TooLarge);
        }
        let mut file = Self {
            path: path.to_owned(),
            tables: Vec::new(),
            format: "csv",
            facts: Vec::new(),
            loose: Vec::new(),
            replaced: 0,
        };
        let grids = if bytes.starts_with(b"PK\x03\x04") {
            file.format = "xlsx";
            workbook::read(bytes)?
        } else {
            vec![file.read_text(bytes)?]
        };
        if let Some(grid) = grids.iter().find(|grid| grid.span() > MOST_SPAN) {
            let last = grid.cells.keys().next_back().copied().unwrap_or_default();
            return Err(TableProblem::TooMany { place: cell_name(&grid.name, last.0, last.1) });
        }
        file.find_all(&grids);
        if grids.iter().all(|grid| grid.cells.is_empty()) {
            return Err(TableProblem::Empty);
        }
        let rows: usize = file.tables.iter().map(Table::row_count).sum();
        if rows > LIMIT_STEPS {
            let last = file.tables.last().and_then(|table| Some((table, table.rows.last()?)));
            let place = last.map(|(table, row)| table.place(row, 0)).unwrap_or_default();
            return Err(TableProblem::TooMany { place });
        }
        Ok(file)
    }

    fn read_text(&mut self, bytes: &[u8]) -> Result<CellGrid, TableProblem> {
        let decoded = decode(bytes);
        let (grid, delimiter) = delimited::read(&decoded.text)?;
        self.replaced = decoded.replaced;
        let delimiter = if delimiter == '\t' { "tab".to_owned() } else { delimiter.to_string() };
        self.facts = vec![("encoding", decoded.encoding.to_owned()), ("delimiter", delimiter)];
        Ok(grid)
    }

    fn find_all(&mut self, grids: &[CellGrid]) {
        let stem = self.stem();
        let mut found: Vec<_> = grids.iter().map(|grid| find(grid, &stem)).collect();
        if found.iter().all(|of| of.tables.is_empty()) {
            // Nothing says what is what: the fullest sheet is a list, and its columns are guessed.
            let fullest =
                (0..grids.len()).rev().max_by_key(|index| grids.get(*index).map_or(0, |of| of.cells.len()));
            let fullest = fullest.and_then(|index| Some((grids.get(index)?, found.get_mut(index)?)));
            if let Some((grid, of)) = fullest {
                of.tables.extend(without_headers(grid, &stem));
                of.loose.clear();
            }
        }
        for (grid, of) in grids.iter().zip(found) {
            if let Some(first) = of.loose.first() {
                self.loose.push(Loose { sheet: grid.name.clone(), count: of.loose.len(), first: *first });
            }
            self.tables.extend(of.tables);
        }
    }

    fn stem(&self) -> String {
        self.path.file_stem().map(|stem| clean_name(&stem.to_string_lossy())).unwrap_or_default()
    }

    /// Whether nobody needs to be asked: there is one table, and it is clear what its columns mean.
    pub fn is_sure(&self) -> bool {
        self.tables.len() == 1 && self.tables.iter().all(Table::is_sure)
    }

    /// Leaves only the tables with these titles, in any case.
    pub fn choose(&mut self, titles: &[&str]) -> Result<(), TableError> {
        let is_called =
            |table: &Table, title: &str| table.title.to_lowercase() == title.trim().to_lowercase();
        let missing = titles.iter().find(|title| !self.tables.iter().any(|table| is_called(table, title)));
        if let Some(title) = missing {
            let known = self.tables.iter().map(|table| table.title.clone()).collect();
            return Err(self.error(TableProblem::NoSuchTable { title: (*title).to_owned(), known }));
        }
        self.tables.retain(|table| titles.iter().any(|title| is_called(table, title)));
        Ok(())
    }

    /// Says what the column `name` means in every table that has it.
    pub fn assign(&mut self, name: &str, field: StepField) -> Result<(), TableError> {
        let mut is_known = false;
        for table in &mut self.tables {
            // Whoever names a text of the first row says that it is a header.
            if table.starts_with(name) {
                table.take_first_row_as_headers();
            }
            is_known |= table.assign(name, field);
        }
        if is_known {
            Ok(())
        } else {
            Err(self.error(TableProblem::NoSuchColumn { column: name.into(), known: self.headers() }))
        }
    }

    fn headers(&self) -> Vec<String> {
        let mut names = Vec::new();
        for column in self.tables.iter().flat_map(|table| &table.columns) {
            if !names.contains(&column.name()) {
                names.push(column.name());
            }
        }
        names
    }

    fn error(&self, problem: TableProblem) -> TableError {
        TableError { file: self.path.clone(), problem }
    }

    /// What people read in the tables: cells of several words.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let texts = rows.flat_map(|row| &row.cells).flatten().map(|cell| &*cell.text);
        texts.filter(|text| text.trim().contains(char::is_whitespace))
    }

    /// Makes a document of the tables: a page for each, its texts in `lang`.
    pub fn import(&self, lang: &Lang, fonts: &Fonts) -> Result<Imported, TableError> {
        if self.tables.is_empty() || self.tables.iter().any(|table| !table.has_steps()) {
            return Err(self.error(TableProblem::NoSteps { found: self.headers() }));
        }
        let file = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let source =
            SourceInfo { format: self.format, file, facts: self.facts.clone(), pages: self.tables.len() };
        let mut report = Report::new(source);
        let mut names = RecordNames::default();
        let pages: Vec<_> = self.tables.iter().map(|table| read(table, &mut names, &mut report)).collect();
        if pages.iter().all(|page| page.nodes.is_empty()) {
            return Err(self.error(TableProblem::NoSteps { found: self.headers() }));
        }
        self.lines_on_the_rest(&mut report);
        let title = match pages.as_slice() {
            [only] => only.title.clone(),
            _ => self.stem(),
        };
        Ok(DraftMapping::new(names, report, lang, fonts).import(&ChartDraft { title, pages }))
    }

    fn lines_on_the_rest(&self, report: &mut Report) {
        for Loose { sheet, count, first: (row, column) } in &self.loose {
            report.expect(*count);
            let line = ReportLine::new(Disposition::Dropped, TableCode::Outside).of(&**sheet);
            report.add(line.at(cell_name(sheet, *row, *column)).many(*count, *count));
        }
        if self.replaced > 0 {
            report.add(ReportLine::note(TableCode::BadBytes).many(self.replaced, 0));
        }
    }
}
