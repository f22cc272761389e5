//! The texts of a document, by name.

use serde::{Deserialize, Serialize};

use crate::model::{ConnectorId, Detail, Document, LaneId, Page, PageId, PhaseId, PoolId, StepId, Text};

/// A text of the document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum TextOf {
    /// A step's label.
    Step(StepId),
    /// One of a step's particulars.
    Detail(StepId, Detail),
    /// A connector's label.
    Connector(ConnectorId),
    /// A lane's heading.
    Lane(LaneId),
    /// A pool's heading.
    Pool(PoolId),
    /// A phase's heading.
    Phase(PhaseId),
    /// A page's heading.
    Page(PageId),
    /// The document's heading.
    Title,
    /// The line below it.
    Subtitle,
    /// What a gallery says of it.
    Description,
    /// The title block's date.
    Date,
    /// The title block's author.
    Author,
}

impl TextOf {
    /// What is written there; `page` is the page of `document` that lanes, pools, phases, steps and connectors are looked
    /// for on. `None` where the record is gone.
    pub fn find<'a>(&self, document: &'a Document, page: &'a Page) -> Option<&'a Text> {
        let step = |id: &StepId| page.steps.get(id);
        match self {
            Self::Step(id) => step(id).map(|step| &step.text),
            Self::Detail(id, detail) => step(id).map(|step| step.details.get(*detail)),
            Self::Connector(id) => page.connectors.get(id).map(|connector| &connector.label),
            Self::Lane(id) => page.lanes.iter().find(|lane| lane.id == *id).map(|lane| &lane.title),
            Self::Pool(id) => page.pools.get(id).map(|pool| &pool.title),
            Self::Phase(id) => page.phases.iter().find(|phase| phase.id == *id).map(|phase| &phase.title),
            Self::Page(id) => document.page(id).map(|page| &page.title),
            Self::Title => Some(&document.title),
            Self::Subtitle => Some(&document.subtitle),
            Self::Description => Some(&document.description),
            Self::Date => Some(&document.title_block.date),
            Self::Author => Some(&document.title_block.author),
        }
    }
}
