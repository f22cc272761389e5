//! Charts in the neutral geometry, written and read back.

use std::{path::Path, sync::Arc};

use laneway::{
    interop::{DrawingProblem, Imported, geometry_json},
    locale::{Lang, UiLang},
    model::{Document, End, Page, Pool, PoolId, StepKind, Text},
    pipeline::{self, FileContent},
    template::{self, TEMPLATES},
};
use serde_json::{Value as Json, json};

use crate::{
    editing::undo_props::{edited, picks},
    run::Desk,
};

fn english() -> Lang {
    UiLang::En.into()
}

fn read(json: &str) -> Imported {
    let imported = pipeline::import_drawing(json.as_bytes(), Path::new("flow.json"), &english());
    let imported = imported.expect("a drawing");
    assert_eq!(imported.document.check(), Ok(()));
    assert!(imported.report.totals().is_balanced(), "{:?}", imported.report);
    imported
}

fn problem(json: &str) -> DrawingProblem {
    pipeline::import_drawing(json.as_bytes(), Path::new("x.json"), &english())
        .expect_err("no drawing")
        .problem
}

fn written(document: &Document, page: &Page) -> String {
    geometry_json(document, page, &document.language, pipeline::fonts()).expect("JSON")
}

fn codes(imported: &Imported) -> Vec<&'static str> {
    imported.report.items().iter().map(|line| line.code.name()).collect()
}

/// Takes out what the form does not say whole: how far pools and lanes reach past what is in them where there are phases.
fn without_length(json: &str) -> Json {
    let mut json: Json = serde_json::from_str(json).expect("JSON");
    for bands in ["pools", "lanes"] {
        for band in json.get_mut(bands).and_then(Json::as_array_mut).into_iter().flatten() {
            for extent in ["w", "h"] {
                band[extent] = Json::Null;
            }
        }
    }
    json
}

/// As [`without_length`], and without the blanks around texts, which a reader takes for none of the text.
fn without_blanks(json: &str) -> Json {
    let mut json = without_length(json);
    for list in ["lanes", "nodes", "edges"] {
        for record in json[list].as_array_mut().expect("a list") {
            record["label"] = record["label"].as_str().expect("a text").trim().into();
        }
    }
    json
}

/// The first difference between two values of JSON beyond the rounding of coordinates.
fn difference(a: &Json, b: &Json, path: &str) -> Option<String> {
    let differ = || Some(format!("{path}: {a} and {b}"));
    match (a, b) {
        (Json::Number(x), Json::Number(y)) => {
            let (x, y) = (x.as_f64().unwrap_or_default(), y.as_f64().unwrap_or_default());
            if (x - y).abs() < 0.021 { None } else { differ() }
        }
        (Json::Array(x), Json::Array(y)) if x.len() == y.len() => {
            x.iter().zip(y).enumerate().find_map(|(i, (x, y))| difference(x, y, &format!("{path}[{i}]")))
        }
        (Json::Object(x), Json::Object(y)) if x.keys().eq(y.keys()) => {
            x.iter().find_map(|(key, value)| difference(value, &y[key], &format!("{path}.{key}")))
        }
        _ if a == b => None,
        _ => differ(),
    }
}

#[test]
fn every_template_comes_back_from_its_geometry_with_all_places_and_lines() {
    for template in &TEMPLATES {
        let document = pipeline::open_template(template).expect("a template");
        for page in &document.pages {
            let json = written(&document, page);
            let imported = read(&json);
            assert!(imported.report.items().is_empty(), "{}: {:?}", template.id, imported.report);
            assert!(imported.unplaced.is_empty(), "{}", template.id);
            let back = &imported.document.pages[0];
            let again = written(&imported.document, back);
            if page.phases.is_empty() {
                let (json, again) = (serde_json::from_str(&json), serde_json::from_str(&again));
                let found = difference(&json.expect("JSON"), &again.expect("JSON"), "");
                assert_eq!(found, None, "{}", template.id);
            } else {
                let found = difference(&without_length(&json), &without_length(&again), "");
                assert_eq!(found, None, "{}", template.id);
            }
        }
    }
}

#[test]
fn pools_come_back_in_one_another() {
    let template = template::find("customer-service-process").expect("a template");
    let mut document = pipeline::open_template(template).expect("it opens");
    let page = &mut document.pages[0];
    let pool = |id: &str| PoolId::parse(id).expect("an id");
    let outer = Pool { id: pool("z-outer"), title: Text::new(english(), "Outer"), parent: None };
    let inner =
        Pool { id: pool("inner"), title: Text::new(english(), "Inner"), parent: Some(outer.id.clone()) };
    for (nth, id) in [(0, &inner.id), (1, &inner.id), (2, &outer.id)] {
        Arc::make_mut(&mut page.lanes[nth]).pool = Some(id.clone());
    }
    page.pools = [outer, inner].map(|pool| (pool.id.clone(), Arc::new(pool))).into();
    assert_eq!(document.check(), Ok(()));
    let imported = read(&written(&document, &document.pages[0]));
    assert!(imported.report.items().is_empty(), "{:?}", imported.report);
    let (page, back) = (&document.pages[0], &imported.document.pages[0]);
    assert_eq!(back.pools, page.pools);
    let pools = |page: &Page| page.lanes.iter().map(|lane| lane.pool.clone()).collect::<Vec<_>>();
    assert_eq!(pools(back), pools(page));
}

