//! What is asked for in menus, toolbar and status bar.

use std::path::PathBuf;

use crate::{
    app::{commands::command::AppCommand, documents::key::DocKey},
    locale::Lang,
};

/// What a person asked for in the bars of the window.
#[derive(Clone, Debug)]
pub(crate) enum ShellAnswer {
    Command(AppCommand),
    /// A file that was opened lately.
    Recent(PathBuf),
    ShowDocument(DocKey),
    /// The chart in another language.
    ChartLang(Lang),
}
