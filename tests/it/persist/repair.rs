//! Damaged files: what stands there whole is in the document that opens.

use std::path::Path;

use laneway::{
    model::{Document, StepId},
    persist::{self, RepairKind, RepairNote},
    pipeline, revise,
};
use proptest::{prelude::*, sample::Index};

use crate::{run::Desk, testing::cases};

const GOLDEN: [&str; 2] = [include_str!("../../golden/v1.ron"), include_str!("../../golden/v2.ron")];

fn repaired(text: &str) -> (Document, Vec<RepairNote>) {
    pipeline::repair(text.as_bytes()).expect("something can be saved")
}

fn kinds(notes: &[RepairNote]) -> Vec<RepairKind> {
    notes.iter().map(|note| note.kind).collect()
}

fn chart() -> String {
    let desk = Desk::with_chart("x.ron");
    String::from_utf8(desk.get("x.ron")).expect("a chart is text")
}

fn count(document: &Document) -> usize {
    document.pages.iter().map(|page| page.steps.len()).sum()
}

#[test]
fn a_sound_file_is_left_as_it_is() {
    for text in GOLDEN {
        let mut sound = pipeline::open(text.into(), Path::new("golden.ron")).expect("it opens").document;
        let (document, notes) = repaired(text);
        // A file without an id gets one when it is opened; what is repaired is a new chart.
        sound.id.clone_from(&document.id);
        assert_eq!(notes, []);
        assert!(document == sound, "{:?}", revise::diff(&sound, &document));
    }
}

#[test]
fn a_file_that_breaks_off_keeps_every_whole_record() {
    let chart = chart();
    let ids: Vec<StepId> = pipeline::open(chart.clone().into(), Path::new("x.ron"))
        .map(|opened| opened.document.pages[0].steps.keys().cloned().collect())
        .expect("it opens");
    let ends: Vec<usize> = ids
        .iter()
        .map(|id| {
            let start = chart.find(&format!("id: \"{id}\"")).expect("the step is there");
            let after = chart.get(start..).unwrap_or_default();
            start + after.find("\n          ),").expect("its record ends") + 13
        })
        .collect();
    for cut in (2000..chart.len()).step_by(4999) {
        let Some(begun) = chart.get(..cut) else { continue };
        let (document, notes) = repaired(begun);
        assert!(kinds(&notes).contains(&RepairKind::CutOff));
        for (id, end) in ids.iter().zip(&ends).filter(|(_, end)| **end <= cut) {
            assert!(document.pages[0].steps.contains_key(id), "{id}, which ends at {end}, cut at {cut}");
        }
        assert_eq!(document.check(), Ok(()));
    }
}

#[test]
fn comments_hide_nothing_from_the_repair() {
    let chart = chart();
    let commented = chart
        .replacen("title: {", "// our (own) chart\n  title: {", 1)
        .replacen("pages: [", "/* one page */ pages: [", 1)
        .replacen("steps: [", "steps: [ // the first step\n", 1);
    let commented = format!("// (c) a team\n#![enable(implicit_some)]\n{commented}");
    let end = chart.rfind("places: (").expect("the places");
    let rest = commented.len() - chart.len();
    let (whole, _) = repaired(chart.get(..end).expect("a part"));
    let (document, notes) = repaired(commented.get(..end + rest).expect("a part"));
    assert_eq!(count(&document), count(&whole));
    assert_eq!(document.title, whole.title);
    assert!(!kinds(&notes).contains(&RepairKind::LeftOver), "{notes:?}");
}

#[test]
fn a_file_of_version_1_that_breaks_off_is_saved_wherever_that_is() {
    let chart = GOLDEN[0];
    let first = chart.find("steps: [").expect("the steps");
    for cut in (first..chart.len()).step_by(97).filter(|cut| chart.is_char_boundary(*cut)) {
        let begun = chart.get(..cut).unwrap_or_default();
        assert!(pipeline::repair(begun.as_bytes()).is_some(), "cut at {cut}");
    }
}

