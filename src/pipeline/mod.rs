//! What the window and the command line do alike: recognise files, open documents, check them, draw pages and write
//! the pictures.
//!
//! Owns how the modules below are put together. Speaks to nobody: it returns errors, and whoever asked says
//! them.

mod compare;
mod drawings;
mod error;
mod keep_version;
mod layout;
mod merge;
mod new_chart;
mod open;
mod paper;
mod picture;
mod publish;
mod recognise;
mod repair;
mod tables;
mod title;

pub use compare::{Compared, compare};
pub use drawings::{import_drawing, import_drawing_watched};
pub use error::OpenError;
pub use keep_version::keep_version;
pub use layout::lay_out;
pub use merge::merge;
pub use new_chart::{ChartLanguages, untitled};
pub use open::{
    About, Chart, FileContent, Opened, about, diagnose, diagnose_in, fonts, open, open_any, open_chart,
    open_file, open_template,
};
pub use paper::Paper;
pub use picture::{DrawError, draw, scene_of};
#[cfg(feature = "desktop")]
pub(crate) use publish::slug;
pub use publish::{
    Crop, Made, NoSuchPage, NoSuchPart, Origin, OutputTarget, Pages, PartKind, PartNames, Publication,
    PublicationSource, PublishError, Published, SourceError, WriteError, is_stdio, may_write, publish, write,
    write_output,
};
pub use recognise::{FileKind, Foreign, Way, language_of, recognise};
pub use repair::repair;
pub use tables::{import_table, import_table_watched, open_table, rows, table_csv, table_xlsx};
pub use title::title_of;
