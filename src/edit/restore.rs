//! Another document in the place of the present one, as an edit.

use super::{Patch, Prepared, Selection, commands::Showing};
use crate::model::{Document, PageId};

/// The edit that makes `present`, of which `page` is shown, into `version`. It stays the document that it is.
pub fn restore(present: &Document, page: &PageId, version: Document) -> Prepared {
    becoming("edit-restore", present, page, version)
}

/// The edit that makes `present`, of which `page` is shown, into what a merge made of it.
pub fn take_merged(present: &Document, page: &PageId, merged: Document) -> Prepared {
    becoming("edit-merge", present, page, merged)
}

/// The edit that makes `present`, of which `page` is shown, into what its file holds.
pub fn reload(present: &Document, page: &PageId, file: Document) -> Prepared {
    becoming("edit-reload", present, page, file)
}

fn becoming(name: &'static str, present: &Document, page: &PageId, other: Document) -> Prepared {
    let other = Document { id: present.id.clone(), ..other };
    let shown = other.page(page).or_else(|| other.pages.first()).map(|page| page.id.clone());
    Prepared {
        name,
        page: page.clone(),
        patch: Patch::between(present, &other),
        after: Showing { show: shown, select: Some(Selection::default()) },
    }
}
