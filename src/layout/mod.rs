//! Lays flowcharts out in swimlanes, with the lines of all connectors.
//!
//! Owns the places of steps, the sizes of lanes and phases, and the lines between. Must not know documents, draw or
//! measure text. Input comes from whoever owns the chart, as sizes, lanes and connectors in terms of *along* and
//! *across* the flow; the answer is a plan in the same terms.
//!
//! ```text
//!  order        graph ──▶ columns ──▶ chains ──▶ rows   the framework of Sugiyama et al., with lanes and phases
//!                                                │
//!  ways               sheet, board ◀─────────────┘      rows, columns and the channels between them
//!                     search, settle                    ways over the sheet; better cells for unhappy steps
//!                        │
//!  coordinates           └──▶ runs, tracks, labels,     parallel runs beside each other, and only then coordinates
//!                             places, drawn
//! ```
//!
//! Coordinates come last: channels become as wide as the lines and labels in them need, so nothing can lie on anything.

mod coordinates;
mod order;
mod pins;
mod plan;
mod progress_shares;
mod request;
mod spacing;
#[cfg(test)]
mod tests;
mod ways;

pub use pins::{Pins, PlacesAroundPins, RestOfPage, lay_out_around};
pub use plan::lay_out;
pub use request::{
    EdgeIx, Exit, LaneIx, LaneOrder, LayoutEdge, LayoutPlan, LayoutRequest, Path, Spacing, Start, StepBox,
    StepIx, StepRoom,
};
