//! Words that only this project uses: they go, or the glossary in `ARCHITECTURE.md` says what they mean.

use proc_macro2::TokenTree;
use std::collections::{BTreeMap, BTreeSet};

use super::{assert_none, read_text};
use crate::source::{SourceFile, read_src};

/// Words that say something else to a reader from outside, or nothing. A word that is met in the code and is of no
/// use to a newcomer without an explanation comes here.
const PRIVATE_WORDS: [&str; 35] = [
    "air",
    "board",
    "bond",
    "came",
    "charge",
    "course",
    "deed",
    "dues",
    "fate",
    "glide",
    "halo",
    "hands",
    "hunt",
    "ink",
    "jog",
    "leg",
    "lid",
    "mint",
    "outlook",
    "patience",
    "pen",
    "plumb",
    "sheet",
    "shelf",
    "site",
    "stamp",
    "steer",
    "strand",
    "surcharge",
    "tally",
    "tariff",
    "veil",
    "warp",
    "went",
    "wish",
];

/// The words of the glossary: what stands in backticks in the first column of its table.
pub(super) fn glossary_of(plan: &str) -> BTreeSet<String> {
    let part = plan.split("\n## Words\n").nth(1).unwrap_or_default();
    let part = part.split("\n## ").next().unwrap_or_default();
    part.lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(word, _)| word.to_owned())
        .collect()
}

/// The words that `name` is made of, in small letters: of `LaneSize` and of `LANE_SIZE` these are `lane` and `size`.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_small = false;
    for letter in name.chars() {
        if letter == '_' || (letter.is_uppercase() && was_small) {
            words.push(String::new());
        }
        was_small = letter.is_lowercase() || letter.is_ascii_digit();
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphabetic()) {
            word.extend(letter.to_lowercase());
        }
    }
    words
}

fn collect_names(tokens: &[TokenTree], found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(name) => drop(found.insert(name.to_string())),
            TokenTree::Group(group) => collect_names(&group.stream().into_iter().collect::<Vec<_>>(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// Which private words `file` uses in its names and in the names of its modules.
pub(super) fn private_words(file: &SourceFile) -> BTreeSet<&'static str> {
    let mut names: BTreeSet<String> = file.module.iter().cloned().collect();
    collect_names(&file.tokens, &mut names);
    let words: BTreeSet<String> = names.iter().flat_map(|name| words_of(name)).collect();
    let is_used = |word: &&str| words.contains(*word) || words.contains(&format!("{word}s"));
    PRIVATE_WORDS.iter().copied().filter(is_used).collect()
}

/// The private words of `files` that `glossary` lacks, with the files that use them.
pub(super) fn unexplained<'f>(
    files: &'f [SourceFile],
    glossary: &BTreeSet<String>,
) -> BTreeMap<&'static str, Vec<&'f str>> {
    let mut found = BTreeMap::<_, Vec<&str>>::new();
    for file in files {
        for word in private_words(file).into_iter().filter(|word| !glossary.contains(*word)) {
            found.entry(word).or_default().push(&file.name);
        }
    }
    found
}

#[test]
fn private_words_are_explained() {
    let files = read_src();
    let unexplained = unexplained(&files, &glossary_of(&read_text("ARCHITECTURE.md")));
    let shown = unexplained.iter().map(|(word, files)| format!("`{word}` in {}", files.join(", ")));
    assert_none(&shown.collect::<Vec<_>>());
}

#[test]
fn the_glossary_explains_what_is_there() {
    let files = read_src();
    let mut names = BTreeSet::new();
    for file in &files {
        collect_names(&file.tokens, &mut names);
    }
    let words: BTreeSet<String> = names.iter().flat_map(|name| words_of(name)).collect();
    let gone = glossary_of(&read_text("ARCHITECTURE.md")).into_iter();
    let gone = gone.filter(|word| !words.contains(word) && !words.contains(&format!("{word}s")));
    assert_none(
        &gone.map(|word| format!("the glossary has `{word}`, the code does not")).collect::<Vec<_>>(),
    );
}

mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_names_of_all_kinds() {
        let code =
            "struct DeedList { in_air: u8 } const SHELVES: u8 = WISH_COUNT; fn f() { g!(tariff2) } // warp";
        let used = private_words(&SourceFile::parse("src/lid.rs", code));
        assert_eq!(used.into_iter().collect::<Vec<_>>(), ["air", "deed", "lid", "tariff", "wish"]);
        assert_eq!(words_of("HTMLPage2Of_x"), ["htmlpage", "of", "x"]);
    }

    #[test]
    fn the_glossary_is_one_part_of_the_page() {
        let plan =
            "# A\n| `none` | x |\n## Words\n\n| word | |\n|---|---|\n| `deed` | y |\n## B\n| `no` | z |\n";
        assert_eq!(glossary_of(plan).into_iter().collect::<Vec<_>>(), ["deed"]);
    }
}
