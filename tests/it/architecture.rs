//! Holds the plan of the house: who imports whom, how long things may be, what is written down.
//!
//! The rows are read from the map in `src/lib.rs`, so that the map that people read is the one that is enforced.

use proc_macro2::{Delimiter, TokenTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use crate::source::{SourceFile, as_word, is_mark, is_word, project, read_src};

/// The most lines of a file, tests left out.
const FILE_CAP: usize = 600;
/// The most code lines of a function.
const FUNCTION_CAP: usize = 60;
/// Files over the cap. May shrink, not grow.
const LONG_FILES: &[&str] = &[];
/// Functions over the cap: file and name. May shrink, not grow.
const LONG_FUNCTIONS: &[(&str, &str)] = &[];
/// Crates that draw on a screen, and the first row that may use them.
const SCREEN_CRATES: [&str; 4] = ["egui", "eframe", "epaint", "rfd"];
const FIRST_SCREEN_ROW: u32 = 7;
/// Modules that may touch files.
const FILE_ROOMS: [&str; 3] = ["persist", "cli", "app"];
/// Crates of which two versions would shape or measure text differently.
const SINGLE_CRATES: [&str; 3] = ["harfrust", "skrifa", "kurbo"];

/// The row of each module.
type Rows = BTreeMap<String, u32>;

/// A path in the code, with grouped imports taken apart.
#[derive(Debug, PartialEq, Eq)]
struct CodePath {
    /// From the crate's root when `internal`, else from a crate or something in scope.
    segments: Vec<String>,
    internal: bool,
    line: usize,
}

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

/// Collects the paths in the code of one file.
struct PathReader {
    module: Vec<String>,
    found: Vec<CodePath>,
}

impl PathReader {
    fn read(file: &SourceFile) -> Vec<CodePath> {
        let mut reader = Self { module: file.module.clone(), found: Vec::new() };
        reader.tokens(&file.tokens);
        reader.found
    }

    fn tokens(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Group(group) => {
                    self.tokens(&group.stream().into_iter().collect::<Vec<_>>());
                    at += 1;
                }
                TokenTree::Ident(word) if *word == "use" => at = self.import(tokens, at + 1, &[]),
                TokenTree::Ident(word) if *word == "mod" => at = self.inner_module(tokens, at + 1),
                TokenTree::Ident(_) => at = self.inline_path(tokens, at),
                _ => at += 1,
            }
        }
    }

    /// Reads `name { … }` after `mod`, so that `super` is counted from inside; returns where to go on.
    fn inner_module(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let (Some(name), Some(TokenTree::Group(body))) =
            (tokens.get(at).and_then(as_word), tokens.get(at + 1))
        else {
            return at;
        };
        self.module.push(name.to_string());
        self.tokens(&body.stream().into_iter().collect::<Vec<_>>());
        self.module.pop();
        at + 2
    }

    /// Reads one import tree below `prefix`; returns where to go on.
    fn import(&mut self, tokens: &[TokenTree], mut at: usize, prefix: &[String]) -> usize {
        let mut segments = prefix.to_vec();
        let line = tokens.get(at).map_or(0, |token| token.span().start().line);
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' => {}
                TokenTree::Ident(word) if *word == "as" => break,
                TokenTree::Ident(word) if *word == "self" && !segments.is_empty() => {}
                TokenTree::Ident(word) => segments.push(word.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let inside: Vec<_> = group.stream().into_iter().collect();
                    for branch in inside.split(|token| is_mark(Some(token), ',')) {
                        self.import(branch, 0, &segments);
                    }
                    return at;
                }
                _ => break,
            }
        }
        if segments.as_slice() != prefix || !prefix.is_empty() {
            self.add(segments, line);
        }
        at
    }

    /// Reads `a::b::c` outside of imports; a single word is not a path.
    fn inline_path(&mut self, tokens: &[TokenTree], start: usize) -> usize {
        let line = tokens[start].span().start().line;
        let mut segments = Vec::new();
        let mut at = start;
        while let Some(word) = tokens.get(at).and_then(as_word) {
            segments.push(word.to_string());
            at += 1;
            if !(is_mark(tokens.get(at), ':') && is_mark(tokens.get(at + 1), ':')) {
                break;
            }
            at += 2;
        }
        if segments.len() > 1 {
            self.add(segments, line);
        }
        at
    }

    fn add(&mut self, segments: Vec<String>, line: usize) {
        let mut base = self.module.clone();
        let mut internal = false;
        let mut rest = segments.as_slice();
        while let Some((first, others)) = rest.split_first() {
            match first.as_str() {
                "crate" | "laneway" if !internal => base.clear(),
                "self" => {}
                "super" => drop(base.pop()),
                _ => break,
            }
            internal = true;
            rest = others;
        }
        if internal {
            base.extend_from_slice(rest);
            self.found.push(CodePath { segments: base, internal, line });
        } else {
            self.found.push(CodePath { segments, internal, line });
        }
    }
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

