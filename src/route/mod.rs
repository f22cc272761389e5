//! Routes orthogonal connectors between steps and puts their labels beside them.
//!
//! Owns: the search for a way, the order in which connectors are routed, the spreading of parallel
//! lines, the places of connector labels, where finished lines jump over each other. Must not: know documents, draw,
//! measure text or round corners. Input comes from whoever lays out the chart, as boxes, points and sizes in document
//! units; the answer is a list of polylines in the same units.
//!
//! ```text
//!  order ──▶ search (attempt, window, grid, A*)  one connector after the other; `near` finds what counts for it,
//!    │                                          `cost` says what a way costs
//!    │
//!    ├─────▶ tracks (nudge, rank, spread)         parallel stretches get their own tracks
//!    └─────▶ labels                               boxes beside the finished lines
//! ```
//!
//! After Wybrow, Marriott, Stuckey: *Orthogonal Connector Routing*, Graph Drawing 2009.

mod labels;
mod lines;
mod order;
mod request;
mod search;
mod tracks;

#[cfg(test)]
mod tests;

pub use labels::carry::carry_label;
pub use lines::jumps::{Uprights, upright_rects};
pub use order::{route, route_watched};
pub use request::{
    Barrier, Connection, FoundRoute, ObstacleIx, PortOption, RouteRequest, RouteSettings, Terminal,
};
