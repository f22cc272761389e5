//! Damaged files: what stands there whole is in the document that opens.

use std::{collections::BTreeSet, path::Path};

use laneway::{
    locale::{Catalog, UiLang},
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
        ("kind: Process,", "kind: Something,", RepairKind::Usual, 0),
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

/// The chart with `new` in place of the first `old`, repaired.
fn changed(chart: &str, old: &str, new: &str) -> (Document, Vec<RepairNote>) {
    assert!(chart.contains(old), "{old}");
    repaired(&chart.replacen(old, new, 1))
}

/// The record of the step where the agent asks.
fn asking(chart: &str) -> String {
    let (_, record) = chart.split_once("id: \"ask-cmz7x\"").expect("a step");
    let (record, _) = record.split_once("\n          ),\n").expect("its end");
    format!("          (\n            id: \"ask-cmz7x\"{record}\n          ),\n")
}

fn has_loss(notes: &[RepairNote]) -> bool {
    notes.iter().any(|note| note.kind.is_loss())
}

#[test]
fn signs_that_are_wrong_cost_nothing() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let next = "          ),\n          (\n            id: \"";
    for (old, new) in [
        (next, "          ),\n          ),\n          (\n            id: \""),
        (next, "          ),\n          ((\n            id: \""),
        (next, "          )\n          (\n            id: \""),
        ("kind: Process,", "kind: Process"),
        ("lane: \"employee\",", "lane: \"employee,"),
        ("kind: Process,", "kind Process,"),
        ("connectors: [", "conectors: ["),
    ] {
        for text in [chart.clone(), chart.split_whitespace().collect::<Vec<_>>().join(" ")] {
            let squeezed = |of: &str| of.split_whitespace().collect::<Vec<_>>().join(" ");
            let (old, new) =
                if text.contains('\n') { (old.into(), new.into()) } else { (squeezed(old), squeezed(new)) };
            let (document, notes) = changed(&text, &old, &new);
            assert!(document == sound, "{new}: {:?} {notes:?}", revise::diff(&sound, &document));
            let kinds: BTreeSet<RepairKind> = kinds(&notes).into_iter().collect();
            assert_eq!(kinds, BTreeSet::from([RepairKind::Signs]), "{new}");
        }
    }
}

#[test]
fn what_stands_between_records_is_said_and_costs_no_record() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let (document, notes) =
        changed(&chart, "          (\n            id: \"ask", "oops %%\n          (\n            id: \"ask");
    assert!(document == sound);
    let about = notes.iter().find(|note| note.kind == RepairKind::LeftOver).map(|note| note.about.as_str());
    assert_eq!(about, Some("oops %%"));
}

#[test]
fn of_a_record_only_what_is_wrong_goes() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    for (old, new, kind, about) in [
        ("role: Customer,", "role: Customer, colour: (a: 1),", RepairKind::Field, "colour"),
        ("id: \"ask-cmz7x\",", "id: \"ask-cmz7x\", goal: 7,", RepairKind::Field, "goal"),
        ("kind: Decision(", "kind: Choice(", RepairKind::Usual, "kind"),
    ] {
        let (document, notes) = changed(&chart, old, new);
        let said = |note: &&RepairNote| note.kind == kind && note.about.starts_with(about);
        assert!(notes.iter().any(|note| said(&note)) && has_loss(&notes), "{new}: {notes:?}");
        assert_eq!(document.pages[0].lanes, sound.pages[0].lanes, "{new}");
        for (id, step) in &sound.pages[0].steps {
            assert_eq!(document.pages[0].steps[id].text, step.text, "{new}");
            assert_eq!(document.pages[0].steps[id].rect, step.rect, "{new}");
        }
    }
}

