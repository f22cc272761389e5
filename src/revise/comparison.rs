//! A record before and after, field by field.

use std::collections::BTreeSet;

use super::{
    Difference, Field, FieldChange, FieldValue, RecordId, RecordName, Revision,
    page_pair::{PagePair, PageSide},
};
use crate::{
    locale::Lang,
    model::{PageId, Properties, Style, Text},
};

/// A record of both documents whose fields are compared.
pub(super) struct Comparison<'l> {
    pub(super) list: &'l mut Vec<Difference>,
    pub(super) page: Option<&'l PageId>,
    pub(super) record: RecordId,
    pub(super) name: RecordName,
}

impl Comparison<'_> {
    /// Notes a field that is another one.
    pub(super) fn field<T: PartialEq>(
        &mut self,
        field: Field,
        before: T,
        after: T,
        value: impl Fn(T) -> FieldValue,
    ) {
        if before != after {
            self.changed(FieldChange { field, before: value(before), after: value(after) });
        }
    }

    /// Notes a field that names another record: `name` says in each of the two states what it is called.
    pub(super) fn named<'p, T: PartialEq>(
        &mut self,
        field: Field,
        pages: &PagePair<'p>,
        [before, after]: [T; 2],
        name: impl Fn(&PageSide<'p>, T) -> FieldValue,
    ) {
        if before != after {
            let (before, after) = (name(&pages.before, before), name(&pages.after, after));
            self.changed(FieldChange { field, before, after });
        }
    }

    /// Notes a field that is another one and that nobody reads.
    pub(super) fn place<T: PartialEq>(&mut self, field: Field, before: T, after: T) {
        self.field(field, before, after, |_| FieldValue::Nothing);
    }

    /// Notes each language in which a text is another one.
    pub(super) fn text(&mut self, field: impl Fn(Lang) -> Field, before: &Text, after: &Text) {
        if before == after {
            return;
        }
        let langs: BTreeSet<&Lang> = before.iter().chain(after.iter()).map(|(lang, _)| lang).collect();
        for lang in langs {
            self.field(field(lang.clone()), before.exactly(lang), after.exactly(lang), FieldValue::words);
        }
    }

    /// Notes each free property that is another one.
    pub(super) fn properties(&mut self, before: &Properties, after: &Properties) {
        let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for name in names {
            let [before, after] = [before, after].map(|properties| properties.get(name).map(String::as_str));
            self.field(Field::Property(name.clone()), before, after, FieldValue::words);
        }
    }

    /// Notes each colour that is another one.
    pub(super) fn style(&mut self, before: Style, after: Style) {
        let color = |color| FieldValue::or_nothing(color, FieldValue::Color);
        self.field(Field::Fill, before.fill, after.fill, color);
        self.field(Field::Line, before.line, after.line, color);
        self.field(Field::TextColor, before.text, after.text, color);
    }

    fn changed(&mut self, change: FieldChange) {
        let (page, record, name) = (self.page.cloned(), self.record.clone(), self.name.clone());
        self.list.push(Difference { page, record, name, what: Revision::Changed(change) });
    }
}
