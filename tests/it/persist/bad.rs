//! Bad input: an error in plain words that names the place; never a panic.

use laneway::{
    locale::{Catalog, UiLang},
    persist::{LoadError, load},
};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("../../golden/v2.ron");

/// A small good file; the table below breaks it.
const GOOD: &str = r#"(
  format: "laneway",
  version: 2,
  document: (
    language: "en",
    pages: [
      (
        id: "main",
        lanes: [(id: "one", size: 160.0)],
        steps: [
          (id: "ask", kind: Process, lane: "one", text: {"en": "Ask"}),
          (id: "end", kind: End(Solved), lane: "one"),
        ],
        connectors: [
          (id: "go", from: "ask", to: "end"),
        ],
        places: (
          steps: [
            (step: "ask", along: 100.0, across: 80.0, size: (136.0, 54.0)),
            (step: "end", along: 300.0, across: 80.0),
          ],
          connectors: [
            (connector: "go", bends: [(lane: "one", along: 200.0, across: 80.0)]),
          ],
        ),
      ),
    ],
  ),
)
"#;

/// What is replaced in the good file, by what; a part of the message; the line.
const TABLE: [(&str, &str, &str, usize); 37] = [
    ("size: 160.0)]", "size: 160.0)", "damaged", 10),
    ("kind: Process", "kind: Proces", "Proces", 11),
    ("lane: \"one\", text", "lan: \"one\", text", "lan", 11),
    ("lane: \"one\", text: {\"en\": \"Ask\"}", "text: {\"en\": \"Ask\"}", "missing field", 11),
    ("kind: Process,", "kind: Process, kind: Process,", "duplicate field", 11),
    ("{\"en\": \"Ask\"}", "{\"en\": \"Ask\", \"en\": \"Say\"}", "twice", 11),
    ("{\"en\": \"Ask\"}", "{\"English\": \"Ask\"}", "not a language code", 11),
    ("{\"en\": \"Ask\"}", "{\"en\": \"Ask}", "damaged", 12),
    ("{\"en\": \"Ask\"}", "{\"en\": \"A\\u{7}\"}", "U+0007", 11),
    ("{\"en\": \"Ask\"}", "{\"en\": \"A\u{7}\"}", "U+0007", 11),
    ("{\"en\": \"Ask\"}", "{\"en\": \"A\r\"}", "U+000D", 11),
    ("{\"en\": \"Ask\"}", "[\"Ask\"]", "damaged", 11),
    ("id: \"end\"", "id: \"ask\"", "used twice", 12),
    ("id: \"end\"", "id: \"main\"", "no place", 8),
    ("160.0)]", "160.0)], phases: [(id: \"ask\", size: 9)]", "used twice", 11),
    ("id: \"ask\"", "id: \"Ask!\"", "no place", 11),
    ("id: \"main\"", "id: \"Main page\"", "not an id", 8),
    ("lane: \"one\", text", "lane: \"two\", text", "\"two\", which is not there", 11),
    ("lane: \"one\", text", "lane: \"one\", phase: \"x\", text", "\"x\", which is not there", 11),
    ("to: \"end\"", "to: \"nobody\"", "\"nobody\", which is not there", 15),
    ("to: \"end\"", "share: 5", "has no to", 15),
    ("to: \"end\"", "to: \"end\", share: 101", "from 0 to 100", 15),
    ("(step: \"end\", along: 300.0, across: 80.0),", "", "no place", 12),
    ("(step: \"end\"", "(step: \"ask\"", "two places", 20),
    ("(connector: \"go\"", "(connector: \"gone\"", "not there", 23),
    ("bends: [(lane: \"one\"", "bends: [(lane: \"two\"", "lane \"two\"", 23),
    ("bends: [(lane: \"one\", along: 200.0", "bends: [(lane: \"one\", along: 2e7", "10,000,000", 23),
    ("bends: [", "routed: false, bends: [", "routed: false", 23),
    ("along: 100.0", "along: 1e999", "too large", 19),
    ("along: 100.0", "along: NaN", "not a number", 19),
    ("along: 100.0", "along: -inf", "not a number", 19),
    ("along: 100.0", "along: 10000500.0", "10,000,000", 19),
    ("size: (136.0, 54.0)", "size: (-136.0, 54.0)", "sizes must be above 0", 11),
    ("size: (136.0, 54.0)", "size: (136.0, 54.0), style: (fill: \"red\")", "not a colour", 19),
    ("[(id: \"one\", size: 160.0)]", "[]", "not there", 11),
    ("language: \"en\"", "language: \"e\"", "not a language code", 5),
    ("    pages: [", "    pagse: [", "pagse", 6),
];

fn refused(bytes: &[u8]) -> LoadError {
    load(bytes, "bad.ron").unwrap_err()
}

