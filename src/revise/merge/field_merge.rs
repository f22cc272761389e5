//! One record of three versions, field by field.

use std::collections::BTreeSet;

use super::{Conflict, ConflictKind};
use crate::{
    locale::Lang,
    model::{PageId, Properties, Style, Text},
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
    pub(super) page: Option<&'m PageId>,
    pub(super) record: RecordId,
    pub(super) name: RecordName,
    pub(super) conflicts: &'m mut Vec<Conflict>,
}

impl FieldMerge<'_> {
    /// The value of a field; `say` says what it is.
    pub(super) fn field<T: PartialEq + Clone>(
        &mut self,
        field: Field,
        three: Three<T>,
        say: impl Fn(T) -> FieldValue,
    ) -> T {
        if three.is_conflict() {
            let said = three.clone_map(&say);
            self.conflict(field, said);
        }
        three.settled()
    }

    /// The value of a field that names another record: `name` says on each side what it is called there.
    pub(super) fn named<'s, 'p: 's, T: PartialEq + Clone>(
        &mut self,
        field: Field,
        sides: Sides<'s, 'p>,
        three: Three<T>,
        name: impl Fn(&PageSide<'p>, T) -> FieldValue,
    ) -> T {
        if three.is_conflict() {
            let Three { base, ours, theirs } = three.clone_map(|value| value);
            let said = Three {
                base: sides.base.zip(base).map(|(side, value)| name(side, value)),
                ours: name(sides.ours, ours),
                theirs: name(sides.theirs, theirs),
            };
            self.conflict(field, said);
        }
        three.settled()
    }

    fn conflict(&mut self, field: Field, said: Three<FieldValue>) {
        let Three { base, ours, theirs } = said;
        let what = ConflictKind::Field { field, base: base.unwrap_or(FieldValue::Nothing), ours, theirs };
        self.note(what);
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
            if let Some(text) = self.field(field(lang.clone()), three, FieldValue::words) {
                merged.set(lang.clone(), text);
            }
        }
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
            let say = |value: Option<String>| FieldValue::words(value.as_deref());
            if let Some(value) = self.field(Field::Property(name.clone()), three, say) {
                merged.insert(name.clone(), value);
            }
        }
        merged
    }

    /// Colours, each on its own.
    pub(super) fn style(&mut self, three: Three<Style>) -> Style {
        let color = |color| FieldValue::or_nothing(color, FieldValue::Color);
        Style {
            fill: self.field(Field::Fill, three.map(|style| style.fill), color),
            line: self.field(Field::Line, three.map(|style| style.line), color),
            text: self.field(Field::TextColor, three.map(|style| style.text), color),
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
