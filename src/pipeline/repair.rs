//! Damaged files, opened with what can be saved of them.

use super::{drawings::place_rest_of, fonts};
use crate::{
    arrange,
    model::Document,
    persist::{self, RepairNote, Repaired},
    progress::Progress,
};

/// More steps than this without a place are laid out as a chart is, around those that have one.
const MOST_FILLED_IN: usize = 200;

/// The document in the damaged file `bytes`, complete, and what was done to the file; `None`: there is nothing to save.
/// Steps whose places are lost stand where there is room; what has a place keeps it.
pub fn repair(bytes: &[u8]) -> Option<(Document, Vec<RepairNote>)> {
    let Repaired { mut document, unsized_steps, unplaced, notes } = persist::repair(bytes)?;
    arrange::complete(&mut document, &unsized_steps, fonts());
    for page in &mut document.pages {
        let torn = page.steps.keys().filter(|id| unplaced.contains(*id)).count();
        if torn == page.steps.len() || torn > MOST_FILLED_IN {
            // Nobody is there to stop it.
            place_rest_of(page, &unplaced, &mut Progress::unwatched()).unwrap_or_default();
        } else if torn > 0 {
            arrange::fill_in(page, &unplaced, fonts());
        }
    }
    Some((document, notes))
}
