//! Journals: what was done to a document since it was last in a file, so that nothing is lost when the program ends in
//! the middle of it.
//!
//! A journal is a file in the [recovery folder](super::StateFolder::recovery): a line with the whole document, then a
//! line for everything that happened to it. Each line says how long it is and has a checksum, so that a journal that
//! was cut off or damaged is read up to there; a document at the beginning that is damaged itself is repaired as that of
//! a file. Beside it stands an empty file that is locked while a program keeps the
//! journal: nobody takes the work of a window that is still open.
//!
//! Owns the lines, the account of the work that they tell, and the files. Must not know when something is written: time
//! and threads are those of whoever keeps a journal.

mod account;
mod damaged;
mod keep;
mod left;
mod line;
mod lock;

pub use account::{Account, JournalHead, Recovered};
pub use keep::Journal;
pub use left::{LeftJournal, UnreadableJournal, claim, claim_all, claim_unreadable, count_kept};
