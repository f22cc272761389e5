//! The only writer of documents.
//!
//! Owns what completes a document that a person wrote by hand: sizes of steps and routes of connectors that
//! the file leaves out; what is already there is never moved. Owns what a new route is asked of the router,
//! and what its answer means to records.

mod complete;
mod routing;

pub use complete::complete;
pub use routing::{Routed, reroute, route_missing};
