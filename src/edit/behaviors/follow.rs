//! The list of behaviours.

use super::{
    assign, fit_bands, fit_text, keep_labels, keep_pools, keep_shares, labels, limits, make_room, reroute,
};
use crate::edit::{Refusal, transaction::Transaction};

type Behavior = fn(&mut Transaction<'_>) -> Result<(), Refusal>;

/// Sizes come first, because places follow from them; lines come last, because they follow from all places.
const BEHAVIORS: &[Behavior] = &[
    // A longer text makes its step larger.
    fit_text::follow,
    // A step stands on the page …
    assign::take_in,
    // … where nothing else does.
    make_room::follow,
    // A step belongs to what it stands in …
    assign::follow,
    // … and that is as large as it must be.
    |tx| {
        fit_bands::follow(tx);
        Ok(())
    },
    // A pool holds lanes that stand side by side.
    keep_pools::follow,
    keep_shares::follow,
    reroute::follow,
    // A label that a person placed keeps its place beside the line that there is now …
    keep_labels::follow,
    // … and the others stand beside theirs.
    labels::follow,
    // What came of it all can be saved.
    limits::follow,
];

/// Adds the consequences of what was done in `tx`.
pub(in crate::edit) fn follow(tx: &mut Transaction<'_>) -> Result<(), Refusal> {
    // A layout has thought of all of them; but lanes may have come into pools since it began.
    if tx.touched().is_laid_out {
        keep_pools::follow(tx)?;
        return limits::follow(tx);
    }
    BEHAVIORS.iter().try_for_each(|behavior| behavior(tx))
}
