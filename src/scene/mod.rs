//! The picture of a page as a display list: what every sink draws and nothing else does.
//!
//! Owns how a document looks. Holds document content only: never selection, hover, grid or the screen's theme.
//! Sinks (canvas painter, SVG, PDF) draw the items in order and decide nothing.

mod item;
mod theme;

pub use item::{Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Turn};
pub use theme::{Ink, Theme};
