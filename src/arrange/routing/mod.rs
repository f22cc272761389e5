//! Routes for connectors: the part of a page that matters is turned into a request for the router, and its
//! answer into ports and bends.
//!
//! Owns which connectors are near enough to count, what of a connector a person has decided, and where a
//! label stands already. Must not look for ways itself.
//!
//! ```text
//!  reroute ──▶ draft (region, ends) ──▶ route::route ──▶ answer
//!     ▲                                                     │
//!     └──────── a wider region, where a line left it ◀──────┘
//! ```

mod answer;
mod draft;
mod ends;
mod region;
mod reroute;
#[cfg(test)]
mod tests;

pub use answer::Routed;
pub use draft::{HeldEnds, label_size, taken};
pub use reroute::{place_labels, reroute, reroute_watched, route_missing, route_missing_watched};
