//! A chart goes out as a table and comes back.

use std::{path::Path, sync::Arc};

use laneway::{
    interop::{CsvOptions, Delimiter, StepField},
    locale::UiLang,
    model::{Document, Page, Pool, PoolId, Step, Text},
    pipeline,
    template::{self, TEMPLATES},
};
use proptest::prelude::*;
use serde_json::Value as Json;

use super::helpers::{FLOW, edges, import, say, source_id, step};
use crate::run::Desk;

/// What a table says of a page: steps with their words, and connections.
type Flow = (Vec<[String; 6]>, Vec<(String, String, String)>);

fn flow(document: &Document) -> Flow {
    let page = &document.pages[0];
    let lane =
        |step: &Step| page.lanes.iter().find(|lane| lane.id == step.lane).expect("its lane").title.clone();
    let phase = |step: &Step| page.phases.iter().find(|phase| Some(&phase.id) == step.phase.as_ref());
    let mut steps: Vec<[String; 6]> = page
        .steps
        .values()
        .map(|step| {
            [
                source_id(step).to_owned(),
                say(document, &step.text),
                step.kind.name().to_owned(),
                say(document, &lane(step)),
                phase(step).map(|phase| say(document, &phase.title)).unwrap_or_default(),
                say(document, &step.details.description),
            ]
        })
        .collect();
    steps.sort();
    (steps, edges(document, page))
}

fn csv(document: &Document, options: CsvOptions) -> Vec<u8> {
    let written =
        pipeline::table_csv(document, &document.pages[0], &document.language, Path::new("x.csv"), options);
    let written = written.expect("a table");
    assert!(written.report.totals().is_balanced(), "{:?}", written.report);
    written.bytes
}

fn xlsx(document: &Document) -> Vec<u8> {
    let pages: Vec<&Page> = document.pages.iter().collect();
    let written =
        pipeline::table_xlsx(document, &pages, &document.language, Path::new("x.xlsx")).expect("a table");
    assert!(written.report.totals().is_balanced(), "{:?}", written.report);
    written.bytes
}

/// The lanes that have steps, each with the pools around it from the inside.
fn pools(document: &Document) -> Vec<(String, Vec<String>)> {
    let page = &document.pages[0];
    let around = |lane| page.pools_around(lane).map(|pool| say(document, &pool.title)).collect();
    page.lanes.iter().map(|lane| (say(document, &lane.title), around(lane))).collect()
}

#[test]
fn pools_come_back_in_one_another() {
    let template = template::find("customer-service-process").expect("a template");
    let mut document = pipeline::open_template(template).expect("it opens");
    let page = &mut document.pages[0];
    let id = |id: &str| PoolId::parse(id).expect("an id");
    let pool = |name: &str, title: &str, parent| Pool {
        id: id(name),
        title: Text::new(UiLang::En.into(), title),
        parent,
    };
    let all = [pool("outer", "Sales/Service", None), pool("inner", "Front", Some(id("outer")))];
    page.pools = all.map(|pool| (pool.id.clone(), Arc::new(pool))).into();
    for (nth, name) in [(0, "inner"), (1, "inner"), (2, "outer")] {
        Arc::make_mut(&mut page.lanes[nth]).pool = Some(id(name));
    }
    assert_eq!(document.check(), Ok(()));
    let mut expected = pools(&document);
    for outer in expected.iter_mut().filter_map(|(_, around)| around.last_mut()) {
        *outer = "Sales-Service".to_owned();
    }
    for bytes in [csv(&document, CsvOptions::default()), xlsx(&document)] {
        assert_eq!(pools(&import(&bytes).document), expected);
    }
}

#[test]
fn a_lane_lies_in_the_pool_of_its_first_row() {
    let table = "ID,Description,Next,Function,Pool\n\
                 a,Ask,b,Front,Shop / Calls\n\
                 b,Look,c,Back,\n\
                 c,Answer,d,Front,SHOP/calls\n\
                 d,Pay,,Front,Bank\n";
    let imported = import(table.as_bytes());
    let front = ("Front".to_owned(), vec!["Calls".to_owned(), "Shop".to_owned()]);
    assert_eq!(pools(&imported.document), [front, ("Back".to_owned(), vec![])]);
    let told = imported.report.items().iter().filter(|line| line.code.name() == "table-other-pool");
    assert_eq!(told.map(|line| line.what.as_str()).collect::<Vec<_>>(), ["Bank"]);
}

#[test]
fn a_flow_comes_back_from_every_form() {
    let document = import(FLOW.as_bytes()).document;
    let expected = flow(&document);
    assert_eq!(flow(&import(&xlsx(&document)).document), expected);
    for delimiter in [Delimiter::Comma, Delimiter::Semicolon, Delimiter::Tab] {
        for byte_order_mark in [true, false] {
            let bytes = csv(&document, CsvOptions { delimiter, byte_order_mark });
            assert_eq!(bytes.starts_with(b"\xEF\xBB\xBF"), byte_order_mark);
            assert_eq!(flow(&import(&bytes).document), expected, "{delimiter:?}");
        }
    }
}

