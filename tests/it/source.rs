//! The project's own sources as tokens, for tests that read code.
//!
//! Owns reading and tokenising, and cutting out what exists only in tests. Tokens, not a syntax tree: a tree stops
//! at the border of a macro call, and an import inside `format!(…)` is an import. Comments and strings cannot be
//! mistaken for code because the tokeniser has already told them apart.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One file of `src/`, without the items under `#[cfg(test)]`.
#[derive(Clone)]
pub(crate) struct SourceFile {
    /// The path from the project's folder, with `/`.
    pub(crate) name: String,
    /// The module that the file is: `["text", "block"]`; empty for `lib.rs` and `main.rs`.
    pub(crate) module: Vec<String>,
    /// The number of lines outside of test items.
    pub(crate) lines: usize,
    /// The code.
    pub(crate) tokens: Vec<TokenTree>,
    /// Modules in files of their own that exist only in tests.
    test_modules: Vec<Vec<String>>,
    /// The items that exist only in tests.
    test_tokens: Vec<TokenTree>,
}

impl SourceFile {
    /// Tokenises `text`, the content of the file `name`.
    pub(crate) fn parse(name: &str, text: &str) -> Self {
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
        let module = module_of(name);
        let mut cut =
            Cut { module: module.clone(), lines: 0, test_modules: Vec::new(), test_tokens: Vec::new() };
        let tokens = cut.without_tests(stream);
        Self {
            name: name.to_owned(),
            module,
            lines: text.lines().count() - cut.lines,
            tokens,
            test_modules: cut.test_modules,
            test_tokens: cut.test_tokens,
        }
    }

    /// The folder or file directly under `src/` that it belongs to; none for `lib.rs` and `main.rs`.
    pub(crate) fn room(&self) -> Option<&str> {
        self.module.first().map(String::as_str)
    }
}

/// The folder of the project.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `src/`, without those that exist only in tests.
pub(crate) fn read_src() -> Vec<SourceFile> {
    let mut paths = Vec::new();
    find_rust_files(&project().join("src"), &mut paths);
    paths.sort();
    let mut files: Vec<_> = paths.iter().map(|path| read(path)).collect();
    let test_modules: Vec<_> = files.iter().flat_map(|file| file.test_modules.clone()).collect();
    files.retain(|file| !test_modules.iter().any(|test| file.module.starts_with(test)));
    files
}

/// Every file of `src/`, `tests/` and `benches/` with nothing but its test code.
pub(crate) fn read_tests() -> Vec<SourceFile> {
    let read_folder = |folder| -> Vec<SourceFile> {
        let mut paths = Vec::new();
        find_rust_files(&project().join(folder), &mut paths);
        paths.iter().map(|path| read(path)).collect()
    };
    let mut src = read_folder("src");
    let test_modules: Vec<_> = src.iter().flat_map(|file| file.test_modules.clone()).collect();
    for file in &mut src {
        let is_test = test_modules.iter().any(|test| file.module.starts_with(test));
        file.tokens.retain(|_| is_test);
    }
    let mut files = [src, read_folder("tests"), read_folder("benches")].concat();
    for file in &mut files {
        file.tokens.append(&mut file.test_tokens);
    }
    files
}

/// The names of all files of code, from the project's folder.
pub(crate) fn file_names() -> Vec<String> {
    let mut paths = Vec::new();
    for folder in ["src", "tests", "benches"] {
        find_rust_files(&project().join(folder), &mut paths);
    }
    paths.iter().map(|path| name_of(path)).collect()
}

fn read(path: &Path) -> SourceFile {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    SourceFile::parse(&name_of(path), &text)
}