#[test]
fn the_table_begins_with_a_good_file() {
    let loaded = load(GOOD.as_bytes(), "good.ron").unwrap();
    assert_eq!(loaded.unsized_steps.len(), 1);
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let mut wrong = Vec::new();
    for (old, new, part, line) in TABLE {
        assert_eq!(GOOD.matches(old).count(), 1, "{old}");
        let file = GOOD.replacen(old, new, 1);
        let error = refused(file.as_bytes());
        let message = error.to_string();
        let in_version_1 = refused(file.replacen("version: 2", "version: 1", 1).as_bytes());
        assert_eq!(message, in_version_1.to_string(), "in version 1");
        let found = error.line_column().map(|at| at.0);
        let first = message.lines().next().unwrap_or_default();
        if found != Some(line) || !first.contains(part) || !first.contains(&format!("bad.ron:{line}:")) {
            wrong.push(format!("{new}: wanted {part:?} in line {line}, found {found:?}: {message}"));
        }
        if message.lines().count() != 2 || message.contains("V1") || message.contains("V2") {
            wrong.push(format!("{new}: does not read well: {message}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two lanes and the pools that are put there; a part of the message; the line.
const POOLS: [(&str, &str, &str, usize); 7] = [
    ("", "(id: \"p\"),", "\"p\" holds no lane", 9),
    (", pool: \"p\"", "", "\"p\", which is not there", 8),
    (", pool: \"p\"", "(id: \"p\", parent: \"q\"),", "\"q\", which is not there", 9),
    (", pool: \"p\"", "(id: \"p\", parent: \"p\"),", "\"p\" lies in itself", 9),
    (", pool: \"p\"", "(id: \"p\", parent: \"q\"), (id: \"q\", parent: \"p\"),", "\"p\" lies in itself", 9),
    (", pool: \"p\"", "(id: \"p\"), (id: \"p\"),", "used twice", 9),
    (", pool: \"P\"", "(id: \"p\"),", "not an id", 8),
];

#[test]
fn pools_that_cannot_be_are_named_with_their_line() {
    let lanes = "lanes: [(id: \"one\", size: 160.0)]";
    for (of_lane, pools, part, line) in POOLS {
        let lanes_of = format!(
            "lanes: [(id: \"two\", size: 160.0{of_lane}), (id: \"one\", size: 160.0)],\npools: [{pools}]"
        );
        let file = GOOD.replacen(lanes, &lanes_of, 1).replacen(
            "id: \"main\",\n        lanes",
            "id: \"main\", lanes",
            1,
        );
        let error = refused(file.as_bytes());
        let message = error.to_string();
        assert!(message.contains(part), "{pools}: {message}");
        assert_eq!(error.line_column().map(|at| at.0), Some(line), "{message}");
    }
    let apart = GOOD.replacen(
        lanes,
        "lanes: [(id: \"a\", size: 9.0, pool: \"p\"), (id: \"one\", size: 160.0), (id: \"b\", size: 9.0, pool: \"p\")], pools: [(id: \"p\")]",
        1,
    );
    assert!(refused(apart.as_bytes()).to_string().contains("do not stand side by side"));
    let nested: Vec<String> =
        (0..40).map(|nth| format!("(id: \"p{nth}\", parent: \"p{}\"),", nth + 1)).collect();
    let nested = nested.concat();
    let pools = format!("lanes: [(id: \"one\", size: 160.0, pool: \"p0\")], pools: [{nested}(id: \"p40\")]");
    let deep = GOOD.replacen(lanes, &pools, 1);
    assert!(refused(deep.as_bytes()).to_string().contains("more than 32"), "{}", refused(deep.as_bytes()));
}

#[test]
fn what_an_older_version_says_of_steps_that_are_raised_is_read_or_refused() {
    let file = |order: &str| {
        let file = GOOD.replacen("version: 2", "version: 1", 1);
        file.replacen("places: (", &format!("places: (z_order: [{order}],"), 1)
    };
    let loaded = load(file("\"end\", \"ask\"").as_bytes(), "old.ron").unwrap();
    let page = &loaded.document.pages[0];
    assert_eq!(page.steps_in_z_order().map(|step| step.id.as_str()).collect::<Vec<_>>(), ["end", "ask"]);
    for (order, part) in [("\"end\", \"end\"", "\"end\" twice"), ("\"gone\"", "\"gone\", which is not there")]
    {
        let error = refused(file(order).as_bytes());
        assert!(error.to_string().contains(part), "{error}");
        assert_eq!(error.line_column().map(|at| at.0), Some(8), "{error}");
    }
    refused(file("").replacen("version: 1", "version: 2", 1).as_bytes());
}

#[test]
fn a_reader_of_spanish_reads_no_english() {
    let english = [" the ", " is ", "there", "must", "remove", "correct ", "field", "xpected", " not "];
    for (old, new, _, line) in TABLE {
        let error = refused(GOOD.replacen(old, new, 1).as_bytes());
        let message = error.say(Catalog::of(UiLang::Es));
        let found: Vec<_> = english.iter().filter(|word| message.contains(**word)).collect();
        assert!(found.is_empty(), "{new}: {found:?} in {message}");
        assert!(message.contains(&format!("bad.ron:{line}:")), "{message}");
    }
}

#[test]
fn columns_are_exact() {
    let at = |old: &str, new: &str| refused(GOOD.replacen(old, new, 1).as_bytes()).line_column();
    assert_eq!(at("kind: Process", "kinds: Process"), Some((11, 23)));
    assert_eq!(at("id: \"end\"", "id: \"ask\""), Some((12, 12)));
    assert_eq!(at("version: 2", "version: 9"), Some((3, 12)));
}

#[test]
fn files_of_others_are_told_apart() {
    let says = |bytes: &[u8], part: &str| {
        let message = refused(bytes).to_string();
        assert!(message.contains(part) && message.contains("bad.ron"), "{message}");
    };
    says(b"", "empty");
    says(b"\xEF\xBB\xBF \r\n", "empty");
    says(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text");
    says(b"(\0", "not text");
    says("(format".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice(), "UTF-16LE");
    says("\u{feff}(".encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>().as_slice(), "UTF-16BE");
    says(b"(format: \"laneway\",\n title: \"S\xED\")", "not UTF-8 text but windows-1252");
    says(b"(format: \"laneway\",\n title: \"S\xED\")", "bad.ron:2:11");
    says(b"(title: \"S\xC3\xAD, \xC3\xB1, \xFF\")", "not UTF-8 text: bad.ron:1:17");
    says(b"<svg/>", "not a Laneway document: bad.ron:1:1");
    says(b"(format: \"other\", version: 1)", "not a Laneway document");
    says(
        GOOD.replace("version: 2", "version: 3").as_bytes(),
        "newer Laneway (version 3 of the format): bad.ron:3:12",
    );
    says(
        GOOD.replace("version: 2", "version: 0").as_bytes(),
        "no version that Laneway knows (found 0): bad.ron:3",
    );
    says(GOOD.replace("version: 2", "version: \"x\"").as_bytes(), "no version that Laneway knows");
    says(GOOD.replace("  version: 2,\n", "").as_bytes(), "no version that Laneway knows (found none)");
    says(&vec![b' '; (64 << 20) + 1], "larger than 64 MiB");
}

#[test]
fn deep_nesting_is_refused_before_it_is_parsed() {
    for open in ["(", "[", "{", "Some(", "r\"x\"[", "/*/**/*/("] {
        let text = GOOD.replacen("\"en\",", &open.repeat(200_000), 1);
        assert!(matches!(refused(text.as_bytes()), LoadError::TooDeep { at: (5, _), .. }), "{open}");
    }
    let comments = GOOD.replacen("\"en\",", &"/*".repeat(200_000), 1);
    refused(comments.as_bytes());
}

#[test]
fn too_many_steps_are_refused() {
    use std::fmt::Write as _;
    let (mut steps, mut places) = (String::new(), String::new());
    for i in 0..100_000 {
        writeln!(steps, "(id: \"s{i}\", kind: Note, lane: \"one\"),").unwrap();
        writeln!(places, "(step: \"s{i}\", along: 1, across: 1),").unwrap();
    }
    let text = GOOD.replace("(id: \"ask\"", &format!("{steps}(id: \"ask\""));
    let text = text.replace("(step: \"ask\"", &format!("{places}(step: \"ask\""));
    let message = refused(text.as_bytes()).to_string();
    assert!(message.contains("100002 steps; at most 100000"), "{message}");
}

#[test]
fn truncated_files_are_refused() {
    for length in (0..GOLDEN.trim_end().len()).step_by(97) {
        refused(&GOLDEN.as_bytes()[..length]);
    }
}

mod props {
    use super::*;
    use crate::testing::cases;

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn random_bytes_are_refused(bytes: Vec<u8>, tail: Vec<u8>) {
            refused(&bytes);
            let head = b"(format: \"laneway\", version: 1, document: (".as_slice();
            refused(&[head, &tail].concat());
        }

        #[test]
        fn files_with_random_places_overwritten_never_panic(at in 0..GOLDEN.len(), bytes in "[\\PC\"(){}\\[\\],:/*\\\\]{1,6}") {
            let mut file = GOLDEN.as_bytes().to_vec();
            let end = (at + bytes.len()).min(file.len());
            file.splice(at..end, bytes.bytes());
            match load(&file, "bad.ron") {
                Ok(loaded) => prop_assert_eq!(loaded.document.check(), Ok(())),
                Err(error) => prop_assert!(error.to_string().contains("bad.ron")),
            }
        }
    }
}
