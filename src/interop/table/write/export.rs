//! Pages as the bytes of a CSV file or a workbook.

use std::{borrow::Cow, collections::BTreeSet};

use csv::{QuoteStyle, Terminator, WriterBuilder};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Table, TableColumn, TableStyle, Workbook, Worksheet,
    XlsxError,
};

use super::sheet::{OutputRow, OutputSheet, sheet};
use crate::{
    interop::{
        code::TableCode,
        report::{RecordCounts, Report, ReportLine, SourceInfo},
        table::cells::guard::guarded,
    },
    locale::{Catalog, Lang},
    model::{Document, Page},
};

/// A table that was written.
#[derive(Clone, Debug)]
pub struct WrittenTable {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What a table cannot say.
    pub report: Report,
}

/// How a CSV file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvOptions {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// Whether the file begins with a byte order mark, by which spreadsheets know that it is UTF-8.
    pub byte_order_mark: bool,
}

impl Default for CsvOptions {
    fn default() -> Self {
        Self { delimiter: Delimiter::Comma, byte_order_mark: true }
    }
}

/// When every workbook of ours says that it was made.
pub const CREATED: &str = "2000-01-01T00:00:00Z";
/// The property of this name is the id of the document that a workbook is of.
pub const CUSTOM_KEY: &str = "Laneway";

/// What stands between the cells of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// What most programs expect.
    Comma,
    /// What spreadsheets expect where the comma divides a number.
    Semicolon,
    /// What the clipboard of spreadsheets has.
    Tab,
}

