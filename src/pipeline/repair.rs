//! Damaged files, opened with what can be saved of them.

use super::{drawings::place_rest_of, fonts};
use crate::{
    arrange,
    model::{Document, Page},
    persist::{self, RepairNote, Repaired},
    progress::Progress,
};

/// The document in the damaged file `bytes`, complete, and what was done to the file; `None`: there is nothing to save.
/// Steps whose places are lost are laid out around the others.
pub fn repair(bytes: &[u8]) -> Option<(Document, Vec<RepairNote>)> {
    let Repaired { mut document, unsized_steps, unplaced, notes } = persist::repair(bytes)?;
    arrange::complete(&mut document, &unsized_steps, fonts());
    let is_torn = |page: &&mut Page| page.steps.keys().any(|id| unplaced.contains(id));
    for page in document.pages.iter_mut().filter(is_torn) {
        // Nobody is there to stop it.
        place_rest_of(page, &unplaced, &mut Progress::unwatched()).unwrap_or_default();
    }
    Some((document, notes))
}
