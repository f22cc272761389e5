//! What stands where in a file of any version: which field holds what, and by which field records are told apart.
//!
//! Knows names only; what a value may be is the business of the records of each version. The golden files, which have
//! something of everything, hold it to those.

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    /// A number, a word, a string, or a few of them in brackets.
    Value,
    /// The name of a record or a language: a string.
    Name,
    /// Strings by name: `{"en": "Yes"}`.
    Words,
    /// A list of strings.
    Strings,
    /// A record.
    Record(&'static RecordForm),
    /// A list of records.
    List(&'static RecordForm),
}

impl Holds {
    /// Whether other fields stand in it.
    pub(super) const fn is_container(self) -> bool {
        matches!(self, Self::Record(_) | Self::List(_))
    }
}

/// A field's name and what it holds.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldForm {
    pub(super) name: &'static str,
    pub(super) holds: Holds,
}

/// The fields of a record, the one that names it first.
#[derive(Debug)]
pub(super) struct RecordForm(&'static [FieldForm]);

impl RecordForm {
    /// All its fields.
    pub(super) fn fields(&self) -> impl Iterator<Item = &'static FieldForm> {
        self.0.iter()
    }

    /// The field `name`.
    pub(super) fn field(&self, name: &str) -> Option<&'static FieldForm> {
        self.fields().find(|field| field.name == name)
    }

    /// The name of the field that names the record.
    pub(super) fn key(&self) -> &'static str {
        self.0.first().map_or("", |field| field.name)
    }
}

const ALL: [&RecordForm; 18] = [
    &FILE,
    &DOCUMENT,
    &TITLE_BLOCK,
    &PAGE,
    &LANE,
    &POOL,
    &PHASE,
    &STEP,
    &TIME,
    &ESTIMATE,
    &CONNECTOR,
    &STYLE,
    &PLACES,
    &STEP_PLACE,
    &CONNECTOR_PLACE,
    &PORT,
    &POINT,
    &PINNED_POINT,
];

/// Whether a record of any kind has a field of this name.
pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && ALL.iter().any(|form| form.field(name).is_some())
}

/// Whether in a record of any kind the field of this name holds the name of a record or a language.
pub(super) fn holds_name(name: &str) -> bool {
    let mut fields = ALL.iter().filter_map(|form| form.field(name));
    fields.any(|field| matches!(field.holds, Name))
}

macro_rules! forms {
    ($($form:ident { $($field:ident: $holds:expr),* $(,)? })*) => {$(
        static $form: RecordForm = RecordForm(&[
            $(FieldForm { name: stringify!($field), holds: $holds }),*
        ]);
    )*};
}

use Holds::{List, Name, Record, Strings, Value, Words};

/// A whole file.
pub(super) static FILE: RecordForm = RecordForm(&[
    FieldForm { name: "format", holds: Value },
    FieldForm { name: "version", holds: Value },
    FieldForm { name: "document", holds: Record(&DOCUMENT) },
]);

forms! {
    DOCUMENT {
        id: Name, title: Words, subtitle: Words, description: Words, language: Name,
        translations: Strings, title_block: Record(&TITLE_BLOCK), theme: Value, line_jumps: Value, properties: Words, pages: List(&PAGE),
    }
    TITLE_BLOCK { version: Value, date: Words, author: Words }
    PAGE {
        id: Name, title: Words, orientation: Value, lanes: List(&LANE), pools: List(&POOL),
        phases: List(&PHASE), steps: List(&STEP), connectors: List(&CONNECTOR), places: Record(&PLACES),
    }
    LANE {
        id: Name, title: Words, role: Value, size: Value, given: Value, group: Words, pool: Name,
        style: Record(&STYLE),
    }
    POOL { id: Name, title: Words, parent: Name }
    PHASE { id: Name, title: Words, size: Value }
    STEP {
        id: Name, kind: Value, lane: Name, phase: Name, text: Words, goal: Words, description: Words,
        responsible: Words, channel: Words, needs: Words, say: Words, record: Words, evidence: Words,
        authority: Words, time: Record(&TIME), link: Value, properties: Words,
    }
    TIME { handling: Record(&ESTIMATE), waiting: Record(&ESTIMATE), target: Value }
    ESTIMATE { usual: Value, best: Value, worst: Value }
    CONNECTOR {
        id: Name, kind: Value, from: Name, to: Name, label: Words, share: Value, properties: Words,
    }
    STYLE { fill: Value, line: Value, text: Value }
    PLACES { z_order: Strings, steps: List(&STEP_PLACE), connectors: List(&CONNECTOR_PLACE) }
    STEP_PLACE {
        step: Name, along: Value, across: Value, size: Value, z: Value, pinned: Value, fit: Value,
        style: Record(&STYLE),
    }
    CONNECTOR_PLACE {
        connector: Name, routed: Value, from: Record(&PORT), from_point: Record(&POINT), to: Record(&PORT),
        to_point: Record(&POINT), bends: List(&PINNED_POINT), label: Record(&PINNED_POINT),
        style: Record(&STYLE),
    }
    PORT { side: Value, t: Value, pinned: Value }
    POINT { lane: Name, along: Value, across: Value }
    PINNED_POINT { lane: Name, along: Value, across: Value, pinned: Value }
}
