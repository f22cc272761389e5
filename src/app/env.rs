//! What every capability may use of what is around the window.

use std::sync::Arc;

use eframe::egui::Context;

use crate::{
    app::{
        choosing::file_dialogs::FileDialogs, clipboard::system::SystemClipboard, services::api::Services,
        settings::home::Home,
    },
    locale::{Catalog, Lang},
    persist::VersionStore,
};

/// What is around the window, as it is now. Cheap to make and to clone.
#[derive(Clone)]
pub(crate) struct Env {
    /// The screen's clock and style. What happens to the window itself is an effect.
    pub(crate) ctx: Context,
    pub(crate) services: Arc<dyn Services>,
    /// The system's ways to ask for files.
    pub(crate) dialogs: Arc<dyn FileDialogs>,
    /// The system's clipboard, where more than a text goes in and out.
    pub(crate) clipboard: Arc<dyn SystemClipboard>,
    /// The person's own place; `None`: there is none.
    pub(crate) home: Option<Arc<dyn Home>>,
    /// Whether files that are replaced are kept.
    pub(crate) keeps_versions: bool,
    pub(crate) catalog: &'static Catalog,
}

impl Env {
    /// The window's time, in seconds.
    pub(crate) fn time(&self) -> f64 {
        self.ctx.input(|input| input.time)
    }

    /// The time, in seconds since 1970.
    pub(crate) fn now(&self) -> u64 {
        self.home.as_ref().map_or(0, |home| home.now())
    }

    /// Where files that are replaced are kept; `None`: nowhere.
    pub(crate) fn versions(&self) -> Option<VersionStore> {
        self.version_store().filter(|_| self.keeps_versions)
    }

    /// Where such files may still be, also where none are kept any more.
    pub(crate) fn version_store(&self) -> Option<VersionStore> {
        self.home.as_ref()?.versions()
    }

    /// The interface's language as one of texts.
    pub(crate) fn lang(&self) -> Lang {
        self.catalog.lang().into()
    }

    /// A sentence with one value in it.
    pub(crate) fn say(&self, key: &str, name: &'static str, value: impl Into<String>) -> String {
        self.catalog.text_with(key, &[(name, value.into().into())])
    }
}
