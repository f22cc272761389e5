//! Quotation marks that are missing, doubled or others than ours cost neither a text nor what stands around it.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    ops::Range,
    path::Path,
    time::{Duration, Instant},
};

use laneway::{
    model::Document,
    persist::{self, RepairKind, RepairNote},
    pipeline,
};
use proptest::{prelude::*, sample::Index};

use super::damage::templates;
use crate::testing::cases;

/// What becomes of the two marks of a string.
const DAMAGES: [[&str; 2]; 10] = [
    ["", "\""],
    ["\"", ""],
    ["", ""],
    ["\"\"", "\""],
    ["\"", "\"\""],
    ["\"\"", "\"\""],
    ["“", "”"],
    ["\"", "”"],
    ["«", "»"],
    ["'", "'"],
];

fn part(text: &str, at: Range<usize>) -> &str {
    text.get(at).expect("a part of the text")
}

/// Where the strings of `text` stand, without their marks.
fn strings(text: &str) -> Vec<Range<usize>> {
    let mut marks =
        text.match_indices('"').map(|(at, _)| at).filter(|at| !part(text, 0..*at).ends_with('\\'));
    let mut found = Vec::new();
    while let (Some(start), Some(end)) = (marks.next(), marks.next()) {
        found.push(start + 1..end);
    }
    found
}

/// `text` with `new` in place of the string at `at`, and of its marks.
fn replaced(text: &str, at: &Range<usize>, new: &str) -> String {
    format!("{}{new}{}", part(text, 0..at.start - 1), part(text, at.end + 1..text.len()))
}

/// What is saved of `broken`, as a file.
fn saved(broken: &str) -> (String, Vec<RepairNote>) {
    let (document, notes) = pipeline::repair(broken.as_bytes()).expect("something can be saved");
    (persist::to_ron(&document), notes)
}

/// The lines of `sound` that are not in `saved`.
fn missing<'t>(sound: &'t str, saved: &str) -> Vec<&'t str> {
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    saved.lines().for_each(|line| *there.entry(line).or_default() += 1);
    let mut is_there = |line: &str| there.get_mut(line).filter(|count| **count > 0).map(|count| *count -= 1);
    sound.lines().filter(|line| is_there(line).is_none()).collect()
}

proptest! {
    #![proptest_config(cases(128))]

    /// Whatever becomes of the marks of a string, it is kept to the letter, and so is everything else.
    #[test]
    fn marks_that_are_wrong_cost_nothing(
        nth in any::<Index>(), at in any::<Index>(), [open, close] in prop::sample::select(&DAMAGES[..]),
    ) {
        let (_, text) = nth.get(templates());
        let at = at.get(&strings(text)).clone();
        let broken = replaced(text, &at, &format!("{open}{}{close}", part(text, at.clone())));
        let (saved, notes) = saved(&broken);
        let line = broken.lines().nth(part(text, 0..at.start).matches('\n').count());
        prop_assert_eq!(missing(text, &saved), Vec::<&str>::new(), "{:?} {:?}", line, notes);
        prop_assert!(!notes.is_empty() && notes.iter().all(|note| !note.kind.is_loss()), "{:?}", notes);
    }

    /// A word in raw marks stays in its text.
    #[test]
    fn raw_marks_within_a_text_stay_in_it(nth in any::<Index>(), at in any::<Index>(), word in any::<Index>()) {
        let (_, text) = nth.get(templates());
        let strings = strings(text);
        let sentences: Vec<_> = strings.iter().filter(|at| part(text, (*at).clone()).contains(' ')).collect();
        let at = *at.get(&sentences);
        let words: Vec<&str> = part(text, at.clone()).split(' ').collect();
        let nth = word.index(words.len());
        let marked = |mark: &str| {
            let mut words = words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
            words[nth] = format!("{mark}{}{mark}", words[nth]);
            replaced(text, at, &format!("\"{}\"", words.join(" ")))
        };
        let (saved, notes) = saved(&marked("\""));
        let sound = pipeline::open(marked("\\\"").into(), Path::new("x.ron")).expect("it opens").document;
        let sound = persist::to_ron(&sound);
        prop_assert_eq!(missing(&sound, &saved), Vec::<&str>::new(), "{:?}", notes);
    }
}

