//! The paths in the code of a file, imports and those in the midst of it alike.

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{SourceFile, as_word, is_mark};

/// A path in the code, with grouped imports taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct CodePath {
    /// From the crate's root when `internal`, else from a crate or something in scope.
    pub(super) segments: Vec<String>,
    pub(super) internal: bool,
    pub(super) line: usize,
    /// The name that an import gives to what it imports, `*` for everything; none outside of imports.
    pub(super) binds: Option<String>,
}

/// Collects the paths in the code of one file.
pub(super) struct PathReader {
    module: Vec<String>,
    found: Vec<CodePath>,
}

impl PathReader {
    pub(super) fn read(file: &SourceFile) -> Vec<CodePath> {
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
                // `pub(in crate::x)` says who sees something and leads nowhere.
                TokenTree::Ident(word) if *word == "pub" => {
                    at += 1 + usize::from(matches!(tokens.get(at + 1), Some(TokenTree::Group(_))));
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
        let mut binds = None;
        let line = tokens.get(at).map_or(0, |token| token.span().start().line);
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' => {}
                TokenTree::Ident(word) if *word == "as" => {
                    binds = tokens.get(at).and_then(as_word).map(ToString::to_string);
                    break;
                }
                TokenTree::Punct(mark) if mark.as_char() == '*' => {
                    binds = Some("*".to_owned());
                    break;
                }
                TokenTree::Ident(word) if *word == "self" && !segments.is_empty() => {}
                TokenTree::Ident(word) => segments.push(word.to_string()),
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let inside: Vec<_> = group.stream().into_iter().collect();
                    for branch in
                        inside.split(|token| is_mark(Some(token), ',')).filter(|branch| !branch.is_empty())
                    {
                        self.import(branch, 0, &segments);
                    }
                    return at;
                }
                _ => break,
            }
        }
        if segments.as_slice() != prefix || !prefix.is_empty() {
            let binds = binds.or_else(|| segments.last().cloned());
            self.add(segments, binds, line);
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
            self.add(segments, None, line);
        }
        at
    }

    fn add(&mut self, segments: Vec<String>, binds: Option<String>, line: usize) {
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
            self.found.push(CodePath { segments: base, internal, line, binds });
        } else {
            self.found.push(CodePath { segments, internal, line, binds });
        }
    }
}
