//! Names of files that are no text, or that a screen would obey, on the command line.

use std::{
    ffi::{OsStr, OsString},
    os::unix::ffi::OsStringExt as _,
};

use crate::run::{Desk, Ran};

/// What files are called: bytes that are no text, and characters that move, colour and turn what is shown.
const STEM: &[u8] = b"caf\xe9\n\x1b[31m\t\xe2\x80\xae";
/// What people read of it.
const SAID: &str = r"caf\xE9\n\u{1b}[31m\t\u{202e}";

/// Such a name with `ending`.
fn odd(ending: &str) -> OsString {
    OsString::from_vec([STEM, ending.as_bytes()].concat())
}

/// Runs the program; an argument that begins with `@` is an odd name with what follows.
fn run(desk: &Desk, args: &[&str]) -> Ran {
    let name = |arg: &&str| arg.strip_prefix('@').map_or_else(|| OsStr::new(arg).to_owned(), odd);
    let ran = desk.run(&args.iter().map(name).collect::<Vec<_>>());
    for text in [&*String::from_utf8_lossy(&ran.out), &ran.err] {
        let is_seen = |c: char| c == '\n' || (!c.is_control() && c != '\u{202e}');
        assert!(text.chars().all(is_seen), "{args:?}: {text:?}");
    }
    ran
}

fn desk() -> Desk {
    let desk = Desk::new();
    assert_eq!(run(&desk, &["new", "customer-service-process", "-o", "@.ron"]).status, 0);
    desk
}

#[test]
fn every_command_reads_and_writes_files_of_any_name() {
    let desk = desk();
    desk.put(odd("-list.csv"), b"ID,Task,Next\n1,Call,2\n2,Note,\n");
    for (args, made) in [
        (&["convert", "@.ron", "@.xlsx", "--report", "@.json"][..], &[".xlsx", ".json"][..]),
        (&["convert", "@-list.csv", "@-list.ron"], &["-list.ron"]),
        (&["export", "@.ron", "-o", "@.svg"], &[".svg"]),
        (&["export", "@.ron", "-o", "@.svg"], &[".svg"]),
        (&["layout", "@.ron", "-o", "@-laid-out.ron"], &["-laid-out.ron"]),
        (&["merge", "@.ron", "@.ron", "@.ron", "-o", "@-merged.ron"], &["-merged.ron"]),
        (&["repair", "@.ron", "-o", "@-repaired.ron"], &["-repaired.ron"]),
        (&["fmt", "@.ron"], &[]),
        (&["fmt", "--check", "@.ron"], &[]),
        (&["info", "@.ron"], &[]),
        (&["diff", "@.ron", "@-merged.ron"], &[]),
        (&["diff", "--textconv", "@.ron"], &[]),
        (&["versions", "@.ron"], &[]),
    ] {
        let ran = run(&desk, args);
        assert_eq!(ran.status, 0, "{args:?}: {}", ran.err);
        for ending in made {
            assert!(desk.path(odd(ending)).exists(), "{args:?}");
        }
    }
    assert!([0, 1].contains(&run(&desk, &["check", "@.ron"]).status));
}

#[test]
fn names_that_are_made_of_a_name_keep_its_bytes() {
    let desk = desk();
    let ran = run(&desk, &["export", "@.ron", "-o", "out/", "--format", "svg,json"]);
    assert_eq!((ran.status, ran.text()), (0, format!("out/{SAID}.svg\nout/{SAID}.json\n")));
    assert!(desk.path("out").join(odd(".svg")).exists() && desk.path("out").join(odd(".json")).exists());
    // Known as made of this chart, which the second run replaces.
    assert_eq!(run(&desk, &["export", "@.ron", "-o", "@.png"]).status, 0);
    assert_eq!(run(&desk, &["export", "@.ron", "-o", "@.png"]).status, 0);
    desk.put("two.ron", include_bytes!("../golden/v1.ron"));
    let ran = run(&desk, &["export", "@.ron", "two.ron", "-o", "@.svg"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(desk.path(odd("-1-customer-service-process.svg")).exists(), "{}", ran.text());
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_name_in_plain_characters() {
    let desk = desk();
    desk.put(odd("-broken.ron"), b"(format: \"laneway\", version: 2, document: (");
    desk.put(odd(".csv"), b"");
    for (args, status, said) in [
        (&["@-gone.ron"][..], 3, "-gone.ron"),
        (&["info", "@-gone.ron"], 3, "-gone.ron"),
        (&["info", "@-broken.ron"], 3, "-broken.ron"),
        (&["convert", "@.csv", "x.ron"], 3, ".csv"),
        (&["convert", "@.ron", "@.csv"], 4, ".csv"),
        (&["convert", "@.ron", "@.doc"], 2, ".doc"),
        (&["layout", "@.ron", "-o", "@.doc"], 2, ".doc"),
        (&["layout", "@-broken.ron", "-o", "@.ron"], 3, "-broken.ron"),
        (&["export", "@.ron", "-o", "@.ron"], 4, ".ron"),
        (&["export", "@.ron", "--page", "9", "-o", "x.svg"], 2, ".ron"),
        (&["repair", "@.ron", "-o", "@.ron"], 2, ".ron"),
        (&["new", "inbound-call", "-o", "@.ron"], 4, ".ron"),
        (&["new", "inbound-call", "-o", "@/x.ron"], 4, ""),
    ] {
        let ran = run(&desk, args);
        assert_eq!(ran.status, status, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(&format!("{SAID}{said}")), "{args:?}: {}", ran.err);
    }
}

#[test]
fn programs_are_told_names_as_text() {
    let desk = desk();
    let chart = String::from_utf8(desk.get(odd(".ron"))).expect("text");
    desk.put(odd(".ron"), chart.replacen("share: 25", "share: 24", 1).as_bytes());
    let found = desk.run(&[OsString::from("check"), odd(".ron"), "--json".into()]).json();
    let file = found.as_array().and_then(|found| found.first()).map(|found| found["file"].clone());
    assert_eq!(file, Some("caf\u{fffd}\n\u{1b}[31m\t\u{202e}.ron".into()), "{found}");
}

#[test]
fn standard_input_and_output_are_called_by_a_hyphen() {
    let desk = desk();
    let chart = desk.get(odd(".ron"));
    assert_eq!(desk.run_with(&["fmt", "-"], &chart).out, chart);
    assert_eq!(desk.run_with(&["export", "-", "-o", "-", "--format", "json"], &chart).status, 0);
    desk.put("-", &chart);
    assert_eq!(desk.run(&["info", "./-"]).status, 0);
}
