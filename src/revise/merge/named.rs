//! The records that a value of a conflict names.

use crate::{
    model::{Document, Link, MarkedValue},
    revise::RecordId,
};

/// The record that `value` names, where it has to be there for the value to be put in place and can be there for that
/// alone: a pool cannot, because it lies around lanes.
pub(super) fn named(value: &MarkedValue) -> Option<RecordId> {
    match value {
        MarkedValue::Lane(id) => Some(RecordId::Lane(id.clone())),
        MarkedValue::Phase(id) => id.clone().map(RecordId::Phase),
        MarkedValue::End(end) => end.step().cloned().map(RecordId::Step),
        MarkedValue::Link(Some(Link::Page(id))) => Some(RecordId::Page(id.clone())),
        MarkedValue::Link(Some(Link::Step(id))) => Some(RecordId::Step(id.clone())),
        MarkedValue::Link(Some(Link::Address(_)) | None)
        | MarkedValue::Words(_)
        | MarkedValue::Language(_)
        | MarkedValue::Theme(_)
        | MarkedValue::LineJumps(_)
        | MarkedValue::Orientation(_)
        | MarkedValue::Role(_)
        | MarkedValue::StepKind(_)
        | MarkedValue::ConnectorKind(_)
        | MarkedValue::Pool(_)
        | MarkedValue::Estimate(_)
        | MarkedValue::Minutes(_)
        | MarkedValue::Percent(_)
        | MarkedValue::Color(_)
        | MarkedValue::Behind(_)
        | MarkedValue::RemovedThere
        | MarkedValue::RemovedHere => None,
    }
}

impl RecordId {
    /// Whether `document` has it.
    pub(super) fn is_in(&self, document: &Document) -> bool {
        let mut pages = document.pages.iter();
        match self {
            Self::Document => true,
            Self::Page(id) => pages.any(|page| page.id == *id),
            Self::Lane(id) => pages.any(|page| page.lanes.iter().any(|lane| lane.id == *id)),
            Self::Pool(id) => pages.any(|page| page.pools.contains_key(id)),
            Self::Phase(id) => pages.any(|page| page.phases.iter().any(|phase| phase.id == *id)),
            Self::Step(id) => pages.any(|page| page.steps.contains_key(id)),
            Self::Connector(id) => pages.any(|page| page.connectors.contains_key(id)),
        }
    }
}
