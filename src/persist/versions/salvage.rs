//! The records of a damaged file of any version, as many as can be read.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use super::{Fault, read_any, v1, v2};
use crate::persist::repair::{FieldText, Pieces, RepairKind, RepairNotes};

/// The file with what of it can be read; `None` where that is not even one page. The text begins with a bracket.
pub(in crate::persist) fn salvage(text: &str, version: u32, notes: &mut RepairNotes) -> Option<v2::File> {
    let file = Pieces::of(text);
    if !file.is_whole {
        notes.add(RepairKind::CutOff, "");
    }
    let mut document = Entries::of(file.value("document")?, notes);
    let pages = document.items("pages", notes);
    if pages.is_empty() {
        return None;
    }
    if version == 1 {
        let pages = pages.into_iter().map(|page| v1_page(Entries::of(page, notes), notes)).collect();
        return upgraded(v1_document(document, pages, notes));
    }
    let pages = pages.into_iter().map(|page| v2_page(Entries::of(page, notes), notes)).collect();
    Some(v2::File::of(v2_document(document, pages, notes)))
}

fn upgraded(document: v1::Document) -> Option<v2::File> {
    let upgraded: Result<v2::File, Fault> = v1::File { document }.upgrade();
    upgraded.ok()
}

fn v1_document(mut of: Entries<'_>, pages: Vec<v1::Page>, notes: &mut RepairNotes) -> v1::Document {
    let document = v1::Document {
        language: of.value("language", notes).unwrap_or_else(|| "en".to_owned()),
        pages,
        title: of.value("title", notes).unwrap_or_default(),
        subtitle: of.value("subtitle", notes).unwrap_or_default(),
        description: of.value("description", notes).unwrap_or_default(),
        title_block: of.value("title_block", notes),
        theme: of.value("theme", notes),
        line_jumps: of.value("line_jumps", notes),
        properties: of.value("properties", notes).unwrap_or_default(),
    };
    of.note_rest(notes);
    document
}

fn v2_document(mut of: Entries<'_>, pages: Vec<v2::Page>, notes: &mut RepairNotes) -> v2::Document {
    let document = v2::Document {
        language: of.value("language", notes).unwrap_or_else(|| "en".to_owned()),
        pages,
        id: of.value("id", notes),
        title: of.value("title", notes).unwrap_or_default(),
        subtitle: of.value("subtitle", notes).unwrap_or_default(),
        description: of.value("description", notes).unwrap_or_default(),
        title_block: of.value("title_block", notes),
        theme: of.value("theme", notes),
        line_jumps: of.value("line_jumps", notes),
        properties: of.value("properties", notes).unwrap_or_default(),
    };
    of.note_rest(notes);
    document
}

fn v1_page(mut of: Entries<'_>, notes: &mut RepairNotes) -> v1::Page {
    let mut page = v1::Page {
        id: of.value("id", notes).unwrap_or_default(),
        lanes: of.records("lanes", notes),
        title: of.value("title", notes).unwrap_or_default(),
        orientation: of.value("orientation", notes),
        phases: of.records("phases", notes),
        steps: of.records("steps", notes),
        connectors: of.records("connectors", notes),
        places: None,
    };
    if let Some(mut places) = of.entries("places", notes) {
        let steps: Vec<v1::StepPlace> = places.records("steps", notes);
        let mut z_order: Vec<String> = places.value("z_order", notes).unwrap_or_default();
        // A step that has no place any more, or stands there twice, has no rank.
        let mut left: BTreeSet<&str> = steps.iter().map(|place| place.step.as_str()).collect();
        z_order.retain(|id| {
            let is_placed = left.remove(id.as_str());
            if !is_placed {
                notes.add(RepairKind::LeftOver, id);
            }
            is_placed
        });
        page.places = Some(v1::Places { z_order, steps, connectors: places.records("connectors", notes) });
        places.note_rest(notes);
    }
    of.note_rest(notes);
    page
}

fn v2_page(mut of: Entries<'_>, notes: &mut RepairNotes) -> v2::Page {
    let mut page = v2::Page {
        id: of.value("id", notes).unwrap_or_default(),
        lanes: of.records("lanes", notes),
        title: of.value("title", notes).unwrap_or_default(),
        orientation: of.value("orientation", notes),
        pools: of.records("pools", notes),
        phases: of.records("phases", notes),
        steps: of.records("steps", notes),
        connectors: of.records("connectors", notes),
        places: None,
    };
    if let Some(mut places) = of.entries("places", notes) {
        page.places = Some(v2::Places {
            steps: places.records("steps", notes),
            connectors: places.records("connectors", notes),
        });
        places.note_rest(notes);
    }
    of.note_rest(notes);
    page
}