#[test]
fn a_pool_that_is_not_there_is_told_and_none_is_made() {
    let json = json!({
        "pools": [{"id": "a", "parent": "b", "label": "A"}, {"id": "b", "label": "B"}],
        "lanes": [{"id": "one", "pool": "a"}, {"id": "two", "pool": "gone"}],
        "nodes": [{"id": "n", "lane": "two"}],
    });
    let imported = read(&json.to_string());
    assert_eq!(codes(&imported).iter().filter(|code| **code == "geometry-unknown-pool").count(), 2);
    let page = &imported.document.pages[0];
    let titles: Vec<_> = page.pools.values().map(|pool| pool.title.get(&english(), &english())).collect();
    assert_eq!(titles, ["A"]);
}

#[test]
fn steps_without_places_are_laid_out_around_those_with_places() {
    let json = json!({
        "direction": "LR",
        "lanes": [{"id": "front", "label": "Front", "x": 0, "y": 0, "w": 1200, "h": 200}],
        "nodes": [
            {"id": "a", "lane": "front", "kind": "start", "label": "Call", "x": 40, "y": 70, "w": 120, "h": 48},
            {"id": "b", "lane": "front", "kind": "process", "label": "Answer"},
            {"id": "c", "lane": "front", "kind": "end", "label": "Done", "x": 900, "y": 70, "w": 120, "h": 48},
        ],
        "edges": [
            {"id": "ab", "source": "a", "target": "b", "points": [], "label": ""},
            {"id": "bc", "source": "b", "target": "c", "points": [], "label": "ok"},
        ],
    });
    let imported = read(&json.to_string());
    assert!(imported.report.items().is_empty(), "{:?}", imported.report);
    let page = &imported.document.pages[0];
    let step = |name: &str| page.steps.values().find(|step| step.id.as_str() == name).expect("a step");
    assert_eq!((step("a").rect.x0, step("c").rect.x0), (40.0, 900.0));
    assert!(
        step("b").rect.x0 > step("a").rect.x1 && step("b").rect.x1 < step("c").rect.x0,
        "{:?}",
        step("b").rect
    );
    assert!(page.steps.values().all(|step| !step.pinned));
    for connector in page.connectors.values() {
        assert!(laneway::shape::polyline(page, connector).is_some_and(|line| line.is_orthogonal()));
    }
}

#[test]
fn a_file_without_any_places_is_laid_out() {
    let json = json!({
        "nodes": [{"id": "a", "label": "Call"}, {"id": "b", "label": "Answer", "kind": "decision"}],
        "edges": [{"source": "a", "target": "b", "label": "rings"}],
    });
    let imported = read(&json.to_string());
    let page = &imported.document.pages[0];
    assert_eq!((page.lanes.len(), page.steps.len(), imported.report.made.connectors), (1, 2, 1));
    let connector = page.connectors.values().next().expect("a connector");
    assert!(connector.route.as_ref().is_some_and(|route| route.label.is_some()));
}

#[test]
fn lines_and_labels_that_are_not_said_are_drawn_between_places_that_are() {
    let json = json!({
        "nodes": [
            {"id": "a", "kind": "process", "label": "Call", "x": 0, "y": 0, "w": 120, "h": 48},
            {"id": "b", "kind": "note", "label": "Why", "x": 300, "y": 0, "w": 120, "h": 48},
        ],
        "edges": [
            {"id": "drawn", "source": "a", "target": null, "points": [[120, 24], [220, 24]], "label": "rings"},
            {"id": "bare", "source": "b", "target": "a", "points": [], "label": ""},
            {"id": "askew", "source": "a", "target": "b", "points": [[120, 24], [300, 40]], "label": ""},
        ],
    });
    let imported = read(&json.to_string());
    assert_eq!(codes(&imported), ["chart-lines-anew"]);
    let page = &imported.document.pages[0];
    let connector =
        |name: &str| page.connectors.values().find(|of| of.id.as_str() == name).expect("a connector");
    assert!(matches!(connector("drawn").to, End::Free(_)));
    assert!(
        connector("drawn").route.as_ref().is_some_and(|route| route.label.is_some()),
        "its label has a place"
    );
    for name in ["bare", "askew"] {
        assert_eq!(connector(name).kind, laneway::model::ConnectorKind::Association);
        assert!(
            laneway::shape::polyline(page, connector(name)).is_some_and(|line| line.is_orthogonal()),
            "{name}"
        );
    }
}

