//! Workbooks as spreadsheets, other programs and ill-willed people write them.

use std::{
    io::{Cursor, Write as _},
    path::Path,
};

use laneway::{
    arrange::LayoutOptions,
    interop::{Imported, TableFile, TableProblem},
    locale::{Lang, UiLang},
    pipeline,
};
use zip::{ZipWriter, write::SimpleFileOptions};

const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A package of `parts`.
fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("room in memory");
    }
    writer.finish().expect("a package").into_inner()
}

fn relations(of: &[(&str, &str, &str)]) -> String {
    let one = |(id, kind, target): &(&str, &str, &str)| {
        format!("<Relationship Id=\"{id}\" Type=\"{TYPES}/{kind}\" Target=\"{target}\"/>")
    };
    format!("<Relationships>{}</Relationships>", of.iter().map(one).collect::<String>())
}

/// The parts of a workbook with one sheet that holds `rows`, and what stands behind them.
fn parts(rows: &str, behind: &str) -> Vec<(&'static str, String)> {
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData>{behind}</worksheet>");
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{TYPES}\"><sheets><sheet name=\"Calls\" sheetId=\"1\" r:id=\"r1\"/>\
         </sheets></workbook>"
    );
    vec![
        ("_rels/.rels", relations(&[("r1", "officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r2", "sharedStrings", "sharedStrings.xml"),
                ("r3", "styles", "styles.xml"),
            ]),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ]
}

/// A row of cells with texts of their own; an empty one is no cell.
fn row(number: usize, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let name = char::from(b'A' + u8::try_from(at).expect("a letter"));
        match *text {
            "" => String::new(),
            text if text.starts_with('<') => text.replace('@', &format!("{name}{number}")),
            text => format!("<c r=\"{name}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"),
        }
    };
    format!("<row r=\"{number}\">{}</row>", cells.iter().enumerate().map(cell).collect::<String>())
}

fn import(bytes: &[u8]) -> Result<Imported, TableProblem> {
    let lang: Lang = UiLang::En.into();
    let file = TableFile::open(bytes, Path::new("calls.xlsx"));
    let imported = file
        .and_then(|file| pipeline::import_table(&file, &lang, LayoutOptions::default()))
        .map_err(|error| error.problem)?;
    assert!(imported.report.totals().is_balanced(), "{:#?}", imported.report);
    assert_eq!(imported.document.check(), Ok(()));
    Ok(imported)
}

fn headers() -> String {
    row(1, &["ID", "Task", "Next", "Lane", "Due"])
}

fn codes(imported: &Imported) -> Vec<&'static str> {
    imported.report.items().iter().map(|item| item.code.name()).collect()
}

#[test]
fn numbers_dates_formulas_errors_and_merged_cells_are_read_as_they_are_shown() {
    let rows = [
        headers(),
        row(
            2,
            &[
                "<c r=\"@\"><v>1</v></c>",
                "Ask",
                "<c r=\"@\"><v>2.0</v></c>",
                "Agent",
                "<c r=\"@\" s=\"1\"><v>45992.5</v></c>",
            ],
        ),
        row(
            3,
            &[
                "<c r=\"@\"><v>2</v></c>",
                "<c r=\"@\" t=\"str\"><f>A3&amp;\"x\"</f><v>Answer</v></c>",
                "",
                "",
                "<c r=\"@\" t=\"e\"><v>#REF!</v></c>",
            ],
        ),
        row(4, &["<c r=\"@\" t=\"s\"><v>0</v></c>", "<c r=\"@\" t=\"s\"><v>99</v></c>", "", "", ""]),
    ];
    let mut parts = parts(&rows.concat(), "<mergeCells><mergeCell ref=\"D2:D4\"/></mergeCells>");
    // Says that there are far more strings than there are.
    let strings = format!(
        "<sst xmlns=\"{MAIN}\" count=\"3\" uniqueCount=\"99999999999999999\"><si><r><t>th</t></r><r><t>ree</t></r></si></sst>"
    );
    parts.push(("xl/sharedStrings.xml", strings));
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts>\
                  <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>";
    parts.push(("xl/styles.xml", styles.to_owned()));
    let imported = import(&package(&parts)).expect("a flow");
    let page = &imported.document.pages[0];
    assert_eq!((page.steps.len(), page.connectors.len(), page.lanes.len()), (3, 1, 1));
    let ask = page.steps.values().find(|step| step.properties["src.id"] == "1").expect("the first step");
    assert_eq!(ask.properties["Due"], "2025-12-01 12:00");
    assert!(page.steps.values().any(|step| step.properties["src.id"] == "three"));
    assert!(codes(&imported).contains(&"table-formulas") && codes(&imported).contains(&"table-error-value"));
}

