//! `.xlsx` to cells.
//!
//! Reads what a table needs of `SpreadsheetML`: sheets, shared strings, tables, merged cells, and which numbers are
//! dates. A reader of our own because the common one makes room for as many strings as a file *says* it has, and lays
//! a sheet out as a full rectangle: a lone cell in the last row would cost gigabytes.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::{
    cell::{CellPlace, CellState, TableCell, cell_name, clean_name, parse_area, parse_spot},
    dates::{self, DateFormat},
    grid::{CellGrid, KnownTable},
};
use crate::{
    interop::{
        package::{Package, PackageFault, xml},
        table::error::TableProblem,
    },
    model::LIMIT_STEPS,
};

/// The most cells of a workbook that are taken.
const MOST_CELLS: usize = LIMIT_STEPS * 32;
/// The most tables of a sheet that are looked at.
const MOST_TABLES: usize = 100;

impl From<PackageFault> for TableProblem {
    fn from(fault: PackageFault) -> Self {
        match fault {
            PackageFault::Damaged(part, detail) => Self::Damaged { part, detail },
            PackageFault::Bomb(part) => Self::Bomb { part },
            PackageFault::Entities(part) => Self::Entities { part },
        }
    }
}

/// What all sheets share.
struct Shared {
    strings: Vec<Option<TableCell>>,
    /// For each cell style whether and how it shows a date.
    formats: Vec<Option<DateFormat>>,
    since_1904: bool,
}