#[test]
fn a_word_that_is_nearly_known_is_read_as_that() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    for (old, new, kind) in [
        ("kind: Process,", "kind: process,", RepairKind::Spelling),
        ("kind: Process,", "kind: Proces,", RepairKind::Spelling),
        ("kind: Process,", "kind: \"Prozess\",", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Dezision(plain)", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Decision Plain)", RepairKind::Signs),
        ("kind: Decision(Plain)", "kind: Decision(Plain", RepairKind::Signs),
        ("kind: Decision(Plain)", "kind: Decision Plain", RepairKind::Signs),
        ("kind: Decision(Plain)", "kind: DecisionPlain)", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: DezisionPlain)", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Decision((Plain)", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Desision((plain", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: (Decision(Plain))", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Decision(\"Plain\")", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Decision-Plain", RepairKind::Spelling),
        ("kind: Decision(Plain)", "kind: Decision[Plain]", RepairKind::Signs),
        ("kind: Process,", "kind: (Process),", RepairKind::Spelling),
        ("kind: Process,", "kind: Process.,", RepairKind::Spelling),
        ("role: Customer,", "role: customer,", RepairKind::Spelling),
        ("size: 182.0,", "size: \"182.0\",", RepairKind::Spelling),
    ] {
        let (document, notes) = changed(&chart, old, new);
        assert!(document == sound, "{new}: {:?} {notes:?}", revise::diff(&sound, &document));
        assert!(kinds(&notes).contains(&kind) && !has_loss(&notes), "{new}: {notes:?}");
        let (before, _) = chart.split_once(old).expect("a part of the chart");
        let line = before.matches('\n').count() + 1;
        assert_eq!(notes.first().and_then(|note| note.line), Some(line), "{new}: {notes:?}");
    }
}

/// `text` in UTF-16, low bytes first or last.
fn wide(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn a_chart_that_another_program_saved_in_its_encoding_is_read() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let latin: Vec<u8> = chart.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin letters")).collect();
    let marked = format!("\u{feff}{chart}");
    for (bytes, encoding) in [
        (wide(&chart, u16::to_le_bytes), "UTF-16LE"),
        (wide(&chart, u16::to_be_bytes), "UTF-16BE"),
        (wide(&marked, u16::to_le_bytes), "UTF-16LE"),
        (wide(&marked, u16::to_be_bytes), "UTF-16BE"),
        (latin, "windows-1252"),
    ] {
        let error = pipeline::open(bytes.clone(), Path::new("x.ron")).expect_err("it is not UTF-8");
        assert!(error.is_damage() && error.to_string().contains(encoding), "{error}");
        let (document, notes) = pipeline::repair(&bytes).expect("something can be saved");
        assert!(document == sound, "{encoding}: {:?} {notes:?}", revise::diff(&sound, &document));
        assert!(matches!(&notes[..], [note] if note.about == encoding), "{notes:?}");
        assert!(!has_loss(&notes));
    }
    let opened = pipeline::open(marked.into(), Path::new("x.ron")).expect("UTF-8 with a mark opens");
    assert_eq!(opened.document.title, sound.title);
}

#[test]
fn a_byte_that_is_no_letter_costs_that_letter() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let old = "\"Ask the customer for details\"";
    let at = chart.find(old).expect("a text") + 1;
    let mut bytes = chart.clone().into_bytes();
    bytes[at] = 0xFF;
    let (document, notes) = pipeline::repair(&bytes).expect("something can be saved");
    let line = chart.get(..at).expect("a part").matches('\n').count() + 1;
    let about: Vec<_> = notes.iter().map(|note| (note.kind, note.line)).collect();
    assert_eq!(about, [(RepairKind::Letters, Some(line))]);
    let said = chart.replacen(old, "\"\u{fffd}sk the customer for details\"", 1);
    assert!(document == repaired(&said).0 && count(&document) == count(&sound));
    assert!(has_loss(&notes));
}

#[test]
fn notes_call_records_by_their_words_and_name_the_line() {
    let chart = chart();
    let line_of = |part: &str| {
        let (before, _) = chart.split_once(part).expect("a part of the chart");
        before.matches('\n').count() + 1
    };
    for (old, new, part, en, es) in [
        (
            "id: \"ask-cmz7x\",",
            "id: \"ask-cmz7x\", goal: 7,",
            "id: \"ask-cmz7x\",",
            "step “Ask the customer for details” (ask-cmz7x), goal",
            "paso «Pedir más datos al cliente» (ask-cmz7x), goal",
        ),
        (
            "\"Ask the customer for details\"",
            "\"Ask the customer for details",
            "\"Ask the customer for details\"",
            "step “Ask the customer for details” (ask-cmz7x)",
            "paso «Pedir más datos al cliente» (ask-cmz7x)",
        ),
        (
            "size: 182.0",
            "size: -1.0",
            "id: \"customer\"",
            "lane “Customer” (customer)",
            "carril «Cliente» (customer)",
        ),
        (
            "from: \"ask-cmz7x\"",
            "from: \"nobody\"",
            "from: \"ask-cmz7x\"",
            "connector from “nobody” to “",
            "conector de «nobody» a «",
        ),
    ] {
        let (_, notes) = changed(&chart, old, new);
        for (lang, name, row) in [(UiLang::En, en, "Line"), (UiLang::Es, es, "Línea")] {
            let said: Vec<String> = notes.iter().map(|note| note.say(Catalog::of(lang))).collect();
            let is_named = said.iter().any(|said| said.contains(name) && said.starts_with(row));
            assert!(is_named, "{name}: {said:#?}");
        }
        let lines: Vec<_> = notes.iter().filter_map(|note| note.line).collect();
        let line = line_of(part);
        assert!(lines.iter().any(|at| at.abs_diff(line) <= 2), "{new}: {lines:?}, not {line}");
    }
}

#[test]
fn what_is_the_same_everywhere_is_said_once() {
    let chart = chart();
    let lines = |text: &str, lang| {
        let (_, notes) = repaired(text);
        let lines = persist::note_lines(&notes, Catalog::of(lang));
        lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
    };
    let parts = chart.split_inclusive('"').zip(["“", "”"].iter().cycle());
    let quoted: String = parts.map(|(part, mark)| part.replace('"', mark)).collect();
    let count = chart.lines().filter(|line| line.contains('"')).count();
    let [en, es] = [UiLang::En, UiLang::Es].map(|lang| lines(&quoted, lang));
    let said = "places, first in line 2: Brackets, quotation marks or commas were put right";
    assert_eq!(en, [format!("In {count} {said}")]);
    assert!(es[0].contains(&format!("{count} lugares")) && es.len() == 1, "{es:?}");
    let words = lines(&chart.replace("kind: Process", "kind: process"), UiLang::En);
    assert!(words.len() == 1 && words[0].contains("kind: process → Process"), "{words:?}");
    // What went is said of each record.
    let goals = lines(&chart.replace("kind: Process,", "kind: Process, goal: 7,"), UiLang::En);
    let goals = goals.iter().filter(|line| line.ends_with("goal"));
    assert_eq!(goals.count(), chart.matches("kind: Process,").count());
}

#[test]
fn a_step_without_a_place_moves_no_other() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let lines: Vec<&str> = chart.lines().collect();
    for gone in lines.iter().filter(|line| line.trim_start().starts_with("(step: ")) {
        let (document, _) = changed(&chart, &format!("{gone}\n"), "");
        let (page, old) = (&document.pages[0], &sound.pages[0]);
        assert_eq!(page.lanes, old.lanes);
        let moved: Vec<_> =
            page.steps.values().filter(|step| step.rect != old.steps[&step.id].rect).collect();
        assert!(moved.len() <= 1, "{gone}: {} moved", moved.len());
        for step in moved {
            assert!(gone.contains(step.id.as_str()), "{gone}");
            let (_, from, to) = page.lane_band(&step.lane).expect("it has a lane");
            assert!(step.rect.y0 >= from && step.rect.y1 <= to, "{gone}");
            assert!(page.steps.values().all(|of| of.id == step.id || !of.rect.overlaps(step.rect)), "{gone}");
        }
        assert!(page.connectors.values().all(|of| of.route.is_some()));
    }
}

