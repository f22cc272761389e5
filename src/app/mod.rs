//! The window: what is open, what is asked for, what runs in the background.
//!
//! A folder for each capability, with a state of its own and functions of that state, the documents and an answer, which
//! give back effects. No capability knows the state of another. Widgets of `ui` say what a person asked for; after the
//! frame is drawn `dispatch` gives each message to whom it is for, and does the effects.

mod canvas;
mod checking;
mod choosing;
mod clipboard;
mod commands;
mod comparing;
mod dialogs;
mod dispatch;
mod documents;
mod editing;
mod effect;
mod env;
mod exporting;
mod finding;
mod following;
mod importing;
mod jobs;
mod laneway;
mod laying_out;
mod leaving;
mod message;
mod opening;
mod panels;
mod recovering;
mod repairing;
mod run;
mod saving;
mod services;
mod settings;
mod shell;
mod starting;
mod tabulating;
mod versions;
mod watching;

pub use choosing::file_dialogs::{FileDialogs, FilesAsked, ScriptedDialogs, SystemDialogs};
pub use clipboard::system::{ClipboardOffer, OfferId, SystemClipboard};
pub use laneway::Laneway;
pub use panels::state::{PanelName, PanelState, Panels};
pub use run::{RunError, run};
pub use services::{
    api::{
        DrawnPage, EntryId, ExportChoice, ExportError, GalleryEntry, Importable, LoadedFile, RepairedFile,
        Replaceable, SaveEnd, SaveWish, SavedFile, Services, Shot, Stamp, TableKind, WantedPages,
        WantedTable,
    },
    bundled::Bundled,
};
pub use settings::{
    home::{Folders, Home, KeepError},
    seen::{SeenArea, SeenFile, SeenFiles, WindowPlace},
    stored::{RecentFile, Settings},
};
