//! Tables in and out, as whoever converts them sees it.

use std::{collections::BTreeMap, fs, path::Path};

use laneway::{
    interop::{Field, Imported, Problem, Report},
    locale::{Catalog, Lang, UiLang},
    model::{Document, Page, Step, StepKind},
    pipeline,
};
use serde_json::Value as Json;

use crate::run::{Desk, skipped};

/// The lang of the tests' tables.
fn english() -> Lang {
    UiLang::En.into()
}

fn import(bytes: &[u8]) -> Imported {
    let file = pipeline::open_table(bytes, Path::new("flow.csv")).expect("a table");
    let imported = pipeline::import_table(&file, &english()).expect("a table of steps");
    imported.document.check().expect("a document");
    assert!(imported.report.totals().is_balanced(), "{:?}", imported.report);
    imported
}

fn problem(bytes: &[u8]) -> Problem {
    let file = pipeline::open_table(bytes, Path::new("flow.csv"));
    file.and_then(|file| pipeline::import_table(&file, &english())).expect_err("no table of steps").problem
}

fn codes(report: &Report) -> Vec<&'static str> {
    report.items().iter().map(|item| item.code.name()).collect()
}

fn say(document: &Document, text: &laneway::model::Text) -> String {
    text.get(&document.language, &document.language).to_owned()
}

/// What the file called a step.
fn source_id(step: &Step) -> &str {
    step.properties.get("src.id").map_or("", String::as_str)
}

/// The connections of a page as the file's ids with their labels, sorted.
fn edges(document: &Document, page: &Page) -> Vec<(String, String, String)> {
    let id =
        |end: &laneway::model::End| source_id(&page.steps[end.step().expect("an end on a step")]).to_owned();
    let mut edges: Vec<_> =
        page.connectors.values().map(|of| (id(&of.from), id(&of.to), say(document, &of.label))).collect();
    edges.sort();
    edges
}

fn step<'a>(page: &'a Page, id: &str) -> &'a Step {
    page.steps.values().find(|step| source_id(step) == id).expect("a step of that id")
}

const FLOW: &str = "Process Step ID,Process Step Description,Next Step ID,Connector Label,Shape Type,Function,Phase,Alt Text,Cost\n\
    P1,Call comes in,P2,,Start,Customer,Contact,The telephone rings,\n\
    P2,Can it be solved?,\"P3,P4\",\"yes, no\",Decision,Agent,Contact,,3\n\
    P3,Solve it,P5,,Process,Agent,Work,,12\n\
    P4,Hand it over,P5,,Subprocess,Back office,Work,,\n\
    P5,Done,,,End,Customer,Work,,\n";

mod reading {
    use super::*;

    #[test]
    fn every_column_is_where_it_belongs() {
        let Imported { document, report } = import(FLOW.as_bytes());
        let page = &document.pages[0];
        let titles: Vec<_> = page.lanes.iter().map(|lane| say(&document, &lane.title)).collect();
        assert_eq!(titles, ["Customer", "Agent", "Back office"]);
        assert_eq!(page.phases.len(), 2);
        let decision = step(page, "P2");
        assert!(matches!(decision.kind, StepKind::Decision(_)));
        assert_eq!(decision.properties["Cost"], "3");
        assert_eq!(say(&document, &step(page, "P1").details.description), "The telephone rings");
        assert_eq!(step(page, "P4").kind, StepKind::Subprocess);
        let expected =
            [("P1", "P2", ""), ("P2", "P3", "yes"), ("P2", "P4", "no"), ("P3", "P5", ""), ("P4", "P5", "")];
        let expected = expected.map(|(from, to, label)| (from.to_owned(), to.to_owned(), label.to_owned()));
        assert_eq!(edges(&document, page), expected);
        assert_eq!(codes(&report), ["table-extra-column"]);
        assert_eq!(say(&document, &document.title), "flow");
    }

