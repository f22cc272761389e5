//! What each command does to the document.
//!
//! One file a family. A command does what was asked for and nothing more: consequences (who makes room, which lane
//! grows, what is routed) are the behaviours'. No command runs another: what several of them need is a function
//! (`remove::delete_steps`, the algebra of `space`).

mod apply;
mod arrange;
mod bystanders;
mod connectors;
mod content;
mod extract;
mod flip;
mod lanes;
mod lay_out;
mod outcome;
mod pages;
mod paste;
mod phases;
mod pools;
mod remove;
mod spread;
mod steps;

pub(super) use apply::apply;
pub(super) use outcome::Showing;
pub(super) use steps::blank_connector;
