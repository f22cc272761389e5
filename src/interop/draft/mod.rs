//! What readers make of a file before it is a document: the neutral draft, and the way from it to a document.
//!
//! Owns pages, pools and lanes, nodes and edges with the places that the source gives them, or none; how records are
//! named (the same file gives the same names every time); and the account of what the way to a document changes.
//! Knows no format, and places nothing that the source has not placed: that is the caller's part.
//!
//! ```text
//! a reader -> ChartDraft -> bands (lanes, where the page begins) -> lines (ends, routes) -> Document, Report
//! ```

mod bands;
mod chart;
mod lines;
mod map;
mod names;
#[cfg(test)]
mod tests;

pub(in crate::interop) use chart::{
    Anchor, ChartDraft, EdgeDraft, EndDraft, LaneDraft, NodeDraft, Origin, PageDraft, PhaseDraft, SOURCE_ID,
    SOURCE_TYPE,
};
pub(in crate::interop) use map::DraftMapping;
pub use map::Imported;
pub(in crate::interop) use names::RecordNames;