    #[test]
    fn steps_stand_apart_in_their_lanes_and_connectors_have_routes() {
        let document = import(FLOW.as_bytes()).document;
        let page = &document.pages[0];
        for step in page.steps.values() {
            let (_, from, to) = page.lane_band(&step.lane).expect("its lane");
            assert!(from < step.rect.y0 && step.rect.y1 < to, "{step:?}");
            for other in page.steps.values().filter(|other| other.id != step.id) {
                assert!(step.rect.intersect(other.rect).is_zero_area(), "{} on {}", step.id, other.id);
            }
        }
        assert!(page.connectors.values().all(|connector| connector.route.is_some()));
    }

    #[test]
    fn encodings_and_delimiters_make_no_difference() {
        let text = FLOW.replace("Call comes in", "Llamada de Zoë").replace("yes, no", "sí,no");
        let expected = import(text.as_bytes()).document;
        let wide: Vec<u16> = text.encode_utf16().collect();
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
        let variants: [(&str, Vec<u8>); 7] = [
            ("UTF-8 with a mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
            (
                "UTF-16 LE",
                [b"\xFF\xFE".to_vec(), wide.iter().flat_map(|u| u.to_le_bytes()).collect()].concat(),
            ),
            (
                "UTF-16 BE",
                [b"\xFE\xFF".to_vec(), wide.iter().flat_map(|u| u.to_be_bytes()).collect()].concat(),
            ),
            ("UTF-16 LE without a mark", wide.iter().flat_map(|u| u.to_le_bytes()).collect()),
            ("Windows-1252", latin),
            ("semicolons", semicolons(&text).into_bytes()),
            ("tabs and CRLF", tabs(&text).into_bytes()),
        ];
        for (name, bytes) in variants {
            assert_eq!(import(&bytes).document, expected, "{name}");
        }
    }

    fn semicolons(text: &str) -> String {
        text.replace("\"P3,P4\"", "P3|P4").replace("\"sí,no\"", "sí|no").replace(',', ";").replace('|', ",")
    }

    fn tabs(text: &str) -> String {
        semicolons(text).replace(';', "\t").replace('\n', "\r\n")
    }

    #[test]
    fn spanish_headers_and_words_are_understood() {
        let text = "Id. de paso;Descripción;Siguiente;Etiqueta;Tipo de forma;Función;Fase\n\
            1;Llega la llamada;2;;Inicio;Cliente;A\n2;¿Resuelto?;3,1;sí,no;Decisión;Agente;A\n3;Fin;;;Fin;Agente;A\n";
        let Imported { document, report } = import(text.as_bytes());
        let page = &document.pages[0];
        assert_eq!(step(page, "1").kind, StepKind::Start);
        assert_eq!((page.steps.len(), page.connectors.len(), page.lanes.len()), (3, 3, 2));
        assert_eq!(codes(&report), [""; 0]);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_cell() {
        let text = "Step ID,Description,Next Step ID,Connector Label,Shape Type,Function\n\
            A,One,\"B,X\",\"yes,no\",Start,Sales\n\
            A,Twice,b,,Desicion,SALES \n\
            B,Three,,over,Cloud,,beside\n\
            ,Four,A,,,Sales\n\
            ,,,,,lost\n";
        let Imported { document, report } = import(text.as_bytes());
        let catalog = Catalog::of(UiLang::En);
        let lines: Vec<String> = report.items().iter().map(|item| item.say(catalog)).collect();
        let expected = [
            "C2: “X” is not the id of a step",
            "D2: there is no connection for the label “no”",
            "D4: there is no connection for the label “over”",
            "A6: the row has neither id nor description",
            "A3: the id “A” is used before",
            "E3: the shape type “Desicion” was taken for “Decision”",
            "F3: “SALES” was taken for the lane “Sales”",
            "C3: “b” was taken for the step “B”",
            "E4: the shape type “Cloud” is not known",
            "“flow”: 1 value stands beside the columns and was left out, first in G4",
            "“flow”: 1 step has no id",
            "“flow”: 1 step names no function",
        ];
        for part in expected {
            assert!(lines.iter().any(|line| line.contains(part)), "{part} is not in {lines:#?}");
        }
        assert_eq!(lines.len(), expected.len(), "{lines:#?}");
        let page = &document.pages[0];
        assert_eq!((page.steps.len(), page.connectors.len(), page.lanes.len()), (4, 3, 2));
        let losses = report.items().iter().map(|item| item.outcome);
        assert!(losses.is_sorted(), "what was lost comes first");
    }

    #[test]
    fn cycles_and_loops_are_ordinary() {
        let text = "ID,Task,Next\n1,a,\"2,1\"\n2,b,\"1,1\"\n";
        let document = import(text.as_bytes()).document;
        assert_eq!(document.pages[0].connectors.len(), 4);
    }

    #[test]
    fn a_list_of_texts_becomes_a_chain() {
        let Imported { document, report } =
            import("Answer the call\nFind the customer\nSolve it\n".as_bytes());
        let page = &document.pages[0];
        assert_eq!((page.steps.len(), page.connectors.len()), (3, 2));
        assert!(codes(&report).contains(&"table-in-order"));
    }

    #[test]
    fn columns_without_headers_are_guessed_by_what_is_in_them() {
        let text = "1;Answer the call;2;Agent\n2;Find the customer;3;Agent\n3;Ask what happened;4;Agent\n4;Solve the case;;Back office\n";
        let Imported { document, report } = import(text.as_bytes());
        let page = &document.pages[0];
        assert_eq!((page.steps.len(), page.connectors.len(), page.lanes.len()), (4, 3, 2));
        assert_eq!(codes(&report).iter().filter(|code| **code == "table-guessed-column").count(), 4);
    }

    #[test]
    fn a_person_may_say_what_a_column_means() {
        let text = "Code,Arbeit,Folgt,Wert\n1,a,2,x\n2,b,,y\n";
        let mut file = pipeline::open_table(text.as_bytes(), Path::new("x.csv")).expect("a table");
        file.assign("arbeit", Field::Description).expect("a column");
        file.assign("C", Field::Next).expect("a letter");
        file.assign("Wert", Field::Ignored).expect("a column");
        let Imported { document, report } = pipeline::import_table(&file, &english()).expect("a flow");
        assert_eq!(document.pages[0].connectors.len(), 1);
        assert_eq!(report.totals().dropped, 2);
        assert!(report.totals().is_balanced());
        let error = file.assign("Nothing", Field::Kind).expect_err("no such column");
        assert!(matches!(error.problem, Problem::NoSuchColumn { .. }));
    }

    #[test]
    fn stars_in_a_cell_are_stars() {
        let document = import(b"ID,Task\n1,Press **7** and *\n").document;
        let shown = laneway::text::markup::plain(&say(&document, &step(&document.pages[0], "1").text));
        assert_eq!(shown, "Press **7** and *");
    }

    #[test]
    fn the_same_table_gives_the_same_chart() {
        assert_eq!(import(FLOW.as_bytes()).document, import(FLOW.as_bytes()).document);
    }
}

mod hostile {
    use super::*;

    #[test]
    fn what_is_no_table_is_refused_in_words() {
        let cases: [(&[u8], Problem); 9] = [
            (b"", Problem::Empty),
            (b" \n,,\n", Problem::Empty),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f", Problem::NotATable),
            (b"%PDF-1.7 text", Problem::NotATable),
            (b"\xEF\xBB\xBF<?xml version=\"1.0\"?><definitions/>", Problem::NotATable),
            (b"{\"a\": 1}", Problem::NotATable),
            (b"digraph g {\n a -> b\n}\n", Problem::NotATable),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Problem::OldWorkbook),
            (b"# label: %name%\nname\nx\n", Problem::DrawIo),
        ];
        for (bytes, expected) in cases {
            assert_eq!(problem(bytes), expected);
        }
        assert!(matches!(problem(b"PK\x03\x04 broken"), Problem::Damaged { .. }));
        assert!(matches!(problem(b"1,2\n3,4\n"), Problem::NoSteps { .. }));
        for lang in UiLang::ALL {
            let error = pipeline::open_table(b"", Path::new("calls.csv")).expect_err("nothing");
            assert!(error.say(Catalog::of(lang)).contains("calls.csv"));
        }
    }

    #[test]
    fn huge_cells_rows_and_columns_are_cut_or_refused() {
        let long = format!("ID,Task\n1,{}\n", "x".repeat(50_000));
        let imported = import(long.as_bytes());
        assert_eq!(codes(&imported.report)[0], "table-cut-text");
        assert_eq!(imported.report.totals().approximated, 1);
        assert!(matches!(problem("x,".repeat(20_000).as_bytes()), Problem::TooMany { .. }));
        let rows = format!("ID,Task\n{}", "1,x\n".repeat(100_001));
        assert!(matches!(problem(rows.as_bytes()), Problem::TooMany { .. }));
        let open = "ID,Task\n1,\"never closed\n2,x\n".to_owned();
        assert_eq!(import(open.as_bytes()).document.pages[0].steps.len(), 1);
    }

    #[test]
    fn control_characters_and_bad_bytes_are_taken_out_and_told() {
        let imported = import(b"ID,Task\n1,a\x07b\n");
        assert_eq!(codes(&imported.report)[0], "table-cleaned-text");
        let imported = import(b"\xEF\xBB\xBFID,Task\n1,a\xFFb\n");
        assert!(codes(&imported.report).contains(&"table-bad-bytes"));
    }

    #[test]
    fn lines_of_a_report_cannot_be_turned_round() {
        let imported = import("ID,Task,Next\n1,a,\u{202e}evil\n".as_bytes());
        let line = imported.report.items()[0].say(Catalog::of(UiLang::En));
        assert!(line.contains("“evil”") && !line.contains('\u{202e}'));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            let file = pipeline::open_table(&bytes, Path::new("x"));
            let _imported = file.and_then(|file| file.import(&english(), pipeline::fonts()));
        }

        #[test]
        fn no_table_makes_it_panic_and_every_value_is_accounted_for(
            rows in proptest::collection::vec(proptest::collection::vec("[a-c1-3,;'\" =\n|-]{0,6}", 0..9), 0..8),
            headers in proptest::sample::subsequence(
                vec!["ID", "Task", "Next", "Label", "Type", "Lane", "Phase", "Details", "Other"], 2..9),
        ) {
            let mut writer = csv_of(&headers);
            for row in &rows {
                let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                writer.push_str(&quoted.join(","));
                writer.push('\n');
            }
            let file = pipeline::open_table(writer.as_bytes(), Path::new("x.csv"));
            if let Ok(imported) = file.and_then(|file| pipeline::import_table(&file, &english())) {
                proptest::prop_assert!(imported.report.totals().is_balanced(), "{:#?}", imported.report);
                proptest::prop_assert_eq!(imported.document.check(), Ok(()));
            }
        }
    }

