//! `laneway convert`.

use serde_json::Value as Json;

use super::helpers::FLOW;
use crate::run::Desk;

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
    // Rows are in the order of the drawing, which was made anew; the rows are the same.
    assert_eq!(rows(&desk.get("again.csv")), rows(&desk.get("back.csv")));
    let through = desk.run_with(&["convert", "-", "stdin.ron"], FLOW.as_bytes());
    assert_eq!(through.status, 0, "{}", through.err);
}

const SPANISH: &str = "Identificador,Tarea,Siguiente\n1,El cliente pregunta por su factura,2\n\
    2,El empleado busca la factura en el sistema,3\n3,Se explica al cliente cada uno de los cargos,\n";

#[test]
fn a_chart_is_in_the_language_of_its_table() {
    let desk = Desk::new();
    desk.put("facturas.csv", SPANISH.as_bytes());
    let language = |out: &str| {
        let chart = String::from_utf8(desk.get(out)).expect("UTF-8");
        chart.lines().find_map(|line| line.trim().strip_prefix("language: ").map(str::to_owned))
    };
    let ran = desk.run(&["convert", "facturas.csv", "es.ron"]);
    assert!(ran.err.contains("are in Spanish"), "{}", ran.err);
    assert!(ran.err.contains("3 steps, 2 connections"), "{}", ran.err);
    assert_eq!(language("es.ron").as_deref(), Some("\"es\","));
    let ran = desk.run(&["convert", "facturas.csv", "en.ron", "--lang", "en"]);
    assert!(!ran.err.contains("Spanish"), "{}", ran.err);
    assert_eq!(language("en.ron").as_deref(), Some("\"en\","));
    let ran = desk.run(&["layout", "facturas.csv", "-o", "laid.ron"]);
    assert!(ran.err.contains("are in Spanish"), "{}", ran.err);
    assert_eq!(language("laid.ron").as_deref(), Some("\"es\","));
}

/// The lines of a table, sorted.
fn rows(table: &[u8]) -> Vec<String> {
    let text = String::from_utf8(table.to_vec()).expect("UTF-8");
    let mut rows: Vec<String> = text.lines().map(str::to_owned).collect();
    rows.sort();
    rows
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
    assert!(ran.err.contains("están en inglés"), "the table is: {}", ran.err);
    assert_eq!(desk.run(&["info", "llamadas.ron", "--json"]).json()["languages"][0], "en");
}
