//! `laneway find`: words in all texts of charts, found and replaced.

mod hit_entry;
mod search;

pub(super) use search::run;