    fn csv_of(headers: &[&str]) -> String {
        headers.join(",") + "\n"
    }
}

mod round_trip {
    use super::*;
    use laneway::{
        interop::{CsvOptions, Delimiter},
        template::TEMPLATES,
    };
    use proptest::prelude::*;

    /// What a table says of a page: steps with their words, and connections.
    type Flow = (Vec<[String; 6]>, Vec<(String, String, String)>);

    fn flow(document: &Document) -> Flow {
        let page = &document.pages[0];
        let lane = |step: &Step| {
            page.lanes.iter().find(|lane| lane.id == step.lane).expect("its lane").title.clone()
        };
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
        let written = pipeline::table_csv(
            document,
            &document.pages[0],
            &document.language,
            Path::new("x.csv"),
            options,
        );
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
        std::io::Read::read_to_string(
            &mut archive.by_name("xl/tables/table1.xml").expect("a table"),
            &mut table,
        )
        .expect("text");
        let names: Vec<&str> = table
            .split("<tableColumn ")
            .skip(1)
            .filter_map(|of| of.split("name=\"").nth(1)?.split('"').next())
            .collect();
        let expected = Field::HEADERS.map(|(_, header)| header);
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
        let codes: Vec<&str> = report["items"]
            .as_array()
            .expect("items")
            .iter()
            .filter_map(|item| item["code"].as_str())
            .collect();
        assert!(codes.contains(&"table-out-details") && codes.contains(&"table-out-places"), "{codes:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]
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

mod corpus {
    use super::*;

    /// The folder with tables of other people; tests that need it say that they are left out where it is not known.
    fn folder() -> Option<std::path::PathBuf> {
        let folder = std::env::var_os("LANEWAY_CORPUS").map(std::path::PathBuf::from);
        if folder.is_none() {
            skipped("LANEWAY_CORPUS does not name the folder of other programs' files");
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
            let file = pipeline::open_table(&bytes, Path::new(name)).expect("tables");
            let titles: Vec<&str> = file.tables.iter().map(|table| table.title.as_str()).collect();
            let expected: Vec<&str> = tables.iter().filter_map(|table| table["title"].as_str()).collect();
            assert_eq!(titles, expected, "{name}");
            let Imported { document, report } = pipeline::import_table(&file, &english()).expect("steps");
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
                let imported = file.and_then(|file| file.import(&english(), pipeline::fonts()));
                if let Ok(imported) = imported {
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
        assert!(matches!(problem(&read("poi-poc-xmlbomb.xlsx")), Problem::Entities { .. }));
        assert!(matches!(problem(&read("drawio-csv-gitflow.txt")), Problem::DrawIo));
        let imported = pipeline::open_table(&read("poi-poc-shared-strings.xlsx"), Path::new("x.xlsx"));
        assert!(imported.is_ok_and(|file| file.tables.iter().all(|table| table.preview(1).count() <= 1)));
    }
}

mod command {
    use super::*;

    #[test]
    fn a_table_becomes_a_chart_and_a_chart_a_table() {
        let desk = Desk::new();
        desk.put("calls.csv", FLOW.as_bytes());
        let ran = desk.run(&["convert", "calls.csv", "calls.ron", "--report", "report.json"]);
        assert_eq!((ran.status, ran.text().trim()), (0, "calls.ron"), "{}", ran.err);
        assert!(
            ran.err.starts_with("Imported 5 steps, 5 connections and 3 lanes from calls.csv."),
            "{}",
            ran.err
        );
        let report: Json = serde_json::from_slice(&desk.get("report.json")).expect("JSON");
        assert_eq!(report["totals"]["as_property"], 2);
        assert_eq!(
            (&report["source"]["encoding"], &report["source"]["delimiter"]),
            (&"UTF-8".into(), &",".into())
        );
        assert_eq!(desk.run(&["info", "calls.ron", "--json"]).json()["pages"][0]["steps"], 5);
        for out in ["back.csv", "back.tsv", "back.xlsx", "back.svg", "back.json"] {
            let ran = desk.run(&["convert", "calls.ron", out]);
            assert_eq!((ran.status, ran.text().trim()), (0, out), "{}", ran.err);
        }
        assert_eq!(desk.run(&["convert", "back.tsv", "again.csv"]).status, 0);
        assert_eq!(desk.get("again.csv"), desk.get("back.csv"));
        let through = desk.run_with(&["convert", "-", "stdin.ron"], FLOW.as_bytes());
        assert_eq!(through.status, 0, "{}", through.err);
    }

    #[test]
    fn a_chart_is_not_replaced_unasked_except_by_itself() {
        let desk = Desk::with_chart("x.ron");
        let chart = desk.get("x.ron");
        desk.put("calls.csv", FLOW.as_bytes());
        let ran = desk.run(&["convert", "calls.csv", "x.ron"]);
        assert_eq!(ran.status, 4);
        assert!(ran.err.contains("--force"), "{}", ran.err);
        assert_eq!(desk.get("x.ron"), chart);
        assert_eq!(desk.run(&["convert", "x.ron", "x.ron"]).status, 0);
        assert_eq!(desk.run(&["convert", "calls.csv", "x.ron", "--force"]).status, 0);
        assert_ne!(desk.get("x.ron"), chart);
    }

    #[test]
    fn tables_are_chosen_by_title_and_columns_by_name() {
        let desk = Desk::new();
        let two = "Billing\nID,Task\n1,Send the invoice\n\nOrders\nID,Task\n1,Take the order\n2,Ship it\n";
        desk.put("two.csv", two.as_bytes());
        assert_eq!(desk.run(&["convert", "two.csv", "all.ron"]).status, 0);
        let pages = desk.run(&["info", "all.ron", "--json"]).json()["pages"].clone();
        assert_eq!((&pages[0]["title"], &pages[1]["title"]), (&"Billing".into(), &"Orders".into()));
        assert_eq!(desk.run(&["convert", "two.csv", "one.ron", "--table", "orders"]).status, 0);
        assert_eq!(desk.run(&["info", "one.ron", "--json"]).json()["title"], "Orders");
        let ran = desk.run(&["convert", "two.csv", "none.ron", "--table", "Returns"]);
        assert_eq!(ran.status, 3);
        assert!(ran.err.contains("“Billing”, “Orders”"), "{}", ran.err);
        let ran = desk.run(&["convert", "all.ron", "all.csv"]);
        assert_eq!(ran.status, 2);
        assert_eq!(desk.run(&["convert", "all.ron", "orders.csv", "--table", "Orders"]).status, 0);
        assert_eq!(desk.run(&["convert", "all.ron", "all.xlsx"]).status, 0);
        assert_eq!(desk.run(&["convert", "all.xlsx", "again.ron"]).status, 0);
        let again = desk.run(&["info", "again.ron", "--json"]).json()["pages"].clone();
        assert_eq!(again[1]["title"], "Orders");
        desk.put("odd.csv", b"Was,Wer\nAnrufen,A\nFertig,B\n");
        let ran =
            desk.run(&["convert", "odd.csv", "odd.ron", "--map", "Was=description", "--map", "wer=function"]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert_eq!(desk.run(&["info", "odd.ron", "--json"]).json()["pages"][0]["lanes"], 2);
        assert_eq!(desk.run(&["convert", "odd.csv", "o.ron", "--map", "Was=colour"]).status, 2);
    }

    #[test]
    fn a_wrong_call_or_a_bad_file_leaves_nothing_behind() {
        let desk = Desk::new();
        desk.put("empty.csv", b"");
        for (input, output, status) in [
            ("empty.csv", "x.ron", 3),
            ("none.csv", "x.ron", 3),
            ("empty.csv", "x.docx", 2),
            ("empty.csv", "x", 2),
        ] {
            let ran = desk.run(&["convert", input, output]);
            assert_eq!(ran.status, status, "{input} {output}: {}", ran.err);
            assert!(ran.err.starts_with("laneway: "), "{}", ran.err);
            assert!(!desk.path(output).exists());
        }
        desk.put("flow.csv", FLOW.as_bytes());
        let ran = desk.run(&["convert", "flow.csv", "no-folder/x.ron"]);
        assert_eq!(ran.status, 4, "{}", ran.err);
    }

    #[test]
    fn it_speaks_spanish() {
        let desk = Desk::speaking("es_ES.UTF-8");
        desk.put("llamadas.csv", FLOW.replace("P5,Done,,", "P5,Done,P9,").as_bytes());
        let ran = desk.run(&["convert", "llamadas.csv", "llamadas.ron"]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(ran.err.contains("Se importaron 5 pasos"), "{}", ran.err);
        assert!(ran.err.contains("Omitido: C6: «P9» no es el identificador"), "{}", ran.err);
        assert_eq!(desk.run(&["info", "llamadas.ron", "--json"]).json()["languages"][0], "es");
    }
}