#[test]
fn what_is_damaged_spoils_nothing_else() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let first = "id: \"ask-cmz7x\",";
    for (old, new, kind, lost) in [
        // A field that nobody knows, a value that is none, a record that is none.
        (first, "id: \"ask-cmz7x\", colour: 7,", RepairKind::Field, 0),
        ("kind: Process,", "kind: Prozess,", RepairKind::Record, 1),
        // A lane that is not there, and a place that belongs to nothing.
        ("lane: \"employee\",", "lane: \"nobody\",", RepairKind::Reference, 0),
        ("(step: \"ask-cmz7x\",", "(step: \"nothing\",", RepairKind::LeftOver, 0),
        ("along: 456.0, across: 45.0", "along: 1e300, across: 45.0", RepairKind::Place, 0),
        (first, "id: \"Not A Name\",", RepairKind::Renamed, 0),
        ("size: 182.0", "size: -1.0", RepairKind::Number, 0),
    ] {
        assert!(chart.contains(old), "{old}");
        let damaged = chart.replacen(old, new, 1);
        assert!(pipeline::open(damaged.clone().into(), Path::new("x.ron")).is_err(), "{new}");
        let (document, notes) = repaired(&damaged);
        assert!(kinds(&notes).contains(&kind), "{new}: {notes:?}");
        assert_eq!(count(&document), count(&sound) - lost, "{new}");
        assert_eq!(document.check(), Ok(()), "{new}");
    }
}

#[test]
fn a_missing_bracket_swallows_nothing() {
    let chart = chart();
    let end = chart.find("\n          ),").expect("a record of a list ends");
    let mut damaged = chart.clone();
    assert_eq!(damaged.remove(end + 11), ')');
    let (document, _) = repaired(&damaged);
    let (sound, _) = repaired(&chart);
    assert_eq!(count(&document), count(&sound));
    assert_eq!(document.pages[0].lanes.len(), sound.pages[0].lanes.len());
}

#[test]
fn repair_says_what_it_did_and_never_touches_the_file() {
    let desk = Desk::with_chart("x.ron");
    let chart = String::from_utf8(desk.get("x.ron")).expect("a chart is text");
    let cut = &chart.as_bytes()[..chart.len() / 2];
    desk.put("cut.ron", cut);
    assert_eq!(desk.run(&["repair", "cut.ron", "-o", "cut.ron", "--force"]).status, 2);
    let ran = desk.run(&["repair", "cut.ron", "-o", "new.ron", "--json"]);
    assert_eq!(desk.get("cut.ron"), cut);
    assert_eq!(ran.status, 1, "{}", ran.err);
    assert_eq!(desk.run(&["info", "new.ron"]).status, 0);
    assert_eq!(desk.run(&["repair", "x.ron", "-o", "same.ron"]).status, 0);
    assert_eq!(desk.get("same.ron"), desk.get("x.ron"));
    desk.put("nothing.ron", b"(format: \"laneway\", version: 2, document: (");
    let ran = desk.run(&["repair", "nothing.ron", "-o", "none.ron"]);
    assert_eq!(ran.status, 3);
    assert!(!desk.path("none.ron").exists());
}

proptest! {
    #![proptest_config(cases(48))]

    /// Whatever becomes of a file: it is refused, or a sound document comes of it that can be saved and opened.
    #[test]
    fn whatever_comes_of_it_can_be_saved(
        changes in prop::collection::vec((any::<Index>(), 0..40_usize, "[ -~]{0,3}"), 1..6),
    ) {
        for text in GOLDEN {
            let mut bytes = text.as_bytes().to_vec();
            for (at, cut, put) in &changes {
                let at = at.index(bytes.len());
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, put.bytes());
            }
            if let Some((document, _)) = pipeline::repair(&bytes) {
                prop_assert_eq!(document.check(), Ok(()));
                let again = persist::to_ron(&document);
                prop_assert!(persist::load(again.as_bytes(), "again.ron").is_ok(), "{}", again);
            }
        }
    }
}