/// All marks of a file at once, as a program that writes texts or tables makes them.
#[test]
fn marks_of_another_kind_in_the_whole_file_cost_nothing() {
    for (_, text) in templates() {
        for [open, close] in [["“", "”"], ["\"\"", "\"\""], ["'", "'"]] {
            let mut broken = String::new();
            let mut last = 0;
            for at in strings(text) {
                broken.push_str(part(text, last..at.start - 1));
                write!(broken, "{open}{}{close}", part(text, at.clone())).expect("room in memory");
                last = at.end + 1;
            }
            broken.push_str(part(text, last..text.len()));
            let (saved, notes) = saved(&broken);
            assert_eq!(missing(text, &saved), Vec::<&str>::new(), "{open} {notes:?}");
        }
    }
}

/// The chart with `new` in place of the first `old`, repaired.
fn changed(old: &str, new: &str) -> (Document, Document, Vec<RepairNote>) {
    let (sound, text) =
        templates().iter().find(|(_, text)| text.contains(old)).expect("a template with that");
    let (document, notes) = pipeline::repair(text.replacen(old, new, 1).as_bytes()).expect("it is saved");
    (sound.clone(), document, notes)
}

#[test]
fn what_people_do_to_marks_costs_nothing() {
    let text = "text: {\"en\": \"Ask the customer for details\", \"es\": \"Pedir más datos al cliente\"},";
    for new in [
        "text: {\"en\": Ask the customer for details\", \"es\": \"Pedir más datos al cliente\"},",
        "text: {\"en\": \"Ask the customer for details, \"es\": \"Pedir más datos al cliente\"},",
        "text: {\"en\": \"Ask the customer for details\", \"es\"\": \"Pedir más datos al cliente\"},",
        "text: {\"en\": \"Ask the customer for details\", es: \"Pedir más datos al cliente\"},",
        "text: {\"en: Ask the customer for details\", es\": \"Pedir más datos al cliente\"},",
        "text: {\"en\": \"Ask the customer for details\", \"es\": \"Pedir más datos al cliente},",
        "text: {\n\"en\": Ask the customer for details,\n\"es\": Pedir más datos al cliente,\n},",
        "text\": {“en”: “Ask the customer for details”, “es”: “Pedir más datos al cliente”},",
        "\"text\": {'en': 'Ask the customer for details', 'es': 'Pedir más datos al cliente'},",
    ] {
        let (sound, document, notes) = changed(text, new);
        assert!(document == sound, "{new}: {notes:?}");
        assert!(!notes.is_empty() && notes.iter().all(|note| !note.kind.is_loss()), "{new}: {notes:?}");
    }
}

#[test]
fn a_text_whose_end_is_a_guess_is_quoted() {
    let (sound, document, notes) =
        changed("\"Ask the customer for details\"", "\"Ask the customer for details");
    assert!(document == sound, "{notes:?}");
    let guessed: Vec<_> = notes.iter().filter(|note| note.kind == RepairKind::Guessed).collect();
    assert!(
        matches!(&guessed[..], [note] if note.about.contains("Ask the customer for details")),
        "{notes:?}"
    );
}

#[test]
fn a_connector_keeps_ends_whose_marks_are_wrong() {
    for (old, new) in [
        ("from: \"ask-cmz7x\",", "from: \"ask-cmz7x,"),
        ("to: \"ask-cmz7x\",", "to: ask-cmz7x\","),
        ("to: \"ask-cmz7x\",", "to\": ask-cmz7x,"),
    ] {
        let (sound, document, notes) = changed(old, new);
        assert!(document == sound, "{new}: {notes:?}");
    }
}

/// Signs without end are read once and not once for each of them.
#[test]
fn long_runs_of_signs_take_no_time() {
    let begun = "(format: \"laneway\", version: 2, document: (pages: [(id: \"p\", title: {\"en\": \"";
    for signs in ["}", ")", "\"", "“", "' ", ", \"", "{\"", "a\": ", "},"] {
        let text = format!("{begun}{}", signs.repeat(200_000 / signs.len()));
        let started = Instant::now();
        pipeline::repair(text.as_bytes());
        assert!(started.elapsed() < Duration::from_secs(20), "{signs}: {:?}", started.elapsed());
    }
}
