//! The neutral JSON geometry of a page: where everything stands, for other tools that measure or make layouts.
//!
//! Owns the form: lanes and nodes with their top left corners and sizes, edges with their points, in document units.
//! Written by Laneway, and read back from it or from whoever writes the same form. Touches no files.

mod claim;
mod form;
mod read;
mod write;

pub use claim::is_geometry;
pub use read::import_geometry;
pub use write::geometry_json;
