//! The records of a damaged file of any version, as many as can be read.

use std::collections::BTreeSet;

use ron::error::SpannedError;
use serde::de::DeserializeOwned;

use super::{Fault, read_any, spelling::respelt, v1, v2};
use crate::persist::repair::{Branch, Field, RepairKind, RepairNotes, key_of};

/// The file with what of its `tree` can be read; `None` where that is not even one page.
pub(in crate::persist) fn salvage(tree: Branch<'_>, notes: &mut RepairNotes) -> Option<v2::File> {
    let version = tree.field("version").map(Branch::to_string);
    if !matches!(version.as_deref(), Some("1" | "2")) {
        notes.add(RepairKind::Usual, "version");
    }
    if tree.field("format").is_none_or(|format| format.to_string() != "\"laneway\"") {
        notes.add(RepairKind::Usual, "format");
    }
    let has_language = tree.field("document").is_some_and(|document| document.field("language").is_some());
    if !has_language {
        notes.add(RepairKind::Usual, "language");
    }
    let is_first = version.is_some_and(|version| version == "1");
    let mut document = Entries::of(tree).entries("document")?;
    let pages = document.items("pages", notes);
    if pages.is_empty() {
        return None;
    }
    if is_first {
        let pages = pages.into_iter().map(|page| v1_page(Entries::of(page), notes)).collect();
        return upgraded(v1_document(document, pages, notes));
    }
    let pages = pages.into_iter().map(|page| v2_page(Entries::of(page), notes)).collect();
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
        translations: of.value("translations", notes).unwrap_or_default(),
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
    if let Some(mut places) = of.entries("places") {
        let steps: Vec<v1::StepPlace> = places.records("steps", notes);
        let mut z_order: Vec<String> = places.value("z_order", notes).unwrap_or_default();
        // A step that has no place any more, or stands there twice, has no rank.
        let mut left: BTreeSet<&str> = steps.iter().map(|place| place.step.as_str()).collect();
        z_order.retain(|id| {
            let is_placed = left.remove(id.as_str());
            if !is_placed {
                notes.add_of(RepairKind::LeftOver, "", id);
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
    if let Some(mut places) = of.entries("places") {
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
    fields: Vec<Field<'t>>,
}

impl<'t> Entries<'t> {
    /// Those of the record `tree`.
    fn of(tree: Branch<'t>) -> Self {
        match tree {
            Branch::Record(fields) => Self { fields },
            Branch::Value(_) | Branch::Words(_) | Branch::List(_) => Self { fields: Vec::new() },
        }
    }

    fn take(&mut self, name: &str) -> Option<Branch<'t>> {
        let at = self.fields.iter().position(|field| field.name == name)?;
        Some(self.fields.remove(at).branch)
    }

    /// A field, if it can be read.
    fn value<T: DeserializeOwned>(&mut self, name: &'static str, notes: &mut RepairNotes) -> Option<T> {
        let read = read_any(&self.take(name)?.to_string());
        read.map_err(|_unreadable| notes.add(RepairKind::Field, name)).ok()
    }

    /// A field that is a record itself.
    fn entries(&mut self, name: &str) -> Option<Self> {
        self.take(name).map(Self::of)
    }

    /// The records in a list; of those that are the same in everything, one.
    fn items(&mut self, name: &str, notes: &mut RepairNotes) -> Vec<Branch<'t>> {
        let Some(Branch::List(mut items)) = self.take(name) else { return Vec::new() };
        let mut seen = BTreeSet::new();
        items.retain(|item| {
            let is_first = seen.insert(item.to_string());
            if !is_first {
                notes.add_of(RepairKind::Duplicate, "", item.key());
            }
            is_first
        });
        items
    }

    /// The records of a list that can be read.
    fn records<T: Salvaged>(&mut self, name: &str, notes: &mut RepairNotes) -> Vec<T> {
        let mut records = Vec::new();
        for item in self.items(name, notes) {
            let text = item.to_string();
            let Branch::Record(fields) = item else { continue };
            match read_any(&text).ok().or_else(|| by_fields(&fields, notes)) {
                Some(record) => records.push(record),
                None => notes.add(RepairKind::Record, &text),
            }
        }
        records
    }

    /// Notes what nobody asked for.
    fn note_rest(self, notes: &mut RepairNotes) {
        self.fields.iter().for_each(|field| notes.add(RepairKind::Field, &field.name));
    }
}

/// A record that may be damaged.
trait Salvaged: DeserializeOwned {
    /// The fields that it cannot be without, and what usually stands there; `None`: that cannot be known.
    const NEEDED: &'static [(&'static str, Option<&'static str>)];
}

macro_rules! salvaged {
    ($($record:ty => $needed:expr;)*) => {$(
        impl Salvaged for $record {
            const NEEDED: &'static [(&'static str, Option<&'static str>)] = $needed;
        }
    )*};
}

const NO_NAME: Option<&str> = Some("\"\"");

salvaged! {
    v1::Lane => &[("id", NO_NAME), ("size", Some("200.0"))];
    v2::Lane => v1::Lane::NEEDED;
    v1::Phase => v1::Lane::NEEDED;
    v2::Pool => &[("id", NO_NAME)];
    v1::Connector => v2::Pool::NEEDED;
    v1::Step => &[("id", NO_NAME), ("kind", Some("Process")), ("lane", NO_NAME)];
    v1::StepPlace => &[("step", None), ("along", None), ("across", None)];
    v2::StepPlace => v1::StepPlace::NEEDED;
    v1::ConnectorPlace => &[("connector", None)];
}

/// The record with those of these fields that can be read, and with what is usual where one of the others is needed.
fn by_fields<T: Salvaged>(fields: &[Field<'_>], notes: &mut RepairNotes) -> Option<T> {
    let key = key_of(fields);
    let said = |name: &str| fields.iter().find(|field| field.name == name);
    // Begun with what is needed: so the record can be read whatever else it has.
    let mut texts = Vec::new();
    for (name, usual) in T::NEEDED {
        texts.push(match usual {
            Some(usual) => format!("{name}: {usual}"),
            None => text(said(name)?),
        });
    }
    let mut record = read_fields(&texts)?;
    for (at, (name, usual)) in T::NEEDED.iter().enumerate() {
        let with = said(name).and_then(|field| read_with(&texts, at, field, key, notes));
        match with {
            Some(better) => (record, texts) = better,
            None if usual.is_some() => notes.add_of(RepairKind::Usual, name, key),
            None => {}
        }
    }
    for field in fields.iter().filter(|field| T::NEEDED.iter().all(|(name, _)| field.name != *name)) {
        if let Some(with) = read_with(&texts, texts.len(), field, key, notes) {
            (record, texts) = with;
        } else {
            notes.add_of(RepairKind::Field, &field.name, key);
        }
    }
    Some(record)
}

fn text(field: &Field<'_>) -> String {
    format!("{}: {}", field.name, field.branch)
}

/// The record `key` with `field` at `at` among its `texts`, in whose value a word may be spelt wrong, and its texts.
fn read_with<T: DeserializeOwned>(
    texts: &[String],
    at: usize,
    field: &Field<'_>,
    key: &str,
    notes: &mut RepairNotes,
) -> Option<(T, Vec<String>)> {
    let mut value = field.branch.to_string();
    let mut spellings = Vec::new();
    loop {
        let mut with = texts.to_vec();
        with.splice(at..(at + 1).min(texts.len()), [format!("{}: {value}", field.name)]);
        match try_fields(&with) {
            Ok(record) => {
                let add = |spelling: &String| notes.add_of(RepairKind::Spelling, spelling, key);
                spellings.iter().for_each(add);
                return Some((record, with));
            }
            Err(error) => {
                let spelling = respelt(&value, &error)?;
                if spellings.len() == MOST_SPELLINGS {
                    return None;
                }
                spellings.push(format!("{}: {value} → {spelling}", field.name));
                value = spelling;
            }
        }
    }
}

/// The most words of a value that are spelt wrong.
const MOST_SPELLINGS: usize = 3;

fn read_fields<T: DeserializeOwned>(texts: &[String]) -> Option<T> {
    try_fields(texts).ok()
}

fn try_fields<T: DeserializeOwned>(texts: &[String]) -> Result<T, SpannedError> {
    read_any(&format!("({})", texts.join(", ")))
}
