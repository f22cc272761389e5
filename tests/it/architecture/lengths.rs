//! How long files and functions may be.

use proc_macro2::{Delimiter, TokenTree};
use std::collections::BTreeSet;

use super::assert_none;
use crate::source::{SourceFile, as_word, is_mark, is_word, read_src};

/// The most lines of a file, tests left out.
const FILE_CAP: usize = 600;
/// The most code lines of a function.
const FUNCTION_CAP: usize = 60;
/// Files over the cap. May shrink, not grow.
const LONG_FILES: &[&str] = &[];
/// Functions over the cap: file and name. May shrink, not grow.
const LONG_FUNCTIONS: &[(&str, &str)] = &[];
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

#[test]
fn files_and_functions_are_short() {
    assert_none(&read_src().iter().flat_map(length_findings).collect::<Vec<_>>());
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
