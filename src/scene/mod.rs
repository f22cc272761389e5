//! The picture of a page as a display list: what every sink draws and nothing else does.
//!
//! Owns how a document looks, and what lies under a point of it. Holds document content only: never selection,
//! hover, grid or the screen's theme. Sinks (the canvas, SVG) draw the items in order and decide nothing.

mod build;
mod cache;
mod connectors;
mod grid;
mod item;
mod kept_lines;
mod kept_steps;
mod legend;
mod make;
mod merge;
mod narrative;
mod pick;
mod pile;
mod steps;
mod theme;
mod title;
mod view;

pub use build::build;
pub use cache::{Cache, MARGIN};
pub use grid::{inked_lanes, pool_header};
pub use item::{Item, Meta, Part, Prim, Scene, Source, Stroke, TextItem, Turn};
pub use make::{caption, group_item, one_line, path_item, solid, straight, text_item};
pub use narrative::{kind_name, kind_name_key};
pub use pick::{Spot, pick, pick_in};
pub use theme::{Ink, Theme};
pub use view::View;
