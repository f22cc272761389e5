//! The flows of a whole document, kept as long as they are true.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use super::flow_graph::FlowGraph;
use crate::model::{Connector, ConnectorKind, Document, Page, PageId, Step, StepId, StepKind};

/// The flow of each page of a document. A graph is built when somebody asks for it, on whichever thread, and shared
/// with all copies.
#[derive(Clone, Debug, Default)]
pub struct Flows(BTreeMap<PageId, Arc<OnceLock<Arc<FlowGraph>>>>);

impl Flows {
    /// Of the pages of `document`.
    pub fn new(document: &Document) -> Self {
        Self(document.pages.iter().map(|page| (page.id.clone(), Arc::default())).collect())
    }

    /// The flow of `page`, which must be of the document that these are of, in a state with the same flow.
    pub fn of_page(&self, document: &Document, page: &Page) -> Arc<FlowGraph> {
        let build = || Arc::new(FlowGraph::of(page, &document.language));
        self.0.get(&page.id).map_or_else(build, |flow| Arc::clone(flow.get_or_init(build)))
    }

    /// Says that the flow of a page is another one now. Copies that were made before keep theirs.
    pub fn renew(&mut self, page: &PageId) {
        self.0.insert(page.clone(), Arc::default());
    }
}

/// Whether the flow is another one with a step `after` than it was with it `before`; `None`: it is not there.
pub fn step_changes_flow(before: Option<&Step>, after: Option<&Step>) -> bool {
    // The letter of a jump is part of the flow.
    let letter = |of: &Step| (of.kind == StepKind::OnPageConnector).then(|| of.text.clone());
    let part = |of: &Step| (of.kind, letter(of));
    before.map(part) != after.map(part)
}

/// Whether the flow is another one with a connector `after` than it was with it `before`; `None`: it is not there.
pub fn connector_changes_flow(before: Option<&Connector>, after: Option<&Connector>) -> bool {
    before.map(flow_of) != after.map(flow_of)
}

/// What of a connector is part of the flow.
const fn flow_of(of: &Connector) -> (ConnectorKind, Option<&StepId>, Option<&StepId>, Option<f64>) {
    (of.kind, of.from.step(), of.to.step(), of.share)
}
