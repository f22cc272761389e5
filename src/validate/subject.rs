//! What a rule looks at, and where it puts what it finds.

use super::{Code, Diagnostic, Facts, Target, flow::Flow, names::Names};
use crate::{
    geom::{Polyline, Rect},
    locale::{Catalog, Lang, Value},
    model::{Connector, Document, Page},
};

/// A page with everything that several rules ask about it.
pub(super) struct Subject<'a> {
    pub(super) page: &'a Page,
    pub(super) facts: &'a Facts<'a>,
    /// The languages that the document's labels are in.
    pub(super) languages: &'a [Lang],
    pub(super) flow: Flow<'a>,
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
        Self { page, facts, languages, flow: Flow::new(page, names), lines, labels, names }
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
        });
    }

    /// All of them by severity, code and target.
    pub(super) fn sorted(mut self) -> Vec<Diagnostic> {
        self.list.sort_by(|a, b| (a.severity, a.code, &a.target).cmp(&(b.severity, b.code, &b.target)));
        self.list
    }
}
