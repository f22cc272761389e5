//! What puts findings right: commands after which a finding is gone, for whoever holds the document to run.

mod branches;
mod fix;
mod flow;
mod proposals;
mod repairs;
mod theirs;
mod undecided;

pub use fix::{Fix, Proposal, ProposedStep};
pub use repairs::Repairs;
