//! What the check reports.

use super::{Code, Severity};
use crate::model::{ConnectorId, LaneId, MergeMark, PageId, PhaseId, StepId};

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// Where it is.
    pub target: Target,
    /// What is wrong and what to do, in the language of the interface.
    pub message: String,
    /// The page on which it is seen; the first one for the document itself.
    pub page: PageId,
    /// The mark of a merge that it is about.
    pub mark: Option<MergeMark>,
}

/// What a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The document itself.
    Document,
    /// A page.
    Page(PageId),
    /// A lane.
    Lane(LaneId),
    /// A phase.
    Phase(PhaseId),
    /// A step.
    Step(StepId),
    /// A connector.
    Connector(ConnectorId),
}

impl Target {
    /// The id of the record; `None` for the document, which has none.
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Document => None,
            Self::Page(id) => Some(id.as_str()),
            Self::Lane(id) => Some(id.as_str()),
            Self::Phase(id) => Some(id.as_str()),
            Self::Step(id) => Some(id.as_str()),
            Self::Connector(id) => Some(id.as_str()),
        }
    }
}
