//! Words that several places say of a document.

use crate::locale::Catalog;

/// "4 lanes · 31 steps"; without steps only the lanes.
pub fn counts_text(catalog: &Catalog, lanes: usize, steps: usize) -> String {
    let lanes = catalog.text_with("ui-lanes", &[("count", lanes.into())]);
    if steps == 0 {
        return lanes;
    }
    format!("{lanes} · {}", catalog.text_with("ui-steps", &[("count", steps.into())]))
}
