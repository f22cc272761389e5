//! Who may import whom, and which rooms may use screens and files.
//!
//! The rows are read from the map in `src/lib.rs`, so that the map that people read is the one that is enforced.

use std::collections::BTreeMap;

use super::{
    assert_none,
    paths::{CodePath, PathReader},
    read_text,
};
use crate::source::{SourceFile, read_src};

/// Crates that draw on a screen, and the first row that may use them.
const SCREEN_CRATES: [&str; 4] = ["egui", "eframe", "epaint", "rfd"];
const FIRST_SCREEN_ROW: u32 = 7;
/// Modules that may touch files.
const FILE_ROOMS: [&str; 3] = ["persist", "cli", "app"];

/// The row of each module.
type Rows = BTreeMap<String, u32>;

/// Reads rows from a map whose lines look like `//! 3 edit  scene`.
fn rows_of(map: &str) -> Rows {
    let mut rows = Rows::new();
    for line in map.lines().filter_map(|line| line.strip_prefix("//! ")) {
        let mut words = line.split_whitespace();
        if let Some(row) = words.next().and_then(|word| word.parse().ok()) {
            rows.extend(words.map(|module| (module.to_owned(), row)));
        }
    }
    rows
}

/// What is wrong with the paths of `file`.
fn path_findings(file: &SourceFile, rows: &Rows) -> Vec<String> {
    let Some(room) = file.room() else { return Vec::new() };
    let Some(&row) = rows.get(room) else {
        return vec![format!("{}: module `{room}` is not in the map of src/lib.rs", file.name)];
    };
    let finding = |path: &CodePath| {
        let first = path.segments.first()?.as_str();
        let shown = path.segments.join("::");
        let problem = if path.internal {
            let other = *rows.get(first)?;
            (first != room && other >= row)
                .then(|| format!("`{room}` (row {row}) imports `{shown}` (row {other})"))
        } else if row < FIRST_SCREEN_ROW && is_screen_crate(first) {
            Some(format!("`{shown}` belongs to rows {FIRST_SCREEN_ROW} and above, `{room}` is row {row}"))
        } else {
            let touches_files = path.segments.starts_with(&["std".to_owned(), "fs".to_owned()]);
            (touches_files && !FILE_ROOMS.contains(&room))
                .then(|| format!("`{shown}` belongs to {}, not to `{room}`", FILE_ROOMS.join(", ")))
        };
        Some(format!("{}:{}: {}", file.name, path.line, problem?))
    };
    PathReader::read(file).iter().filter_map(finding).collect()
}

fn is_screen_crate(name: &str) -> bool {
    SCREEN_CRATES.contains(&name) || name.starts_with("egui_")
}

mod of_the_project {
    use super::*;

    #[test]
    fn imports_point_downwards() {
        let rows = rows_of(&read_text("src/lib.rs"));
        assert!(rows.len() > 4, "no map found in src/lib.rs: {rows:?}");
        let findings: Vec<_> = read_src().iter().flat_map(|file| path_findings(file, &rows)).collect();
        assert_none(&findings);
    }
}

mod of_the_checker {
    use super::*;

    const MAP: &str =
        "//! Words.\n//! 7 ui\n//! 4 export  persist\n//! 3 scene\n//! 1 model  text\n//! 0 geom\n";

    fn findings(name: &str, code: &str) -> Vec<String> {
        path_findings(&SourceFile::parse(name, code), &rows_of(MAP))
    }

    #[test]
    fn upward_and_sideward_imports_are_found() {
        let table = [
            ("src/model/step.rs", "use crate::scene::Scene;"),
            ("src/model/step.rs", "use crate::text;"),
            ("src/model/step.rs", "pub use super::super::scene::Scene as Picture;"),
            ("src/model/mod.rs", "use super::text;"),
            ("src/model/step.rs", "use crate::{geom::Point, model::{self, Page}, scene::{self as s}};"),
            ("src/model/step.rs", "use {crate::geom, crate::{ui}};"),
            ("src/model/step.rs", "use laneway::export::*;"),
            ("src/model/step.rs", "fn f() -> crate::scene::Scene { todo() }"),
            ("src/model/step.rs", "fn f() { println!(\"{}\", crate::scene::NAME); }"),
            ("src/model/step.rs", "mod inner { use super::super::super::ui; }"),
            ("src/export/svg.rs", "use crate::persist;"),
            ("src/attic/mod.rs", ""),
        ];
        for (name, code) in table {
            assert_eq!(findings(name, code).len(), 1, "{name}: {code}");
        }
        let shown = findings("src/model/step.rs", "\nuse crate::{geom, scene::Scene};");
        assert_eq!(shown, ["src/model/step.rs:2: `model` (row 1) imports `scene::Scene` (row 3)"]);
    }

    #[test]
    fn downward_imports_comments_and_strings_are_let_through() {
        let table = [
            ("src/scene/item.rs", "use crate::{geom::Point, model::Step, scene::theme};"),
            ("src/scene/item.rs", "// use crate::ui;\n/* crate::ui::x */ const A: &str = \"crate::ui::x\";"),
            ("src/scene/item.rs", "//! See [`crate::ui::Canvas`].\n/// And `egui::Ui`.\nfn f() {}"),
            ("src/scene/item.rs", "mod inner { use super::super::theme; use super::ui; }"),
            ("src/scene/item.rs", "#[cfg(test)] mod tests { use std::fs; }"),
            ("src/main.rs", "use laneway::ui; fn main() { egui::run(); }"),
            ("src/ui/canvas.rs", "use eframe::egui; fn f(ui: &mut egui::Ui) {}"),
            ("src/persist/load.rs", "use std::{fs, io};"),
            ("src/model/step.rs", "fn f(egui: u8, fs: u8) -> u8 { egui + fs }"),
        ];
        for (name, code) in table {
            assert_eq!(findings(name, code), [""; 0], "{name}: {code}");
        }
    }

    #[test]
    fn screen_crates_and_files_keep_to_their_rooms() {
        for code in [
            "use egui::Ui;",
            "use eframe;",
            "fn f(ui: &mut egui::Ui) {}",
            "use std::{fs, io};",
            "use std::fs::File;",
            "use ::std::{fs::{self}};",
            "fn f() { std::fs::remove_file(p); }",
        ] {
            assert_eq!(findings("src/scene/item.rs", code).len(), 1, "{code}");
        }
    }
}
