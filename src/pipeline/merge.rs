//! Documents merged and complete.

use std::collections::BTreeSet;

use super::fonts;
use crate::{
    edit,
    model::{Breach, Document, PageId, StepId},
    revise::{self, Merged, Unsettled},
};

/// Makes `ours` and `theirs` one, both being made from `base`: merged by record and field, then placed and routed where
/// steps stand on each other or lines lead elsewhere as on neither side.
pub fn merge(base: &Document, ours: &Document, theirs: &Document) -> Result<Merged, Breach> {
    let Merged { mut document, conflicts, unsettled } = revise::merge(base, ours, theirs)?;
    for (page, of) in &unsettled {
        let whole =
            settled(&document, page, &of.steps, of).filter(|settled| keeps_lanes(&document, settled, page));
        // Where there is no room, steps stay on each other and the check tells of it.
        if let Some(settled) = whole.or_else(|| settled(&document, page, &BTreeSet::new(), of)) {
            document = settled;
        }
    }
    Ok(Merged { document, conflicts, unsettled })
}

/// The document with room around `steps` and new lines; `None` where that is refused.
fn settled(document: &Document, page: &PageId, steps: &BTreeSet<StepId>, of: &Unsettled) -> Option<Document> {
    let mut settled = document.clone();
    edit::settle(&mut settled, page, steps, &of.connectors, fonts()).ok()?;
    Some(settled)
}

/// Whether every step is still in the lane that the merge gave it: making room is no reason to change what it means.
fn keeps_lanes(document: &Document, settled: &Document, page: &PageId) -> bool {
    let steps = |document: &Document| document.page(page).map(|page| page.steps.clone());
    let (before, after) = (steps(document).unwrap_or_default(), steps(settled).unwrap_or_default());
    before.values().zip(after.values()).all(|(before, after)| before.lane == after.lane)
}
