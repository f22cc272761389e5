//! Conflicts that stay in the document until somebody has decided.

use std::sync::Arc;

use super::{Conflict, ConflictKind, MergeSide};
use crate::{
    locale::{Catalog, UiLang},
    model::{Document, MergeMark, Properties},
    revise::{RecordId, words::Words},
};

/// Writes each conflict into a free property of its step or connector, or of the document: what it is about, and what
/// the other side has.
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
    let (mark, value) = (own_mark(conflict), value(conflict, words));
    let page = document.pages.iter_mut().find(|page| Some(&page.id) == conflict.page.as_ref());
    // Of several of one name, the first stays.
    let add = |properties: &mut Properties, mark: &MergeMark, value: String| {
        properties.entry(mark.key()).or_insert(value);
    };
    match (&conflict.record, page) {
        (RecordId::Step(id), Some(page)) if page.steps.contains_key(id) => {
            if let Some(step) = page.steps.get_mut(id) {
                add(&mut Arc::make_mut(step).properties, &mark, value);
            }
        }
        (RecordId::Connector(id), Some(page)) if page.connectors.contains_key(id) => {
            page.connectors.update(id, |connector| add(&mut connector.properties, &mark, value));
        }
        (record, _) => {
            let named = record.as_str().map(|id| [record.kind(), id].join(" "));
            add(&mut document.properties, &MergeMark { record: named, ..mark }, value);
        }
    }
}

/// The mark as it stands at the record itself.
fn own_mark(conflict: &Conflict) -> MergeMark {
    let (field, part) = match &conflict.what {
        ConflictKind::Field { field, .. } => field.code(),
        ConflictKind::Removed { .. } => (MergeMark::REMOVED, None),
    };
    MergeMark { record: None, field: field.to_owned(), part: part.map(str::to_owned) }
}

/// What the other side has.
fn value(conflict: &Conflict, words: &Words<'_>) -> String {
    match &conflict.what {
        ConflictKind::Field { theirs, .. } => theirs.code(words),
        ConflictKind::Removed { by: MergeSide::Ours } => MergeMark::BY_US.to_owned(),
        ConflictKind::Removed { by: MergeSide::Theirs } => MergeMark::BY_THEM.to_owned(),
    }
}