#[test]
fn every_template_goes_out_and_comes_back_with_its_words_and_connections() {
    for template in &TEMPLATES {
        let document = pipeline::open_template(template).expect("a template");
        let from_csv = import(&csv(&document, CsvOptions::default())).document;
        let from_xlsx = import(&xlsx(&document)).document;
        assert_eq!(flow(&from_csv), flow(&from_xlsx), "{}", template.id);
        let page = &document.pages[0];
        let back = &from_csv.pages[0];
        let steps = page.steps.values().filter(|step| step.kind.is_flow()).count();
        assert_eq!(back.steps.len(), steps, "{}", template.id);
        if !page.phases.is_empty() {
            // The order of phases counts for more: steps of a later one do not come up for their lane.
            continue;
        }
        let lanes = |document: &Document| -> Vec<String> {
            document.pages[0].lanes.iter().map(|lane| say(document, &lane.title)).collect()
        };
        let used = |title: &String| lanes(&from_csv).contains(title);
        let kept: Vec<String> = lanes(&document).into_iter().filter(used).collect();
        assert_eq!(lanes(&from_csv), kept, "the order of lanes of {}", template.id);
    }
}

#[test]
fn the_workbook_has_a_real_table_with_the_eight_headers() {
    let bytes = xlsx(&import(FLOW.as_bytes()).document);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a package");
    let mut table = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/tables/table1.xml").expect("a table"), &mut table)
        .expect("text");
    let names: Vec<&str> = table
        .split("<tableColumn ")
        .skip(1)
        .filter_map(|of| of.split("name=\"").nth(1)?.split('"').next())
        .collect();
    let expected = StepField::HEADERS.map(|(_, header)| header);
    assert_eq!(names, expected);
    assert_eq!(xlsx(&import(FLOW.as_bytes()).document), bytes, "the same chart gives the same bytes");
}

#[test]
fn nothing_that_is_written_is_a_formula() {
    let document = import(b"ID,Task,Alt Text\n1,\"'=cmd|' /C calc'!A1\",'@x\n2,'-5,'+34\n").document;
    assert_eq!(say(&document, &step(&document.pages[0], "2").text), "-5");
    let written = String::from_utf8(csv(&document, CsvOptions::default())).expect("UTF-8");
    for cell in written.split([',', '\n', '"', '\r']) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} in {written}");
    }
    let bytes = xlsx(&document);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a package");
    let mut sheet = String::new();
    std::io::Read::read_to_string(
        &mut archive.by_name("xl/worksheets/sheet1.xml").expect("a sheet"),
        &mut sheet,
    )
    .expect("text");
    assert!(!sheet.contains("<f>"), "{sheet}");
}

#[test]
fn what_a_table_cannot_say_is_told_before_it_is_lost() {
    let desk = Desk::with_chart("x.ron");
    let ran = desk.run(&["convert", "x.ron", "x.xlsx", "--report", "r.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("Wrote 31 steps, 36 connections and 4 lanes"), "{}", ran.err);
    let report: Json = serde_json::from_slice(&desk.get("r.json")).expect("JSON");
    let codes: Vec<&str> =
        report["items"].as_array().expect("items").iter().filter_map(|item| item["code"].as_str()).collect();
    assert!(codes.contains(&"table-out-details") && codes.contains(&"table-out-places"), "{codes:?}");
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(48))]

        #[test]
        fn any_flow_comes_back(
            texts in proptest::collection::vec("[ a-zA-Zé?!'=+@*\\\\,;\"\n-]{0,24}", 1..8),
            lanes in proptest::collection::vec("[A-C]{1,2}|[ab] [cd]", 1..4),
            kinds in proptest::collection::vec(0..7_usize, 8),
            links in proptest::collection::vec((0..8_usize, 0..8_usize, "[a-z?=;' -]{0,8}"), 0..12),
        ) {
            let words = ["Start", "End", "Process", "Decision", "Data", "Document", "Database"];
            let mut text = String::from("ID,Task,Next,Label,Type,Lane\n");
            for (i, step) in texts.iter().enumerate() {
                let out: Vec<_> = links.iter().filter(|(from, to, _)| *from == i && *to < texts.len()).collect();
                let next: Vec<String> = out.iter().map(|(_, to, _)| format!("S{to}")).collect();
                let labels: Vec<String> = out.iter().map(|(_, _, label)| label.clone()).collect();
                let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
                let cells = [
                    format!("S{i}"), quoted(step), quoted(&next.join(",")), quoted(&labels.join(",")),
                    words[kinds[i]].to_owned(), quoted(&lanes[i % lanes.len()]),
                ];
                text.push_str(&(cells.join(",") + "\n"));
            }
            let document = import(text.as_bytes()).document;
            let expected = flow(&document);
            prop_assert_eq!(&flow(&import(&csv(&document, CsvOptions::default())).document), &expected);
            prop_assert_eq!(&flow(&import(&xlsx(&document)).document), &expected);
        }
    }
}
