//! Version 1 is frozen: its golden file is read for ever, and is what this version writes.

use std::collections::BTreeSet;

use laneway::{
    model::StepId,
    persist::{load, to_ron},
};

use super::sample;

const V1: &str = include_str!("../../golden/v1.ron");

#[test]
fn version_1_loads_to_the_expected_model_and_saves_the_same_bytes() {
    let loaded = load(V1.as_bytes(), "v1.ron").unwrap();
    assert_eq!(loaded.document, sample::full());
    assert_eq!((loaded.version, loaded.comments_dropped), (1, false));
    assert_eq!(loaded.unsized_steps, BTreeSet::new());
    let saved = to_ron(&loaded.document);
    if let Some((line, (old, new))) = V1.lines().zip(saved.lines()).enumerate().find(|(_, (a, b))| a != b) {
        panic!("line {}:\n{old}\n{new}", line + 1);
    }
    assert_eq!(saved, V1);
}

#[test]
fn the_golden_file_holds_every_word_of_the_format() {
    for word in [
        "BlackAndWhite",
        "line_jumps: Gap",
        "Vertical",
        "ServiceDepartment",
        "Message",
        "Association",
        "Fixed",
        "routed: false",
        "from_point",
        "to_point",
        "pinned: true",
        "z_order",
        "Address(",
        "Step(\"",
        "Page(\"",
        "Event(Escalation)",
        "Decision(Complex)",
        "End(HandedOver)",
    ] {
        assert!(V1.contains(word), "{word}");
    }
}

#[test]
fn byte_order_mark_line_ends_and_comments_are_read() {
    let plain = load(V1.as_bytes(), "v1.ron").unwrap();
    let windows = format!("\u{feff}{}", V1.replace('\n', "\r\n"));
    assert_eq!(load(windows.as_bytes(), "w.ron").unwrap(), plain);
    let commented = format!("/* ((( */ // {}\n{V1} // end", "[".repeat(99));
    let loaded = load(commented.as_bytes(), "c.ron").unwrap();
    assert!(loaded.comments_dropped);
    assert_eq!(loaded.document, plain.document);
}

#[test]
fn a_step_without_a_size_gets_a_nominal_one_and_is_named() {
    let text = V1.replacen(", size: (136.0, 54.0), pinned", ", pinned", 1);
    assert_ne!(text, V1);
    let loaded = load(text.as_bytes(), "v1.ron").unwrap();
    let ids: Vec<&str> = loaded.unsized_steps.iter().map(StepId::as_str).collect();
    assert_eq!(ids, ["ask"]);
    assert_eq!(loaded.document, sample::full());
}
