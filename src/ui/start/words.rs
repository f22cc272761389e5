//! Words that several places say of a document.

use crate::locale::{Catalog, Lang};

/// "4 lanes · 31 steps"; without steps only the lanes.
pub fn counts_text(catalog: &Catalog, lanes: usize, steps: usize) -> String {
    let lanes = catalog.text_with("ui-lanes", &[("count", lanes.into())]);
    if steps == 0 {
        return lanes;
    }
    format!("{lanes} · {}", catalog.text_with("ui-steps", &[("count", steps.into())]))
}

/// The name of a document's language in the interface's language; its code where we know no name.
pub fn language_name(catalog: &Catalog, lang: &Lang) -> String {
    let key = format!("ui-lang-{lang}");
    if catalog.has(&key) { catalog.text(&key) } else { lang.to_string() }
}
