//! What goes into the system's clipboard and comes out of it.

mod copying;
mod fake;
mod pasting;
mod pictures;
mod texts;
