//! Each version's golden file is read for ever, and the newest one is what is written.

use std::collections::BTreeSet;

use laneway::{
    model::{Document, DocumentId, StepId},
    persist::{load, to_ron},
};

use super::sample;

const V1: &str = include_str!("../../golden/v1.ron");
const V2: &str = include_str!("../../golden/v2.ron");

/// What the file of version 1 is: the id that its content gives it is everybody's.
fn first() -> Document {
    Document { id: Some(DocumentId::parse("returns-xhgrv").unwrap()), ..sample::full() }
}

#[test]
fn every_version_loads_to_the_expected_model_and_saves_as_the_newest() {
    for (version, file, expected) in [(1, V1, first()), (2, V2, sample::newest())] {
        let loaded = load(file.as_bytes(), "golden.ron").unwrap();
        assert_eq!(loaded.document, expected);
        assert_eq!((loaded.version, loaded.comments_dropped), (version, false));
        assert_eq!(loaded.unsized_steps, BTreeSet::new());
        let again = load(to_ron(&loaded.document).as_bytes(), "again.ron").unwrap();
        assert_eq!((again.version, again.document), (2, expected));
    }
    let saved = to_ron(&sample::newest());
    if let Some((line, (old, new))) = V2.lines().zip(saved.lines()).enumerate().find(|(_, (a, b))| a != b) {
        panic!("line {}:\n{old}\n{new}", line + 1);
    }
    assert_eq!(saved, V2);
}

#[test]
fn neighbours_of_one_group_came_to_lie_in_one_pool() {
    let file = |groups: [&str; 5]| {
        let lane = |nth: usize, group: &str| format!("(id: \"lane-{nth}\", size: 100.0{group}),");
        let lanes: String = groups.into_iter().enumerate().map(|(nth, group)| lane(nth, group)).collect();
        let page = format!("(id: \"pool-2\", lanes: [{lanes}])");
        format!("(format: \"laneway\", version: 1, document: (language: \"en\", pages: [{page}]))")
    };
    let shop = ", group: {\"en\": \"Shop\", \"es\": \"Tienda\"}";
    let same = ", group: {\"es\": \"Tienda\", \"en\": \"Shop\", \"fr\": \"\"}";
    let loaded =
        load(file([shop, same, "", shop, ", group: {\"en\": \"Bank\"}"]).as_bytes(), "old.ron").unwrap();
    let page = &loaded.document.pages[0];
    let pools = page.lanes.iter().map(|lane| lane.pool.as_ref().map_or("", |pool| pool.as_str()));
    assert_eq!(
        pools.collect::<Vec<_>>(),
        ["pool-1", "pool-1", "", "pool-3", "pool-4"],
        "a page has the second"
    );
    let titles = page.pools.values().map(|pool| pool.title.get(&sample::lang("en"), &sample::lang("en")));
    assert_eq!(titles.collect::<Vec<_>>(), ["Shop", "Shop", "Bank"]);
}

/// Where a record begins in a file: behind a bracket that is followed by a field.
fn record_beginnings(file: &str) -> Vec<usize> {
    let opens = file.match_indices('(').map(|(at, _)| at + 1);
    let begins = |at: &usize| {
        let rest = file.split_at(*at).1.trim_start();
        let name = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(0);
        name > 0 && rest.split_at(name).1.starts_with(": ")
    };
    opens.filter(begins).collect()
}

#[test]
fn an_unknown_field_of_any_record_is_refused_and_not_lost() {
    let beginnings = record_beginnings(V2);
    assert!(beginnings.len() > 60, "{}", beginnings.len());
    for at in beginnings {
        // The header comes first in the file.
        let at = if at == 1 { V2.find("document: ").unwrap() } else { at };
        let (before, after) = V2.split_at(at);
        let file = format!("{before}novelty: 1, {after}");
        let message = load(file.as_bytes(), "new.ron").expect_err(after).to_string();
        assert!(message.contains("novelty"), "{message}");
    }
}

#[test]
fn raising_a_step_changes_the_line_of_its_place() {
    let mut document = sample::full();
    let ids: Vec<StepId> = document.pages[0].steps.keys().cloned().collect();
    for (id, rank) in [(&ids[1], 7), (&ids[2], -3)] {
        document.pages[0].z_order.set(id, rank);
    }
    let (old, new) = (to_ron(&sample::full()), to_ron(&document));
    let changed: Vec<&str> =
        old.lines().zip(new.lines()).filter(|(old, new)| old != new).map(|(_, new)| new.trim()).collect();
    assert_eq!(changed.len(), 2, "{changed:?}");
    assert!(changed.iter().all(|line| line.starts_with("(step: ") && line.contains(", z: ")), "{changed:?}");
    assert_eq!(load(new.as_bytes(), "z.ron").unwrap().document, document);
}

#[test]
fn the_golden_file_holds_every_word_of_the_format() {
    for word in [
        "\"es?\": \"en ",
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
        ", z: 1",
        "Address(",
        "Step(\"",
        "Page(\"",
        "Event(Escalation)",
        "Decision(Complex)",
        "End(HandedOver)",
    ] {
        assert!(V2.contains(word), "{word}");
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
    assert_eq!(Document { id: plain.document.id.clone(), ..loaded.document }, plain.document);
}

#[test]
fn a_step_without_a_size_gets_a_nominal_one_and_is_named() {
    let text = V1.replacen(", size: (136.0, 54.0), pinned", ", pinned", 1);
    assert_ne!(text, V1);
    let loaded = load(text.as_bytes(), "v1.ron").unwrap();
    let ids: Vec<&str> = loaded.unsized_steps.iter().map(StepId::as_str).collect();
    assert_eq!(ids, ["ask"]);
    assert_eq!(Document { id: sample::full().id, ..loaded.document }, sample::full());
}