#[test]
fn names_of_sheets_and_columns_hold_nothing_that_a_chart_may_not() {
    let rows = format!(
        "{}{}",
        row(1, &["ID", "Task", "", "Note", "Note"]),
        row(2, &["1", "Ask", "x", "one", "two"])
    );
    let mut parts = parts(&rows, "");
    parts[1].1 = parts[1].1.replace("Calls", "Ca\u{85}lls");
    parts.push(("xl/worksheets/_rels/sheet1.xml.rels", relations(&[("t", "table", "../tables/t.xml")])));
    let columns =
        ["ID", "Task", "Od_x0007_d", "Note", "Note"].map(|name| format!("<tableColumn name=\"{name}\"/>"));
    let table = format!(
        "<table displayName=\"Flow_x\" ref=\"A1:E2\"><tableColumns>{}</tableColumns></table>",
        columns.concat()
    );
    parts.push(("xl/tables/t.xml", table));
    let imported = import(&package(&parts)).expect("a flow");
    let step = imported.document.pages[0].steps.values().next().expect("a step").clone();
    let kept: Vec<&str> = step.properties.values().map(String::as_str).collect();
    assert_eq!(kept, ["one", "two", "x", "1"], "nothing hides another");
}

#[test]
fn a_lone_cell_far_away_costs_nothing() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"inlineStr\"><is><t>far</t></is></c></row>";
    let rows = format!("{}{}{far}", headers(), row(2, &["1", "Ask"]));
    let imported = import(&package(&parts(&rows, ""))).expect("a flow");
    assert_eq!(imported.document.pages[0].steps.len(), 1);
    assert!(imported.report.totals().dropped >= 1);
}

#[test]
fn odd_places_and_values_break_nothing() {
    for cell in [
        "<c r=\"ZZZZ1\" t=\"s\"><v>-1</v></c>",
        "<c r=\"\"><v>NaN</v></c>",
        "<c r=\"A0\"><v>1e999</v></c>",
        "<c t=\"inlineStr\"/>",
        "<c t=\"n\" s=\"7\"><v>-inf</v></c>",
        "<c t=\"wrong\"><v>x</v></c>",
    ] {
        let rows = format!("{}<row r=\"x\">{cell}</row>{}", headers(), row(2, &["1", "Ask"]));
        let merged = "<mergeCells><mergeCell ref=\"A2:A1048576\"/><mergeCell ref=\"nonsense\"/></mergeCells>";
        let imported = import(&package(&parts(&rows, merged)));
        assert!(imported.is_ok(), "{cell}");
    }
}

