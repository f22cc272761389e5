//! What was done: the entries that can be taken back, and the deeds that whoever keeps a record is told.

mod deed;
mod entries;

pub use deed::{Deed, FinishedEdit, Listener, Resumed};
pub(super) use entries::{Entry, History};
