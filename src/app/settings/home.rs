//! A person's own place on the machine: settings, templates, and the clock on the wall.
//!
//! Behind a trait so that tests neither read nor write the folders of whoever runs them.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use etcetera::BaseStrategy as _;

use crate::app::settings::stored::Settings;
use crate::{
    locale::Catalog,
    model::{Document, Text},
    persist::{self, SaveError, StateFolder, VersionStore},
    pipeline,
    text::markup,
    ui::start::{EntryId, GalleryEntry},
};

/// Why something was not kept for a person.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// The settings could not be made into a text.
    #[error(transparent)]
    Text(#[from] ron::Error),
    /// The file could not be written.
    #[error(transparent)]
    Write(#[from] SaveError),
}

impl KeepError {
    /// The error in the language of `catalog`; what the text's writer says stays in English.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Text(error) => error.to_string(),
            Self::Write(error) => error.say(catalog),
        }
    }
}

/// What the window keeps for a person.
pub trait Home {
    /// The time, in seconds since 1970.
    fn now(&self) -> u64;

    /// What was remembered; the defaults where nothing was, or nothing that can be read.
    fn load_settings(&self) -> Settings;

    /// Remembers.
    fn save_settings(&self, settings: &Settings) -> Result<(), KeepError>;

    /// Where files that a save replaced are kept; `None`: nowhere.
    fn versions(&self) -> Option<VersionStore>;

    /// Whether there is a file at `path`.
    fn has_file(&self, path: &Path) -> bool;

    /// The person's own templates by file name, also those that cannot be opened.
    fn user_templates(&self) -> Vec<GalleryEntry>;

    /// Keeps `document` as a template called `name`; never replaces another one.
    fn save_as_template(&self, document: &Document, name: &str) -> Result<PathBuf, KeepError>;
}

/// A home in two folders.
#[derive(Clone, Debug)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
    /// Where versions are kept; `None`: nowhere.
    state: Option<StateFolder>,
}

impl Folders {
    /// The folders `laneway` that this system has for settings and data; `None` where a person has no home.
    pub fn of_system() -> Option<Self> {
        let system = etcetera::choose_base_strategy().ok()?;
        let home = Self::new(&system.config_dir().join("laneway"), &system.data_dir().join("laneway"));
        Some(Self { state: StateFolder::of_system(), ..home })
    }

    /// A home in the folders `config` and `data`, which are made when something is kept there.
    pub fn new(config: &Path, data: &Path) -> Self {
        Self { config: config.to_owned(), data: data.to_owned(), state: None }
    }

    /// The same home, with versions kept in `state`.
    #[must_use]
    pub fn with_state(self, state: StateFolder) -> Self {
        Self { state: Some(state), ..self }
    }

    /// Where the settings are.
    pub fn settings_path(&self) -> PathBuf {
        self.config.join("settings.ron")
    }

    /// Where a person's own templates are.
    pub fn templates_path(&self) -> PathBuf {
        self.data.join("templates")
    }
}

/// The clock on the wall: seconds since 1970.
pub(crate) fn system_secs() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs())
}

impl Home for Folders {
    fn now(&self) -> u64 {
        system_secs()
    }

    fn load_settings(&self) -> Settings {
        let path = self.settings_path();
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(_) => return Settings::default(),
        };
        Settings::parse(&text).unwrap_or_else(|_| {
            // Kept for whoever wants to mend it. Where that fails the next save replaces it.
            fs::rename(&path, path.with_extension("ron.bad")).unwrap_or_default();
            Settings::default()
        })
    }

    fn save_settings(&self, settings: &Settings) -> Result<(), KeepError> {
        let text = settings.to_ron()?;
        Ok(write(&self.settings_path(), text.as_bytes())?)
    }

    fn versions(&self) -> Option<VersionStore> {
        VersionStore::open(self.state.as_ref()?).ok()
    }

    fn has_file(&self, path: &Path) -> bool {
        path.is_file()
    }

    fn user_templates(&self) -> Vec<GalleryEntry> {
        // No folder: none were kept so far.
        let Ok(files) = fs::read_dir(self.templates_path()) else { return Vec::new() };
        let mut paths: Vec<PathBuf> = files.flatten().map(|file| file.path()).collect();
        paths.retain(|path| path.is_file() && !is_hidden(path));
        paths.sort();
        paths.into_iter().filter_map(user_template).collect()
    }

    fn save_as_template(&self, document: &Document, name: &str) -> Result<PathBuf, KeepError> {
        let document = named(document, name.trim());
        let slug = pipeline::slug(name);
        let stem = if slug.is_empty() { "template" } else { slug.as_str() };
        let folder = self.templates_path();
        let (mut path, mut number) = (folder.join(format!("{stem}.ron")), 1);
        while fs::symlink_metadata(&path).is_ok() {
            number += 1;
            path = folder.join(format!("{stem}-{number}.ron"));
        }
        write(&path, persist::to_ron(&document).as_bytes())?;
        Ok(path)
    }
}

