//! Other programs' formats.
//!
//! Owns what leaves a document for programs that are not Laneway. Returns text; writing it is the caller's
//! part.

mod geometry;

pub use geometry::geometry_json;
