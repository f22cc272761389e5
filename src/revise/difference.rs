//! What became of each record.

use super::{Field, FieldValue};
use crate::{
    locale::Lang,
    model::{ConnectorId, LaneId, PageId, PhaseId, PoolId, StepId, Text},
};

/// A record of a document, or the document itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordId {
    /// What belongs to no page.
    Document,
    /// A page.
    Page(PageId),
    /// A lane.
    Lane(LaneId),
    /// A pool.
    Pool(PoolId),
    /// A phase.
    Phase(PhaseId),
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
}

impl RecordId {
    /// Its id; none for the document.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Document => None,
            Self::Page(id) => Some(id.as_str()),
            Self::Lane(id) => Some(id.as_str()),
            Self::Pool(id) => Some(id.as_str()),
            Self::Phase(id) => Some(id.as_str()),
            Self::Step(id) => Some(id.as_str()),
            Self::Connector(id) => Some(id.as_str()),
        }
    }

    /// What kind of record it is, for programs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Page(_) => "page",
            Self::Lane(_) => "lane",
            Self::Pool(_) => "pool",
            Self::Phase(_) => "phase",
            Self::Step(_) => "step",
            Self::Connector(_) => "connector",
        }
    }
}

/// What people call a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordName {
    /// By its text.
    Text(Text),
    /// By the steps at its ends; `None`: there is none.
    Ends(Option<Text>, Option<Text>),
}

/// A field before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What it was.
    pub before: FieldValue,
    /// What it is.
    pub after: FieldValue,
}

/// What became of a record, or of a field of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Revision {
    /// It came.
    Added,
    /// It is gone.
    Removed,
    /// A field is another one.
    Changed(FieldChange),
}

/// One thing in which two documents differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The page of the record; `None` for the document.
    pub page: Option<PageId>,
    /// The record.
    pub record: RecordId,
    /// What it is called: afterwards, or before where it is gone.
    pub name: RecordName,
    /// What became of it.
    pub what: Revision,
}

impl Difference {
    /// Whether it is about where something stands, and about nothing that the chart means.
    pub const fn is_place(&self) -> bool {
        match &self.what {
            Revision::Added | Revision::Removed => false,
            Revision::Changed(change) => change.field.is_place(),
        }
    }
}

/// Everything in which two documents differ: document, pages, and of each page its bands, steps and connectors.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    pub(super) list: Vec<Difference>,
    /// The language that names fall back to.
    pub(super) language: Lang,
    /// Whether texts are in several languages.
    pub(super) names_languages: bool,
    /// The pages, with what they are called, where there are several.
    pub(super) pages: Vec<(PageId, Text)>,
}

impl Differences {
    /// Whether the documents are equal.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &Difference> {
        self.list.iter()
    }
}