#[test]
fn what_the_form_does_not_know_is_kept_or_named() {
    let json = json!({
        "tool": "other", "version": [1, 2],
        "lanes": [{"id": "l", "label": "Front", "color": "red", "x": 0, "y": 0, "w": 900, "h": 200}],
        "nodes": [
            {"id": "A 1", "lane": "l", "kind": "gateway", "label": "Which?", "rank": 3, "tags": ["x"], "note": null},
            {"id": "A 1", "lane": "nowhere", "label": "Again"},
        ],
        "edges": [{"source": "A 1", "target": "gone", "points": [[1, 1], [50, 1]], "weight": "2"},
                  {"source": "A 1", "target": "gone"}],
    });
    let imported = read(&json.to_string());
    let mut found = codes(&imported);
    found.sort_unstable();
    let expected = [
        "chart-free-end",
        "chart-lost-connector",
        "chart-without-lane",
        "geometry-duplicate-id",
        "geometry-extra-field",
        "geometry-extra-field",
        "geometry-unknown-kind",
        "geometry-unknown-lane",
        "geometry-unread-field",
        "geometry-unread-field",
        "geometry-unread-field",
        "geometry-unread-field",
    ];
    assert_eq!(found, expected);
    let page = &imported.document.pages[0];
    let which =
        page.steps.values().find(|step| step.properties.contains_key("rank")).expect("the first step");
    assert_eq!(which.kind, StepKind::Process);
    let property = |name: &str| which.properties.get(name).map(String::as_str);
    assert_eq!(
        (property("src.id"), property("src.type"), property("rank")),
        (Some("A 1"), Some("gateway"), Some("3"))
    );
    let connector = page.connectors.values().next().expect("the connector with a place");
    assert_eq!(connector.properties.get("weight").map(String::as_str), Some("2"));
}

#[test]
fn what_is_no_drawing_is_refused() {
    assert_eq!(problem("{}"), DrawingProblem::NoSteps);
    assert_eq!(problem("{\"lanes\": []}"), DrawingProblem::NoSteps);
    for broken in
        ["", "[]", "{\"nodes\": 1}", "{\"nodes\": [1]}", "{\"nodes\": [{}]", "{\"nodes\": [{\"x\": 1e999}]}"]
    {
        assert!(
            matches!(problem(broken), DrawingProblem::Damaged { line: 1, .. }),
            "{broken}: {:?}",
            problem(broken)
        );
    }
    let deep = format!("{{\"nodes\": {}", "[".repeat(100_000));
    assert!(matches!(problem(&deep), DrawingProblem::Damaged { .. }));
    let many = format!("{{\"nodes\": [{}{{}}]}}", "{},".repeat(100_000));
    assert_eq!(problem(&many), DrawingProblem::TooMany);
}

