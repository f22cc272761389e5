//! The generator of flows and the figures of what is drawn of them, which are scripts for `python3`.

#![expect(clippy::expect_used, reason = "a measurement stops where it cannot go on")]

use std::{path::Path, process::Command};

use laneway::{
    locale::{Lang, UiLang},
    model::Document,
    pipeline,
};

/// Runs one of the scripts in this folder; what it prints.
pub(crate) fn python(script: &str, args: &[String]) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/flows").join(script);
    let ran = Command::new("python3").arg(&script).args(args).output().expect("python3 is installed");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

/// The flow in a folder of the generator, read from its table.
pub(crate) fn import(folder: &Path) -> Document {
    let file = folder.join("flow.csv");
    let bytes = std::fs::read(&file).expect("the generator wrote it");
    let tables = pipeline::open_table(&bytes, &file).expect("a table");
    tables.import(&Lang::from(UiLang::En), pipeline::fonts()).expect("a flow").document
}
