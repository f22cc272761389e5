//! Prints where each room stands, for whoever tidies it up.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
};

use super::{
    circles::{circles, long_circles, ways_within},
    folders::full_folders,
    glossary::{glossary_of, private_words, unexplained},
    items::Sight,
    names::Types,
    parameters::tuple_parameters,
    read_text,
};
use crate::source::{SourceFile, file_names, read_src, read_tests};

/// The part of a file's name that says which room it is in.
fn room_of(name: &str) -> &str {
    let inside = name.strip_prefix("src/").unwrap_or(name);
    inside.split(['/', '.']).next().unwrap_or(inside)
}

/// Counts what is found by room; a finding begins with the name of a file.
fn by_room<'n>(names: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, usize> {
    let mut rooms = BTreeMap::new();
    names.for_each(|name| *rooms.entry(room_of(name)).or_default() += 1);
    rooms
}

fn homonyms(files: &[SourceFile], sight: Sight) -> Vec<String> {
    let types = Types::seen(files, sight);
    let shown =
        types.homonyms().flat_map(|(name, files)| files.iter().map(move |file| format!("{file}: `{name}`")));
    let mut shown: Vec<_> = shown.collect();
    shown.insert(0, format!("{} of {} types", types.sharing(), types.count()));
    shown
}

/// One part of the report: counts for each room, then what was found.
fn part(title: &str, findings: &[String]) -> String {
    let rooms = by_room(findings.iter().map(String::as_str).filter(|finding| finding.contains('/')));
    format!("\n== {title}\n{rooms:?}\n{}\n", findings.join("\n"))
}

fn circles_part(files: &[SourceFile]) -> String {
    let sizes: Vec<String> = circles(files).iter().map(|circle| circle.len().to_string()).collect();
    let long: Vec<String> =
        long_circles(files).iter().flat_map(|circle| ways_within(files, circle)).collect();
    part(&format!("files in circles of more than five (all circles: {})", sizes.join(" ")), &long)
}

fn words_part(files: &[SourceFile]) -> String {
    let glossary = glossary_of(&read_text("ARCHITECTURE.md"));
    let lacking: BTreeSet<&str> = unexplained(files, &glossary).into_keys().collect();
    let in_file = |file: &SourceFile| {
        let used: Vec<&str> = private_words(file).intersection(&lacking).copied().collect();
        (!used.is_empty()).then(|| format!("{}: {}", file.name, used.join(" ")))
    };
    part("private words without an explanation", &files.iter().filter_map(in_file).collect::<Vec<_>>())
}

fn report() -> String {
    let (files, names) = (read_src(), file_names());
    let full = full_folders(&names).into_iter().map(|(folder, count)| format!("{folder}/: {count} files"));
    [
        circles_part(&files),
        part("types of one name that the crate sees", &homonyms(&files, Sight::Crate)),
        part("types of one name that are seen outside of their file", &homonyms(&files, Sight::Around)),
        part(
            "tuples taken apart in parameters",
            &[tuple_parameters(&files), tuple_parameters(&read_tests())].concat(),
        ),
        part("folders with too many files", &full.collect::<Vec<_>>()),
        words_part(&files),
    ]
    .concat()
}

#[test]
#[ignore = "prints and checks nothing"]
fn of_each_room() {
    std::io::stdout().write_all(report().as_bytes()).expect("somewhere to print");
}
