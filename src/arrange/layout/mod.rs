//! Automatic layout of a page: the page is turned into a request for the layout kernel, and its answer into places,
//! ports and bends.
//!
//! Owns what of a page counts for its layout and in which order. Must not place anything itself.

mod draft;
mod held;
mod options;
mod outcome;

pub use options::LayoutOptions;
pub use outcome::{lay_out, lay_out_watched, places_of};
