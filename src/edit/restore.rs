//! Another document in the place of the present one, as an edit.

use super::{Patch, Prepared, Selection, commands::Showing};
use crate::model::{Document, PageId};

/// The edit that makes `present`, of which `page` is shown, into `version`. It stays the document that it is.
pub fn restore(present: &Document, page: &PageId, version: Document) -> Prepared {
    let version = Document { id: present.id.clone(), ..version };
    let shown = version.page(page).or_else(|| version.pages.first()).map(|page| page.id.clone());
    Prepared {
        name: "edit-restore",
        page: page.clone(),
        patch: Patch::between(present, &version),
        after: Showing { show: shown, select: Some(Selection::default()) },
    }
}