/// The entries of a record that holds others, taken out one by one.
struct Entries<'t> {
    fields: Vec<FieldText<'t>>,
}

impl<'t> Entries<'t> {
    /// Those of the record `text`.
    fn of(text: &'t str, notes: &mut RepairNotes) -> Self {
        let pieces = Pieces::of(text);
        if let Some(broken) = pieces.broken {
            notes.add(RepairKind::Field, broken);
        }
        pieces.items.iter().for_each(|item| notes.add(RepairKind::LeftOver, item));
        Self { fields: pieces.fields }
    }

    fn take(&mut self, name: &str) -> Option<&'t str> {
        let at = self.fields.iter().position(|field| field.name == name)?;
        Some(self.fields.remove(at).value)
    }

    /// A field, if it can be read.
    fn value<T: DeserializeOwned>(&mut self, name: &'static str, notes: &mut RepairNotes) -> Option<T> {
        let read = read_any(self.take(name)?);
        read.map_err(|_unreadable| notes.add(RepairKind::Field, name)).ok()
    }

    /// A field that is a record itself.
    fn entries(&mut self, name: &str, notes: &mut RepairNotes) -> Option<Self> {
        let value = self.take(name)?;
        Some(Self::of(value, notes))
    }

    /// The texts of the records in a list, and of those that a missing bracket put into the one before them. Fields that
    /// got into the list in the same way come back to their record.
    fn items(&mut self, name: &str, notes: &mut RepairNotes) -> Vec<&'t str> {
        let Some(value) = self.take(name).filter(|value| value.starts_with('[')) else { return Vec::new() };
        let list = Pieces::of(value);
        self.fields.extend(list.fields);
        let mut items = Vec::new();
        for item in list.items.into_iter().chain(list.broken) {
            if item.starts_with('(') {
                items.push(item);
            } else {
                notes.add(RepairKind::Record, item);
            }
        }
        items
    }

    /// The records of a list that can be read.
    fn records<T: DeserializeOwned>(&mut self, name: &str, notes: &mut RepairNotes) -> Vec<T> {
        let mut waiting = self.items(name, notes);
        waiting.reverse();
        let mut records = Vec::new();
        while let Some(text) = waiting.pop() {
            if let Ok(record) = read_any(text) {
                records.push(record);
                continue;
            }
            let pieces = Pieces::of(text);
            // Neighbours that a missing bracket put into this record.
            waiting.extend(pieces.items.iter().copied().filter(|item| item.starts_with('(')).rev());
            match without_bad_field(&pieces.fields, notes) {
                Some(record) => records.push(record),
                None => notes.add(RepairKind::Record, text),
            }
        }
        records
    }

    /// Notes what nobody asked for.
    fn note_rest(self, notes: &mut RepairNotes) {
        self.fields.iter().for_each(|field| notes.add(RepairKind::Field, field.name));
    }
}

/// From so many fields on only one of them is left out.
const MOST_FIELDS: usize = 64;

/// The record with these fields, or without one or two of them that cannot be read or are not known.
fn without_bad_field<T: DeserializeOwned>(fields: &[FieldText<'_>], notes: &mut RepairNotes) -> Option<T> {
    let without = |left_out: &[usize]| {
        let kept = fields.iter().enumerate().filter(|(at, _)| !left_out.contains(at));
        let kept: Vec<String> = kept.map(|(_, field)| format!("{}: {}", field.name, field.value)).collect();
        read_any(&format!("({})", kept.join(", "))).ok()
    };
    if let Some(record) = without(&[]) {
        return Some(record);
    }
    let single = (0..fields.len()).map(|one| vec![one]);
    // No record has as many fields: of what came in their place all pairs would take too long.
    let paired = if fields.len() > MOST_FIELDS { 0 } else { fields.len() };
    let pairs = (0..paired).flat_map(|one| (0..one).map(move |two| vec![one, two]));
    let (record, left_out) =
        single.chain(pairs).find_map(|left_out| Some((without(&left_out)?, left_out)))?;
    let id = fields.iter().find(|field| matches!(field.name, "id" | "step" | "connector"));
    let id = id.map_or("", |field| field.value);
    for name in left_out.iter().filter_map(|at| fields.get(*at)).map(|field| field.name) {
        notes.add(RepairKind::Field, &format!("{name} {id}"));
    }
    Some(record)
}
