//! What people call a document.

use crate::{
    locale::{Catalog, Lang},
    model::Document,
    text::markup::one_line,
};

/// The title of `document` in one line, in `lang` where it has one, or that it has none.
pub fn title_of(document: &Document, lang: &Lang, catalog: &Catalog) -> String {
    let title = one_line(document.title.get(lang, &document.language));
    if title.is_empty() { catalog.text_with("edit-untitled", &[("number", 1.into())]) } else { title }
}
