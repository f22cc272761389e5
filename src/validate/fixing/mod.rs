//! What puts findings right: commands after which a finding is gone, for whoever holds the document to run.

mod fix;
mod flow;
mod theirs;
mod undecided;

pub use fix::{Fix, Repairs};
