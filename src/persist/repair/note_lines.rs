//! What became of a damaged file, in lines for a person: what holds of many places is said once.

use std::collections::BTreeMap;

use super::{RepairKind, RepairNote};
use crate::locale::Catalog;

/// So many notes of signs say each where they are; of more it matters only how many there are.
const MOST_SINGLE: usize = 5;

/// A line about what was done to a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// The line.
    pub text: String,
    /// Whether something that the file says is no longer there, or may not be.
    pub is_loss: bool,
}

/// What notes have in common that are said as one: what was done, the record, and what is meant in it.
type Common<'n> = (RepairKind, &'n str, &'n str);

/// The `notes` in the language of `catalog`, in their order.
pub fn note_lines(notes: &[RepairNote], catalog: &Catalog) -> Vec<NoteLine> {
    let mut of_signs: BTreeMap<Common<'_>, usize> = BTreeMap::new();
    for note in notes.iter().filter(|note| note.kind.is_of_signs()) {
        *of_signs.entry(of_any_record(note)).or_default() += 1;
    }
    let common = |note| match of_signs.get(&of_any_record(note)) {
        Some(count) if *count > MOST_SINGLE => of_any_record(note),
        _ => (note.kind, note.id.as_str(), note.said.as_str()),
    };
    let mut groups: Vec<Vec<&RepairNote>> = Vec::new();
    let mut places: BTreeMap<Common<'_>, usize> = BTreeMap::new();
    for note in notes {
        let at = *places.entry(common(note)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(alike) => alike.push(note),
            None => groups.push(vec![note]),
        }
    }
    groups.iter().filter_map(|alike| line(alike, catalog)).collect()
}

const fn of_any_record(note: &RepairNote) -> Common<'_> {
    (note.kind, "", note.said.as_str())
}

/// The line of notes that are `alike`.
fn line(alike: &[&RepairNote], catalog: &Catalog) -> Option<NoteLine> {
    let first = alike.first()?;
    let is_loss = first.kind.is_loss();
    if alike.len() == 1 {
        return Some(NoteLine { text: first.say(catalog), is_loss });
    }
    let is_of_one = alike.iter().all(|note| note.id == first.id);
    let said = if is_of_one { first.say_without_line(catalog) } else { first.say_of_many(catalog) };
    let (count, said) = (alike.len().into(), said.into());
    let text = match first.line {
        Some(line) => {
            let line = line.to_string();
            let values = [("count", count), ("line", line.into()), ("said", said)];
            catalog.text_with("repair-in-places-from-line", &values)
        }
        None => catalog.text_with("repair-in-places", &[("count", count), ("said", said)]),
    };
    Some(NoteLine { text, is_loss })
}
