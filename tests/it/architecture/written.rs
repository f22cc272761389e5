//! What must be written down, and what `Cargo.lock` must hold.

use std::collections::BTreeSet;

use super::{assert_none, read_text};
use crate::source::{SourceFile, read_src};

/// Crates of which two versions would shape or measure text differently.
const SINGLE_CRATES: [&str; 3] = ["harfrust", "skrifa", "kurbo"];

/// Whether `plan` has a line that begins with the module's folder or file, or names it in code style.
fn is_described(module: &str, plan: &str) -> bool {
    let names = [format!("{module}/"), format!("{module}.rs"), format!("`{module}`")];
    plan.lines().any(|line| {
        names.iter().any(|name| line.starts_with(name.as_str()) || line.contains(&format!("`{name}")))
    })
}

#[test]
fn every_module_is_described() {
    let plan = read_text("ARCHITECTURE.md");
    let files = read_src();
    let rooms: BTreeSet<&str> = files.iter().filter_map(SourceFile::room).collect();
    let missing = rooms.into_iter().filter(|room| !is_described(room, &plan));
    assert_none(
        &missing.map(|room| format!("ARCHITECTURE.md says nothing of `{room}/`")).collect::<Vec<_>>(),
    );
}

#[test]
fn text_is_shaped_by_one_version() {
    let lock = read_text("Cargo.lock");
    for name in SINGLE_CRATES {
        let entry = format!("name = \"{name}\"");
        assert_eq!(lock.lines().filter(|line| *line == entry).count(), 1, "versions of {name}");
    }
}

#[test]
fn a_description_is_more_than_the_word() {
    assert!(is_described("text", "text/     fonts to lines"));
    assert!(!is_described("text", "the text of a label, context/"));
}
