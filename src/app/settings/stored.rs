//! What the program remembers about a person: recent files, look, language, scale.
//!
//! Owns the form of the settings file. Reads and writes no files and knows no clock: `home` does the one, the
//! caller says what time it is.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use eframe::egui::ThemePreference;
use serde::{Deserialize, Serialize};

use super::seen::{SeenFiles, WindowPlace};
use crate::app::panels::state::Panels;
use crate::{layout::Spacing, locale::UiLang};

/// How many files are remembered.
const MOST_RECENT: usize = 12;
/// The scales of the interface that can be read and fit on a screen.
const SCALES: std::ops::RangeInclusive<f32> = 0.5..=3.0;

/// What is remembered from one start of the program to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The files that were opened, the last one first.
    pub recent: Vec<RecentFile>,
    /// Light, dark, or as the system is.
    pub look: ThemePreference,
    /// The interface's language; `None`: the system's.
    pub lang: Option<UiLang>,
    /// Whether nothing moves by itself.
    pub is_calm: bool,
    /// How large the interface is drawn; 1 is the system's own size.
    pub scale: f32,
    /// The panels around the canvas.
    pub panels: Panels,
    /// How much air an automatic layout gives.
    pub spacing: Spacing,
    /// Whether files that a save replaces are kept.
    pub keeps_versions: bool,
    /// How files were last seen.
    pub seen: SeenFiles,
    /// Where the window was; `None`: that is not known.
    pub window: Option<WindowPlace>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            look: ThemePreference::System,
            lang: None,
            is_calm: false,
            scale: 1.0,
            panels: Panels::default(),
            spacing: Spacing::default(),
            keeps_versions: true,
            seen: SeenFiles::default(),
            window: None,
        }
    }
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "StoredFile", into = "StoredFile")]
pub struct RecentFile {
    /// Where it is, in full.
    pub path: PathBuf,
    /// When it was last opened, in seconds since 1970.
    pub opened: u64,
    /// How many lanes its first page had then.
    pub lanes: usize,
    /// How many steps all its pages had then.
    pub steps: usize,
}

/// A file that was opened, as the settings file holds it.
#[derive(Serialize, Deserialize)]
struct StoredFile {
    path: String,
    /// The path as the system names it, where that is no text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exact: Option<OsString>,
    #[serde(default)]
    opened: u64,
    #[serde(default)]
    lanes: usize,
    #[serde(default)]
    steps: usize,
}

impl From<StoredFile> for RecentFile {
    fn from(stored: StoredFile) -> Self {
        let StoredFile { path, exact, opened, lanes, steps } = stored;
        Self { path: exact.map_or_else(|| path.into(), PathBuf::from), opened, lanes, steps }
    }
}

impl From<RecentFile> for StoredFile {
    fn from(file: RecentFile) -> Self {
        let RecentFile { path, opened, lanes, steps } = file;
        match path.into_os_string().into_string() {
            Ok(path) => Self { path, exact: None, opened, lanes, steps },
            Err(exact) => {
                let path = exact.to_string_lossy().into_owned();
                Self { path, exact: Some(exact), opened, lanes, steps }
            }
        }
    }
}

/// The settings as the file holds them.
///
/// Words instead of enums: a newer program's words read as the default here and do not spoil the file. Fields
/// that are missing are the default too, and unknown ones are passed over.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    look: String,
    lang: String,
    is_calm: bool,
    scale: f32,
    panels: Panels,
    spacing: String,
    discards_versions: bool,
    recent: Vec<RecentFile>,
    seen: SeenFiles,
    window: Option<WindowPlace>,
}

const LOOKS: [(&str, ThemePreference); 3] =
    [("light", ThemePreference::Light), ("dark", ThemePreference::Dark), ("system", ThemePreference::System)];

const SPACINGS: [(&str, Spacing); 3] =
    [("compact", Spacing::Compact), ("normal", Spacing::Normal), ("roomy", Spacing::Roomy)];

