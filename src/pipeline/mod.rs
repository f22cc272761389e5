//! What the window and the command line do alike: open documents, check them, draw pages and write the
//! pictures.
//!
//! Owns how the modules below are put together. Speaks to nobody: it returns errors, and whoever asked says
//! them.

mod drawings;
mod layout;
mod names;
mod open;
mod picture;
mod tables;

pub use drawings::import_drawing;
pub use layout::{A4_LANDSCAPE, A4_PORTRAIT, LETTER_LANDSCAPE, LETTER_PORTRAIT, SCREEN, lay_out};
#[cfg(feature = "desktop")]
pub(crate) use names::slug;
pub use names::{Nth, Target};
pub use open::{About, Opened, about, diagnose, fonts, open, open_file, open_template};
pub use picture::{DrawError, WriteError, draw, scene_of, write};
pub use tables::{import_table, import_table_watched, is_document, open_table, rows, table_csv, table_xlsx};
