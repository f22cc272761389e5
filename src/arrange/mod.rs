//! What joins a document and the two kernels: pages become requests for `route` and `layout`, and their answers places,
//! ports, bends and labels again.
//!
//! Owns what of a page counts for a request and what of it a person has decided. Also completes what a file leaves out:
//! sizes of steps and ways of connectors, places where some are missing. Must not look for ways or places itself, nor know commands.

mod complete;
mod fill_in;
mod layout;
mod part;
mod routing;
mod step_size;

pub use complete::complete;
pub use fill_in::fill_in;
pub use layout::{LayoutOptions, lay_out, lay_out_watched, places_of};
pub use part::PagePart;
pub use routing::{
    HeldEnds, Routed, label_size, place_labels, reroute, reroute_watched, route_missing,
    route_missing_watched, taken,
};
pub use step_size::{fitted_size, has_natural_size, natural_size};