#[test]
fn workbooks_that_lie_are_refused() {
    let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]>";
    let mut entities = parts(&headers(), "");
    entities[3].1.insert_str(0, bomb);
    assert!(matches!(import(&package(&entities)), Err(TableProblem::Entities { .. })));
    let mut zeros = parts(&headers(), "");
    zeros[3].1.push_str(&" ".repeat(40 << 20));
    assert!(matches!(import(&package(&zeros)), Err(TableProblem::Bomb { .. })));
    let mut missing = parts(&headers(), "");
    missing.remove(3);
    assert!(matches!(import(&package(&missing)), Err(TableProblem::Damaged { .. })));
    let mut document = parts(&headers(), "");
    document[0].1 = relations(&[("r1", "officeDocument", "word/document.xml")]);
    assert!(matches!(import(&package(&document)), Err(TableProblem::NotATable)));
    assert!(matches!(import(&package(&[("mimetype", "text".to_owned())])), Err(TableProblem::NotATable)));
    let mut escaping = parts(&headers(), "");
    escaping.push(("../../etc/passwd", String::new()));
    assert!(matches!(import(&package(&escaping)), Err(TableProblem::Bomb { .. })));
    assert!(matches!(import(&package(&parts("", ""))), Err(TableProblem::Empty)));
}

#[test]
fn what_costs_far_more_to_read_than_to_send_is_refused() {
    let rows = format!("{}{}", headers(), row(2, &["1", "Ask"]));
    let mut repeated = parts(&rows, "");
    let sheets: Vec<String> = (0..50)
        .map(|nth| format!("<sheet name=\"S{nth}\" sheetId=\"{}\" r:id=\"s{nth}\"/>", nth + 1))
        .collect();
    let sheets = sheets.concat();
    repeated[1].1 =
        format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{TYPES}\"><sheets>{sheets}</sheets></workbook>");
    let ids: Vec<String> = (0..50).map(|nth| format!("s{nth}")).collect();
    let targets: Vec<_> = ids.iter().map(|id| (id.as_str(), "worksheet", "worksheets/sheet1.xml")).collect();
    repeated[2].1 = relations(&targets);
    assert!(matches!(import(&package(&repeated)), Err(TableProblem::Bomb { .. })), "one sheet fifty times");

    let attributes: Vec<String> = (0..1000).map(|nth| format!(" a{nth}=\"1\"")).collect();
    let attributes = attributes.concat();
    let odd = package(&parts(&format!("{rows}<row{attributes}/>"), ""));
    assert!(matches!(import(&odd), Err(TableProblem::Bomb { .. })), "a thousand attributes");

    let names: Vec<String> = (0..400).map(|nth| format!("Column {nth}")).collect();
    let lone: Vec<String> = (1..20_000).map(|nth| format!("{nth},x\n")).collect();
    let lone = lone.concat();
    let wide = format!("ID,Task,{}\n{lone}", names.join(","));
    assert!(
        matches!(import(wide.as_bytes()), Err(TableProblem::TooMany { .. })),
        "eight million empty cells"
    );
}

#[test]
fn a_cut_off_workbook_never_makes_it_panic() {
    let bytes = package(&parts(&format!("{}{}", headers(), row(2, &["1", "Ask"])), ""));
    for end in (0..bytes.len()).step_by(7) {
        assert!(import(&bytes[..end]).is_err(), "{end}");
    }
    for at in (0..bytes.len()).step_by(5) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        let _imported = import(&damaged);
    }
}

#[test]
fn more_lanes_than_a_page_holds_are_refused_one_by_one() {
    let lines: Vec<String> = (0..410).map(|nth| format!("{nth},Task {nth},Team {nth}\n")).collect();
    let table = lines.concat();
    let imported = import(format!("ID,Task,Lane\n{table}").as_bytes()).expect("a flow");
    assert_eq!(imported.document.pages[0].lanes.len(), 400);
    assert_eq!(imported.report.totals().refused, 10);
}

#[test]
fn words_of_a_row_are_not_taken_for_headers() {
    let lines: Vec<String> =
        (1..40).map(|nth| format!("{nth},Type,{},Task,Process owner\n", nth + 1)).collect();
    let rows = lines.concat();
    let imported =
        import(format!("ID,Task,Next,Shape Type,Function\n{rows}40,End,,End,Process owner\n").as_bytes());
    assert_eq!(imported.expect("a flow").document.pages[0].steps.len(), 40);
}