/// Each function of `tokens` with its number of code lines: comments and blank lines do not count.
fn function_lengths(tokens: &[TokenTree], found: &mut Vec<(String, usize)>) {
    for (i, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            function_lengths(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
        let Some(name) = tokens.get(i + 1).and_then(as_word).filter(|_| is_word(token, "fn")) else {
            continue;
        };
        let ends = |token: &&TokenTree| {
            is_mark(Some(token), ';')
                || matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
        };
        if let Some(TokenTree::Group(body)) = tokens[i..].iter().find(ends) {
            let mut lines = BTreeSet::new();
            code_lines(&body.stream().into_iter().collect::<Vec<_>>(), &mut lines);
            found.push((name.to_string(), lines.len()));
        }
    }
}

fn code_lines(tokens: &[TokenTree], lines: &mut BTreeSet<usize>) {
    for token in tokens {
        if let TokenTree::Group(group) = token {
            lines.extend([group.span_open().start().line, group.span_close().end().line]);
            code_lines(&group.stream().into_iter().collect::<Vec<_>>(), lines);
        } else {
            lines.extend(token.span().start().line..=token.span().end().line);
        }
    }
}

/// What is too long in `file`, and what the lists of exceptions need no longer name.
fn length_findings(file: &SourceFile) -> Vec<String> {
    let mut findings = Vec::new();
    if file.lines > FILE_CAP && !LONG_FILES.contains(&file.name.as_str()) {
        findings.push(format!("{}: {} lines; at most {FILE_CAP}", file.name, file.lines));
    }
    if file.lines <= FILE_CAP && LONG_FILES.contains(&file.name.as_str()) {
        findings.push(format!("{}: no longer needs its exception", file.name));
    }
    let mut functions = Vec::new();
    function_lengths(&file.tokens, &mut functions);
    for (name, lines) in functions.iter().filter(|(_, lines)| *lines > FUNCTION_CAP) {
        if !LONG_FUNCTIONS.contains(&(file.name.as_str(), name.as_str())) {
            findings.push(format!("{}: `{name}` has {lines} code lines; at most {FUNCTION_CAP}", file.name));
        }
    }
    let is_long = |of: &str| functions.iter().any(|(name, lines)| name == of && *lines > FUNCTION_CAP);
    for (_, name) in LONG_FUNCTIONS.iter().filter(|(of, name)| *of == file.name && !is_long(name)) {
        findings.push(format!("{}: `{name}` no longer needs its exception", file.name));
    }
    findings
}

/// Whether `plan` has a line that begins with the module's folder or file, or names it in code style.
fn is_described(module: &str, plan: &str) -> bool {
    let names = [format!("{module}/"), format!("{module}.rs"), format!("`{module}`")];
    plan.lines().any(|line| {
        names.iter().any(|name| line.starts_with(name.as_str()) || line.contains(&format!("`{name}")))
    })
}

fn read_text(name: &str) -> String {
    fs::read_to_string(project().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn assert_none(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
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

    #[test]
    fn files_and_functions_are_short() {
        let findings: Vec<_> = read_src().iter().flat_map(length_findings).collect();
        assert_none(&findings);
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

    #[test]
    fn code_lines_of_functions_are_counted() {
        let code = "fn a() {\n    // why\n    one();\n\n    two(\n        3,\n    );\n}\nfn b() {}\n\
                    trait T { fn c(&self); fn d(&self) { e() } }";
        let mut found = Vec::new();
        function_lengths(&SourceFile::parse("src/x.rs", code).tokens, &mut found);
        found.sort();
        assert_eq!(found, [("a".to_owned(), 4), ("b".to_owned(), 0), ("d".to_owned(), 1)]);
        let long = format!("fn f() {{\n{}}}\n", "g();\n".repeat(FUNCTION_CAP + 1));
        assert_eq!(length_findings(&SourceFile::parse("src/x.rs", &long)).len(), 1);
        let long = "\n".repeat(FILE_CAP + 1);
        assert_eq!(length_findings(&SourceFile::parse("src/x.rs", &long)).len(), 1);
    }

    #[test]
    fn a_description_is_more_than_the_word() {
        assert!(is_described("text", "text/     fonts to lines"));
        assert!(!is_described("text", "the text of a label, context/"));
    }
}
