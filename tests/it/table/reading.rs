//! What a table says becomes a chart.

use std::path::Path;

use laneway::{
    arrange::LayoutOptions,
    interop::{Imported, StepField, TableFile, TableProblem},
    locale::{Catalog, UiLang},
    model::StepKind,
    pipeline,
};

use super::helpers::{FLOW, codes, edges, english, import, say, step};

#[test]
fn every_column_is_where_it_belongs() {
    let Imported { document, report, .. } = import(FLOW.as_bytes());
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
        ("UTF-16 LE", [b"\xFF\xFE".to_vec(), wide.iter().flat_map(|u| u.to_le_bytes()).collect()].concat()),
        ("UTF-16 BE", [b"\xFE\xFF".to_vec(), wide.iter().flat_map(|u| u.to_be_bytes()).collect()].concat()),
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
    let Imported { document, report, .. } = import(text.as_bytes());
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
    let Imported { document, report, .. } = import(text.as_bytes());
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
    let losses = report.items().iter().map(|item| item.disposition);
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
    let Imported { document, report, .. } =
        import("Answer the call\nFind the customer\nSolve it\n".as_bytes());
    let page = &document.pages[0];
    assert_eq!((page.steps.len(), page.connectors.len()), (3, 2));
    assert!(codes(&report).contains(&"table-in-order"));
}

#[test]
fn columns_without_headers_are_guessed_by_what_is_in_them() {
    let text = "1;Answer the call;2;Agent\n2;Find the customer;3;Agent\n3;Ask what happened;4;Agent\n4;Solve the case;;Back office\n";
    let Imported { document, report, .. } = import(text.as_bytes());
    let page = &document.pages[0];
    assert_eq!((page.steps.len(), page.connectors.len(), page.lanes.len()), (4, 3, 2));
    assert_eq!(codes(&report).iter().filter(|code| **code == "table-guessed-column").count(), 4);
}

#[test]
fn a_person_may_say_what_a_column_means() {
    let text = "Code,Arbeit,Folgt,Wert\n1,a,2,x\n2,b,,y\n";
    let mut file = TableFile::open(text.as_bytes(), Path::new("x.csv")).expect("a table");
    file.assign("arbeit", StepField::Description).expect("a column");
    file.assign("C", StepField::Next).expect("a letter");
    file.assign("Wert", StepField::Ignored).expect("a column");
    let Imported { document, report, .. } =
        pipeline::import_table(&file, &english(), LayoutOptions::default()).expect("a flow");
    assert_eq!(document.pages[0].connectors.len(), 1);
    assert_eq!(report.totals().dropped, 2);
    assert!(report.totals().is_balanced());
    let error = file.assign("Nothing", StepField::Kind).expect_err("no such column");
    assert!(matches!(error.problem, TableProblem::NoSuchColumn { .. }));
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
