//! The picture of a page as a display list: what every sink draws and nothing else does.
//!
//! Owns how a document looks. Holds document content only: never selection, hover, grid or the screen's theme.
//! Sinks (canvas painter, SVG, PDF) draw the items in order and decide nothing.

mod build;
mod connectors;
mod grid;
mod item;
mod legend;
mod make;
mod narrative;
mod steps;
mod theme;
mod title;
mod view;

pub use build::build;
pub use item::{Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Turn};
pub use narrative::kind_name;
pub use theme::{Ink, Theme};
pub use view::View;
