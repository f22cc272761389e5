//! Parameters that are patterns of a tuple: several things without a name, in an order to be remembered. A small
//! struct says what they are. Closures may take them, since they take what an iterator gives.

use proc_macro2::{Delimiter, Spacing, TokenTree};

use super::assert_none;
use crate::source::{SourceFile, as_word, is_mark, is_word, read_src, read_tests};

/// The names of the functions of `tokens` that take a tuple apart in their parameters.
pub(super) fn tuple_functions(tokens: &[TokenTree], found: &mut Vec<String>) {
    for (i, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            tuple_functions(&group.stream().into_iter().collect::<Vec<_>>(), found);
        }
        let Some(name) = tokens.get(i + 1).and_then(as_word).filter(|_| is_word(token, "fn")) else {
            continue;
        };
        let is_list = |token: &&TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
        let behind_generics = i + 2 + generics_length(&tokens[i + 2..]);
        if let Some(TokenTree::Group(list)) = tokens[behind_generics..].iter().find(is_list)
            && has_tuple_pattern(&list.stream().into_iter().collect::<Vec<_>>())
        {
            found.push(name.to_string());
        }
    }
}

/// The number of tokens of `<…>` at the beginning, where `->` ends nothing.
fn generics_length(tokens: &[TokenTree]) -> usize {
    let mut depth = 0_usize;
    for (i, token) in tokens.iter().enumerate() {
        let is_arrow = i > 0 && is_mark(tokens.get(i - 1), '-');
        if is_mark(Some(token), '<') {
            depth += 1;
        } else if is_mark(Some(token), '>') && !is_arrow {
            depth -= 1;
        }
        if depth == 0 {
            return if i == 0 { 0 } else { i + 1 };
        }
    }
    0
}

/// Whether a parenthesis that is no tuple struct stands before a single colon.
fn has_tuple_pattern(parameters: &[TokenTree]) -> bool {
    parameters.windows(2).enumerate().any(|(i, pair)| {
        let [TokenTree::Group(group), TokenTree::Punct(colon)] = pair else { return false };
        let is_pattern = i == 0 || as_word(&parameters[i - 1]).is_none_or(|word| *word == "mut");
        group.delimiter() == Delimiter::Parenthesis
            && is_pattern
            && colon.as_char() == ':'
            && colon.spacing() == Spacing::Alone
    })
}

/// What `files` have of such functions, with their files.
pub(super) fn tuple_parameters(files: &[SourceFile]) -> Vec<String> {
    let mut all = Vec::new();
    for file in files {
        let mut found = Vec::new();
        tuple_functions(&file.tokens, &mut found);
        all.extend(found.iter().map(|name| format!("{}: `{name}`", file.name)));
    }
    all
}

#[test]
fn parameters_have_names() {
    assert_none(&[tuple_parameters(&read_src()), tuple_parameters(&read_tests())].concat());
}

mod tests {
    use super::*;

    #[test]
    fn patterns_of_tuples_are_found_outside_of_closures() {
        let taken_apart = [
            "fn f((a, b): (A, B)) {}",
            "fn f(a: A, (b, c): (B, C)) {}",
            "impl X { fn f(&self, &(a, b): &(A, B)) {} }",
            "fn f<F: Fn(A) -> B, const N: usize>(_: F, ((a, b), c): ((A, B), C)) where F: Fn(A) {}",
            "mod m { fn outer() { fn f((a, b): (A, B)) {} } }",
        ];
        let whole = [
            "fn f(a: (A, B)) {}",
            "fn f(Point(a, b): Point, Size { w, h }: Size, [c, d]: [C; 2]) {}",
            "fn f<F: Fn((A, B)) -> C>(f: F, c: ::std::C) { g(|(a, b): (A, B)| a) }",
        ];
        let count = |code: &str| tuple_parameters(&[SourceFile::parse("src/x.rs", code)]).len();
        for code in taken_apart {
            assert_eq!(count(code), 1, "{code}");
        }
        for code in whole {
            assert_eq!(count(code), 0, "{code}");
        }
    }
}
