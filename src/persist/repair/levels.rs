//! The records and lists that are open while a damaged file is gathered, from the file itself inwards.
//!
//! What its brackets say is only a guess: a level that they close stays until what comes next shows whether it did end.

use super::{
    Branch, Field, RepairKind, RepairNotes,
    branch::key_of,
    grammar::{FILE, FieldForm, Holds, RecordForm},
};

/// Something that holds other things and has not ended yet.
#[derive(Debug)]
pub(super) struct Level<'t> {
    /// The field of the level below that it is; empty for a record of a list.
    pub(super) name: &'static str,
    pub(super) grown: Grown<'t>,
}

/// What a level has so far.
#[derive(Debug)]
pub(super) enum Grown<'t> {
    Record(&'static RecordForm, Vec<Field<'t>>),
    List(&'static RecordForm, Vec<Branch<'t>>),
    Strings(Vec<Branch<'t>>),
    Words(Vec<Field<'t>>),
}

impl<'t> Grown<'t> {
    /// Nothing yet of what a field holds; `None`: it holds a plain value.
    pub(super) const fn new(holds: Holds) -> Option<Self> {
        match holds {
            Holds::Value | Holds::Name => None,
            Holds::Words => Some(Self::Words(Vec::new())),
            Holds::Strings => Some(Self::Strings(Vec::new())),
            Holds::Record(form) => Some(Self::Record(form, Vec::new())),
            Holds::List(form) => Some(Self::List(form, Vec::new())),
        }
    }

    /// The bracket that ends it.
    pub(super) const fn close(&self) -> u8 {
        match self {
            Self::Record(..) => b')',
            Self::List(..) | Self::Strings(_) => b']',
            Self::Words(_) => b'}',
        }
    }

    fn finish(self) -> Branch<'t> {
        match self {
            Self::Record(_, fields) => Branch::Record(fields),
            Self::List(_, items) | Self::Strings(items) => Branch::List(items),
            Self::Words(words) => Branch::Words(words),
        }
    }

    fn again(form: &FieldForm, branch: Branch<'t>) -> Option<Self> {
        match (form.holds, branch) {
            (Holds::Record(form), Branch::Record(fields)) => Some(Self::Record(form, fields)),
            (Holds::List(form), Branch::List(items)) => Some(Self::List(form, items)),
            _ => None,
        }
    }
}

/// All levels that have not ended.
#[derive(Debug)]
pub(super) struct Levels<'t> {
    all: Vec<Level<'t>>,
    /// So many of them are open if the brackets are right.
    open: usize,
    /// Whether one of the last brackets closed something else than the innermost level.
    is_doubtful: bool,
}

impl<'t> Levels<'t> {
    /// A file that has begun.
    pub(super) fn new() -> Self {
        Self {
            all: vec![Level { name: "", grown: Grown::Record(&FILE, Vec::new()) }],
            open: 1,
            is_doubtful: false,
        }
    }

    /// The levels, the innermost last.
    pub(super) fn all(&self) -> &[Level<'t>] {
        &self.all
    }

    /// Where the innermost level is that is open if the brackets are right.
    pub(super) const fn top(&self) -> usize {
        self.open.saturating_sub(1)
    }

    /// Whether the last brackets cannot all be right.
    pub(super) const fn is_doubtful(&self) -> bool {
        self.is_doubtful
    }

    /// How many levels no bracket has closed.
    pub(super) const fn unclosed(&self) -> usize {
        self.open
    }

    /// Takes a closing bracket; whether it is the one that had to come.
    pub(super) fn close(&mut self, bracket: u8) -> bool {
        let open = self.all.get(..self.open).unwrap_or_default();
        let closed = open.iter().rposition(|level| level.grown.close() == bracket);
        let is_next = closed.is_some_and(|at| at + 1 == self.open);
        self.open = closed.unwrap_or(self.open);
        self.is_doubtful |= !is_next;
        is_next
    }

    /// Whether the record at `depth` has the field `name`, or that has just begun.
    pub(super) fn has(&self, depth: usize, name: &str) -> bool {
        let is_begun = self.all.get(depth + 1).is_some_and(|inner| inner.name == name);
        is_begun
            || matches!(self.all.get(depth).map(|level| &level.grown),
            Some(Grown::Record(_, fields)) if fields.iter().any(|field| field.name == name))
    }

    /// Ends everything within the level at `depth`; whether the brackets say so as well.
    pub(super) fn keep(&mut self, depth: usize, notes: &mut RepairNotes) -> bool {
        let is_said = depth == self.top() && self.open > 0;
        while self.all.len() > depth + 1 {
            let Some(Level { name, grown }) = self.all.pop() else { break };
            let branch = grown.finish();
            match self.all.last_mut().map(|level| &mut level.grown) {
                Some(Grown::List(_, items)) => items.push(branch),
                Some(Grown::Record(_, fields)) => put(fields, Field { name: name.into(), branch }, notes),
                _ => {}
            }
        }
        self.open = self.all.len();
        self.is_doubtful = false;
        is_said
    }

    /// Begins a level in the innermost one.
    pub(super) fn begin(&mut self, name: &'static str, grown: Grown<'t>) {
        self.all.push(Level { name, grown });
        self.open = self.all.len();
    }

    /// Goes on with the field of the innermost level, a record, which has ended already.
    pub(super) fn begin_again(&mut self, field: &FieldForm) {
        let Some(Grown::Record(_, fields)) = self.all.last_mut().map(|level| &mut level.grown) else {
            return;
        };
        let Some(at) = fields.iter().position(|had| had.name == field.name) else { return };
        if let Some(grown) = Grown::again(field, fields.remove(at).branch) {
            self.begin(field.name, grown);
        }
    }

    /// Puts a finished field into the innermost level.
    pub(super) fn put_field(&mut self, field: Field<'t>, notes: &mut RepairNotes) {
        let innermost = self.all.last_mut().map(|level| &mut level.grown);
        if let Some(Grown::Record(_, fields) | Grown::Words(fields)) = innermost {
            put(fields, field, notes);
        }
    }

    /// Puts a string into the innermost level, a list of them.
    pub(super) fn put_string(&mut self, string: Branch<'t>) {
        if let Some(Grown::Strings(strings)) = self.all.last_mut().map(|level| &mut level.grown) {
            strings.push(string);
        }
    }

    /// What names the innermost record.
    pub(super) fn key(&self) -> &str {
        let fields = self.all.iter().rev().find_map(|level| match &level.grown {
            Grown::Record(_, fields) => Some(fields.as_slice()),
            _ => None,
        });
        key_of(fields.unwrap_or_default())
    }

    /// The file, with everything in it.
    pub(super) fn finish(mut self, notes: &mut RepairNotes) -> Branch<'t> {
        self.keep(0, notes);
        self.all.pop().map_or(Branch::Record(Vec::new()), |level| level.grown.finish())
    }
}

/// Puts a field to others; of two with one name the first stays.
fn put<'t>(fields: &mut Vec<Field<'t>>, field: Field<'t>, notes: &mut RepairNotes) {
    let Some(had) = fields.iter().find(|had| had.name == field.name) else {
        return fields.push(field);
    };
    let kind = if had.branch == field.branch { RepairKind::Duplicate } else { RepairKind::Field };
    notes.add_of(kind, &field.name, key_of(fields));
}
