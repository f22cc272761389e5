//! Opens the window and keeps it until it is closed.

use std::path::PathBuf;

use eframe::{NativeOptions, Renderer, egui::ViewportBuilder};

use super::{
    choosing::file_dialogs::SystemDialogs,
    laneway::Laneway,
    services::api::Services,
    settings::{
        home::{Folders, Home as _},
        seen::LEAST_WINDOW,
    },
};
use crate::{locale::UiLang, persist::StateFolder};

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// There is no screen to open a window on.
    #[error("there is no display to open a window on")]
    NoDisplay,
    /// The screen cannot be drawn on.
    #[error("the window could not be opened: {0}")]
    Window(String),
}

/// Opens the window, with `files` in its tabs, and comes back when it is closed. It speaks `lang` unless
/// the person once chose another language.
///
/// The environment variable `LANEWAY_RENDERER=wgpu` chooses wgpu where that was built in.
pub fn run(files: Vec<PathBuf>, lang: UiLang, services: Box<dyn Services>) -> Result<(), RunError> {
    if !has_display() {
        return Err(RunError::NoDisplay);
    }
    let home = Folders::of_system();
    let viewport = ViewportBuilder::default()
        .with_app_id("laneway")
        .with_title("Laneway")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size(LEAST_WINDOW)
        .with_drag_and_drop(true);
    let place = home.as_ref().and_then(|home| home.load_settings().window);
    let viewport = place.map_or(viewport.clone(), |place| place.put(viewport));
    let options = NativeOptions {
        viewport,
        renderer: renderer(),
        persist_window: false,
        // What the bundled fonts lack comes from where exports take it: see `theme::install`.
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let created = eframe::run_native(
        "laneway",
        options,
        Box::new(|creation| {
            let ctx = &creation.egui_ctx;
            let mut app =
                Laneway::new(ctx, services, Box::new(SystemDialogs)).speaking(lang).copying_to_system();
            if let Some(home) = home {
                app = app.at_home(ctx, Box::new(home));
            }
            if let Some(folder) = StateFolder::of_system() {
                app = app.keeping_work_in(folder).braced();
            }
            app.open_files(files);
            Ok(Box::new(app))
        }),
    );
    created.map_err(|error| match error {
        eframe::Error::WinitEventLoop(_) => RunError::NoDisplay,
        other => RunError::Window(other.to_string()),
    })
}

fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}

fn renderer() -> Renderer {
    #[cfg(feature = "wgpu")]
    if std::env::var_os("LANEWAY_RENDERER").is_some_and(|value| value == "wgpu") {
        return Renderer::Wgpu;
    }
    Renderer::Glow
}
