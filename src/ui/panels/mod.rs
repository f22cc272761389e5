//! The panels around the canvas: symbols, outline, properties, problems, the steps as a table, page tabs, the small map.
//!
//! Each is a function of what is [`Shown`]: it draws, and what a person asks for comes back as [`PanelRequest`]s. Nothing
//! here changes a document or knows the application.

mod choice;
mod colours;
mod connector;
mod field;
mod field_error;
mod form;
mod free;
mod lanes;
mod link;
mod map;
mod outline;
mod page_tabs;
mod palette;
mod problems;
mod properties;
mod request;
mod sheet;
mod size;
mod step;
mod table;
mod times;

pub use colours::fill_colors;
pub use map::{MapSight, map_ui};
pub use outline::{OutlineOrder, OutlinePanel, OutlineState, outline_ui};
pub use page_tabs::{page_tabs_ui, rename_page};
pub use palette::{PalettePanel, PaletteView, palette_ui};
pub use problems::problems_ui;
pub use properties::properties_ui;
pub use request::{PanelRequest, Problem, Shown};
pub use table::{StepTable, table_has_keyboard, table_ui};
