//! Small damage in a file costs nothing but what it touches.

use std::{collections::BTreeSet, ops::Range, path::Path, sync::OnceLock};

use laneway::{
    locale::{Catalog, UiLang},
    model::{Document, Page},
    persist, pipeline, template,
};
use proptest::{prelude::*, sample::Index};

use crate::testing::cases;

/// What becomes of a place in a file.
#[derive(Clone, Debug)]
enum Damage {
    /// A character is lost.
    Lost,
    /// Something got in before it.
    Inserted(&'static str),
    /// Its line stands there twice.
    TwiceLine,
    /// Its line is lost.
    LostLine,
    /// Something got in before its line.
    InsertedLine(&'static str),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        3 => Just(Damage::Lost),
        3 => prop::sample::select(&["(", ")", "[", "]", "{", "}", "\"", ",", ":", "x"][..]).prop_map(Damage::Inserted),
        2 => Just(Damage::TwiceLine),
        2 => Just(Damage::LostLine),
        2 => prop::sample::select(&["),", "((", "],", "oops", "%% ?? \"", "=======", "colour: 7,", "(id: 3),"][..])
            .prop_map(Damage::InsertedLine),
    ]
}

/// The damaged text, and which line of `text` the damage is in.
fn damaged(text: &str, at: Index, damage: &Damage) -> (String, usize) {
    let chars: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = *at.get(&chars);
    let (before, after) = text.split_at(at);
    let number = before.matches('\n').count();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| at + end + 1);
    let line = text.get(start..end).unwrap_or_default();
    let mut text = text.to_owned();
    match damage {
        Damage::Lost => {
            text.remove(at);
        }
        Damage::Inserted(what) => text.insert_str(at, what),
        Damage::TwiceLine => text.insert_str(start, line),
        Damage::LostLine => text.replace_range(start..end, ""),
        Damage::InsertedLine(what) => text.insert_str(start, &format!("{what}\n")),
    }
    (text, number)
}

/// The lines of the record whose key stands in `key`.
fn lines_of(lines: &[&str], key: &str) -> Option<Range<usize>> {
    let at = lines.iter().position(|line| line.trim_start() == key)?;
    let indent = lines[at].len() - lines[at].trim_start().len() - 2;
    let end = (at..lines.len())
        .find(|line| lines[*line].trim_start() == ")," && lines[*line].len() == indent + 2)?;
    Some(at - 1..end + 1)
}

/// The records of `sound` that `damaged` lacks, or has with other words, unless the damage touched them.
fn lost(sound: &Document, damaged: &Document, text: &str, touched: usize) -> Vec<String> {
    let lines: Vec<&str> = text.lines().collect();
    let is_touched = |id: &str| {
        lines_of(&lines, &format!("id: \"{id}\",")).is_none_or(|lines| {
            // What stands just before a record or just behind it touches it as well.
            (lines.start.saturating_sub(1)..lines.end + 1).contains(&touched)
        })
    };
    let there: BTreeSet<String> = damaged.pages.iter().flat_map(said).map(|(_, said)| said).collect();
    let all = sound.pages.iter().flat_map(said);
    all.filter(|(id, said)| !there.contains(said) && !is_touched(id)).map(|(_, said)| said).collect()
}

/// The id and everything that is said of each lane, step and connector.
fn said(page: &Page) -> Vec<(String, String)> {
    let lanes =
        page.lanes.iter().map(|lane| (lane.id.to_string(), format!("lane {} {:?}", lane.id, lane.title)));
    let steps = page.steps.values().map(|step| {
        let said = format!("{} {:?} {:?} {:?}", step.id, step.kind, step.text, step.details);
        (step.id.to_string(), said)
    });
    let connectors = page.connectors.values().map(|connector| {
        (connector.id.to_string(), format!("connector {} {:?}", connector.id, connector.label))
    });
    lanes.chain(steps).chain(connectors).collect()
}

pub(super) fn templates() -> &'static [(Document, String)] {
    static TEMPLATES: OnceLock<Vec<(Document, String)>> = OnceLock::new();
    TEMPLATES.get_or_init(|| {
        let open = |template| pipeline::open_template(template).expect("a template opens");
        let opened = template::TEMPLATES.iter().map(open);
        opened.map(|document| (document.clone(), persist::to_ron(&document))).collect()
    })
}

/// What the damage cost that it must not, if anything.
fn cost(sound: &Document, text: &str, broken: &str, touched: usize) -> Result<(), String> {
    let (document, notes) = pipeline::repair(broken.as_bytes()).ok_or("nothing is saved")?;
    let catalog = Catalog::of(UiLang::En);
    let notes: Vec<String> = notes.iter().map(|note| note.say(catalog)).collect();
    let lost = lost(sound, &document, text, touched);
    if document.check().is_err() || !lost.is_empty() {
        return Err(format!("{lost:#?} {notes:#?}"));
    }
    let opens = || pipeline::open(broken.into(), Path::new("x.ron")).is_ok();
    if notes.is_empty() && !opens() { Err("nothing is said".to_owned()) } else { Ok(()) }
}

proptest! {
    #![proptest_config(cases(256))]

    /// At most the record that the damage touches is lost, and what is lost is said.
    #[test]
    fn small_damage_costs_what_it_touches(nth in any::<Index>(), at in any::<Index>(), damage in damage()) {
        let (sound, text) = nth.get(templates());
        let (broken, line) = damaged(text, at, &damage);
        let cost = cost(sound, text, &broken, line);
        let original = text.lines().nth(line).unwrap_or_default();
        prop_assert_eq!(cost, Ok(()), "{:?} in line {}: {}", damage, line + 1, original);
    }
}
