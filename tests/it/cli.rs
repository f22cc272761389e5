//! The command line: what it writes, what it refuses, and how it ends.

use crate::run::Desk;

#[test]
fn new_writes_a_chart_and_never_replaces_one_unasked() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "customer-service-process"]).status, 0);
    let chart = desk.get("customer-service-process.ron");
    let again = desk.run(&["new", "customer-service-process"]);
    assert_eq!(again.status, 4);
    assert!(again.err.contains("--force"), "{}", again.err);
    assert_eq!(desk.run(&["new", "customer-service-process", "--force"]).status, 0);
    // Another document of the same content.
    let other = desk.get("customer-service-process.ron");
    let id = |chart: &[u8]| ron_line(chart, "id: \"customer-service-process-");
    assert_ne!(id(&other), id(&chart));
    let but_id = |chart: &[u8]| String::from_utf8_lossy(chart).replace(&id(chart), "");
    assert_eq!(but_id(&other), but_id(&chart));
}

#[test]
fn no_chart_is_written_under_the_name_of_a_picture_or_a_table() {
    let desk = Desk::with_chart("x.ron");
    let commands: [&[&str]; 4] = [
        &["new", "customer-service-process", "-o"],
        &["repair", "x.ron", "-o"],
        &["layout", "x.ron", "-o"],
        &["merge", "x.ron", "x.ron", "x.ron", "-o"],
    ];
    for command in commands {
        for name in ["x.svg", "x.PNG", "x.csv", "x.xlsx"] {
            let ended = desk.run(&[command, &[name]].concat());
            assert_eq!(ended.status, 2, "{command:?} {name}: {}", ended.err);
            assert!(ended.err.contains(name) && ended.err.contains(".ron"), "{}", ended.err);
            assert!(!desk.path(name).exists());
        }
    }
}

/// The first line of `file` that begins with `start`.
fn ron_line(file: &[u8], start: &str) -> String {
    let text = String::from_utf8_lossy(file);
    text.lines().map(str::trim).find(|line| line.starts_with(start)).unwrap_or_default().to_owned()
}

#[test]
fn a_chart_that_a_command_makes_or_brings_up_to_date_has_an_id_of_its_own() {
    let desk = Desk::new();
    desk.put("calls.csv", b"ID,Task,Next\n1,Call,2\n2,Note,\n");
    desk.put("old.ron", include_bytes!("../golden/v1.ron"));
    for args in [["convert", "calls.csv", "table.ron"], ["convert", "old.ron", "a.ron"]] {
        assert_eq!(desk.run(&args).status, 0, "{args:?}");
    }
    assert!(!ron_line(&desk.get("table.ron"), "id: ").is_empty());
    // Two people bring copies of one file up to date.
    desk.put("copy.ron", include_bytes!("../golden/v1.ron"));
    assert_eq!(desk.run(&["fmt", "copy.ron"]).status, 0);
    let id = ron_line(&desk.get("copy.ron"), "id: \"returns-");
    assert_ne!(id, "");
    assert_eq!(id, ron_line(&desk.get("a.ron"), "id: "));
}

#[test]
fn new_sets_the_language_and_keeps_the_other() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["new", "blank-four-lanes", "--lang", "es", "-o", "x.ron"]).status, 0);
    let info = desk.run(&["info", "x.ron", "--json"]).json();
    assert_eq!(info["languages"], serde_json::json!(["es", "en"]));
    assert_eq!(desk.run(&["new", "blank-four-lanes", "--lang", "fr", "-o", "y.ron"]).status, 2);
    assert!(!desk.path("y.ron").exists());
}

#[test]
fn new_leaves_the_other_languages_out_where_it_is_told_so() {
    let desk = Desk::new();
    for (told, lang) in [(&["--lang", "es", "--only"][..], "es"), (&["--only"], "en")] {
        let ran = desk.run(&[&["new", "inbound-call", "-o", "x.ron", "--force"], told].concat());
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert_eq!(desk.run(&["info", "x.ron", "--json"]).json()["languages"], serde_json::json!([lang]));
        assert_eq!(desk.run(&["check", "x.ron"]).status, 0);
    }
}