/// The sheets of the workbook that `bytes` are; hidden ones too.
pub(in crate::interop::table) fn read(bytes: &[u8]) -> Result<Vec<CellGrid>, TableProblem> {
    let mut package = Package::open(bytes)?;
    let path = workbook_path(&mut package)?;
    // A package of another kind: a text, an archive.
    let text = package.text(&path)?.ok_or(TableProblem::NotATable)?;
    let workbook = xml(&path, &text)?;
    let relations = relations(&mut package, &path)?;
    let target = |kind: &str| relations.iter().find(|of| of.kind == kind).map(|of| of.target.clone());
    let strings = match target("sharedStrings") {
        Some(path) => strings(&mut package, &path)?,
        None => Vec::new(),
    };
    let formats = match target("styles") {
        Some(path) => formats(&mut package, &path)?,
        None => Vec::new(),
    };
    let properties = elements(&workbook, "workbookPr").next();
    let since_1904 = properties.and_then(|node| node.attribute("date1904")).is_some_and(is_true);
    let shared = Shared { strings, formats, since_1904 };
    let mut grids = Vec::new();
    let mut cells = 0;
    let by_id: BTreeMap<&str, &Relation> = relations.iter().map(|of| (of.id.as_str(), of)).collect();
    for sheet in elements(&workbook, "sheet") {
        let id = sheet.attributes().find(|of| of.name() == "id" && of.namespace().is_some());
        let Some(of) = id.and_then(|id| by_id.get(id.value())) else { continue };
        // Charts and macros are sheets too.
        if of.kind != "worksheet" {
            continue;
        }
        let name = &clean_name(sheet.attribute("name").unwrap_or_default());
        let grid = read_sheet(&mut package, &of.target, name, &shared)?;
        cells += grid.cells.len();
        if cells > MOST_CELLS {
            return Err(TableProblem::TooMany { place: cell_name(name, 0, 0) });
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn missing(part: &str) -> TableProblem {
    TableProblem::Damaged { part: part.to_owned(), detail: "there is no such part".to_owned() }
}

fn is_true(value: &str) -> bool {
    matches!(value, "1" | "true")
}

/// The elements called `name`, whatever their prefix.
fn elements<'a, 't>(document: &'a Document<'t>, name: &'static str) -> impl Iterator<Item = Node<'a, 't>> {
    document.descendants().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// The child elements called `name`.
fn children<'a, 't>(node: Node<'a, 't>, name: &'static str) -> impl Iterator<Item = Node<'a, 't>> {
    node.children().filter(move |node| node.is_element() && node.tag_name().name() == name)
}

/// One relation between parts.
struct Relation {
    id: String,
    /// The last word of its type.
    kind: String,
    /// The full path of the other part.
    target: String,
}

fn workbook_path(package: &mut Package<'_>) -> Result<String, TableProblem> {
    let relations = relations(package, "")?;
    let found = relations.into_iter().find(|of| of.kind == "officeDocument").map(|of| of.target);
    let path = found.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    // A document or a drawing is a package of the same form.
    if path.contains("workbook") { Ok(path) } else { Err(TableProblem::NotATable) }
}

/// What the part `path` refers to inside the package.
fn relations(package: &mut Package<'_>, path: &str) -> Result<Vec<Relation>, TableProblem> {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let slash = if folder.is_empty() { "" } else { "/" };
    let part = format!("{folder}{slash}_rels/{file}.rels");
    let Some(text) = package.text(&part)? else { return Ok(Vec::new()) };
    let document = xml(&part, &text)?;
    let internal =
        elements(&document, "Relationship").filter(|node| node.attribute("TargetMode") != Some("External"));
    let read = |node: Node<'_, '_>| {
        Some(Relation {
            id: node.attribute("Id")?.to_owned(),
            kind: node.attribute("Type")?.rsplit('/').next()?.to_owned(),
            target: resolved(folder, node.attribute("Target")?),
        })
    };
    Ok(internal.filter_map(read).collect())
}

/// `target` as seen from `folder`.
fn resolved(folder: &str, target: &str) -> String {
    let start = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

fn strings(package: &mut Package<'_>, path: &str) -> Result<Vec<Option<TableCell>>, TableProblem> {
    let Some(text) = package.text(path)? else { return Ok(Vec::new()) };
    let document = xml(path, &text)?;
    Ok(elements(&document, "si").map(|item| TableCell::new(&rich_text(item))).collect())
}

/// The text of an item, without formatting and without what tells how to pronounce it.
fn rich_text(item: Node<'_, '_>) -> String {
    let direct = children(item, "t");
    let runs = children(item, "r").flat_map(|run| children(run, "t"));
    let text: String = direct.chain(runs).filter_map(|node| node.text()).collect();
    unescaped(&text)
}

/// Spreadsheets write characters that XML does not allow as `_x000D_`.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        let code = after.split_at_checked(4).filter(|(_, end)| end.starts_with('_'));
        let c = code.and_then(|(hex, _)| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        plain.push_str(before);
        if let (Some(c), Some((_, end))) = (c, code) {
            plain.push(c);
            rest = end.strip_prefix('_').unwrap_or_default();
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain + rest
}

/// For each cell style whether and how it shows a date.
fn formats(package: &mut Package<'_>, path: &str) -> Result<Vec<Option<DateFormat>>, TableProblem> {
    let Some(text) = package.text(path)? else { return Ok(Vec::new()) };
    let document = xml(path, &text)?;
    let custom: BTreeMap<&str, Option<DateFormat>> = elements(&document, "numFmt")
        .filter_map(|node| {
            Some((node.attribute("numFmtId")?, dates::format_of(node.attribute("formatCode")?)))
        })
        .collect();
    let styles = elements(&document, "cellXfs").flat_map(|list| children(list, "xf"));
    let format = |style: Node<'_, '_>| {
        let id = style.attribute("numFmtId")?;
        custom.get(id).copied().unwrap_or_else(|| dates::builtin(id.parse().ok()?))
    };
    Ok(styles.map(format).collect())
}

fn read_sheet(
    package: &mut Package<'_>,
    path: &str,
    name: &str,
    shared: &Shared,
) -> Result<CellGrid, TableProblem> {
    let mut grid = CellGrid { name: name.to_owned(), ..CellGrid::default() };
    let text = package.text(path)?.ok_or_else(|| missing(path))?;
    let document = xml(path, &text)?;
    let mut next_row = 0;
    for row in elements(&document, "row") {
        let number = row.attribute("r").and_then(|number| number.parse::<u32>().ok()?.checked_sub(1));
        let number = number.unwrap_or(next_row);
        next_row = number.saturating_add(1);
        let mut next_column = 0;
        for node in children(row, "c") {
            let spot = node.attribute("r").and_then(parse_spot).unwrap_or((number, next_column));
            next_column = spot.1.saturating_add(1);
            if let Some(cell) = read_cell(node, shared) {
                grid.cells.insert(spot, cell);
            }
        }
    }
    spread_merged(&mut grid, &document);
    for of in relations(package, path)?.iter().filter(|of| of.kind == "table").take(MOST_TABLES) {
        let Some(text) = package.text(&of.target)? else { continue };
        let table = xml(&of.target, &text)?;
        let known = elements(&table, "table").next().and_then(area);
        // Tables of a spreadsheet never share a cell; of some that do, the first counts.
        grid.tables.extend(known.filter(|new| !grid.tables.iter().any(|old| old.shares_cells_with(new))));
    }
    grid.tables.sort_by_key(|area| area.first);
    Ok(grid)
}

fn read_cell(node: Node<'_, '_>, shared: &Shared) -> Option<TableCell> {
    let value = children(node, "v").next().and_then(|value| value.text()).unwrap_or_default();
    let cell = match node.attribute("t").unwrap_or("n") {
        "s" => shared.strings.get(value.trim().parse::<usize>().ok()?)?.clone()?,
        "inlineStr" => TableCell::new(&rich_text(children(node, "is").next()?))?,
        "b" => TableCell::new(if is_true(value.trim()) { "TRUE" } else { "FALSE" })?,
        "e" => TableCell::new(value)?.with_state(CellState::Error),
        "n" => {
            let style = node.attribute("s").and_then(|style| style.parse::<usize>().ok());
            let format = style.and_then(|style| shared.formats.get(style).copied().flatten());
            TableCell::new(&number(value.trim(), format, shared.since_1904))?
        }
        // Text that a formula gave, a date as text, and what is yet to come.
        _ => TableCell::new(&unescaped(value))?,
    };
    let is_formula = children(node, "f").next().is_some() && cell.state == CellState::Plain;
    Some(if is_formula { cell.with_state(CellState::Formula) } else { cell })
}

/// A number as a spreadsheet shows it; what is none stays what it is.
fn number(value: &str, format: Option<DateFormat>, since_1904: bool) -> String {
    let Some(number) = value.parse::<f64>().ok().filter(|number| number.is_finite()) else {
        return value.to_owned();
    };
    let date = format.and_then(|format| dates::say(number, format, since_1904));
    // 15 digits are what a spreadsheet keeps: 0.1 + 0.2 is shown as 0.3.
    date.unwrap_or_else(|| format!("{}", format!("{number:.14e}").parse().unwrap_or(number)))
}

/// The most cells down that are merged to hold one name.
const LONGEST_MERGED: usize = 10_000;

/// What stands in the first cell of merged ones counts for each of them down the column: a name for several rows.
fn spread_merged(grid: &mut CellGrid, document: &Document<'_>) {
    let merged: Vec<(CellPlace, CellPlace)> =
        elements(document, "mergeCell").filter_map(|node| parse_area(node.attribute("ref")?)).collect();
    let mut left = MOST_CELLS;
    for (first, last) in merged {
        let Some(cell) = grid.cells.get(&first).cloned() else { continue };
        let Ok(height) = usize::try_from(last.0 - first.0) else { continue };
        // Whole columns are merged for their looks only.
        if first.1 != last.1 || height > LONGEST_MERGED || height > left {
            continue;
        }
        left -= height;
        for row in first.0..=last.0 {
            grid.cells.entry((row, first.1)).or_insert_with(|| cell.clone());
        }
    }
}

fn area(table: Node<'_, '_>) -> Option<KnownTable> {
    let (first, last) = parse_area(table.attribute("ref")?)?;
    let count = |name| table.attribute(name).and_then(|count| count.parse::<u32>().ok());
    let columns = table.descendants().filter(|node| node.tag_name().name() == "tableColumn");
    Some(KnownTable {
        name: clean_name(
            table.attribute("displayName").or_else(|| table.attribute("name")).unwrap_or_default(),
        ),
        first,
        last,
        columns: columns
            .map(|node| clean_name(&unescaped(node.attribute("name").unwrap_or_default())))
            .collect(),
        has_header: count("headerRowCount") != Some(0),
        has_totals: count("totalsRowCount").is_some_and(|count| count > 0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_a_spreadsheet_shows_them() {
        for (value, said) in
            [("3", "3"), ("3.0", "3"), ("0.30000000000000004", "0.3"), ("1e3", "1000"), ("x", "x")]
        {
            assert_eq!(number(value, None, false), said);
        }
        for odd in ["NaN", "inf", "1e999"] {
            assert_eq!(number(odd, None, false), odd);
        }
        assert_eq!(number("45992", dates::builtin(14), false), "2025-12-01");
    }

    #[test]
    fn escapes_of_spreadsheets_are_read() {
        assert_eq!(unescaped("a_x000D_b_x0041_c_xyz_x00"), "a\rbAc_xyz_x00");
        assert_eq!(resolved("xl/worksheets", "../tables/t.xml"), "xl/tables/t.xml");
        assert_eq!(resolved("xl", "/xl/x.xml"), "xl/x.xml");
        assert_eq!(resolved("", "../../x"), "x");
    }
}
