//! The export dialog: fields at the left, at the right what will be written.
//!
//! Owns what is chosen and how it is shown. Draws and writes nothing: whoever opens the dialog hands it a
//! preview made of the file's own bytes.

mod dialog;
mod fields;
mod form;
mod preview;

pub use dialog::{ExportAnswer, ExportState, ExportView, export_ui};
pub use form::{ExportChoice, ExportForm, WantedPages};
pub use preview::{PictureFacts, Preview, PreviewPicture};