fn name_of(path: &Path) -> String {
    let relative = path.strip_prefix(project()).expect("inside the project");
    let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

fn find_rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the project").flatten() {
        let path = entry.path();
        if path.is_dir() {
            find_rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn module_of(name: &str) -> Vec<String> {
    let stem = name.trim_start_matches("src/").trim_end_matches(".rs");
    let parts = stem.split('/').map(str::to_owned);
    parts.filter(|part| !matches!(part.as_str(), "mod" | "lib" | "main")).collect()
}

/// The work of cutting test items out of one file.
struct Cut {
    module: Vec<String>,
    lines: usize,
    test_modules: Vec<Vec<String>>,
    test_tokens: Vec<TokenTree>,
}

impl Cut {
    fn without_tests(&mut self, stream: TokenStream) -> Vec<TokenTree> {
        let tokens: Vec<_> = stream.into_iter().collect();
        let mut kept = Vec::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if starts_test_item(&tokens[at..]) {
                let end = at + item_length(&tokens[at..]);
                self.drop_item(&tokens[at..end]);
                at = end;
                continue;
            }
            kept.push(match token {
                TokenTree::Group(group) => TokenTree::Group(self.group_without_tests(group)),
                other => other.clone(),
            });
            at += 1;
        }
        kept
    }

    fn group_without_tests(&mut self, group: &Group) -> Group {
        let inside = self.without_tests(group.stream());
        let mut copy = Group::new(group.delimiter(), inside.into_iter().collect());
        copy.set_span(group.span());
        copy
    }

    fn drop_item(&mut self, item: &[TokenTree]) {
        self.test_tokens.extend_from_slice(item);
        let (Some(first), Some(last)) = (item.first(), item.last()) else { return };
        self.lines += last.span().end().line + 1 - first.span().start().line;
        for pair in item.windows(3) {
            if let [TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Punct(end)] = pair
                && *word == "mod"
                && end.as_char() == ';'
            {
                let mut module = self.module.clone();
                module.push(name.to_string());
                self.test_modules.push(module);
            }
        }
    }
}

/// Whether `tokens` begin with `#[cfg(test)]`, `#[cfg(all(test, …))]` or `#[test]`.
fn starts_test_item(tokens: &[TokenTree]) -> bool {
    let [TokenTree::Punct(hash), TokenTree::Group(attribute), ..] = tokens else { return false };
    if hash.as_char() != '#' || attribute.delimiter() != Delimiter::Bracket {
        return false;
    }
    let inside: Vec<_> = attribute.stream().into_iter().collect();
    match inside.as_slice() {
        [TokenTree::Ident(word)] => *word == "test",
        [TokenTree::Ident(word), TokenTree::Group(condition)] => {
            *word == "cfg" && needs_test(condition.stream())
        }
        _ => false,
    }
}

/// Whether a condition of `cfg` holds only in tests: `test` itself or an `all(…)` with it.
fn needs_test(condition: TokenStream) -> bool {
    let tokens: Vec<_> = condition.into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(all), TokenTree::Group(parts)] if *all == "all" => {
            parts.stream().into_iter().any(|token| is_word(&token, "test"))
        }
        [word] => is_word(word, "test"),
        _ => false,
    }
}

/// The number of tokens up to the end of the item that `tokens` begin with: a `{…}`, or a `;` for an import.
fn item_length(tokens: &[TokenTree]) -> usize {
    let mut is_import = false;
    for (i, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(word) if *word == "use" => is_import = true,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return i + 1,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && !is_import => return i + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// Whether `token` is the identifier `word`.
pub(crate) fn is_word(token: &TokenTree, word: &str) -> bool {
    as_word(token).is_some_and(|ident| *ident == word)
}

/// The identifier that `token` is.
pub(crate) const fn as_word(token: &TokenTree) -> Option<&Ident> {
    if let TokenTree::Ident(ident) = token { Some(ident) } else { None }
}

/// Whether `token` is the punctuation mark `mark`.
pub(crate) fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

mod tests {
    use super::SourceFile;

    #[test]
    fn test_items_are_cut_out() {
        let text = "#[cfg(test)]\nuse a::{b, c};\nfn kept() {}\n#[cfg(not(test))]\nfn kept_too() {}\n\
                    #[cfg(test)]\nmod fixtures;\n#[cfg(all(test, unix))]\nmod tests {\n    fn gone() {}\n}\n";
        let file = SourceFile::parse("src/text/block.rs", text);
        let code: String = file.tokens.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert!(code.contains("kept_too") && !code.contains("gone") && !code.contains("b , c"), "{code}");
        assert_eq!(file.lines, 3);
        assert_eq!(file.test_modules, [["text", "block", "fixtures"]]);
        assert_eq!(file.room(), Some("text"));
    }
}
