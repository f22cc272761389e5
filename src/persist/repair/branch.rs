//! What could be gathered of a file, as a tree of records.

use std::{borrow::Cow, fmt};

/// A value, or what holds values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::persist) enum Branch<'t> {
    /// As it stands in the file.
    Value(Cow<'t, str>),
    /// Strings by name, with their marks.
    Words(Vec<Field<'t>>),
    /// A list of strings or records.
    List(Vec<Self>),
    /// The fields of a record.
    Record(Vec<Field<'t>>),
}

/// A name and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::persist) struct Field<'t> {
    pub(in crate::persist) name: Cow<'t, str>,
    pub(in crate::persist) branch: Branch<'t>,
}

impl Branch<'_> {
    /// A field of a record.
    pub(in crate::persist) fn field(&self, name: &str) -> Option<&Self> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|field| field.name == name).map(|field| &field.branch)
    }

    /// What names a record, without marks; empty where nothing does.
    pub(in crate::persist) fn key(&self) -> &str {
        let Self::Record(fields) = self else { return "" };
        key_of(fields)
    }

    /// A value without its marks; empty where it is none.
    fn unquoted(&self) -> &str {
        let Self::Value(text) = self else { return "" };
        text.trim_matches('"')
    }
}

/// What names the record with these fields, without marks; empty where nothing does.
pub(in crate::persist) fn key_of<'f>(fields: &'f [Field<'_>]) -> &'f str {
    let key = fields.iter().find(|field| matches!(field.name.as_ref(), "id" | "step" | "connector"));
    key.map_or("", |field| field.branch.unquoted())
}

impl fmt::Display for Branch<'_> {
    /// The branch as RON.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = |f: &mut fmt::Formatter<'_>, fields: &[Field<'_>]| {
            fields.iter().try_for_each(|Field { name, branch }| write!(f, "{name}: {branch}, "))
        };
        match self {
            Self::Value(text) => f.write_str(text),
            Self::Words(words) => {
                f.write_str("{")?;
                fields(f, words)?;
                f.write_str("}")
            }
            Self::Record(record) => {
                f.write_str("(")?;
                fields(f, record)?;
                f.write_str(")")
            }
            Self::List(items) => {
                f.write_str("[")?;
                items.iter().try_for_each(|item| write!(f, "{item}, "))?;
                f.write_str("]")
            }
        }
    }
}
