//! One record of three versions, field by field.

use std::collections::BTreeSet;

use super::{Conflict, ConflictKind};
use crate::{
    locale::Lang,
    model::{Document, MarkedValue, PageId, Properties, Style, Text},
    revise::{Field, FieldValue, RecordId, RecordName, page_pair::PageSide},
};

/// A value in the base and on both sides. Where the base has none, both sides added it.
#[derive(Clone, Copy)]
pub(super) struct Three<T> {
    pub(super) base: Option<T>,
    pub(super) ours: T,
    pub(super) theirs: T,
}

/// Which side a value comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// From both: neither changed it, or both did the same.
    Both,
    /// From ours, which alone changed it, or counts because both did.
    Ours,
    /// From theirs, which alone changed it.
    Theirs,
}

impl<T> Three<T> {
    /// The same of a part.
    pub(super) fn map<U>(self, part: impl Fn(T) -> U) -> Three<U> {
        Three { base: self.base.map(&part), ours: part(self.ours), theirs: part(self.theirs) }
    }

    /// The value that comes from `origin`.
    pub(super) fn of(self, origin: Origin) -> T {
        match origin {
            Origin::Both | Origin::Ours => self.ours,
            Origin::Theirs => self.theirs,
        }
    }
}

impl<T: PartialEq> Three<T> {
    /// Whether both sides changed it, each otherwise.
    pub(super) fn is_conflict(&self) -> bool {
        let Self { base, ours, theirs } = self;
        ours != theirs && base.as_ref() != Some(ours) && base.as_ref() != Some(theirs)
    }

    /// Where its value comes from.
    pub(super) fn origin(&self) -> Origin {
        let Self { base, ours, theirs } = self;
        if ours == theirs {
            Origin::Both
        } else if base.as_ref() == Some(ours) {
            Origin::Theirs
        } else {
            Origin::Ours
        }
    }

    /// The value that counts, conflict or not.
    pub(super) fn settled(self) -> T {
        let origin = self.origin();
        self.of(origin)
    }
}

/// The three versions of a page, for the names of what its records refer to.
pub(super) type Sides<'s, 'p> = Three<&'s PageSide<'p>>;

/// Merges the fields of a record and notes the conflicts.
pub(super) struct FieldMerge<'m> {
    /// The whole documents, for the names of what fields refer to.
    pub(super) versions: Three<&'m Document>,
    pub(super) page: Option<&'m PageId>,
    pub(super) record: RecordId,
    pub(super) name: RecordName,
    pub(super) conflicts: &'m mut Vec<Conflict>,
}

impl FieldMerge<'_> {
    /// The value of a field; `mark` makes of it what is kept in a mark.
    pub(super) fn field<T: PartialEq + Clone>(
        &mut self,
        field: Field,
        three: Three<T>,
        mark: impl Fn(T) -> MarkedValue,
    ) -> T {
        if three.is_conflict() {
            self.differs(field, &three.clone_map(mark));
        }
        three.settled()
    }

    /// Notes that both sides changed a field, each otherwise.
    pub(super) fn differs(&mut self, field: Field, values: &Three<MarkedValue>) {
        let Three { base, ours, theirs } = self.versions;
        let base = base.zip(values.base.as_ref());
        self.note(ConflictKind::Field {
            field,
            base: base.map_or(FieldValue::Nothing, |(version, value)| FieldValue::of(value, version)),
            ours: FieldValue::of(&values.ours, ours),
            theirs: FieldValue::of(&values.theirs, theirs),
            marked: values.theirs.clone(),
        });
    }

    /// Notes a conflict.
    pub(super) fn note(&mut self, what: ConflictKind) {
        let (page, record, name) = (self.page.cloned(), self.record.clone(), self.name.clone());
        self.conflicts.push(Conflict { page, record, name, what });
    }

    /// A text, each language on its own.
    pub(super) fn text(&mut self, field: impl Fn(Lang) -> Field, three: Three<&Text>) -> Text {
        let Three { base, ours, theirs } = three;
        if ours == theirs {
            return ours.clone();
        }
        let langs: BTreeSet<&Lang> = ours.iter().chain(theirs.iter()).map(|(lang, _)| lang).collect();
        let mut merged = Text::EMPTY;
        for lang in langs {
            // A language that the base lacks was added.
            let base = Some(base.and_then(|base| base.exactly(lang)));
            let three = Three { base, ours: ours.exactly(lang), theirs: theirs.exactly(lang) };
            let mark = |text: Option<&str>| MarkedValue::Words(text.map(str::to_owned));
            if let Some(text) = self.field(field(lang.clone()), three, mark) {
                merged.set(lang.clone(), text);
            }
        }
        merged.merge_originals(base, ours, theirs);
        merged
    }

    /// Free properties, each on its own.
    pub(super) fn properties(&mut self, three: Three<&Properties>) -> Properties {
        let Three { base, ours, theirs } = three;
        let names: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        let value = |properties: &'_ Properties, name: &String| properties.get(name).cloned();
        let mut merged = Properties::new();
        for name in names {
            let base = Some(base.and_then(|base| value(base, name)));
            let three = Three { base, ours: value(ours, name), theirs: value(theirs, name) };
            let field = Field::Property(name.clone());
            if let Some(value) = self.field(field, three, MarkedValue::Words) {
                merged.insert(name.clone(), value);
            }
        }
        merged
    }

    /// Colours, each on its own.
    pub(super) fn style(&mut self, three: Three<Style>) -> Style {
        Style {
            fill: self.field(Field::Fill, three.map(|style| style.fill), MarkedValue::Color),
            line: self.field(Field::Line, three.map(|style| style.line), MarkedValue::Color),
            text: self.field(Field::TextColor, three.map(|style| style.text), MarkedValue::Color),
        }
    }
}

impl<T: Clone> Three<T> {
    /// What `of` makes of each.
    fn clone_map<U>(&self, of: impl Fn(T) -> U) -> Three<U> {
        Three {
            base: self.base.clone().map(&of),
            ours: of(self.ours.clone()),
            theirs: of(self.theirs.clone()),
        }
    }
}
