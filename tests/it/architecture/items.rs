//! The items that a file defines, with who sees them.

use proc_macro2::{Delimiter, TokenTree};

use crate::source::{SourceFile, as_word, is_mark};

/// Who sees an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    /// Its module alone.
    Module,
    /// Modules around it: `pub(super)`, `pub(in …)`.
    Around,
    /// The whole crate: `pub(crate)` and `pub`, which here is never shut in (the lint `unreachable_pub`).
    Crate,
}

/// An item at the top of a file or of a module in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// `struct`, `fn` and so on.
    pub(super) keyword: String,
    pub(super) name: String,
    pub(super) sight: Sight,
}

const KEYWORDS: [&str; 8] = ["struct", "enum", "union", "trait", "type", "fn", "const", "static"];
const TYPE_KEYWORDS: [&str; 5] = ["struct", "enum", "union", "trait", "type"];

impl Item {
    /// Whether it is a type, a trait or an alias.
    pub(super) fn is_type(&self) -> bool {
        TYPE_KEYWORDS.contains(&self.keyword.as_str())
    }
}

/// The items of `file`.
pub(super) fn items_of(file: &SourceFile) -> Vec<Item> {
    let mut found = Vec::new();
    collect(&file.tokens, &mut found);
    found
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Item>) {
    let mut sight = Sight::Module;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Ident(word) if *word == "pub" => {
                sight = sight_of(tokens.get(at));
                at += usize::from(sight_group(tokens.get(at)).is_some());
            }
            TokenTree::Ident(word) if *word == "mod" => {
                if let Some(TokenTree::Group(body)) = tokens.get(at + 1) {
                    collect(&body.stream().into_iter().collect::<Vec<_>>(), found);
                }
                sight = Sight::Module;
                at += 2;
            }
            TokenTree::Ident(word) if *word == "use" || *word == "impl" => {
                at = end_of_item(tokens, at);
                sight = Sight::Module;
            }
            TokenTree::Ident(word) if KEYWORDS.contains(&word.to_string().as_str()) => {
                let Some(name) = tokens.get(at).and_then(as_word) else { continue };
                if KEYWORDS.contains(&name.to_string().as_str()) || *name == "unsafe" {
                    continue; // `const fn`
                }
                found.push(Item { keyword: word.to_string(), name: name.to_string(), sight });
                at = end_of_item(tokens, at);
                sight = Sight::Module;
            }
            _ => {}
        }
    }
}

/// The place behind the item whose tokens begin before `at`: behind its `{…}` or its `;`.
fn end_of_item(tokens: &[TokenTree], mut at: usize) -> usize {
    while let Some(token) = tokens.get(at) {
        at += 1;
        let is_body = matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if is_mark(Some(token), ';') || (is_body && !is_mark(tokens.get(at), ';')) {
            break;
        }
    }
    at
}

fn sight_group(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => {
            Some(group.stream().to_string())
        }
        _ => None,
    }
}

fn sight_of(behind_pub: Option<&TokenTree>) -> Sight {
    match sight_group(behind_pub).as_deref() {
        None | Some("crate") => Sight::Crate,
        Some("self") => Sight::Module,
        Some(_) => Sight::Around,
    }
}

mod tests {
    use super::*;

    #[test]
    fn items_are_found_with_their_sight() {
        let code = "use a::{b, C}; pub struct A<T>(T); pub(super) const fn b() { struct Inner; }\n\
                    impl A { pub fn c() {} } pub(crate) enum D {} mod e { pub(in crate::x) trait F {} }\n\
                    type G = u8; const H: [u8; 2] = [1, 2];";
        let items = items_of(&SourceFile::parse("src/x.rs", code));
        let shown: Vec<_> =
            items.iter().map(|item| (item.keyword.as_str(), item.name.as_str(), item.sight)).collect();
        assert_eq!(
            shown,
            [
                ("struct", "A", Sight::Crate),
                ("fn", "b", Sight::Around),
                ("enum", "D", Sight::Crate),
                ("trait", "F", Sight::Around),
                ("type", "G", Sight::Module),
                ("const", "H", Sight::Module),
            ]
        );
    }
}
