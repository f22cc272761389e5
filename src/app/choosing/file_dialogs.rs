//! Asking the system for a file.

use std::path::{Path, PathBuf};

/// A question for files: those that were chosen, none when it was cancelled.
pub enum FilesAsked {
    /// It is answered already.
    Answered(Vec<PathBuf>),
    /// It waits for a person, and is to be asked on a thread of its own.
    Waits(Box<dyn FnOnce() -> Vec<PathBuf> + Send>),
}

/// A way to ask for files.
pub trait FileDialogs {
    /// Whether there is anything to ask with; if not, the window asks for a path itself.
    fn is_available(&self) -> bool;

    /// Asks for files to open, one or several.
    fn open(&self) -> FilesAsked;

    /// Asks for a folder.
    fn folder(&self) -> FilesAsked;

    /// Asks where to write; `suggested` is a file name with its extension.
    fn save(&self, suggested: &str) -> FilesAsked;
}

/// The system's own dialogs.
pub struct SystemDialogs;

impl FileDialogs for SystemDialogs {
    fn is_available(&self) -> bool {
        if !cfg!(target_os = "linux") {
            return true;
        }
        // Without either, the dialog would end at once and look as if the person had cancelled it.
        is_in_path("zenity") || (has_session_bus() && has_portal())
    }

    fn open(&self) -> FilesAsked {
        FilesAsked::Waits(Box::new(|| {
            rfd::FileDialog::new()
                .add_filter("Laneway, CSV, Excel, JSON", &["ron", "csv", "tsv", "txt", "xlsx", "json"])
                .add_filter("*", &["*"])
                .pick_files()
                .unwrap_or_default()
        }))
    }

    fn folder(&self) -> FilesAsked {
        FilesAsked::Waits(Box::new(|| rfd::FileDialog::new().pick_folder().into_iter().collect()))
    }

    fn save(&self, suggested: &str) -> FilesAsked {
        let suggested = suggested.to_owned();
        let ending = Path::new(&suggested).extension().map(|e| e.to_string_lossy().into_owned());
        FilesAsked::Waits(Box::new(move || {
            let dialog = rfd::FileDialog::new().set_file_name(&suggested);
            let chosen = match ending {
                Some(ending) => dialog.add_filter(ending.to_uppercase(), &[ending.as_str()]).save_file(),
                None => dialog.save_file(),
            };
            chosen.into_iter().collect()
        }))
    }
}

fn is_in_path(program: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

fn has_session_bus() -> bool {
    std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists())
}

fn has_portal() -> bool {
    let folders = std::env::var_os("XDG_DATA_DIRS").unwrap_or_else(|| "/usr/local/share:/usr/share".into());
    std::env::split_paths(&folders)
        .any(|folder| folder.join("dbus-1/services/org.freedesktop.portal.Desktop.service").is_file())
}

/// Answers that were given beforehand, for tests.
#[derive(Default)]
pub struct ScriptedDialogs {
    /// What "open" answers.
    pub open: Vec<PathBuf>,
    /// What "save" answers.
    pub save: Option<PathBuf>,
    /// Whether the system is to seem to have no dialogs.
    pub are_missing: bool,
}

impl FileDialogs for ScriptedDialogs {
    fn is_available(&self) -> bool {
        !self.are_missing
    }

    fn open(&self) -> FilesAsked {
        FilesAsked::Answered(self.open.clone())
    }

    fn folder(&self) -> FilesAsked {
        self.open()
    }

    fn save(&self, _suggested: &str) -> FilesAsked {
        FilesAsked::Answered(self.save.iter().cloned().collect())
    }
}
