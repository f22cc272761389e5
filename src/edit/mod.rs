//! The only writer of documents.
//!
//! Owns what completes a document that a person wrote by hand: sizes of steps and routes of connectors that
//! the file leaves out. What is already there is never moved.

mod complete;
mod reroute;

pub use complete::complete;
pub use reroute::route_missing;
