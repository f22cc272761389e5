//! What was not saved, kept while it is worked on and offered when the program has ended without that.

mod ending;
mod offers;
pub(super) mod recover;
mod scribe;
mod watch;