#[test]
fn a_record_that_stands_there_twice_is_one() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let record = &asking(&chart);
    let (document, notes) = changed(&chart, record, &record.repeat(2));
    assert!(document == sound);
    assert_eq!(kinds(&notes), [RepairKind::Duplicate]);
    assert!(!has_loss(&notes));
    let other = record.replacen("kind: Process", "kind: Delay", 1);
    let (document, notes) = changed(&chart, record, &format!("{record}{other}"));
    assert_eq!(count(&document), count(&sound) + 1);
    assert!(kinds(&notes).contains(&RepairKind::Renamed));
}

#[test]
fn of_an_unfinished_merge_ours_is_kept_and_what_one_side_has() {
    let chart = chart();
    let (sound, _) = repaired(&chart);
    let ours = &asking(&chart);
    let theirs = ours.replacen("\"en\": \"", "\"en\": \"Please ", 1);
    let new = ours.replacen("ask-cmz7x", "new-00000", 1);
    for base in ["", "||||||| base\n          (\n"] {
        let marked = format!("<<<<<<< ours\n{ours}{base}=======\n{theirs}{new}>>>>>>> theirs\n");
        let (document, notes) = changed(&chart, ours, &marked);
        let page = &document.pages[0];
        assert_eq!(count(&document), count(&sound) + 1);
        assert!(sound.pages[0].steps.iter().all(|(id, step)| page.steps[id] == *step));
        let about = |kind| {
            notes.iter().filter(|note| note.kind == kind).map(|note| note.about.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(about(RepairKind::Conflict), ["ask-cmz7x"]);
        assert_eq!(about(RepairKind::Theirs), ["new-00000"]);
        assert!(has_loss(&notes));
    }
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
