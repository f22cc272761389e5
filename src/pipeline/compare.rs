//! Two documents as one picture.

use std::sync::Arc;

use super::fonts;
use crate::{
    locale::{Catalog, Lang},
    model::Document,
    revise::{self, ComparedDocuments, Differences, MarkedPage},
};

/// In what two documents differ, with the pictures of all pages.
#[derive(Clone, Debug)]
pub struct Compared {
    /// In words.
    pub differences: Differences,
    /// The pages that there are afterwards, then those that are gone.
    pub pages: Vec<MarkedPage>,
    /// The newer document with all these pages: what files of the pictures are called after.
    pub(super) document: Arc<Document>,
}

/// Compares two documents that are called `names`, the older one first. The charts are read in `lang`, or each in its
/// own language; `catalog` says the rest.
pub fn compare(
    [before, after]: [&Document; 2],
    names: [&str; 2],
    lang: Option<&Lang>,
    catalog: &Catalog,
) -> Compared {
    let differences = revise::diff(before, after);
    let lang = lang.unwrap_or(&after.language);
    let compared = ComparedDocuments { fonts: fonts(), before, after, names, lang, catalog };
    let pages = revise::mark_pages(&compared, &differences);
    let all = pages.iter().map(|marked| marked.page.clone()).collect();
    let document = Arc::new(Document { pages: all, ..after.clone() });
    Compared { differences, pages, document }
}
