//! Asking the system for a file.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use eframe::egui::Context;

/// What a file dialog will say: the files that were chosen, none when it was cancelled.
pub type Asked = Receiver<Vec<PathBuf>>;

/// A way to ask for files. Answers come later; the window is woken when they do.
pub trait FileDialogs {
    /// Whether there is anything to ask with; if not, the window asks for a path itself.
    fn is_available(&self) -> bool;

    /// Asks for files to open, one or several.
    fn open(&self, ctx: &Context) -> Asked;

    /// Asks where to write; `suggested` is a file name with its extension.
    fn save(&self, ctx: &Context, suggested: &str) -> Asked;
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

    fn open(&self, ctx: &Context) -> Asked {
        ask(ctx, || {
            rfd::FileDialog::new()
                .add_filter("Laneway, CSV, Excel", &["ron", "csv", "tsv", "txt", "xlsx"])
                .add_filter("*", &["*"])
                .pick_files()
                .unwrap_or_default()
        })
    }

    fn save(&self, ctx: &Context, suggested: &str) -> Asked {
        let suggested = suggested.to_owned();
        let ending = Path::new(&suggested).extension().map(|e| e.to_string_lossy().into_owned());
        ask(ctx, move || {
            let dialog = rfd::FileDialog::new().set_file_name(&suggested);
            let chosen = match ending {
                Some(ending) => dialog.add_filter(ending.to_uppercase(), &[ending.as_str()]).save_file(),
                None => dialog.save_file(),
            };
            chosen.into_iter().collect()
        })
    }
}

/// Runs a dialog that waits for the person on a thread of its own.
fn ask(ctx: &Context, dialog: impl FnOnce() -> Vec<PathBuf> + Send + 'static) -> Asked {
    let (sender, receiver) = channel();
    let ctx = ctx.clone();
    let thread = thread::Builder::new().name("file-dialog".to_owned());
    let spawned = thread.spawn(move || answer(&sender, &ctx, dialog()));
    // Without a thread nobody holds the sender, which reads as "cancelled".
    drop(spawned);
    receiver
}

fn answer(sender: &Sender<Vec<PathBuf>>, ctx: &Context, files: Vec<PathBuf>) {
    // A closed window no longer listens, and then nothing is to be done.
    drop(sender.send(files));
    ctx.request_repaint();
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

    fn open(&self, ctx: &Context) -> Asked {
        let (sender, receiver) = channel();
        answer(&sender, ctx, self.open.clone());
        receiver
    }

    fn save(&self, ctx: &Context, _suggested: &str) -> Asked {
        let (sender, receiver) = channel();
        answer(&sender, ctx, self.save.iter().cloned().collect());
        receiver
    }
}
