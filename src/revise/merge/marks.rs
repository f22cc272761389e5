//! Conflicts that stay in the document until somebody has decided.

use std::sync::Arc;

use super::{Conflict, ConflictKind, MergeSide};
use crate::{
    locale::{Catalog, UiLang},
    model::{Document, MERGE_MARK, Properties},
    revise::{RecordId, words::Words},
};

/// A free property that says that somebody has to decide.
struct Mark {
    key: String,
    value: String,
}

/// Writes each conflict into a free property of its step or connector, or of the document, in the document's own
/// language: what it is about, and what the other side has.
pub(super) fn mark(document: &mut Document, conflicts: &[Conflict]) {
    let lang = document.language.clone();
    let words = Words {
        catalog: Catalog::of(UiLang::from_tag(lang.as_str())),
        lang: &lang,
        fallback: &lang,
        names_languages: true,
    };
    for conflict in conflicts {
        put(document, conflict, &words);
    }
}

fn put(document: &mut Document, conflict: &Conflict, words: &Words<'_>) {
    let Mark { key, value } = own_mark(conflict, words);
    let page = document.pages.iter_mut().find(|page| Some(&page.id) == conflict.page.as_ref());
    // Of several of one name, the first stays.
    let add = |properties: &mut Properties, key: String, value: String| {
        properties.entry(key).or_insert(value);
    };
    match (&conflict.record, page) {
        (RecordId::Step(id), Some(page)) if page.steps.contains_key(id) => {
            if let Some(step) = page.steps.get_mut(id) {
                add(&mut Arc::make_mut(step).properties, key, value);
            }
        }
        (RecordId::Connector(id), Some(page)) if page.connectors.contains_key(id) => {
            page.connectors.update(id, |connector| add(&mut connector.properties, key, value));
        }
        (record, _) => {
            let name = words.record(record, &conflict.name);
            add(&mut document.properties, format!("{key}, {name}"), value);
        }
    }
}

/// The mark as it stands at the record itself.
fn own_mark(conflict: &Conflict, words: &Words<'_>) -> Mark {
    let (what, value) = match &conflict.what {
        ConflictKind::Field { field, base: _, ours: _, theirs } => {
            (field.say(words.catalog, true), theirs.say_whole(words))
        }
        ConflictKind::Removed { by } => {
            let key = match by {
                MergeSide::Ours => "revise-mark-removed-here",
                MergeSide::Theirs => "revise-mark-removed-there",
            };
            (words.catalog.text("revise-mark-removed"), words.catalog.text(key))
        }
    };
    Mark { key: format!("{MERGE_MARK}{what}"), value }
}
