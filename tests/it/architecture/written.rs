//! What must be written down, and what `Cargo.lock` must hold.

use std::collections::BTreeSet;

use proc_macro2::TokenTree;

use super::{assert_none, read_text};
use crate::source::{SourceFile, is_mark, is_word, read_src};

/// Crates of which two versions would shape or measure text differently.
const SINGLE_CRATES: [&str; 3] = ["harfrust", "skrifa", "kurbo"];

/// Whether the table of rooms in `plan` has the module in its first column.
fn is_described(module: &str, plan: &str) -> bool {
    let rows = plan.lines().filter_map(|line| line.strip_prefix("| "));
    let mut rooms = rows.filter_map(|row| row.split('|').next());
    rooms.any(|names| names.split_whitespace().any(|name| name == format!("`{module}`")))
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

/// The lines of `tokens` that make a text of a path as the system has it.
fn shown_raw(tokens: &[TokenTree]) -> Vec<usize> {
    let mut lines = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            lines.extend(shown_raw(&group.stream().into_iter().collect::<Vec<_>>()));
        }
        if is_word(token, "display") && at > 0 && is_mark(tokens.get(at - 1), '.') {
            lines.push(token.span().start().line);
        }
    }
    lines
}

#[test]
fn paths_are_shown_by_one_function() {
    let raw = |file: &SourceFile| {
        let line = |line| format!("{}:{line}: a path is shown by `locale::say_path`", file.name);
        shown_raw(&file.tokens).into_iter().map(line).collect::<Vec<_>>()
    };
    assert_none(&read_src().iter().flat_map(raw).collect::<Vec<_>>());
}

#[test]
fn a_description_is_more_than_the_word() {
    assert!(is_described("text", "| `text` | fonts to lines |"));
    assert!(is_described("text", "| `shape` `text` | outlines and lines |"));
    assert!(!is_described("text", "the text of a label, `text`\n| `model` | a `text` |"));
}
