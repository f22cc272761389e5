//! What follows from a change.
//!
//! One file a consequence, one list, one order. A behaviour looks at what was touched and at nothing else, so that
//! a document whose parts stand as a person wants them stays as it is.

mod assign;
mod fit_bands;
mod fit_text;
mod follow;
mod keep_labels;
mod keep_pools;
mod keep_shares;
mod labels;
mod limits;
mod make_room;
mod reroute;

pub(super) use follow::follow;