impl Delimiter {
    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

/// Why a table was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteTableError {
    /// As text.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// As a workbook.
    #[error(transparent)]
    Xlsx(#[from] XlsxError),
}

impl WriteTableError {
    /// The error in the language of `catalog`; what the format's writer says stays in English.
    pub fn say(&self, catalog: &Catalog) -> String {
        catalog.text_with("table-not-made", &[("detail", self.to_string().into())])
    }
}

fn report_for(format: &'static str, file: &str, pages: &[&Page]) -> Report {
    let file = file.to_owned();
    let mut report = Report::written(SourceInfo { format, file, facts: Vec::new(), pages: pages.len() });
    let flow = |page: &Page| page.steps.values().filter(|step| step.kind.is_flow()).count();
    report.made = RecordCounts {
        steps: pages.iter().map(|page| flow(page)).sum(),
        connectors: 0,
        lanes: pages.iter().map(|page| page.lanes.len()).sum(),
    };
    report
}

/// How many connections the lines name.
fn connections(lines: &[OutputRow]) -> usize {
    let next = lines.iter().filter_map(|line| line.get(2));
    next.map(|next| if next.is_empty() { 0 } else { next.split(',').count() }).sum()
}

/// `page` as CSV with the headers of the Data Visualizer, in `lang`; `file` is what the report calls it.
pub fn table_csv(
    document: &Document,
    page: &Page,
    lang: &Lang,
    file: &str,
    options: CsvOptions,
) -> Result<WrittenTable, WriteTableError> {
    let mut report = report_for("csv", file, &[page]);
    let OutputSheet { title: _, headers, lines } = sheet(document, page, lang, &mut report);
    report.made.connectors = connections(&lines);
    let start = if options.byte_order_mark { b"\xEF\xBB\xBF".to_vec() } else { Vec::new() };
    // RFC 4180: CRLF, quotes where they are needed.
    let mut writer = WriterBuilder::new()
        .delimiter(options.delimiter.byte())
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(start);
    writer.write_record(&headers)?;
    let mut formulas = 0;
    for line in &lines {
        let cells: Vec<Cow<'_, str>> = line.iter().map(|text| guarded(text)).collect();
        formulas += cells.iter().zip(line).filter(|(cell, text)| cell != text).count();
        writer.write_record(cells.iter().map(AsRef::as_ref))?;
    }
    if formulas > 0 {
        report.add(ReportLine::note(TableCode::OutFormula).many(formulas, 0));
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(WrittenTable { bytes, report: report.finish() })
}

/// `pages` as a workbook in `lang`: a sheet for each with a real Excel table, from which Visio can draw the flow;
/// `file` is what the report calls it.
pub fn table_xlsx(
    document: &Document,
    pages: &[&Page],
    lang: &Lang,
    file: &str,
) -> Result<WrittenTable, WriteTableError> {
    let mut report = report_for("xlsx", file, pages);
    let mut workbook = Workbook::new();
    // The same document gives the same bytes.
    let created = ExcelDateTime::parse_from_str(CREATED)?;
    let mut properties = DocProperties::new().set_creation_datetime(&created);
    if let Some(id) = &document.id {
        properties = properties.set_custom_property(CUSTOM_KEY, id.as_str());
    }
    workbook.set_properties(&properties);
    let mut names = BTreeSet::new();
    for page in pages {
        let sheet = sheet(document, page, lang, &mut report);
        report.made.connectors += connections(&sheet.lines);
        let name = sheet_name(&sheet.title, &mut names);
        write_sheet(workbook.add_worksheet().set_name(name)?, &sheet)?;
    }
    Ok(WrittenTable { bytes: workbook.save_to_buffer()?, report: report.finish() })
}

/// The row of the headers; the title stands above it.
const TOP: u32 = 2;
/// The widths of the columns, in characters.
const WIDTHS: [f64; 9] = [16.0, 44.0, 18.0, 22.0, 16.0, 24.0, 18.0, 60.0, 24.0];

fn write_sheet(worksheet: &mut Worksheet, sheet: &OutputSheet) -> Result<(), XlsxError> {
    let title = Format::new().set_bold().set_font_size(14);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    worksheet.write_string_with_format(0, 0, &sheet.title, &title)?;
    for (column, (width, _)) in (0..).zip(WIDTHS.into_iter().zip(&sheet.headers)) {
        worksheet.set_column_width(column, width)?;
    }
    let columns: Vec<TableColumn> =
        sheet.headers.iter().map(|header| TableColumn::new().set_header(*header)).collect();
    let last = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let table = Table::new().set_columns(&columns).set_style(TableStyle::Light9);
    let rows = u32::try_from(sheet.lines.len()).unwrap_or(u32::MAX).max(1);
    worksheet.add_table(TOP, 0, TOP.saturating_add(rows), last, &table)?;
    for (row, line) in (TOP + 1..).zip(&sheet.lines) {
        for (column, text) in (0..).zip(line).filter(|(_, text)| !text.is_empty()) {
            // As text, whatever it begins with: a formula is never written.
            worksheet.write_string_with_format(row, column, text, &body)?;
        }
    }
    worksheet.set_freeze_panes(TOP + 1, 0)?;
    Ok(())
}

/// The most characters of a sheet's name.
const LONGEST_NAME: usize = 31;

/// A name for a sheet as spreadsheets allow it, that no other has.
fn sheet_name(title: &str, taken: &mut BTreeSet<String>) -> String {
    let is_allowed =
        |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    let plain: String = title.chars().filter(is_allowed).take(LONGEST_NAME).collect();
    // Excel keeps this name for itself.
    let is_free = !plain.trim().is_empty() && !plain.trim().eq_ignore_ascii_case("history");
    let plain = if is_free { plain.trim().to_owned() } else { "Process".to_owned() };
    let mut name = plain.clone();
    let mut number = 1;
    while !taken.insert(name.to_lowercase()) {
        number += 1;
        let end = format!(" ({number})");
        name = plain.chars().take(LONGEST_NAME - end.len()).collect::<String>() + &end;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_names_that_spreadsheets_allow() {
        let mut taken = BTreeSet::new();
        assert_eq!(sheet_name("Calls: in/out?", &mut taken), "Calls inout");
        assert_eq!(sheet_name("calls inout", &mut taken), "calls inout (2)");
        assert_eq!(sheet_name("", &mut taken), "Process");
        assert_eq!(sheet_name(&"x".repeat(50), &mut taken).len(), 31);
        assert_eq!(sheet_name(&"x".repeat(50), &mut taken).len(), 31);
    }
}
