//! What several checks use.

use std::fs;

use crate::source::project;

/// The content of a file of the project.
pub(super) fn read_text(name: &str) -> String {
    fs::read_to_string(project().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[track_caller]
pub(super) fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}