#[test]
fn a_blank_chart_says_nothing_of_the_template() {
    let ran = Desk::new().run(&["new", "blank-four-lanes", "-o", "-"]);
    let file = String::from_utf8(ran.out).expect("text");
    let document = file.split("pages:").next().unwrap_or_default();
    assert!(document.contains(r#"title: {"en": "Untitled", "es": "Sin título"}"#), "{document}");
    assert!(!document.contains("subtitle") && !document.contains("description"), "{document}");
}

#[test]
fn an_unknown_template_is_a_wrong_call_that_names_the_known_ones() {
    let ran = Desk::new().run(&["new", "nonsense"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("customer-service-process"), "{}", ran.err);
}

#[test]
fn templates_are_listed_for_people_and_programs() {
    let desk = Desk::new();
    let json = desk.run(&["templates", "--json", "--lang", "es"]).json();
    let first = &json[0];
    assert_eq!(first["id"], "customer-service-process");
    assert_eq!(first["title"], "Proceso de atención al cliente");
    assert_eq!((first["lanes"].as_u64(), first["steps"].as_u64()), (Some(4), Some(31)));
    assert_eq!(first["languages"], serde_json::json!(["en", "es"]));
    assert!(desk.run(&["templates"]).text().contains("31 steps"));
}

#[test]
fn info_counts() {
    let desk = Desk::with_chart("x.ron");
    let info = desk.run(&["info", "x.ron", "--json"]).json();
    assert_eq!(info["title"], "Customer service process");
    assert_eq!(info["version"], 2);
    let page = &info["pages"][0];
    assert_eq!(
        (&page["lanes"], &page["phases"], &page["steps"], &page["connectors"]),
        (&4.into(), &4.into(), &31.into(), &36.into())
    );
}

#[test]
fn exports_go_where_they_are_sent() {
    let desk = Desk::with_chart("x.ron");
    for out in ["a.svg", "a.png", "a.json"] {
        let ran = desk.run(&["export", "x.ron", "-o", out]);
        assert_eq!(ran.status, 0, "{}", ran.err);
        assert!(!desk.get(out).is_empty());
    }
    let ran = desk.run(&["export", "x.ron", "-o", "-", "--format", "svg"]);
    assert_eq!(ran.out, desk.get("a.svg"));
    let through = desk.run_with(&["export", "-", "-o", "-", "--format", "svg"], &desk.get("x.ron"));
    assert_eq!(through.out, ran.out);
    assert_eq!(desk.run(&["new", "blank-four-lanes", "-o", "y.ron"]).status, 0);
    std::fs::create_dir(desk.path("out")).expect("a folder");
    assert_eq!(desk.run(&["export", "x.ron", "y.ron", "-o", "out", "--format", "svg"]).status, 0);
    assert_eq!(desk.get("out/x.svg"), ran.out);
    assert_eq!(desk.run(&["export", "x.ron", "y.ron", "-o", "both.svg"]).status, 0);
    assert_eq!(desk.get("both-1-customer-service-process.svg"), ran.out);
    assert!(desk.path("both-2-blank-chart-four-lanes.svg").exists() || !desk.path("both.svg").exists());
}

#[test]
fn an_export_never_replaces_a_chart() {
    let desk = Desk::with_chart("x.ron");
    let chart = desk.get("x.ron");
    for args in [
        &["export", "x.ron", "-o", "x.ron", "--format", "svg", "--force"][..],
        &["export", "x.ron", "-o", "X.RON", "--format", "png"],
    ] {
        assert_eq!(desk.run(args).status, 4, "{args:?}");
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(desk.path("x.ron"), desk.path("link.svg")).expect("a link");
        assert_eq!(desk.run(&["export", "x.ron", "-o", "link.svg"]).status, 4);
    }
    // Known by what is in it, under any name.
    for name in ["chart.svg", "chart.json", "chart.xlsx", "chart.csv"] {
        desk.put(name, &chart);
        assert_eq!(desk.run(&["convert", "x.ron", name, "--force"]).status, 4, "{name}");
        assert_eq!(desk.get(name), chart, "{name}");
    }
    assert_eq!(desk.run(&["convert", "x.ron", "y.csv", "--report", "x.ron"]).status, 4);
    desk.put("notes.txt", b"mine");
    assert_eq!(desk.run(&["export", "x.ron", "-o", "notes.txt", "--format", "svg"]).status, 4);
    assert_eq!(desk.get("notes.txt"), b"mine");
    assert_eq!(desk.get("x.ron"), chart);
}

#[test]
fn nothing_that_somebody_made_is_replaced_unasked() {
    let desk = Desk::with_chart("x.ron");
    let chart = desk.get("x.ron");
    desk.put("other.ron", &chart);
    desk.put("table.csv", b"mine");
    desk.put("package.json", br#"{"name": "mine"}"#);
    for args in [
        &["layout", "x.ron", "-o", "other.ron"][..],
        &["layout", "x.ron", "-o", "package.json"],
        &["convert", "x.ron", "table.csv"],
        &["convert", "x.ron", "y.csv", "--report", "y.csv"],
        &["export", "x.ron", "-o", "package.json"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.status, 4, "{args:?}: {}", ran.err);
    }
    assert_eq!(desk.get("other.ron"), chart);
    assert_eq!(desk.get("table.csv"), b"mine");
    assert_eq!(desk.get("package.json"), br#"{"name": "mine"}"#);
    // What was read may be written anew, and so may pictures that these commands made of the same chart.
    for args in [
        &["layout", "x.ron", "-o", "x.ron"][..],
        &["layout", "x.ron", "-o", "other.ron", "--force"],
        &["convert", "x.ron", "table.csv", "--force"],
        &["export", "x.ron", "-o", "x.json"],
        &["export", "x.ron", "-o", "x.json", "--force"],
        &["convert", "x.ron", "table.csv", "--force", "--report", "table.csv.json"],
        &["convert", "x.ron", "table.csv", "--force", "--report", "table.csv.json"],
        &["export", "x.ron", "-o", "pictures/", "--format", "svg"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.status, 0, "{args:?}: {}", ran.err);
    }
    assert!(desk.path("pictures/x.svg").exists(), "the folder is made");
    assert_eq!(desk.run(&["export", "missing.ron", "-o", "nothing/", "--format", "svg"]).status, 3);
    assert!(!desk.path("nothing").exists(), "no folder for nothing");
}

#[test]
fn pictures_and_workbooks_know_whose_they_are() {
    let desk = Desk::with_chart("x.ron");
    assert_eq!(desk.run(&["new", "inbound-call", "-o", "y.ron"]).status, 0);
    for out in ["x.svg", "x.png", "x.xlsx"] {
        for _ in 0..2 {
            let ran = desk.run(&["convert", "x.ron", out]);
            assert_eq!(ran.status, 0, "{out}: {}", ran.err);
        }
        let made = desk.get(out);
        let ran = desk.run(&["convert", "y.ron", out]);
        assert!(ran.status == 4 && ran.err.contains("--force"), "{out}: {}", ran.err);
        assert_eq!(desk.get(out), made);
        assert_eq!(desk.run(&["convert", "y.ron", out, "--force"]).status, 0, "{out}");
        // A file that is renamed is the same document.
        std::fs::copy(desk.path("y.ron"), desk.path("renamed.ron")).expect("a copy");
        assert_eq!(desk.run(&["convert", "renamed.ron", out]).status, 0, "{out}");
        desk.put(out, b"somebody's");
        assert_eq!(desk.run(&["convert", "x.ron", out]).status, 4, "{out}");
    }
}

#[test]
fn what_carries_no_id_is_replaced_where_it_is_called_like_the_chart() {
    for out in ["old.svg", "old.png", "old.xlsx"] {
        let desk = Desk::with_chart("x.ron");
        // As earlier versions made them, and as this one makes them of a template.
        desk.put("old.ron", laneway::template::BLANK.source.as_bytes());
        let run = |from| match out {
            "old.xlsx" => desk.run(&["convert", from, out]).status,
            _ => desk.run(&["export", from, "-o", out]).status,
        };
        assert_eq!([run("old.ron"), run("old.ron"), run("x.ron")], [0, 0, 4], "{out}");
        // The chart has an id from now on; what was made of it is still its own.
        desk.put("old.ron", &desk.get("x.ron"));
        assert_eq!([run("old.ron"), run("x.ron")], [0, 0], "{out}");
    }
}

#[test]
fn wrong_calls_end_with_status_2() {
    let desk = Desk::with_chart("x.ron");
    for args in [
        &["export", "x.ron"][..],
        &["export", "x.ron", "-o", "x"],
        &["export", "x.ron", "-o", "x.svg", "--page", "7"],
        &["export", "x.ron", "-o", "x.png", "--scale", "0"],
        &["export", "x.ron", "-o", "x.png", "--scale", "2", "--dpi", "300"],
        &["export", "x.ron", "-o", "x.png", "--background", "loud"],
        &["export", "x.ron", "-o", "x.png", "--lang", "Spanish"],
        &["export", "x.ron", "-o", "-"],
        &["frobnicate", "--now"],
    ] {
        let ran = desk.run(args);
        assert_eq!(ran.status, 2, "{args:?}: {}", ran.err);
        assert!(!ran.err.is_empty(), "{args:?}");
    }
}

#[test]
fn an_input_that_cannot_be_read_is_named_with_its_line() {
    let desk = Desk::with_chart("x.ron");
    let missing = desk.run(&["info", "missing.ron"]);
    assert_eq!((missing.status, missing.err.contains("missing.ron")), (3, true));
    let mut damaged = String::from_utf8(desk.get("x.ron")).expect("UTF-8");
    damaged.truncate(damaged.len() / 2);
    desk.put("damaged.ron", damaged.as_bytes());
    let ran = desk.run(&["export", "damaged.ron", "x.ron", "-o", "out.svg"]);
    assert_eq!(ran.status, 3);
    let place = ran.err.split("damaged.ron:").nth(1).and_then(|rest| rest.split(':').next());
    let line: usize = place.and_then(|line| line.parse().ok()).expect(&ran.err);
    assert!(damaged.lines().count().abs_diff(line) <= 1, "the break is at the end: {}", ran.err);
    assert_eq!(desk.run(&["no-such-chart.ron"]).status, 3, "a slip of the pen makes no new document");
}

#[test]
fn without_a_display_the_window_says_so() {
    let ran = Desk::with_chart("x.ron").run(&["x.ron"]);
    assert_eq!(ran.status, 5);
    assert!(ran.err.contains("laneway export"), "{}", ran.err);
}

#[test]
fn an_output_that_cannot_be_written_ends_with_status_4() {
    let desk = Desk::with_chart("x.ron");
    assert_eq!(desk.run(&["export", "x.ron", "-o", "no/such/folder/x.svg"]).status, 4);
    let large = desk.run(&["export", "x.ron", "-o", "x.png", "--width", "20001"]);
    assert_eq!(large.status, 4);
    assert!(large.err.contains("20001"), "{}", large.err);
    assert!(!desk.path("x.png").exists());
}

#[test]
fn check_finds_a_path_that_does_not_end() {
    let desk = Desk::with_chart("x.ron");
    let clean = desk.run(&["check", "x.ron", "--json"]);
    assert_eq!(clean.status, 0, "{}", clean.text());
    let chart = String::from_utf8(desk.get("x.ron")).expect("UTF-8");
    let broken = chart.replacen("share: 25", "share: 24", 1);
    assert_ne!(broken, chart, "the template has a share to change");
    desk.put("broken.ron", broken.as_bytes());
    let ran = desk.run(&["check", "x.ron", "broken.ron", "--json"]);
    assert_eq!(ran.status, 1);
    let findings = ran.json();
    let errors: Vec<_> =
        findings.as_array().expect("a list").iter().filter(|finding| finding["severity"] != "hint").collect();
    assert_eq!(errors.len(), 1, "{errors:?}");
    assert_eq!(errors[0]["file"], "broken.ron");
    for key in ["code", "severity", "target", "message"] {
        assert!(errors[0][key].as_str().is_some_and(|value| !value.is_empty()), "{key}");
    }
}

#[test]
fn fmt_writes_the_canonical_form_once() {
    let desk = Desk::with_chart("x.ron");
    let chart = desk.get("x.ron");
    assert_eq!(desk.run(&["fmt", "--check", "x.ron"]).status, 0);
    let messy = String::from_utf8(chart.clone()).expect("UTF-8").replace('\n', "\r\n\r\n");
    desk.put("x.ron", messy.as_bytes());
    assert_eq!(desk.run(&["fmt", "--check", "x.ron"]).status, 1);
    assert_eq!(desk.get("x.ron"), messy.as_bytes(), "checking changes nothing");
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    assert_eq!(desk.get("x.ron"), chart);
    assert_eq!(desk.run_with(&["fmt", "-"], messy.as_bytes()).out, chart);
}

#[test]
fn find_says_where_words_stand_in_every_language() {
    let desk = Desk::with_chart("x.ron");
    let found = desk.run(&["find", "solucion", "x.ron"]);
    assert_eq!(found.status, 0, "{}", found.err);
    let is_meant = |line: &str| {
        let text = line.strip_prefix("x.ron: Page “Customer service process”: ").unwrap_or_default();
        text.contains("(Spanish): ") && text.contains("solución")
    };
    assert!(found.text().lines().any(is_meant), "{}", found.text());
    assert_eq!(desk.run(&["find", "solucion", "x.ron", "--lang", "en"]).status, 1);
    assert_eq!(desk.run(&["find", "solucion", "x.ron", "--case"]).status, 1);
    assert_eq!(desk.run(&["find", "soluci", "x.ron", "--word"]).status, 1);
    let json = desk.run(&["find", "solucion", "x.ron", "--json"]).json();
    let hits = json.as_array().expect("a list");
    assert_eq!(hits.len(), found.text().lines().count());
    assert!(hits.iter().all(|hit| hit["file"] == "x.ron" && hit["part"] == "es"), "{json}");
}

#[test]
fn find_goes_on_behind_a_file_that_does_not_open() {
    let desk = Desk::with_chart("x.ron");
    desk.put("bad.ron", b"no chart");
    let found = desk.run(&["find", "customer", "bad.ron", "x.ron"]);
    assert_eq!(found.status, 3);
    assert!(found.err.contains("bad.ron") && found.text().contains("x.ron: "), "{}", found.err);
}

#[test]
fn find_replaces_only_where_it_is_told_to_write_and_keeps_a_version() {
    let desk = Desk::with_chart("x.ron");
    let before = desk.get("x.ron");
    let preview = desk.run(&["find", "customer", "x.ron", "--word", "--replace", "patron"]);
    assert_eq!(preview.status, 0, "{}", preview.err);
    assert!(
        preview.text().contains("Customer service process → patron service process"),
        "{}",
        preview.text()
    );
    assert_eq!(desk.get("x.ron"), before);
    let done = desk.run(&["find", "customer", "x.ron", "--word", "--replace", "patron", "--write"]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.err.contains("x.ron: replaced in "), "{}", done.err);
    assert_eq!(desk.run(&["find", "customer", "x.ron", "--word"]).status, 1);
    assert_eq!(
        desk.run(&["find", "patron", "x.ron", "--word"]).text().lines().count(),
        preview.text().lines().count()
    );
    assert_eq!(desk.run(&["versions", "x.ron", "--json"]).json().as_array().map_or(0, Vec::len), 1);
    assert_eq!(desk.run(&["find", "customer", "x.ron", "--write"]).status, 2);
}

#[test]
fn messages_come_in_the_language_of_the_system() {
    let desk = Desk::speaking("es_ES.UTF-8");
    let ran = desk.run(&["new", "nonsense"]);
    assert!(ran.err.contains("no existe la plantilla"), "{}", ran.err);
    desk.put("x.ron", b"(format: \"laneway\", version: 99)");
    let ran = desk.run(&["info", "x.ron"]);
    assert!(ran.err.contains("Laneway más reciente (versión 99"), "{}", ran.err);
    assert!(desk.run(&["--help"]).text().contains("Ejemplos"));
}

#[test]
fn help_completions_and_manual_are_there() {
    let desk = Desk::new();
    let help = desk.run(&["--help"]);
    assert_eq!((help.status, help.text().contains("Exit status")), (0, true));
    assert!(desk.run(&["export", "--help"]).text().contains("--background"));
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(desk.run(&["completions", shell]).text().contains("templates"), "{shell}");
    }
    assert!(desk.run(&["man"]).text().contains(".TH laneway"));
}

#[test]
fn diff_says_in_what_two_charts_differ() {
    let desk = Desk::with_chart("a.ron");
    let chart = String::from_utf8(desk.get("a.ron")).expect("a chart is text");
    desk.put(
        "b.ron",
        chart.replace("\"Ask the customer for details\"", "\"Ask for what is missing\"").as_bytes(),
    );
    let equal = desk.run(&["diff", "a.ron", "a.ron"]);
    assert_eq!((equal.status, equal.text().as_str()), (0, "The charts are equal\n"));
    let ran = desk.run(&["diff", "a.ron", "b.ron"]);
    assert_eq!(ran.status, 1);
    let said = "text (English) changed from “Ask the customer for details” to “Ask for what is missing”";
    assert!(ran.text().contains(said), "{}", ran.text());
    let ran = desk.run(&["diff", "a.ron", "b.ron", "--lang", "es"]);
    assert!(ran.text().contains("texto (inglés) pasa de"), "{}", ran.text());
    let json = desk.run(&["diff", "a.ron", "b.ron", "--json"]).json();
    let first = &json[0];
    assert_eq!(
        (&first["record"], &first["field"], &first["part"]),
        (&"step".into(), &"text".into(), &"en".into())
    );
    assert_eq!((&first["change"], &first["after"]), (&"changed".into(), &"Ask for what is missing".into()));
    assert_eq!(desk.run(&["diff", "a.ron", "nothing.ron"]).status, 3);
    assert_eq!(desk.run(&["diff", "a.ron"]).status, 2);
    let said = desk.run(&["diff", "--textconv", "a.ron"]);
    assert_eq!(said.status, 0);
    assert!(said.text().contains("“Ask the customer for details”. Process in the lane Employee."));
}

#[test]
fn diff_draws_in_what_two_charts_differ() {
    let desk = Desk::with_chart("a.ron");
    let chart = String::from_utf8(desk.get("a.ron")).expect("a chart is text");
    let other = chart.replace("\"Ask the customer for details\"", "\"Ask for what is missing\"");
    desk.put("b.ron", other.as_bytes());
    let ran = desk.run(&["diff", "a.ron", "b.ron", "-o", "compare.svg"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(ran.text().contains("changed from “Ask the customer for details”"), "{}", ran.text());
    let svg = String::from_utf8(desk.get("compare.svg")).expect("an SVG is text");
    for said in ["a.ron", "b.ron", ">changed</text>", "changed from “Ask the customer for details”"] {
        assert!(svg.contains(said), "{said}");
    }
    // It is made again, but replaces nobody's work.
    assert_eq!(desk.run(&["diff", "a.ron", "b.ron", "-o", "compare.svg"]).status, 1);
    desk.put("mine.svg", b"<svg/>");
    let refused = desk.run(&["diff", "a.ron", "b.ron", "-o", "mine.svg"]);
    assert_eq!(refused.status, 4);
    assert!(refused.err.contains("--force"), "{}", refused.err);
    assert_eq!(desk.get("mine.svg"), b"<svg/>");
    assert_eq!(desk.run(&["diff", "a.ron", "b.ron", "-o", "mine.svg", "--force"]).status, 1);
    assert_eq!(desk.run(&["diff", "a.ron", "b.ron", "-o", "b.ron", "--force"]).status, 2);
    assert_eq!(desk.run(&["diff", "a.ron", "b.ron", "-o", "compare.json"]).status, 2);
    let ran = desk.run(&["diff", "a.ron", "b.ron", "-o", "compare.png", "--lang", "es", "--page", "1"]);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert!(desk.get("compare.png").starts_with(b"\x89PNG"));
    assert_eq!(desk.run(&["diff", "a.ron", "b.ron", "-o", "compare.png", "--page", "7"]).status, 2);
}

#[test]
fn equal_charts_have_a_picture_that_says_so() {
    let desk = Desk::with_chart("a.ron");
    let ran = desk.run(&["diff", "a.ron", "a.ron", "-o", "compare.svg", "--lang", "es"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    let svg = String::from_utf8(desk.get("compare.svg")).expect("an SVG is text");
    for said in ["A (a.ron)", "B (a.ron)", "Ninguna diferencia en esta página"] {
        assert!(svg.contains(said), "{said}");
    }
}

#[test]
fn merge_keeps_what_both_did_and_says_where_they_did_the_same() {
    let desk = Desk::with_chart("base.ron");
    let chart = String::from_utf8(desk.get("base.ron")).expect("a chart is text");
    let named = |name: &str, old: &str, new: &str| desk.put(name, chart.replace(old, new).as_bytes());
    named("ours.ron", "\"Ask the customer for details\"", "\"Write\"");
    named("theirs.ron", "\"Pedir más datos al cliente\"", "\"Llamar\"");
    named("other.ron", "\"Ask the customer for details\"", "\"Call\"");
    let ran = desk.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let out = String::from_utf8(desk.get("out.ron")).expect("a chart is text");
    assert!(out.contains("\"en\": \"Write\"") && out.contains("\"es\": \"Llamar\""), "{out}");
    let checked = desk.run(&["check", "out.ron"]);
    assert!(
        String::from_utf8_lossy(&checked.out).contains("outdated-translation"),
        "whether they say the same nobody knows"
    );
    assert_eq!(desk.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]).status, 4);
    let args =
        ["merge", "base.ron", "ours.ron", "other.ron", "-o", "out.ron", "--force", "--report", "r.json"];
    let ran = desk.run(&args);
    assert_eq!(ran.status, 1);
    assert!(
        ran.err.contains(
            "Step “Write” in the lane “Employee”, text (English): changed in both versions; \
             “Write” stays, as in ours.ron, and other.ron has “Call”"
        ),
        "{}",
        ran.err
    );
    let report: serde_json::Value = serde_json::from_slice(&desk.get("r.json")).expect("JSON");
    assert_eq!((&report[0]["ours"], &report[0]["theirs"]), (&"Write".into(), &"Call".into()));
    let found = desk.run(&["check", "out.ron", "--json"]).json();
    let marks = found.as_array().expect("a list").iter().filter(|one| one["code"] == "merge-conflict");
    assert_eq!(marks.count(), 1);
    // In the language of whoever reads it.
    let reader = Desk::speaking("es_ES.UTF-8");
    reader.put("out.ron", &desk.get("out.ron"));
    let found = reader.run(&["check", "out.ron", "--json"]).text();
    assert!(found.contains("texto (inglés): cambia en ambas versiones; la otra tiene «Call»"), "{found}");
}

#[test]
fn what_a_merge_left_to_be_decided_is_told_in_words_also_as_a_difference() {
    let desk = Desk::with_chart("base.ron");
    let chart = String::from_utf8(desk.get("base.ron")).expect("a chart is text");
    let step = "\"Ask the customer for details\"";
    desk.put("ours.ron", chart.replace(step, "\"Write\"").as_bytes());
    desk.put("theirs.ron", chart.replace(step, "\"Call\"").as_bytes());
    assert_eq!(desk.run(&["merge", "base.ron", "ours.ron", "theirs.ron", "-o", "out.ron"]).status, 1);
    let said = desk.run(&["diff", "ours.ron", "out.ron"]).text();
    assert_eq!(said, "Step “Write”: left to be decided by a merge: text (English)\n");
    let said = desk.run(&["diff", "out.ron", "ours.ron"]).text();
    assert_eq!(said, "Step “Write”: decided after a merge: text (English)\n");
    let said = desk.run(&["diff", "--textconv", "out.ron"]).text();
    assert!(said.contains("left to be decided: text (English)") && !said.contains("merge: "), "{said}");
}

#[test]
fn charts_that_were_not_made_from_the_same_are_merged_only_when_a_person_says_so() {
    let desk = Desk::with_chart("base.ron");
    for (template, name) in [("inbound-call", "ours.ron"), ("complaint-handling", "theirs.ron")] {
        assert_eq!(desk.run(&["new", template, "-o", name]).status, 0);
    }
    for (base, ours, theirs) in [
        ("base.ron", "ours.ron", "theirs.ron"),
        ("base.ron", "base.ron", "ours.ron"),
        ("ours.ron", "base.ron", "ours.ron"),
    ] {
        let ran = desk.run(&["merge", base, ours, theirs, "-o", "out.ron"]);
        assert!(ran.status == 3 && ran.err.contains("not made from the same"), "{}", ran.err);
        assert!(!desk.path("out.ron").exists());
    }
    let forced = ["merge", "base.ron", "base.ron", "ours.ron", "-o", "out.ron", "--force"];
    assert_eq!(desk.run(&forced).status, 3, "only the output may be replaced");
    let meant = ["merge", "base.ron", "base.ron", "ours.ron", "-o", "out.ron", "--unrelated"];
    assert!(desk.run(&meant).status < 2);
    // A base with nothing in it says nothing of where they come from.
    desk.put("empty.ron", b"");
    let ran = desk.run(&["merge", "empty.ron", "base.ron", "ours.ron", "-o", "both.ron"]);
    assert!(ran.status == 3 && ran.err.contains("--unrelated"), "{}", ran.err);
    let ran = desk.run(&["merge", "empty.ron", "base.ron", "ours.ron", "-o", "both.ron", "--unrelated"]);
    assert!(ran.status < 2, "{}", ran.err);
}

#[test]
fn an_account_that_may_not_be_written_stops_everything_before_it() {
    let desk = Desk::with_chart("x.ron");
    desk.put("calls.csv", b"ID,Task,Next\n1,Call,2\n2,Note,\n");
    desk.put("r.json", b"mine");
    for args in [
        &["merge", "x.ron", "x.ron", "x.ron", "-o", "out.ron", "--report"][..],
        &["convert", "calls.csv", "out.ron", "--report"],
        &["layout", "calls.csv", "-o", "out.ron", "--report"],
    ] {
        for taken in ["r.json", "out.ron"] {
            let ran = desk.run(&[args, &[taken]].concat());
            assert_eq!((ran.status, desk.path("out.ron").exists()), (4, false), "{args:?}: {}", ran.err);
            assert!(ran.err.contains(taken), "{}", ran.err);
        }
        assert_eq!(desk.get("r.json"), b"mine");
        // Another name is enough.
        assert_eq!(desk.run(&[args, &["other.json"]].concat()).status, 0);
        for made in ["out.ron", "other.json"] {
            std::fs::remove_file(desk.path(made)).expect("made");
        }
    }
}

#[test]
fn what_one_edited_and_the_other_deleted_stays() {
    let desk = Desk::with_chart("base.ron");
    let base = laneway::pipeline::open_file(&desk.path("base.ron")).expect("it opens").document;
    let mut editor = laneway::edit::Editor::new(base, laneway::pipeline::fonts(), true);
    let step = laneway::model::StepId::parse("ask-cmz7x").expect("an id");
    let what = laneway::edit::Selection::steps([step]);
    editor.run(&laneway::edit::Command::Delete { what, heal: true }).expect("it goes");
    laneway::persist::save(editor.document(), &desk.path("without.ron")).expect("saved");
    let chart = String::from_utf8(desk.get("base.ron")).expect("a chart is text");
    desk.put("edited.ron", chart.replace("\"Ask the customer for details\"", "\"Write\"").as_bytes());
    for (ours, theirs) in [("without.ron", "edited.ron"), ("edited.ron", "without.ron")] {
        let ran = desk.run(&["merge", "base.ron", ours, theirs, "-o", "out.ron", "--force"]);
        assert_eq!(ran.status, 1);
        assert!(ran.err.contains("it stays"), "{}", ran.err);
        assert!(String::from_utf8_lossy(&desk.get("out.ron")).contains("\"Write\""));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_pipes_take_what_is_written_and_stay_what_they_are() {
    use std::{fs::File, io::Read as _, os::unix::fs::FileTypeExt as _};

    let desk = Desk::with_chart("x.ron");
    let chart = desk.get("x.ron");
    for args in [
        &["new", "inbound-call", "-o", "/dev/null"][..],
        &["export", "x.ron", "-o", "/dev/null", "--format", "png"],
        &["layout", "x.ron", "-o", "/dev/null"],
        &["merge", "x.ron", "x.ron", "x.ron", "-o", "/dev/null", "--report", "/dev/null"],
        &["repair", "x.ron", "-o", "/dev/null"],
    ] {
        let ran = desk.run(args);
        assert_eq!((ran.status, ran.text()), (0, String::new()), "{args:?}: {}", ran.err);
    }
    assert_eq!(desk.run(&["merge", "x.ron", "x.ron", "x.ron", "-o", "/dev/stdout"]).out, chart);
    let ran = desk.run(&["export", "x.ron", "-o", "/dev/stdout", "--format", "svg"]);
    assert!(ran.status == 0 && ran.out.starts_with(b"<?xml"), "{}", ran.err);
    let pipe = desk.path("pipe.svg");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().is_ok_and(|status| status.success()));
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut bytes = Vec::new();
            File::open(&pipe).and_then(|mut pipe| pipe.read_to_end(&mut bytes)).expect("it is written");
            bytes
        });
        assert_eq!(desk.run(&["export", "x.ron", "-o", "pipe.svg"]).status, 0);
        assert!(reader.join().expect("read").starts_with(b"<?xml"));
    });
    assert!(pipe.symlink_metadata().expect("it is there").file_type().is_fifo());
    // A folder takes nothing, and force does not help.
    desk.put("folder/y.ron", &chart);
    for args in
        [&["new", "inbound-call", "-o", "folder"][..], &["new", "inbound-call", "-o", "folder", "--force"]]
    {
        let ran = desk.run(args);
        assert_eq!(ran.status, 4);
        assert!(ran.err.contains("not a file") && !ran.err.contains("--force"), "{}", ran.err);
    }
}

#[test]
fn what_a_command_replaces_is_kept_as_a_version_unless_a_person_said_otherwise() {
    let desk = Desk::with_chart("x.ron");
    let number = || desk.run(&["versions", "x.ron", "--json"]).json().as_array().map_or(0, Vec::len);
    let steps = |name: &str| desk.run(&["info", name, "--json"]).json()["pages"][0]["steps"].as_u64();
    assert_eq!(number(), 0);
    let edited = |from: &str, to: &str| {
        let chart = String::from_utf8(desk.get("x.ron")).expect("text");
        let other = chart.replacen(from, to, 1);
        assert_ne!(other, chart, "{from}");
        desk.put("x.ron", other.as_bytes());
    };
    edited("share: 25", "share:  25");
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    assert_eq!(number(), 1);
    edited("share: 25", "share: 24");
    assert_eq!(desk.run(&["layout", "x.ron", "-o", "x.ron"]).status, 0);
    assert_eq!(number(), 2);
    edited("share: 24", "share: 23");
    desk.put("calls.csv", b"ID,Task,Next\n1,Call,2\n2,Note,\n");
    desk.put("base.ron", &desk.get("x.ron"));
    edited("share: 23", "share: 22");
    assert_eq!(desk.run(&["merge", "base.ron", "base.ron", "base.ron", "-o", "x.ron", "--force"]).status, 0);
    assert_eq!(number(), 3);
    // Git's driver writes into files that are gone afterwards.
    desk.put(".merge_file_a1B2c3", &desk.get("base.ron"));
    let gits = ["merge", "base.ron", "base.ron", "x.ron", "-o", ".merge_file_a1B2c3", "--force"];
    assert_eq!(desk.run(&gits).status, 0);
    assert_eq!(number(), 3);
    // The newest one is what was there before.
    let taken = desk.run(&["versions", "x.ron", "1", "-o", "old.ron"]);
    assert_eq!(taken.status, 0, "{}", taken.err);
    assert!(String::from_utf8_lossy(&desk.get("old.ron")).contains("share: 22"));
    assert_eq!(steps("old.ron"), steps("x.ron"));
    desk.put(".config/laneway/settings.ron", b"(discards_versions: true)");
    edited("share: 23", "share:  23");
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    assert_eq!(number(), 3);
}

#[test]
fn versions_of_a_copy_are_not_removed_with_those_of_the_original_unasked() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("text");
    desk.put("x.ron", chart.replacen("share: 25", "share:  25", 1).as_bytes());
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    desk.put("copy.ron", &desk.get("x.ron"));
    let number = || desk.run(&["versions", "x.ron", "--json"]).json().as_array().map_or(0, Vec::len);
    let ran = desk.run(&["versions", "copy.ron", "--discard"]);
    assert_eq!((ran.status, number()), (4, 1));
    for said in ["The version of “Customer service process”", "x.ron as well", "--force"] {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    for (wanted, said) in [("x", "no version x; the only one has the number 1"), ("0", "no version 0")] {
        let ran = desk.run(&["versions", "x.ron", wanted, "-o", "old.ron"]);
        assert!(ran.status == 2 && ran.err.contains(said), "{}", ran.err);
    }
    // The original's own go, and that is said; those of a copy with --force.
    let ran = desk.run(&["versions", "x.ron", "--discard"]);
    assert_eq!((ran.status, number()), (0, 0));
    assert!(ran.text().contains("Removed 1 version of “Customer service process” (x.ron)"), "{}", ran.text());
    desk.put("x.ron", chart.replacen("share: 25", "share:  25", 1).as_bytes());
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    assert_eq!(number(), 1);
    assert_eq!(desk.run(&["versions", "copy.ron", "--discard", "--force"]).status, 0);
    assert_eq!(number(), 0);
}

#[test]
fn versions_of_a_chart_that_may_be_called_otherwise_now_are_not_removed_unasked() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("text");
    desk.put("x.ron", chart.replacen("share: 25", "share:  25", 1).as_bytes());
    assert_eq!(desk.run(&["fmt", "x.ron"]).status, 0);
    std::fs::rename(desk.path("x.ron"), desk.path("renamed.ron")).expect("renamed");
    desk.put("copy.ron", &desk.get("renamed.ron"));
    let ran = desk.run(&["versions", "copy.ron", "--discard"]);
    assert_eq!(ran.status, 4);
    for said in ["was kept of", "x.ron, which is not there any more", "--force"] {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let number = || desk.run(&["versions", "renamed.ron", "--json"]).json().as_array().map_or(0, Vec::len);
    assert_eq!(number(), 1);
    assert_eq!(desk.run(&["versions", "renamed.ron", "--discard", "--force"]).status, 0);
    assert_eq!(number(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn what_the_system_refuses_is_said_once_with_its_place_and_without_numbers() {
    let desk = Desk::with_chart("x.ron");
    let run = desk.run(&["layout", "x.ron", "-o", "/dev/full"]);
    assert_eq!((run.status, run.err.as_str()), (4, "laneway: /dev/full: no room on the disk\n"));
    let run = desk.run(&["layout", "x.ron", "-o", "/dev/full", "--lang", "es"]);
    assert_eq!((run.status, run.err.as_str()), (4, "laneway: /dev/full: no queda espacio en el disco\n"));
    // A file within a file, and a name that no disk takes.
    let long = format!("{}.ron", "x".repeat(300));
    for (name, said) in [
        ("x.ron/y.ron", "una parte de la ruta no es una carpeta"),
        (long.as_str(), "el nombre es demasiado largo o no está permitido"),
    ] {
        for args in [&["info", name][..], &["new", "inbound-call", "-o", name]] {
            let desk = Desk::speaking("es_ES.UTF-8");
            desk.put("x.ron", b"");
            let run = desk.run(args);
            assert!(run.status >= 3 && run.err.contains(said), "{args:?}: {}", run.err);
        }
    }
}

#[test]
fn what_would_replace_a_chart_says_what_is_true_of_its_name() {
    for (lang, there, name) in [
        ("en_US.UTF-8", "a chart is in this file, whatever its name says", "a name that ends in .ron"),
        ("es_ES.UTF-8", "este archivo contiene un diagrama", "un nombre que termina en .ron"),
    ] {
        let desk = Desk::speaking(lang);
        assert_eq!(desk.run(&["new", "customer-service-process", "-o", "x.ron"]).status, 0);
        let chart = desk.get("x.ron");
        for (file, args) in [
            ("x.svg", &["export", "x.ron", "-o", "x.svg"][..]),
            ("x.svg", &["export", "x.svg", "-o", "x.svg", "--force"]),
            ("x.svg", &["diff", "x.ron", "x.ron", "-o", "x.svg", "--force"]),
            ("x.csv", &["convert", "x.ron", "x.csv"]),
            ("x.xlsx", &["convert", "x.ron", "x.xlsx", "--force"]),
            ("x.json", &["layout", "x.ron", "-o", "x.json"]),
            ("r.json", &["merge", "x.ron", "x.ron", "x.ron", "-o", "out.ron", "--report", "r.json"]),
        ] {
            desk.put(file, &chart);
            let ran = desk.run(args);
            assert!(ran.status == 4 && ran.err.contains(there), "{args:?}: {}", ran.err);
            assert!(ran.err.contains(file) && !ran.err.contains(".png"), "{args:?}: {}", ran.err);
            assert_eq!(desk.get(file), chart);
        }
        let ran = desk.run(&["layout", "x.ron", "-o", "y.ron", "--report", "r.ron"]);
        assert!(ran.status == 4 && ran.err.contains(name), "{}", ran.err);
    }
}

#[test]
fn every_command_that_says_something_says_it_in_the_language_that_is_asked_for() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("text");
    desk.put("cut.ron", &chart.as_bytes()[..chart.len() / 2]);
    desk.put("other.ron", chart.replacen("share: 25", "share:  25", 1).as_bytes());
    for (args, said) in [
        (&["repair", "cut.ron", "-o", "new.ron"][..], "El archivo se interrumpe"),
        (&["check", "x.ron"], "sin hallazgos"),
        (&["info", "x.ron"], "carriles"),
        (&["fmt", "other.ron", "--check"], "no está en forma canónica"),
        (&["merge", "x.ron", "x.ron", "x.ron", "-o", "x.csv"], "acaba en .ron"),
        (&["layout", "x.ron", "-o", "x.csv"], "su geometría"),
        (&["recover"], "No hay trabajo sin guardar"),
        (&["versions", "x.ron"], "ninguna versión"),
        (&["diff", "x.ron", "x.ron"], "son iguales"),
        (&["templates"], "carriles"),
        (&["man"], "diagramas"),
    ] {
        let ran = desk.run(&[args, &["--lang", "es"]].concat());
        assert!(ran.err.contains(said) || ran.text().contains(said), "{args:?}: {}{}", ran.err, ran.text());
        let ran = desk.run(args);
        assert!(!ran.err.contains(said) && !ran.text().contains(said), "{args:?}: {}", ran.err);
    }
}

#[test]
fn the_readme_lists_the_commands_that_there_are() {
    let readme = std::fs::read_to_string(crate::source::project().join("README.md")).expect("a file");
    let (_, list) = readme.split_once("\nlaneway [FILE...] ").expect("a list");
    let (list, _) = list.split_once("```").expect("its end");
    let listed = list.lines().filter_map(|line| line.strip_prefix("laneway ")?.split(' ').next());
    let help = Desk::new().run(&["--help"]).text();
    let (_, commands) = help.split_once("Commands:\n").expect("a list");
    let (commands, _) = commands.split_once("\n\n").expect("its end");
    let known = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let known: Vec<&str> = known.filter(|name| !name.is_empty()).collect();
    assert_eq!(listed.collect::<Vec<_>>(), known);
}
