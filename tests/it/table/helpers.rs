//! What the tests of tables share.

use std::path::Path;

use laneway::{
    arrange::LayoutOptions,
    interop::{Imported, Report, TableFile, TableProblem},
    locale::{Lang, UiLang},
    model::{Document, End, Page, Step, Text},
    pipeline,
};

/// The lang of the tests' tables.
pub(super) fn english() -> Lang {
    UiLang::En.into()
}

pub(super) fn import(bytes: &[u8]) -> Imported {
    let file = TableFile::open(bytes, Path::new("flow.csv")).expect("a table");
    let imported =
        pipeline::import_table(&file, &english(), LayoutOptions::default()).expect("a table of steps");
    imported.document.check().expect("a document");
    assert!(imported.report.totals().is_balanced(), "{:?}", imported.report);
    imported
}

pub(super) fn problem(bytes: &[u8]) -> TableProblem {
    let file = TableFile::open(bytes, Path::new("flow.csv"));
    file.and_then(|file| pipeline::import_table(&file, &english(), LayoutOptions::default()))
        .expect_err("no table of steps")
        .problem
}

pub(super) fn codes(report: &Report) -> Vec<&'static str> {
    report.items().iter().map(|item| item.code.name()).collect()
}

pub(super) fn say(document: &Document, text: &Text) -> String {
    text.get(&document.language, &document.language).to_owned()
}

/// What the file called a step.
pub(super) fn source_id(step: &Step) -> &str {
    step.properties.get("src.id").map_or("", String::as_str)
}

/// The connections of a page as the file's ids with their labels, sorted.
pub(super) fn edges(document: &Document, page: &Page) -> Vec<(String, String, String)> {
    let id = |end: &End| source_id(&page.steps[end.step().expect("an end on a step")]).to_owned();
    let mut edges: Vec<_> =
        page.connectors.values().map(|of| (id(&of.from), id(&of.to), say(document, &of.label))).collect();
    edges.sort();
    edges
}

pub(super) fn step<'a>(page: &'a Page, id: &str) -> &'a Step {
    page.steps.values().find(|step| source_id(step) == id).expect("a step of that id")
}

/// A flow with everything in it that a table can say.
pub(super) const FLOW: &str = "Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function,Phase,Alt Text,Cost\n\
    P1,Call comes in,P2,,Start,Customer,Contact,The telephone rings,\n\
    P2,Can it be solved?,\"P3,P4\",\"yes, no\",Decision,Agent,Contact,,3\n\
    P3,Solve it,P5,,Process,Agent,Work,,12\n\
    P4,Hand it over,P5,,Subprocess,Back office,Work,,\n\
    P5,Done,,,End,Customer,Work,,\n";