/// Whether the system shows no file of that name to people; what is half written is in such files.
fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

/// The template in the file `path`; `None` where that is anything else than a chart.
fn user_template(path: PathBuf) -> Option<GalleryEntry> {
    let opened = match persist::read(&path) {
        Ok(bytes) if !pipeline::recognise(&bytes).is_document() => return None,
        Ok(bytes) => pipeline::open(bytes, &path),
        Err(error) => Err(error.into()),
    };
    let document = opened.map(|opened| Arc::new(opened.document));
    Some(GalleryEntry { id: EntryId::Yours(path), document })
}

/// `document` as a template called `name`: it is nobody's chart yet, so it has no id. Translations of its title stay where the name is one of them.
fn named(document: &Document, name: &str) -> Document {
    let mut document = Document { id: None, ..document.clone() };
    if !name.is_empty() && document.title.iter().all(|(_, title)| markup::plain(title) != name) {
        document.title = Text::new(document.language.clone(), name);
    }
    document
}

/// Writes a file, and makes its folder where it is missing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    let failed = |source: io::Error| SaveError::Failed { file: path.to_owned(), source };
    folder.map_err(failed).and_then(|()| persist::atomic::write(path, bytes)).map(|_written| ())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{app::settings::stored::RecentFile, locale::UiLang, template};

    fn home() -> (tempfile::TempDir, Folders) {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Folders::new(&folder.path().join("config"), &folder.path().join("data"));
        (folder, home)
    }

    fn english() -> &'static Catalog {
        Catalog::of(UiLang::En)
    }

    #[test]
    fn settings_come_back() {
        let (_folder, home) = home();
        assert_eq!(home.load_settings(), Settings::default());
        let mut settings = Settings { scale: 1.5, ..Settings::default() };
        settings.note_opened(RecentFile { path: "/a.ron".into(), opened: 3, lanes: 1, steps: 2 });
        home.save_settings(&settings).expect("saved");
        assert_eq!(home.load_settings(), settings);
    }

    #[test]
    fn a_damaged_settings_file_is_set_aside() {
        let (_folder, home) = home();
        home.save_settings(&Settings::default()).expect("a folder");
        persist::atomic::write(&home.settings_path(), b"(look: \"dark\", recent: [").expect("written");
        assert_eq!(home.load_settings(), Settings::default());
        let aside = home.settings_path().with_extension("ron.bad");
        assert_eq!(fs::read(aside).expect("the old file"), b"(look: \"dark\", recent: [");
        assert!(!home.settings_path().exists());
    }

    #[test]
    fn templates_are_kept_by_name_and_none_is_replaced() {
        let (_folder, home) = home();
        let blank = pipeline::open_template(&template::BLANK).expect("opens");
        for file in ["returns-2026.ron", "returns-2026-2.ron"] {
            let path = home.save_as_template(&blank, " Returns (2026) ").expect("kept");
            assert_eq!(path, home.templates_path().join(file));
        }
        let kept = home.user_templates();
        assert_eq!(kept.len(), 2);
        let document = kept[0].document.as_ref().expect("opens");
        assert_eq!(document.title.get(&UiLang::Es.into(), &document.language), "Returns (2026)");
    }

    #[test]
    fn templates_are_known_by_what_is_in_them() {
        let (_folder, home) = home();
        for (name, content) in [
            ("copied.txt", template::BLANK.source),
            ("notes.ron", "Ask for the number\n"),
            ("list.csv", "ID,Task\n1,Ask\n"),
            (".laneway-1.tmp", template::BLANK.source),
        ] {
            write(&home.templates_path().join(name), content.as_bytes()).expect("written");
        }
        let kept = home.user_templates();
        assert!(
            matches!(&kept[..], [GalleryEntry { id: EntryId::Yours(path), document: Ok(_) }] if path.ends_with("copied.txt"))
        );
    }

    #[test]
    fn a_template_that_cannot_be_opened_says_why() {
        let (_folder, home) = home();
        let broken = home.templates_path().join("broken.ron");
        write(&broken, b"(format: \"laneway\"").expect("written");
        let kept = home.user_templates();
        assert!(
            matches!(&kept[..], [GalleryEntry { document: Err(error), .. }] if error.say(english()).contains("broken.ron"))
        );
    }
}
