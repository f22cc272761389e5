//! What a rule looks at, and where it puts what it finds.

use std::sync::Arc;

use super::{Code, Diagnostic, Facts, Target, names::Names};
use crate::{
    flow::{FlowGraph, FlowNode},
    geom::{Polyline, Rect},
    locale::{Catalog, Lang, Value},
    model::{Connector, Document, MergeMark, Page, Step},
};

/// A page with everything that several rules ask about it.
pub(super) struct Subject<'a> {
    pub(super) document: &'a Document,
    pub(super) page: &'a Page,
    pub(super) facts: &'a Facts<'a>,
    /// The languages that the document's labels are in.
    pub(super) languages: &'a [Lang],
    pub(super) flow: Arc<FlowGraph>,
    /// The steps that take part in the flow, by node.
    steps: Vec<(FlowNode, &'a Step)>,
    /// Every connector with its whole line, if it is routed.
    pub(super) lines: Vec<(&'a Connector, Option<Polyline>)>,
    /// Every connector that has a label somewhere, with its box.
    pub(super) labels: Vec<(&'a Connector, Rect)>,
    pub(super) names: Names<'a>,
}

impl<'a> Subject<'a> {
    /// Looks at `page` of `document`.
    pub(super) fn new(
        document: &'a Document,
        page: &'a Page,
        facts: &'a Facts<'a>,
        languages: &'a [Lang],
        catalog: &'a Catalog,
    ) -> Self {
        let names = Names { language: &document.language, catalog };
        let line = |connector: &'a Connector| {
            let line = connector.route.as_ref().and_then(|_| (facts.ends)(page, connector));
            (connector, line)
        };
        let lines = page.connectors.values().map(|connector| line(connector)).collect();
        let label = |connector: &'a Connector| {
            let at = connector.route.as_ref()?.label?.at;
            Some((connector, Rect::from_center_size(at, (facts.label_size)(page, connector)?)))
        };
        let labels = page.connectors.values().filter_map(|connector| label(connector)).collect();
        let flow = facts.flows.of_page(document, page);
        let steps = flow.steps().filter_map(|(node, step)| Some((node, page.steps.get(&step.id)?.as_ref())));
        let steps = steps.collect();
        Self { document, page, facts, languages, flow, steps, lines, labels, names }
    }

    /// The steps that take part in the flow, by id.
    pub(super) fn steps(&self) -> impl Iterator<Item = (FlowNode, &'a Step)> {
        self.steps.iter().copied()
    }

    /// The step at a node of the flow; `None` for a hub.
    pub(super) fn step(&self, node: FlowNode) -> Option<&'a Step> {
        self.page.steps.get(&self.flow.step(node)?.id).map(AsRef::as_ref)
    }

    /// The sequence connectors that leave the step at a node of the flow.
    pub(super) fn outgoing(&self, node: FlowNode) -> Vec<&'a Connector> {
        let edges = self.flow.outgoing(node).iter();
        edges.filter_map(|edge| self.page.connectors.get(&edge.connector).map(AsRef::as_ref)).collect()
    }
}

/// The diagnostics of one page.
pub(super) struct Findings<'a> {
    page: &'a Page,
    catalog: &'a Catalog,
    list: Vec<Diagnostic>,
}

impl<'a> Findings<'a> {
    /// None yet.
    pub(super) const fn new(page: &'a Page, catalog: &'a Catalog) -> Self {
        Self { page, catalog, list: Vec::new() }
    }

    /// Adds one whose message names `values`.
    pub(super) fn add(&mut self, code: Code, target: Target, values: &[(&str, String)]) {
        let values: Vec<_> =
            values.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
        self.list.push(Diagnostic {
            code,
            severity: code.severity(),
            target,
            message: self.catalog.text_with(code.key(), &values),
            page: self.page.id.clone(),
            mark: None,
        });
    }

    /// Adds what `mark` leaves to be decided, in a sentence.
    pub(super) fn add_mark(&mut self, mark: MergeMark, target: Target, sentence: String) {
        self.add(Code::MergeConflict, target, &[("what", sentence)]);
        if let Some(found) = self.list.last_mut() {
            found.mark = Some(mark);
        }
    }

    /// All of them by severity, code and target.
    pub(super) fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| (a.severity, a.code, &a.target).cmp(&(b.severity, b.code, &b.target)));
        self.list
    }
}
