//! Tables of other people, against other programs' readings.

use std::{collections::BTreeMap, fs, path::Path};

use laneway::{
    arrange::LayoutOptions,
    interop::{Imported, TableFile, TableProblem},
    model::{Document, Page},
    pipeline,
};
use serde_json::Value as Json;

use super::helpers::{edges, english, problem, say, step};
use crate::run;

/// The folder with tables of other people; tests that need it say that they are left out where it is not known.
fn folder() -> Option<std::path::PathBuf> {
    let folder = std::env::var_os("LANEWAY_CORPUS").map(std::path::PathBuf::from);
    if folder.is_none() {
        run::say("skipped: LANEWAY_CORPUS does not name the folder of other programs' files");
    }
    folder
}

/// The connections that an oracle's rows describe.
fn edges_of(rows: &[Json]) -> Vec<(String, String, String)> {
    let text = |row: &Json, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    let mut edges = Vec::new();
    for row in rows {
        let (next, labels) = (text(row, "next"), text(row, "label"));
        let mut labels = labels.split(',').map(str::trim);
        for to in next.split(',').map(str::trim).filter(|to| !to.is_empty()) {
            edges.push((text(row, "id"), to.to_owned(), labels.next().unwrap_or_default().to_owned()));
        }
    }
    edges.sort();
    edges
}

#[test]
fn every_table_agrees_with_what_another_program_read() {
    let Some(folder) = folder() else { return };
    let oracle = fs::read(folder.join("oracles/table.json")).expect("the readings of another program");
    let oracle: BTreeMap<String, Vec<Json>> = serde_json::from_slice(&oracle).expect("JSON");
    let mut steps = 0;
    for (name, tables) in &oracle {
        let bytes = fs::read(folder.join("table").join(name)).expect("a file of the corpus");
        let file = TableFile::open(&bytes, Path::new(name)).expect("tables");
        let titles: Vec<&str> = file.tables.iter().map(|table| table.title.as_str()).collect();
        let expected: Vec<&str> = tables.iter().filter_map(|table| table["title"].as_str()).collect();
        assert_eq!(titles, expected, "{name}");
        let Imported { document, report, .. } =
            pipeline::import_table(&file, &english(), LayoutOptions::default()).expect("steps");
        assert!(report.totals().is_balanced(), "{name}: {:?}", report.totals());
        document.check().expect("a document");
        for (page, table) in document.pages.iter().zip(tables) {
            let rows = table["rows"].as_array().expect("rows");
            agree(&document, page, rows, &format!("{name}: {}", table["title"]));
            steps += rows.len();
        }
    }
    assert!(steps > 1000, "{steps}");
}

fn agree(document: &Document, page: &Page, rows: &[Json], name: &str) {
    assert_eq!(page.steps.len(), rows.len(), "{name}");
    assert_eq!(edges(document, page), edges_of(rows), "{name}");
    let mut functions: Vec<&str> = Vec::new();
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap_or_default();
        let step = step(page, text("id"));
        // The other program knew no header for two of the columns.
        if !text("text").is_empty() {
            assert_eq!(say(document, &step.text), text("text"), "{name}");
        }
        assert_eq!(say(document, &step.details.description), text("alt"), "{name}");
        let lane = page.lanes.iter().find(|lane| lane.id == step.lane).expect("its lane");
        assert_eq!(say(document, &lane.title), text("fn"), "{name}");
        let phase = page.phases.iter().find(|phase| Some(&phase.id) == step.phase.as_ref());
        assert_eq!(
            phase.map(|phase| say(document, &phase.title)).unwrap_or_default(),
            text("phase"),
            "{name}"
        );
        if !functions.contains(&text("fn")) {
            functions.push(text("fn"));
        }
    }
    let lanes: Vec<String> = page.lanes.iter().map(|lane| say(document, &lane.title)).collect();
    assert_eq!(lanes, functions, "lanes stand in the order of their first steps: {name}");
}

#[test]
fn no_file_of_other_people_makes_it_stumble() {
    let Some(folder) = folder() else { return };
    for kind in ["table", "bpmn", "dot", "drawio", "mermaid", "vsdx"] {
        let Ok(entries) = fs::read_dir(folder.join(kind)) else { continue };
        for entry in entries.flatten() {
            let bytes = fs::read(entry.path()).expect("a file of the corpus");
            let file = pipeline::open_table(&bytes, &entry.path());
            let imported = file.ok().map(|file| file.import(&english(), pipeline::fonts()));
            if let Some(Ok(imported)) = imported {
                assert!(imported.report.totals().is_balanced(), "{}", entry.path().display());
                assert_eq!(imported.document.check(), Ok(()), "{}", entry.path().display());
            }
        }
    }
}

#[test]
fn bombs_are_refused_in_words() {
    let Some(folder) = folder() else { return };
    let read = |name: &str| fs::read(folder.join("table").join(name)).expect("a file of the corpus");
    assert!(matches!(problem(&read("poi-poc-xmlbomb.xlsx")), TableProblem::Entities { .. }));
    let imported = TableFile::open(&read("poi-poc-shared-strings.xlsx"), Path::new("x.xlsx"));
    assert!(imported.is_ok_and(|file| file.tables.iter().all(|table| table.preview(1).count() <= 1)));
}

#[test]
fn a_layout_that_could_not_be_opened_again_is_not_written() {
    let Some(folder) = folder() else { return };
    let desk = run::Desk::new();
    for name in ["unreadable-1.ron", "unreadable-2.ron"] {
        desk.put("in.ron", &fs::read(folder.join("cases").join(name)).expect(name));
        for out in ["out.ron", "-"] {
            let ran = desk.run(&["layout", "in.ron", "-o", out]);
            assert!(ran.status == 4 && ran.out.is_empty(), "{name}: {}", ran.err);
            assert!(ran.err.contains("could not be opened again"), "{name}: {}", ran.err);
        }
        assert!(!desk.path("out.ron").exists(), "{name}");
    }
}