impl Settings {
    /// Reads the text of a settings file.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        let stored: Stored = ron::from_str(text)?;
        let Stored { look, lang, is_calm, scale, panels, spacing, discards_versions, .. } = stored;
        let Stored { mut recent, seen, window, .. } = stored;
        let named = LOOKS.iter().find(|(word, _)| *word == look);
        let spaced = SPACINGS.iter().find(|(word, _)| *word == spacing);
        recent.truncate(MOST_RECENT);
        Ok(Self {
            recent,
            look: named.map_or(ThemePreference::System, |(_, look)| *look),
            lang: UiLang::ALL.into_iter().find(|known| known.code() == lang),
            is_calm,
            scale: if SCALES.contains(&scale) { scale } else { 1.0 },
            panels: panels.checked(),
            spacing: spaced.map_or(Spacing::Normal, |(_, spacing)| *spacing),
            keeps_versions: !discards_versions,
            seen,
            window: window.and_then(WindowPlace::checked),
        })
    }

    /// The text of the settings file.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let Self { recent, look, lang, is_calm, scale, panels, spacing, keeps_versions, seen, window } = self;
        let named = LOOKS.iter().find(|(_, known)| known == look);
        let spaced = SPACINGS.iter().find(|(_, known)| known == spacing);
        let stored = Stored {
            look: named.map_or("system", |(word, _)| word).to_owned(),
            lang: lang.map_or("", UiLang::code).to_owned(),
            is_calm: *is_calm,
            scale: *scale,
            panels: panels.clone(),
            spacing: spaced.map_or("normal", |(word, _)| word).to_owned(),
            discards_versions: !keeps_versions,
            recent: recent.clone(),
            seen: seen.clone(),
            window: *window,
        };
        Ok(ron::ser::to_string_pretty(&stored, ron::ser::PrettyConfig::default())? + "\n")
    }

    /// Remembers that `file` was opened.
    pub fn note_opened(&mut self, file: RecentFile) {
        self.forget(&file.path);
        self.recent.insert(0, file);
        self.recent.truncate(MOST_RECENT);
    }

    /// Takes the file `path` off the list.
    pub fn forget(&mut self, path: &Path) {
        self.recent.retain(|file| file.path != path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(path: &str, at: u64) -> RecentFile {
        RecentFile { path: path.into(), opened: at, lanes: 4, steps: 20 }
    }

    #[test]
    fn what_is_saved_is_read_again() {
        let mut settings = Settings {
            look: ThemePreference::Dark,
            lang: Some(UiLang::Es),
            is_calm: true,
            scale: 1.25,
            spacing: Spacing::Roomy,
            ..Settings::default()
        };
        settings.note_opened(opened("/charts/«returns» 2026.ron", 1_790_000_000));
        let text = settings.to_ron().expect("text");
        assert_eq!(Settings::parse(&text).expect("settings"), settings);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_whose_name_is_no_text_is_found_again() {
        use std::os::unix::ffi::OsStrExt as _;

        let path = Path::new(std::ffi::OsStr::from_bytes(b"/charts/caf\xe9\n.ron"));
        let mut settings = Settings::default();
        settings.note_opened(RecentFile { path: path.to_owned(), opened: 3, lanes: 1, steps: 2 });
        let text = settings.to_ron().expect("text");
        assert_eq!(Settings::parse(&text).expect("settings"), settings);
    }

    #[test]
    fn a_file_opened_again_moves_to_the_top_and_old_ones_fall_off() {
        let mut settings = Settings::default();
        for i in 0..20_u64 {
            settings.note_opened(opened(&format!("/{i}.ron"), i));
        }
        assert_eq!(settings.recent.len(), MOST_RECENT);
        settings.note_opened(opened("/15.ron", 99));
        let paths: Vec<_> =
            settings.recent.iter().map(|file| file.path.to_str().expect("text").to_owned()).collect();
        assert_eq!(paths.iter().filter(|path| *path == "/15.ron").count(), 1);
        assert_eq!(paths[..2], ["/15.ron", "/19.ron"]);
        settings.forget(Path::new("/19.ron"));
        assert!(settings.recent.iter().all(|file| file.path != Path::new("/19.ron")));
    }

    #[test]
    fn a_newer_file_is_read_as_far_as_it_is_known() {
        let text = "(look: \"sepia\", lang: \"tlh\", scale: 77.0, panels: (left: 240), spacing: \"airy\", recent: [(path: \"/a.ron\", pinned: true)])";
        let settings = Settings::parse(text).expect("settings");
        assert_eq!(settings.recent.len(), 1);
        assert_eq!(Settings { recent: Vec::new(), ..settings }, Settings::default());
    }
}
