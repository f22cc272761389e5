//! Tables that nobody should have made.

use std::path::Path;

use laneway::{
    arrange::LayoutOptions,
    interop::{TableFile, TableProblem},
    locale::{Catalog, UiLang},
    pipeline,
};

use super::helpers::{codes, english, import, problem};

#[test]
fn what_is_no_table_is_refused_in_words() {
    let cases: [(&[u8], TableProblem); 2] = [(b"", TableProblem::Empty), (b" \n,,\n", TableProblem::Empty)];
    for (bytes, expected) in cases {
        assert_eq!(problem(bytes), expected);
    }
    assert!(matches!(problem(b"PK\x03\x04 broken"), TableProblem::Damaged { .. }));
    assert!(matches!(problem(b"1,2\n3,4\n"), TableProblem::NoSteps { .. }));
    for lang in UiLang::ALL {
        let error = TableFile::open(b"", Path::new("calls.csv")).expect_err("nothing");
        assert!(error.say(Catalog::of(lang)).contains("calls.csv"));
    }
}

#[test]
fn huge_cells_rows_and_columns_are_cut_or_refused() {
    let long = format!("ID,Task\n1,{}\n", "x".repeat(50_000));
    let imported = import(long.as_bytes());
    assert_eq!(codes(&imported.report)[0], "table-cut-text");
    assert_eq!(imported.report.totals().approximated, 1);
    assert!(matches!(problem("x,".repeat(20_000).as_bytes()), TableProblem::TooMany { .. }));
    let rows = format!("ID,Task\n{}", "1,x\n".repeat(100_001));
    assert!(matches!(problem(rows.as_bytes()), TableProblem::TooMany { .. }));
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
        let file = TableFile::open(&bytes, Path::new("x"));
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
        let file = TableFile::open(writer.as_bytes(), Path::new("x.csv"));
        if let Ok(imported) = file.and_then(|file| pipeline::import_table(&file, &english(), LayoutOptions::default())) {
            proptest::prop_assert!(imported.report.totals().is_balanced(), "{:#?}", imported.report);
            proptest::prop_assert_eq!(imported.document.check(), Ok(()));
        }
    }
}

fn csv_of(headers: &[&str]) -> String {
    headers.join(",") + "\n"
}