#[test]
fn what_the_command_line_exports_as_geometry_it_takes_again_wherever_it_takes_a_chart() {
    let desk = Desk::with_chart("x.ron");
    assert_eq!(desk.run(&["export", "x.ron", "-o", "x.json"]).status, 0);
    // By what is in it, whatever it is called.
    desk.put("x.data", &desk.get("x.json"));
    let ran = desk.run(&["convert", "x.data", "again.ron", "--report", "report.json"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("from x.data. Nothing was changed or left out."), "{}", ran.err);
    let report: Json = serde_json::from_slice(&desk.get("report.json")).expect("JSON");
    assert_eq!(report["totals"]["kept"], report["totals"]["elements_in"]);
    assert_eq!(desk.run(&["export", "again.ron", "-o", "again.json"]).status, 0);
    let json = |name| without_length(&String::from_utf8(desk.get(name)).expect("text"));
    assert_eq!(difference(&json("x.json"), &json("again.json"), ""), None);
    for args in [
        &["info", "x.json"][..],
        &["export", "x.json", "-o", "x.svg"],
        &["convert", "x.json", "x.csv"],
        &["layout", "x.json", "-o", "laid.ron"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.status, 0, "{args:?}: {}", ran.err);
    }
    assert_eq!(desk.run(&["info", "x.json", "--json"]).json()["version"], Json::Null);
    let check = |name| desk.run(&["check", name, "--json"]).json().as_array().map(Vec::len);
    assert_eq!(check("x.json"), check("again.ron"));
    let ran = desk.run(&["fmt", "x.json"]);
    assert!(ran.status == 3 && ran.err.contains("laneway convert GEOMETRY.json"), "{}", ran.err);
    assert_eq!(desk.get("x.json"), desk.get("x.data"), "no file in another form is rewritten");
}

#[test]
fn what_is_lost_of_a_geometry_is_said_whatever_is_done_with_it() {
    let desk = Desk::speaking("es_ES.UTF-8");
    let json = json!({"nodes": [{"id": "a", "label": "Llamada", "kind": "gateway"}], "edges": []});
    desk.put("x.json", json.to_string().as_bytes());
    for args in [
        &["info", "x.json"][..],
        &["check", "x.json"],
        &["export", "x.json", "-o", "x.svg"],
        &["convert", "x.json", "x.ron"],
        &["layout", "x.json", "-o", "y.ron"],
    ] {
        let ran = desk.run(args);
        assert!(ran.err.contains("no se conoce el tipo «gateway»"), "{args:?}: {}", ran.err);
    }
    let svg = String::from_utf8(desk.get("x.svg")).expect("text");
    assert!(svg.contains("lang=\"es\""), "its texts are in the language of whoever reads it");
    desk.put("broken.json", br#"{"nodes": [{"label": "a"}, 3]}"#);
    let ran = desk.run(&["check", "broken.json"]);
    assert!(ran.status == 3 && ran.err.contains("El dibujo está dañado (línea 1"), "{}", ran.err);
}

/// `document` with `texts` in some of its steps and lanes.
fn saying(texts: &[String], mut document: Document) -> Document {
    let language = document.language.clone();
    for page in &mut document.pages {
        for (step, text) in page.steps.values_mut().zip(texts) {
            Arc::make_mut(step).text = Text::new(language.clone(), text.trim());
        }
        for (lane, text) in page.lanes.iter_mut().zip(texts) {
            Arc::make_mut(lane).title = Text::new(language.clone(), text.trim());
        }
    }
    document
}

proptest::proptest! {
    #![proptest_config(crate::testing::cases(24))]
    #[test]
    fn every_chart_that_is_exported_as_geometry_comes_back_with_its_places_routes_and_texts(
        is_blank in proptest::bool::ANY,
        picks in picks(14),
        texts in proptest::collection::vec(r"([*\\]|\PC){0,12}", 1..4),
    ) {
        let start = if is_blank { "blank-four-lanes" } else { "customer-service-process" };
        let start = pipeline::open_template(template::find(start).expect("bundled")).expect("it opens");
        let document = saying(&texts, edited(&start, &picks));
        for page in &document.pages {
            let json = written(&document, page);
            let content = pipeline::open_any(json.clone().into_bytes(), Path::new("x.json"), &document.language);
            let Ok(FileContent::Geometry(imported)) = content else { panic!("{content:?}: {json}") };
            proptest::prop_assert!(imported.report.items().is_empty(), "{:?}: {json}", imported.report);
            let back = &imported.document.pages[0];
            let again = written(&imported.document, back);
            let found = difference(&without_blanks(&json), &without_blanks(&again), "");
            proptest::prop_assert_eq!(found, None);
        }
    }
}

proptest::proptest! {
    #![proptest_config(crate::testing::cases(256))]
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
        let _read = pipeline::import_drawing(&bytes, Path::new("x"), &english());
    }

    #[test]
    fn no_geometry_makes_it_panic_and_every_element_is_accounted_for(
        lanes in proptest::collection::vec(("[ab]", -3..4_i32, -3..4_i32), 0..4),
        nodes in proptest::collection::vec(("[a-e]", "[abx]", -3..9_i32, -3..9_i32, 0..3_i32), 0..8),
        edges in proptest::collection::vec(("[a-f]", "[a-f]", proptest::collection::vec((-3..9_i32, -3..9_i32), 0..4)), 0..8),
    ) {
        let far = |v: i32| if v == 8 { 9e6 } else { f64::from(v) * 60.0 };
        let json = json!({
            "lanes": lanes.iter().map(|(id, y, h)| json!({"id": id, "label": id, "x": 0, "y": far(*y), "w": 900, "h": far(*h)})).collect::<Vec<_>>(),
            "nodes": nodes.iter().map(|(id, lane, x, y, w)| json!({"id": id, "lane": lane, "x": far(*x), "y": far(*y), "w": far(*w), "h": 40})).collect::<Vec<_>>(),
            "edges": edges.iter().map(|(from, to, points)| json!({"source": from, "target": to, "label": from,
                "points": points.iter().map(|(x, y)| json!([far(*x), far(*y)])).collect::<Vec<_>>()})).collect::<Vec<_>>(),
        });
        let imported = read(&json.to_string());
        proptest::prop_assert_eq!(imported.document.pages[0].steps.len(), nodes.len());
        let page = &imported.document.pages[0];
        proptest::prop_assert!(page.connectors.values().all(|of| laneway::shape::polyline(page, of).is_some()));
    }
}
