//! Conflicts that stay in the document until somebody has decided.

use std::sync::Arc;

use super::{Conflict, ConflictKind, MergeSide};
use crate::{
    model::{Document, MarkedValue, MergeMark, Properties},
    revise::RecordId,
};

/// Writes each conflict that can be decided into a free property of its step or connector, or of the document: what it is
/// about, and what the other side has.
pub(super) fn mark(document: &mut Document, conflicts: &[Conflict]) {
    for conflict in conflicts {
        if let Some((mark, value)) = conflict.mark_in(document) {
            put(document, conflict, mark, &value);
        }
    }
}

impl Conflict {
    /// Whether it is left to be decided in `merged`, which came of the merge, and not only told.
    pub fn is_marked(&self, merged: &Document) -> bool {
        self.mark_in(merged).is_some()
    }

    fn mark_in(&self, document: &Document) -> Option<(MergeMark, MarkedValue)> {
        let own = own_mark(self).filter(|_| self.record.is_in(document));
        own.filter(|(_, value)| value.is_possible(document))
    }
}

fn put(document: &mut Document, conflict: &Conflict, mark: MergeMark, value: &MarkedValue) {
    let page = document.pages.iter_mut().find(|page| Some(&page.id) == conflict.page.as_ref());
    // Of several of one name, the first stays.
    let add = |properties: &mut Properties, mark: &MergeMark| {
        properties.entry(mark.key()).or_insert_with(|| value.text());
    };
    match (&conflict.record, page) {
        (RecordId::Step(id), Some(page)) if page.steps.contains_key(id) => {
            if let Some(step) = page.steps.get_mut(id) {
                add(&mut Arc::make_mut(step).properties, &mark);
            }
        }
        (RecordId::Connector(id), Some(page)) if page.connectors.contains_key(id) => {
            page.connectors.update(id, |connector| add(&mut connector.properties, &mark));
        }
        (record, _) => {
            let named = record.as_str().map(|id| [record.kind(), id].join(" "));
            add(&mut document.properties, &MergeMark { record: named, ..mark });
        }
    }
}

/// The mark as it stands at the record itself, and what the other side has; `None`: there is nothing to decide.
fn own_mark(conflict: &Conflict) -> Option<(MergeMark, MarkedValue)> {
    let mark = |field: &str, part: Option<&str>| MergeMark {
        record: None,
        field: field.to_owned(),
        part: part.map(str::to_owned),
    };
    match &conflict.what {
        ConflictKind::Field { field, marked, .. } => {
            let (field, part) = field.code();
            Some((mark(field, part), marked.clone()))
        }
        ConflictKind::Removed { by } => {
            let value = match by {
                MergeSide::Ours => MarkedValue::RemovedHere,
                MergeSide::Theirs => MarkedValue::RemovedThere,
            };
            Some((mark(MergeMark::REMOVED, None), value))
        }
        ConflictKind::Gone { .. } => None,
    }
}
