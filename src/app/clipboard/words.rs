//! A part of a chart in words, for texts and messages.

use crate::{
    flow::FlowGraph,
    locale::Lang,
    model::{Document, Page, Text},
    text::markup::{one_line, plain},
};

/// The texts of the steps of `document` in the order of the flow, a line each; of connectors, where there is no step. One
/// text alone keeps its lines.
pub(super) fn words(document: &Document, lang: &Lang) -> String {
    let texts: Vec<&str> = document.pages.iter().flat_map(|page| texts(document, page, lang)).collect();
    match texts.as_slice() {
        [only] => plain(only),
        several => several.iter().map(|text| one_line(text)).collect::<Vec<_>>().join("\n"),
    }
}

fn texts<'a>(document: &'a Document, page: &'a Page, lang: &Lang) -> Vec<&'a str> {
    let read = |text: &'a Text| text.get(lang, &document.language);
    let steps = FlowGraph::of(page, &document.language).order(page);
    let texts: Vec<&str> = if steps.is_empty() {
        page.connectors.values().map(|connector| read(&connector.label)).collect()
    } else {
        steps.into_iter().map(|step| read(&step.text)).collect()
    };
    texts.into_iter().filter(|text| !text.trim().is_empty()).collect()
}
